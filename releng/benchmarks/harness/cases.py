"""What is measured: actions, how the machine is named, and what the agent knows of it beforehand."""
from dataclasses import dataclass

SIZES = (10, 100, 1000, 10000, 40000)


@dataclass(frozen=True)
class Case:
    """A request to an agent.

    plug: by what the machine is named: name, path or uuid; empty where none is given.
    cold: whether whatever the agent remembers from earlier runs is removed first.
    again: whether the same request was made right before, which is not measured, so that nothing has happened in between.
    verified: whether the agent has to verify the server's certificate; the others, as it is customary with the agents compared, do not.
    """
    key: str
    title: str
    action: str
    plug: str = "name"
    cold: bool = False
    again: bool = False
    verified: bool = False


CASES = {case.key: case for case in (
    Case("status", "status, by name, warm", "status"),
    Case("status-again", "status, by name, warm, nothing happened since", "status", again=True),
    Case("status-cold-name", "status, by name, cold", "status", cold=True),
    Case("status-cold-path", "status, by inventory path, cold", "status", plug="path", cold=True),
    Case("status-cold-uuid", "status, by UUID, cold", "status", plug="uuid", cold=True),
    Case("status-verified", "status, certificate verified", "status", verified=True),
    Case("off", "off", "off"),
    Case("reboot", "reboot", "reboot"),
    Case("list", "list", "list", plug=""),
    Case("monitor", "monitor", "monitor", plug=""),
)}


def prepare(case, server, machine):
    """Brings the machine into the state in which the request finds it. Not measured."""
    if case.action in ("off", "reboot", "status"):
        server.power(machine, "on")


def defect(case, cost, server, machine, machines, power_offs_before):
    """Why the run does not count, by the server's own account; empty where it does."""
    if cost.exit_code != 0:
        last = (cost.complaint.strip() or cost.output.strip() or "no message").splitlines()[-1]
        return f"exit code {cost.exit_code}: {last}"
    if case.action == "status" and not ("ON" in cost.output or "poweredOn" in cost.output):
        return "did not say that the machine is on"
    if case.action == "off" and server.is_on(machine):
        return "the machine is not off"
    if case.action == "reboot" and not (server.is_on(machine) and server.power_offs(machine) == power_offs_before + 1):
        return "the machine was not turned off and on once"
    if case.action == "list" and len(cost.output.splitlines()) < machines:
        return f"listed {len(cost.output.splitlines())} of {machines} machines"
    return ""
