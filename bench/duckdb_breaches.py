#!/usr/bin/env python3
"""The same question asked of DuckDB; run by `compare.py`, one fresh process per run.

    bench/.venv/bin/python bench/duckdb_breaches.py breaches FILE OUT
    bench/.venv/bin/python bench/duckdb_breaches.py counts FILE

`breaches` writes every breach as CSV to OUT, and prints, as JSON, the seconds
from the first statement to the last. `counts` prints the verdicts as JSON.

The export is read with explicit column types (nothing is sniffed), on two
threads. The incidents are joined with a small policy table by severity. Two
ways to write that were measured, and the faster one is here: one join with a
row per severity that holds both targets, a filter, and only then a row per
objective. (A row per severity and objective in the policy table doubles the
rows before the comparison.)
"""

import json
import sys
import time

import duckdb

from question import AS_OF, COUNTS, STAMPS, TARGETS, TEXTS, THREADS, ZONE, kind

TYPES = dict.fromkeys(TEXTS, "VARCHAR") | dict.fromkeys(STAMPS, "TIMESTAMPTZ")


def policy():
    rows = ", ".join(f"('{severity}', {response}, {resolve})" for severity, (response, resolve) in TARGETS.items())
    return f"""
    CREATE TEMP TABLE policy AS
    SELECT severity, response_s::BIGINT AS response_s, resolve_s::BIGINT AS resolve_s
    FROM (VALUES {rows}) AS t(severity, response_s, resolve_s)
    """


def source(path):
    columns = "{" + ", ".join(f"'{name}': '{type}'" for name, type in TYPES.items()) + "}"
    quoted = "'" + path.replace("'", "''") + "'"
    match kind(path):
        case "jsonl":
            return f"read_json({quoted}, format = 'newline_delimited', columns = {columns})"
        case "json":
            return f"read_json({quoted}, format = 'array', columns = {columns})"
        case ending:
            compression = "gzip" if ending == "csv.gz" else "none"
            return f"""read_csv({quoted}, header = true, delim = ',', quote = '"', escape = '"',
                compression = '{compression}', auto_detect = false, columns = {columns})"""


# One row per incident, with what each objective needs. A stage that is missing
# counts up to as-of, unless a later stage is there: then it is not known (NULL).
def judged(path):
    return f"""
    SELECT i.*,
        response_s, resolve_s,
        CASE WHEN responded IS NULL AND resolved IS NOT NULL THEN NULL
             ELSE epoch_us(coalesce(responded, TIMESTAMPTZ '{AS_OF}')) - epoch_us(opened) END AS response_us,
        epoch_us(coalesce(resolved, TIMESTAMPTZ '{AS_OF}')) - epoch_us(opened) AS restore_us
    FROM {source(path)} AS i JOIN policy USING (severity)
    """


def breaches(path, out):
    return f"""
    COPY (
        WITH late AS (
            FROM ({judged(path)})
            WHERE response_us > response_s * 1000000 OR restore_us > resolve_s * 1000000
        ),
        listed AS (
            SELECT id, title, customer, service, severity, status, assignee, opened, unnest([
                {{'objective': 'first-response', 'reached': responded, 'target_s': response_s, 'elapsed_us': response_us}},
                {{'objective': 'resolve', 'reached': resolved, 'target_s': resolve_s, 'elapsed_us': restore_us}}
            ], recursive := true)
            FROM late
        )
        SELECT id AS incident, objective, title, customer, service, severity, status, assignee, opened, reached,
            opened + to_seconds(target_s) AS deadline, target_s, elapsed_us // 1000000 AS elapsed_s,
            elapsed_us // 1000000 - target_s AS over_s, reached IS NULL AS open
        FROM listed WHERE elapsed_us > target_s * 1000000
    ) TO '{out}' (FORMAT csv, HEADER)
    """


def counts(path):
    def verdicts(elapsed, target, reached):
        late = f"{elapsed} > {target} * 1000000"
        return f"""
        count(*) FILTER ({reached} IS NOT NULL AND NOT {late}),
        count(*) FILTER ({late}),
        count(*) FILTER ({late} AND {reached} IS NULL),
        count(*) FILTER ({reached} IS NULL AND {elapsed} IS NOT NULL AND NOT {late}),
        count(*) FILTER ({elapsed} IS NULL)"""

    return f"""
    SELECT count(*), {verdicts("response_us", "response_s", "responded")}, {verdicts("restore_us", "resolve_s", "resolved")}
    FROM ({judged(path)})
    """


def main():
    mode, path = sys.argv[1:3]
    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}")
    connection.execute(f"SET TimeZone = '{ZONE}'")
    connection.execute("SET enable_progress_bar = false")
    # No need to keep the rows in the file's order; DuckDB is faster without.
    connection.execute("SET preserve_insertion_order = false")
    if mode == "breaches":
        started = time.perf_counter()
        connection.execute(policy())
        connection.execute(breaches(path, sys.argv[3]))
        print(json.dumps({"seconds": time.perf_counter() - started}))
    else:
        connection.execute(policy())
        row = connection.execute(counts(path)).fetchone()
        print(json.dumps({
            "version": duckdb.__version__,
            "incidents": row[0],
            "first-response": dict(zip(COUNTS, row[1:6])),
            "resolve": dict(zip(COUNTS, row[6:11])),
        }))  # fmt: skip


if __name__ == "__main__":
    main()
