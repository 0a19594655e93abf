"""What passing an exercise does to the cards that it exercises: their due days move, their memory does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.card import CardId, ExerciseId
    from quizzer.domain.memory import StudyDay


class Credit(NamedTuple):
    """A card in review, at so many repetitions, that is due on another day; days as study days."""

    card_id: CardId
    repetitions: int
    due_before: int
    due_after: int


@dataclass(frozen=True, slots=True)
class PastCredit:
    """A day on which a card was put off because an exercise of its topic was passed."""

    exercise: ExerciseId
    passed_at: datetime
    passed_on: StudyDay
    due_before: StudyDay
    due_after: StudyDay
    repetitions: int
    """The card's at that time: the days count until it is answered again."""
