"""Which of several days that serve a card alike: rather one with few reviews, and rather none that shall be easy."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from quizzer.domain.memory import StudyDay
from quizzer.scheduler.options import WEEKDAYS, weekday

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DayLoads:
    """What the days to come hold already: reviews due by study day, and the share of each weekday from Monday on."""

    today: StudyDay
    due: Mapping[StudyDay, int] = field(default_factory=dict)
    shares: tuple[float, ...] = (1.0,) * WEEKDAYS

    def appeals(self, low: int, high: int) -> list[float]:
        """How gladly a card is put ``low`` to ``high`` days from now, each 0 or more.

        It falls with the square of what is due already.
        """
        # One loop without a call for each of the days: a long interval has dozens, and the learner waits.
        shares, due = self.shares, self.due
        days = map(StudyDay, range(self.today + low, self.today + high + 1))
        return [shares[weekday(day)] / (1 + due.get(day, 0)) ** 2 for day in days]


def choose_days(low: int, high: int, *, chance: float, loads: DayLoads | None = None) -> int:
    """One of the whole intervals from ``low`` to ``high``, by a ``chance`` in [0, 1).

    Each is as likely as its appeal; alike ones, or ones without any, are equally likely.
    """
    count = high - low + 1
    even = low + int(chance * count)
    if loads is None or count < 2:  # noqa: PLR2004 - a choice needs two
        return even
    appeals = loads.appeals(low, high)
    if len(set(appeals)) == 1:
        return even
    reached = chance * sum(appeals)
    return next((low + place for place, upto in enumerate(accumulate(appeals)) if upto > reached), high)
