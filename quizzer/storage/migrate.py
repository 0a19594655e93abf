"""Migrations by Alembic; imported only for a database whose schema is not the newest."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage.connection import BUSY_TIMEOUT_S
from quizzer.storage.schema import migrations_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection as SqlConnection


def config() -> Config:
    """Alembic's configuration, with no file of its own."""
    settings = Config()
    settings.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    return settings


def is_known(revision: str) -> bool:
    """True if one of our migrations has this revision."""
    return any(script.revision == revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def upgrade(path: Path, *, revision: str = "head", first: Callable[[str], object] = lambda _: None) -> None:
    """Migrate the database to ``revision`` in one transaction: all of it, or nothing.

    ``first`` is called with the revision of a database that is older, when nobody else can write to it any more; where
    it raises, nothing is changed.
    """
    with migration_connection(path) as connection:
        settings = config()
        settings.attributes["connection"] = connection
        found = MigrationContext.configure(connection).get_current_revision()
        # Another process may have migrated it since its revision was looked at.
        if found is not None and found != ScriptDirectory.from_config(settings).get_current_head():
            first(found)
        command.upgrade(settings, revision)
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            tables = ", ".join(sorted({row[0] for row in broken}))
            raise EnvironmentProblem(
                f"Migrating {path} would leave rows without their partner in {tables}; nothing was changed.",
                hint="restore a copy from the backups folder beside it",
            )


@contextmanager
def migration_connection(path: Path) -> Iterator[SqlConnection]:
    """A SQLAlchemy connection inside one BEGIN IMMEDIATE … COMMIT, DDL included.

    Foreign keys are off: a batch migration drops and renames tables, which would cascade into their rows.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None),
        poolclass=NullPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: SqlConnection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        # What a busy or full disk means is explained once, for sqlite3's own errors.
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise
    finally:
        engine.dispose()
