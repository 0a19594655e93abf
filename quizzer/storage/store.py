"""Opening the learner's database and running transactions on it: one answer, one transaction."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage.connection import Connection, explained
from quizzer.storage.content import ContentRows
from quizzer.storage.exchange import ExchangeRows
from quizzer.storage.grading import GradingRows
from quizzer.storage.learning_path import LearningPathRows
from quizzer.storage.memory_log import MemoryLogRows
from quizzer.storage.queue import QueueRows
from quizzer.storage.schema import make_current
from quizzer.storage.search import SearchRows
from quizzer.storage.settings import SettingRows
from quizzer.storage.statistics import StatisticsRows
from quizzer.storage.study import StudyRows

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class Transaction(
    ContentRows,
    StudyRows,
    QueueRows,
    GradingRows,
    StatisticsRows,
    LearningPathRows,
    SearchRows,
    ExchangeRows,
    SettingRows,
    MemoryLogRows,
):
    """Everything that can be asked of the database or stored in it; valid inside its ``with`` block."""


class Store:
    """An open database of the newest schema. Not for several threads: open one each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_open = True

    @property
    def path(self) -> Path:
        return self._connection.path

    def write(self, *, keep: bool = True) -> Block:
        """All of the block is stored when it ends, and has reached the disk; nothing of it if it raises.

        Without ``keep`` nothing of it is stored either way: a dry run does all that the real one does.
        """
        return Block(self._connection, begin="BEGIN IMMEDIATE", end="COMMIT" if keep else "ROLLBACK")

    def read(self) -> Block:
        """The block sees one moment of the database, whatever other processes write meanwhile."""
        return Block(self._connection, begin="BEGIN", end="COMMIT")

    def damage(self) -> tuple[str, ...]:
        """What SQLite finds wrong in the file: nothing, in a sound one."""
        with explained(self.path):
            found = [row[0] for row in self._connection.rows("PRAGMA quick_check")]
            orphans = {row[0] for row in self._connection.rows("PRAGMA foreign_key_check")}
        problems = tuple(str(line) for line in found if line != "ok")
        return problems + tuple(f"rows of {table} lack their partner" for table in sorted(orphans))

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self.is_open = False
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Block:
    """The ``with`` block of one transaction: a class, because an answer would notice what three generators cost."""

    __slots__ = ("_begin", "_connection", "_end")

    def __init__(self, connection: Connection, *, begin: str, end: str) -> None:
        self._connection = connection
        self._begin = begin
        self._end = end

    def __enter__(self) -> Transaction:
        connection = self._connection
        if connection.in_transaction:
            raise RuntimeError("a transaction is open already; they do not nest")
        try:
            connection.run(self._begin)
        except sqlite3.Error as error:
            self._give_up(error)
            raise
        return Transaction(connection)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._give_up(error)
            return
        try:
            self._connection.run(self._end)
        except BaseException as failed:
            self._give_up(failed)
            raise

    def _give_up(self, error: BaseException) -> None:
        """Take back what was done; EnvironmentProblem where the file is to blame."""
        connection = self._connection
        with explained(connection.path):
            # SQLite ends the transaction by itself on some errors (a full disk).
            if connection.in_transaction:
                connection.run("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise error


def open_store(path: Path, *, migrate: bool = True) -> Store:
    """Open the database, creating it and its folder where missing, and migrating an older one.

    EnvironmentProblem: no database, another program's, newer than this program, damaged, or not writable;
    also an older one where ``migrate`` is False.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            f"The folder {path.parent} cannot be created: {error.strerror}.", hint="choose another with --db"
        ) from error
    with explained(path):
        connection = Connection(path)
        try:
            connection.configure()
            make_current(connection, migrate=migrate)
        except BaseException:
            connection.close()
            raise
    return Store(connection)
