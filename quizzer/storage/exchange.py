"""Decks with everything that belongs to them, read for an export, and histories that an import brings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.card import Deck, DeckId, Topic, TopicId
from quizzer.domain.codec.cards import card_from_plain
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.storage.rows import Rows, from_json
from quizzer.storage.schedule_columns import columns_of, from_log, logged_mistake, logged_typed, progress_of, to_log
from quizzer.storage.study import COUNT_ANSWER, SET_STATE
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from quizzer.domain.card import CardId
    from quizzer.domain.exchange import OwnHistory, Parcel, StoredCard, StoredDeck

DECK = "SELECT id, position, version, title, description, licence FROM deck WHERE id = :deck_id"

TOPICS_OF_DECK = "SELECT id, requires, confused_with FROM topic WHERE deck_id = :deck_id ORDER BY id"

CARDS_WITH_STATE = """
SELECT c.id, c.content, s.state, s.repetitions, s.lapses, s.stability, s.difficulty, s.step, s.interval_days,
 s.due_at_ms, s.due_on, s.reviewed_at_ms, s.reviewed_on, s.suspended
FROM card_state s JOIN card c ON c.key = s.card_key
WHERE s.deck_id = :deck_id AND NOT s.retired ORDER BY s.position, s.card_key
"""

LOG_OF_DECK = """
SELECT c.id AS card_id, l.rating, l.answered_at_ms, l.answered_on, l.interval_s, l.elapsed_days, l.scheduled_days,
 l.duration_ms, l.correct, l.hints, l.clock_went_back, l.progress_before, l.progress_after
FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = l.card_key
WHERE s.deck_id = :deck_id AND NOT s.retired ORDER BY l.id
"""

STORED_CARD = """
SELECT c.content, s.deck_id, s.retired, s.state, s.repetitions
FROM card c JOIN card_state s ON s.card_key = c.key WHERE c.id = :card_id
"""

KEY_OF_CARD = "SELECT key FROM card WHERE id = :card_id"

SUSPEND = "UPDATE card_state SET suspended = TRUE WHERE card_key = :card_key"

LOWEST_REVIEW = "SELECT MIN(id) FROM review_log"

BRING_REVIEW = """
INSERT INTO review_log (id, card_key, rating, state_before, answered_at_ms, answered_on, interval_s, elapsed_days,
 scheduled_days, duration_ms, correct, hints, clock_went_back, progress_before, progress_after,
 interval_before)
VALUES (:id, :card_key, :rating, :state_before, :answered_at_ms, :answered_on, :interval_s, :elapsed_days,
 :scheduled_days, :duration_ms, :correct, :hints, :clock_went_back, :progress_before, :progress_after,
 :interval_before)
