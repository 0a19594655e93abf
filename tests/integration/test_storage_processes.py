"""Several real processes on one database: none loses an answer, none counts one twice, a kill loses nothing."""

import os
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from answering import CHILD, KILLS, child, go, line_of, log_of
from quizzer.domain.card import Basic, Card, Deck, Topic
from quizzer.domain.memory import StudyDay
from quizzer.domain.text import Text
from quizzer.storage import migrate
from quizzer.storage.store import open_store

FIRST = "0001"
START = datetime(2026, 1, 1, tzinfo=UTC)

ANSWERS_FOREVER = (
    CHILD
    + """
from pathlib import Path
from threading import Thread
from quizzer.storage.log_room import make_room

# As in a session: the log gets room while the first answers come.
Thread(target=make_room, args=(Path(sys.argv[1]),), daemon=True).start()
number = 0
while True:
    card = f"deck/card-{number % 50}"
    with store.write() as tx:
        review_id = tx.record_answer(record(card, tx.progress(card)))
    say(review_id)
    number += 1
"""
)

ANSWERS_AND_WAITS = (
    CHILD
    + """
with store.read() as tx:
    before = tx.progress("deck/card-0")
say("ready")
sys.stdin.readline()
try:
    with store.write() as tx:
        tx.record_answer(record("deck/card-0", before))
    say("stored")
except StaleAnswerError:
    say("stale")
"""
)

ANSWERS_MANY = (
    CHILD
    + """
say("ready")
sys.stdin.readline()
refused = 0
for number in range(100):
    card = f"deck/card-{number % 5}"
    while True:
        with store.read() as tx:
            before = tx.progress(card)
        try:
            with store.write() as tx:
                tx.record_answer(record(card, before))
            break
        except StaleAnswerError:
            refused += 1
say(refused)
"""
)

STUDIES = (
    CHILD
    + """
import time
from datetime import UTC, datetime
from contextlib import closing
from quizzer.domain.memory import Rating
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study import StudySession
from quizzer.services.study_torch import BackgroundTorch

with closing(BackgroundTorch(lambda: None)) as torch:
    options = SchedulerOptions(new_per_day=9999)
    now = lambda: datetime.now(UTC)
    session = StudySession(store, now=now, zone=UTC, scheduling=options, model=Fsrs6(), torch=torch)
    say("ready")
    sys.stdin.readline()
    answered = stale = 0
    while answered < int(sys.argv[2]):
        asked = session.next()
        session.reveal()
        try:
            session.answer(Rating.EASY)
        except StaleAnswerError:
            stale += 1
            session.reload()
        else:
            answered += 1
            say(asked.question.card.id)
        # Nobody answers without a pause, and SQLite lets no process wait in line for one that never pauses.
        time.sleep(0.003)
    say(f"stale {stale}")
"""
)

OPENS = (
    "import pathlib, sys\n"
    "from quizzer.storage.store import open_store\n"
    "import sqlalchemy.dialects.sqlite, quizzer.storage.tables, quizzer.storage.migrate\n"
    "print('ready', flush=True); sys.stdin.readline()\n"
    "with open_store(pathlib.Path(sys.argv[1])) as store, store.write() as tx: tx.set_setting(sys.argv[2], 'here')\n"
    "print('done', flush=True)\n"
)


def fill(path, *, cards):
    made = tuple(
        Card(f"deck/card-{n}", f"deck/card-{n}", "deck", "topic", Basic(Text.of("?"), Text.of("!")), Text.of("w"), "s")
        for n in range(cards)
    )
    deck = Deck("deck", "1", Text.of("Deck"), Text.of("Cards"), "MIT", (Topic("topic"),), made)
    with open_store(path) as store, store.write() as tx:
        tx.apply_content([deck], [], origin="builtin", retire_missing=True, at=START)


@pytest.fixture
def path(tmp_path):
    fill(tmp_path / "quizzer.db", cards=50)
    return tmp_path / "quizzer.db"


