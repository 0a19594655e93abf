"""Copies of a database: made whole or not at all, looked into without changing them, and put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from itertools import count
from typing import TYPE_CHECKING

from quizzer.domain.backups import Inside
from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage.connection import BUSY_TIMEOUT_S, explained
from quizzer.storage.schema import HEAD_REVISION
from quizzer.storage.times import from_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

FOLDER = "backups"
_UNFINISHED = ".unfinished"
_LEFT_BEHIND_S = 3600.0
"""No copy takes an hour: an unfinished one of that age was left by a process that was killed."""
_COUNT_CARDS = "SELECT COUNT(*) FROM card"
_COUNT_REVIEWS = "SELECT COUNT(*), MAX(answered_at_ms) FROM review_log"
_LAST_ANSWER = "SELECT MAX(answered_at_ms) FROM review_log"


def keep_copy(database: Path, name: str, *, sound: bool = True) -> Path:
    """Copy the database into the folder for copies beside it, under ``name`` or the next that is free; the copy.

    Raises EnvironmentProblem where that cannot be done, or the copy is not ``sound``; nothing is left then.
    """
    folder = database.parent / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        target = _claimed(folder / name)
        _remove_leftovers(folder, than=_unfinished(target))
    except OSError as error:
        raise EnvironmentProblem(
            f"The folder {folder} for a copy of the database cannot be made or written: {error.strerror}.",
            hint="nothing was changed; make room for the folder and try again",
        ) from error
    copy_database(database, target, sound=sound)
    return target


def copy_database(source: Path, target: Path, *, sound: bool = True) -> None:
    """Write a consistent copy, whatever other processes do meanwhile; ``target`` appears when it is whole.

    Raises EnvironmentProblem where that cannot be done, or the copy is not ``sound``; nothing is left then.
    """
    unfinished = _unfinished(target)
    with explained(source):
        try:
            with closing(_read_only(source)) as original, closing(sqlite3.connect(unfinished)) as copy:
                original.backup(copy)
                # One file that needs no other beside it.
                copy.execute("PRAGMA journal_mode = DELETE")
                if sound:
                    _check(copy, source)
            _flush(unfinished)
            unfinished.replace(target)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink()
            raise


def set_aside(database: Path, name: str) -> Path:
    """Move a file that is no database at all among the copies, so that one can take its place."""
    folder = database.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target = _free(folder / name)
    database.replace(target)
    for beside in ("-wal", "-shm"):
        with suppress(OSError):
            database.with_name(f"{database.name}{beside}").unlink()
    return target


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
        _check(raw, path)
        (cards,) = raw.execute(_COUNT_CARDS).fetchone()
        reviews, last = raw.execute(_COUNT_REVIEWS).fetchone()
    return Inside(schema, cards, reviews, None if last is None else from_ms(last))


def last_answer_at(database: Path) -> datetime | None:
    """When the newest answer was given; None where there is none."""
    with explained(database), closing(_read_only(database)) as raw:
        (last,) = raw.execute(_LAST_ANSWER).fetchone()
    return None if last is None else from_ms(last)


def is_database(path: Path) -> bool:
    """Whether SQLite takes the file for a database, sound or not."""
    try:
        with closing(_read_only(path)) as raw:
            raw.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode != sqlite3.SQLITE_NOTADB
    return True


def put_back(copy: Path, database: Path, *, first: Callable[[], object] = lambda: None) -> None:
    """Make ``database`` what ``copy`` is, in one transaction that other processes wait for.

    ``first`` is called when nobody else can write to ``database`` any more, and nothing has changed in it yet; where
    it raises, nothing does.
    """
    called = False

    def begun(*_: int) -> None:
        nonlocal called
        if not called:
            called = True
            first()

    with (
        explained(database),
        closing(_read_only(copy)) as source,
        closing(sqlite3.connect(database, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        # The first page takes the lock; a last step would have committed already when it is told of.
        source.backup(target, pages=1, progress=begun)


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


def _check(raw: sqlite3.Connection, path: Path) -> None:
    problems = [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
    if problems:
        raise EnvironmentProblem(f"{path} is damaged: {problems[0]}", hint="quizzer backup list shows the copies")


def _not_ours(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(f"{path} is no database of quizzer's.", hint="quizzer backup list shows the copies")


def _free(path: Path) -> Path:
    return next(name for name in _names(path) if not name.exists())


def _claimed(path: Path) -> Path:
    """A free name that no other process will take: whoever creates the unfinished file has it."""
    for target in _names(path):
        with suppress(FileExistsError):
            _unfinished(target).touch(exist_ok=False)
            # Only now: a copy appears under its name as its unfinished file goes.
            if not target.exists():
                return target
            _unfinished(target).unlink()
    raise AssertionError("names do not end")


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _unfinished(target: Path) -> Path:
    return target.with_name(f"{target.name}{_UNFINISHED}")


def _remove_leftovers(folder: Path, *, than: Path) -> None:
    """Remove unfinished copies much older ``than`` a new one, with SQLite's journals beside them."""
    new = than.stat().st_mtime
    for left in folder.glob(f"*{_UNFINISHED}*"):
        with suppress(OSError):
            if left.stat().st_mtime < new - _LEFT_BEHIND_S:
                left.unlink()


def _flush(path: Path) -> None:
    """Have the file on the disk before its name says that it is whole."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
