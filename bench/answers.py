#!/usr/bin/env python3
"""Compares the verdicts of `slo check` with DuckDB's, incident by incident; started by `bench/answers`.

The program tells the verdict on each incident by grouping by the id; its lists tell the rest of what is breached and
pending.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

from duckdb_verdicts import verdicts
from question import AS_OF

BENCH = Path(__file__).resolve().parent
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
VERDICTS = ["met", "breached", "pending", "unknown", "uncovered", "excluded"]
TOLD = ["title", "customer", "service", "severity", "status", "assignee"]
SHOWN = 5

# The script, its format and its other arguments; the seed moves on from export to export.
EXPORTS = [
    ("generate.py", "csv", []),
    ("generate.py", "jsonl", []),
    ("hard_export.py", "csv", []),
    ("hard_export.py", "csv", ["--crlf", "--bom", "--repeats"]),
    ("hard_export.py", "jsonl", ["--repeats"]),
    ("hard_export.py", "json", ["--crlf"]),
]


def by_slo(slo, export):
    """By incident and objective the verdict; by the same what the lists tell, of breached and pending ones."""
    command = [slo, "check", export, "--policy", BENCH / "answers.toml", "--as-of", AS_OF, "--no-ledger"]
    command += ["--format", "json", "--group-by", "incident", "--max-unreadable", "1000000000"]
    report = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    table = {}
    for objective in report["objectives"]:
        for group in objective["groups"]["incident"]:
            # More than one verdict on one incident would be told as such.
            verdict = " ".join(name for name in VERDICTS for _ in range(group[name]))
            table[group["key"], objective["id"]] = verdict
    listed = {}
    for verdict, entries in [("breached", report["breaches"]), ("pending", report["at_risk"])]:
        for entry in entries:
            key = entry["incident"], entry["objective"]
            if key in listed:
                sys.exit(f"slo lists {key} twice")
            listed[key] = {
                "verdict": verdict, "open": entry["open"], "target_s": entry["target_s"],
                "elapsed_us": round(entry["elapsed_s"] * 1_000_000), "opened_us": micros(entry["opened"]),
            } | {name: entry[name] or "" for name in TOLD}  # fmt: skip
    return table, listed


def micros(text):
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


def differences(slo, export):
    """What one says and not the other, and how often each verdict was given."""
    table, listed = by_slo(slo, export)
    told, counts = [], Counter()
    for theirs in verdicts(str(export)):
        key = theirs.pop("id"), theirs.pop("objective")
        verdict = theirs["verdict"]
        counts[verdict] += 1
        ours = table.pop(key, None)
        if ours != verdict:
            told.append(f"{key}: slo says {ours}, DuckDB {verdict}")
        details = listed.pop(key, None)
        expected = theirs if verdict in ("breached", "pending") else None
        if ours == verdict and details != expected:
            told.append(f"{key}: slo lists {details}, DuckDB has {expected}")
    told += [f"{key}: slo says {ours}, DuckDB nothing" for key, ours in table.items()]
    told += [f"{key}: slo lists {details}, DuckDB nothing" for key, details in listed.items()]
    return told, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slo", default="slo", help="the program to try")
    parser.add_argument("--rows", type=int, required=True, help="of each export")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    (BENCH / "data").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BENCH / "data") as folder:
        for seed, (script, form, rest) in enumerate(EXPORTS, args.seed):
            export = Path(folder) / f"export.{form}"
            make = ["--rows", str(args.rows), "--seed", str(seed), "--format", form, "--out", export, *rest]
            subprocess.run([sys.executable, BENCH / script, *make], check=True, stdout=subprocess.DEVNULL)
            told, counts = differences(args.slo, export)
            name = " ".join([script, "--format", form, "--seed", str(seed), *rest])
            if told:
                shown = "\n".join(told[:SHOWN])
                sys.exit(f"{name}: slo and DuckDB differ in {len(told)} places:\n{shown}")
            print(f"{name}: the same by both: " + ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS[:-1]))


if __name__ == "__main__":
    main()
