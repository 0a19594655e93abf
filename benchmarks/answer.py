"""What one stored answer costs: ours beside bare sqlite3, both on 100,000 cards at synchronous=FULL."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.memory import Memory, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from quizzer.storage.store import Store

CARDS = 100_000
ANSWERS = 400
BUDGET = 0.35 / 0.21
"""0.35 ms where bare sqlite3 takes 0.21 ms."""

START = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_DAY = START.date().toordinal()


def measure() -> list[dict[str, Any]]:
    """One row: medians in milliseconds, taken in turns so that both meet the same disk."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as store:
        fill(store)
        bare = bare_database(Path(folder) / "bare.db")
        ours_s, bare_s = [], []
        for number in range(ANSWERS):
            # A stride that is prime to the number of cards: no two answers share a page.
            card = number * 7919 % CARDS
            bare_s.append(timed(bare_answer, bare, card))
            ours_s.append(timed(our_answer, store, card))
        bare.close()
    ours, baseline = (statistics.median(times) * 1000 for times in (ours_s, bare_s))
    return [
        {
            "name": "one answer stored, 100,000 cards, synchronous=FULL (ms; baseline: bare sqlite3)",
            "ours": ours,
            "baseline": baseline,
            "ratio": ours / baseline,
            "budget": BUDGET,
        }
    ]


def timed(answer: Any, *arguments: Any) -> float:
    began = time.perf_counter()
    answer(*arguments)
    return time.perf_counter() - began


def fill(store: Store) -> None:
    text = Text.of({"en": "What does it do? " * 5, "zh-CN": "它做什么？" * 5})
    cards = tuple(
        Card(CardId(name), NoteId(name), DeckId("deck"), TopicId("topic"), Basic(text, text), text, "source")
        for name in (f"deck/card-{number}" for number in range(CARDS))
    )
    deck = Deck(DeckId("deck"), "1", text, text, "MIT", (Topic(TopicId("topic")),), cards)
    with store.write() as tx:
        tx.apply_content([deck], [], origin="benchmark", retire_missing=False, at=START)


def our_answer(store: Store, card: int) -> None:
    """Read the card's progress, then store an answer to it: state, log and counts."""
    card_id = CardId(f"deck/card-{card}")
    with store.write() as tx:
        before = tx.progress(card_id)
        schedule = Review(Memory(3.17, 5.28), 3, StudyDay(FIRST_DAY + 3), START, StudyDay(FIRST_DAY))
        record = AnswerRecord(
            card_id=card_id,
            rating=Rating.GOOD,
            before=before,
            after=Progress(schedule, before.repetitions + 1, before.lapses),
            answered_at=START + timedelta(seconds=card),
            answered_on=StudyDay(FIRST_DAY),
            interval_s=3 * 86_400.0,
            elapsed_days=0,
            scheduled_days=3,
            duration_s=6.5,
        )
        tx.record_answer(record)


def bare_database(path: Path) -> sqlite3.Connection:
    """The least that an answer must store: a due card, a log row, a count."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.executescript(
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE card (id TEXT PRIMARY KEY, state TEXT, due INTEGER, stability REAL, difficulty REAL, reps INTEGER);
        CREATE INDEX card_due ON card (state, due);
        CREATE TABLE log (id INTEGER PRIMARY KEY, card TEXT, rating INTEGER, at INTEGER, before TEXT, after TEXT);
        CREATE INDEX log_card ON log (card);
        CREATE TABLE day (day INTEGER PRIMARY KEY, answers INTEGER);
        INSERT INTO day VALUES (1, 0);
        BEGIN;
        """
    )
    raw.executemany(
        "INSERT INTO card VALUES (?, 'new', 0, 0.0, 0.0, 0)", ((f"deck/card-{number}",) for number in range(CARDS))
    )
    raw.execute("COMMIT")
    return raw


def bare_answer(raw: sqlite3.Connection, card: int) -> None:
    card_id = f"deck/card-{card}"
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("SELECT state, due, stability, difficulty, reps FROM card WHERE id = ?", (card_id,)).fetchone()
    raw.execute(
        "UPDATE card SET state = 'review', due = ?, stability = ?, difficulty = ?, reps = reps + 1 WHERE id = ?",
        (FIRST_DAY + 3, 3.17, 5.28, card_id),
    )
    state = '{"state":"review","stability":3.17,"difficulty":5.28,"interval_days":3,"due_on":739620}'
    raw.execute(
        "INSERT INTO log (card, rating, at, before, after) VALUES (?, 3, ?, ?, ?)", (card_id, card, state, state)
    )
    raw.execute("UPDATE day SET answers = answers + 1 WHERE day = 1")
    raw.execute("COMMIT")
