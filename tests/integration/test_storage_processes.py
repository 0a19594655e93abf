"""Several real processes on one database: none loses an answer, none counts one twice, a kill loses nothing."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from quizzer.domain.card import Basic, Card, Deck, Topic
from quizzer.domain.memory import StudyDay
from quizzer.domain.text import Text
from quizzer.storage.store import open_store

START = datetime(2026, 1, 1, tzinfo=UTC)

CHILD = """
import pathlib, sys
from datetime import datetime, timedelta, UTC
from quizzer.domain.memory import Learning, Memory, Progress, Rating, StudyDay
from quizzer.domain.review import AnswerRecord, StaleAnswerError
from quizzer.storage.store import open_store

START = datetime(2026, 1, 1, tzinfo=UTC)


def record(card, before):
    schedule = Learning(Memory(1.0 + before.repetitions, 5.0), 0, START + timedelta(minutes=1), START, StudyDay(739000))
    after = Progress(schedule, before.repetitions + 1, before.lapses)
    return AnswerRecord(card, Rating.GOOD, before, after, START, StudyDay(739000), 60.0, 0, 0, 1.0)


def say(line):
    print(line, flush=True)


store = open_store(pathlib.Path(sys.argv[1]))
"""

ANSWERS_FOREVER = (
    CHILD
    + """
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

OPENS = (
    "import pathlib, sys\n"
    "from quizzer.storage.store import open_store\n"
    "import sqlalchemy.dialects.sqlite, quizzer.storage.tables\n"
    "print('ready', flush=True); sys.stdin.readline()\n"
    "with open_store(pathlib.Path(sys.argv[1])) as store, store.write() as tx: tx.set_setting(sys.argv[2], 'here')\n"
    "print('done', flush=True)\n"
)


@contextmanager
def child(code, *arguments):
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_of(process):
    return process.stdout.readline().strip()


def go(process):
    process.stdin.write("go\n")


@pytest.fixture
def path(tmp_path):
    cards = tuple(
        Card(f"deck/card-{n}", f"deck/card-{n}", "deck", "topic", Basic(Text.of("?"), Text.of("!")), Text.of("w"), "s")
        for n in range(50)
    )
    deck = Deck("deck", "1", Text.of("Deck"), Text.of("Cards"), "MIT", (Topic("topic"),), cards)
    with open_store(tmp_path / "quizzer.db") as store, store.write() as tx:
        tx.apply_content([deck], [], origin="builtin", retire_missing=True, at=START)
    return tmp_path / "quizzer.db"


def log_of(path):
    raw = sqlite3.connect(path)
    rows = raw.execute("SELECT id, card_key FROM review_log ORDER BY id").fetchall()
    states = dict(raw.execute("SELECT card_key, repetitions FROM card_state WHERE repetitions > 0"))
    answers = raw.execute("SELECT COALESCE(SUM(answers), 0) FROM daily_count").fetchone()[0]
    raw.close()
    return rows, states, answers


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
