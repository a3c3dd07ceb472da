"""What is asked of everybody: as of when, by which targets, of which columns, and what is told. As in `slo.toml`."""

AS_OF = "2027-06-01T00:00:00+09:00"
ZONE = "Asia/Tokyo"
THREADS = 2

# Seconds from `opened` to `responded` and to `resolved`, by severity.
TARGETS = {
    "critical": (30 * 60, 4 * 3600),
    "high": (60 * 60, 8 * 3600),
    "medium": (4 * 3600, 24 * 3600),
    "low": (8 * 3600, 72 * 3600),
}
OBJECTIVES = {"first-response": "responded", "resolve": "resolved"}
COUNTS = ["met", "breached", "breached_open", "pending", "unknown"]

TEXTS = ["id", "title", "customer", "service", "severity", "status", "assignee"]
STAMPS = ["opened", "acknowledged", "responded", "resolved"]
# What the question needs; `acknowledged` is not among it.
NEEDED = [*TEXTS, "opened", "responded", "resolved"]

# The columns of a breach, in this order.
BREACH = [
    "incident", "objective", "title", "customer", "service", "severity", "status", "assignee",
    "opened", "reached", "deadline", "target_s", "elapsed_s", "over_s", "open",
]  # fmt: skip


def kind(path):
    """`csv`, `csv.gz`, `jsonl` or `json` (an array), by the end of the name."""
    return next(end for end in ("csv.gz", "csv", "jsonl", "json") if str(path).endswith(f".{end}"))
