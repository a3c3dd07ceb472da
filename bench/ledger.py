#!/usr/bin/env python3
"""Times the commands that people wait for on a ledger of a given length; started by `bench/ledger`.

First the answers are compared: how many breaches wait for a cause by `slo status`, and by DuckDB. Then everything runs
in turn, in an order that moves on every round. `annotate` appends an entry each time; the few that the rounds add don't
matter beside the rest.
"""

import argparse
import csv
import io
import json
import os
import sys
from pathlib import Path

from child import Run
from rounds import pin
from table import row
from make_ledger import AS_OF, make

BENCH = Path(__file__).resolve().parent
os.environ["SLO_USER"] = "bench"


def command(args, *rest):
    basis = ["--policy", str(BENCH / "slo.toml"), "--ledger", str(args.ledger)]
    return [args.slo, *rest, *basis, *([] if rest[0] == "ledger" else ["--as-of", AS_OF])]


def duckdb(args):
    return [sys.executable, str(BENCH / "duckdb_waiting.py"), str(args.ledger)]


def check(args):
    """Ends the run unless both answers are the same. Gives DuckDB's, and a breach to annotate."""
    listed = Run(command(args, "status", "--format", "csv"), keep=True).printed.decode()
    rows = list(csv.DictReader(io.StringIO(listed)))
    expected = json.loads(Run(duckdb(args), keep=True).printed)
    if len(rows) != expected["waiting"]:
        sys.exit(f"slo says that {len(rows)} breaches wait for a cause, DuckDB says {expected['waiting']}")
    return expected, rows[-1]


def measure(args, breach):
    runs = {
        "annotate": lambda number: command(
            args, "annotate", breach["incident"], "--objective", breach["objective"],
            "--cause", "customer-side", "--reason", f"round {number}",
        ),
        "status": lambda _: command(args, "status"),
        "log": lambda _: command(args, "ledger", "log", "--limit", "10"),
        "duckdb": lambda _: duckdb(args),
        "wc": lambda _: ["wc", "-l", str(args.ledger)],
    }
    names = list(runs)
    rounds = []
    for number in range(args.rounds + 1):
        first = number % len(names)
        result = {}
        for name in names[first:] + names[:first]:
            run = Run(runs[name](number), keep=name == "duckdb")
            result[name], result[f"{name} MiB"] = run.seconds, run.peak_mib
        if number:  # round 0 warms the file cache
            rounds.append(result)
    return rounds


def report(args, expected, rounds):
    size, entries = os.path.getsize(args.ledger), int(Run(["wc", "-l", str(args.ledger)], keep=True).printed.split()[0])
    print(f"{entries:,} entries, {size / 1e6:,.0f} MB, {expected['waiting']:,} breaches without a cause by either; "
          f"{len(rounds)} rounds, DuckDB {expected['version']}\n")  # fmt: skip
    titles = {
        "annotate": "`slo annotate ID`", "status": "`slo status`", "log": "`slo ledger log --limit 10`",
        "duckdb": "DuckDB, how many wait, whole process", "wc": "`wc -l`",
    }  # fmt: skip

    def column(key):
        return [each[key] for each in rounds]

    print("| milliseconds | min | median | max | peak MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for key, title in titles.items():
        print(row(title, [1000 * seconds for seconds in column(key)], 0) + f" {max(column(f'{key} MiB')):.0f} |")
    print("\n| ratio within a round | min | median | max |\n| --- | ---: | ---: | ---: |")
    for above, below in [("duckdb", "status"), ("duckdb", "annotate"), ("status", "wc"), ("annotate", "wc")]:
        ratios = [each[above] / each[below] for each in rounds]
        print(row(f"{titles[above]} / {titles[below]}", ratios, 2, "×"))
    print(flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("entries", type=int)
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    args.ledger = BENCH / "data" / f"ledger-{args.entries}.jsonl"
    make(args.slo, args.entries, args.ledger)
    pin()
    expected, breach = check(args)
    report(args, expected, measure(args, breach))


if __name__ == "__main__":
    main()
