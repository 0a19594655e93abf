"""Child processes that answer cards of a database and say so line by line, and what the database then holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.card import CardId
from quizzer.domain.memory import Learning, Memory, Progress, Rating, StudyDay
from quizzer.domain.review import AnswerRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

START = datetime(2026, 1, 1, tzinfo=UTC)
TODAY = StudyDay(739_000)

KILLS = int(os.environ.get("QUIZZER_KILLS", "10"))
"""How often an act is killed, all acts together: few in the suite, a hundred by ``make kills``."""

CHILD = """
import pathlib, sys
from answering import record, say
from quizzer.domain.review import StaleAnswerError
from quizzer.storage.store import open_store

store = open_store(pathlib.Path(sys.argv[1]))
"""


def record(card: CardId, before: Progress, duration_s: float = 1.0) -> AnswerRecord:
    """One more answer to a card, whatever it was before."""
    schedule = Learning(Memory(1.0 + before.repetitions, 5.0), 0, START + timedelta(minutes=1), START, TODAY)
    after = Progress(schedule, before.repetitions + 1, before.lapses)
    return AnswerRecord(card, Rating.GOOD, before, after, START, TODAY, 60.0, 0, 0, duration_s)


def say(line: object) -> None:
    """What a child tells its parent."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def child(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A child that runs ``code``; killed and waited for when the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")


def log_of(path: Path) -> tuple[list[tuple[int, int]], dict[int, int], int]:
    """The log's (id, card), the repetitions of each card that was answered, and what the days have counted."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT id, card_key FROM review_log ORDER BY id").fetchall()
        states = dict(raw.execute("SELECT card_key, repetitions FROM card_state WHERE repetitions > 0"))
        answers = raw.execute("SELECT COALESCE(SUM(answers), 0) FROM daily_count").fetchone()[0]
    return rows, states, answers
