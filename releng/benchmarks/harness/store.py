"""Keeps each single run in a file, a JSON object a line, so that a measurement can be stopped and gone on with."""
import json
import os


class Store:
    """The runs of one build of the agent. Runs of another build are set aside, never mixed in."""

    def __init__(self, file, identity):
        self.file = file
        self.runs = []
        if os.path.exists(file):
            with open(file, encoding="utf-8") as lines:
                head, *runs = map(json.loads, lines)
            if head["identity"] == identity:
                self.runs = runs
                return
            os.replace(file, f"{file}.{head['identity']}")
        self._append({"identity": identity})

    def _append(self, record):
        with open(self.file, "a", encoding="utf-8") as out:
            out.write(json.dumps(record) + "\n")

    def add(self, **run):
        self.runs.append(run)
        self._append(run)

    def of(self, size, contestant, case):
        """The runs that count."""
        return [run for run in self._all(size, contestant, case) if not run["defect"]]

    def defects(self, size, contestant, case):
        """Why the runs that do not count do not."""
        return [run["defect"] for run in self._all(size, contestant, case) if run["defect"]]

    def _all(self, size, contestant, case):
        return [run for run in self.runs if (run["size"], run["contestant"], run["case"]) == (size, contestant, case)]
