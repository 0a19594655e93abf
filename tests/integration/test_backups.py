"""Copies of a database that is in use: made whole, put back whole, refused where they cannot be used."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizzer.domain.backups import Reason
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.memory import Rating
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.backups import (
    find_backup,
    inspect_backup,
    list_backups,
    make_backup,
    make_daily_backup,
    restore,
)
from quizzer.storage.backups import copy_database, put_back
from quizzer.storage.store import Store, open_store

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OPTIONS = SchedulerOptions()
MODEL = Fsrs6()


@pytest.fixture
def database(tmp_path: Path, _small_database: Path) -> Path:
    path = tmp_path / "quizzer.db"
    shutil.copyfile(_small_database, path)
    return path


def day_of(at: datetime) -> int:
    return at.toordinal()


def answer(store: Store, *, at: datetime = NOW) -> None:
    """Answer the next card that was never asked."""
    with store.write() as tx:
        card = next(one for one in cards(store.path) if tx.progress(one).repetitions == 0)
        before = tx.progress(card)
        moment = moment_at(at, zone=UTC, rollover_hour=4)
        outcome = four_answers(before, card_id=card, moment=moment, options=OPTIONS, model=MODEL)[Rating.GOOD]
        tx.record_answer(
            AnswerRecord(card, Rating.GOOD, before, outcome.progress, at, moment.today, outcome.interval_s,
                         outcome.elapsed_days, outcome.scheduled_days, 3.0)
        )  # fmt: skip


def cards(path: Path) -> list:
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("SELECT id FROM card ORDER BY key")]


def reviews(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT COUNT(*) FROM review_log").fetchone()[0]


def test_a_copy_holds_what_was_committed_also_while_somebody_writes(database: Path) -> None:
    with open_store(database) as store:
        answer(store)
        with store.write() as tx:
            tx.set_setting("half", "done")
            made = make_backup(database, Reason.MANUAL, now=NOW)

    inside = inspect_backup(made.path)
    assert (inside.reviews, inside.cards) == (1, len(cards(database)))
    with closing(sqlite3.connect(made.path)) as raw:
        assert raw.execute("SELECT value FROM setting WHERE name = 'half'").fetchone() is None
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_a_restore_brings_back_what_was_and_keeps_what_is(database: Path) -> None:
    with open_store(database) as store:
        answer(store)
        early = make_backup(database, Reason.MANUAL, now=NOW)
        answer(store)

    done = restore(database, early.path, now=NOW + timedelta(hours=1))

    assert reviews(database) == done.inside.reviews == 1
    assert done.before is not None
    assert inspect_backup(done.before).reviews == 2
    assert [one.reason for one in list_backups(database)] == [Reason.BEFORE_RESTORE, Reason.MANUAL]


def test_a_session_that_is_open_goes_on_with_what_was_restored(database: Path) -> None:
    early = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)

        restore(database, early.path, now=NOW)

        answer(store)
        with store.read() as tx:
            assert tx.daily_counts(day_of(NOW)).answers == 1  # type: ignore[arg-type]
        assert store.damage() == ()
    assert reviews(database) == 1


def test_a_restore_waits_for_an_answer_that_is_being_stored(database: Path) -> None:
    early = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)
    began = threading.Event()

    def slowly() -> None:
        with open_store(database) as other, other.write() as tx:
            tx.set_setting("slow", "yes")
            began.set()
            time.sleep(0.5)

    writer = threading.Thread(target=slowly)
    writer.start()
    began.wait()
    restore(database, early.path, now=NOW)
    writer.join()

    assert reviews(database) == 0
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("harm", ["text", "cut", "other", "newer", "empty"])
def test_what_is_no_sound_copy_is_refused_and_nothing_is_changed(database: Path, tmp_path: Path, harm: str) -> None:
    copy = tmp_path / "copy.db"
    copy_database(database, copy)
    if harm == "text":
        copy.write_text("no database at all " * 100, encoding="utf-8")
    elif harm == "cut":
        os.truncate(copy, copy.stat().st_size // 2)
    elif harm == "empty":
        copy.write_bytes(b"")
    else:
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute("DROP TABLE card" if harm == "other" else "UPDATE alembic_version SET version_num = '9999'")
            raw.commit()
    whole = database.read_bytes()

    with pytest.raises(EnvironmentProblem, match=str(copy)):
        restore(database, copy, now=NOW)

    assert database.read_bytes() == whole
    assert list_backups(database) == ()


def test_the_database_cannot_be_its_own_copy(database: Path) -> None:
    with pytest.raises(UsageError, match="is the database itself"):
        restore(database, database, now=NOW)


def test_where_there_is_no_database_a_copy_can_still_be_put_back(database: Path) -> None:
    kept = make_backup(database, Reason.MANUAL, now=NOW)
    database.unlink()

    done = restore(database, kept.path, now=NOW)

    assert done.before is None
    assert len(cards(database)) == done.inside.cards


def test_the_days_copy_is_made_once_and_only_where_something_was_answered(database: Path) -> None:
    def at(**after: int) -> datetime:
        return NOW + timedelta(**after)

    unused = make_daily_backup(database, now=NOW, day_of=day_of)
    with open_store(database) as store:
        answer(store)
    first = make_daily_backup(database, now=at(minutes=1), day_of=day_of)
    with open_store(database) as store:
        answer(store, at=at(hours=2))
    same_day = make_daily_backup(database, now=at(hours=3), day_of=day_of)
    later = make_daily_backup(database, now=at(days=3), day_of=day_of)
    idle = make_daily_backup(database, now=at(days=5), day_of=day_of)

    assert (unused, same_day, idle) == (None, None, None)
    assert first is not None
    assert later is not None
    assert [inspect_backup(one.path).reviews for one in (first, later)] == [1, 2]
    assert [one.path for one in list_backups(database)] == [later.path, first.path]


def test_days_that_are_long_over_go_when_a_new_copy_is_made(database: Path) -> None:
    with open_store(database) as store:
        answer(store)
    for days in (100, 99, 2):
        make_backup(database, Reason.DAILY, now=NOW - timedelta(days=days))

    made = make_daily_backup(database, now=NOW + timedelta(seconds=1), day_of=day_of)

    assert made is not None
    assert [(NOW - one.made_at).days for one in list_backups(database)] == [-1, 2, 99]


def test_a_copy_is_named_by_number_name_path_or_as_the_newest(database: Path) -> None:
    old = make_backup(database, Reason.MANUAL, now=NOW)
    new = make_backup(database, Reason.MANUAL, now=NOW + timedelta(days=1))

    assert find_backup(database, "newest") == find_backup(database, "1") == new.path
    assert find_backup(database, "2") == find_backup(database, old.path.name) == find_backup(database, str(old.path))
    for wrong in ("0", "3", "nowhere.db"):
        with pytest.raises(UsageError, match="there is no copy"):
            find_backup(database, wrong)


def test_two_copies_of_one_second_have_two_names(database: Path) -> None:
    first, second = (make_backup(database, Reason.MANUAL, now=NOW) for _ in range(2))

    assert first.path != second.path
    assert len(list_backups(database)) == 2


def harm_an_index(path: Path) -> None:
    """Let an index point to an empty one: it misses every row, and nothing but a check of the whole file meets that."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE empty (x)")
        raw.execute("CREATE INDEX ix_empty ON empty (x)")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'ix_empty')"
            " WHERE name = 'ix_card_state_deck'"
        )
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_damage_that_no_question_meets_is_found_in_a_copy_before_it_is_put_back(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_database(database, copy)
    harm_an_index(copy)
    whole = database.read_bytes()

    with pytest.raises(EnvironmentProblem, match="is damaged"):
        restore(database, copy, now=NOW)

    assert database.read_bytes() == whole


def test_a_damaged_database_is_not_copied_as_if_it_were_sound(database: Path) -> None:
    with open_store(database) as store:
        answer(store)
    harm_an_index(database)

    with pytest.raises(EnvironmentProblem, match="is damaged"):
        make_daily_backup(database, now=NOW + timedelta(hours=1), day_of=day_of)

    assert list(database.parent.glob("backups/*")) == []


def test_a_damaged_database_is_kept_as_it_is_and_replaced(database: Path) -> None:
    good = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)
    harm_an_index(database)

    done = restore(database, good.path, now=NOW)

    assert done.before is not None
    with closing(sqlite3.connect(done.before)) as raw:
        assert raw.execute("SELECT COUNT(*) FROM review_log").fetchone() == (1,)
    with open_store(database) as store:
        assert store.damage() == ()


