"""Medians and spread of the runs."""
import statistics
from dataclasses import dataclass

MEASURES = ("wall", "cpu", "memory", "requests", "sent", "received")


@dataclass(frozen=True)
class Spread:
    """Median, first and third quartile."""
    median: float
    first: float
    third: float


@dataclass(frozen=True)
class Summary:
    """What a contestant's runs of a case on a size cost."""
    size: int
    contestant: str
    case: str
    count: int
    wall: Spread
    cpu: Spread
    memory: Spread
    requests: Spread
    sent: Spread
    received: Spread


def spread(values):
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    first, _, third = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(statistics.median(values), first, third)


def summarize(store):
    """Summaries by size, contestant and case."""
    keys = sorted({(run["size"], run["contestant"], run["case"]) for run in store.runs if not run["defect"]})
    summaries = {}
    for key in keys:
        runs = store.of(*key)
        summaries[key] = Summary(*key, len(runs), *(spread([run[measure] for run in runs]) for measure in MEASURES))
    return summaries
