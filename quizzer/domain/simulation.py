"""What a desired retention costs and brings, as far as a simulation can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quizzer.domain.memory import Memory


@dataclass(frozen=True, slots=True)
class Habits:
    """How a learner answers: shares of ratings, and seconds that a card takes on one day, repetitions included.

    ``first`` are the shares of Again, Hard, Good and Easy at a card's very first answer; ``passed`` those of Hard,
    Good and Easy where it was remembered; ``review_s`` goes by the day's first rating. ``days`` is how many days of
    cards they were measured on: with few of them the rest is assumed.
    """

    first: tuple[float, float, float, float] = (0.3, 0.1, 0.5, 0.1)
    passed: tuple[float, float, float] = (0.1, 0.8, 0.1)
    new_s: float = 60.0
    review_s: tuple[float, float, float, float] = (45.0, 25.0, 15.0, 10.0)
    days: int = 0


class CardDay(NamedTuple):
    """All answers to a card on one study day."""

    new: bool
    review: bool
    """Whether it was in review before the first of them."""
    rating: int
    """The first of them."""
    duration_s: float


class Standing(NamedTuple):
    """A card that is known: its memory, and days from today to its last answer and to its due day."""

    memory: Memory
    answered_in: int
    due_in: int


@dataclass(frozen=True, slots=True)
class Collection:
    """What there is to study."""

    standing: tuple[Standing, ...]
    new: int
    new_per_day: int


@dataclass(frozen=True, slots=True)
class Cost:
    """An average day at a desired retention, and how many cards would be remembered at the end."""

    retention: float
    minutes: float
    reviews: float
    remembered: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """Costs by desired retention, lowest first; ``current`` is the one in force."""

    days: int
    cards: int
    """Known at the end: those of today, and the new ones until then."""
    new_per_day: int
    habits: Habits
    current: Cost
    costs: tuple[Cost, ...]
    seed: int
