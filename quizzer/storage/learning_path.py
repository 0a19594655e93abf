"""Topics and exercise cards as rows: what the learning path is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.text import Text
from quizzer.storage.rows import Rows, from_json

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId, ExerciseId, TopicId

DECK_TITLES = "SELECT id, title FROM deck ORDER BY position"

# Exercise cards are counted apart: a topic's cards are those that are answered in the session.
TOPICS = """
SELECT t.deck_id, t.id, t.requires, COUNT(s.card_key) AS cards,
 COUNT(CASE WHEN s.state = 'new' THEN 1 END) AS new,
 COUNT(CASE WHEN s.state IN ('review', 'relearning') THEN 1 END) AS learned
FROM topic t JOIN deck d ON d.id = t.deck_id
LEFT JOIN card_state s ON s.deck_id = t.deck_id AND s.topic_id = t.id AND s.active
 AND s.card_key NOT IN (SELECT key FROM card WHERE exercise_id IS NOT NULL)
GROUP BY t.deck_id, t.id, t.requires, d.position
ORDER BY d.position, MIN(s.position) IS NULL, MIN(s.position), t.id
"""

EXERCISE_CARDS = """
SELECT s.deck_id, s.topic_id, c.exercise_id, r.topics FROM card_state s
JOIN card c ON c.key = s.card_key JOIN requirement r ON r.id = s.requirement_id
WHERE s.active AND c.exercise_id IS NOT NULL ORDER BY s.position
"""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of a deck; retired cards are not counted."""

    deck: DeckId
    id: TopicId
    requires: tuple[TopicId, ...]
    cards: int
    new: int
    learned: int


@dataclass(frozen=True, slots=True)
class ExerciseCardRow:
    """The card of an exercise, and the topics that it waits for."""

    deck: DeckId
    topic: TopicId
    exercise: ExerciseId
    requires: tuple[TopicId, ...]


class LearningPathRows(Rows):
    """What was learned of each topic."""

    def deck_titles(self) -> tuple[tuple[DeckId, Text], ...]:
        """Every deck and its title, in order."""
        return tuple((row["id"], Text.of(from_json(row["title"]))) for row in self._connection.rows(DECK_TITLES))

    def topic_rows(self) -> tuple[TopicRow, ...]:
        """Every topic, decks in their order, topics in that of their first cards."""
        return tuple(
            TopicRow(
                deck=row["deck_id"],
                id=row["id"],
                requires=tuple(from_json(row["requires"])),
                cards=row["cards"],
                new=row["new"],
                learned=row["learned"],
            )
            for row in self._connection.rows(TOPICS)
        )

    def exercise_card_rows(self) -> tuple[ExerciseCardRow, ...]:
        """Every exercise card that is not retired, in the order of the decks."""
        return tuple(
            ExerciseCardRow(row["deck_id"], row["topic_id"], row["exercise_id"], tuple(from_json(row["topics"])))
            for row in self._connection.rows(EXERCISE_CARDS)
        )
