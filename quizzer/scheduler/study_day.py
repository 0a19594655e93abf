"""Study days: which day an instant belongs to, when the next one starts, and that none comes back.

A study day starts at the rollover hour of the local wall clock. Days are counted by their local date, so a
day may last 23 or 25 hours, and a date that a zone skipped lasts less; no day ever starts twice.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from quizzer.domain.memory import StudyDay

_SECOND = timedelta(seconds=1)


def study_day(now: datetime, *, zone: tzinfo, rollover_hour: int) -> StudyDay:
    """The study day of an aware instant; ``ValueError`` for a naive one."""
    local = in_zone(now, zone).replace(tzinfo=None)
    day = (local - timedelta(hours=rollover_hour)).date().toordinal()
    # Clocks set back across the rollover show yesterday's hour again, but the day has begun.
    if day_starts_at(StudyDay(day + 1), zone=zone, rollover_hour=rollover_hour) <= now:
        day += 1
    return StudyDay(day)


def next_rollover(now: datetime, *, zone: tzinfo, rollover_hour: int) -> datetime:
    """The UTC instant, later than ``now``, at which its study day ends."""
    today = study_day(now, zone=zone, rollover_hour=rollover_hour)
    return day_starts_at(StudyDay(today + 1), zone=zone, rollover_hour=rollover_hour)


def monotonic_day(today: StudyDay, last: StudyDay | None) -> StudyDay:
    """``today``, or the last day studied where the clock or a journey has fallen behind it."""
    return today if last is None else max(today, last)


@lru_cache(maxsize=8)
def day_starts_at(day: StudyDay, *, zone: tzinfo, rollover_hour: int) -> datetime:
    """The first UTC instant at which the wall clock of ``zone`` reaches the rollover hour of ``day``."""
    wall = datetime.combine(date.fromordinal(day), time(rollover_hour))
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    # An hour that occurs twice counts the first time; one that the zone skips starts with the jump.
    return first if first <= second else _jump_at(wall, zone=zone, between=(second, first))


def in_zone(now: datetime, zone: tzinfo) -> datetime:
    """An aware instant on the wall clock of ``zone``; ``ValueError`` for a naive one."""
    if now.utcoffset() is None:
        raise ValueError("a naive datetime is no instant: give it a time zone")
    return now.astimezone(zone)


def _jump_at(wall: datetime, *, zone: tzinfo, between: tuple[datetime, datetime]) -> datetime:
    early, late = between
    while late - early > _SECOND:
        middle = early + (late - early) // 2 // _SECOND * _SECOND
        if middle.astimezone(zone).replace(tzinfo=None) < wall:
            early = middle
        else:
            late = middle
    return late
