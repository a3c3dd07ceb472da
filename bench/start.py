#!/usr/bin/env python3
"""Times short runs of the program from start to exit; started by `bench/start`.

What starting any program takes is in every figure: `true` shows how much.
"""

import argparse
from pathlib import Path

from child import Run
from question import AS_OF
from rounds import in_rounds, pin
from table import head, machine, row

BENCH = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=200)
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    pin()
    check = [args.slo, "check", args.export, "--policy", BENCH / "slo.toml", "--as-of", AS_OF, "--no-ledger"]
    with open(args.export, "rb") as file:
        rows = sum(1 for _ in file) - 1
    commands = {
        f"`slo check`, {rows:,} rows, as a table": check,
        f"`slo check`, {rows:,} rows, as CSV": [*check, "--format", "csv"],
        "`slo --help`": [args.slo, "--help"],
        "`true`": ["true"],
    }
    rounds = in_rounds({title: lambda command=command: Run(command) for title, command in commands.items()}, args.rounds, tell=False)
    print(f"{machine()}\n\n{args.rounds} rounds\n\n{head('milliseconds')}")
    for title in commands:
        print(row(title, [1_000 * each[title].seconds for each in rounds], 1))


if __name__ == "__main__":
    main()
