"""Memories and due days that are computed anew, apart from any answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizzer.domain.card import CardId, DeckId


class Remembered(NamedTuple):
    """The memory of a card by its local number, at so many repetitions; as for ``Memory``."""

    card: int
    repetitions: int
    stability: float
    difficulty: float


class Placed(NamedTuple):
    """A card in review and the day on which it is due; days as study days."""

    card: int
    card_id: CardId
    deck: DeckId
    active: bool
    repetitions: int
    stability: float
    difficulty: float
    interval_days: int
    due_on: int
    reviewed_on: int


class Interval(NamedTuple):
    """The interval and due day of a card by its local number, at so many repetitions."""

    card: int
    repetitions: int
    interval_days: int
    due_on: int


@dataclass(frozen=True, slots=True)
class Rescheduling:
    """What rescheduling did, or would do: due counts of today (all that is overdue included) and of the days after."""

    cards: int
    """Cards in review."""
    earlier: int
    later: int
    due_before: tuple[int, ...]
    due_after: tuple[int, ...]
    stored: bool

    @property
    def moved(self) -> int:
        return self.earlier + self.later
