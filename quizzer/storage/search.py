"""Finding cards by what they say, what they are and how they are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import CardId
from quizzer.domain.memory import Memory, Rating, State, StudyDay
from quizzer.storage.rows import Rows
from quizzer.storage.schedule_columns import from_log
from quizzer.storage.times import from_ms

if TYPE_CHECKING:
    import sqlite3

    from quizzer.domain.collection import PastAnswer
    from quizzer.domain.search_query import Query
    from quizzer.storage.search_sql import SearchMoment

# Keys alone are narrow: the cards themselves are read for those that are shown.
FOUND = "SELECT s.card_key FROM card_state s WHERE NOT s.retired AND :condition ORDER BY s.position"

FOUND_WITH_CARD = """
SELECT s.card_key FROM card_state s JOIN card c ON c.key = s.card_key
WHERE NOT s.retired AND :condition ORDER BY s.position
"""

HISTORY_OF_CARD = """
SELECT l.rating, l.state_before, l.answered_at_ms, l.answered_on, l.interval_s, l.elapsed_days, l.duration_ms,
 l.correct, l.hints, l.progress_after
FROM card c JOIN review_log l ON l.card_key = c.key WHERE c.id = :card_id ORDER BY l.id
"""

ID_OF_CARD = "SELECT id FROM card WHERE key = :key"


class SearchRows(Rows):
    """Searches; retired cards are never found."""

    def search(self, query: Query, moment: SearchMoment) -> tuple[int, ...]:
        """The keys of all cards that the query means, in the order of the decks."""
        from quizzer.storage.search_sql import compile_search  # noqa: PLC0415 - the first card waits for no search

        condition = compile_search(query, moment)
        frame = FOUND_WITH_CARD if condition.reads_card else FOUND
        statement = frame.replace(":condition", condition.sql)
        return tuple(row[0] for row in self._connection.rows(statement, **condition.values))

    def id_of(self, key: int) -> CardId:
        """The id of a card that ``search`` found."""
        return CardId(self._connection.value(ID_OF_CARD, key=key))

    def card_history(self, card_id: CardId) -> tuple[PastAnswer, ...]:
        """Every answer to the card, oldest first."""
        return tuple(map(_past_answer, self._connection.rows(HISTORY_OF_CARD, card_id=card_id)))


def _past_answer(row: sqlite3.Row) -> PastAnswer:
    after = from_log(row["progress_after"])
    from quizzer.domain.collection import PastAnswer  # noqa: PLC0415 - no session needs it

    return PastAnswer(
        answered_at=from_ms(row["answered_at_ms"]),
        answered_on=StudyDay(row["answered_on"]),
        rating=Rating(row["rating"]),
        state=State(row["state_before"]),
        elapsed_days=row["elapsed_days"],
        interval_s=row["interval_s"],
        duration_s=row["duration_ms"] / 1000,
        correct=None if row["correct"] is None else bool(row["correct"]),
        hints=row["hints"],
        memory=Memory(*(float(after[name] or 0.0) for name in ("stability", "difficulty"))),
    )
