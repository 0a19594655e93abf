"""Within the range of fuzz, days with few reviews are likelier, and easy weekdays get fewer."""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.memory import StudyDay
from quizzer.scheduler.balance import DayLoads, choose_days
from quizzer.scheduler.fuzz import IntervalLimits, fuzz_bounds, fuzz_chance, whole_interval_days

MONDAY = StudyDay(date(2026, 3, 2).toordinal())
CHANCES = st.floats(0, 1, exclude_max=True)
LIMITS = IntervalLimits(at_least=1, at_most=36500)


def spread(loads, *, low=8, high=12, draws=1000):
    """How often each interval is chosen over evenly spaced chances."""
    return Counter(choose_days(low, high, chance=number / draws, loads=loads) for number in range(draws))


def test_without_loads_every_day_is_as_likely():
    assert set(spread(None).values()) == {200}
    assert spread(DayLoads(MONDAY)) == spread(None)


def test_days_that_hold_alike_are_as_likely():
    alike = DayLoads(MONDAY, {StudyDay(MONDAY + days): 7 for days in range(8, 13)})

    assert spread(alike) == spread(None)


def test_a_full_day_is_avoided_and_an_empty_one_sought():
    full = DayLoads(MONDAY, {StudyDay(MONDAY + 10): 9})
    empty = DayLoads(MONDAY, {StudyDay(MONDAY + days): 9 for days in (8, 9, 11, 12)})

    assert spread(full)[10] < 10
    assert spread(empty)[10] > 900


@pytest.mark.parametrize(("weekday", "days"), [(0, 7), (2, 9), (6, 13)])
def test_shares_belong_to_their_weekdays(weekday, days):
    shares = tuple(0.0 if day == weekday else 1.0 for day in range(7))

    chosen = spread(DayLoads(MONDAY, {}, shares), low=7, high=13)

    assert set(chosen) == set(range(7, 14)) - {days}


def test_an_easy_day_gets_its_share_of_what_the_others_get():
    chosen = spread(DayLoads(MONDAY, {}, (1, 1, 1, 1, 1, 0.5, 1)), low=9, high=12, draws=7000)

    # Interval 12 ends on a Saturday.
    assert chosen[12] == pytest.approx(1000, abs=1)
    assert chosen[9] == pytest.approx(2000, abs=1)


def test_where_no_day_may_have_any_all_are_as_likely():
    assert spread(DayLoads(MONDAY, {}, (0.0,) * 7)) == spread(None)


@given(
    raw_days=st.floats(1, 400),
    chance=CHANCES,
    due=st.dictionaries(st.integers(MONDAY, MONDAY + 450).map(StudyDay), st.integers(0, 300)),
    shares=st.tuples(*[st.floats(0, 1)] * 7),
)
def test_balance_never_leaves_the_range_of_fuzz(raw_days, chance, due, shares):
    days = whole_interval_days(raw_days, limits=LIMITS, chance=chance, loads=DayLoads(MONDAY, due, shares))

    low, high = fuzz_bounds(raw_days)
    assert max(1, low) <= days <= high


@given(raw_days=st.floats(1, 400), last_days=st.integers(0, 400), at_least=st.integers(1, 30), chance=CHANCES)
def test_balance_respects_the_limits_that_fuzz_respects(raw_days, last_days, at_least, chance):
    limits = IntervalLimits(at_least, 365, last_days)
    loads = DayLoads(MONDAY, {StudyDay(MONDAY + day): day % 5 for day in range(450)})

    days = whole_interval_days(raw_days, limits=limits, chance=chance, loads=loads)

    assert at_least <= days <= max(365, at_least)
    if min(raw_days, 365) >= last_days + 0.5:
        assert days > last_days or days >= 365


def test_cards_learned_together_fill_the_days_more_evenly_than_by_fuzz_alone():
    def days_of(*, balance):
        due = Counter()
        for number in range(300):
            loads = DayLoads(MONDAY, due) if balance else None
            chance = fuzz_chance(f"deck/card-{number}", 5)
            due[StudyDay(MONDAY + whole_interval_days(30, limits=LIMITS, chance=chance, loads=loads))] += 1
        return list(due.values())

    assert pstdev(days_of(balance=True)) < pstdev(days_of(balance=False)) / 2
