"""Fuzz: Anki's ranges, one draw per card and repetition, and no interval that shrinks by chance."""

from __future__ import annotations

import random

import pytest

from quizzer.domain.card import CardId
from quizzer.scheduler.fuzz import IntervalLimits, fuzz_bounds, fuzz_chance, whole_interval_days

CENTURY = IntervalLimits(at_least=1, at_most=36500)


@pytest.mark.parametrize(
    ("interval_days", "bounds"),
    [
        (1.0, (1, 1)),
        (2.0, (2, 2)),
        (2.49, (2, 2)),
        (2.5, (2, 4)),
        (3.0, (2, 4)),
        (5.0, (4, 6)),
        (7.0, (5, 9)),
        (10.0, (8, 12)),
        (20.0, (17, 23)),
        (30.0, (27, 33)),
        (100.0, (93, 107)),
        (1000.0, (948, 1052)),
    ],
)
def test_the_ranges_are_those_of_anki(interval_days, bounds):
    assert fuzz_bounds(interval_days) == bounds


def test_the_draw_is_fixed_by_card_and_repetition():
    assert fuzz_chance(CardId("layers/relu"), 3) == pytest.approx(0.5248285771998408)
    assert fuzz_chance(CardId("layers/relu"), 3) != fuzz_chance(CardId("layers/relu"), 4)
    assert fuzz_chance(CardId("layers/relu"), 3) != fuzz_chance(CardId("layers/gelu"), 3)


def test_the_global_random_generator_is_neither_read_nor_moved():
    random.seed(1)
    state = random.getstate()

    draws = [fuzz_chance(CardId("layers/relu"), 3)]
    random.seed(2)
    draws.append(fuzz_chance(CardId("layers/relu"), 3))
    random.seed(1)

    assert draws[0] == draws[1]
    assert random.getstate() == state


def test_every_whole_day_of_the_range_is_drawn_equally_often():
    days = [
        whole_interval_days(10.0, limits=CENTURY, chance=fuzz_chance(CardId(f"deck/{number}"), 1))
        for number in range(5000)
    ]

    counts = [days.count(day) for day in range(8, 13)]

    assert sum(counts) == 5000
    # The draws are fixed; 1000 +- 5 standard deviations says that none is preferred.
    assert all(abs(count - 1000) < 142 for count in counts)


@pytest.mark.parametrize(("raw_days", "expected"), [(0.2, 1), (1.49, 1), (1.5, 2), (2.5, 3), (10.4, 10)])
def test_without_fuzz_an_interval_is_rounded_and_never_below_a_day(raw_days, expected):
    assert whole_interval_days(raw_days, limits=CENTURY, chance=None) == expected


@pytest.mark.parametrize("chance", [None, 0.0, 0.5, 0.999999])
def test_the_maximum_holds_after_fuzz(chance):
    limits = IntervalLimits(at_least=1, at_most=50)

    assert whole_interval_days(1e30, limits=limits, chance=chance) <= 50


@pytest.mark.parametrize("chance", [None, 0.0, 0.5, 0.999999])
def test_the_interval_of_a_worse_answer_is_a_floor(chance):
    limits = IntervalLimits(at_least=12, at_most=36500)

    assert whole_interval_days(10.0, limits=limits, chance=chance) >= 12


def test_the_draw_is_spread_over_what_a_worse_answer_leaves_of_the_range():
    limits = IntervalLimits(at_least=9, at_most=36500)

    days = [whole_interval_days(10.0, limits=limits, chance=chance) for chance in (0.0, 0.25, 0.5, 0.75)]

    assert days == [9, 10, 11, 12]


def test_fuzz_does_not_shrink_an_interval_that_grows():
    limits = IntervalLimits(at_least=1, at_most=36500, last_days=10)

    assert fuzz_bounds(11.0) == (9, 13)
    assert whole_interval_days(11.0, limits=limits, chance=0.0) == 11


def test_fuzz_may_shrink_an_interval_that_does_not_grow():
    limits = IntervalLimits(at_least=1, at_most=36500, last_days=20)

    assert whole_interval_days(11.0, limits=limits, chance=0.0) == 9
