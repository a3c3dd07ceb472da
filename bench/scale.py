#!/usr/bin/env python3
"""Times `slo check` on a small and a large export; started by `bench/scale`.

What a run keeps of its breaches grows with their number, of course. So that it isn't measured here, nobody misses the
targets of `scale.toml`, and a filter leaves out what is still open: every row is read, and all others judged and counted.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from child import Run
from question import AS_OF
from rounds import in_rounds, pin
from table import head, machine, row

BENCH = Path(__file__).resolve().parent


def command(args, export, form):
    basis = ["--policy", BENCH / "scale.toml", "--as-of", AS_OF, "--no-ledger"]
    return [args.slo, "check", export, *basis, "--where", "status=closed", "--format", form]


def incidents(args, export):
    """How many are judged; ends the run if there is anything to keep of them."""
    told = json.loads(Run(command(args, export, "json"), keep=True).printed)
    kept = {name: len(told[name]) for name in ["breaches", "at_risk", "unreadable"]}
    if any(kept.values()):
        sys.exit(f"{export}: there should be nothing to keep, but there is: {kept}")
    return told["incidents"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("few")
    parser.add_argument("many")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    pin()
    exports = {"few": args.few, "many": args.many}
    counts = {name: incidents(args, export) for name, export in exports.items()}
    contestants = {
        name: lambda export=export: Run(command(args, export, "csv")) for name, export in exports.items()
    }  # fmt: skip
    rounds = in_rounds(contestants, args.rounds)
    sizes = {name: os.path.getsize(export) / 1e9 for name, export in exports.items()}
    print(f"{machine()}\n\n{len(rounds)} rounds\n\n{head('', 'peak MiB')}")
    for name in exports:
        peak = f"{max(each[name].peak_mib for each in rounds):.0f}"
        title = f"{counts[name]:,} incidents, {sizes[name]:.2f} GB, seconds"
        print(row(title, [each[name].seconds for each in rounds], 3, last=peak))
    larger = sizes["many"] / sizes["few"]
    for what, measure in [("on the wall", "seconds"), ("of the processors", "worked")]:
        ratios = [getattr(each["many"], measure) / getattr(each["few"], measure) for each in rounds]
        print(row(f"ratio {what}, of {larger:.2f} times the bytes", ratios, 2, "×", last=""))


if __name__ == "__main__":
    main()
