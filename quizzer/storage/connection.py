"""One SQLite connection: how it is set up, how statements run, and what its errors mean to a person.

Statements are SQL text run by ``sqlite3`` itself. Importing SQLAlchemy costs about 200 ms, most of the time that a
new process has until its first card, and nothing on this path needs it. Parameters are ``:named`` and the SQL
keeps to what SQLite and PostgreSQL share, so that ``sqlalchemy.text`` runs the same strings on a server; a test
runs each of them both ways.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Value: TypeAlias = str | int | float | None

BUSY_TIMEOUT_S = 5.0
CACHE_KIB = 16 * 1024
_RETRY_S = 0.01

# Error names by their beginning, first match wins: what happened, and what to do next.
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    ("SQLITE_NOTADB", "is not a quizzer database", "choose another file with --db"),
    ("SQLITE_CORRUPT", "is damaged", "restore a copy from the backups folder beside it"),
    ("SQLITE_BUSY", "is in use by another program", "close the other program and try again"),
    ("SQLITE_LOCKED", "is in use by another program", "close the other program and try again"),
    ("SQLITE_FULL", "cannot grow: the disk is full", "free some space and try again"),
    ("SQLITE_READONLY", "cannot be written", "SQLite writes beside the file too: check file and folder"),
    ("SQLITE_CANTOPEN", "cannot be opened", "SQLite writes beside the file too: check file and folder"),
    ("SQLITE_PERM", "cannot be opened", "check the permissions of file and folder"),
    ("SQLITE_IOERR", "cannot be read or written", "check the disk"),
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about a file into EnvironmentProblem; programming errors pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        for beginning, what, hint in _EXPLANATIONS:
            if name.startswith(beginning):
                raise EnvironmentProblem(f"The database {path} {what}.", hint=hint) from error
        raise


class Connection:
    """A connection in autocommit mode; transactions are begun and ended in so many words."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # isolation_level None: otherwise sqlite3 would commit and begin behind our back.
        self._raw = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        self._raw.row_factory = sqlite3.Row

    def configure(self) -> None:
        """Switch on what every connection needs; the journal mode stays with the file."""
        self._use_wal()
        self.run("PRAGMA synchronous = FULL")
        # At most, and only what is read. With the 2 MB that SQLite begins with, a large collection's statistics and
        # searches fetch the same pages again and again.
        self.run(f"PRAGMA cache_size = -{CACHE_KIB}")
        self.run("PRAGMA foreign_keys = ON")

    def _use_wal(self) -> None:
        # SQLite does not wait by itself here, and two processes may well make a new database at once.
        for _ in range(int(BUSY_TIMEOUT_S / _RETRY_S)):
            try:
                if self.value("PRAGMA journal_mode") != "wal":
                    self.run("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                time.sleep(_RETRY_S)
            else:
                return
        self.run("PRAGMA journal_mode = WAL")

    @property
    def in_transaction(self) -> bool:
        return self._raw.in_transaction

    def run(self, sql: str, **values: Value) -> int:
        """Run one statement; the number of rows that it changed."""
        return self._raw.execute(sql, values).rowcount

    def insert(self, sql: str, **values: Value) -> int:
        """Run one insert; the integer key of the new row."""
        key = self._raw.execute(sql, values).lastrowid
        assert key is not None
        return key

    def many(self, sql: str, values: Iterable[Mapping[str, Value]]) -> None:
        """Run one statement once for each mapping of values."""
        self._raw.executemany(sql, values)

    def rows(self, sql: str, **values: Value) -> list[sqlite3.Row]:
        """All rows; columns by name or place."""
        return self._raw.execute(sql, values).fetchall()

    def each(self, sql: str, **values: Value) -> Iterator[tuple[Any, ...]]:
        """All rows one by one, as plain tuples: for results too long to hold."""
        cursor = self._raw.cursor()
        cursor.row_factory = None
        yield from cursor.execute(sql, values)

    def column(self, sql: str, **values: Value) -> list[Any]:
        """The first column of all rows."""
        cursor = self._raw.cursor()
        cursor.row_factory = None
        return list(map(itemgetter(0), cursor.execute(sql, values)))

    def row(self, sql: str, **values: Value) -> sqlite3.Row | None:
        """The first row, None if there is none."""
        found: sqlite3.Row | None = self._raw.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, **values: Value) -> Any:
        """The first column of the first row, None if there is no row."""
        found = self._raw.execute(sql, values).fetchone()
        return None if found is None else found[0]

    def close(self) -> None:
        self._raw.close()
