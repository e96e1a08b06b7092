"""Runs one command and tells what it cost.

Only wait4 tells the processor time and the peak memory of a process with all the children that it waited for, exactly and after its end.
Java cannot call it; that is why the harness is Python.
"""
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What a run cost: seconds of wall clock, seconds of processor, peak resident memory in MiB."""
    exit_code: int
    output: str
    complaint: str
    wall: float
    cpu: float
    memory: float


def run(words, environment, text, bound):
    """Runs a command with text on its standard input, and ends it with its children after bound seconds.

    What it prints goes to files, so that no reader of a pipe shares the processor with it.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(text.encode())
        given.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(words, stdin=given, stdout=out, stderr=err, env=environment, start_new_session=True)
        guard = threading.Timer(bound, os.killpg, (process.pid, signal.SIGKILL))
        guard.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        guard.cancel()
        # Popen would wait for a process that is no more.
        process.returncode = os.waitstatus_to_exitcode(status)
        return Cost(process.returncode, read(out), read(err), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def read(file):
    file.seek(0)
    return file.read().decode(errors="replace")


def cpu_of(pid):
    """The processor time that a running process has used so far, in seconds.

    By the clock of that process, whose number Linux makes of the process' as clock_getcpuclockid(3) does: /proc tells hundredths only.
    """
    return time.clock_gettime((~pid << 3) | 2)


def memory_of(pid):
    """The peak resident memory of a running process, in MiB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    raise LookupError(f"process {pid} does not tell its memory")
