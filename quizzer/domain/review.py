"""Answers as they are logged, undone and counted. The log is the truth; a card's state follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from quizzer.domain.errors import QuizzerError

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.card import CardId, DeckId, NoteId
    from quizzer.domain.memory import Progress, Rating, State, StudyDay

ReviewId = NewType("ReviewId", int)
"""A row of the review log; larger is later."""

MAX_TYPED = 200


class StaleAnswerError(QuizzerError):
    """The card was answered or undone elsewhere since this answer was computed; nothing was stored."""


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One answer to store: ``after`` was computed from ``before``, which must still be the stored progress.

    ``interval_s`` is the wait until the card is due, as its button said; ``duration_s`` how long the learner
    took; ``correct`` is what the machine found, None where the learner judged; ``leech`` says that with this answer
    the card has been forgotten often enough to be called one.
    """

    card_id: CardId
    rating: Rating
    before: Progress
    after: Progress
    answered_at: datetime
    answered_on: StudyDay
    interval_s: float
    elapsed_days: int
    scheduled_days: int
    duration_s: float
    correct: bool | None = None
    mistake: str | None = None
    """The named mistake that a wrong answer stood for, as the card's author calls it."""
    typed: str | None = None
    """What was typed where that was wrong, cut to ``MAX_TYPED`` characters; None for letters, which are shuffled."""
    hints: int = 0
    clock_went_back: bool = False
    leech: bool = False


@dataclass(frozen=True, slots=True)
class UndoneAnswer:
    """The answer that an undo took out of the log, and the progress that the card has again."""

    review_id: ReviewId
    card_id: CardId
    note: NoteId
    deck: DeckId
    rating: Rating
    answered_at: datetime
    answered_on: StudyDay
    restored: Progress


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the log, for statistics and for fitting the memory model."""

    id: ReviewId
    card_id: CardId
    deck: DeckId
    rating: Rating
    state: State
    """The card's state before this answer."""
    answered_at: datetime
    answered_on: StudyDay
    elapsed_days: int
    scheduled_days: int
    duration_s: float


@dataclass(frozen=True, slots=True)
class DailyCounts:
    """What a study day has used of its limits: cards introduced, and reviews of graduated cards answered."""

    new: int = 0
    review: int = 0
    answers: int = 0
    """All answers, learning steps included."""
    duration_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention: of the first answers of a day to cards in review, how many were remembered."""

    remembered: int
    total: int

    @property
    def rate(self) -> float | None:
        """From 0 to 1; None where nothing was reviewed."""
        return self.remembered / self.total if self.total else None
