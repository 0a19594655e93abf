"""The same 100,000 cards and 300,000 reviews in quizzer and in Anki's backend: what a learner waits for in each.

Anki (AGPL) lives in an environment of its own, named by QUIZZER_ANKI_PYTHON; without it nothing is measured:

    python -m venv anki && anki/bin/pip install anki
    QUIZZER_ANKI_PYTHON=anki/bin/python python -m benchmarks beside_anki

Each side is asked in turn, as its own window asks it: Anki through the Python calls of its reviewer, quizzer through
its session. The first card is a new process on each side: ours ends with the card on a real terminal, Anki's with the
card's HTML in hand and no window yet.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pexpect

from benchmarks._history import DAYS, history, row, texts, write
from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.memory import Rating
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.study_day import study_day
from quizzer.services.search import find_cards
from quizzer.services.statistics import statistics
from quizzer.services.study import StudySession
from quizzer.services.study_arrange import SessionOptions
from quizzer.services.study_torch import BackgroundTorch
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks._history import Seen

PYTHON = os.environ.get("QUIZZER_ANKI_PYTHON")
SIDE = Path(__file__).parent / "_anki_side.py"
FIRSTS, ANSWERS, LOOKS = 9, 100, 5
BUDGETS = {"first": 0.8, "answer": 0.35 / 0.30}
"""Those of DESIGN.md; the other rows are for comparison."""
SEARCHES = {
    "zebra": "zebra",
    "dropout linear -stride": "dropout linear -stride",
    "is:due prop:stability<8": "is:due prop:s<8",
}

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


class Took(NamedTuple):
    """What an act took."""

    clock_ms: float
    cpu_ms: float


Pair: TypeAlias = tuple[Took, Took]
"""Ours, and Anki's."""
Ask: TypeAlias = Callable[[str], Took]


