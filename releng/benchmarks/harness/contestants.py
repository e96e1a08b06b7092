"""Who is measured, and by what command. A contestant that is not installed raises Absent, and the report says so."""
import os
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from harness import floor
from harness.cases import SIZES
from harness.installation import Absent, java
from harness.server import PASSWORD, USERNAME

# The environment of a fencer: no proxies, no locale, nothing of the caller's.
ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
EVERYTHING = ("status", "off", "reboot", "list", "monitor")
OURS = EVERYTHING + ("status-again", "status-cold-name", "status-cold-path", "status-cold-uuid", "status-verified")


@dataclass(frozen=True)
class Invocation:
    """A command, what is added to its environment, and what it gets on its standard input."""
    words: list
    environment: dict
    text: str


class Contestant:
    """Somebody who can be asked for some cases on inventories of some sizes."""

    full_schema = False

    def __init__(self, key, title, cases, sizes=SIZES):
        self.key = key
        self.title = title
        self.cases = cases
        self.sizes = sizes

    def invocation(self, case, server, machine):
        raise NotImplementedError

    def forget(self, case, server):
        """Removes what was remembered from earlier runs of a case."""

    def begin(self):
        """Starts what has to run beside the commands; returns its process id, or None where there is nothing."""

    def end(self):
        """Ends what begin() started."""


def options(case, server, machine):
    """Options as a fencer gives them, on standard input."""
    lines = {"action": case.action, "ip": "127.0.0.1", "ipport": server.port, "username": USERNAME, "password": PASSWORD, "ssl": 1}
    if case.plug:
        lines["plug"] = {"name": machine.name, "path": machine.path, "uuid": machine.uuid}[case.plug]
    return lines


def text_of(lines):
    return "".join(f"{key}={value}\n" for key, value in lines.items())


class Ours(Contestant):
    """Palisade's one-shot agent on one Java."""

    def __init__(self, key, title, folder, java_home, cases, cache):
        super().__init__(key, title, cases)
        self.folder = folder
        self.java_home = java_home
        self.cache = cache

    def invocation(self, case, server, machine):
        lines = options(case, server, machine)
        lines.update({"ssl_ca_file": server.certificate} if case.verified else {"ssl_insecure": 1})
        if self.cache:
            lines["lookup_cache"] = str(self._cache_of(case, server))
        return Invocation([f"{self.folder}/bin/fence_vmware"], {"PALISADE_JAVA": self.java_home}, text_of(lines))

    def _cache_of(self, case, server):
        """All simulated servers are the same one to the agent, so each size has a folder; and what a cold run forgets is not what warm ones know."""
        return self.cache / f"{server.size}-{'cold' if case.cold else 'warm'}"

    def forget(self, case, server):
        if self.cache:
            shutil.rmtree(self._cache_of(case, server), ignore_errors=True)