"""


class ExchangeRows(Rows):
    """What goes out to other programs and comes in from them."""

    def stored_deck(self, deck_id: DeckId) -> StoredDeck | None:
        """The deck with its cards in their order; None if there is none."""
        from quizzer.domain.exchange import StoredDeck  # noqa: PLC0415 - no session needs it

        row = self._connection.row(DECK, deck_id=deck_id)
        if row is None:
            return None
        deck = Deck(
            id=DeckId(row["id"]),
            version=row["version"],
            title=Text.of(from_json(row["title"])),
            description=Text.of(from_json(row["description"])),
            licence=row["licence"],
            topics=tuple(
                Topic(
                    TopicId(topic["id"]),
                    tuple(from_json(topic["requires"])),
                    tuple(from_json(topic["confused_with"] or "[]")),
                )
                for topic in self._connection.rows(TOPICS_OF_DECK, deck_id=deck_id)
            ),
            cards=tuple(
                card_from_plain(from_json(card["content"]))
                for card in self._connection.rows(CARDS_WITH_STATE, deck_id=deck_id)
            ),
        )
        return StoredDeck(deck, row["position"])

    def parcels(self, deck_id: DeckId) -> tuple[Parcel, ...]:
        """Each card of a deck with its progress and log, in the deck's order."""
        from quizzer.domain.exchange import Parcel  # noqa: PLC0415 - as above

        log: dict[str, list[AnswerRecord]] = {}
        for row in self._connection.rows(LOG_OF_DECK, deck_id=deck_id):
            log.setdefault(row["card_id"], []).append(_record(row))
        return tuple(
            Parcel(
                card_from_plain(from_json(row["content"])),
                _history(row, log.get(row["id"], ())),
                suspended=bool(row["suspended"]),
            )
            for row in self._connection.rows(CARDS_WITH_STATE, deck_id=deck_id)
        )

    def stored_card(self, card_id: CardId) -> StoredCard | None:
        """The card, retired or not; None if there is none."""
        from quizzer.domain.exchange import StoredCard  # noqa: PLC0415 - as above

        row = self._connection.row(STORED_CARD, card_id=card_id)
        if row is None:
            return None
        card = replace(card_from_plain(from_json(row["content"])), deck=DeckId(row["deck_id"]))
        return StoredCard(card, not row["retired"], fresh=row["state"] == State.NEW and row["repetitions"] == 0)

    def bring_suspended(self, card_id: CardId) -> None:
        """Suspend a card that comes suspended: no act of the learner's here, so no undo takes it back."""
        self._connection.run(SUSPEND, card_key=self._connection.value(KEY_OF_CARD, card_id=card_id))

    def bring_histories(self, histories: Iterable[tuple[CardId, OwnHistory]]) -> int:
        """Give cards that were never answered a past; the number of answers that the log has gained.

        The answers stand before all that the log holds, so that an undo first takes back what was answered here.
        """
        arrived: list[tuple[int, int, AnswerRecord]] = []
        for card_id, history in histories:
            key = self._connection.value(KEY_OF_CARD, card_id=card_id)
            self._connection.run(SET_STATE, card_key=key, **columns_of(history.progress))
            latest = 0
            for record in history.records:
                # A clock that went back must not turn the order of one card's answers.
                latest = max(latest, to_ms(record.answered_at))
                arrived.append((latest, key, record))
        arrived.sort(key=lambda one: one[0])
        lowest = self._connection.value(LOWEST_REVIEW)
        # Never 0, which stands for "no review" where a submission names the review before it.
        first_id = 1 if lowest is None else min(lowest, 0) - len(arrived)
        for number, (_, key, record) in enumerate(arrived):
            self._bring(first_id + number, key, record)
        return len(arrived)

    def _bring(self, review_id: int, key: int, record: AnswerRecord) -> None:
        duration_ms = round(record.duration_s * 1000)
        state, before = record.before.state, columns_of(record.before)
        self._connection.run(
            BRING_REVIEW,
            id=review_id,
            card_key=key,
            rating=record.rating.value,
            state_before=state.value,
            answered_at_ms=to_ms(record.answered_at),
            answered_on=record.answered_on,
            interval_s=record.interval_s,
            elapsed_days=record.elapsed_days,
            scheduled_days=record.scheduled_days,
            duration_ms=duration_ms,
            correct=record.correct,
            hints=record.hints,
            clock_went_back=record.clock_went_back,
            progress_before=to_log(before),
            progress_after=to_log(columns_of(record.after), mistake=record.mistake, typed=record.typed),
            interval_before=before["interval_days"],
        )
        self._connection.run(
            COUNT_ANSWER,
            study_day=record.answered_on,
            duration_ms=duration_ms,
            new_cards=int(state is State.NEW),
            reviews=int(state is State.REVIEW),
        )


def _history(row: sqlite3.Row, records: Iterable[AnswerRecord]) -> OwnHistory | None:
    from quizzer.domain.exchange import OwnHistory  # noqa: PLC0415 - as above

    progress, records = progress_of(row), tuple(records)
    return OwnHistory(progress, records) if records or progress.state is not State.NEW else None


def _record(row: sqlite3.Row) -> AnswerRecord:
    return AnswerRecord(
        card_id=row["card_id"],
        rating=Rating(row["rating"]),
        before=progress_of(from_log(row["progress_before"])),
        after=progress_of(from_log(row["progress_after"])),
        answered_at=from_ms(row["answered_at_ms"]),
        answered_on=StudyDay(row["answered_on"]),
        interval_s=row["interval_s"],
        elapsed_days=row["elapsed_days"],
        scheduled_days=row["scheduled_days"],
        duration_s=row["duration_ms"] / 1000,
        correct=None if row["correct"] is None else bool(row["correct"]),
        hints=row["hints"],
        clock_went_back=bool(row["clock_went_back"]),
        mistake=logged_mistake(row["progress_after"]),
        typed=logged_typed(row["progress_after"]),
    )
