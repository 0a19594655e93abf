"""Study days: rollover, clock changes, journeys, skipped dates, and clocks that were wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from quizzer.domain.memory import StudyDay
from quizzer.scheduler.moment import Moment, moment_at
from quizzer.scheduler.study_day import day_starts_at, monotonic_day, next_rollover, study_day

NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
APIA = ZoneInfo("Pacific/Apia")
TROLL = ZoneInfo("Antarctica/Troll")
SECOND = timedelta(seconds=1)


def local(zone, *fields: int, fold: int = 0) -> datetime:
    return datetime(*fields, tzinfo=zone, fold=fold).astimezone(UTC)


def day_of(now: datetime, zone, rollover_hour: int = 4) -> date:
    return date.fromordinal(study_day(now, zone=zone, rollover_hour=rollover_hour))


def length_of(day: date, zone, rollover_hour: int = 4) -> timedelta:
    starts = [
        day_starts_at(StudyDay(day.toordinal() + offset), zone=zone, rollover_hour=rollover_hour) for offset in (0, 1)
    ]
    return starts[1] - starts[0]


def test_the_night_belongs_to_the_day_before():
    assert day_of(local(BERLIN, 2026, 5, 2, 3, 59, 59), BERLIN) == date(2026, 5, 1)
    assert day_of(local(BERLIN, 2026, 5, 2, 4, 0, 0), BERLIN) == date(2026, 5, 2)


def test_a_rollover_at_midnight_is_the_calendar_day():
    assert day_of(local(BERLIN, 2026, 5, 2, 0, 0, 0), BERLIN, 0) == date(2026, 5, 2)
    assert day_of(local(BERLIN, 2026, 5, 1, 23, 59, 59), BERLIN, 0) == date(2026, 5, 1)


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="naive"):
        study_day(datetime(2026, 5, 2, 12), zone=BERLIN, rollover_hour=4)  # noqa: DTZ001 - the point


@pytest.mark.parametrize(
    ("zone", "spring", "autumn", "shift"),
    [
        (NEW_YORK, date(2026, 3, 7), date(2026, 10, 31), timedelta(hours=1)),
        (BERLIN, date(2026, 3, 28), date(2026, 10, 24), timedelta(hours=1)),
        (LORD_HOWE, date(2026, 10, 3), date(2026, 4, 4), timedelta(minutes=30)),
    ],
)
def test_the_day_before_a_clock_change_is_shorter_or_longer_by_the_shift(zone, spring, autumn, shift):
    assert length_of(spring, zone) == timedelta(days=1) - shift
    assert length_of(autumn, zone) == timedelta(days=1) + shift


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN, LORD_HOWE])
@pytest.mark.parametrize("rollover_hour", [0, 1, 2, 3, 4, 23])
def test_every_day_of_a_year_follows_the_other_with_no_gap_and_no_return(zone, rollover_hour):
    now = local(zone, 2026, 1, 1, 12)
    days, instants = [], []

    for _ in range(366):
        days.append(study_day(now, zone=zone, rollover_hour=rollover_hour))
        now = next_rollover(now, zone=zone, rollover_hour=rollover_hour)
        instants.append(now)

    assert days == list(range(days[0], days[0] + 366))
    assert all(
        study_day(at - SECOND, zone=zone, rollover_hour=rollover_hour) == day
        for at, day in zip(instants, days, strict=True)
    )
    assert all(at.astimezone(zone).hour >= rollover_hour for at in instants)


def test_a_rollover_in_the_hour_that_spring_skips_comes_with_the_jump():
    starts_at = day_starts_at(StudyDay(date(2026, 3, 8).toordinal()), zone=NEW_YORK, rollover_hour=2)

    assert starts_at == local(NEW_YORK, 2026, 3, 8, 3, 0)
    assert day_of(starts_at, NEW_YORK, 2) == date(2026, 3, 8)
    assert day_of(starts_at - SECOND, NEW_YORK, 2) == date(2026, 3, 7)


def test_a_rollover_in_the_hour_that_autumn_repeats_comes_once():
    first = local(NEW_YORK, 2026, 11, 1, 1, 0, fold=0)
    second = local(NEW_YORK, 2026, 11, 1, 1, 0, fold=1)

    assert second - first == timedelta(hours=1)
    assert day_of(first - SECOND, NEW_YORK, 1) == date(2026, 10, 31)
    assert day_of(first, NEW_YORK, 1) == day_of(second, NEW_YORK, 1) == date(2026, 11, 1)


def test_clocks_set_back_across_the_rollover_do_not_bring_yesterday_back():
    # Troll station sets its clocks back by two hours at 3:00, across a rollover at 2.
    begins_at = local(TROLL, 2026, 10, 25, 2, 0, fold=0)
    shown_again = begins_at + timedelta(hours=1)

    assert shown_again.astimezone(TROLL).hour == 1
    assert day_of(begins_at, TROLL, 2) == date(2026, 10, 25)
    assert day_of(shown_again, TROLL, 2) == date(2026, 10, 25)


@pytest.mark.parametrize("rollover_hour", [0, 4])
def test_a_date_that_a_zone_skipped_breaks_nothing(rollover_hour):
    # Samoa went from 29 to 31 December 2011 at midnight.
    now = local(APIA, 2011, 12, 28, 12)
    end = local(APIA, 2012, 1, 2, 12)
    days = []

    while now < end:
        days.append(study_day(now, zone=APIA, rollover_hour=rollover_hour))
        now += timedelta(minutes=10)

    assert days == sorted(days)
    assert days[-1] - days[0] == 5
    assert (date(2011, 12, 30).toordinal() in days) == (rollover_hour == 4)


@pytest.mark.parametrize(("rollover_hour", "day"), [(0, 31), (4, 30), (23, 30)])
def test_the_rollover_before_a_skipped_date_is_the_jump_itself(rollover_hour, day):
    before = local(APIA, 2011, 12, 29, 23, 30)

    rollover_at = next_rollover(before, zone=APIA, rollover_hour=rollover_hour)

    assert rollover_at == local(APIA, 2011, 12, 31, 0)
    assert day_of(rollover_at, APIA, rollover_hour) == date(2011, 12, day)


def test_a_rollover_in_the_middle_of_a_jump_comes_with_the_jump():
    # Troll station sets its clocks forward from 1:00 to 3:00, over a rollover at 2.
    rollover_at = next_rollover(local(TROLL, 2026, 3, 29, 0, 30), zone=TROLL, rollover_hour=2)

    assert rollover_at == local(TROLL, 2026, 3, 29, 3, 0)
    assert day_of(rollover_at - SECOND, TROLL, 2) == date(2026, 3, 28)
    assert day_of(rollover_at, TROLL, 2) == date(2026, 3, 29)


def test_the_day_never_runs_backwards():
    assert monotonic_day(StudyDay(10), None) == 10
    assert monotonic_day(StudyDay(10), StudyDay(9)) == 10
    assert monotonic_day(StudyDay(10), StudyDay(12)) == 12


def test_a_journey_west_across_the_date_line_keeps_the_day():
    now = datetime(2026, 5, 2, 23, tzinfo=UTC)
    in_auckland = moment_at(now, zone=ZoneInfo("Pacific/Auckland"), rollover_hour=4)

    in_honolulu = moment_at(
        now + timedelta(hours=9), zone=ZoneInfo("Pacific/Honolulu"), rollover_hour=4, last=in_auckland.today
    )

    assert day_of(now + timedelta(hours=9), ZoneInfo("Pacific/Honolulu")) == date(2026, 5, 2)
    assert in_honolulu.today == in_auckland.today == date(2026, 5, 3).toordinal()
    assert in_honolulu.next_rollover_at == local(ZoneInfo("Pacific/Honolulu"), 2026, 5, 4, 4)


def test_a_clock_set_back_by_a_year_keeps_the_last_day_studied():
    last = StudyDay(date(2026, 5, 2).toordinal())

    moment = moment_at(local(BERLIN, 2025, 5, 2, 12), zone=BERLIN, rollover_hour=4, last=last)

    assert moment.today == last
    assert moment.now < moment.next_rollover_at == local(BERLIN, 2026, 5, 3, 4)


def test_a_moment_is_kept_in_utc_so_that_its_arithmetic_is_real_time():
    zone = NEW_YORK
    before_the_jump = datetime(2026, 3, 8, 1, 59, tzinfo=zone)

    moment = Moment(now=before_the_jump, today=StudyDay(1), next_rollover_at=datetime(2026, 3, 8, 4, tzinfo=zone))

    assert moment.now.tzinfo is UTC
    assert moment.next_rollover_at - moment.now == timedelta(hours=1, minutes=1)


def test_a_moment_of_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="naive"):
        Moment(now=datetime(2026, 5, 2), today=StudyDay(1), next_rollover_at=datetime.now(UTC))  # noqa: DTZ001


def test_fixed_offsets_work_as_zones():
    zone = timezone(timedelta(hours=5, minutes=45))

    assert day_of(datetime(2026, 5, 1, 22, 15, tzinfo=UTC), zone) == date(2026, 5, 2)
    assert day_of(datetime(2026, 5, 1, 22, 14, 59, tzinfo=UTC), zone) == date(2026, 5, 1)
