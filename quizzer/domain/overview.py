"""Where a learner stands, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizzer.domain.memory import State, StudyDay
from quizzer.domain.review import DailyCounts, Retention


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at one moment; retired cards are not counted.

    ``new_today`` is how many new cards the day's limit still allows; ``retention`` covers ``retention_days``;
    ``forecast`` is the number of reviews due on each day, today with all that is overdue first.
    """

    today: StudyDay
    due: int
    new_today: int
    by_state: Mapping[State, int]
    retention: Retention
    retention_days: int
    answered: DailyCounts
    streak_days: int
    forecast: tuple[int, ...]

    @property
    def cards(self) -> int:
        return sum(self.by_state.values())

    @property
    def new(self) -> int:
        return self.by_state[State.NEW]

    @property
    def learned(self) -> int:
        """Cards that have graduated at least once."""
        return self.by_state[State.REVIEW] + self.by_state[State.RELEARNING]
