"""What a search among 100,000 cards takes: by text, by state and memory, and by both, beside one scan of the texts.

The baseline is what no search by text can do without: bare sqlite3 comparing each text with LIKE.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.search import find_cards
from quizzer.storage.store import Store, open_store

CARDS = 100_000
ROUNDS = 7
BUDGET = 6.0
START = datetime(2026, 1, 1, tzinfo=UTC)
ENGLISH = ("shape", "view", "dropout", "linear", "stride", "tensor", "gradient", "loss", "optimizer", "batch", "axis")
CHINESE = ["形状", "视图", "张量", "梯度", "反向传播", "优化器"]
SEARCHES = (
    "zebra",
    "视图张量",
    "dropout linear -stride",
    "is:due prop:retrievability<0.8",
    "topic:topic-7* or gradient",
)
IN_REVIEW = """
UPDATE card_state SET state = 'review', stability = card_key % 97 + 0.5, difficulty = 1 + card_key % 9,
 interval_days = 5, due_on = 739600 + card_key % 300, reviewed_at_ms = 1767225600000,
 reviewed_on = 739617 - card_key % 50, repetitions = 3 WHERE card_key % 2 = 0
"""


def measure() -> list[dict[str, Any]]:
    """A row a search: medians in milliseconds, in turns with the baseline."""
    with tempfile.TemporaryDirectory(prefix="quizzer-bench-") as folder:
        path = Path(folder) / "quizzer.db"
        with open_store(path) as store:
            _fill(store)
        raw = sqlite3.connect(path)
        raw.execute(IN_REVIEW)
        raw.commit()
        with open_store(path) as store:
            rows = [_row(store, raw, text) for text in SEARCHES]
        raw.close()
    return rows


def _row(store: Store, raw: sqlite3.Connection, text: str) -> dict[str, Any]:
    model, options = Fsrs6(), SchedulerOptions()

    def search() -> object:
        return find_cards(store, text, now=START, zone=UTC, options=options, model=model)

    def scan() -> object:
        return raw.execute("SELECT COUNT(*) FROM card_text WHERE folded LIKE '%zebra%'").fetchone()

    pairs = [(_timed_ms(search), _timed_ms(scan)) for _ in range(ROUNDS)]
    ours, baseline = median(one for one, _ in pairs), median(base for _, base in pairs)
    name = f"search {text!r}, {CARDS:,} cards (ms; baseline: one scan of the texts)"
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "budget": BUDGET}


def _timed_ms(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def _fill(store: Store) -> None:
    chance = random.Random(1)

    def text() -> Text:
        return Text.of({"en": " ".join(chance.choices(ENGLISH, k=25)), "zh-CN": "".join(chance.choices(CHINESE, k=25))})

    topics = tuple(Topic(TopicId(f"topic-{number}")) for number in range(100))
    cards = tuple(
        Card(
            CardId(name), NoteId(name), DeckId("big"), topics[number % 100].id, Basic(text(), text()), text(), "made up"
        )
        for number, name in enumerate(f"big/{number}" for number in range(CARDS))
    )
    deck = Deck(DeckId("big"), "1", Text.of("Big"), Text.of("Many cards"), "MIT", topics, cards)
    with store.write() as tx:
        tx.apply_content([deck], [], origin="bench", retire_missing=False, at=START)
