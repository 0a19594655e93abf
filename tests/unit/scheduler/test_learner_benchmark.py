"""The simulated learner of the benchmarks plays by the rules that its page in the docs states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import learner
from benchmarks._mind import LEARNERS, Mind
from benchmarks.learner import (
    Life,
    Quizzer,
    anki_order,
    anki_retrievability_order,
    candidate,
    due_order,
    live,
    moment_of,
    our_order,
    row,
)
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


def test_sm2_gives_new_cards_what_the_reviews_leave():
    scheduler = Sm2(cards=30, new_per_day=5, reviews_per_day=12)
    scheduler.known = {card: Sm2Card(due=3, interval=2.0, step=None) for card in range(10)}

    assert sorted(scheduler.queue(3)) == list(range(12))
    assert sorted(scheduler.queue(2)) == [10, 11, 12, 13, 14]


@pytest.mark.parametrize("order", [our_order, due_order, anki_order, anki_retrievability_order])
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


def test_ankis_order_by_retrievability_asks_what_is_least_overdue_for_its_interval_first():
    cards = [candidate(card, Progress(review_due(60 - late))) for card, late in enumerate((9, 0, 5))]

    order = anki_retrievability_order(cards, moment_of(60), SchedulerOptions())

    assert [card.position for card in order] == [1, 2, 0]


def test_our_order_is_told_how_difficult_a_card_is():
    easy, hard = (Progress(replace(review_due(60), memory=Memory(10.0, difficulty))) for difficulty in (2.0, 8.0))

    order = our_order([candidate(0, hard), candidate(1, easy)], moment_of(60), SchedulerOptions())

    assert [card.position for card in order] == [1, 0]


def review_due(day):
    on = moment_of(day).today
    return Review(Memory(10.0, 5.0), 10, on, moment_of(day - 10).now, StudyDay(on - 10))


def test_a_cards_nth_answer_has_the_same_chances_whatever_was_asked_before_and_when():
    one, other = (Mind(LEARNERS["average"], 7) for _ in range(2))

    for day in (0, 0, 0, 40):
        one.answer(0, day)
    for day in (0, 9, 20, 30):
        other.answer(1, day)
        other.answer(0, day)

    assert one.chances[0].getstate() == other.chances[0].getstate()
    assert one.chances[0].getstate() != other.chances[1].getstate()


def test_a_mind_counts_what_it_recalled_of_what_was_asked_on_a_later_day():
    mind = Mind(LEARNERS["average"], 1)
    for card in range(40):
        mind.answer(card, 0)
        mind.answer(card, 0)
    assert mind.asked == 0

    ratings = [mind.answer(card, 30) for card in range(40)]

    assert mind.asked == 40
    assert mind.recalled == sum(rating is not Rating.AGAIN for rating in ratings)
    assert 10 < mind.recalled < 40


def test_the_steep_learner_forgets_sooner_in_the_long_run():
    average, steep = (Mind(LEARNERS[name], 1).model for name in ("average", "steep"))
    memory = Memory(10.0, 5.0)

    shares = [model.retrievability(memory, elapsed_days=100) for model in (average, steep)]

    assert shares == [pytest.approx(0.69, abs=0.005), pytest.approx(0.55, abs=0.005)]


@pytest.mark.parametrize("ours", [True, False], ids=["quizzer", "sm2"])
def test_a_life_keeps_to_its_minutes_and_is_the_same_each_time(ours, monkeypatch):
    monkeypatch.setattr(learner, "DAYS", 20)
    monkeypatch.setattr(learner, "CARDS", 50)

    def make():
        return Quizzer(our_order) if ours else Sm2(cards=50, new_per_day=5, reviews_per_day=200)

    first, second = (live(make(), Mind(LEARNERS["average"], 1), 2.0, missed=range(5, 8)) for _ in range(2))

    assert first == second
    assert 0 < first.later < first.known <= 50
    assert 0 < first.through < first.known
    # The card at which the minutes end is finished.
    assert 17 <= first.minutes <= 17 * (2.0 + 25 / 60)
    assert first.answers > 50


def test_a_row_compares_lives_of_the_same_seed_by_what_is_known_for_a_minute():
    lives = [Life(known, 50.0, 80.0, 0.9, 60.0, 400) for known in (110.0, 120.0)]
    beside = [Life(known, 50.0, 80.0, 0.9, 60.0, 400) for known in (100.0, 100.0)]

    assert row(lives, beside) == "115 | 50 | 80 | 90% | 400 | 60 | 115.0 | +15.0 ± 5.0%"
