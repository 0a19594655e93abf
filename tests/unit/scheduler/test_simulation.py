"""A game of days to come: against a memory whose lives can be counted by hand, and by what must hold of any."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzer.domain.memory import Memory, Rating
from quizzer.domain.simulation import CardDay, Collection, Habits, Standing
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.simulation import ENOUGH, SAMPLE, cost_of, habits

HABITS = Habits(first=(0, 0, 1, 0), passed=(0, 1, 0), new_s=60.0, review_s=(40.0, 30.0, 20.0, 10.0), days=100)
OPTIONS = SchedulerOptions()
STANDING = Standing(Memory(10.0, 5.0), -10, 0)


class EveryTenDays:
    """A memory that asks for ten days and remembers always, or never: its lives can be counted by hand."""

    def __init__(self, *, recall: float = 1.0) -> None:
        self.recall = recall

    def next_memories(self, memory, *, elapsed_days):  # noqa: ARG002 - the port's signature
        return dict.fromkeys(Rating, Memory(10.0, 5.0))

    def interval_days(self, memory, *, desired_retention):  # noqa: ARG002
        return 10.0

    def retrievability(self, memory, *, elapsed_days):  # noqa: ARG002
        return self.recall


def cost(collection, *, retention=0.9, days=100, model=None, how=HABITS, seed=1):
    return cost_of(
        retention, collection, days=days, habits=how, options=OPTIONS, model=model or EveryTenDays(), seed=seed
    )


def test_a_known_card_is_reviewed_on_its_day_and_then_at_its_intervals():
    found = cost(Collection((STANDING,), 0, 20))

    # Days 0, 10, … 90: ten reviews of 20 s in a hundred days.
    assert found.reviews == pytest.approx(10 / 100)
    assert found.minutes == pytest.approx(10 * 20 / 60 / 100)
    assert found.remembered == 1.0


def test_an_overdue_card_comes_today_and_one_due_later_waits():
    overdue = cost(Collection((Standing(Memory(10.0, 5.0), -50, -40),), 0, 20))
    waiting = cost(Collection((Standing(Memory(10.0, 5.0), -1, 95),), 0, 20))

    assert overdue.reviews == pytest.approx(10 / 100)
    assert waiting.reviews == pytest.approx(1 / 100)


def test_what_is_forgotten_costs_the_time_of_again():
    found = cost(Collection((STANDING,), 0, 20), model=EveryTenDays(recall=0.0))

    assert found.minutes == pytest.approx(10 * 40 / 60 / 100)
    assert found.remembered == 0.0


def test_a_forgotten_card_is_learned_again_on_the_same_day_where_there_are_steps_for_it():
    collection = Collection((STANDING,) * 100, 0, 0)
    without = replace(OPTIONS, relearning_steps_s=())

    once, again = (
        cost_of(0.9, collection, days=365, habits=HABITS, options=options, model=Fsrs6(), seed=1)
        for options in (without, OPTIONS)
    )

    # What was learned once more lasts longer, and what that takes is part of the day's seconds already.
    assert again.reviews < once.reviews


def test_a_new_card_is_learned_in_steps_on_its_first_day_unless_it_was_easy():
    collection, steps = Collection((), 100, 10), replace(OPTIONS, learning_steps_s=())
    unknown, easy = (replace(HABITS, first=first) for first in ((1, 0, 0, 0), (0, 0, 0, 1)))

    def reviews(options, how):
        return cost_of(0.9, collection, days=365, habits=how, options=options, model=Fsrs6(), seed=1).reviews

    assert reviews(OPTIONS, unknown) != reviews(steps, unknown)
    assert reviews(OPTIONS, easy) == reviews(steps, easy)


def test_new_cards_begin_so_many_a_day_and_as_many_as_there_are():
    few = cost(Collection((), 4, 2), days=10)
    limited = cost(Collection((), 100, 2), days=10)

    # Two on day 0 and two on day 1, none of them due again within ten days but those of day 0, on day 10: too late.
    assert few.minutes == pytest.approx(4 * 60 / 60 / 10)
    assert few.reviews == 0
    assert limited.remembered == pytest.approx(20)


def test_no_new_cards_a_day_is_a_wish_like_any_other():
    assert cost(Collection((), 100, 0)).minutes == 0


def test_the_same_seed_plays_the_same_game_and_another_one_another():
    collection = Collection((STANDING,) * 50, 50, 5)

    games = [cost(collection, model=Fsrs6(), seed=seed) for seed in (1, 1, 2)]

    assert games[0] == games[1] != games[2]


def test_wanting_to_remember_more_costs_more_and_brings_more():
    collection = Collection((STANDING,) * 100, 100, 10)

    found = [cost(collection, retention=share, days=365, model=Fsrs6()) for share in (0.8, 0.9, 0.97)]

    assert sorted(found, key=lambda one: one.reviews) == found
    assert sorted(found, key=lambda one: one.minutes) == found
    assert sorted(found, key=lambda one: one.remembered) == found


def test_recall_at_the_end_is_what_was_desired_or_better():
    found = cost(Collection((STANDING,) * 200, 0, 0), retention=0.9, days=200, model=Fsrs6())

    assert 0.9 < found.remembered / 200 < 0.97


def test_a_sample_stands_for_all_cards_of_its_sort():
    many = 10 * SAMPLE
    collection = Collection((STANDING,) * many, 0, 0)

    found, exact = cost(collection, model=Fsrs6()), cost(Collection((STANDING,) * SAMPLE, 0, 0), model=Fsrs6())

    assert cost(collection).reviews == pytest.approx(many * 10 / 100)
    assert found.minutes == pytest.approx(10 * exact.minutes, rel=0.1)


def test_habits_are_measured_where_there_is_enough_to_measure():
    new = [CardDay(True, False, rating, 30.0) for rating in (1, 3) for _ in range(ENOUGH)]
    reviews = [CardDay(False, True, rating, 5.0 * rating) for rating in (3, 4) for _ in range(ENOUGH)]
    few = [CardDay(False, True, 1, 500.0)]

    found = habits([*new, *reviews, *few])

    assert found.first == (0.5, 0, 0.5, 0)
    assert found.passed == (0, 0.5, 0.5)
    assert found.new_s == 30.0
    assert found.review_s == (Habits().review_s[0], Habits().review_s[1], 15.0, 20.0)
    assert found.days == 4 * ENOUGH + 1


def test_without_a_log_habits_are_those_that_are_assumed():
    assert habits([]) == Habits()
    assert sum(Habits().first) == pytest.approx(1)
    assert sum(Habits().passed) == pytest.approx(1)
