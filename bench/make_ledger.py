"""Makes a ledger of about so many entries, by the program itself: an export is checked, the worklist of its
breaches is filled in but for a few rows, and what calls for a fix is requested. So every entry is as in life."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
AS_OF = "2027-06-01T00:00:00+09:00"
# About one row in nine misses an objective, and each breach is annotated.
ROWS_PER_ENTRY = 4.6
# So many breaches are left without a cause, of a thousand; and at least as many as this.
LEFT_PER_MILLE, LEFT_AT_LEAST = 4, 100


def slo(program, *args, out=subprocess.DEVNULL):
    command = [program, *map(str, args), "--policy", str(BENCH / "slo.toml"), "--as-of", AS_OF]
    run = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env={"SLO_USER": "bench", "PATH": "/usr/bin:/bin"})
    if run.returncode:
        sys.exit(f"failed ({run.returncode}): {' '.join(command)}\n{run.stderr.decode()[-2000:]}")


def make(program, entries, ledger):
    """Writes the ledger, or leaves it if it is there."""
    if ledger.exists():
        return
    folder = ledger.with_suffix(".parts")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    export, growing = folder / "export.csv", folder / "ledger.jsonl"
    rows = int(entries * ROWS_PER_ENTRY)
    subprocess.run([sys.executable, BENCH / "generate.py", "--rows", str(rows), "--out", export], check=True, stdout=sys.stderr)
    slo(program, "check", export, "--ledger", growing, "--format", "csv")
    slo(program, "status", "--ledger", growing, "--output", f"csv={folder / 'worklist.csv'}")
    fill(folder / "worklist.csv", folder / "filled.csv")
    slo(program, "annotate", "--ledger", growing, "--from", folder / "filled.csv")
    slo(program, "escalate", "--draft", "--ledger", growing)
    verified = subprocess.run([program, "ledger", "verify", growing], stdout=subprocess.DEVNULL)
    if verified.returncode:
        sys.exit(f"`slo ledger verify {growing}` finds faults")
    growing.rename(ledger)
    shutil.rmtree(folder)


def fill(worklist, filled):
    """One in fifty calls for a fix; some rows are left as they are, spread over all."""
    with open(worklist, newline="") as file, open(filled, "w", newline="") as out:
        rows = csv.DictReader(file)
        every = every_nth(worklist)
        # What people don't fill in may be left out of a worklist.
        write = csv.DictWriter(out, ["incident", "objective", "cause", "reason"], extrasaction="ignore")
        write.writeheader()
        for number, row in enumerate(rows):
            if number % every:
                row["cause"] = "runbook-missing" if number % 50 == 1 else "customer-side"
                row["reason"] = f"手順の確認に時間がかかった ({number})"
            write.writerow(row)


def every_nth(worklist):
    with open(worklist, newline="") as file:
        rows = sum(1 for _ in csv.reader(file)) - 1
    return max(1, rows // max(LEFT_AT_LEAST, rows * LEFT_PER_MILLE // 1000))
