"""Room in the log: there before answers come, invisible to whoever reads, and no danger to what is stored after it."""

import shutil
import sqlite3
import subprocess
import sys

import pytest

from quizzer.domain.memory import Progress
from quizzer.storage.log_room import make_room
from quizzer.storage.store import open_store

ROOM = 1000 * 4096


def log_of(desk):
    return desk.path.with_name(f"{desk.path.name}-wal")


@pytest.fixture
def roomy(desk, make):
    """A desk with two cards, and room in its log."""
    desk.sync(make.deck(make.card("one"), make.card("two")))
    make_room(desk.path)
    return desk


def test_the_log_is_as_long_as_sqlite_lets_it_become(roomy):
    assert log_of(roomy).stat().st_size > ROOM


def test_answers_do_not_make_the_log_longer(roomy, make):
    before = log_of(roomy).stat().st_size

    for day in range(1, 40):
        roomy.answer("layers/one", make.review(due_on=make.TODAY + day))

    assert log_of(roomy).stat().st_size == before


def test_nothing_of_it_can_be_read(desk, make):
    desk.sync(make.deck(make.card("one")))
    before = desk.dump()

    make_room(desk.path)

    assert desk.dump() == before
    assert desk.store.damage() == ()


def test_room_is_made_once(roomy):
    before = log_of(roomy).read_bytes()

    make_room(roomy.path)

    assert log_of(roomy).read_bytes() == before


@pytest.mark.parametrize("answers", [0, 1, 5])
def test_a_crash_leaves_every_answer_that_was_stored_after_it(roomy, make, tmp_path, answers):
    for day in range(1, answers + 1):
        roomy.answer("layers/one", make.review(due_on=make.TODAY + day))
    dump = roomy.dump()

    # What the disk holds at the moment of the crash; the index of the log is only in memory.
    (tmp_path / "crashed").mkdir()
    for suffix in ("", "-wal"):
        name = f"{roomy.path.name}{suffix}"
        shutil.copy(roomy.path.with_name(name), tmp_path / "crashed" / name)

    with open_store(tmp_path / "crashed" / roomy.path.name) as found:
        assert found.damage() == ()
    assert make.dump(tmp_path / "crashed" / roomy.path.name) == dump


def test_a_kill_while_room_is_made_leaves_the_database_as_it_was(desk, make):
    desk.sync(make.deck(make.card("one")))
    before = desk.dump()
    script = (
        "import os, signal, sys; from pathlib import Path; from quizzer.storage.connection import Connection\n"
        "from quizzer.storage import log_room; run = Connection.run\n"
        "def killed(self, sql, **values):\n"
        "    if sql == 'ROLLBACK': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return run(self, sql, **values)\n"
        "Connection.run = killed; log_room.make_room(Path(sys.argv[1]))"
    )

    done = subprocess.run([sys.executable, "-c", script, str(desk.path)], check=False, timeout=60)

    assert done.returncode == -9
    assert log_of(desk).stat().st_size > ROOM
    assert desk.dump() == before
    desk.answer("layers/one", make.review(due_on=make.TODAY + 1))
    assert desk.progress("layers/one") != Progress()
    assert desk.store.damage() == ()


def test_a_database_that_another_program_is_writing_is_left_alone(desk, monkeypatch):
    monkeypatch.setattr("quizzer.storage.connection.BUSY_TIMEOUT_S", 0.01)
    before = log_of(desk).stat().st_size
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    make_room(desk.path)

    assert log_of(desk).stat().st_size == before


def test_where_nobody_has_the_database_open_nothing_is_made(tmp_path):
    make_room(tmp_path / "none.db")

    assert list(tmp_path.iterdir()) == []
