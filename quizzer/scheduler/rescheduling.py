"""Where a card would be due by the settings of today, if its last answer had been given under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.memory import Memory
from quizzer.scheduler.fuzz import IntervalLimits, fuzz_bounds, fuzz_chance, round_half_up, whole_interval_days

if TYPE_CHECKING:
    from quizzer.domain.rescheduling import Placed
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions


def new_interval_days(card: Placed, *, options: SchedulerOptions, model: MemoryModel) -> int:
    """The whole days between a card's last answer and its due day; those that it has where they still serve.

    An interval serves while fuzz might have chosen it, so that doing this twice moves nothing the second time.
    ``options`` are those of the card's deck.
    """
    memory = Memory(card.stability, card.difficulty)
    raw_days = model.interval_days(memory, desired_retention=options.desired_retention)
    raw_days = min(max(raw_days, 1.0), float(options.maximum_interval_days))
    low, high = fuzz_bounds(raw_days) if options.fuzz else (round_half_up(raw_days), round_half_up(raw_days))
    if max(1, low) <= card.interval_days <= min(high, options.maximum_interval_days):
        return card.interval_days
    # The chance is that of the answer which led here.
    chance = fuzz_chance(card.card_id, card.repetitions - 1) if options.fuzz else None
    return whole_interval_days(raw_days, limits=IntervalLimits(1, options.maximum_interval_days), chance=chance)
