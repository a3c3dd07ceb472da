#!/usr/bin/env python3
"""Times `slo report` on a year of incidents, in its forms and for each customer; started by `bench/report`.

`slo check` fills the ledger first, and is what a report is compared with: it reads and judges the same.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from child import Run
from rounds import in_rounds, pin
from table import head, machine, row

BENCH = Path(__file__).resolve().parent
LEDGER = BENCH / "data" / "report-ledger.jsonl"
# The last day of the year that the export is about.
AS_OF = "2027-03-01T09:00:00+09:00"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("--slo", default="slo", help="the program to measure")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    pin()
    LEDGER.unlink(missing_ok=True)
    basis = [args.export, "--policy", BENCH / "report.toml", "--as-of", AS_OF]
    subprocess.run([args.slo, "check", *basis, "--format", "csv"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        report = [args.slo, "report", *basis, "--period", "fiscal-year", "--quiet"]
        page = Path(folder) / "year.html"
        commands = {
            "`slo check`, without a ledger": [args.slo, "check", *basis, "--no-ledger"],
            "`slo report`, a fiscal year, for a terminal": report,
            "… as HTML": [*report, "--output", f"html={page}"],
            "… as a workbook": [*report, "--output", f"xlsx={folder}/year.xlsx"],
            "… HTML for each of 200 customers": [*report, "--by", "customer", "--output", f"html={folder}/{{customer}}.html"],
        }
        runs = {title: lambda command=command: Run(command) for title, command in commands.items()}
        rounds = in_rounds(runs, args.rounds, tell=False)
        with open(LEDGER, "rb") as file:
            entries = sum(1 for _ in file)
        print(f"{machine()}\n\n{args.rounds} rounds, a ledger of {entries:,} entries, the page {page.stat().st_size // 1024} KiB\n")
        print(head("seconds"))
        for title in commands:
            print(row(title, [each[title].seconds for each in rounds], 2))


if __name__ == "__main__":
    main()
