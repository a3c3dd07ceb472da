#!/usr/bin/env python3
"""Times `slo check` and what people would use instead on the same export; started by `bench/compare`.

First it makes sure that all give the same answer. Then it runs them in turn, and prints as Markdown the ratios within
each round, the seconds, and the peak memory.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from child import Run
from question import AS_OF, kind
from rounds import in_rounds, pin
from same_answers import ask
from table import head, machine, row

BENCH = Path(__file__).resolve().parent
OTHERS = {"DuckDB": "duckdb_breaches.py", "Polars": "polars_breaches.py", "pandas": "pandas_breaches.py"}
# It takes long; three rounds tell enough.
LEAST = {"pandas": 3}


def slo_command(args):
    policy = BENCH / "slo.toml"
    return [args.slo, "check", args.export, "--policy", policy, "--as-of", AS_OF, "--no-ledger"]


def others(args):
    """By title the command of each, which a mode follows."""
    wanted = {title: script for title, script in OTHERS.items() if title.lower() not in args.without}
    return {title: [sys.executable, BENCH / script] for title, script in wanted.items()}


def baselines(args):
    """Commands that do next to nothing with the same bytes."""
    if kind(args.export) == "csv.gz":
        unpack = [sys.executable, BENCH / "gunzip.py", args.export]
        return {"`gzip -dc`": ["gzip", "-dc", args.export], "zlib alone": unpack}
    return {"`wc -l`": ["wc", "-l", args.export]}


def query(command, export, out):
    """One that tells how long the query alone took."""
    run = Run([*command, "breaches", export, out], keep=True)
    run.query = json.loads(run.printed)["seconds"]
    return run


def measure(args, folder):
    contestants = {}
    if not args.skip_slo:
        contestants["slo"] = lambda: Run([*slo_command(args), "--format", "csv"], out=f"{folder}/slo.csv")
    for title, command in others(args).items():
        contestants[title] = lambda command=command: query(command, args.export, f"{folder}/theirs.csv")
    for title, command in baselines(args).items():
        contestants[title] = lambda command=command: Run(command)
    return in_rounds(contestants, args.rounds, LEAST)


def report(args, counted, same, rounds):
    size, incidents = os.path.getsize(args.export), next(iter(counted.values()), {}).get("incidents")
    rows = "" if incidents is None else f"{incidents:,} incidents, "
    versions = [] if args.skip_slo else [Run([args.slo, "--version"], keep=True).printed.decode().strip()]
    versions += [f"{title} {told['version']}" for title, told in counted.items()]
    print(f"{machine()}\n\n{rows}{size / 1e9:.2f} GB as {kind(args.export)}, {args.rounds} rounds; {', '.join(versions)}\n")
    if same is not None:
        print(f"Same answer by all: the verdict counts of both objectives, and {same:,} breaches one by one.\n")
    if not args.skip_slo:
        print(ratios(rounds, list(counted), list(baselines(args))))
    print(seconds(rounds, list(counted), list(baselines(args))))


def ratios(rounds, titles, plain):
    lines = [head("ratio within a round")]
    for title in titles:
        both = [each for each in rounds if title in each]
        lines.append(row(f"{title}, query alone / `slo`", [each[title].query / each["slo"].seconds for each in both], 2, "×"))
        lines.append(row(f"{title}, whole process / `slo`", [each[title].seconds / each["slo"].seconds for each in both], 2, "×"))
    for title in plain:
        lines.append(row(f"`slo` / {title}", [each["slo"].seconds / each[title].seconds for each in rounds], 2, "×"))
    return "\n".join([*lines, ""])


def seconds(rounds, titles, plain):
    lines = [head("seconds", "peak MiB")]
    for title in [*(["slo"] if "slo" in rounds[0] else []), *titles, *plain]:
        runs = [each[title] for each in rounds if title in each]
        if title in titles:
            lines.append(row(f"{title}, query alone", [run.query for run in runs], 3, last=""))
        name = f"{title}, whole process" if title in titles else title.replace("slo", "`slo check`")
        peak = max(run.peak_mib for run in runs)
        lines.append(row(name, [run.seconds for run in runs], 3, last=f"{peak:.0f}"))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without", action="append", default=[], choices=[title.lower() for title in OTHERS])
    parser.add_argument("--skip-slo", action="store_true", help="measure only what slo is compared with")
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    pin()
    (BENCH / "data").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BENCH / "data") as folder:
        counted, same = ask(others(args), args.export, None if args.skip_slo else slo_command(args), folder)
        report(args, counted, same, measure(args, folder))


if __name__ == "__main__":
    main()
