"""What a learner or a course can set about scheduling, checked once so that nothing after it needs to."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from quizzer.domain.candidate import ReviewOrder, Work
from quizzer.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.domain.card import DeckId
    from quizzer.domain.memory import StudyDay

DAY_S = 86_400.0
WEIGHT_COUNTS = (17, 19, 21)
"""FSRS-4.5, FSRS-5 and FSRS-6; shorter sets are filled up to FSRS-6."""

LOWEST_RETENTION = 0.7
HIGHEST_RETENTION = 0.99
WEEKDAYS = 7


class NewOrder(StrEnum):
    """Where new cards stand among the reviews of a session."""

    MIXED = "mixed"
    EVEN = "even"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class SchedulerOptions:
    """Settings of the scheduler; steps in seconds, ``rollover_hour`` in local time.

    ``exercise_credit`` is what share of an answer a passed exercise counts for the cards of its topics. ``balance``
    lets fuzz prefer days with few reviews; ``easy_days`` is what share of the usual reviews each weekday may get, from
    Monday on, and ``weekly_plan`` what each is for. ``decks`` are the decks with settings of their own; those of the
    day hold beside the general ones, whichever are reached first.

    Raises:
        UsageError: a value is outside its range, or steps get shorter along the way.
    """

    desired_retention: float = 0.9
    learning_steps_s: tuple[float, ...] = (60.0, 600.0)
    relearning_steps_s: tuple[float, ...] = (600.0,)
    maximum_interval_days: int = 36500
    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = 4
    fuzz: bool = True
    balance: bool = True
    easy_days: tuple[float, ...] = (1.0,) * WEEKDAYS
    weekly_plan: tuple[Work, ...] = (Work.ALL,) * WEEKDAYS
    leech_lapses: int = 8
    exercise_credit: float = 0.5
    weights: tuple[float, ...] | None = None
    new_order: NewOrder = NewOrder.MIXED
    review_order: ReviewOrder = ReviewOrder.EASIEST
    decks: Mapping[DeckId, SchedulerOptions] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _between("desired_retention", self.desired_retention, low=LOWEST_RETENTION, high=HIGHEST_RETENTION)
        _between("maximum_interval_days", self.maximum_interval_days, low=1, high=36500)
        _between("new_per_day", self.new_per_day, low=0, high=9999)
        _between("reviews_per_day", self.reviews_per_day, low=0, high=9999)
        _between("rollover_hour", self.rollover_hour, low=0, high=23)
        _between("leech_lapses", self.leech_lapses, low=1, high=9999)
        _between("exercise_credit", self.exercise_credit, low=0, high=1)
        _check_steps("learning_steps_s", self.learning_steps_s, longest_s=self.maximum_interval_days * DAY_S)
        _check_steps("relearning_steps_s", self.relearning_steps_s, longest_s=self.maximum_interval_days * DAY_S)
        _check_easy_days(self.easy_days)
        _check_weekly_plan(self.weekly_plan)
        _check_weights(self.weights)

    def for_deck(self, deck: DeckId) -> SchedulerOptions:
        """What holds for the cards of a deck."""
        return self.decks.get(deck, self)

    def work_on(self, day: StudyDay) -> Work:
        """What the weekly plan says that a study day is for."""
        return self.weekly_plan[weekday(day)]


def weekday(day: StudyDay) -> int:
    """0 for a Monday to 6 for a Sunday: day 1 of the calendar that study days count by was a Monday."""
    return (day - 1) % WEEKDAYS


def _between(name: str, value: float, *, low: float, high: float) -> None:
    # Written so that NaN, which compares false with everything, is refused too.
    if not low <= value <= high:
        raise UsageError(f"{name} is {value}", hint=f"choose a value from {low} to {high}")


def _check_steps(name: str, steps_s: tuple[float, ...], *, longest_s: float) -> None:
    if not all(1 <= step_s <= longest_s for step_s in steps_s):
        raise UsageError(
            f"{name} has a step outside 1 second to the maximum interval: {steps_s}",
            hint="give each step in seconds, for example 60, 600",
        )
    if any(later < earlier for earlier, later in pairwise(steps_s)):
        raise UsageError(
            f"{name} gets shorter along the way: {steps_s}",
            hint="order the steps from short to long, so that Good never waits less than Again",
        )


def _check_easy_days(shares: tuple[float, ...]) -> None:
    if len(shares) != WEEKDAYS or not all(0 <= share <= 1 for share in shares):
        raise UsageError(
            f"easy_days is {shares}", hint="give each of the seven weekdays a share from 0 to 1, from Monday on"
        )


def _check_weekly_plan(plan: tuple[Work, ...]) -> None:
    if len(plan) != WEEKDAYS:
        raise UsageError(f"weekly_plan is {plan}", hint="say for each of the seven weekdays what it is for")


def _check_weights(weights: tuple[float, ...] | None) -> None:
    if weights is None:
        return
    if len(weights) not in WEIGHT_COUNTS or not all(math.isfinite(weight) for weight in weights):
        raise UsageError(
            f"{len(weights)} FSRS weights cannot be used",
            hint="give 17, 19 or 21 finite numbers, or none for the defaults",
        )
