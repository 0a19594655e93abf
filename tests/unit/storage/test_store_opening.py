"""Opening a database: new, current, newer, foreign, damaged, locked, out of reach."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quizzer.domain.errors import EnvironmentProblem
from quizzer.storage import connection
from quizzer.storage.store import open_store

NOBODY = 65534


def in_fresh_interpreter(code: str, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_a_new_database_is_made_with_its_folders(tmp_path):
    path = tmp_path / "share" / "quizzer" / "quizzer.db"

    with open_store(path) as store, store.read() as tx:
        states = tx.state_counts()

    assert path.is_file()
    assert sum(states.values()) == 0


def test_an_empty_file_becomes_a_database(tmp_path):
    path = tmp_path / "quizzer.db"
    path.touch()

    with open_store(path) as store, store.read() as tx:
        assert tx.setting("anything") is None


def test_every_connection_is_durable_and_checks_foreign_keys(tmp_path):
    for _ in range(2):
        with open_store(tmp_path / "quizzer.db") as store:
            raw = store._connection

            pragmas = [raw.value(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")]

            assert pragmas == ["wal", 2, 1]
            assert raw.value("PRAGMA busy_timeout") == 5000


def test_opening_a_current_database_imports_neither_sqlalchemy_nor_alembic(tmp_path):
    open_store(tmp_path / "quizzer.db").close()
    code = (
        "import sys, pathlib; from quizzer.storage.store import open_store\n"
        "open_store(pathlib.Path(sys.argv[1])).close()\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'pydantic', 'torch', 'numpy', 'rich') if m in sys.modules])"
    )

    loaded = in_fresh_interpreter(code, tmp_path / "quizzer.db")

    assert loaded == "[]"


def test_building_a_new_database_imports_neither_alembic_nor_the_orm(tmp_path):
    code = (
        "import sys, pathlib; from quizzer.storage.store import open_store\n"
        "open_store(pathlib.Path(sys.argv[1])).close()\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'sqlalchemy.orm') if m in sys.modules])"
    )

    loaded = in_fresh_interpreter(code, tmp_path / "quizzer.db")

    assert loaded == "['sqlalchemy']"


def test_a_database_of_a_newer_quizzer_is_refused_untouched(tmp_path, make):
    path = tmp_path / "quizzer.db"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = make.dump(path)

    with pytest.raises(
        EnvironmentProblem, match=r"written by a newer quizzer \(schema 9999; this one knows"
    ) as refused:
        open_store(path)

    assert refused.value.hint == "upgrade quizzer, or choose another file with --db"
    assert make.dump(path) == before
    assert not (tmp_path / "backups").exists()


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes on dropout.\n" * 100)

    with pytest.raises(EnvironmentProblem, match=r"notes\.txt is not a quizzer database"):
        open_store(path)

    assert path.read_text().startswith("These are my notes")


@pytest.mark.parametrize("statement", ["CREATE TABLE songs (id)", "CREATE TABLE alembic_version (version_num)"])
def test_the_database_of_another_program_is_refused_untouched(tmp_path, make, statement):
    path = tmp_path / "music.db"
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.close()
    before = make.dump(path)

    with pytest.raises(EnvironmentProblem, match="belongs to another program"):
        open_store(path)

    assert make.dump(path) == before


def test_a_folder_in_place_of_the_file_is_explained(tmp_path):
    with pytest.raises(EnvironmentProblem, match="cannot be opened"):
        open_store(tmp_path)


def test_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(EnvironmentProblem, match="cannot be created"):
        open_store(tmp_path / "file" / "quizzer" / "quizzer.db")


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_is_read_only_is_explained(exists):
    # Not tmp_path: an ordinary user must be able to reach it, and root writes everywhere.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if exists:
            open_store(folder / "quizzer.db").close()
            (folder / "quizzer.db").chmod(0o444)
        folder.chmod(0o555)
        code = (
            "import os, sys, pathlib\n"
            "from quizzer.domain.errors import EnvironmentProblem\n"
            "from quizzer.storage.store import open_store\n"
            "import sqlalchemy, sqlalchemy.dialects.sqlite, quizzer.storage.tables\n"
            f"if os.geteuid() == 0: os.setgroups([]); os.setuid({NOBODY})\n"
            "try:\n"
            "    with open_store(pathlib.Path(sys.argv[1])) as store, store.write() as tx:\n"
            "        tx.set_setting('a', 'b')\n"
            "except EnvironmentProblem as problem: print(problem)\n"
        )

        told = in_fresh_interpreter(code, folder / "quizzer.db")

        folder.chmod(0o755)
    assert "quizzer.db cannot be" in told


def test_a_damaged_database_is_explained_when_it_is_read(desk, make):
    desk.sync(make.deck(*(make.card(f"card-{number}") for number in range(300))))
    path = desk.path
    desk.store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))

    with pytest.raises(EnvironmentProblem, match="is damaged") as told, open_store(path) as store, store.read() as tx:
        tx.card("layers/card-7")

    assert "backups" in told.value.hint


def test_a_sound_database_shows_no_damage_and_orphans_do(desk, make):
    desk.sync(make.deck(make.card("one")))

    assert desk.store.damage() == ()

    raw = sqlite3.connect(desk.path)
    raw.execute("DELETE FROM card")
    raw.commit()
    raw.close()
    assert desk.store.damage() == ("rows of card_state lack their partner", "rows of card_text lack their partner")


def test_a_database_held_by_another_program_is_explained(desk, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.05)
    holder = sqlite3.connect(desk.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    told = pytest.raises(EnvironmentProblem, match="in use by another program")
    with open_store(desk.path) as store, told, store.write():
        pytest.fail("two writers at once")

    holder.close()
