"""What a reader needs to know of the machine: nothing that names a place on it."""
import os
import platform
import subprocess

from harness.contestants import ENVIRONMENT
from harness.installation import Absent, java
from harness.process import run


def describe(everybody):
    """Facts by name, in the order in which they are told."""
    facts = {"processor": f"{os.cpu_count()} × {processor()}", "memory": f"{memory()} GiB", "system": f"{distribution()}, Linux {platform.release()}"}
    for feature in (17, 25):
        try:
            facts[f"Java {feature}"] = java(feature)[1]
        except Absent as reason:
            facts[f"Java {feature}"] = str(reason)
    for contestant in everybody:
        if contestant.key in ("rest", "soap"):
            facts[contestant.title.partition(",")[0]] = first_line([contestant.command, "--version"])
    facts["curl"] = " ".join(first_line(["curl", "--version"]).split()[:2])
    facts["load average of the minute before begin and end"] = f"{os.getloadavg()[0]:.2f}"
    return facts


def first_line(words):
    try:
        answer = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, timeout=30, check=False).stdout
        return answer.splitlines()[0] if answer else "version not told"
    except OSError:
        return "not installed"


def value(file, key):
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            name, _, rest = line.partition(":" if file.startswith("/proc") else "=")
            if name.strip() == key:
                return rest.strip().strip('"')
    return "not told"


def processor():
    return value("/proc/cpuinfo", "model name")


def memory():
    return round(int(value("/proc/meminfo", "MemTotal").split()[0]) / 1024 ** 2)


def distribution():
    return value("/etc/os-release", "PRETTY_NAME")


def floor_memory():
    """The peak memory that is measured of a command that needs next to none: less cannot be seen by this harness."""
    return run(["true"], ENVIRONMENT, "", 10).memory
