#!/usr/bin/env python3
"""How many breaches of a ledger wait for a cause, asked of DuckDB; run by `ledger.py`, one fresh process per run.

    bench/.venv/bin/python bench/duckdb_waiting.py LEDGER

Prints, as JSON, the count, the version and the seconds from the first statement to the last. Only the columns that the
question needs are read, with their types given. Of what `slo` knows this leaves out corrections, decisions and amended
breaches, of which the ledgers here have none.
"""

import json
import sys
import time

import duckdb

COLUMNS = "{kind: 'VARCHAR', incident: 'VARCHAR', objective: 'VARCHAR'}"


def main():
    path = sys.argv[1].replace("'", "''")
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = false")
    started = time.perf_counter()
    waiting = connection.execute(f"""
        WITH entry AS (FROM read_json('{path}', format = 'newline_delimited', columns = {COLUMNS}))
        SELECT count(*) FROM entry AS breach ANTI JOIN entry AS annotation
            ON annotation.kind = 'annotation' AND annotation.incident = breach.incident
                AND annotation.objective = breach.objective
        WHERE breach.kind = 'breach'
    """).fetchone()[0]
    seconds = time.perf_counter() - started
    print(json.dumps({"waiting": waiting, "seconds": seconds, "version": duckdb.__version__}))


if __name__ == "__main__":
    main()
