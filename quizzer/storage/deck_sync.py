"""One deck's rows brought in line with the deck as read: cards added, changed, moved, retired, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import ExerciseRef
from quizzer.domain.codec.cards import card_to_plain
from quizzer.storage.rows import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from quizzer.domain.card import Card, CardId, Deck, TopicId
    from quizzer.storage.connection import Connection, Value

CARDS_PER_DECK = 1_000_000
"""Positions are ``deck.position * CARDS_PER_DECK + place in the deck``: one number orders all new cards."""

DECK_POSITION = "SELECT position FROM deck WHERE id = :deck_id"

NEXT_DECK_POSITION = "SELECT COALESCE(MAX(position), 0) + 1 FROM deck"

PUT_DECK = """
INSERT INTO deck (id, position, version, title, description, licence)
VALUES (:id, :position, :version, :title, :description, :licence)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title,
 description = excluded.description, licence = excluded.licence
"""

REMOVE_TOPICS = "DELETE FROM topic WHERE deck_id = :deck_id"

ADD_TOPIC = "INSERT INTO topic (deck_id, id, requires) VALUES (:deck_id, :id, :requires)"

REQUIREMENT = "SELECT id FROM requirement WHERE topics = :topics"

ADD_REQUIREMENT = "INSERT INTO requirement (topics) VALUES (:topics)"

CARDS_OF_DECK = """
SELECT c.key, c.id, c.content, s.topic_id, s.requirement_id, s.position, s.active
FROM card_state s JOIN card c ON c.key = s.card_key
WHERE s.deck_id = :deck_id ORDER BY s.position
"""

ADD_CARD = """
INSERT INTO card (id, note_id, kind, exercise_id, added_at_ms, changed_at_ms, content)
VALUES (:id, :note_id, :kind, :exercise_id, :at_ms, :at_ms, :content)
"""

ADD_STATE = """
INSERT INTO card_state (card_key, deck_id, topic_id, requirement_id, position, active, state, repetitions, lapses)
SELECT c.key, :deck_id, :topic_id, :requirement_id, :position, :active, 'new', 0, 0
FROM card c WHERE c.id = :id
"""

CHANGE_CARD = """
UPDATE card SET note_id = :note_id, kind = :kind, exercise_id = :exercise_id, changed_at_ms = :at_ms,
 content = :content
WHERE key = :key
"""

PLACE_CARD = """
UPDATE card_state SET topic_id = :topic_id, requirement_id = :requirement_id, position = :position,
 active = :active
WHERE card_key = :key
"""

RETIRE_CARD = "UPDATE card_state SET active = :active WHERE card_key = :key"


class DeckSync:
    """Applies decks one after the other and gathers what was done."""

    def __init__(self, connection: Connection, *, at_ms: int) -> None:
        self._connection = connection
        self._at_ms = at_ms
        self._requirement_ids: dict[str, int] = {}
        self.added: list[CardId] = []
        self.changed: list[CardId] = []
        self.retired: list[CardId] = []
        self.unchanged: list[CardId] = []

    def apply(self, deck: Deck, *, retire_missing: bool) -> None:
        """Write the deck, its topics and its cards; cards that are as they were cost no write."""
        first = self._put_deck(deck) * CARDS_PER_DECK
        requires = {topic.id: topic.requires for topic in deck.topics}
        stored = {row["id"]: row for row in self._connection.rows(CARDS_OF_DECK, deck_id=deck.id)}
        fresh: list[dict[str, Value]] = []
        for place, card in enumerate(deck.cards):
            columns = self._columns(card, position=first + place, topic_requires=requires.get(card.topic, ()))
            row = stored.pop(card.id, None)
            if row is None:
                fresh.append(columns)
                self.added.append(card.id)
            else:
                self._update(card.id, row, columns)
        self._connection.many(ADD_CARD, fresh)
        self._connection.many(ADD_STATE, fresh)
        if retire_missing:
            self._retire(list(stored.values()))

    def _put_deck(self, deck: Deck) -> int:
        position = self._connection.value(DECK_POSITION, deck_id=deck.id)
        if position is None:
            position = self._connection.value(NEXT_DECK_POSITION)
        self._connection.run(
            PUT_DECK,
            id=deck.id,
            position=position,
            version=deck.version,
            title=to_json(deck.title.plain()),
            description=to_json(deck.description.plain()),
            licence=deck.licence,
        )
        self._connection.run(REMOVE_TOPICS, deck_id=deck.id)
        self._connection.many(
            ADD_TOPIC,
            [{"deck_id": deck.id, "id": topic.id, "requires": to_json(list(topic.requires))} for topic in deck.topics],
        )
        return int(position)

    def _columns(self, card: Card, *, position: int, topic_requires: Sequence[TopicId]) -> dict[str, Value]:
        waits_for = sorted({*card.requires, *topic_requires} - {card.topic})
        return {
            "id": card.id,
            "note_id": card.note,
            "kind": card.kind.value,
            "exercise_id": card.body.exercise if isinstance(card.body, ExerciseRef) else None,
            "at_ms": self._at_ms,
            "content": to_json(card_to_plain(card)),
            "deck_id": card.deck,
            "topic_id": card.topic,
            "requirement_id": self._requirement_id(to_json(waits_for)),
            "position": position,
            "active": True,
        }

    def _requirement_id(self, topics: str) -> int:
        known = self._requirement_ids.get(topics)
        if known is None:
            known = self._connection.value(REQUIREMENT, topics=topics)
            if known is None:
                known = self._connection.insert(ADD_REQUIREMENT, topics=topics)
            self._requirement_ids[topics] = known
        return known

    def _update(self, card_id: CardId, row: sqlite3.Row, columns: dict[str, Value]) -> None:
        same_content = row["content"] == columns["content"]
        place = ("topic_id", "requirement_id", "position", "active")
        if not same_content:
            self._connection.run(CHANGE_CARD, key=row["key"], **_only(columns, CHANGE_COLUMNS))
        if any(row[name] != columns[name] for name in place):
            self._connection.run(PLACE_CARD, key=row["key"], **_only(columns, place))
        if not row["active"]:
            self.added.append(card_id)
        elif same_content:
            self.unchanged.append(card_id)
        else:
            self.changed.append(card_id)

    def _retire(self, rows: Sequence[sqlite3.Row]) -> None:
        for row in rows:
            if row["active"]:
                self._connection.run(RETIRE_CARD, key=row["key"], active=False)
                self.retired.append(row["id"])


CHANGE_COLUMNS = ("note_id", "kind", "exercise_id", "at_ms", "content")


def _only(columns: dict[str, Value], names: Sequence[str]) -> dict[str, Value]:
    return {name: columns[name] for name in names}
