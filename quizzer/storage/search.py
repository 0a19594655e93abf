"""Finding cards by what they say, what they are and how they are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import CardId
from quizzer.storage.rows import Rows

if TYPE_CHECKING:
    from quizzer.domain.search_query import Query
    from quizzer.storage.search_sql import SearchMoment

# Keys alone are narrow: the cards themselves are read for those that are shown.
FOUND = "SELECT s.card_key FROM card_state s WHERE NOT s.retired AND :condition ORDER BY s.position"

FOUND_WITH_CARD = """
SELECT s.card_key FROM card_state s JOIN card c ON c.key = s.card_key
WHERE NOT s.retired AND :condition ORDER BY s.position
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
