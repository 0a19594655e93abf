"""The four answers, computed before the buttons are drawn: what a button says is what will be stored."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.memory import (
    Learning,
    Memory,
    New,
    Progress,
    Rating,
    Relearning,
    Review,
    Schedule,
    StudyDay,
)
from quizzer.scheduler.balance import DayLoads
from quizzer.scheduler.fuzz import IntervalLimits, fuzz_chance, whole_interval_days
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import DAY_S, SchedulerOptions
from quizzer.scheduler.steps import Plan, Wait, due_after, plan_review, plan_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.domain.card import CardId
    from quizzer.scheduler.memory_model import MemoryModel

__all__ = ["Moment", "Outcome", "becomes_leech", "four_answers", "is_leech"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one answer leads to.

    ``interval_s`` is the time until the card is due, in review a whole number of 86,400 s days;
    ``scheduled_days`` the same in study days, 0 for "again today"; ``elapsed_days`` the study days since the
    last answer, never negative; ``clock_went_back`` says that the day or the instant precedes that answer.
    """

    rating: Rating
    progress: Progress
    interval_s: float
    elapsed_days: int
    scheduled_days: int
    clock_went_back: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A card in front of the learner, and all that its answers depend on."""

    progress: Progress
    moment: Moment
    options: SchedulerOptions
    model: MemoryModel
    chance: float | None
    elapsed_days: int
    clock_went_back: bool
    loads: DayLoads


def four_answers(
    progress: Progress,
    *,
    card_id: CardId,
    moment: Moment,
    options: SchedulerOptions,
    model: MemoryModel,
    due: Mapping[StudyDay, int] | None = None,
) -> Mapping[Rating, Outcome]:
    """The outcome of each rating, with intervals that never fall from Again to Easy.

    The same arguments give the same outcomes. Fuzz depends on the card's id and its repetitions, and, where the
    options balance, on ``due``: how many reviews each day holds already.
    """
    elapsed_days, clock_went_back = _elapsed(progress.schedule, moment)
    chance = fuzz_chance(card_id, progress.repetitions) if options.fuzz else None
    loads = DayLoads(moment.today, (due or {}) if options.balance else {}, options.easy_days)
    asked = _Asked(progress, moment, options, model, chance, elapsed_days, clock_went_back, loads)
    memories = model.next_memories(_memory(progress.schedule), elapsed_days=elapsed_days)
    plan = _plan(progress.schedule, options)
    outcomes: dict[Rating, Outcome] = {}
    at_least_days = 1
    for rating in Rating:
        schedule = _after(asked, memories[rating], wait=plan[rating], at_least_days=at_least_days)
        outcomes[rating] = _outcome(asked, schedule, rating=rating)
        at_least_days = max(at_least_days, math.ceil(outcomes[rating].interval_s / DAY_S))
    return outcomes


def is_leech(progress: Progress, *, options: SchedulerOptions) -> bool:
    """Whether a card has been forgotten so often that it should be rewritten rather than repeated."""
    return progress.lapses >= options.leech_lapses


def becomes_leech(before: Progress, after: Progress, *, options: SchedulerOptions) -> bool:
    """Whether this answer makes a card a leech, or does so anew: at ``leech_lapses``, and each half of it later."""
    beyond = after.lapses - options.leech_lapses
    return after.lapses > before.lapses and beyond >= 0 and beyond % math.ceil(options.leech_lapses / 2) == 0


def _plan(schedule: Schedule, options: SchedulerOptions) -> Plan:
    match schedule:
        case New():
            return plan_steps(0, options.learning_steps_s)
        case Learning(step=step):
            return plan_steps(step, options.learning_steps_s)
        case Relearning(step=step):
            return plan_steps(step, options.relearning_steps_s)
        case Review():
            return plan_review(options.relearning_steps_s)


def _after(asked: _Asked, memory: Memory, *, wait: Wait | None, at_least_days: int) -> Learning | Relearning | Review:
    if wait is None:
        return _graduate(asked, memory, at_least_days=at_least_days)
    moment = asked.moment
    learns = isinstance(asked.progress.schedule, New | Learning)
    return (Learning if learns else Relearning)(
        memory=memory,
        step=wait.step,
        due_at=due_after(wait.delay_s, moment=moment),
        reviewed_at=moment.now,
        reviewed_on=moment.today,
    )


def _graduate(asked: _Asked, memory: Memory, *, at_least_days: int) -> Review:
    schedule, moment, options = asked.progress.schedule, asked.moment, asked.options
    last_days = schedule.interval_days if isinstance(schedule, Review) else 0
    limits = IntervalLimits(at_least_days, options.maximum_interval_days, last_days)
    raw_days = asked.model.interval_days(memory, desired_retention=options.desired_retention)
    interval_days = whole_interval_days(raw_days, limits=limits, chance=asked.chance, loads=asked.loads)
    return Review(
        memory=memory,
        interval_days=interval_days,
        due_on=StudyDay(moment.today + interval_days),
        reviewed_at=moment.now,
        reviewed_on=moment.today,
    )


def _outcome(asked: _Asked, schedule: Learning | Relearning | Review, *, rating: Rating) -> Outcome:
    before, moment = asked.progress, asked.moment
    if isinstance(schedule, Review):
        interval_s = schedule.interval_days * DAY_S
        scheduled_days = schedule.interval_days
    else:
        interval_s = (schedule.due_at - moment.now).total_seconds()
        scheduled_days = moment.day_of(schedule.due_at) - moment.today
    is_lapse = rating is Rating.AGAIN and isinstance(before.schedule, Review)
    return Outcome(
        rating=rating,
        progress=Progress(schedule, before.repetitions + 1, before.lapses + is_lapse),
        interval_s=interval_s,
        elapsed_days=asked.elapsed_days,
        scheduled_days=scheduled_days,
        clock_went_back=asked.clock_went_back,
    )


def _elapsed(schedule: Schedule, moment: Moment) -> tuple[int, bool]:
    if isinstance(schedule, New):
        return 0, False
    days = moment.today - schedule.reviewed_on
    return max(0, days), days < 0 or moment.now < schedule.reviewed_at


def _memory(schedule: Schedule) -> Memory | None:
    return None if isinstance(schedule, New) else schedule.memory
