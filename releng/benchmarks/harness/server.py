"""The simulated vCenter that everything is measured against, and its own account of what it was asked."""
import json
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

USERNAME = "administrator@vsphere.local"
PASSWORD = "palisade-demo"
# A run that hangs must not leave a server behind.
LIFETIME_SECONDS = 7200


@dataclass(frozen=True)
class Machine:
    """A virtual machine as the server knows it."""
    reference: str
    name: str
    path: str
    uuid: str


@dataclass(frozen=True)
class Traffic:
    """Requests, and bytes of HTTP bodies as the client sees them: sent by it, and received."""
    requests: int
    sent: int
    received: int

    def since(self, before):
        return Traffic(self.requests - before.requests, self.sent - before.sent, self.received - before.received)


class Server:
    """A vcenter-simulator that runs until close() or the end of this process."""

    def __init__(self, installation, environment, machines, certificate, wsdl):
        self.size = machines
        self.certificate = certificate
        # No name exists twice: fence_vmware_rest and fence_vmware_soap show only one of such machines, and their listings would not count.
        words = [f"{installation}/bin/vcenter-simulator", "--vms", str(machines), "--duplicates", "0", "--certificate-file", certificate,
                 "--lifetime", str(LIFETIME_SECONDS), "--until-stdin-closes"]
        if wsdl:
            words += ["--wsdl-file", wsdl]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True)
        self.port = int(self._announced(r"listening on https://[^/]*:(\d+)/sdk"))
        self.control = self._announced(r"control on (\S+)/")
        self._announced(r"(ready)")
        # Never asked for a password by a proxy, nor through one.
        self.http = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def _announced(self, pattern):
        line = self.process.stdout.readline()
        found = re.search(pattern, line)
        if not found:
            raise RuntimeError(f"vcenter-simulator said {line!r} and not {pattern}")
        return found.group(1)

    def ask(self, path, **form):
        """A request to the control endpoint; with a form it changes something."""
        body = urllib.parse.urlencode(form).encode() if form else None
        with self.http.open(self.control + path, body, timeout=60) as answer:
            return json.load(answer)

    def traffic(self):
        truth = self.ask("/truth")
        return Traffic(truth["requestsTotal"], truth["bytesIn"], truth["bytesOut"])

    def pick_machine(self):
        """A machine far from both ends of the inventory, with a plain name.

        Asked for one by one: the list of all would make this process large, and what it forks counts as large as it for a moment.
        """
        for number in range(self.size * 3 // 4, 0, -1):
            named = self._named(f"node{number:05}")
            if len(named) == 1 and not named[0]["template"]:
                return Machine(named[0]["id"], named[0]["name"], named[0]["path"], named[0]["uuid"])
        raise RuntimeError("there is no machine with a plain name")

    def _named(self, name):
        try:
            return self.ask(f"/vm?name={name}")
        except urllib.error.HTTPError as none:
            if none.code != 404:
                raise
            return []

    def power(self, machine, state):
        if self.is_on(machine) != (state == "on"):
            self.ask("/vm", id=machine.reference, power=state)

    def is_on(self, machine):
        return self.ask(f"/vm?id={machine.reference}")[0]["powerState"] == "poweredOn"

    def power_offs(self, machine):
        return self.ask(f"/vm?id={machine.reference}")[0]["powerOffs"]

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()
