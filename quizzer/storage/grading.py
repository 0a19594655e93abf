"""Exercises as judged, and what became of each submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import CardId
from quizzer.domain.text import Text
from quizzer.storage.rows import Rows, from_json, to_json
from quizzer.storage.times import to_ms

if TYPE_CHECKING:
    from quizzer.domain.card import ExerciseId
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.library import ExerciseSummary, Submission, SubmissionId
    from quizzer.domain.verdict import GradeResult

EXERCISE = """
SELECT v.content FROM exercise e JOIN exercise_version v ON v.exercise_id = e.id AND v.version = e.version
WHERE e.id = :exercise_id
"""

EXERCISE_ORIGIN = "SELECT origin FROM exercise WHERE id = :exercise_id"

EXERCISE_AS_JUDGED = """
SELECT content FROM exercise_version WHERE exercise_id = :exercise_id AND version = :version
"""

EXERCISES = """
SELECT e.id, e.version, e.title, e.kind, e.difficulty, e.topics, e.max_score,
 COUNT(s.id) AS submissions, COUNT(CASE WHEN s.verdict = 'AC' THEN 1 END) AS accepted
FROM exercise e LEFT JOIN submission s ON s.exercise_id = e.id
WHERE e.active
GROUP BY e.id, e.version, e.title, e.kind, e.difficulty, e.topics, e.max_score
ORDER BY e.id
"""

CARDS_OF_EXERCISE = """
SELECT c.id FROM card c JOIN card_state s ON s.card_key = c.key
WHERE c.exercise_id = :exercise_id AND s.active ORDER BY s.position
"""

LAST_REVIEW_OF_EXERCISE = """
SELECT COALESCE(MAX(l.id), 0) FROM review_log l JOIN card c ON c.key = l.card_key
WHERE c.exercise_id = :exercise_id
"""

ADD_SUBMISSION = """
INSERT INTO submission (exercise_id, version, path, verdict, score, max_score, graded_at_ms, after_review_id,
 source, result)
VALUES (:exercise_id, :version, :path, :verdict, :score, :max_score, :graded_at_ms, :after_review_id,
 :source, :result)
"""

SUBMISSIONS = """
SELECT id, path, source, result FROM submission WHERE exercise_id = :exercise_id ORDER BY id DESC
"""

# A judge error is our fault and never counts against the learner.
FAILED_RUNS = """
SELECT COUNT(*) FROM submission
WHERE exercise_id = :exercise_id AND after_review_id = :after_review_id AND verdict NOT IN ('AC', 'JE')
"""


class GradingRows(Rows):
    """What the judge needs and what it found."""

    def exercise(self, exercise_id: ExerciseId, *, version: str | None = None) -> Exercise | None:
        """The exercise as it now is, or as ``version`` was, retired or not; None if there is none."""
        if version is None:
            content = self._connection.value(EXERCISE, exercise_id=exercise_id)
        else:
            content = self._connection.value(EXERCISE_AS_JUDGED, exercise_id=exercise_id, version=version)
        if content is None:
            return None
        from quizzer.domain.codec.judging import exercise_from_plain  # noqa: PLC0415 - not before an exercise comes

        return exercise_from_plain(from_json(content))

    def exercise_origin(self, exercise_id: ExerciseId) -> str | None:
        """Where the exercise was applied from; None if there is none."""
        origin: str | None = self._connection.value(EXERCISE_ORIGIN, exercise_id=exercise_id)
        return origin

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """All exercises that are not retired, by id."""
        from quizzer.domain.exercise import ExerciseKind  # noqa: PLC0415 - as above
        from quizzer.domain.library import ExerciseSummary  # noqa: PLC0415

        return tuple(
            ExerciseSummary(
                id=row["id"],
                version=row["version"],
                title=Text.of(from_json(row["title"])),
                kind=ExerciseKind(row["kind"]),
                difficulty=row["difficulty"],
                topics=tuple(from_json(row["topics"])),
                max_score=row["max_score"],
                submissions=row["submissions"],
                accepted=row["accepted"] > 0,
            )
            for row in self._connection.rows(EXERCISES)
        )

    def exercise_cards(self, exercise_id: ExerciseId) -> tuple[CardId, ...]:
        """The cards, not retired, that are answered by solving this exercise."""
        return tuple(CardId(row[0]) for row in self._connection.rows(CARDS_OF_EXERCISE, exercise_id=exercise_id))

    def save_submission(
        self, exercise_id: ExerciseId, source: str, result: GradeResult, path: str | None = None
    ) -> SubmissionId:
        """Store a judged submission with the version that judged it, which must have been applied before."""
        from quizzer.domain.codec.judging import result_to_plain  # noqa: PLC0415 - as above
        from quizzer.domain.library import SubmissionId  # noqa: PLC0415

        key = self._connection.insert(
            ADD_SUBMISSION,
            exercise_id=exercise_id,
            version=result.exercise_version,
            path=path,
            verdict=result.verdict.value,
            score=result.score,
            max_score=result.max_score,
            graded_at_ms=to_ms(result.graded_at),
            after_review_id=self._last_review(exercise_id),
            source=source,
            result=to_json(result_to_plain(result)),
        )
        return SubmissionId(key)

    def submissions(self, exercise_id: ExerciseId) -> tuple[Submission, ...]:
        """All submissions to the exercise, newest first."""
        from quizzer.domain.codec.judging import result_from_plain  # noqa: PLC0415 - as above
        from quizzer.domain.library import Submission, SubmissionId  # noqa: PLC0415

        return tuple(
            Submission(
                id=SubmissionId(row["id"]),
                path=row["path"],
                source=row["source"],
                result=result_from_plain(from_json(row["result"])),
            )
            for row in self._connection.rows(SUBMISSIONS, exercise_id=exercise_id)
        )

    def failed_runs_since_last_review(self, exercise_id: ExerciseId) -> int:
        """How many submissions were rejected since the exercise's card was last answered."""
        after = self._last_review(exercise_id)
        count: int = self._connection.value(FAILED_RUNS, exercise_id=exercise_id, after_review_id=after)
        return count

    def _last_review(self, exercise_id: ExerciseId) -> int:
        last: int = self._connection.value(LAST_REVIEW_OF_EXERCISE, exercise_id=exercise_id)
        return last
