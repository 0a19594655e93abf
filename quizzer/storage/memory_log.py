"""The log as memory sees it, and memories and due days that are computed anew: never an answer, always undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.storage.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizzer.domain.rescheduling import Remembered

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
