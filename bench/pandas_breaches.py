#!/usr/bin/env python3
"""The same question asked of pandas; run by `compare.py`, one fresh process per run.

    bench/.venv/bin/python bench/pandas_breaches.py breaches FILE OUT
    bench/.venv/bin/python bench/pandas_breaches.py counts FILE

As `duckdb_breaches.py`, which see for what is printed. Only the columns that are needed are read, with their types given.
CSV is read by the engine that is fastest by far, `pyarrow`, which parses the stamps on the way, on two threads.
"""

import json
import sys
import time

import pandas as pd
import pyarrow
import pyarrow.csv

from question import AS_OF, BREACH, COUNTS, NEEDED, OBJECTIVES, TARGETS, TEXTS, THREADS, ZONE, kind

STAMPS = [name for name in NEEDED if name not in TEXTS]
NOW = pd.Timestamp(AS_OF).tz_convert("UTC")


def source(path):
    types = {name: "category" if name == "severity" else "str" for name in TEXTS}
    if kind(path) in ("csv", "csv.gz"):
        return pd.read_csv(path, engine="pyarrow", usecols=NEEDED, dtype=types, parse_dates=STAMPS)
    lines = kind(path) == "jsonl"
    # The engine `pyarrow` is for lines only, and knows no columns to leave out.
    given = {"lines": True, "engine": "pyarrow"} if lines else {"dtype": False}
    frame = pd.read_json(path, **given)[NEEDED].astype({"severity": "category"})
    for name in STAMPS:
        if not isinstance(frame[name].dtype, pd.DatetimeTZDtype):
            frame[name] = pd.to_datetime(frame[name], utc=True, format="ISO8601")
    return frame


def judged(path):
    """An incident per row, with target and time elapsed of each objective; the time is NaT where it is not known."""
    frame = source(path)
    for place, (objective, stage) in enumerate(OBJECTIVES.items()):
        seconds = frame["severity"].map({severity: targets[place] for severity, targets in TARGETS.items()})
        frame[f"{objective} target"] = pd.to_timedelta(seconds.astype("int64"), unit="s")
        elapsed = frame[stage].fillna(NOW) - frame["opened"]
        if stage == "responded":
            elapsed = elapsed.mask(frame["responded"].isna() & frame["resolved"].notna())
        frame[f"{objective} elapsed"] = elapsed
    return frame


def late(frame, objective):
    return frame[f"{objective} elapsed"] > frame[f"{objective} target"]


def listed(frame, objective, stage):
    rows = frame[late(frame, objective)]
    target, elapsed = rows[f"{objective} target"], rows[f"{objective} elapsed"].dt.floor("s")
    return rows.assign(
        incident=rows["id"], objective=objective, opened=rows["opened"], reached=rows[stage],
        deadline=rows["opened"] + target, target_s=target // pd.Timedelta(seconds=1),
        elapsed_s=elapsed // pd.Timedelta(seconds=1), over_s=(elapsed - target) // pd.Timedelta(seconds=1),
        open=rows[stage].isna(),
    )[BREACH]  # fmt: skip


def breaches(path, out):
    frame = judged(path)
    found = pd.concat([listed(frame, objective, stage) for objective, stage in OBJECTIVES.items()])
    for name in ["opened", "reached", "deadline"]:
        found[name] = found[name].dt.tz_convert(ZONE)
    # Nearly half the time would go into `to_csv`: those who have pyarrow write with that.
    pyarrow.csv.write_csv(pyarrow.Table.from_pandas(found, preserve_index=False), out)


def counts(path):
    frame = judged(path)
    told = {"version": pd.__version__, "incidents": len(frame)}
    for objective, stage in OBJECTIVES.items():
        there, known, is_late = frame[stage].notna(), frame[f"{objective} elapsed"].notna(), late(frame, objective)
        verdicts = [there & known & ~is_late, is_late, is_late & ~there, ~there & known & ~is_late, ~known]
        told[objective] = {name: int(verdict.sum()) for name, verdict in zip(COUNTS, verdicts)}
    return told


def main():
    mode, path = sys.argv[1:3]
    pyarrow.set_cpu_count(THREADS)
    if mode == "counts":
        print(json.dumps(counts(path)))
        return
    started = time.perf_counter()
    breaches(path, sys.argv[3])
    print(json.dumps({"seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
