"""Lines of Markdown: rows of least, median and greatest, and on what was measured."""

import os
import platform
import statistics
from datetime import date
from pathlib import Path


def head(what, unit=""):
    return f"| {what} | min | median | max |{f' {unit} |' if unit else ''}\n| --- | ---: | ---: | ---: |{' ---: |' if unit else ''}"


def row(title, values, digits, unit="", last=None):
    numbers = (min(values), statistics.median(values), max(values))
    cells = [f"{number:.{digits}f}{unit}" for number in numbers] + ([] if last is None else [last])
    return f"| {title} | " + " | ".join(cells) + " |"


def machine():
    """Date, processor, cores in use, and system."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts = [date.today().isoformat(), f"{processor()}, {cores} cores", system()]
    return ", ".join(parts)


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    fields = dict(line.replace("\t", "").split(":", 1) for line in lines if ":" in line)
    virtual = " (virtual machine)" if "hypervisor" in fields.get("flags", "") else ""
    return fields.get("model name", platform.machine()).strip() + virtual


def system():
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
    except OSError:
        return platform.platform(terse=True)
