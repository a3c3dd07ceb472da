#!/usr/bin/env python3
"""Writes a large export of invented incidents, for the benchmark.

    python3 bench/generate.py --rows 5000000 --out incidents.csv
    python3 bench/generate.py --rows 5000000 --out incidents.jsonl --format jsonl
    python3 bench/generate.py --rows 5000000 --out incidents.json --format json     (an array)

Standard library only. The same rows, format and seed give the same bytes. It
streams: memory does not grow with the rows.

The incidents are spread over the year from 2026-03-01 (+09:00) in rising order
of `opened`. About 7 % miss the first response and 4 % the resolution that
`slo.toml` promises, counting the 3 % that are still open; a few are exactly on
target. A third of the titles are quoted, because they hold a comma.

To be fast, everything that needs chance or formatting is drawn into tables
first, and a row only joins table entries. The tables have coprime lengths, so
that their combinations do not repeat within any file one would want to make.
"""

import argparse
import json
import random
import time
from datetime import date, timedelta

START = date(2026, 3, 1)
SPAN = 365 * 86_400  # seconds over which `opened` is spread
OFFSET = "+09:00"
CHUNK = 20_000  # rows per write

# severity, share, first-response and resolve targets in seconds (as in slo.toml)
SEVERITIES = [
    ("critical", 4, 1_800, 4 * 3_600),
    ("high", 16, 3_600, 8 * 3_600),
    ("medium", 45, 4 * 3_600, 24 * 3_600),
    ("low", 35, 8 * 3_600, 72 * 3_600),
]
COLUMNS = [
    "id", "title", "customer", "service", "severity", "status", "assignee",
    "opened", "acknowledged", "responded", "resolved",
]  # fmt: skip

PROFILES = 99_991  # lengths of the tables: primes
DELAYS = 65_537
JITTERS = 10_007

# How far an incident came.
RESOLVED, RESPONDED, ACKNOWLEDGED, OPENED = range(4)

TITLES = [
    "[{host}] HTTP 5xx rate {n}%, threshold 1%",
    "[{host}] Disk 9{d}% full on /var",
    "[{host}] CPU 使用率 9{d}%",
    "[{host}] ping 応答なし",
    "[{host}] Replication lag {n} s",
    "[{host}] バッチ遅延, {n} 分",
    "[{host}] SSL certificate expires in {n} days",
    "[{host}] Backup failed, exit code {d}",
    "[{host}] メモリ使用率 9{d}%",
    "[{host}] プロセス停止 (tomcat)",
    "[{host}] Queue depth {n}00, limit 1000",
    "[{host}] Slow query on orders",
]


def profiles(rng, as_json):
    """What a row says besides its id and times: (text before the times, severity index, how far it came)."""
    customers = [f"Customer {n:03}" if n % 3 else f"顧客{n:03}" for n in range(200)]
    services = [f"{('web', 'db', 'batch', 'mail', 'vpn')[n % 5]}-{n:03}" for n in range(500)]
    assignees = [f"operator{n:02}" for n in range(60)]
    table = []
    for _ in range(PROFILES):
        severity = rng.choices(range(4), [share for _, share, _, _ in SEVERITIES])[0]
        service = rng.randrange(500)
        host = f"{services[service]}-{rng.randint(1, 9)}"
        title = rng.choice(TITLES).format(host=host, n=rng.randint(2, 99), d=rng.randint(0, 9))
        came = rng.choices([RESOLVED, RESPONDED, ACKNOWLEDGED, OPENED], [970, 20, 7, 3])[0]
        status = ["closed", "in_progress", "in_progress", "new"][came]
        assignee = "" if came == OPENED else rng.choice(assignees)
        cells = [title, customers[service % 200], services[service], SEVERITIES[severity][0], status, assignee]
        if as_json:
            pairs = zip(COLUMNS[1:7], [cell or None for cell in cells])
            text = "".join(f',"{key}":{json.dumps(cell, ensure_ascii=False)}' for key, cell in pairs)
        else:
            text = ",".join(f'"{cell}"' if "," in cell else cell for cell in cells) + ","
        table.append((text, severity, came))
    return table


def delays(rng):
    """Per severity: seconds from opened to (acknowledged, responded, resolved)."""
    tables = []
    for _, _, response, restore in SEVERITIES:
        table = []
        for _ in range(DELAYS):
            chance = rng.random()
            if chance < 0.0605:
                responded = int(response * rng.uniform(1.01, 3.0)) + 1
            elif chance < 0.0610:
                responded = response  # exactly on target: met
            elif chance < 0.0615:
                responded = response + 1
            else:
                responded = int(response * rng.uniform(0.1, 0.95))
            chance = rng.random()
            if chance < 0.010:
                resolved = int(restore * rng.uniform(1.01, 3.0)) + 1
            elif chance < 0.0105:
                resolved = restore
            else:
                resolved = int(rng.uniform(responded, restore * 0.97))
            table.append((int(responded * rng.uniform(0.05, 0.5)), responded, resolved))
        tables.append(table)
    return tables


