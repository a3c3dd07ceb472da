#!/usr/bin/env python3
"""Times `slo check` with all that it can be asked beside the plain question, on the same export; started by `bench/clock`.

The plain run is that of `bench/compare`: targets by severity, the counts broken down by severity and month as they are
without being asked for, every incident of the export, and ids that repeat looked for, as in every run.
"""

import argparse
import os
from pathlib import Path

from child import Run
from question import AS_OF
from rounds import in_rounds, pin
from table import head, machine, row

BENCH = Path(__file__).resolve().parent
GROUPS = ["--group-by", "customer,service,assignee"]
# Holds every incident, so that as many are judged.
WINDOW = ["--since", "2026-03-01", "--until", "2027-03-01"]
# By title: the policy, and what else is asked.
RUNS = {
    "plain": ("slo.toml", []),
    "clock": ("clock.toml", []),
    "groups": ("slo.toml", GROUPS),
    "window": ("slo.toml", WINDOW),
    "all of it": ("clock.toml", GROUPS + WINDOW),
}


def run(args, title, folder):
    policy, asked = RUNS[title]
    command = [args.slo, "check", args.export, "--policy", BENCH / policy, "--as-of", AS_OF, "--no-ledger"]
    return Run([*command, *asked, "--format", "csv"], out=folder / "out.csv")


def breaches(args, folder):
    """How many each gives, in the order of `RUNS`."""
    told = []
    for title in RUNS:
        run(args, title, folder)
        with open(folder / "out.csv", "rb") as file:
            told.append(f"{title} {sum(1 for _ in file) - 1:,}")
    (folder / "out.csv").unlink()
    return ", ".join(told)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    pin()
    folder = BENCH / "data"
    told = breaches(args, folder)
    contestants = {title: lambda title=title: run(args, title, folder) for title in RUNS}
    rounds = in_rounds(contestants, args.rounds)
    (folder / "out.csv").unlink()
    size = os.path.getsize(args.export)
    print(f"{machine()}\n\n{size / 1e9:.2f} GB, {args.rounds} rounds; breaches: {told}")
    for what, measure in [("on the wall", "seconds"), ("of the processors", "worked")]:
        print(f"\n{head(f'{what}, within a round')}")
        for title in list(RUNS)[1:]:
            ratios = [getattr(each[title], measure) / getattr(each["plain"], measure) for each in rounds]
            print(row(f"{title} / plain", ratios, 2, "×"))
    print(f"\n{head('seconds', 'peak MiB')}")
    for title in RUNS:
        peak = f"{max(each[title].peak_mib for each in rounds):.0f}"
        print(row(title, [each[title].seconds for each in rounds], 3, last=peak))


if __name__ == "__main__":
    main()
