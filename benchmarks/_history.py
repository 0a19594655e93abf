"""A made-up year and more of study: 300,000 reviews of 100,000 cards, the same for every program that is compared.

Intervals are those of FSRS-6's default weights at 90% retention; what is remembered is decided by other weights, which
no program is told. A card that was looked at once stays in review: there are no learning steps.
"""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any, NamedTuple

from fsrs_rs_python import DEFAULT_PARAMETERS

from quizzer.domain.memory import Memory, Rating
from quizzer.scheduler.fsrs6 import Fsrs6

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 100_000
REVIEWS = 300_000
DAYS = 730
RETENTION = 0.9
TRUTH = tuple(weight - (0.5 if place == 8 else 0.0) for place, weight in enumerate(DEFAULT_PARAMETERS))
WORDS = ("shape", "view", "dropout", "linear", "stride", "tensor", "gradient", "loss", "optimizer", "batch", "axis")


class Seen(NamedTuple):
    """One review: the day since the first, the rating, the days that it then was put off, and the memory after it."""

    day: int
    rating: int
    interval_days: int
    stability: float
    difficulty: float


def texts() -> list[tuple[str, str]]:
    """Question and answer of each card: words of the trade in no order."""
    chance = random.Random(3)
    return [(" ".join(chance.choices(WORDS, k=25)), " ".join(chance.choices(WORDS, k=25))) for _ in range(CARDS)]


def history() -> list[list[Seen]]:
    """The reviews of each card, for as many cards as it takes until there are ``REVIEWS``; the others are new."""
    chance, truth, known = random.Random(5), Fsrs6(TRUTH), Fsrs6()
    cards: list[list[Seen]] = []
    left = REVIEWS
    while left:
        seen = _life(chance, truth, known)[:left]
        cards.append(seen)
        left -= len(seen)
    assert len(cards) < CARDS
    return cards


def write(path: Path, cards: list[list[Seen]]) -> None:
    """The history and the texts as JSON, for a program of another environment."""
    path.write_text(json.dumps({"days": DAYS, "cards": cards, "texts": texts()}), encoding="utf-8")


def row(name: str, ours: float, baseline: float, budget: float | str) -> dict[str, Any]:
    """A row of the table."""
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "budget": budget}


def _life(chance: random.Random, truth: Fsrs6, known: Fsrs6) -> list[Seen]:
    day, gap = chance.randrange(DAYS - 20), 0
    mind: Memory | None = None
    memory: Memory | None = None
    seen: list[Seen] = []
    while day < DAYS and len(seen) < 12:
        rating = _rating(chance, truth, mind, gap)
        mind = truth.next_memories(mind, elapsed_days=gap)[rating]
        memory = known.next_memories(memory, elapsed_days=gap)[rating]
        # Nobody comes on the very day.
        gap = max(1, round(known.interval_days(memory, desired_retention=RETENTION) * chance.uniform(0.8, 1.4)))
        seen.append(Seen(day, rating, gap, memory.stability, memory.difficulty))
        day += gap
    return seen


def _rating(chance: random.Random, truth: Fsrs6, mind: Memory | None, gap: int) -> Rating:
    if mind is None:
        return chance.choices(tuple(Rating), weights=(3, 1, 5, 1))[0]
    if chance.random() > truth.retrievability(mind, elapsed_days=gap):
        return Rating.AGAIN
    return chance.choices((Rating.HARD, Rating.GOOD, Rating.EASY), weights=(1, 7, 2))[0]
