#!/usr/bin/env python3
"""The same question asked of Polars; run by `compare.py`, one fresh process per run.

    bench/.venv/bin/python bench/polars_breaches.py breaches FILE OUT
    bench/.venv/bin/python bench/polars_breaches.py counts FILE

As `duckdb_breaches.py`, which see for what is printed. The file is scanned lazily with a schema, on the streaming
engine, with two threads; columns that nobody needs are left out by the optimiser. Polars reads no stamps with an offset
by a schema. Of the ways to parse them that its manual has, the fastest is here: see `moment`.
"""

import json
import os
import sys
import time

from question import AS_OF, BREACH, COUNTS, OBJECTIVES, STAMPS, TARGETS, TEXTS, THREADS, ZONE, kind

os.environ["POLARS_MAX_THREADS"] = str(THREADS)  # read when it is imported
import polars as pl  # noqa: E402

POLICY = pl.LazyFrame(
    [(severity, *targets) for severity, targets in TARGETS.items()],
    schema={"severity": pl.String, "first-response s": pl.Int64, "resolve s": pl.Int64},
    orient="row",
)
SECOND = 1_000_000  # in microseconds


def source(path):
    schema = {name: pl.String for name in TEXTS + STAMPS}
    match kind(path):
        case "jsonl":
            return pl.scan_ndjson(path, schema=schema)
        case "json":
            return pl.read_json(path, schema=schema).lazy()  # it can't scan an array
        case _:
            return pl.scan_csv(path, schema=schema)


def moment(name):
    """Microseconds since the epoch. Date, time and offset by themselves: `%:z` takes nearly twice as long, `%+` a sixth
    longer."""
    text = pl.col(name)
    local = text.str.slice(0, 19).str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us", cache=False)
    sign, hours, minutes = text.str.slice(19, 1), text.str.slice(20, 2), text.str.slice(23, 2)
    offset = hours.cast(pl.Int64) * 60 + minutes.cast(pl.Int64)
    return local.dt.epoch("us") - pl.when(sign == "-").then(-offset).otherwise(offset) * (60 * SECOND)


def judged(path):
    """An incident per row, with what each objective needs. A stage that is missing counts up to as-of, unless a later
    stage is there: then it is not known (null)."""
    now = pl.lit(AS_OF).str.to_datetime("%+", time_unit="us").dt.epoch("us")
    moments = source(path).drop("acknowledged").with_columns(moment(name) for name in ["opened", "responded", "resolved"])
    skipped = pl.col("responded").is_null() & pl.col("resolved").is_not_null()
    return moments.join(POLICY, on="severity").with_columns(
        pl.when(~skipped).then(pl.coalesce("responded", now) - pl.col("opened")).alias("first-response us"),
        (pl.coalesce("resolved", now) - pl.col("opened")).alias("resolve us"),
    )


def late(objective):
    return pl.col(f"{objective} us") > pl.col(f"{objective} s") * SECOND


def listed(frame, objective, stage):
    """The breaches of one objective, of the few rows that are late by any."""
    target, elapsed = pl.col(f"{objective} s"), pl.col(f"{objective} us") // SECOND
    zoned = lambda moment: moment.cast(pl.Datetime("us", "UTC")).dt.convert_time_zone(ZONE)  # noqa: E731
    return frame.filter(late(objective)).with_columns(
        incident="id", objective=pl.lit(objective), opened=zoned(pl.col("opened")), reached=zoned(pl.col(stage)),
        deadline=zoned(pl.col("opened") + target * SECOND), target_s=target, elapsed_s=elapsed,
        over_s=elapsed - target, open=pl.col(stage).is_null(),
    ).select(BREACH)  # fmt: skip


def breaches(path, out):
    late_by_any = judged(path).filter(late("first-response") | late("resolve")).collect(engine="streaming")
    parts = [listed(late_by_any, objective, stage) for objective, stage in OBJECTIVES.items()]
    pl.concat(parts).write_csv(out, datetime_format="%Y-%m-%dT%H:%M:%S%:z")


def counts(path):
    wanted = [pl.len().alias("incidents")]
    for objective, stage in OBJECTIVES.items():
        there, known = pl.col(stage).is_not_null(), pl.col(f"{objective} us").is_not_null()
        verdicts = [
            there & ~late(objective), late(objective), late(objective) & ~there,
            ~there & known & ~late(objective), ~known,
        ]  # fmt: skip
        wanted += [verdict.sum().alias(f"{objective} {name}") for name, verdict in zip(COUNTS, verdicts)]
    row = judged(path).select(wanted).collect(engine="streaming").row(0, named=True)
    each = {objective: {name: row[f"{objective} {name}"] for name in COUNTS} for objective in OBJECTIVES}
    return {"version": pl.__version__, "incidents": row["incidents"], **each}


def main():
    mode, path = sys.argv[1:3]
    if mode == "counts":
        print(json.dumps(counts(path)))
        return
    started = time.perf_counter()
    breaches(path, sys.argv[3])
    print(json.dumps({"seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
