#!/usr/bin/env python3
"""Writes an export of invented incidents that are hard to judge, or to read, and on which the rules still say clearly
what is right.

    python3 bench/hard_export.py --rows 50000 --out hard.csv --seed 3 --crlf --bom --repeats

Times exactly on the target, a microsecond or a second over or under it; stages that are missing, unreadable, before
`opened` or later than as-of; offsets of all kinds; severities without a target; texts with commas, quotes and line
breaks. The same arguments give the same bytes.
"""

import argparse
import csv
import io
import json
import random
from datetime import datetime, timedelta, timezone

from question import AS_OF, STAMPS, TARGETS, TEXTS

NOW = datetime.fromisoformat(AS_OF)
OFFSETS = [540, 540, 540, 0, -300, 330, 765, -570]  # minutes
MICROSECOND, SECOND = timedelta(microseconds=1), timedelta(seconds=1)
UNREADABLE = ["soon", "2026-02-30T10:00:00+09:00", "2026-05-01T25:00:00Z", "2026-13-01 00:00:00+09:00"]
TITLES = [
    "ping lost", "CPU 98%, load 40", 'said "down", then "up"', '"', "first line\nsecond line", "a,b\r\nc,\"d\"\n\ne",
    "ディスク使用率 95%", "応答なし、\n再起動済み", "", "back\\slash", "it's 5 o'clock", "semi;colon\tand tab", ",", "🔥 fire",
]  # fmt: skip


def written(rng, moment):
    """A moment with any offset, with fractions of a second where it has them."""
    minutes = rng.choice(OFFSETS)
    local = moment.astimezone(timezone(timedelta(minutes=minutes)))
    text = local.strftime(f"%Y-%m-%d{rng.choice('TTT ')}%H:%M:%S")
    if local.microsecond:
        text += f".{local.microsecond:06}".rstrip("0")
    offset = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return text + ("Z" if minutes == 0 and rng.random() < 0.7 else offset)


def opening(rng):
    """When an incident was opened: some lately, so that they are pending yet; few after as-of."""
    chance = rng.random()
    if chance < 0.003:
        return NOW + timedelta(seconds=rng.randint(1, 90_000))
    if chance < 0.006:
        return NOW
    span = 5 * 86_400 if chance < 0.3 else 365 * 86_400
    moment = NOW - timedelta(seconds=rng.randint(1, span))
    return moment + timedelta(microseconds=rng.choice([0, 0, 0, 500_000, 123_000, 999_999]))


def reached(rng, opened, target):
    """When a stage was reached that should have been within `target` seconds, as text."""
    on_time = opened + timedelta(seconds=target)
    chance = rng.random()
    if chance < 0.15:
        step = rng.choice([0, 0, 1, -1]) * rng.choice([SECOND, MICROSECOND])
        return written(rng, on_time + step)
    if chance < 0.35:
        return written(rng, opened + timedelta(seconds=rng.randint(target + 1, 4 * target)))
    if chance < 0.38:
        return written(rng, opened - rng.choice([MICROSECOND, SECOND, timedelta(days=2)]))
    if chance < 0.40:
        return rng.choice(UNREADABLE)
    if chance < 0.42:
        return written(rng, NOW + timedelta(seconds=rng.randint(0, 9_000)))
    if chance < 0.44:
        return written(rng, opened)
    if chance < 0.60:
        return ""
    return written(rng, opened + timedelta(seconds=rng.randint(0, target)))


def incidents(rows, seed, repeats):
    """Yields the incidents as dictionaries of texts."""
    rng = random.Random(seed)
    earlier = []
    for number in range(rows):
        severity = rng.choices([*TARGETS, "", "sev-9"], [20, 25, 25, 25, 2, 3])[0]
        response, resolve = TARGETS.get(severity, (3_600, 7_200))
        opened = opening(rng)
        incident = {
            "id": f"HARD{number:07}", "title": rng.choice(TITLES), "customer": f"顧客{rng.randrange(50):02}",
            "service": f"web-{rng.randrange(90)}, \"{rng.choice('ab')}\"", "severity": severity,
            "status": rng.choice(["new", "closed"]), "assignee": rng.choice(["", "sato", "O'Neil, J."]),
            "opened": written(rng, opened), "acknowledged": reached(rng, opened, response // 2),
            "responded": reached(rng, opened, response), "resolved": reached(rng, opened, resolve),
        }  # fmt: skip
        chance = rng.random()
        if chance < 0.004:
            incident["opened"] = "" if chance < 0.001 else rng.choice(UNREADABLE)
        elif repeats and opened <= NOW:
            if earlier and rng.random() < 0.003:
                incident["id"] = rng.choice(earlier[-3_000:]) if rng.random() < 0.5 else rng.choice(earlier)
            earlier.append(incident["id"])
        yield incident


def as_csv(rows, newline):
    text = io.StringIO(newline="")
    write = csv.DictWriter(text, TEXTS + STAMPS, lineterminator=newline)
    write.writeheader()
    write.writerows(rows)
    return text.getvalue()


def as_json(rng, incident):
    """What is missing is `null`, empty, or not there at all."""
    ways = {name: rng.randrange(3) for name, value in incident.items() if not value and name in STAMPS}
    pairs = {name: None if ways.get(name) == 0 else value for name, value in incident.items() if ways.get(name) != 1}
    return json.dumps(pairs, ensure_ascii=rng.random() < 0.5)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--format", choices=["csv", "jsonl", "json"], default="csv")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--crlf", action="store_true", help="end lines as on Windows")
    parser.add_argument("--bom", action="store_true", help="begin with a byte-order mark")
    parser.add_argument("--repeats", action="store_true", help="let some ids stand in several rows")
    args = parser.parse_args()
    rows, rng = incidents(args.rows, args.seed, args.repeats), random.Random(args.seed)
    newline = "\r\n" if args.crlf else "\n"
    if args.format == "csv":
        text = as_csv(rows, newline)
    else:
        between = newline if args.format == "jsonl" else f",{newline}"
        text = between.join(as_json(rng, incident) for incident in rows)
        text = text + newline if args.format == "jsonl" else f"[{text}]"
    with open(args.out, "w", encoding="utf-8-sig" if args.bom else "utf-8", newline="") as file:
        file.write(text)


if __name__ == "__main__":
    main()