def test_a_file_that_is_no_database_any_more_is_set_aside_and_replaced(database: Path) -> None:
    good = make_backup(database, Reason.MANUAL, now=NOW)
    database.write_bytes(b"overwritten by something else " * 500)
    lost = database.read_bytes()

    done = restore(database, good.path, now=NOW)

    assert done.before is not None
    assert done.before.read_bytes() == lost
    assert len(cards(database)) == inspect_backup(good.path).cards


def test_what_is_there_is_copied_when_nobody_can_add_to_it_any_more(database: Path) -> None:
    early = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)
    seen = []

    def somebody_answers() -> None:
        seen.append(reviews(database))
        with (
            closing(sqlite3.connect(database, timeout=0)) as raw,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            raw.execute("INSERT INTO setting (name, value) VALUES ('late', 'yes')")

    put_back(early.path, database, first=somebody_answers)

    assert seen == [1]
    assert reviews(database) == 0


def test_where_what_is_there_cannot_be_copied_nothing_is_put_back(database: Path) -> None:
    early = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)
    shutil.move(database.parent / "backups", database.parent / "elsewhere")
    (database.parent / "backups").write_text("in the way", encoding="utf-8")

    with pytest.raises(EnvironmentProblem, match="cannot be made"):
        restore(database, database.parent / "elsewhere" / early.path.name, now=NOW)

    assert reviews(database) == 1
    with open_store(database) as store:
        assert store.damage() == ()


