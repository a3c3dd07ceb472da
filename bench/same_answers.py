"""Whether the program and the others give the same answer: every count of both objectives, and every breach."""

import csv
import json
import subprocess
import sys

from child import Run
from question import COUNTS, OBJECTIVES


def slo_counts(command):
    """The counts of each objective, read from the head of the JSON report."""
    child = subprocess.Popen([*command, "--format", "json"], stdout=subprocess.PIPE)
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


def ask(others, export, slo, folder):
    """Ends the run unless all answers are the same. Gives what each of the others counted, and how many breaches there
    are. `others` gives by title the command that a mode and its arguments follow."""
    counted = {title: json.loads(Run([*command, "counts", export], keep=True).printed) for title, command in others.items()}
    if slo is None:
        return counted, None
    ours = slo_counts(slo)
    for title, theirs in counted.items():
        for objective in OBJECTIVES:
            if ours.get(objective) != theirs[objective]:
                sys.exit(f"{objective}: slo says {ours.get(objective)}, {title} says {theirs[objective]}")
    breaches = f"{folder}/slo.csv"
    Run([*slo, "--format", "csv"], out=breaches)
    same = 0
    for title, command in others.items():
        theirs = f"{folder}/theirs.csv"
        Run([*command, "breaches", export, theirs], keep=True)
        same = int(Run([sys.executable, __file__, breaches, theirs, title], keep=True).printed)
    return counted, same


def breach_set(path):
    """(incident, objective, seconds elapsed) of every breach in a CSV."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["incident"], row["objective"], float(row["elapsed_s"])) for row in rows}


def main():
    """Compares the breaches in two files: a process of its own, because it needs memory."""
    ours, theirs, title = sys.argv[1:4]
    ours, theirs = breach_set(ours), breach_set(theirs)
    if ours != theirs:
        only_ours, only_theirs = sorted(ours - theirs), sorted(theirs - ours)
        sys.exit(
            f"the breaches differ: {len(only_ours)} only by slo {only_ours[:3]}, "
            f"{len(only_theirs)} only by {title} {only_theirs[:3]}"
        )
    print(len(ours))


if __name__ == "__main__":
    main()
