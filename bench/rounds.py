"""Contestants run one after the other, in rounds, on the same cores.

A ratio is taken within a round, so that what else the machine does disturbs both sides alike; and the order moves on
from round to round, so that nobody always comes first.
"""

import os
import sys

CORES = 2


def pin():
    """Keeps this process, and with it all that it starts, on the first cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def in_rounds(contestants, rounds, least=None, tell=True):
    """What each gave, by name, of every round but the one that warms the file cache. `contestants` gives by name what
    runs it; those in `least` only take part in so many rounds, the first. `tell` shows on stderr how far it is."""
    least, results = least or {}, []
    for number in range(rounds + 1):
        names = [name for name in contestants if number <= least.get(name, rounds)]
        first = number % len(names)
        result = {name: contestants[name]() for name in names[first:] + names[:first]}
        if number:
            results.append(result)
            if tell:
                print(f"round {number} of {rounds}", file=sys.stderr)
    return results