@pytest.mark.slow
def test_a_kill_after_any_acknowledged_answer_loses_none(path):
    acknowledged = 0
    for round_ in range(10):
        with child(ANSWERS_FOREVER, path) as process:
            for _ in range(1 + 3 * round_):
                acknowledged = int(line_of(process))
            os.kill(process.pid, signal.SIGKILL)
            # Answers between the last line read and the kill were acknowledged too.
            rest = process.stdout.read().split()
            acknowledged = int(rest[-1]) if rest else acknowledged

        with open_store(path) as store:
            assert store.damage() == ()
        rows, states, answers = log_of(path)
        # One answer may have been stored and killed before it could be acknowledged.
        assert acknowledged <= len(rows) <= acknowledged + 1
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        assert sum(states.values()) == len(rows) == answers
        acknowledged = len(rows)


def test_of_two_processes_that_answer_the_same_card_one_is_refused(path):
    with child(ANSWERS_AND_WAITS, path) as first, child(ANSWERS_AND_WAITS, path) as second:
        assert (line_of(first), line_of(second)) == ("ready", "ready")

        go(first)
        go(second)
        told = {line_of(first), line_of(second)}

    rows, states, answers = log_of(path)
    assert told == {"stored", "stale"}
    assert (len(rows), list(states.values()), answers) == (1, [1], 1)


@pytest.mark.slow
def test_two_processes_at_once_neither_lose_nor_double_an_answer(path):
    with child(ANSWERS_MANY, path) as first, child(ANSWERS_MANY, path) as second:
        assert (line_of(first), line_of(second)) == ("ready", "ready")

        go(first)
        go(second)
        assert [line_of(first).isdigit(), line_of(second).isdigit()] == [True, True]

    rows, states, answers = log_of(path)
    assert len(rows) == answers == sum(states.values()) == 200
    with open_store(path) as store, store.read() as tx:
        assert tx.daily_counts(StudyDay(739_000)).new == 5


@pytest.mark.slow
def test_of_two_sessions_on_one_database_every_answer_is_there_once_and_no_card_is_asked_again(tmp_path):
    count = 1000 if KILLS >= 100 else 60
    path = tmp_path / "quizzer.db"
    fill(path, cards=2 * count)
    with child(STUDIES, path, count) as first, child(STUDIES, path, count) as second:
        assert (line_of(first), line_of(second)) == ("ready", "ready")

        go(first)
        go(second)
        told = [process.communicate()[0].split("\n") for process in (first, second)]

    answered = [line for lines in told for line in lines if line.startswith("deck/")]
    with open_store(path) as store, store.read() as tx:
        stored = [row.card_id for row in tx.review_rows(since=StudyDay(0))]
        reviewed = [tx.progress(card) for card in answered]
    assert len(answered) == 2 * count
    assert sorted(stored) == sorted(answered)
    assert len(set(answered)) == len(answered)
    assert {progress.repetitions for progress in reviewed} == {1}
    # They met: both were asked the same cards, and one of the two was refused.
    assert any(line.startswith("stale ") and line != "stale 0" for lines in told for line in lines)


def test_processes_that_create_the_database_at_once_all_get_it(tmp_path):
    path = tmp_path / "new" / "quizzer.db"
    with child(OPENS, path, "a") as a, child(OPENS, path, "b") as b, child(OPENS, path, "c") as c:
        children = (a, b, c)
        assert [line_of(process) for process in children] == ["ready"] * 3

        for process in children:
            go(process)
        told = [line_of(process) for process in children]

    assert told == ["done"] * 3
    with open_store(path) as store, store.read() as tx:
        assert [tx.setting(name) for name in "abc"] == ["here"] * 3


def test_processes_that_open_an_older_database_at_once_all_get_it_and_one_copy_is_kept(path):
    older = path.with_name("older.db")
    migrate.upgrade(older, revision=FIRST)
    with child(OPENS, older, "a") as a, child(OPENS, older, "b") as b, child(OPENS, older, "c") as c:
        children = (a, b, c)
        assert [line_of(process) for process in children] == ["ready"] * 3

        for process in children:
            go(process)
        told = [line_of(process) for process in children]

    assert told == ["done"] * 3
    (copy,) = (path.parent / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(FIRST,)]
