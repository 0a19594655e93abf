"""The simulated learner of the benchmarks plays by the rules that its page in the docs states."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks import learner
from benchmarks.learner import LEARNERS, Mind, Quizzer, anki_order, candidate, due_order, live, moment_of, our_order
from benchmarks.sm2 import Sm2, Sm2Card, grown, mixed
from quizzer.domain.memory import Memory, Progress, Rating, Review, StudyDay
from quizzer.scheduler.options import SchedulerOptions


def test_sm2_learns_in_two_steps_and_graduates_to_a_day():
    scheduler = Sm2(cards=10, new_per_day=2, reviews_per_day=200)

    again_today = [scheduler.answered(0, rating, 5) for rating in (Rating.AGAIN, Rating.GOOD, Rating.GOOD)]

    assert again_today == [True, True, False]
    assert (scheduler.known[0].interval, scheduler.known[0].due) == (1, 6)
    assert not scheduler.answered(1, Rating.EASY, 5)
    assert scheduler.known[1].due == 9


@pytest.mark.parametrize(
    ("rating", "late", "days"),
    [(Rating.HARD, 0, 12.0), (Rating.GOOD, 0, 25.0), (Rating.GOOD, 4, 30.0), (Rating.EASY, 0, 32.5)],
)
def test_sm2_grows_intervals_by_ease_and_counts_half_of_the_delay(rating, late, days):
    assert grown(Sm2Card(due=0, interval=10.0, step=None), rating, late) == days


def test_sm2_begins_a_lapsed_card_again_at_a_day_with_less_ease():
    scheduler = Sm2(cards=10, new_per_day=2, reviews_per_day=200)
    scheduler.known[0] = Sm2Card(due=30, interval=20.0, step=None)

    assert scheduler.answered(0, Rating.AGAIN, 30)
    assert not scheduler.answered(0, Rating.GOOD, 30)

    assert (scheduler.known[0].due, scheduler.known[0].ease) == (31, pytest.approx(2.3))


def test_new_cards_stand_evenly_among_reviews():
    assert mixed([1, 2, 3, 4], [100]) == [1, 2, 100, 3, 4]


@pytest.mark.parametrize("order", [our_order, due_order, anki_order])
def test_steps_come_first_and_every_due_card_once(order):
    scheduler = Quizzer(order)
    for card in range(3):
        scheduler.answered(card, Rating.EASY, 0)
    scheduler.answered(3, Rating.AGAIN, 0)

    queue = scheduler.queue(60)

    assert queue[0] == 3
    assert sorted(queue) == list(range(24))


def test_ankis_order_is_by_due_day_and_gives_new_cards_what_the_reviews_leave():
    moment = moment_of(60)
    cards = [candidate(card, Progress(review_due(60 - card // 10))) for card in range(30)]
    cards += [candidate(card, Progress()) for card in range(100, 105)]

    order = [card.position for card in anki_order(cards, moment, SchedulerOptions())]
    few = [card.position for card in anki_order(cards, moment, SchedulerOptions(reviews_per_day=32))]

    reviews = [card for card in order if card < 100]
    assert [card // 10 for card in reviews] == [2] * 10 + [1] * 10 + [0] * 10
    assert reviews != sorted(reviews, key=lambda card: (-(card // 10), card))
    assert [order.index(card) for card in range(100, 105)] == [5, 11, 17, 23, 29]
    assert [card for card in few if card >= 100] == [100, 101]


def review_due(day):
    on = moment_of(day).today
    return Review(Memory(10.0, 5.0), 10, on, moment_of(day - 10).now, StudyDay(on - 10))


def test_a_life_can_have_fewer_minutes_a_day(monkeypatch):
    monkeypatch.setattr(learner, "DAYS", 10)
    monkeypatch.setattr(learner, "MISSED", range(0))

    _, minutes, _ = live(Quizzer(our_order), Mind(LEARNERS["average"], Random(1)), 1.0)

    assert 10 <= minutes <= 10 * (1.0 + 25 / 60)


@pytest.mark.parametrize("ours", [True, False], ids=["quizzer", "sm2"])
def test_a_life_keeps_to_its_minutes_and_is_the_same_each_time(ours, monkeypatch):
    monkeypatch.setattr(learner, "DAYS", 20)
    monkeypatch.setattr(learner, "CARDS", 50)
    monkeypatch.setattr(learner, "MISSED", range(5, 8))
    monkeypatch.setattr(learner, "MINUTES_A_DAY", 2.0)

    def make():
        return Quizzer(our_order) if ours else Sm2(cards=50, new_per_day=5, reviews_per_day=200)

    lives = [live(make(), Mind(LEARNERS["average"], Random(1))) for _ in range(2)]

    known, minutes, answers = lives[0]
    assert lives[0] == lives[1]
    assert 0 < known <= 50
    # The card at which the minutes end is finished.
    assert minutes <= 17 * (2.0 + 25 / 60)
    assert answers > 50
