"""What is remembered about a card: a sum type, so that no field can be missing where it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NewType, TypeAlias

StudyDay = NewType("StudyDay", int)
"""A study day as ``date.toordinal()`` of the local date of the instant minus the rollover hour."""


class Rating(IntEnum):
    """The four answers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(StrEnum):
    """Where a card stands in its life."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Memory:
    """FSRS memory: ``stability`` in days (interval at 90 % recall), ``difficulty`` from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class New:
    """Never answered."""

    @property
    def state(self) -> State:
        return State.NEW


@dataclass(frozen=True, slots=True)
class Learning:
    """In its first learning steps; due at an instant."""

    memory: Memory
    step: int
    due_at: datetime
    reviewed_at: datetime
    reviewed_on: StudyDay

    @property
    def state(self) -> State:
        return State.LEARNING


@dataclass(frozen=True, slots=True)
class Review:
    """Graduated; due on a study day, ``interval_days`` after ``reviewed_on``."""

    memory: Memory
    interval_days: int
    due_on: StudyDay
    reviewed_at: datetime
    reviewed_on: StudyDay

    @property
    def state(self) -> State:
        return State.REVIEW


@dataclass(frozen=True, slots=True)
class Relearning:
    """Forgotten, and in its relearning steps; due at an instant."""

    memory: Memory
    step: int
    due_at: datetime
    reviewed_at: datetime
    reviewed_on: StudyDay

    @property
    def state(self) -> State:
        return State.RELEARNING


Schedule: TypeAlias = New | Learning | Review | Relearning


@dataclass(frozen=True, slots=True)
class Progress:
    """A learner's standing with one card. ``repetitions`` counts answers, ``lapses`` forgotten reviews."""

    schedule: Schedule = New()
    repetitions: int = 0
    lapses: int = 0

    @property
    def state(self) -> State:
        return self.schedule.state
