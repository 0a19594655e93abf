"""What must hold of study days in any zone, at any instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.memory import StudyDay
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.study_day import day_starts_at, next_rollover, study_day

ZONES = [
    ZoneInfo(name)
    for name in (
        "America/New_York",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Antarctica/Troll",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Asia/Shanghai",
        "Australia/Lord_Howe",
        "Europe/Berlin",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "UTC",
    )
]
EPOCH = datetime(1985, 1, 1, tzinfo=UTC)
DAYS = 50 * 365
HOURS = st.integers(0, 23)
SECOND = timedelta(seconds=1)


@cache
def days_of_change(zone: ZoneInfo) -> list[int]:
    """The days after EPOCH on which the zone's offset changes."""
    offsets = [(EPOCH + timedelta(days=day)).astimezone(zone).utcoffset() for day in range(DAYS)]
    return [day for day, (now, then) in enumerate(pairwise(offsets)) if now != then] or [0]


@st.composite
def places(draw):
    """A zone and an instant to the second, every other time near a change of the zone's clock."""
    zone = draw(st.sampled_from(ZONES))
    day = draw(st.one_of(st.sampled_from(days_of_change(zone)), st.integers(0, DAYS)))
    return zone, EPOCH + timedelta(days=day, seconds=draw(st.integers(-86_400, 2 * 86_400)))


INSTANTS = st.integers(0, DAYS * 86_400).map(lambda seconds: EPOCH + timedelta(seconds=seconds))


@settings(deadline=None, max_examples=500)
@given(place=places(), hour=HOURS, later_s=st.one_of(st.integers(0, 8 * 3600), st.integers(0, 3 * 86_400)))
def test_time_that_passes_never_lowers_the_day(place, hour, later_s):
    zone, now = place
    today = study_day(now, zone=zone, rollover_hour=hour)

    assert study_day(now + timedelta(seconds=later_s), zone=zone, rollover_hour=hour) >= today


@settings(deadline=None, max_examples=500)
@given(place=places(), hour=HOURS)
def test_the_rollover_is_the_very_second_at_which_the_day_changes(place, hour):
    zone, now = place
    rollover_at = next_rollover(now, zone=zone, rollover_hour=hour)

    today = study_day(now, zone=zone, rollover_hour=hour)
    assert now < rollover_at <= now + timedelta(hours=50)
    assert study_day(rollover_at - SECOND, zone=zone, rollover_hour=hour) == today
    assert study_day(rollover_at, zone=zone, rollover_hour=hour) > today


@settings(deadline=None, max_examples=500)
@given(place=places(), hour=HOURS)
def test_the_day_is_the_local_date_less_the_rollover_hour(place, hour):
    zone, now = place
    local = now.astimezone(zone).replace(tzinfo=None)
    by_the_wall = (local - timedelta(hours=hour)).date().toordinal()

    today = study_day(now, zone=zone, rollover_hour=hour)

    # Later only where clocks went back across a rollover that had already passed.
    begun = day_starts_at(StudyDay(by_the_wall + 1), zone=zone, rollover_hour=hour) <= now
    assert today == by_the_wall + begun


@settings(deadline=None, max_examples=200)
@given(
    journey=st.lists(st.tuples(st.sampled_from(ZONES), st.integers(-400 * 86_400, 86_400)), min_size=1, max_size=12),
    hour=HOURS,
    start=INSTANTS,
)
def test_no_journey_and_no_wrong_clock_makes_the_day_run_backwards(journey, hour, start):
    days: list[StudyDay] = []
    now = start

    for zone, step_s in journey:
        now += timedelta(seconds=step_s)
        moment = moment_at(now, zone=zone, rollover_hour=hour, last=days[-1] if days else None)
        days.append(moment.today)

        assert moment.now < moment.next_rollover_at
    assert days == sorted(days)
