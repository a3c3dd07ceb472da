"""One command as a process of its own, watched until it ends.

The process that starts it has to stay small: on Linux the peak memory of a child is at least that of its parent.
"""

import os
import subprocess
import sys
import time


class Run:
    """How long it took on the wall, what of that the processors worked, its peak memory, and what it printed (if `keep`,
    or to the file `out`)."""

    def __init__(self, command, keep=False, out=os.devnull, quiet=False):
        command = [str(part) for part in command]
        started = time.perf_counter()
        with open(out, "wb") as file:
            errors = subprocess.DEVNULL if quiet else None
            child = subprocess.Popen(command, stdout=subprocess.PIPE if keep else file, stderr=errors)
        self.printed = child.stdout.read() if keep else b""
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.perf_counter() - started
        self.worked = usage.ru_utime + usage.ru_stime
        self.peak_mib = usage.ru_maxrss / 1024
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"failed ({child.returncode}): {' '.join(command)}")
