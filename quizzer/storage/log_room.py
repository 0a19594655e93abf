"""Room in SQLite's log for the answers of a session.

The log of a database that nobody has open is gone, so every session begins with an empty one. Until it is as long as
SQLite lets it become before it starts over, each answer makes it longer, and the disk has to keep its new length beside
the answer itself. Room made beforehand, while the learner reads the first card, spares every answer that wait.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from quizzer.storage.connection import Connection

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 1024
"""SQLite starts over after 1,000 pages; each has a header in the log."""
_CACHED_PAGES = 16


def make_room(database: Path) -> None:
    """Lengthen the log of a database that a session has open; what is stored does not change.

    Best effort: where it cannot be done (a full disk, another program that writes), answers only wait longer.
    """
    log = database.with_name(f"{database.name}-wal")
    with suppress(sqlite3.Error, OSError):
        found = log.stat().st_size
        with closing(Connection(database)) as connection:
            size = PAGES * connection.value("PRAGMA page_size")
            if found < size:
                _spill(connection, size)
        # Or the first answer would wait until all of it has reached the disk.
        with log.open("rb") as written:
            os.fsync(written.fileno())


def _spill(connection: Connection, size: int) -> None:
    # What does not fit into memory goes to the log, and stays there when it is undone, without a commit: whoever reads
    # the log, after a crash too, stops before it, and what is stored next takes its place.
    connection.run(f"PRAGMA cache_size = {_CACHED_PAGES}")
    connection.run("BEGIN IMMEDIATE")
    connection.run("CREATE TABLE log_room (filler BLOB)")
    connection.run("INSERT INTO log_room (filler) VALUES (zeroblob(:size))", size=size)
    connection.run("ROLLBACK")