def test_copies_that_are_made_at_once_under_one_name_are_all_kept(database: Path) -> None:
    first = make_backup(database, Reason.MANUAL, now=NOW).path
    first.rename(first.with_name(f"{first.name}.unfinished"))

    second = make_backup(database, Reason.MANUAL, now=NOW).path
    first.with_name(f"{first.name}.unfinished").rename(first)
    third = make_backup(database, Reason.MANUAL, now=NOW).path

    names = [first.name, f"{first.stem}-2.db", f"{first.stem}-3.db"]
    assert [path.name for path in (first, second, third)] == names
    assert sorted(path.name for path in first.parent.iterdir()) == sorted(names)


def test_what_a_killed_copy_left_behind_goes_with_the_next_copy_and_a_living_one_stays(database: Path) -> None:
    folder = make_backup(database, Reason.MANUAL, now=NOW).path.parent
    dead, journal, living = (folder / f"x.db.unfinished{end}" for end in ("", "-journal", "2"))
    for path in (dead, journal, living):
        path.write_bytes(b"half a copy")
    for path in (dead, journal):
        os.utime(path, (time.time() - 7200,) * 2)

    made = make_backup(database, Reason.MANUAL, now=NOW).path

    assert living.exists()
    assert not dead.exists()
    assert not journal.exists()
    assert made.exists()


RESTORE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from quizzer.services.backups import restore
print("ready", flush=True)
while True:
    for copy in sys.argv[2:]:
        restore(Path(sys.argv[1]), Path(copy), now=datetime.now(UTC))
"""


@pytest.mark.slow
@pytest.mark.parametrize("wait_ms", [3, 11, 24, 40, 65, 90])
def test_a_restore_that_is_killed_leaves_the_one_state_or_the_other(database: Path, wait_ms: int) -> None:
    none = make_backup(database, Reason.MANUAL, now=NOW)
    with open_store(database) as store:
        answer(store)
    one = make_backup(database, Reason.MANUAL, now=NOW)
    child = subprocess.Popen(
        [sys.executable, "-c", RESTORE, str(database), str(none.path), str(one.path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()

    time.sleep(wait_ms / 1000)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()

    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_store(database) as store:
        assert store.damage() == ()
    assert reviews(database) in (0, 1)
