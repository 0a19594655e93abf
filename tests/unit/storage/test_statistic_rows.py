"""Numbers about the past and the days to come."""

import re
from datetime import timedelta

import pytest

from quizzer.domain.card import CardKind, Cloze, Topic
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.text import Text
from quizzer.storage import statistics
from quizzer.storage.statistics import BY_CARD_DAYS


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


def counted(tx, **wanted):
    """The answers as (study day, state, rating, how many, how many of a mature card)."""
    return [(on, *count[:4]) for on, count in tx.answers_by_day(**wanted)]


def test_an_answer_is_counted_by_what_the_card_was_before_it(five, make):
    five.answer("layers/a", make.learning(due_at=make.NOON), rating=Rating.HARD)
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=20))
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=21), rating=Rating.EASY)
    five.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN)
    five.answer("layers/a", make.review(due_on=make.TODAY + 1))

    with five.store.read() as tx:
        found = counted(tx, since=make.TODAY)

    assert sorted(found) == [
        (make.TODAY, State.LEARNING, Rating.GOOD, 1, 0),
        (make.TODAY, State.NEW, Rating.HARD, 1, 0),
        (make.TODAY, State.RELEARNING, Rating.GOOD, 1, 0),
        (make.TODAY, State.REVIEW, Rating.AGAIN, 1, 1),
        (make.TODAY, State.REVIEW, Rating.EASY, 1, 0),
    ]


def test_answers_alike_are_counted_together_from_a_day_on(five, make):
    later, earlier = StudyDay(make.TODAY + 1), StudyDay(make.TODAY - 1)
    five.answer("layers/a", make.learning(due_at=make.NOON), answered_on=later)
    five.answer("layers/b", make.learning(due_at=make.NOON), answered_on=earlier)
    five.answer("loss/x", make.learning(due_at=make.NOON), duration_s=7.25)
    five.answer("layers/c", make.learning(due_at=make.NOON))

    with five.store.read() as tx:
        everything = list(tx.answers_by_day(since=earlier))
        since_today = list(tx.answers_by_day(since=make.TODAY))
        of_a_deck = list(tx.answers_by_day(since=earlier, deck="loss"))

    new = State.NEW, Rating.GOOD
    assert everything == [
        (earlier, (*new, 1, 0, 4500)),
        (make.TODAY, (*new, 2, 0, 11_750)),
        (later, (*new, 1, 0, 4500)),
    ]
    assert since_today == everything[1:]
    assert of_a_deck == [(make.TODAY, (*new, 1, 0, 7250))]


@pytest.mark.parametrize("until", [0, BY_CARD_DAYS, 3650])
def test_answers_are_counted_by_the_place_that_their_card_has_now(five, make, until):
    five.answer("layers/a", make.learning(due_at=make.NOON), answered_on=StudyDay(make.TODAY - 1))
    for name in ("layers/a", "layers/b", "loss/x"):
        five.answer(name, make.review(due_on=make.TODAY, interval_days=21))
    five.answer("layers/b", make.review(due_on=make.TODAY + 3), rating=Rating.EASY)
    moved = make.card("a", topic="nn.Dropout")
    five.sync(make.deck(moved, make.card("b"), topics=(Topic("nn.Linear"), Topic("nn.Dropout"))), retire=False)

    with five.store.read() as tx:
        places = tx.places()
        days = {"since": make.TODAY, "until": StudyDay(make.TODAY + until)}
        found = {(places[place].topic, places[place].deck, *count[:4]) for place, count in tx.answers_by_place(**days)}
        of_a_deck = [places[place].deck for place, _ in tx.answers_by_place(**days, deck="loss")]

    assert found == {
        ("nn.Dropout", "layers", State.LEARNING, Rating.GOOD, 1, 0),
        ("nn.Linear", "layers", State.NEW, Rating.GOOD, 1, 0),
        ("nn.Linear", "layers", State.REVIEW, Rating.EASY, 1, 1),
        ("nn.Linear", "loss", State.NEW, Rating.GOOD, 1, 0),
    }
    assert of_a_deck == ["loss"]


def test_a_second_review_of_a_day_is_a_repeat_and_a_first_one_or_a_step_is_none(five, make):
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=30), answered_on=StudyDay(make.TODAY - 1))
    five.answer("layers/a", make.review(due_on=make.TODAY, interval_days=9))
    five.answer("layers/b", make.learning(due_at=make.NOON))
    five.answer("layers/b", make.review(due_on=make.TODAY))
    five.answer("loss/x", make.review(due_on=make.TODAY, interval_days=21))
    five.answer("loss/x", make.relearning(due_at=make.NOON), rating=Rating.AGAIN)
    five.answer("layers/a", make.review(due_on=make.TODAY), rating=Rating.HARD)

    with five.store.read() as tx:
        places = tx.places()
        found = [(one.on, places[one.place].deck, one.rating, one.mature) for one in tx.repeats(since=make.TODAY)]
        of_a_deck = [one.rating for one in tx.repeats(since=make.TODAY, deck="loss")]
        later = list(tx.repeats(since=StudyDay(make.TODAY + 1)))

    assert sorted(found) == [
        (make.TODAY, "layers", Rating.HARD, False),
        (make.TODAY, "loss", Rating.AGAIN, True),
    ]
    assert of_a_deck == [Rating.AGAIN]
    assert later == []


