"""Finding cards by what they say, what they are and how they are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.codec.cards import card_from_plain
from quizzer.domain.memory import Memory, Rating, State, StudyDay
from quizzer.storage.acts import standing_of
from quizzer.storage.rows import Rows, from_json
from quizzer.storage.schedule_columns import from_log, progress_of
from quizzer.storage.times import from_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from quizzer.domain.act import Standing
    from quizzer.domain.card import Card, CardId
    from quizzer.domain.collection import PastAnswer
    from quizzer.domain.memory import Progress
    from quizzer.domain.search_query import Query
    from quizzer.storage.search_sql import SearchMoment

# Keys alone are narrow: the cards themselves are read for those that are shown.
FOUND = "SELECT s.card_key FROM card_state s WHERE NOT s.retired AND :condition ORDER BY s.position"

_WITH_CARD = " JOIN card c ON c.key = s.card_key"
_WITH_TEXT = " JOIN card_text x ON x.card_key = s.card_key"

HISTORY_OF_CARD = """
SELECT l.rating, l.state_before, l.answered_at_ms, l.answered_on, l.interval_s, l.elapsed_days, l.duration_ms,
 l.correct, l.hints, l.progress_after
FROM card c JOIN review_log l ON l.card_key = c.key WHERE c.id = :card_id ORDER BY l.id
"""

LISTED = """
SELECT c.key, c.content, s.state, s.repetitions, s.lapses, s.stability, s.difficulty, s.step, s.interval_days,
 s.due_at_ms, s.due_on, s.reviewed_at_ms, s.reviewed_on, s.retired, s.suspended, s.flag, b.until_on, r.text AS remark
FROM card c JOIN card_state s ON s.card_key = c.key LEFT JOIN remark r ON r.card_key = c.key
LEFT JOIN buried_note b ON b.note_id = c.note_id WHERE c.key IN (%s)
"""

TAGS_OF_LISTED = "SELECT DISTINCT t.card_key, t.tag FROM card_tag t WHERE t.card_key IN (%s) ORDER BY t.card_key, t.tag"

_AT_ONCE = 500
"""Cards that one statement names."""


class SearchRows(Rows):
    """Searches; retired cards are never found."""

    def search(self, query: Query, moment: SearchMoment) -> tuple[int, ...]:
        """The keys of all cards that the query means, in the order of the decks."""
        from quizzer.storage.search_sql import compile_search  # noqa: PLC0415 - the first card waits for no search

        condition = compile_search(query, moment, joins_text=True)
        joined = _WITH_CARD * condition.reads_card + _WITH_TEXT * condition.reads_text
        statement = FOUND.replace(" WHERE", f"{joined} WHERE", 1).replace(":condition", condition.sql)
        return tuple(self._connection.column(statement, **condition.values))

    def listed(self, keys: Sequence[int]) -> Iterator[tuple[Card, Progress, Standing]]:
        """The cards that ``search`` found, in the order of their keys here, and where each stands."""
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            names = ", ".join(map(str, some))
            rows = {row["key"]: row for row in self._connection.rows(LISTED % names)}
            tags: dict[int, list[str]] = {}
            for key, tag in self._connection.rows(TAGS_OF_LISTED % names):
                tags.setdefault(key, []).append(tag)
            for row in map(rows.__getitem__, some):
                card = card_from_plain(from_json(row["content"]))
                yield card, progress_of(row), standing_of(row, tags.get(row["key"], ()))

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
