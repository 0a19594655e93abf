"""One deck's rows brought in line with the deck as read: cards added, changed, moved, retired, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import ExerciseRef
from quizzer.domain.card_text import card_text
from quizzer.domain.codec.cards import card_to_plain
from quizzer.storage.rows import from_json, to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from quizzer.domain.card import Card, CardId, Deck, ExerciseId, TopicId
    from quizzer.storage.connection import Connection, Value

CARDS_PER_DECK = 1_000_000
"""Positions are ``deck.position * CARDS_PER_DECK + place in the deck``: one number orders all new cards."""

DECK_POSITIONS = "SELECT id, position FROM deck"

MOVE_DECK = "UPDATE deck SET position = :position WHERE id = :deck_id"

PUT_DECK = """
INSERT INTO deck (id, position, version, title, description, licence, origin)
VALUES (:id, :position, :version, :title, :description, :licence, :origin)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title,
 description = excluded.description, licence = excluded.licence, origin = excluded.origin
"""

TOPICS_OF_EXERCISE = "SELECT topics FROM exercise WHERE id = :exercise_id"

REMOVE_TOPICS = "DELETE FROM topic WHERE deck_id = :deck_id"

ADD_TOPIC = """
INSERT INTO topic (deck_id, id, requires, confused_with) VALUES (:deck_id, :id, :requires, :confused_with)
"""

REQUIREMENT = "SELECT id FROM requirement WHERE topics = :topics"

ADD_REQUIREMENT = "INSERT INTO requirement (topics) VALUES (:topics)"

PLACE = "SELECT id FROM place WHERE deck_id = :deck_id AND topic_id = :topic_id AND kind = :kind"

ADD_PLACE = "INSERT INTO place (deck_id, topic_id, kind) VALUES (:deck_id, :topic_id, :kind)"

CARDS_OF_DECK = """
SELECT c.key, c.id, c.content, s.topic_id, s.requirement_id, s.place_id, s.position, s.retired
FROM card_state s JOIN card c ON c.key = s.card_key
WHERE s.deck_id = :deck_id ORDER BY s.position
"""

ADD_CARD = """
INSERT INTO card (id, note_id, kind, exercise_id, added_at_ms, changed_at_ms, content)
VALUES (:id, :note_id, :kind, :exercise_id, :at_ms, :at_ms, :content)
"""

ADD_STATE = """
INSERT INTO card_state (card_key, deck_id, topic_id, requirement_id, place_id, position, retired, suspended, flag,
 state, repetitions, lapses)
SELECT c.key, :deck_id, :topic_id, :requirement_id, :place_id, :position, :retired, FALSE, 0, 'new', 0, 0
FROM card c WHERE c.id = :id
"""

PUT_TEXT = """
INSERT INTO card_text (card_key, folded) SELECT c.key, :folded FROM card c WHERE c.id = :id
ON CONFLICT (card_key) DO UPDATE SET folded = excluded.folded
"""

ADD_TAG = """
INSERT INTO card_tag (tag, card_key, own) SELECT :tag, c.key, FALSE FROM card c WHERE c.id = :id
"""

REMOVE_TAGS = "DELETE FROM card_tag WHERE card_key = :key AND NOT own"

CHANGE_CARD = """
UPDATE card SET note_id = :note_id, kind = :kind, exercise_id = :exercise_id, changed_at_ms = :at_ms,
 content = :content
WHERE key = :key
"""

PLACE_CARD = """
UPDATE card_state SET topic_id = :topic_id, requirement_id = :requirement_id, place_id = :place_id,
 position = :position, retired = :retired
