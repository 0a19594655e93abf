"""Decks in the database: brought in line with the authors' files, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.codec.cards import card_from_plain
from quizzer.domain.errors import UsageError
from quizzer.domain.text import Text
from quizzer.storage.rows import Rows, from_json
from quizzer.storage.times import to_ms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.domain.card import Card, CardId, Deck, DeckId
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.library import DeckSummary, SyncReport
    from quizzer.domain.memory import StudyDay

CARD = "SELECT content FROM card WHERE id = :card_id"

# The schedule's own columns say enough: due_at_ms is set in learning and relearning alone, due_on in review alone.
DECKS = """
SELECT d.id, d.title, d.version, COUNT(s.card_key) AS cards,
 COUNT(CASE WHEN s.state = 'new' THEN 1 END) AS new,
 COUNT(CASE WHEN s.state IN ('review', 'relearning') THEN 1 END) AS learned,
 COUNT(CASE WHEN s.due_at_ms <= :now_ms OR s.due_on <= :today THEN 1 END) AS due
FROM deck d LEFT JOIN card_state s ON s.deck_id = d.id AND s.active
GROUP BY d.id, d.title, d.version, d.position
ORDER BY d.position
"""

DECK_ORIGIN = "SELECT origin FROM deck WHERE id = :deck_id"

GET_SETTING = "SELECT value FROM setting WHERE name = :name"

SET_SETTING = """
INSERT INTO setting (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


class ContentRows(Rows):
    """What authors wrote."""

    def apply_content(
        self,
        decks: Sequence[Deck],
        exercises: Sequence[Exercise],
        *,
        origin: str,
        retire_missing: bool,
        at: datetime,
    ) -> SyncReport:
        """Bring decks and exercises in line with what was read from ``origin``; progress is never touched.

        With ``retire_missing``, cards that these decks no longer have and exercises that ``origin`` no longer has
        are retired: they keep their history, and get it back when they return.
        """
        # No session that finds its content current needs these.
        from quizzer.domain.library import SyncReport  # noqa: PLC0415 - as said
        from quizzer.storage.deck_sync import DeckSync  # noqa: PLC0415
        from quizzer.storage.exercise_sync import sync_exercises  # noqa: PLC0415

        at_ms = to_ms(at)
        topics = {exercise.id: exercise.topics for exercise in exercises}
        sync = DeckSync(self._connection, origin=origin, at_ms=at_ms, exercises=topics)
        sync.apply_all(decks, retire_missing=retire_missing)
        changes = sync_exercises(self._connection, exercises, origin=origin, retire_missing=retire_missing, at_ms=at_ms)
        return SyncReport(
            added=tuple(sync.added),
            changed=tuple(sync.changed),
            retired=tuple(sync.retired),
            unchanged=tuple(sync.unchanged),
            exercises_added=tuple(changes.added),
            exercises_changed=tuple(changes.changed),
            exercises_retired=tuple(changes.retired),
        )

    def content_hash(self, origin: str) -> str | None:
        """The hash that was noted when ``origin`` was last applied."""
        return self.setting(f"content_hash:{origin}")

    def set_content_hash(self, origin: str, content_hash: str) -> None:
        """Note the hash of what was applied from ``origin``."""
        self.set_setting(f"content_hash:{origin}", content_hash)

    def setting(self, name: str) -> str | None:
        """A value kept by ``set_setting``."""
        value: str | None = self._connection.value(GET_SETTING, name=name)
        return value

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value in the database, so that it travels with the learner's progress."""
        self._connection.run(SET_SETTING, name=name, value=value)

    def decks(self, *, now: datetime, today: StudyDay) -> tuple[DeckSummary, ...]:
        """All decks in the order in which they came; buried cards count as due."""
        from quizzer.domain.library import DeckSummary  # noqa: PLC0415 - as above

        rows = self._connection.rows(DECKS, now_ms=to_ms(now), today=today)
        return tuple(
            DeckSummary(
                id=row["id"],
                title=Text.of(from_json(row["title"])),
                version=row["version"],
                cards=row["cards"],
                new=row["new"],
                learned=row["learned"],
                due=row["due"],
            )
            for row in rows
        )

    def deck_origin(self, deck_id: DeckId) -> str | None:
        """Where the deck was applied from; None where an earlier schema did not note it."""
        origin: str | None = self._connection.value(DECK_ORIGIN, deck_id=deck_id)
        return origin

    def card(self, card_id: CardId) -> Card:
        """The card, retired or not; UsageError if there is none."""
        content = self._connection.value(CARD, card_id=card_id)
        if content is None:
            raise UsageError(f"There is no card {card_id}.", hint="quizzer deck list shows what there is")
        return card_from_plain(from_json(content))
