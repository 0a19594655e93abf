"""The schema: built at once or migrated step by step, the same; old data survives, failures change nothing."""

import importlib
import pkgutil
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import quizzer
from quizzer import storage
from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage import migrate, queue, schema
from quizzer.storage.store import open_store
from quizzer.storage.tables import metadata

HEAD = schema.HEAD_REVISION

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("card", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.Text))
    {then}
"""


def schema_of(path: Path) -> dict[str, object]:
    """Columns in order and everything else as a set: how a migration reached them does not matter."""
    raw = sqlite3.connect(path)
    found = {}
    for kind, name, sql in raw.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        columns = raw.execute(f"PRAGMA table_xinfo({name})").fetchall()
        found[kind, name] = (columns, frozenset(" ".join(piece.split()) for piece in _pieces(sql.replace('"', ""))))
    raw.close()
    return found


def _pieces(sql: str) -> list[str]:
    """What stands between the commas of a statement, those inside inner brackets left alone."""
    head, _, inside = sql.partition("(")
    pieces, depth = [head, ""], 0
    for character in inside.strip().removesuffix(")"):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and not depth:
            pieces.append("")
        else:
            pieces[-1] += character
    return pieces


@pytest.fixture
def newer_migrations(tmp_path, monkeypatch, repository):
    """A quizzer with one more revision, 9999; call it with the last line of that migration."""

    def release(then: str = "pass") -> None:
        folder = tmp_path / "alembic"
        shutil.copytree(repository / "alembic", folder)
        later = LATER.format(then=then, head=HEAD)
        (folder / "versions" / "9999_colour.py").write_text(later)
        monkeypatch.setattr(schema, "HEAD_REVISION", "9999")
        monkeypatch.setattr(migrate, "migrations_folder", lambda: folder)

    return release


def test_a_new_database_has_the_schema_that_migrations_lead_to(tmp_path):
    open_store(tmp_path / "built.db").close()

    migrate.upgrade(tmp_path / "migrated.db")

    assert schema_of(tmp_path / "built.db") == schema_of(tmp_path / "migrated.db")


def test_the_tables_declare_what_the_migrations_make(tmp_path):
    migrate.upgrade(tmp_path / "migrated.db")

    with migrate.migration_connection(tmp_path / "migrated.db") as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_the_head_revision_is_the_newest_migration():
    script = ScriptDirectory.from_config(migrate.config())

    assert script.get_heads() == [schema.HEAD_REVISION]


def test_every_migration_can_be_taken_back(tmp_path):
    path = tmp_path / "quizzer.db"
    migrate.upgrade(path)
    settings = migrate.config()

    with migrate.migration_connection(path) as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")

    assert set(schema_of(path)) == {("table", "alembic_version")}


def test_an_older_database_is_copied_and_migrated_with_its_data(desk, make, newer_migrations):
    desk.sync(make.deck(make.card("one"), make.card("two")))
    desk.answer("layers/one", make.review(due_on=make.TODAY + 3))
    desk.store.close()
    before = desk.dump()
    newer_migrations()

    with open_store(desk.path) as store, store.read() as tx:
        progress, card = tx.progress("layers/one"), tx.card("layers/two")

    assert progress.schedule == make.review(due_on=make.TODAY + 3)
    assert card == make.card("two")
    assert make.dump(desk.path.parent / "backups" / f"quizzer-schema-{HEAD}.db") == before
    assert ("table", "card") in schema_of(desk.path)
    assert "colour" in str(schema_of(desk.path)["table", "card"])


def test_a_migration_that_fails_half_way_changes_nothing(desk, make, newer_migrations):
    desk.sync(make.deck(make.card("one")))
    desk.store.close()
    before, schema_before = desk.dump(), schema_of(desk.path)
    newer_migrations('op.execute("INSERT INTO card (nonsense) VALUES (1)")')

    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        open_store(desk.path)

    assert desk.dump() == before
    assert schema_of(desk.path) == schema_before


def test_a_migration_that_breaks_references_changes_nothing(desk, make, newer_migrations):
    desk.sync(make.deck(make.card("one")))
    desk.store.close()
    before = desk.dump()
    newer_migrations('op.execute("DELETE FROM card")')

    with pytest.raises(EnvironmentProblem, match="without their partner in card_state"):
        open_store(desk.path)

    assert desk.dump() == before


def test_backups_of_earlier_attempts_are_kept(desk, newer_migrations):
    desk.store.close()
    newer_migrations('op.execute("SELECT nonsense")')

    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError):
            open_store(desk.path)

    names = sorted(path.name for path in (desk.path.parent / "backups").iterdir())
    assert names == [f"quizzer-schema-{HEAD}-2.db", f"quizzer-schema-{HEAD}.db"]


def test_without_a_place_for_the_copy_nothing_is_migrated(desk, newer_migrations):
    desk.store.close()
    before = desk.dump()
    (desk.path.parent / "backups").write_text("in the way")
    newer_migrations()

    with pytest.raises(EnvironmentProblem, match="for a copy of the database cannot be made"):
        open_store(desk.path)

    assert desk.dump() == before


def test_a_database_held_by_another_program_is_migrated_another_time(desk, monkeypatch, newer_migrations):
    desk.store.close()
    newer_migrations()
    monkeypatch.setattr(migrate, "BUSY_TIMEOUT_S", 0.05)
    holder = sqlite3.connect(desk.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(EnvironmentProblem, match="in use by another program"):
        open_store(desk.path)

    holder.close()


def test_an_older_database_is_only_migrated_where_that_is_allowed(desk, newer_migrations):
    desk.store.close()
    before = desk.dump()
    newer_migrations()

    with pytest.raises(EnvironmentProblem, match=rf"older schema \({HEAD}; now 9999\)"):
        open_store(desk.path, migrate=False)

    assert desk.dump() == before


def test_the_migrations_of_an_installed_wheel_come_first(tmp_path, monkeypatch):
    package = tmp_path / "quizzer"
    (package / "_alembic").mkdir(parents=True)
    monkeypatch.setattr(quizzer, "__file__", str(package / "__init__.py"))

    assert schema.migrations_folder() == package / "_alembic"

    (package / "_alembic").rmdir()
    assert schema.migrations_folder() == tmp_path / "alembic"


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("statements") / "quizzer.db") as store:
        yield store


def statements() -> dict[str, str]:
    """Every SQL statement of the storage package, by module and name."""
    found = {}
    for info in pkgutil.iter_modules(storage.__path__):
        module = importlib.import_module(f"quizzer.storage.{info.name}")
        for name, value in vars(module).items():
            if isinstance(value, str) and value.split(maxsplit=1)[:1] in (
                ["SELECT"],
                ["INSERT"],
                ["UPDATE"],
                ["DELETE"],
                ["WITH"],
            ):
                found[f"{info.name}.{name}"] = value.replace("%s", "1, 2")
    return found


@pytest.mark.parametrize("name", sorted(name for name in statements() if "._" not in name))
def test_a_statement_means_the_same_to_sqlite3_and_to_sqlalchemy(empty_store, name):
    sql = f"EXPLAIN QUERY PLAN {statements()[name]}"
    values = dict.fromkeys(re.findall(r":(\w+)", sql), 1)

    ours = [row["detail"] for row in empty_store._connection.rows(sql, **values)]
    with migrate.migration_connection(empty_store.path) as connection:
        theirs = [row.detail for row in connection.execute(sa.text(sql), values)]

    # Foreign keys are on in ours alone; that decides whether a deletion may use an index by itself.
    assert [step.replace("COVERING ", "") for step in ours] == [step.replace("COVERING ", "") for step in theirs]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (queue.LEARNING, "ix_card_state_learning"),
        (queue.REVIEWS, "ix_card_state_review"),
        (queue.NEW, "ix_card_state_new"),
        (queue.NEW_UNLOCKED % "1, 2", "ix_card_state_new"),
        (queue.TOPIC_STATES, "ix_card_state_topic (topic_id=?)"),
    ],
)
def test_the_queue_walks_an_index_in_order_and_sorts_nothing(empty_store, statement, index):
    values = dict.fromkeys(re.findall(r":(\w+)", statement), 1)

    plan = [row["detail"] for row in empty_store._connection.rows(f"EXPLAIN QUERY PLAN {statement}", **values)]

    assert any(index in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)
    assert not any(step.startswith(("SCAN s", "SCAN c")) and "USING" not in step for step in plan)
