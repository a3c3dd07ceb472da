#!/usr/bin/env python3
"""A month of a report reckoned again, by DuckDB from the same export; started by `bench/month`.

The rules of `fixtures/slo.toml` stand here once more, in SQL. Percentiles are taken by rank from an ordered list,
and time is counted in whole seconds, as the export has no finer ones.
"""

import argparse
import json
import subprocess
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
EXPORT = ROOT / "fixtures" / "incidents.csv"
RECKONED = ROOT / "fixtures" / "reckoned" / "2026-10.json"
AS_OF = "2026-11-01 09:00:00"
MONTH = ("2026-10-01", "2026-11-01")

# objective: (stage, goal in percent, targets in minutes by severity, those of single customers)
OBJECTIVES = {
    "acknowledge": ("受付日時", 99, {"緊急": 5, "高": 10, "中": 30, "低": 720}, []),
    "first-response": (
        "一次対応完了",
        95,
        {"緊急": 30, "高": 60, "中": 240, "低": 1440},
        [("緊急", "みどり銀行%", 15), ("高", "ACME%", 45), ("高", "Globex%", 45)],
    ),
    "resolve": (
        "復旧日時",
        90,
        {"緊急": 240, "高": 480, "中": 1440, "低": 4320},
        [("緊急", "みどり銀行", 120), ("中", "株式会社あおば商事", 720)],
    ),
}
STAGES = ["受付日時", "一次連絡", "一次対応完了", "復旧日時"]
ENDS = [5, 15, 30, 60, 240, 720, 1440, 4320]


def judged(objective):
    stage, _, targets, single = OBJECTIVES[objective]
    later = STAGES[STAGES.index(stage) + 1 :]
    went_past = " OR ".join(f'"{name}" IS NOT NULL' for name in later) or "false"
    cases = [f"WHEN 重要度 = '{severity}' AND 顧客名 LIKE '{who}' THEN {minutes}" for severity, who, minutes in single]
    cases += [f"WHEN 重要度 = '{severity}' THEN {minutes}" for severity, minutes in targets.items()]
    return f"""
    SELECT *, CASE
        WHEN 状態 = '検証' THEN 'excluded'
        WHEN target IS NULL THEN 'uncovered'
        WHEN reached IS NULL AND ({went_past}) THEN 'unknown'
        WHEN elapsed > target * 60 THEN 'breached'
        WHEN reached IS NULL THEN 'pending'
        ELSE 'met' END AS verdict
    FROM (
        SELECT *, "{stage}" AS reached, CASE {" ".join(cases)} END AS target,
            epoch(coalesce("{stage}", TIMESTAMP '{AS_OF}')) - epoch(発生日時) AS elapsed
        FROM incidents WHERE 発生日時 >= '{MONTH[0]}' AND 発生日時 < '{MONTH[1]}'
    )"""


def spread(seconds):
    """Median, 90th percentile and longest, by rank."""
    if not seconds:
        return None
    ordered = sorted(seconds)
    rank = lambda percent: ordered[-(-len(ordered) * percent // 100) - 1]
    return {"count": len(ordered), "median_s": rank(50), "p90_s": rank(90), "longest_s": ordered[-1]}


def reckon():
    connection = duckdb.connect()
    stamps = ", ".join(f'strptime("{name}", \'%Y/%m/%d %H:%M:%S\') AS "{name}"' for name in ["発生日時", *STAGES])
    connection.execute(
        f"CREATE TABLE incidents AS SELECT * REPLACE ({stamps}) FROM read_csv('{EXPORT}', all_varchar = true, header = true)"
    )
    objectives, overs, missed = {}, [], {}
    for objective, (_, goal, _, _) in OBJECTIVES.items():
        rows = connection.execute(
            f"SELECT 管理番号, 発生日時, verdict, elapsed::BIGINT, (elapsed - target * 60)::BIGINT FROM ({judged(objective)})"
        ).fetchall()
        counts = {verdict: 0 for verdict in ["met", "breached", "pending", "unknown", "uncovered", "excluded"]}
        for _, _, verdict, _, _ in rows:
            counts[verdict] += 1
        base = counts["met"] + counts["breached"]
        late = [(name, opened, over) for name, opened, verdict, _, over in rows if verdict == "breached"]
        overs += [over for _, _, over in late]
        missed.update({name: opened for name, opened, _ in late})
        allowed = base * (100 - goal) // 100
        objectives[objective] = {
            **counts,
            "judged": base,
            "budget": {"allowed": allowed, "used": counts["breached"], "left": allowed - counts["breached"]},
            "elapsed": spread([elapsed for _, _, verdict, elapsed, _ in rows if verdict in ("met", "breached")]),
            "over": spread([over for _, _, over in late]),
        }
    ends = [end * 60 for end in ENDS]
    overruns = [0] * (len(ends) + 1)
    for over in overs:
        overruns[sum(over > end for end in ends)] += 1
    week = [[0] * 24 for _ in range(7)]
    for opened in missed.values():
        week[opened.weekday()][opened.hour] += 1
    return {"objectives": objectives, "breaches": len(overs), "over_s": sum(overs), "overruns": overruns, "week": week}


def told(slo):
    """The same numbers as `slo report` tells them."""
    command = [slo, "report", EXPORT, "--policy", ROOT / "fixtures" / "slo.toml", "--no-ledger", "--for", "2026-10"]
    command += ["--as-of", "2026-11-01T09:00:00+09:00", "--format", "json", "--quiet"]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    objectives = {}
    for counts, more in zip(report["report"]["objectives"], report["objectives"]):
        kept = ["met", "breached", "pending", "unknown", "uncovered", "excluded", "judged"]
        [budget] = more["budget"]
        objectives[counts["id"]] = {
            **{name: counts[name] for name in kept},
            "budget": {name: budget[name] for name in ["allowed", "used", "left"]},
            "elapsed": more["elapsed"],
            "over": more["over"],
        }
    return {
        "objectives": objectives,
        "breaches": sum(cause["breaches"] for cause in report["causes"]),
        "over_s": sum(cause["over_s"] for cause in report["causes"]),
        "overruns": [one["breaches"] for one in report["overruns"]],
        "week": [[hour[1] for hour in day] for day in report["week"]],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slo", default="slo", help="the program to compare with")
    parser.add_argument("--write", action="store_true", help="keep what DuckDB reckons for the tests")
    args = parser.parse_args()
    reckoned = reckon()
    if args.write:
        RECKONED.parent.mkdir(exist_ok=True)
        RECKONED.write_text(json.dumps(reckoned, indent=1, ensure_ascii=False) + "\n")
    if json.loads(RECKONED.read_text()) != reckoned:
        raise SystemExit(f"{RECKONED.name} is not what DuckDB reckons; --write keeps that")
    if told(args.slo) != reckoned:
        raise SystemExit(f"slo report tells otherwise:\n{json.dumps(told(args.slo), indent=1)}\nDuckDB:\n{json.dumps(reckoned, indent=1)}")
    judged = {name: counts["judged"] for name, counts in reckoned["objectives"].items()}
    print(f"the same numbers by DuckDB {duckdb.__version__} and `slo report`: {judged}, {reckoned['breaches']} breaches")


if __name__ == "__main__":
    main()
