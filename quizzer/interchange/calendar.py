"""What a reader must know of the present: instants become study days here, and nothing lies in a far future."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from quizzer.domain.memory import StudyDay

LONGEST_INTERVAL_DAYS = 36_500
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
LONGEST_STEP = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The present instant, and the learner's rule that gives an instant its study day."""

    now: datetime
    day_of: Callable[[datetime], StudyDay]

    @property
    def today(self) -> StudyDay:
        return self.day_of(self.now)

    def is_past(self, at: datetime) -> bool:
        """Whether somebody can have answered a card then; clocks may differ by a day."""
        return at.tzinfo is not None and _EARLIEST <= at <= self.now + _DAY

    def is_soon(self, at: datetime) -> bool:
        """Whether a step can be due then."""
        return at.tzinfo is not None and _EARLIEST <= at <= self.now + LONGEST_STEP

    def near(self, day: int) -> StudyDay:
        """``day``, or the nearest one that a schedule can name."""
        return StudyDay(min(max(day, self.today - LONGEST_INTERVAL_DAYS), self.today + LONGEST_INTERVAL_DAYS))


def instant_of_ms(at_ms: int) -> datetime | None:
    """The instant of milliseconds since 1970; None where no calendar reaches."""
    try:
        return datetime.fromtimestamp(at_ms // 1000, UTC) + timedelta(milliseconds=at_ms % 1000)
    except (OverflowError, OSError, ValueError):
        return None
