"""The log as memory sees it, and memories and due days that are computed anew: never an answer, always undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.storage.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizzer.domain.card import TopicId
    from quizzer.domain.memory import StudyDay
    from quizzer.domain.rescheduling import Interval, Placed, Remembered

RATINGS = """
SELECT l.card_key, l.id, l.rating, l.elapsed_days, l.state_before = 'new' FROM review_log l ORDER BY l.card_key, l.id
"""

COUNTED_SINCE = """
SELECT COUNT(*) FROM (
 SELECT l.id FROM review_log l WHERE l.id > :after AND l.elapsed_days > 0 LIMIT :most
) AS counted
"""

NEWEST_REVIEW = "SELECT COALESCE(MAX(id), 0) FROM review_log"

MEMORIES = """
SELECT s.card_key, s.repetitions, s.stability, s.difficulty FROM card_state s WHERE s.state <> 'new' ORDER BY s.card_key
"""

SET_MEMORY = """
UPDATE card_state SET stability = :stability, difficulty = :difficulty
WHERE card_key = :card AND repetitions = :repetitions AND state <> 'new'
"""

DUE_COUNTS = """
SELECT s.due_on, COUNT(*) FROM card_state s WHERE s.active AND s.due_on > :today GROUP BY s.due_on
"""

PLACED = """
SELECT s.card_key, c.id, s.deck_id, s.active, s.repetitions, s.stability, s.difficulty, s.interval_days, s.due_on,
 s.reviewed_on
FROM card_state s JOIN card c ON c.key = s.card_key WHERE s.state = 'review' ORDER BY s.card_key
"""

PLACED_IN_TOPIC = """
SELECT s.card_key, c.id, s.deck_id, s.active, s.repetitions, s.stability, s.difficulty, s.interval_days, s.due_on,
 s.reviewed_on
FROM card_state s JOIN card c ON c.key = s.card_key
WHERE s.active AND s.topic_id = :topic AND s.state = 'review' AND c.exercise_id IS NULL ORDER BY s.card_key
"""

SET_INTERVAL = """
UPDATE card_state SET interval_days = :interval_days, due_on = :due_on
WHERE card_key = :card AND repetitions = :repetitions AND state = 'review'
"""

TIMED_ANSWERS = """
SELECT l.card_key, l.answered_on, l.state_before, l.rating, l.duration_ms FROM review_log l ORDER BY l.card_key, l.id
"""

STANDING_MEMORIES = """
SELECT s.stability, s.difficulty, s.reviewed_on, s.due_on FROM card_state s
WHERE s.active AND s.state <> 'new' ORDER BY s.card_key
"""


class MemoryLogRows(Rows):
    """What a fit reads, and what follows from new weights."""

    def logged_ratings(self) -> Iterator[tuple[int, int, int, int, bool]]:
        """Every answer as the fields of ``LoggedRating``, by card, then in time."""
        yield from self._connection.each(RATINGS)

    def counted_since(self, review: int, *, most: int) -> int:
        """Answers later than ``review`` that a fit can count, looking no further than ``most`` of them."""
        count: int = self._connection.value(COUNTED_SINCE, after=review, most=most)
        return count

    def newest_review(self) -> int:
        """The largest id of the log, 0 where it is empty."""
        newest: int = self._connection.value(NEWEST_REVIEW)
        return newest

    def memories(self) -> tuple[Remembered, ...]:
        """The memory of every card that has one."""
        from quizzer.domain.rescheduling import Remembered  # noqa: PLC0415 - no session needs it

        return tuple(Remembered(*row) for row in self._connection.each(MEMORIES))

    def set_memories(self, memories: Iterable[Remembered]) -> None:
        """Give cards other memories; one that was answered since, which its repetitions show, is left alone."""
        self._connection.many(SET_MEMORY, (memory._asdict() for memory in memories))

    def placed(self) -> tuple[Placed, ...]:
        """Every card in review, retired ones included: they may return."""
        from quizzer.domain.rescheduling import Placed  # noqa: PLC0415 - as above

        return tuple(Placed(*row) for row in self._connection.each(PLACED))

    def placed_in(self, topics: Iterable[TopicId]) -> tuple[Placed, ...]:
        """The cards in review of these topics that may be asked, those of exercises left out."""
        from quizzer.domain.rescheduling import Placed  # noqa: PLC0415 - as above

        rows = (self._connection.each(PLACED_IN_TOPIC, topic=topic) for topic in dict.fromkeys(topics))
        return tuple(Placed(*row) for found in rows for row in found)

    def set_intervals(self, intervals: Iterable[Interval]) -> int:
        """Let cards be due on other days; how many are. One that was answered since is left alone."""
        return sum(self._connection.run(SET_INTERVAL, **interval._asdict()) for interval in intervals)

    def due_counts(self, today: StudyDay) -> dict[StudyDay, int]:
        """Reviews due on each later study day that has any."""
        return dict(self._connection.each(DUE_COUNTS, today=today))

    def timed_answers(self) -> Iterator[tuple[int, int, str, int, int]]:
        """Card, study day, state before, rating and milliseconds of every answer, by card, then in time."""
        yield from self._connection.each(TIMED_ANSWERS)

    def standing_memories(self) -> Iterator[tuple[float, float, int, int | None]]:
        """Stability, difficulty, last and due study day of each card that is known; None is due in steps."""
        yield from self._connection.each(STANDING_MEMORIES)
