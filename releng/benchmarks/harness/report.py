"""Writes the page of results: targets, tables, plots, and by what command on what machine they were made."""
import os

from harness import svg
from harness.cases import CASES
from harness.targets import Targets

BEGIN, END = "<!-- begin of what releng/benchmarks/run writes -->", "<!-- end of what releng/benchmarks/run writes -->"
# Peak memory includes the moment between fork and exec, when the child still is a copy of the harness.
MEMORY_NOTE_FACTOR = 1.1


class Report:
    """Everything that was measured, for a reader."""

    def __init__(self, summaries, everybody, absent, store, machine, floor_memory):
        self.summaries = summaries
        self.titles = {contestant.key: contestant.title for contestant in everybody}
        self.absent = absent
        self.store = store
        self.machine = machine
        self.floor_memory = floor_memory
        self.sizes = sorted({size for size, _, _ in summaries})

    def write(self, folder, page, command):
        """Writes the plots, and the README.md of page with the generated part replaced, to that folder."""
        os.makedirs(folder, exist_ok=True)
        plots = self._plots(folder)
        text = "\n".join([self._about(command), self._targets(), self._absent(), *plots, *(self._table(size) for size in self.sizes),
                          self._defects()])
        with open(page, encoding="utf-8") as old:
            before, _, rest = old.read().partition(BEGIN)
        _, _, after = rest.partition(END)
        with open(os.path.join(folder, "README.md"), "w", encoding="utf-8") as new:
            new.write(f"{before}{BEGIN}\n\n{text}\n{END}{after}")

    def _about(self, command):
        facts = "\n".join(f"- {name}: {value}" for name, value in self.machine.items())
        return f"Made by\n\n    {command}\n\non this machine:\n\n{facts}\n"

    def _targets(self):
        rows = ["## Targets", "", "| What | Target | Measured | | From the medians |", "|---|---|---|---|---|"]
        for result in Targets(self.summaries).all():
            bounded = result.bound != float("inf")
            measured = "–" if result.measured is None else f"{result.measured:.3g}"
            verdict = result.verdict if bounded or result.measured is None else "told"
            rows.append(f"| {result.what} | {result.target if bounded else '–'} | {measured} | {verdict} | {result.basis} |")
        return "\n".join(rows) + "\n"

    def _absent(self):
        if not self.absent:
            return ""
        return "\n".join(["Not measured, because not there:", "", *(f"- {name}: {reason}" for name, reason in self.absent.items()), ""])

    def _table(self, size):
        rows = [f"## {size:,} virtual machines", "", "| Case | Who | Runs | Wall ms | Quartiles | CPU ms | Quartiles | Peak MiB | Requests | KiB sent | KiB received |",
                "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
        for case in CASES.values():
            for key, title in self.titles.items():
                summary = self.summaries.get((size, key, case.key))
                if summary:
                    rows.append(self._row(case, title, summary))
        return "\n".join(rows) + "\n"

    def _row(self, case, title, summary):
        at_most = "≤ " if summary.memory.median < self.floor_memory * MEMORY_NOTE_FACTOR else ""
        return (f"| {case.title} | {title} | {summary.count} | {milliseconds(summary.wall)} | {milliseconds(summary.cpu)} "
                f"| {at_most}{summary.memory.median:.0f} | {summary.requests.median:.0f} | {summary.sent.median / 1024:.1f} "
                f"| {summary.received.median / 1024:.1f} |")

    def _plots(self, folder):
        """Draws them and returns the Markdown that shows them."""
        shown = ["## Plots", "", "Dots are medians, the lines through them reach from the first to the third quartile.", ""]
        for case, measure, unit, scale, name in (("status", "wall", "ms", 1000, "Wall clock of status"), ("status", "cpu", "ms", 1000, "CPU of status"),
                                                 ("off", "wall", "ms", 1000, "Wall clock of off"), ("list", "cpu", "ms", 1000, "CPU of list"),
                                                 ("list", "memory", "MiB", 1, "Peak memory of list"),
                                                 ("status", "received", "KiB", 1 / 1024, "Bytes received by status")):
            series = self._series(case, measure, scale)
            if any(len(points) > 1 for points in series.values()):
                shown.append(self._save(folder, f"{case}-{measure}-by-size.svg", f"{name}, by size of the inventory",
                                        svg.lines(f"{name}, by size of the inventory", "Less is better", unit, series)))
        for size in (self.sizes[0], self.sizes[-1]) if len(self.sizes) > 1 else self.sizes:
            for case in ("status", "off", "reboot"):
                marks = self._marks(size, case)
                if len(marks) > 1:
                    name = f"Wall clock of {case} among {size:,} virtual machines"
                    shown.append(self._save(folder, f"{case}-wall-{size}.svg", name, svg.bars(name, "Less is better", "ms", marks)))
        return shown

    @staticmethod
    def _save(folder, file, name, text):
        with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
            out.write(text)
        return f"![{name}]({file})\n"

    def _series(self, case, measure, scale):
        series = {}
        for key, title in self.titles.items():
            points = [(size, self._mark(title, getattr(self.summaries[size, key, case], measure), scale))
                      for size in self.sizes if (size, key, case) in self.summaries]
            if points:
                series[title] = points
        return series

    def _marks(self, size, case):
        marks = [self._mark(title, self.summaries[size, key, case].wall, 1000) for key, title in self.titles.items()
                 if (size, key, case) in self.summaries]
        return sorted(marks, key=lambda mark: mark.median)

    @staticmethod
    def _mark(title, value, scale):
        return svg.Mark(title, value.median * scale, value.first * scale, value.third * scale)

    def _defects(self):
        found = {}
        for run in self.store.runs:
            if run["defect"]:
                found.setdefault((run["size"], run["contestant"], run["case"], run["defect"]), []).append(run)
        if not found:
            return "Every run did what it was asked to do.\n"
        rows = ["## Runs that do not count", "", "| Virtual machines | Who | Case | Runs | Why |", "|---:|---|---|---:|---|"]
        for (size, contestant, case, why), runs in sorted(found.items()):
            rows.append(f"| {size:,} | {self.titles.get(contestant, contestant)} | {CASES[case].title} | {len(runs)} | {why.replace('|', '/')} |")
        return "\n".join(rows) + "\n"


def milliseconds(value):
    return f"{value.median * 1000:.0f} | {value.first * 1000:.0f}–{value.third * 1000:.0f}"
