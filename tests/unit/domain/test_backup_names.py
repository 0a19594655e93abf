"""Names of copies, and which of them have had their day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.backups import Backup, Reason, backup_name, outdated, read_name

DATABASE = Path("/home/ada/quizzer.db")
NOW = datetime(2026, 6, 30, 21, 15, tzinfo=UTC)


def copy(reason: Reason, made_at: datetime) -> Backup:
    return Backup(DATABASE.parent / "backups" / backup_name(DATABASE, reason, made_at), reason, made_at, 1000)


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.BEFORE_MIGRATION])
def test_a_name_tells_reason_and_time(reason: Reason) -> None:
    name = backup_name(DATABASE, reason, NOW)

    assert read_name(Path(name), database=DATABASE) == (reason, NOW)
    assert read_name(Path(name.replace(".db", "-2.db")), database=DATABASE) == (reason, NOW)


def test_a_copy_from_before_a_migration_has_no_time_in_its_name() -> None:
    assert read_name(Path("quizzer-schema-0001.db"), database=DATABASE) == (Reason.BEFORE_MIGRATION, None)


@pytest.mark.parametrize(
    "name",
    ["quizzer.db", "quizzer-daily.sqlite", "other-daily-20260630T211500.db", "quizzer-weekly-20260630T211500.db",
     "quizzer-daily-20260630T211500.db.unfinished", "notes.txt"],
)  # fmt: skip
def test_other_files_are_no_copies_of_this_database(name: str) -> None:
    assert read_name(Path(name), database=DATABASE) is None


def test_of_a_year_of_daily_copies_days_weeks_and_months_stay() -> None:
    daily = [copy(Reason.DAILY, NOW - timedelta(days=days)) for days in range(366)]

    gone = outdated(daily, now=NOW)

    ages = sorted((NOW - one.made_at).days for one in daily if one not in gone)
    assert ages[:15] == list(range(15))
    assert len([age for age in ages if 14 < age <= 56]) == 6
    assert 11 <= len([age for age in ages if age > 56]) <= 12
    assert max(ages) >= 335


@given(st.lists(st.tuples(st.sampled_from(Reason), st.integers(0, 800 * 86400)), max_size=60), st.randoms())
def test_the_newest_and_those_asked_for_always_stay(drawn: list[tuple[Reason, int]], chance: object) -> None:
    copies = [
        Backup(Path(f"{number}.db"), reason, NOW - timedelta(seconds=age), 1)
        for number, (reason, age) in enumerate(drawn)
    ]

    gone = outdated(copies, now=NOW)

    left = [one for one in copies if one not in gone]
    assert not copies or max(one.made_at for one in left) == max(one.made_at for one in copies)
    assert not [one for one in gone if one.reason is Reason.MANUAL]
    # What stays once stays again: thinning out twice is thinning out once.
    assert outdated(left, now=NOW) == ()


def test_five_of_each_other_reason_stay() -> None:
    copies = [copy(Reason.BEFORE_IMPORT, NOW - timedelta(days=days)) for days in range(8)]

    assert sorted((NOW - one.made_at).days for one in outdated(copies, now=NOW)) == [5, 6, 7]


def test_the_newest_stays_however_old_it_is() -> None:
    newest = copy(Reason.DAILY, NOW - timedelta(days=700))
    older = copy(Reason.DAILY, NOW - timedelta(days=701))

    assert outdated([older, newest], now=NOW) == (older,)
