#!/usr/bin/env python3
"""Times `slo check`, DuckDB and `wc -l` on the same export; started by `bench/compare`.

First it makes sure that both give the same answer: the same verdict counts and
the same breaches. Then it runs them in turn, in an order that moves on every
round, and prints medians, extremes and the ratios within each round.

This process stays small and starts everything else as a child: on Linux the
peak memory of a child is at least that of the process that started it.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent
CORES = 2
AS_OF = "2027-06-01T00:00:00+09:00"
COUNTS = ["met", "breached", "breached_open", "pending", "unknown"]


def slo_command(args, *output):
    policy = str(BENCH / "slo.toml")
    return [args.slo, "check", args.export, "--policy", policy, "--as-of", AS_OF, "--no-ledger", *output]


def slo_breaches(args, out):
    return Run(slo_command(args, "--format", "csv"), out=out)


def duckdb_command(args, mode, *rest):
    return [sys.executable, str(BENCH / "duckdb_breaches.py"), mode, args.export, *rest]


class Run:
    """One child: how long it took, its peak memory, and what it printed (if `keep`, or to the file `out`)."""

    def __init__(self, command, keep=False, out=os.devnull):
        started = time.perf_counter()
        with open(out, "wb") as file:
            child = subprocess.Popen(command, stdout=subprocess.PIPE if keep else file)
        self.printed = child.stdout.read() if keep else b""
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.perf_counter() - started
        self.peak_mib = usage.ru_maxrss / 1024
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"failed ({child.returncode}): {' '.join(command)}")


def slo_counts(args):
    """The counts of each objective, read from the head of the JSON report."""
    child = subprocess.Popen(slo_command(args, "--format", "json"), stdout=subprocess.PIPE)
    head = b""
    while len(head) < 1 << 20 and (piece := child.stdout.read(1 << 16)):
        head += piece
    while child.stdout.read(1 << 16):
        pass
    if child.wait():
        sys.exit(f"slo check --format json failed ({child.returncode})")
    text = head.decode("utf-8", errors="replace")  # the cut may be within a character
    key = '"objectives":'
    if key not in text:
        sys.exit("the JSON report names no objectives in its first mebibyte")
    rest = text[text.index(key) + len(key) :].lstrip()
    objectives, _ = json.JSONDecoder().raw_decode(rest)
    return {each["id"]: {name: each[name] for name in COUNTS} for each in objectives}


def breach_set(path):
    """(incident, objective, seconds elapsed) of every breach in a CSV."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["incident"], row["objective"], float(row["elapsed_s"])) for row in rows}


def same_breaches(one, other):
    """Runs as a process of its own, because it needs memory."""
    slo, duckdb = breach_set(one), breach_set(other)
    if slo != duckdb:
        only_slo, only_duckdb = sorted(slo - duckdb), sorted(duckdb - slo)
        sys.exit(
            f"the breaches differ: {len(only_slo)} only by slo {only_slo[:3]}, "
            f"{len(only_duckdb)} only by DuckDB {only_duckdb[:3]}"
        )
    print(len(slo))


def check(args, folder):
    """Ends the run unless both answers are the same. Returns DuckDB's counts."""
    expected = json.loads(Run(duckdb_command(args, "counts"), keep=True).printed)
    if args.skip_slo:
        return expected, None
    counted = slo_counts(args)
    for objective in ["first-response", "resolve"]:
        if counted.get(objective) != expected[objective]:
            sys.exit(f"{objective}: slo says {counted.get(objective)}, DuckDB says {expected[objective]}")
    ours, theirs = f"{folder}/slo.csv", f"{folder}/duckdb.csv"
    slo_breaches(args, ours)
    Run(duckdb_command(args, "breaches", theirs))
    same = Run([sys.executable, __file__, "--same", ours, theirs], keep=True)
    return expected, int(same.printed)


def measure(args, folder):
    """Runs everything once, untimed, and then in `--rounds` rounds."""
    names = ["duckdb", "wc"] if args.skip_slo else ["slo", "duckdb", "wc"]
    rounds = []
    for number in range(args.rounds + 1):
        result = {}
        first = number % len(names)
        for name in names[first:] + names[:first]:
            if name == "slo":
                run = slo_breaches(args, f"{folder}/slo.csv")
                result["slo"], result["slo MiB"] = run.seconds, run.peak_mib
            elif name == "duckdb":
                run = Run(duckdb_command(args, "breaches", f"{folder}/duckdb.csv"), keep=True)
                result["duckdb process"], result["duckdb MiB"] = run.seconds, run.peak_mib
                result["duckdb"] = json.loads(run.printed)["seconds"]
            else:
                result["wc"] = Run(["wc", "-l", args.export]).seconds
        if number:  # round 0 warms the file cache
            rounds.append(result)
            print(f"round {number} of {args.rounds}", file=sys.stderr)
    return rounds


def row(title, values, digits, unit=""):
    cells = [f"{number:.{digits}f}{unit}" for number in (min(values), statistics.median(values), max(values))]
    return f"| {title} | " + " | ".join(cells) + " |"


def report(args, expected, same, rounds):
    size = os.path.getsize(args.export)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"{expected['incidents']:,} incidents, {size / 1e9:.2f} GB, {cores} cores, {args.rounds} rounds, DuckDB {expected['version']}")
    print()
    if same is not None:
        print(f"Same answer: the verdict counts of both objectives, and {same:,} breaches one by one.")
        print()

    def column(key):
        return [each[key] for each in rounds]

    def ratio(above, below):
        return [each[above] / each[below] for each in rounds]

    print("| seconds | min | median | max |\n| --- | ---: | ---: | ---: |")
    if not args.skip_slo:
        print(row("`slo check`", column("slo"), 3))
    print(row("DuckDB, the query alone", column("duckdb"), 3))
    print(row("DuckDB, whole process", column("duckdb process"), 3))
    print(row("`wc -l`", column("wc"), 3))
    print()
    if not args.skip_slo:
        print("| ratio within a round | min | median | max |\n| --- | ---: | ---: | ---: |")
        print(row("DuckDB query / `slo`", ratio("duckdb", "slo"), 2, "×"))
        print(row("DuckDB process / `slo`", ratio("duckdb process", "slo"), 2, "×"))
        print(row("`slo` / `wc -l`", ratio("slo", "wc"), 2, "×"))
        print()
    print("| peak memory, MiB | min | median | max |\n| --- | ---: | ---: | ---: |")
    if not args.skip_slo:
        print(row("`slo check`", column("slo MiB"), 0))
    print(row("DuckDB, whole process", column("duckdb MiB"), 0))


def main():
    if sys.argv[1:2] == ["--same"]:
        return same_breaches(*sys.argv[2:4])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--skip-slo", action="store_true", help="measure only what slo is compared with")
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    if hasattr(os, "sched_setaffinity"):  # the children inherit it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    with tempfile.TemporaryDirectory(dir=BENCH / "data") as folder:
        expected, same = check(args, folder)
        report(args, expected, same, measure(args, folder))


if __name__ == "__main__":
    main()
