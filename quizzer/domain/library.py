"""What is in the learner's library: decks, exercises and submissions as listed, and what a sync changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from quizzer.domain.card import CardId, DeckId, ExerciseId, TopicId
    from quizzer.domain.exercise import ExerciseKind
    from quizzer.domain.text import Text
    from quizzer.domain.verdict import GradeResult

SubmissionId = NewType("SubmissionId", int)


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck and its cards in numbers; retired cards are not counted.

    ``new`` were never answered, ``learned`` have graduated at least once and are in review or relearning,
    ``due`` can be shown today, new cards aside.
    """

    id: DeckId
    title: Text
    version: str
    cards: int
    new: int
    learned: int
    due: int


@dataclass(frozen=True, slots=True)
class ExerciseSummary:
    """An exercise as a listing shows it, without its sources."""

    id: ExerciseId
    version: str
    title: Text
    kind: ExerciseKind
    difficulty: int
    topics: tuple[TopicId, ...]
    max_score: float
    submissions: int
    accepted: bool
    """True if any version of it was ever solved."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A judged submission as stored; ``result.exercise_version`` is the version that judged it."""

    id: SubmissionId
    path: str | None
    source: str
    result: GradeResult


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did, by id and in the order of the files; moving a card inside its deck changes nothing."""

    added: tuple[CardId, ...] = ()
    changed: tuple[CardId, ...] = ()
    retired: tuple[CardId, ...] = ()
    unchanged: tuple[CardId, ...] = ()
    exercises_added: tuple[ExerciseId, ...] = ()
    exercises_changed: tuple[ExerciseId, ...] = ()
    exercises_retired: tuple[ExerciseId, ...] = ()

    @property
    def nothing_changed(self) -> bool:
        return not (
            self.added
            or self.changed
            or self.retired
            or self.exercises_added
            or self.exercises_changed
            or self.exercises_retired
        )
