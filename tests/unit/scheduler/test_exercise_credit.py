"""How far a passed exercise puts off a card: a share of what an answer would have done, never more, never back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.card import CardId, DeckId
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Memory, Rating, StudyDay
from quizzer.domain.rescheduling import Placed
from quizzer.scheduler.credit import credited_due_on
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions

TODAY = StudyDay(740_000)
HALF = SchedulerOptions()
MODEL = Fsrs6()


def placed(*, due_in: int, answered: int, stability: float = 10.0) -> Placed:
    """A card that was answered so many days ago and is due in so many."""
    return Placed(
        1, CardId("deck/a"), DeckId("deck"), True, 3, stability, 5.0,
        answered + due_in, TODAY + due_in, TODAY - answered,
    )  # fmt: skip


def due_in(card: Placed, rating: Rating = Rating.GOOD, options: SchedulerOptions = HALF) -> int:
    return credited_due_on(card, rating=rating, today=TODAY, options=options, model=MODEL) - TODAY


def answered_due_in(card: Placed, rating: Rating = Rating.GOOD) -> int:
    """Where an answer of today would put the card, by the memory model alone."""
    elapsed = TODAY - card.reviewed_on
    memory = MODEL.next_memories(Memory(card.stability, card.difficulty), elapsed_days=elapsed)[rating]
    return int(MODEL.interval_days(memory, desired_retention=0.9) + 0.5)


def test_a_card_goes_half_of_the_way_that_good_would_have_gone() -> None:
    card = placed(due_in=2, answered=8)
    whole = answered_due_in(card)

    assert whole > 12
    assert due_in(card) == 2 + (whole - 2) // 2


def test_the_share_is_the_learners_to_set_and_none_switches_it_off() -> None:
    card = placed(due_in=2, answered=8)

    assert due_in(card, options=replace(HALF, exercise_credit=1.0)) == answered_due_in(card)
    assert due_in(card, options=replace(HALF, exercise_credit=0.0)) == 2


def test_code_that_was_hard_counts_less_and_easy_code_no_more_than_good() -> None:
    card = placed(due_in=2, answered=8)

    assert 2 < due_in(card, Rating.HARD) < due_in(card, Rating.GOOD)
    assert due_in(card, Rating.HARD) == 2 + (answered_due_in(card, Rating.HARD) - 2) // 2
    assert due_in(card, Rating.EASY) == due_in(card, Rating.GOOD)


def test_a_failed_exercise_moves_nothing() -> None:
    assert due_in(placed(due_in=2, answered=8), Rating.AGAIN) == 2


def test_a_card_that_was_answered_today_gains_nothing() -> None:
    assert due_in(placed(due_in=1, answered=0)) == 1
    assert due_in(placed(due_in=1, answered=1)) > 1


def test_a_card_long_overdue_stays_due_for_what_was_asked_of_nobody() -> None:
    card = placed(due_in=-200, answered=205, stability=5.0)

    assert -200 < due_in(card) <= 0


def test_the_longest_interval_holds() -> None:
    card = placed(due_in=2, answered=8)

    assert due_in(card, options=replace(HALF, maximum_interval_days=12)) == 4


def test_a_card_beyond_the_longest_interval_is_not_brought_nearer() -> None:
    card = placed(due_in=20, answered=8)

    assert due_in(card, options=replace(HALF, maximum_interval_days=12)) == 20


@given(
    stability=st.floats(0.001, 36500),
    late=st.integers(-400, 400),
    answered=st.integers(0, 800),
    share=st.floats(0, 1),
    rating=st.sampled_from(Rating),
)
def test_no_card_comes_earlier_and_none_later_than_an_answer_would_have_put_it(
    stability: float, late: int, answered: int, share: float, rating: Rating
) -> None:
    card = placed(due_in=max(late, 1 - answered), answered=answered, stability=stability)

    moved = due_in(card, rating, replace(HALF, exercise_credit=share))

    assert moved >= card.due_on - TODAY
    assert moved <= max(card.due_on - TODAY, answered_due_in(card))


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_below_nothing_or_beyond_a_whole_answer_is_refused(share: float) -> None:
    with pytest.raises(UsageError, match="exercise_credit"):
        SchedulerOptions(exercise_credit=share)
