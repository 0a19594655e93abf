"""What is done once the first card is on the screen: room for its answers, and the day's copy."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.services.upkeep import Upkeep
from quizzer.storage.store import open_store

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    with open_store(tmp_path / "quizzer.db") as store:
        yield store.path


def test_the_answers_of_a_session_find_room_in_the_log(database):
    Upkeep(database, now=NOON, zone=UTC, rollover_hour=4).finish()

    assert Path(f"{database}-wal").stat().st_size > 1000 * 4096


def test_a_database_without_answers_is_not_copied(database):
    assert Upkeep(database, now=NOON, zone=UTC, rollover_hour=4).finish() is None

    assert not (database.parent / "backups").exists()
