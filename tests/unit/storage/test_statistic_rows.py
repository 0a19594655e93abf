"""Numbers about the past and the days to come."""

from datetime import timedelta

import pytest

from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import DailyCounts, Retention


@pytest.fixture
def five(desk, make):
    """A desk with five cards in one deck and one in another."""
    desk.sync(make.deck(*(make.card(name) for name in "abcde")), make.deck(make.card("x", deck="loss"), deck="loss"))
    return desk


def test_cards_are_counted_by_state_and_deck(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON))
    five.answer("layers/b", make.relearning(due_at=make.NOON))
    five.answer("layers/c", make.review(due_on=make.TODAY))

    with five.store.read() as tx:
        everything, layers = tx.state_counts(), tx.state_counts(deck="layers")

    assert everything == {State.NEW: 3, State.LEARNING: 1, State.REVIEW: 1, State.RELEARNING: 1}
    assert layers[State.NEW] == 2


def test_steps_are_due_from_their_instant_on(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON))
    five.answer("layers/b", make.relearning(due_at=make.NOON + timedelta(minutes=1)))

    with five.store.read() as tx:
        assert tx.due_learning(now=make.NOON) == 1
        assert tx.due_learning(now=make.NOON + timedelta(minutes=1)) == 2
        assert tx.due_learning(now=make.NOON, deck="loss") == 0


def test_the_forecast_puts_what_is_overdue_on_today(five, make):
    for name, due in (("a", -30), ("b", 0), ("c", 1), ("d", 3), ("e", 4)):
        five.answer(f"layers/{name}", make.review(due_on=make.TODAY + due))
    five.answer("loss/x", make.review(due_on=make.TODAY + 1))

    with five.store.read() as tx:
        assert tx.forecast(today=make.TODAY, days=4) == (2, 2, 0, 1)
        assert tx.forecast(today=make.TODAY, days=4, deck="loss") == (0, 1, 0, 0)


def test_true_retention_takes_the_first_answer_of_a_day_to_a_card_in_review(five, make):
    in_review = make.review(due_on=make.TODAY)
    for name in "abc":
        five.answer(f"layers/{name}", in_review, answered_on=StudyDay(make.TODAY - 1))
    five.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN)
    five.answer("layers/a", in_review)
    five.answer("layers/b", in_review, rating=Rating.HARD)
    five.answer("layers/b", make.relearning(due_at=make.NOON), rating=Rating.AGAIN)
    five.answer("layers/c", in_review, answered_on=StudyDay(make.TODAY + 1))
    five.answer("layers/d", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY - 1))
    five.answer("layers/d", in_review)

    with five.store.read() as tx:
        today = tx.retention(since=make.TODAY, until=make.TODAY)
        both = tx.retention(since=make.TODAY, until=StudyDay(make.TODAY + 1))
        before = tx.retention(since=StudyDay(make.TODAY - 1), until=StudyDay(make.TODAY - 1))

    assert today == Retention(remembered=1, total=2)
    assert both == Retention(remembered=2, total=3)
    assert before == Retention(remembered=0, total=0)
    assert (today.rate, before.rate) == (0.5, None)


def test_the_log_is_read_from_a_day_on_oldest_first(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY - 1))
    five.answer("layers/a", make.review(due_on=make.TODAY + 4), scheduled_days=4, elapsed_days=1, rating=Rating.EASY)
    five.answer("loss/x", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY + 1))

    with five.store.read() as tx:
        rows = tx.review_rows(make.TODAY)

    assert [(row.card_id, row.deck, row.rating, row.state) for row in rows] == [
        ("layers/a", "layers", Rating.EASY, State.LEARNING),
        ("loss/x", "loss", Rating.GOOD, State.NEW),
    ]
    assert (rows[0].elapsed_days, rows[0].scheduled_days, rows[0].duration_s) == (1, 4, 4.5)
    assert (rows[0].answered_at, rows[0].answered_on) == (make.NOON, make.TODAY)


def test_the_history_has_the_days_with_answers(five, make):
    five.answer("layers/a", make.review(due_on=make.TODAY), answered_on=StudyDay(make.TODAY - 2))
    five.answer("layers/a", make.review(due_on=make.TODAY + 9))

    with five.store.read() as tx:
        assert tx.daily_history(since=StudyDay(make.TODAY - 1)) == {make.TODAY: DailyCounts(0, 1, 1, 4.5)}
        assert list(tx.daily_history(since=StudyDay(make.TODAY - 2))) == [make.TODAY - 2, make.TODAY]