def test_where_cards_stand_is_known_of_retired_cards_too(desk, make):
    desk.sync(make.deck(make.card("a"), make.card("b", topic="nn.Dropout")))
    desk.answer("layers/a", make.review(due_on=make.TODAY))
    desk.sync(make.deck(make.card("b", topic="nn.Dropout")))

    with desk.store.read() as tx:
        places = tx.places()
        found = [(*places[one.place], *one[1:]) for one in tx.standings()]
        assert list(tx.standings(deck="loss")) == []

    assert found == [
        ("layers", "nn.Linear", CardKind.BASIC, False, State.REVIEW, 1),
        ("layers", "nn.Dropout", CardKind.BASIC, True, State.NEW, 1),
    ]


def test_the_memories_are_those_of_cards_that_are_not_retired(five, make):
    five.answer("layers/a", make.review(due_on=make.TODAY))
    five.answer("layers/b", make.learning(due_at=make.NOON))
    five.answer("loss/x", make.review(due_on=make.TODAY))
    five.sync(make.deck(*(make.card(name) for name in "acde")))

    with five.store.read() as tx:
        assert list(tx.memory_figures()) == [(3.1, 5.25)] * 2
        assert list(tx.memory_figures(deck="loss")) == [(3.1, 5.25)]


def test_a_card_counts_where_a_sync_put_it_last(desk, make):
    cloze = Cloze(Text.of("{{c1::b}}"), 1)
    desk.sync(make.deck(make.card("a"), make.card("b")))

    desk.sync(make.deck(make.card("a", topic="nn.Dropout"), make.card("b", body=cloze)))

    with desk.store.read() as tx:
        places = tx.places()
        assert {places[one.place] for one in tx.standings()} == {
            ("layers", "nn.Dropout", CardKind.BASIC),
            ("layers", "nn.Linear", CardKind.CLOZE),
        }


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


# Whatever else a statement looks up, it reads the log by an index that holds all that it asks of it.
@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (statistics.ANSWERS_BY_DAY, "SEARCH l USING COVERING INDEX ix_review_log_day"),
        (statistics.ANSWERS_WITH_PLACE, "SEARCH l USING COVERING INDEX ix_review_log_day"),
        (statistics.ANSWERS_WITH_PLACE_BY_CARD, "SCAN l USING COVERING INDEX ix_review_log_card"),
        (statistics.REPEATS, "SCAN r USING COVERING INDEX ix_review_log_card"),
        (statistics.REPEATS, "SEARCH l USING COVERING INDEX ix_review_log_card"),
        (statistics.MISTAKES, "SCAN l USING INDEX ix_review_log_mistake"),
        (statistics.STUDIED_DAYS, "SEARCH l USING COVERING INDEX ix_review_log_day"),
    ],
)
def test_statistics_read_the_log_by_an_index(desk, statement, index):
    values = dict.fromkeys(re.findall(r":(\w+)", statement), 1)

    plan = [row["detail"] for row in desk.store._connection.rows(f"EXPLAIN QUERY PLAN {statement}", **values)]

    assert any(step.startswith(index) for step in plan), plan


@pytest.mark.parametrize(
    "statement", [statistics.ANSWERS_BY_DAY, statistics.ANSWERS_WITH_PLACE, statistics.ANSWERS_WITH_PLACE_BY_CARD]
)
def test_answers_are_counted_without_sorting_them(desk, statement):
    values = dict.fromkeys(re.findall(r":(\w+)", statement), 1)

    plan = [row["detail"] for row in desk.store._connection.rows(f"EXPLAIN QUERY PLAN {statement}", **values)]

    assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.parametrize(("days", "index"), [(30, "ix_review_log_day"), (365, "ix_review_log_card")])
def test_few_days_are_counted_by_day_and_many_by_card(desk, make, days, index):
    asked = []
    desk.store._connection._raw.set_trace_callback(asked.append)
    with desk.store.read() as tx:
        list(tx.answers_by_place(since=StudyDay(make.TODAY - days + 1), until=make.TODAY))
    desk.store._connection._raw.set_trace_callback(None)

    plan = desk.store._connection.rows(f"EXPLAIN QUERY PLAN {next(one for one in asked if 'review_log' in one)}")

    assert any(index in row["detail"] for row in plan)