WHERE card_key = :key
"""

RETIRE_CARD = "UPDATE card_state SET retired = TRUE WHERE card_key = :key"


class DeckSync:
    """Applies decks one after the other and gathers what was done; ``exercises`` holds the topics of each."""

    def __init__(
        self,
        connection: Connection,
        *,
        origin: str,
        at_ms: int,
        exercises: Mapping[ExerciseId, Sequence[TopicId]],
    ) -> None:
        self._connection = connection
        self._origin = origin
        self._exercises = exercises
        self._at_ms = at_ms
        self._requirement_ids: dict[str, int] = {}
        self._place_ids: dict[tuple[str, str, str], int] = {}
        self.added: list[CardId] = []
        self.changed: list[CardId] = []
        self.retired: list[CardId] = []
        self.unchanged: list[CardId] = []

    def apply_all(self, decks: Sequence[Deck], *, retire_missing: bool) -> None:
        """Write the decks; among themselves they stand in the order given, in the places that they have."""
        for deck, position in zip(decks, self._positions(decks), strict=True):
            self._apply(deck, position=position, retire_missing=retire_missing)

    def _positions(self, decks: Sequence[Deck]) -> list[int]:
        """A place for each: those that some of them hold, and new ones at the end."""
        stored = {row["id"]: int(row["position"]) for row in self._connection.rows(DECK_POSITIONS)}
        held = [stored[deck.id] for deck in decks if deck.id in stored]
        first_new = max(stored.values(), default=0) + 1
        places = sorted(held) + list(range(first_new, first_new + len(decks) - len(held)))
        moved = {
            deck.id: place
            for deck, place in zip(decks, places, strict=True)
            if deck.id in stored and stored[deck.id] != place
        }
        # In two steps: a place is nobody else's even for a moment.
        self._connection.many(MOVE_DECK, [{"deck_id": name, "position": -place} for name, place in moved.items()])
        self._connection.many(MOVE_DECK, [{"deck_id": name, "position": place} for name, place in moved.items()])
        return places

    def _apply(self, deck: Deck, *, position: int, retire_missing: bool) -> None:
        """Write the deck, its topics and its cards; cards that are as they were cost no write."""
        self._put_deck(deck, position=position)
        first = position * CARDS_PER_DECK
        requires = {topic.id: topic.requires for topic in deck.topics}
        stored = {row["id"]: row for row in self._connection.rows(CARDS_OF_DECK, deck_id=deck.id)}
        fresh: list[dict[str, Value]] = []
        fresh_tags: list[dict[str, Value]] = []
        for place, card in enumerate(deck.cards):
            columns = self._columns(card, position=first + place, topic_requires=requires.get(card.topic, ()))
            row = stored.pop(card.id, None)
            if row is None:
                fresh.append(columns)
                fresh_tags += _tags_of(card)
                self.added.append(card.id)
            else:
                self._update(card, row, columns)
        for statement in (ADD_CARD, ADD_STATE, PUT_TEXT):
            self._connection.many(statement, fresh)
        self._connection.many(ADD_TAG, fresh_tags)
        if retire_missing:
            self._retire(list(stored.values()))

    def _put_deck(self, deck: Deck, *, position: int) -> None:
        self._connection.run(
            PUT_DECK,
            id=deck.id,
            position=position,
            version=deck.version,
            title=to_json(deck.title.plain()),
            description=to_json(deck.description.plain()),
            licence=deck.licence,
            origin=self._origin,
        )
        self._connection.run(REMOVE_TOPICS, deck_id=deck.id)
        self._connection.many(
            ADD_TOPIC,
            [
                {
                    "deck_id": deck.id,
                    "id": topic.id,
                    "requires": to_json(list(topic.requires)),
                    "confused_with": to_json(list(topic.confused_with)) if topic.confused_with else None,
                }
                for topic in deck.topics
            ],
        )

    def _columns(self, card: Card, *, position: int, topic_requires: Sequence[TopicId]) -> dict[str, Value]:
        waits_for = {*card.requires, *topic_requires} - {card.topic}
        if isinstance(card.body, ExerciseRef):
            waits_for |= {card.topic, *self._topics_of(card.body.exercise)}
        plain = card_to_plain(card)
        return {
            "id": card.id,
            "note_id": card.note,
            "kind": card.kind.value,
            "exercise_id": card.body.exercise if isinstance(card.body, ExerciseRef) else None,
            "at_ms": self._at_ms,
            "content": to_json(plain),
            "folded": card_text(plain),
            "deck_id": card.deck,
            "topic_id": card.topic,
            "requirement_id": self._requirement_id(to_json(sorted(waits_for))),
            "place_id": self._place_id(card.deck, card.topic, card.kind.value),
            "position": position,
            "retired": False,
        }

    def _topics_of(self, exercise: ExerciseId) -> Sequence[TopicId]:
        if exercise in self._exercises:
            return self._exercises[exercise]
        stored = self._connection.value(TOPICS_OF_EXERCISE, exercise_id=exercise)
        return tuple(from_json(stored)) if stored is not None else ()

    def _requirement_id(self, topics: str) -> int:
        known = self._requirement_ids.get(topics)
        if known is None:
            known = self._connection.value(REQUIREMENT, topics=topics)
            if known is None:
                known = self._connection.insert(ADD_REQUIREMENT, topics=topics)
            self._requirement_ids[topics] = known
        return known

    def _place_id(self, deck: str, topic: str, kind: str) -> int:
        known = self._place_ids.get((deck, topic, kind))
        if known is None:
            place: dict[str, Value] = {"deck_id": deck, "topic_id": topic, "kind": kind}
            known = self._connection.value(PLACE, **place)
            if known is None:
                known = self._connection.insert(ADD_PLACE, **place)
            self._place_ids[deck, topic, kind] = known
        return known

    def _update(self, card: Card, row: sqlite3.Row, columns: dict[str, Value]) -> None:
        same_content = row["content"] == columns["content"]
        place = ("topic_id", "requirement_id", "place_id", "position", "retired")
        if not same_content:
            self._connection.run(CHANGE_CARD, key=row["key"], **_only(columns, CHANGE_COLUMNS))
            self._connection.run(PUT_TEXT, **_only(columns, ("id", "folded")))
            self._connection.run(REMOVE_TAGS, key=row["key"])
            self._connection.many(ADD_TAG, _tags_of(card))
        if any(row[name] != columns[name] for name in place):
            self._connection.run(PLACE_CARD, key=row["key"], **_only(columns, place))
        if row["retired"]:
            self.added.append(card.id)
        elif same_content:
            self.unchanged.append(card.id)
        else:
            self.changed.append(card.id)

    def _retire(self, rows: Sequence[sqlite3.Row]) -> None:
        for row in rows:
            if not row["retired"]:
                self._connection.run(RETIRE_CARD, key=row["key"])
                self.retired.append(row["id"])


CHANGE_COLUMNS = ("note_id", "kind", "exercise_id", "at_ms", "content")


def _only(columns: dict[str, Value], names: Sequence[str]) -> dict[str, Value]:
    return {name: columns[name] for name in names}


def _tags_of(card: Card) -> list[dict[str, Value]]:
    return [{"id": card.id, "tag": tag} for tag in dict.fromkeys(card.tags)]
