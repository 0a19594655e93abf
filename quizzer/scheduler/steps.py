"""Learning and relearning steps: what each answer does to a card that has not graduated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quizzer.domain.memory import Rating
from quizzer.scheduler.options import DAY_S, SchedulerOptions

if TYPE_CHECKING:
    from quizzer.scheduler.moment import Moment

HARD_ON_ONLY_STEP = 1.5
HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Wait:
    """Stay in the steps, at index ``step``, and return after ``delay_s`` seconds."""

    step: int
    delay_s: float


Plan = Mapping[Rating, Wait | None]
"""What each answer leads to; None graduates the card to whole-day intervals."""


def plan_steps(step: int, steps_s: Sequence[float]) -> Plan:
    """The plan of a card at index ``step`` of its steps; an index beyond them counts as the last."""
    if not steps_s:
        return dict.fromkeys(Rating)
    here = min(step, len(steps_s) - 1)
    is_last = here + 1 == len(steps_s)
    return {
        Rating.AGAIN: Wait(0, steps_s[0]),
        Rating.HARD: Wait(here, _hard_delay_s(here, steps_s)),
        Rating.GOOD: None if is_last else Wait(here + 1, steps_s[here + 1]),
        Rating.EASY: None,
    }


def plan_review(relearning_steps_s: Sequence[float]) -> Plan:
    """The plan of a card in review: only Again can lead into steps."""
    lapse = Wait(0, relearning_steps_s[0]) if relearning_steps_s else None
    return {Rating.AGAIN: lapse, Rating.HARD: None, Rating.GOOD: None, Rating.EASY: None}


def due_after(delay_s: float, *, moment: Moment) -> datetime:
    """When a step of ``delay_s`` seconds is due.

    A step that crosses the rollover is due with the study day it leads to, not in the middle of it, but
    never sooner than the step itself or an hour, so that ten minutes at 3:55 stay ten minutes.
    """
    due_at = moment.now + timedelta(seconds=delay_s)
    if due_at < moment.next_rollover_at:
        return due_at
    day_starts = moment.start_of(moment.day_of(due_at))
    return max(day_starts, moment.now + timedelta(seconds=min(delay_s, HOUR_S)))


def longest_wait_s(options: SchedulerOptions) -> float:
    """The longest time that any step can ask for; a card due later than that saw another clock."""
    sets = (options.learning_steps_s, options.relearning_steps_s)
    return max((max(steps_s[-1], _hard_delay_s(0, steps_s)) for steps_s in sets if steps_s), default=0.0)


def _hard_delay_s(here: int, steps_s: Sequence[float]) -> float:
    if here > 0:
        return steps_s[here]
    if len(steps_s) > 1:
        return (steps_s[0] + steps_s[1]) / 2
    return min(steps_s[0] * HARD_ON_ONLY_STEP, steps_s[0] + DAY_S)
