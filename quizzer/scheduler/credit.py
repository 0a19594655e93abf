"""How far a passed exercise puts off a card that it exercises: a share of the way that an answer would have."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from quizzer.domain.memory import Memory, Rating, StudyDay
from quizzer.scheduler.fuzz import round_half_up

if TYPE_CHECKING:
    from quizzer.domain.rescheduling import Placed
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions


def credited_due_on(
    card: Placed, *, rating: Rating, today: StudyDay, options: SchedulerOptions, model: MemoryModel
) -> StudyDay:
    """The day on which a card is due once an exercise of its topic was passed with ``rating``: never an earlier one.

    It lies ``exercise_credit`` of the way from the day on which the card is due to the one that this rating, given
    to the card today, would have led to; Easy code says no more of a card than Good does. A card that was answered
    today, or a failed exercise, gains nothing. ``options`` are those of the card's deck.
    """
    due_on = StudyDay(card.due_on)
    if rating is Rating.AGAIN or card.reviewed_on >= today:
        return due_on
    memories = model.next_memories(Memory(card.stability, card.difficulty), elapsed_days=today - card.reviewed_on)
    memory = memories[min(rating, Rating.GOOD)]
    raw_days = model.interval_days(memory, desired_retention=options.desired_retention)
    answered_on = today + round_half_up(min(max(raw_days, 1.0), float(options.maximum_interval_days)))
    moved = math.floor(options.exercise_credit * max(0, answered_on - due_on))
    latest = card.reviewed_on + options.maximum_interval_days
    return StudyDay(max(due_on, min(due_on + moved, latest)))
