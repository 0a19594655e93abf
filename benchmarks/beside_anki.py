"""The same 100,000 cards and 300,000 reviews in quizzer and in Anki's backend: what a learner waits for in each.

Anki (AGPL) lives in an environment of its own, named by QUIZZER_ANKI_PYTHON; without it nothing is measured:

    python -m venv anki && anki/bin/pip install anki
    QUIZZER_ANKI_PYTHON=anki/bin/python python -m benchmarks beside_anki

QUIZZER_ANKI_ROWS names the groups of rows that are wanted (``first turn looks``), QUIZZER_ANKI_FOLDER a folder in which
the two collections are kept for the next run, which goes on where this one ended.

Each side is asked in turn, as its own window asks it: Anki through the Python calls of its reviewer, quizzer through
its session. The first card is a new process on each side: ours ends with the card on a real terminal, Anki's with the
card's HTML in hand and no window yet.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pexpect

from benchmarks._history import history, row, write
from benchmarks._quizzer_side import fill
from quizzer.domain.card import DeckId
from quizzer.domain.memory import Rating
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.search import find_cards
from quizzer.services.statistics import statistics
from quizzer.services.study import StudySession
from quizzer.services.study_arrange import SessionOptions
from quizzer.services.study_torch import BackgroundTorch
from quizzer.storage.log_room import make_room
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PYTHON = os.environ.get("QUIZZER_ANKI_PYTHON")
SIDE = Path(__file__).parent / "_anki_side.py"
WANTED = os.environ.get("QUIZZER_ANKI_ROWS", "first turn looks").split()
FOLDER = os.environ.get("QUIZZER_ANKI_FOLDER")
FIRSTS, ANSWERS, LOOKS = 9, 100, 5
BUDGETS = {"first": 0.8, "answer": 0.35 / 0.30}
"""Those of DESIGN.md; the other rows are for comparison."""
SEARCHES = {
    "zebra": "zebra",
    "dropout linear -stride": "dropout linear -stride",
    "is:due prop:stability<8": "is:due prop:s<8",
}


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
    with nullcontext(FOLDER) if FOLDER else tempfile.TemporaryDirectory(prefix="quizzer-bench-") as name:
        folder = Path(name)
        collection = folder / "anki" / "collection.anki2"
        environ = {**os.environ, "TZ": "UTC", "HOME": name}
        anki = partial(subprocess.run, env=environ, check=True, capture_output=True)
        if not collection.exists():
            collection.parent.mkdir(parents=True)
            fill_both(folder, lambda history: anki([PYTHON, SIDE, "fill", history, collection]))
        rows = []
        if "first" in WANTED:
            rows += first_rows(folder, partial(anki, [PYTHON, SIDE, "first", collection]))
        with served(collection, environ) as ask, session(folder / "quizzer.db") as (store, desk):
            rows += turn_rows(store, desk, ask) if "turn" in WANTED else []
            rows += look_rows(store, ask) if "looks" in WANTED else []
    return rows


def fill_both(folder: Path, anki: Callable[[Path], object]) -> None:
    """One history, in the collections of both."""
    seen = history()
    write(folder / "history.json", seen)
    fill(folder / "quizzer.db", seen)
    anki(folder / "history.json")


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


def turn_rows(store: Store, desk: StudySession, ask: Ask) -> list[dict[str, Any]]:
    """A card after another: next, answer; every fifth answer is taken back, and the card asked again.

    Anki computes what the four answers lead to when it fetches a card, quizzer when the answer is shown: only a whole
    turn, both together, has the same in it on either side.
    """

    def answer() -> None:
        desk.reveal()
        desk.answer(Rating.GOOD)

    mine: dict[str, Callable[[], object]] = {"next": desk.next, "answer": answer, "undo": desk.undo}
    pairs: dict[str, list[Pair]] = {act: [] for act in (*mine, "turn")}
    # The first card of a session builds its queue: that is the row above. Then the command makes room, as here.
    desk.next()
    make_room(store.path)
    ask("next")
    for number in range(ANSWERS):
        for act in ("answer", "undo", "next") if number % 5 == 0 else ():
            pairs[act].append((took(mine[act]), ask(act)))
        turn = [(took(mine[act]), ask(act)) for act in ("answer", "next")]
        for act, pair in zip(("answer", "next", "turn"), (*turn, added(*turn)), strict=True):
            pairs[act].append(pair)
    names = {"next": "next card", "answer": "answer marked and stored", "turn": "both, a whole turn", "undo": "undo"}
    return [one for act in names for one in rows_of(names[act], pairs[act], budget=BUDGETS.get(act))]


def added(one: Pair, other: Pair) -> Pair:
    """What two acts took together, on either side."""
    ours, theirs = (Took(*map(sum, zip(*side, strict=True))) for side in zip(one, other, strict=True))
    return ours, theirs


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
