"""The targets of the project, each as a ratio or a count, and whether it is met.

A target is met or missed by medians. What a target needs and was not measured makes it not measured, never met.
"""
from dataclasses import dataclass

SMALL, SOAP_SMALL, LARGE, LARGEST = 10, 100, 10000, 40000
JAVAS = (25, 17)


@dataclass(frozen=True)
class Result:
    """A target, what was measured, and the value that it is met by; measured is None where something is missing."""
    what: str
    target: str
    bound: float
    measured: float
    basis: str

    @property
    def verdict(self):
        if self.measured is None:
            return "not measured"
        return "met" if self.measured <= self.bound else "MISSED"


class Targets:
    """Evaluates the targets on summaries."""

    def __init__(self, summaries):
        self.summaries = summaries

    def _value(self, size, contestant, case, measure):
        summary = self.summaries.get((size, contestant, case))
        return getattr(summary, measure).median if summary else None

    def _ratio(self, what, bound, measure, ours, theirs):
        """ours and theirs: size, contestant and case."""
        mine, other = self._value(*ours, measure), self._value(*theirs, measure)
        if mine is None or not other:
            missing = " and ".join(describe(key) for key, value in ((ours, mine), (theirs, other)) if value is None)
            return Result(what, f"≤ {bound}", bound, None, f"missing: {missing}")
        return Result(what, f"≤ {bound}", bound, mine / other, f"{mine:.3f} s / {other:.3f} s")

    def _count(self, what, bound, measure, ours, unit="", divisor=1):
        value = self._value(*ours, measure)
        if value is None:
            return Result(what, f"≤ {bound}{unit}", bound, None, f"missing: {describe(ours)}")
        return Result(what, f"≤ {bound}{unit}", bound, value / divisor, describe(ours))

    def all(self):
        return [*self._against_rest(), *self._against_soap(), *self._resident(), *self._growth(), *self._counts(), *self._listing()]

    def _against_rest(self):
        for feature in JAVAS:
            for action, bound in (("off", 0.5), ("reboot", 0.3), ("status", 1.2 if feature == 25 else 1.6)):
                for size in (SMALL, LARGEST):
                    yield self._ratio(f"{action}, wall, against fence_vmware_rest, Java {feature}, {size:,} VMs", bound, "wall",
                                      (size, f"ours-{feature}", action), (size, "rest", action))

    def _against_soap(self):
        for size, bound in ((SOAP_SMALL, 0.08), (LARGE, 0.02)):
            yield self._ratio(f"status, wall, against fence_vmware_soap with the restricted WSDL (told, no bound), Java 25, {size:,} VMs",
                              float("inf"), "wall", (size, "ours-25", "status"), (size, "soap", "status"))
            for action in ("status", "off", "reboot", "list", "monitor"):
                yield self._ratio(f"{action}, wall, against fence_vmware_soap, Java 25, {size:,} VMs", bound, "wall",
                                  (size, "ours-25", action), (size, "soap-full", action))

    def _resident(self):
        for action in ("status", "off"):
            for other, name, bound in (("rest", "fence_vmware_rest", 0.25), ("curl", "the floor", 1.5)):
                for key, how in (("resident", "resident"), ("resident-kept", "resident with sessions kept")):
                    yield self._ratio(f"{action}, wall, {how}, against {name}, {LARGEST:,} VMs", bound, "wall",
                                      (LARGEST, key, action), (LARGEST, other, action))

    def _growth(self):
        for case, title, bound in (("status", "cache warm", 1.1), ("status-cold-path", "cold by path", 1.1),
                                   ("status-cold-uuid", "cold by UUID", 1.1), ("status-cold-name", "cold by name (told, no bound)", float("inf"))):
            for feature in JAVAS:
                yield self._ratio(f"status, CPU at {LARGEST:,} VMs against {SMALL} VMs, {title}, Java {feature}", bound, "cpu",
                                  (LARGEST, f"ours-{feature}", case), (SMALL, f"ours-{feature}", case))

    def _counts(self):
        for action, bound in (("status", 4), ("off", 6), ("reboot", 8)):
            yield self._count(f"{action}, requests with log-out, warm", bound, "requests", (LARGEST, "ours-25", action))
        for size in (SMALL, 1000, LARGE, LARGEST):
            yield self._count(f"status, received, nothing happened since, {size:,} VMs", 6, "received", (size, "ours-25", "status-again"),
                              " KiB", 1024)
            yield self._count(f"status, received, after what the others did meanwhile (told, no bound), {size:,} VMs", float("inf"), "received",
                              (size, "ours-25", "status"), " KiB", 1024)

    def _listing(self):
        for feature in JAVAS:
            yield self._ratio(f"list of {LARGEST:,} VMs, CPU against fence_vmware_soap at {LARGE:,}, Java {feature}", 0.3, "cpu",
                              (LARGEST, f"ours-{feature}", "list"), (LARGE, "soap-full", "list"))
            yield self._count(f"list of {LARGEST:,} VMs, peak memory, Java {feature}", 160, "memory", (LARGEST, f"ours-{feature}", "list"), " MiB")


def describe(key):
    size, contestant, case = key
    return f"{contestant}/{case} at {size:,} VMs"
