"""Which schema a database has, and how it comes to have the newest one.

A new file gets the tables at once; an older one is copied and migrated; a newer one is refused. SQLAlchemy and
Alembic are imported only where a database has to be built or migrated.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from quizzer.storage.connection import Connection

HEAD_REVISION = "0004"
"""The newest revision in ``alembic/versions``; a test compares the two."""


def make_current(connection: Connection, *, migrate: bool) -> None:
    """Bring the database to ``HEAD_REVISION``; EnvironmentProblem where that cannot or may not be done."""
    stored = stored_revision(connection)
    if stored == HEAD_REVISION:
        return
    if stored is None:
        build(connection)
        return
    from quizzer.storage.backups import keep_copy  # noqa: PLC0415 - it asks here which schema is the newest
    from quizzer.storage.migrate import is_known, upgrade  # noqa: PLC0415 - Alembic costs half a second

    if not is_known(stored):
        raise EnvironmentProblem(
            f"The database {connection.path} was written by a newer quizzer (schema {stored};"
            f" this one knows {HEAD_REVISION}).",
            hint="upgrade quizzer, or choose another file with --db",
        )
    if not migrate:
        raise EnvironmentProblem(
            f"The database {connection.path} has an older schema ({stored}; now {HEAD_REVISION}).",
            hint="run any quizzer command that may write to it",
        )
    path = connection.path
    upgrade(path, first=lambda found: keep_copy(path, f"{path.stem}-schema-{found}{path.suffix}"))


def stored_revision(connection: Connection) -> str | None:
    """The revision of the database, None for an empty one; EnvironmentProblem for another program's."""
    names = {row[0] for row in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names:
        return None
    stored = connection.value("SELECT version_num FROM alembic_version") if "alembic_version" in names else None
    if not isinstance(stored, str):
        raise EnvironmentProblem(
            f"The database {connection.path} belongs to another program.",
            hint="choose another file with --db",
        )
    return stored


def build(connection: Connection) -> None:
    """Create every table in one transaction; does nothing if another process was faster."""
    statements = ddl()
    connection.run("BEGIN IMMEDIATE")
    try:
        if stored_revision(connection) is None:
            for statement in statements:
                connection.run(statement)
            connection.run("INSERT INTO alembic_version (version_num) VALUES (:head)", head=HEAD_REVISION)
        connection.run("COMMIT")
    except BaseException:
        connection.run("ROLLBACK")
        raise


def ddl() -> tuple[str, ...]:
    """The statements that make an empty SQLite database current, ``alembic_version`` included."""
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - only a new database needs it
    from sqlalchemy.schema import CreateIndex, CreateTable  # noqa: PLC0415

    from quizzer.storage.tables import alembic_version, metadata  # noqa: PLC0415

    dialect = sqlite.dialect()
    statements = [str(CreateTable(alembic_version).compile(dialect=dialect))]
    for table in metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)))
        indices = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indices]
    return tuple(statements)


def migrations_folder() -> Path:
    """Where Alembic finds its scripts: inside an installed wheel, or at the top of the repository."""
    import quizzer  # noqa: PLC0415 - only its place is wanted, and only here

    package = Path(quizzer.__file__).parent
    shipped = package / "_alembic"
    return shipped if shipped.is_dir() else package.parent / "alembic"