def measure() -> list[dict[str, Any]]:
    """Rows in milliseconds; none where there is no Anki."""
    if PYTHON is None:
        print("QUIZZER_ANKI_PYTHON names no interpreter that has anki: nothing is compared", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory(prefix="quizzer-bench-") as name:
        folder, seen = Path(name), history()
        write(folder / "history.json", seen)
        collection = folder / "anki" / "collection.anki2"
        collection.parent.mkdir()
        environ = {**os.environ, "TZ": "UTC", "HOME": name}
        anki = partial(subprocess.run, env=environ, check=True, capture_output=True)
        anki([PYTHON, SIDE, "fill", folder / "history.json", collection])
        fill(folder / "quizzer.db", seen)
        rows = first_rows(folder, partial(anki, [PYTHON, SIDE, "first", collection]))
        with served(collection, environ) as ask, session(folder / "quizzer.db") as (store, desk):
            rows += turn_rows(desk, ask)
            rows += look_rows(store, ask)
    return rows


def first_rows(folder: Path, anki: Callable[[], object]) -> list[dict[str, Any]]:
    """The first card: a process of ours and one of Anki's in turns."""
    environ = {**os.environ, "QUIZZER_HOME": str(folder), "QUIZZER_LANG": "en", "TERM": "xterm-256color", "TZ": "UTC"}
    pairs = []
    for _ in range(FIRSTS):
        began = time.perf_counter()
        with first_card(environ) as used_ms:
            ours = Took((time.perf_counter() - began) * 1000, used_ms)
        before = children_ms()
        theirs = took(anki).clock_ms
        pairs.append((ours, Took(theirs, children_ms() - before)))
    return rows_of("first card, new process", pairs, budget=BUDGETS["first"])


@contextmanager
def first_card(environ: dict[str, str]) -> Iterator[float]:
    """A session whose first card is on the screen; the milliseconds of CPU that it took until then."""
    arguments = ["-m", "quizzer", "study", "--deck", "big"]
    study = pexpect.spawn(sys.executable, arguments, env=environ, dimensions=(40, 100), timeout=60)
    study.delaybeforesend = None
    study.expect("keys")
    threads = Path(f"/proc/{study.pid}/task").glob("*/schedstat")
    yield sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6
    study.kill(9)
    study.close(force=True)


def children_ms() -> float:
    """The CPU of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def turn_rows(desk: StudySession, ask: Ask) -> list[dict[str, Any]]:
    """A card after another: next, answer; every fifth answer is taken back, and the card asked again."""

    def answer() -> None:
        desk.reveal()
        desk.answer(Rating.GOOD)

    mine: dict[str, Callable[[], object]] = {"next": desk.next, "answer": answer, "undo": desk.undo}
    pairs: dict[str, list[Pair]] = {act: [] for act in mine}
    # The first card of a session builds its queue: that is the row above.
    desk.next()
    ask("next")
    for number in range(ANSWERS):
        for act in ("answer", "undo", "next", "answer", "next") if number % 5 == 0 else ("answer", "next"):
            pairs[act].append((took(mine[act]), ask(act)))
    names = {"next": "next card", "answer": "answer marked and stored", "undo": "undo"}
    return [one for act in names for one in rows_of(names[act], pairs[act], budget=BUDGETS.get(act))]


def look_rows(store: Store, ask: Ask) -> list[dict[str, Any]]:
    """Statistics and searches, in turns."""
    now, options, model = datetime.now(UTC), SchedulerOptions(), Fsrs6()

    def stats(days: int) -> object:
        return statistics(store, now=now, zone=UTC, options=options, days=days)

    def search(text: str) -> object:
        return find_cards(store, text, now=now, zone=UTC, options=options, model=model)

    looks: list[tuple[str, Callable[[], object], str]] = [
        (f"statistics of {days} days", partial(stats, days), f"stats {days}") for days in (30, 365)
    ]
    looks += [(f"search {text!r}", partial(search, text), f"search {theirs}") for text, theirs in SEARCHES.items()]
    rows = []
    for name, ours, theirs in looks:
        rows += rows_of(name, [(took(ours), ask(theirs)) for _ in range(LOOKS)])
    return rows


def quiet(times: Iterable[float]) -> float:
    """The end of the best tenth: what the clock adds to it is the machine's other work."""
    ordered = sorted(times)
    return ordered[len(ordered) // 10]


def took(action: Callable[[], object]) -> Took:
    began = time.perf_counter(), time.process_time()
    action()
    return Took((time.perf_counter() - began[0]) * 1000, (time.process_time() - began[1]) * 1000)


def rows_of(name: str, pairs: list[Pair], *, budget: float | None = None) -> list[dict[str, Any]]:
    """A row by the clock, which has the budget, and one of CPU."""
    clock = (quiet(took.clock_ms for took in side) for side in zip(*pairs, strict=True))
    cpu = (quiet(took.cpu_ms for took in side) for side in zip(*pairs, strict=True))
    return [row(name, *clock, budget or "for comparison"), row(f"{name}, CPU", *cpu, "for comparison")]


@contextmanager
def served(collection: Path, environ: dict[str, str]) -> Iterator[Ask]:
    """Anki in a process of its own; what it took for what it was told."""
    command = [str(PYTHON), str(SIDE), "serve", str(collection)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environ
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def ask(order: str) -> Took:
        process.stdin.write(f"{order}\n")
        return Took(*json.loads(process.stdout.readline())["took_ms"])

    try:
        yield ask
    finally:
        process.communicate()


@contextmanager
def session(path: Path) -> Iterator[tuple[Store, StudySession]]:
    """A session over the big deck; like Anki's, with no limit to the day that it would reach."""
    options, wishes = SchedulerOptions(new_per_day=9999, reviews_per_day=9999), SessionOptions(deck=DeckId("big"))
    with closing(BackgroundTorch(lambda: None)) as torch, open_store(path) as store:
        desk = StudySession(
            store,
            now=lambda: datetime.now(UTC),
            zone=UTC,
            scheduling=options,
            model=Fsrs6(),
            torch=torch,
            options=wishes,
        )
        yield store, desk


def fill(path: Path, seen: list[list[Seen]]) -> None:
    """The history as quizzer would have it, beside the built-in decks."""
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
