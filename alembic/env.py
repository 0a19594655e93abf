"""Runs migrations on the connection that quizzer hands in, or on ``-x db=PATH`` for somebody who writes one."""

from pathlib import Path

from alembic import context

from quizzer.storage.migrate import migration_connection
from quizzer.storage.tables import metadata


def run(connection):
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite alters a table by copying it; PostgreSQL ignores the batch.
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_in = context.config.attributes.get("connection")
if handed_in is not None:
    run(handed_in)
else:
    with migration_connection(Path(context.get_x_argument(as_dictionary=True)["db"])) as opened:
        run(opened)
