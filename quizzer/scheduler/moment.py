"""The one moment at which an answer is given: instant, study day and the end of that day, taken together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from quizzer.domain.memory import StudyDay
from quizzer.scheduler.study_day import day_starts_at, in_zone, monotonic_day, study_day

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and the study day that counts for it; kept in UTC, ``ValueError`` for a naive instant."""

    now: datetime
    today: StudyDay
    next_rollover_at: datetime

    def __post_init__(self) -> None:
        # Arithmetic within one zone is done on its wall clock, which is wrong across DST.
        object.__setattr__(self, "now", in_zone(self.now, UTC))
        object.__setattr__(self, "next_rollover_at", in_zone(self.next_rollover_at, UTC))

    def day_of(self, at: datetime) -> StudyDay:
        """The study day of a later instant, counting 24 hours a day beyond the next rollover."""
        if at < self.next_rollover_at:
            return self.today
        return StudyDay(self.today + 1 + (at - self.next_rollover_at) // DAY)

    def start_of(self, day: StudyDay) -> datetime:
        """When a later study day starts: exact for tomorrow, off by a DST change for days beyond."""
        return self.next_rollover_at + (day - self.today - 1) * DAY


def moment_at(now: datetime, *, zone: tzinfo, rollover_hour: int, last: StudyDay | None = None) -> Moment:
    """The moment of an aware instant; ``last`` is the last day studied, which ``today`` never precedes."""
    today = monotonic_day(study_day(now, zone=zone, rollover_hour=rollover_hour), last)
    ends_at = day_starts_at(StudyDay(today + 1), zone=zone, rollover_hour=rollover_hour)
    return Moment(now=now, today=today, next_rollover_at=ends_at)
