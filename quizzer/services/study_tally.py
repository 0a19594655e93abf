"""What a session has come to: answers, time, and what was left for later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.domain.memory import Rating, State

if TYPE_CHECKING:
    from quizzer.domain.card import CardId, ExerciseId
    from quizzer.domain.review import AnswerRecord, ReviewId


@dataclass(slots=True)
class Tally:
    """Counts of one session; an answer taken back is not counted."""

    skipped: int = 0
    exercises: list[ExerciseId] = field(default_factory=list)
    """Put into the workspace, to be graded."""
    broken: list[tuple[CardId, str]] = field(default_factory=list)
    """Cards that could not be asked, and why."""
    _answers: dict[ReviewId, AnswerRecord] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        return len(self._answers)

    @property
    def right(self) -> int:
        """Answers that were not Again."""
        return sum(record.rating is not Rating.AGAIN for record in self._answers.values())

    @property
    def new_answered(self) -> int:
        """Cards that this session introduced."""
        return sum(record.before.state is State.NEW for record in self._answers.values())

    @property
    def duration_s(self) -> float:
        return sum(record.duration_s for record in self._answers.values())

    @property
    def shown(self) -> int:
        """Cards that count against the session's limit."""
        return self.answered + len(self.exercises)

    def add(self, review_id: ReviewId, record: AnswerRecord) -> None:
        """Count an answer that was stored."""
        self._answers[review_id] = record

    def take_back(self, review_id: ReviewId) -> AnswerRecord | None:
        """Uncount an answer, if this session gave it; the answer."""
        return self._answers.pop(review_id, None)
