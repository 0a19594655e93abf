"""Single cards as a search lists them and as they are looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.act import Standing
    from quizzer.domain.card import Card
    from quizzer.domain.credit import PastCredit
    from quizzer.domain.memory import Memory, Progress, Rating, State, StudyDay


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card that a search found, and where it stands; ``recall`` is None for a new one."""

    card: Card
    progress: Progress
    standing: Standing
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the first cards in the order of the decks, and how many there are."""

    total: int
    cards: tuple[FoundCard, ...]


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """A row of a card's history; ``memory`` is what it left, ``interval_s`` the wait that followed."""

    answered_at: datetime
    answered_on: StudyDay
    rating: Rating
    state: State
    """The card's state before it."""
    elapsed_days: int
    interval_s: float
    duration_s: float
    correct: bool | None
    hints: int
    memory: Memory


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """How well a card was, or will be, remembered; ``day`` is a study day with its fraction."""

    day: float
    recall: float


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A card with its whole history, oldest answer first, and the memory curve, empty for a new card."""

    found: FoundCard
    history: tuple[PastAnswer, ...]
    curve: tuple[CurvePoint, ...]
    today: StudyDay
    credits: tuple[PastCredit, ...] = ()
    """Exercises that put it off, oldest first."""
