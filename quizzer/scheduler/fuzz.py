"""Whole-day intervals and their fuzz, which keeps cards learned together from returning together.

The ranges are Anki's: none below 2.5 days, then a day plus a share of the interval that shrinks from 15 %
to 5 %. The draw depends on card and repetition, and on what the days hold, all of it known before the answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from hashlib import blake2b
from random import Random
from typing import TYPE_CHECKING

from quizzer.scheduler.balance import choose_days

if TYPE_CHECKING:
    from quizzer.domain.card import CardId
    from quizzer.scheduler.balance import DayLoads

SHORTEST_FUZZED_DAYS = 2.5
FUZZ_SHARES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
"""(from, to, share): how many days of fuzz each day between ``from`` and ``to`` adds to the one fixed day."""


@dataclass(frozen=True, slots=True)
class IntervalLimits:
    """What a whole-day interval must respect: both bounds in days; ``last_days`` is 0 for a first one."""

    at_least: int
    at_most: int
    last_days: int = 0


def fuzz_chance(card_id: CardId, repetitions: int) -> float:
    """A number in [0, 1) fixed by card and repetition, the same on every machine."""
    digest = blake2b(f"{card_id}\n{repetitions}".encode(), digest_size=8).digest()
    return Random(int.from_bytes(digest)).random()  # noqa: S311 - spreads due days, keeps no secret


def fuzz_bounds(interval_days: float) -> tuple[int, int]:
    """The shortest and the longest whole interval that may stand for ``interval_days``."""
    if interval_days < SHORTEST_FUZZED_DAYS:
        return round_half_up(interval_days), round_half_up(interval_days)
    spread = 1.0 + sum(share * max(0.0, min(interval_days, end) - start) for start, end, share in FUZZ_SHARES)
    return round_half_up(interval_days - spread), round_half_up(interval_days + spread)


def whole_interval_days(
    raw_days: float, *, limits: IntervalLimits, chance: float | None, loads: DayLoads | None = None
) -> int:
    """Round an interval to whole days within ``limits``, fuzzed by ``chance`` in [0, 1), exact for None.

    Where ``loads`` are given, days with few reviews are likelier than others within the same range.

    ``at_least`` wins over ``at_most``. Fuzz never turns a growing interval into one that does not grow.
    """
    raw_days = min(max(raw_days, 1.0), float(limits.at_most))
    exact = round_half_up(raw_days)
    if chance is None:
        return max(exact, limits.at_least)
    low, high = fuzz_bounds(raw_days)
    high = min(high, limits.at_most)
    if exact > limits.last_days:
        low = max(low, limits.last_days + 1)
    low = min(max(low, limits.at_least), high)
    return max(choose_days(low, high, chance=chance, loads=loads), limits.at_least)


def round_half_up(value: float) -> int:
    """The nearest whole number, halves upwards, for values that are not negative."""
    return math.floor(value + 0.5)
