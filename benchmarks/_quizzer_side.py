"""The made-up history as quizzer would have it, beside the built-in decks."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks._history import DAYS, texts
from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.memory import Rating
from quizzer.domain.text import Text
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.study_day import study_day
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks._history import Seen

_LOG = """
INSERT INTO review_log (card_key, rating, state_before, answered_at_ms, answered_on, interval_s, elapsed_days,
 scheduled_days, duration_ms, correct, hints, clock_went_back, progress_before, progress_after,
 interval_before)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 6500, NULL, 0, 0, ?, ?, ?)
"""
_STATE = """
UPDATE card_state SET state = 'review', repetitions = ?, lapses = ?, stability = ?, difficulty = ?, interval_days = ?,
 due_on = ?, reviewed_at_ms = ?, reviewed_on = ? WHERE card_key = ?
"""


def fill(path: Path, seen: list[list[Seen]]) -> None:
    """Write the history into a new database."""
    now = datetime.now(UTC)
    began = now - timedelta(days=DAYS)
    first_day = study_day(began, zone=UTC, rollover_hour=SchedulerOptions().rollover_hour)
    deck, topic, why = DeckId("big"), TopicId("big"), Text.of("Because.")
    cards = tuple(
        Card(CardId(name), NoteId(name), deck, topic, Basic(Text.of(front), Text.of(back)), why, "made up")
        for name, (front, back) in ((f"big/{n}", text) for n, text in enumerate(texts()))
    )
    big = Deck(deck, "1", Text.of("Big"), Text.of("Many cards"), "MIT", (Topic(topic),), cards)
    with open_store(path) as store:
        ensure_builtin_content(store, at=now)
        with store.write() as tx:
            tx.apply_content([big], [], origin="bench", retire_missing=False, at=now)
    with closing(sqlite3.connect(path)) as raw:
        keys = dict(raw.execute("SELECT id, key FROM card WHERE id LIKE 'big/%'"))
        told = [(keys[f"big/{n}"], one, began, first_day) for n, one in enumerate(seen)]
        rows = sorted((line for card in told for line in log_of(*card)), key=lambda line: line[3])
        raw.executemany(_LOG, rows)
        raw.executemany(_STATE, (state_of(*card) for card in told))
        raw.commit()


def log_of(key: int, seen: list[Seen], began: datetime, first_day: int) -> Iterator[tuple[Any, ...]]:
    """The rows of the log of one card, with what the card was before and after each."""
    before, lapses, last = '{"state":"new","repetitions":0,"lapses":0}', 0, seen[0].day
    for number, one in enumerate(seen):
        lapses += number > 0 and one.rating == Rating.AGAIN
        after = json.dumps(
            {
                "state": "review",
                "repetitions": number + 1,
                "lapses": lapses,
                "stability": one.stability,
                "difficulty": one.difficulty,
                "interval_days": one.interval_days,
                "due_on": first_day + one.day + one.interval_days,
                "reviewed_at_ms": at_ms(began, one, key),
                "reviewed_on": first_day + one.day,
            },
            separators=(",", ":"),
        )
        yield (
            key, one.rating, "review" if number else "new", at_ms(began, one, key), first_day + one.day,
            one.interval_days * 86_400.0, one.day - last, one.interval_days, before, after,
            seen[number - 1].interval_days if number else None,
        )  # fmt: skip
        before, last = after, one.day


def state_of(key: int, seen: list[Seen], began: datetime, first_day: int) -> tuple[Any, ...]:
    last = seen[-1]
    lapses = sum(one.rating == Rating.AGAIN for one in seen[1:])
    due_on, reviewed_on = first_day + last.day + last.interval_days, first_day + last.day
    memory = (len(seen), lapses, last.stability, last.difficulty, last.interval_days)
    return (*memory, due_on, at_ms(began, last, key), reviewed_on, key)


def at_ms(began: datetime, one: Seen, key: int) -> int:
    return int((began + timedelta(days=one.day)).timestamp()) * 1000 + key