class Resident(Ours):
    """Palisade's agent where a resident one answers its requests."""

    def __init__(self, key, title, installation, arguments, work, cache):
        super().__init__(key, title, installation.with_resident(), java(17)[0], EVERYTHING, cache)
        self.socket = pathlib.Path(work, key, "agent.sock")
        self.arguments = arguments
        self.process = None

    def invocation(self, case, server, machine):
        one_shot = super().invocation(case, server, machine)
        return Invocation(one_shot.words, {**one_shot.environment, "PALISADE_SOCKET": str(self.socket)}, one_shot.text)

    def begin(self):
        self.process = subprocess.Popen([f"{self.folder}/bin/palisade-resident", "--socket", str(self.socket), *self.arguments],
                                        env={**ENVIRONMENT, "PALISADE_JAVA": self.java_home}, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if ": ready, " not in self.process.stdout.readline():
            raise RuntimeError("palisade-resident did not start")
        return self.process.pid

    def end(self):
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()


class FenceAgents(Contestant):
    """An agent of ClusterLabs fence-agents, unchanged."""

    def __init__(self, key, title, name, sizes=SIZES, cases=EVERYTHING, full_schema=False):
        super().__init__(key, title, cases, sizes)
        self.command = f"/usr/sbin/{name}"
        self.full_schema = full_schema
        if not os.access(self.command, os.X_OK):
            raise Absent(f"{name} is not installed (Debian: fence-agents)")

    def invocation(self, case, server, machine):
        return Invocation([self.command], {}, text_of({**options(case, server, machine), "ssl_insecure": 1}))


class Govc(Contestant):
    """The command line of VMware's Go SDK, which finds machines by their path."""

    def __init__(self, command):
        super().__init__("govc", "govc (VMware's Go SDK)", ("status", "off", "list"))
        self.command = command
        if not command:
            raise Absent("govc was neither given by --govc nor built, as there is no Go")

    def invocation(self, case, server, machine):
        words = {"status": ["collect", "-s", machine.path, "runtime.powerState"], "off": ["vm.power", "-off", machine.path],
                 "list": ["find", "/", "-type", "m"]}[case.action]
        environment = {"GOVC_URL": f"https://127.0.0.1:{server.port}/sdk", "GOVC_USERNAME": USERNAME, "GOVC_PASSWORD": PASSWORD,
                       "GOVC_INSECURE": "1", "GOVC_PERSIST_SESSION": "false"}
        return Invocation([self.command, *words], environment, "")


class Curl(Contestant):
    """The floor."""

    def __init__(self):
        super().__init__("curl", "raw SOAP by curl, the floor", ("status", "status-verified", "off"))
        if not shutil.which("curl"):
            raise Absent("curl is not installed")

    def invocation(self, case, server, machine):
        calls = floor.status(machine) if case.action == "status" else floor.off(machine)
        trust = f'cacert = "{server.certificate}"' if case.verified else "insecure"
        return Invocation(["curl", "--config", "-"], {}, floor.configuration(server, calls, trust))


def contestants(installation, work, govc):
    """Those that there are, and for each that there is not, why."""
    cache = pathlib.Path(work, "look-up-cache") if installation.has_look_up_cache() else None
    makers = {}
    for feature in (17, 25):
        makers[f"ours-{feature}"] = lambda feature=feature: one_shot(installation, feature, cache)
        makers[f"plain-{feature}"] = lambda feature=feature: without_archive(installation, feature, cache)
    for key, title, arguments in (("resident", "Palisade, resident, Java 17", ()),
                                  ("resident-kept", "Palisade, resident, sessions kept, Java 17", ("--keep-sessions",))):
        makers[key] = lambda key=key, title=title, arguments=arguments: Resident(key, title, installation, arguments, work, cache and cache / key)
    makers["rest"] = lambda: FenceAgents("rest", "fence_vmware_rest", "fence_vmware_rest")
    # The restricted WSDL tells what the types of a real one cost; one case does for that.
    makers["soap"] = lambda: FenceAgents("soap", "fence_vmware_soap, restricted WSDL", "fence_vmware_soap", SIZES[:-1], ("status",))
    makers["soap-full"] = lambda: FenceAgents("soap-full", "fence_vmware_soap, all types in the WSDL", "fence_vmware_soap", (100, 10000),
                                              full_schema=True)
    makers["govc"] = lambda: Govc(govc)
    makers["curl"] = Curl
    present, absent = [], {}
    for key, make in makers.items():
        try:
            present.append(make())
        except Absent as reason:
            absent[key] = str(reason)
    if not cache:
        absent["look-up cache"] = "the installed agent has no option lookup_cache: each of its runs is a cold one"
    return present, absent


def one_shot(installation, feature, cache):
    home = java(feature)[0]
    folder = installation.with_archive(home, ENVIRONMENT)
    return Ours(f"ours-{feature}", f"Palisade, one-shot, Java {feature}, archive", folder, home, OURS,
                cache and cache / f"ours-{feature}")


def without_archive(installation, feature, cache):
    """One case tells what the archive is worth; where there is none to be had, this is all that there is of ours."""
    cases = ("status",) if installation.has_archive_command() else OURS
    return Ours(f"plain-{feature}", f"Palisade, one-shot, Java {feature}, no archive", installation.copy("agent-without-archive"),
                java(feature)[0], cases, cache and cache / f"plain-{feature}")
