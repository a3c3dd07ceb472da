#!/usr/bin/env python3
"""Times `slo check` by two policies on the same export; started by `bench/clock`.

One policy is plain, the other has a calendar, pauses and exclusions on every
target. They run in turn, in an order that moves on every round; a ratio is
taken within a round, of the time on the wall and of the processors' time.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent
CORES = 2
AS_OF = "2027-06-01T00:00:00+09:00"
POLICIES = {"plain": "slo.toml", "clock": "clock.toml"}


def run(args, policy):
    """Seconds on the wall, and seconds of both processors in the program itself."""
    command = [args.slo, "check", args.export, "--policy", str(BENCH / policy), "--as-of", AS_OF]
    command += ["--no-ledger", "--format", "csv"]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    child = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if child.returncode:
        sys.exit(f"failed ({child.returncode}): {' '.join(command)}")
    return wall, after.ru_utime - before.ru_utime, child.stdout.count(b"\n") - 1


def row(title, values, digits, unit=""):
    cells = [f"{number:.{digits}f}{unit}" for number in (min(values), statistics.median(values), max(values))]
    return f"| {title} | " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    if hasattr(os, "sched_setaffinity"):  # the children inherit it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    names, rounds = list(POLICIES), []
    for number in range(args.rounds + 1):
        first = number % len(names)
        result = {name: run(args, POLICIES[name]) for name in names[first:] + names[:first]}
        if number:  # round 0 warms the file cache
            rounds.append(result)
            print(f"round {number} of {args.rounds}", file=sys.stderr)
    breaches = {name: rounds[0][name][2] for name in names}
    size = os.path.getsize(args.export)
    print(f"{size / 1e9:.2f} GB, {args.rounds} rounds; breaches: {breaches['plain']:,} plain, {breaches['clock']:,} by the clock")
    print("\n| | min | median | max |\n| --- | ---: | ---: | ---: |")
    for place, what in enumerate(["on the wall", "processors' time"]):
        for name in names:
            print(row(f"{name}, seconds {what}", [each[name][place] for each in rounds], 2))
        print(row(f"clock / plain, {what}", [each["clock"][place] / each["plain"][place] for each in rounds], 2, "×"))


if __name__ == "__main__":
    main()
