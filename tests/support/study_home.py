"""What sessions in a terminal start from, and what they left in the database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId
from quizzer.domain.memory import Rating, StudyDay
from quizzer.storage.store import Store, open_store

MINI = Path(__file__).parents[1] / "golden" / "study" / "mini"
TUESDAY = "2026-03-03T21:00:00+00:00"
MONDAY_DAY = StudyDay(date(2026, 3, 2).toordinal())


def log_of(program: object) -> list[tuple[CardId, Rating]]:
    with open_store(program.database) as store, store.read() as tx:
        return [(row.card_id, row.rating) for row in tx.review_rows(since=StudyDay(0))]


def progress_of(store: Store) -> dict[CardId, object]:
    cards = [card.id for card in read_deck(MINI).cards]
    with store.read() as tx:
        return {card_id: tx.progress(card_id) for card_id in cards}
