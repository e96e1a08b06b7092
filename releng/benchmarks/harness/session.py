"""Measures all that is due on an inventory of one size: in rounds, in each of which everybody has one turn, in an order that changes."""
import os
import random
import time
from dataclasses import replace

from harness.cases import CASES, defect, prepare
from harness.contestants import ENVIRONMENT
from harness.process import cpu_of, memory_of, run
from harness.server import Server

LONGEST_RUN_SECONDS = 300
# What takes longer than this in all is measured less often, but at least so often.
PATIENCE_SECONDS = 60
LEAST_REPETITIONS = 3
# What takes so long does not become faster by having been run before, so its first turn counts.
SLOW_SECONDS = 10
MOST_DEFECTS = 2


class Session:
    """Two servers with the same inventory, which differ in the WSDL that they serve, and everybody's turns on them."""

    def __init__(self, size, everybody, store, repetitions, only, tell):
        self.size = size
        self.store = store
        self.repetitions = repetitions
        self.tell = tell
        self.companions = {}
        self.entries = [(contestant, CASES[key]) for contestant in everybody if size in contestant.sizes for key in contestant.cases
                        if only.search(f"{contestant.key}/{key}")]

    def due(self):
        return [(contestant, case) for contestant, case in self.entries if self._is_due(contestant.key, case.key)]

    def _is_due(self, contestant, case):
        if len(self.store.defects(self.size, contestant, case)) >= MOST_DEFECTS:
            return False
        runs = self.store.of(self.size, contestant, case)
        spent = sum(each["wall"] for each in runs)
        enough = LEAST_REPETITIONS if spent > PATIENCE_SECONDS else self.repetitions
        return len(runs) < enough

    def measure(self, installation, work, full_wsdl, ends):
        """Goes on until nothing is due, or to the first turn after that time; tells which."""
        if not self.due():
            return True
        with Server(installation, ENVIRONMENT, self.size, os.path.join(work, "certificate.pem"), None) as server:
            machine = server.pick_machine()
            if not any(contestant.full_schema for contestant, _ in self.due()):
                return self._beside_companions({False: server}, machine, ends)
            with Server(installation, ENVIRONMENT, self.size, os.path.join(work, "certificate-full.pem"), full_wsdl) as full:
                return self._beside_companions({False: server, True: full}, machine, ends)

    def _beside_companions(self, servers, machine, ends):
        begun = []
        try:
            for contestant in {contestant for contestant, _ in self.due()}:
                pid = contestant.begin()
                begun.append(contestant)
                self.companions[contestant.key] = pid
            return self._rounds(servers, machine, ends)
        finally:
            for contestant in begun:
                contestant.end()

    def _rounds(self, servers, machine, ends):
        warm = set()
        while self.due():
            turns = self.due()
            # A fixed seed for each round: the same order when the measurement is repeated, another one in the next round.
            fewest = min(len(self.store.of(self.size, contestant.key, case.key)) for contestant, case in turns)
            random.Random(fewest).shuffle(turns)
            for contestant, case in turns:
                if time.monotonic() > ends:
                    return False
                turn = self._turn(contestant, case, servers[contestant.full_schema], machine)
                if (contestant.key, case.key) not in warm and turn[0].wall < SLOW_SECONDS:
                    turn = self._turn(contestant, case, servers[contestant.full_schema], machine)
                warm.add((contestant.key, case.key))
                self._record(contestant, case, turn)
            self.tell(self.size, len(self.due()), fewest + 1)
        return True

    def _turn(self, contestant, case, server, machine):
        """One run; what it cost, what went over the wire and what was wrong with it."""
        prepare(case, server, machine)
        if case.cold:
            contestant.forget(case, server)
        if case.again:
            self._run(contestant, case, server, machine)
        power_offs = server.power_offs(machine)
        before = server.traffic()
        cost = self._run(contestant, case, server, machine)
        return cost, server.traffic().since(before), defect(case, cost, server, machine, self.size, power_offs)

    def _run(self, contestant, case, server, machine):
        invocation = contestant.invocation(case, server, machine)
        return with_companion(self.companions[contestant.key], lambda: run(invocation.words, {**ENVIRONMENT, **invocation.environment},
                                                                           invocation.text, LONGEST_RUN_SECONDS))

    def _record(self, contestant, case, turn):
        cost, traffic, wrong = turn
        self.store.add(size=self.size, contestant=contestant.key, case=case.key, defect=wrong, wall=cost.wall, cpu=cost.cpu, memory=cost.memory,
                       requests=traffic.requests, sent=traffic.sent, received=traffic.received)


def with_companion(pid, action):
    """The cost of a run with what the process that did the work for it used meanwhile, and the memory of both."""
    if pid is None:
        return action()
    before = cpu_of(pid)
    cost = action()
    return replace(cost, cpu=cost.cpu + cpu_of(pid) - before, memory=cost.memory + memory_of(pid))
