"""Copies of a database: made whole or not at all, looked into without changing them, and put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from quizzer.domain.backups import Inside
from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage.connection import BUSY_TIMEOUT_S, explained
from quizzer.storage.schema import HEAD_REVISION
from quizzer.storage.times import from_ms

if TYPE_CHECKING:
    from pathlib import Path

_UNFINISHED = ".unfinished"
_COUNT_CARDS = "SELECT COUNT(*) FROM card"
_COUNT_REVIEWS = "SELECT COUNT(*), MAX(answered_at_ms) FROM review_log"


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy, whatever other processes do meanwhile; ``target`` appears when it is whole.

    Raises EnvironmentProblem where that cannot be done; nothing is left then.
    """
    unfinished = target.with_name(f"{target.name}{_UNFINISHED}")
    with explained(target):
        try:
            with closing(_read_only(source)) as original, closing(sqlite3.connect(unfinished)) as copy:
                original.backup(copy)
                # One file that needs no other beside it.
                copy.execute("PRAGMA journal_mode = DELETE")
            _flush(unfinished)
            unfinished.replace(target)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink()
            raise


def look_inside(path: Path) -> Inside:
    """What a copy holds. EnvironmentProblem where it is no sound database of quizzer's, or a newer one's."""
    with explained(path), closing(_read_only(path)) as raw:
        raw.execute("PRAGMA trusted_schema = OFF")
        try:
            schema = _schema(raw, path)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            raise _not_ours(path) from None
        problems = [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
        if problems:
            raise EnvironmentProblem(f"{path} is damaged: {problems[0]}", hint="choose another copy")
        (cards,) = raw.execute(_COUNT_CARDS).fetchone()
        reviews, last = raw.execute(_COUNT_REVIEWS).fetchone()
    return Inside(schema, cards, reviews, None if last is None else from_ms(last))


def put_back(copy: Path, database: Path) -> None:
    """Make ``database`` what ``copy`` is, in one transaction that other processes wait for; nothing else is touched."""
    with (
        explained(database),
        closing(_read_only(copy)) as source,
        closing(sqlite3.connect(database, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S)


def _schema(raw: sqlite3.Connection, path: Path) -> str:
    names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"alembic_version", "card", "review_log"} <= names:
        raise _not_ours(path)
    (schema,) = raw.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if str(schema) > HEAD_REVISION:
        raise EnvironmentProblem(
            f"{path} was written by a newer quizzer (schema {schema}; this one knows {HEAD_REVISION}).",
            hint="upgrade quizzer, or choose another copy",
        )
    return str(schema)


def _not_ours(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(f"{path} is no database of quizzer's.", hint="quizzer backup list shows the copies")


def _flush(path: Path) -> None:
    """Have the file on the disk before its name says that it is whole."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
