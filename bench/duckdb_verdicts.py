"""The verdict on every incident by both objectives, from DuckDB: the rules of the policy once more, in SQL.

Unlike `duckdb_breaches.py`, which is made to be fast on an export without faults, this reads every column as text, so
that what can't be read as a time is told from what is not there.
"""

import duckdb

from question import AS_OF, OBJECTIVES, STAMPS, TARGETS, TEXTS, ZONE, kind


def source(path):
    columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in TEXTS + STAMPS) + "}"
    match kind(path):
        case "jsonl":
            return f"read_json('{path}', format = 'newline_delimited', columns = {columns})"
        case "json":
            return f"read_json('{path}', format = 'array', columns = {columns})"
        case _:
            return f"""read_csv('{path}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
                columns = {columns})"""


def stamp(name):
    """As `NAME` the moment, and as `NAME_is` whether there is one by as-of: `at`, `absent` or `unreadable`."""
    moment = f"try_cast({name} AS TIMESTAMPTZ)"
    return f"""
        {moment} AS {name},
        CASE WHEN coalesce({name}, '') = '' OR {moment} > TIMESTAMPTZ '{AS_OF}' THEN 'absent'
             WHEN {moment} IS NULL THEN 'unreadable' ELSE 'at' END AS {name}_is"""


def judged(objective, stage, later):
    """The verdicts by one objective. What stands at a `later` stage proves that the stage was gone past."""
    place = list(OBJECTIVES).index(objective)
    targets = " ".join(f"WHEN '{severity}' THEN {seconds[place]}" for severity, seconds in TARGETS.items())
    went_past = " OR ".join(f"{name}_is <> 'absent'" for name in later) or "false"
    return f"""
    SELECT id, '{objective}' AS objective, CASE
            WHEN rows > 1 THEN 'unknown'
            WHEN target_s IS NULL THEN 'uncovered'
            WHEN opened_is <> 'at' OR {stage}_is = 'unreadable' THEN 'unknown'
            WHEN {stage}_is = 'absent' AND ({went_past}) THEN 'unknown'
            WHEN elapsed_us < 0 THEN 'unknown'
            WHEN elapsed_us > target_s * 1000000 THEN 'breached'
            WHEN {stage}_is = 'absent' THEN 'pending'
            ELSE 'met' END AS verdict,
        {stage}_is = 'absent' AS open, target_s, elapsed_us, epoch_us(opened) AS opened_us,
        title, customer, service, severity, status, assignee
    FROM (
        SELECT *, (CASE severity {targets} END)::BIGINT AS target_s,
            epoch_us(CASE {stage}_is WHEN 'at' THEN {stage} ELSE TIMESTAMPTZ '{AS_OF}' END) - epoch_us(opened) AS elapsed_us
        FROM incidents
    )"""


def verdicts(path):
    """Yields every incident by every objective as a dictionary."""
    connection = duckdb.connect()
    connection.execute(f"SET TimeZone = '{ZONE}'")
    connection.execute("SET enable_progress_bar = false")
    texts = ", ".join(f"coalesce({name}, '') AS {name}" for name in TEXTS)
    # An incident that is opened after as-of is not there yet; one whose id repeats counts once.
    connection.execute(f"""
        CREATE TABLE incidents AS
        SELECT {texts}, {", ".join(stamp(name) for name in STAMPS)}, count(*) OVER (PARTITION BY id) AS rows
        FROM {source(path)}
        QUALIFY row_number() OVER (PARTITION BY id) = 1""")
    connection.execute(f"DELETE FROM incidents WHERE opened > TIMESTAMPTZ '{AS_OF}'")
    for objective, stage in OBJECTIVES.items():
        later = STAMPS[STAMPS.index(stage) + 1 :]
        result = connection.execute(judged(objective, stage, later))
        names = [column[0] for column in result.description]
        while rows := result.fetchmany(10_000):
            yield from (dict(zip(names, row)) for row in rows)
