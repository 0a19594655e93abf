"""What the statistics cost: all figures of 300,000 answers to 100,000 cards, beside reading the same rows once.

CPU time, interleaved: both sides read a file that is in memory, and the clock would measure the machine's other work.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from datetime import UTC, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.answer import CARDS, FIRST_DAY, START, fill
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.statistics import statistics
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REVIEWS = 300_000
DAYS = 365
ROUNDS = 5
BUDGET = 2.0
"""Twice what it takes to fetch the rows: counting them one by one in Python would miss it."""
_LAST_DAY = FIRST_DAY + DAYS - 1
_ROWS = (
    "SELECT answered_on, card_key, rating, state_before, interval_before, duration_ms FROM review_log",
    "SELECT card_key, place_id, active, state, stability, difficulty FROM card_state",
)
_ADD = """
INSERT INTO review_log (card_key, rating, state_before, answered_at_ms, answered_on, interval_s, elapsed_days,
 scheduled_days, duration_ms, correct, hints, clock_went_back, progress_before, progress_after,
 interval_before)
VALUES (?, ?, ?, 0, ?, 86400.0, 1, 3, 6500, NULL, 0, 0, ?, ?, ?)
"""
_LEARN = """
UPDATE card_state SET state = 'review', stability = 1.0 + card_key % 400, difficulty = 1.0 + card_key % 9,
 interval_days = 3, due_on = :last + card_key % 60, reviewed_at_ms = 0, reviewed_on = :last
"""


def measure() -> list[dict[str, Any]]:
    """Two rows in seconds: the window of a month, and that of the whole year."""
    with tempfile.TemporaryDirectory(prefix="quizzer-bench-") as folder:
        path = Path(folder) / "quizzer.db"
        with open_store(path) as store:
            fill(store)
        fill_log(path)
        return [row(path, days) for days in (30, DAYS)]


def row(path: Path, days: int) -> dict[str, Any]:
    """One window, measured in turns with its baseline."""
    raw = sqlite3.connect(path)
    with open_store(path) as store:
        pairs = [
            (
                cpu_s(
                    lambda: statistics(
                        store,
                        now=START + timedelta(days=DAYS - 1),
                        zone=UTC,
                        options=SchedulerOptions(),
                        days=days,
                    )
                ),
                cpu_s(lambda: fetch(raw)),
            )
            for _ in range(ROUNDS)
        ]
    raw.close()
    ours, baseline = (median(times) for times in zip(*pairs, strict=True))
    return {
        "name": f"statistics of {REVIEWS:,} reviews, window of {days} days, CPU (s; baseline: their rows fetched once)",
        "ours": ours,
        "baseline": baseline,
        "ratio": ours / baseline,
        "budget": BUDGET,
    }


def fetch(raw: sqlite3.Connection) -> None:
    """Every row that the statistics are made of, looked at by nobody."""
    for statement in _ROWS:
        for _ in raw.execute(statement):
            pass


def cpu_s(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def fill_log(path: Path) -> None:
    """A year of answers and a memory for every card."""
    raw = sqlite3.connect(path)
    raw.executemany(_ADD, log_rows())
    raw.execute(_LEARN, {"last": _LAST_DAY})
    raw.commit()
    raw.close()


def log_rows() -> Iterator[tuple[int | str | None, ...]]:
    chance = random.Random(5)
    states = ("new", "learning", "review", "review", "review", "relearning")
    for number in range(REVIEWS):
        state, interval_days = chance.choice(states), chance.randrange(1, 90)
        kept = (
            f'{{"state":"{state}","repetitions":3,"lapses":0,"stability":3.17,"difficulty":5.28,'
            f'"interval_days":{interval_days},"due_on":739676,"reviewed_on":739670}}'
        )
        card, rating, on = 1 + chance.randrange(CARDS), chance.choice((1, 2, 3, 3, 3, 4)), number * DAYS // REVIEWS
        yield card, rating, state, FIRST_DAY + on, kept, kept, interval_days if state == "review" else None