def clocks():
    """The text of every day the file can name, and of every second of a day."""
    days = [f"{START + timedelta(days=n)}T" for n in range(365 + 30)]
    moments = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}{OFFSET}" for s in range(86_400)]
    return days, moments


def holds(rng):
    """Seconds from opened to the beginning and the end of a pause; none for three incidents of four."""
    table = []
    for _ in range(PROFILES):
        begins = rng.randrange(60, 7_200)
        table.append((begins, begins + rng.randrange(60, 10_800)) if rng.random() < 0.25 else None)
    return table


def lines(rows, seed, as_json, pauses):
    """Yields the file in pieces of CHUNK rows."""
    rng = random.Random(seed)
    texts, waits = profiles(rng, as_json), delays(rng)
    jitters = [rng.randrange(1_000) for _ in range(JITTERS)]
    held = holds(random.Random(seed + 1)) if pauses else []
    days, moments = clocks()
    if not as_json:
        yield ",".join(COLUMNS + (["hold_from", "hold_to"] if pauses else [])) + "\n"
    for low in range(0, rows, CHUNK):
        piece = []
        add = piece.append
        for i in range(low, min(low + CHUNK, rows)):
            text, severity, came = texts[i % PROFILES]
            acknowledged, responded, resolved = waits[severity][i % DELAYS]
            at = (i * 1_000 + jitters[i % JITTERS]) * SPAN // (rows * 1_000)
            opened = days[at // 86_400] + moments[at % 86_400]
            a, b, c = at + acknowledged, at + responded, at + resolved
            if as_json:
                stages = f'"opened":"{opened}"'
                if came < OPENED:
                    stages += f',"acknowledged":"{days[a // 86_400]}{moments[a % 86_400]}"'
                if came < ACKNOWLEDGED:
                    stages += f',"responded":"{days[b // 86_400]}{moments[b % 86_400]}"'
                if came == RESOLVED:
                    stages += f',"resolved":"{days[c // 86_400]}{moments[c % 86_400]}"'
                else:
                    stages += ',"resolved":null'
                add(f'{{"id":"INC{i + 1:07}"{text},{stages}}}\n')
            elif came == RESOLVED:
                add(
                    f"INC{i + 1:07},{text}{opened},{days[a // 86_400]}{moments[a % 86_400]},"
                    f"{days[b // 86_400]}{moments[b % 86_400]},{days[c // 86_400]}{moments[c % 86_400]}\n"
                )
            elif came == RESPONDED:
                add(
                    f"INC{i + 1:07},{text}{opened},{days[a // 86_400]}{moments[a % 86_400]},"
                    f"{days[b // 86_400]}{moments[b % 86_400]},\n"
                )
            elif came == ACKNOWLEDGED:
                add(f"INC{i + 1:07},{text}{opened},{days[a // 86_400]}{moments[a % 86_400]},,\n")
            else:
                add(f"INC{i + 1:07},{text}{opened},,,\n")
            if pauses:
                hold = held[i % PROFILES]
                begins, ends = (at + hold[0], at + hold[1]) if hold else (0, 0)
                text = [f"{days[s // 86_400]}{moments[s % 86_400]}" if hold else "" for s in (begins, ends)]
                piece[-1] = f"{piece[-1][:-1]},{text[0]},{text[1]}\n"
        yield "".join(piece)


def array(pieces):
    """JSON Lines as one JSON array, an element on each line."""
    before = "["
    for piece in pieces:
        yield before + piece.rstrip("\n").replace("\n", ",\n")
        before = ",\n"
    yield "]\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--format", choices=["csv", "jsonl", "json"], default="csv")
    parser.add_argument("--pauses", action="store_true", help="with the columns hold_from and hold_to (CSV only)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.rows < 1:
        parser.error("--rows must be at least 1")
    if args.pauses and args.format != "csv":
        parser.error("--pauses is for csv")
    started, written = time.perf_counter(), 0
    pieces = lines(args.rows, args.seed, args.format != "csv", args.pauses)
    if args.format == "json":
        pieces = array(pieces)
    with open(args.out, "wb", buffering=0) as file:
        for piece in pieces:
            data = memoryview(piece.encode("utf-8"))
            while data:
                sent = file.write(data)
                written, data = written + sent, data[sent:]
    print(f"{args.out}: {args.rows} rows, {written} bytes, {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
