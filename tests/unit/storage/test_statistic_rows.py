"""Numbers about the past and the days to come."""

from datetime import timedelta

import pytest

from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.statistics import BUTTONS, Phase


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


def buttons(tx, **wanted):
    """The answers as (study day, phase, rating)."""
    found = tx.answers(**wanted)
    return [(on, *BUTTONS[button]) for on, _, button, _ in found]


def test_an_answer_is_counted_by_what_the_card_was_before_it(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON), rating=Rating.HARD)
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=20))
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=21), rating=Rating.EASY)
    five.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN)
    five.answer("layers/a", make.review(due_on=make.TODAY + 1))

    with five.store.read() as tx:
        found = buttons(tx, since=make.TODAY)

    assert found == [
        (make.TODAY, Phase.NEW, Rating.HARD),
        (make.TODAY, Phase.LEARNING, Rating.GOOD),
        (make.TODAY, Phase.YOUNG, Rating.EASY),
        (make.TODAY, Phase.MATURE, Rating.AGAIN),
        (make.TODAY, Phase.LEARNING, Rating.GOOD),
    ]


def test_answers_come_day_by_day_even_where_the_log_does_not(five, make):
    later, earlier = StudyDay(make.TODAY + 1), StudyDay(make.TODAY - 1)
    five.answer("layers/a", make.learning(due_at=make.NOON), answered_on=later, rating=Rating.HARD)
    five.answer("layers/b", make.learning(due_at=make.NOON), answered_on=earlier)
    five.answer("loss/x", make.learning(due_at=make.NOON), rating=Rating.EASY, duration_s=7.25)
    five.answer("layers/c", make.learning(due_at=make.NOON), rating=Rating.AGAIN)

    with five.store.read() as tx:
        everything = buttons(tx, since=earlier)
        since_today = buttons(tx, since=make.TODAY)
        of_a_deck = list(tx.answers(since=earlier, deck="loss"))

    assert [(on, rating) for on, _, rating in everything] == [
        (earlier, Rating.GOOD),
        (make.TODAY, Rating.EASY),
        (make.TODAY, Rating.AGAIN),
        (later, Rating.HARD),
    ]
    assert since_today == everything[1:]
    assert [(on, duration_ms) for on, _, _, duration_ms in of_a_deck] == [(make.TODAY, 7250)]


def test_where_a_card_stands_is_known_of_retired_cards_too(desk, make):
    desk.sync(make.deck(make.card("a"), make.card("b", topic="nn.Dropout")))
    desk.answer("layers/a", make.review(due_on=make.TODAY))
    desk.sync(make.deck(make.card("b", topic="nn.Dropout")))

    with desk.store.read() as tx:
        gone, left = tx.standings()
        assert tx.standings(deck="loss") == ()

    assert (gone.deck, gone.topic, gone.kind, gone.active, gone.state) == (
        "layers",
        "nn.Linear",
        CardKind.BASIC,
        False,
        State.REVIEW,
    )
    assert (gone.stability, gone.difficulty) == (3.1, 5.25)
    assert (left.topic, left.active, left.state, left.stability) == ("nn.Dropout", True, State.NEW, None)


def test_the_days_studied_are_those_of_the_deck(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY - 9))
    five.answer("layers/b", make.learning(due_at=make.NOON))
    five.answer("loss/x", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY - 1))

    with five.store.read() as tx:
        assert tx.studied_days() == {make.TODAY - 9, make.TODAY - 1, make.TODAY}
        assert tx.studied_days(deck="loss") == {make.TODAY - 1}
        assert tx.studied_days(deck="nothing") == set()


def test_a_named_mistake_is_kept_with_its_answer_and_nowhere_else(five, make):
    def again(card, mistake, on=make.TODAY):
        return five.answer(
            card, make.relearning(due_at=make.NOON), rating=Rating.AGAIN, mistake=mistake, correct=False, answered_on=on
        )

    again("layers/a", "swaps-axes")
    again("layers/b", None)
    five.answer("layers/a", make.review(due_on=make.TODAY + 2), correct=True)
    again("loss/x", "sum-for-mean")
    five.answer("loss/x", make.review(due_on=make.TODAY + 3), correct=True, answered_on=StudyDay(make.TODAY + 1))

    with five.store.read() as tx:
        found, of_a_deck = list(tx.mistakes()), list(tx.mistakes(deck="loss"))

    assert [(one.name, one.card, one.topic, one.on, one.right_since) for one in found] == [
        ("swaps-axes", "layers/a", "nn.Linear", make.TODAY, False),
        ("sum-for-mean", "loss/x", "nn.Linear", make.TODAY, True),
    ]
    assert of_a_deck == found[1:]


def test_a_card_that_the_learner_rated_again_though_the_machine_found_it_right_made_no_mistake(five, make):
    five.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN, correct=True)

    with five.store.read() as tx:
        assert list(tx.mistakes()) == []
