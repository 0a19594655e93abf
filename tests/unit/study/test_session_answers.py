"""Answers in a session over a real database: marked, stored, taken back, and never lost or doubled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import CardKind
from quizzer.domain.errors import JudgeError
from quizzer.domain.memory import Learning, New, Rating, Review, State
from quizzer.domain.review import StaleAnswerError
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.services.study import StudySession

MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"
Start = "Callable[..., StudySession]"


def test_what_a_button_says_is_what_is_stored(start: Start, store: Store, stored: Callable) -> None:
    session = start()
    asked = session.next()
    revealed = session.reveal()

    session.answer(Rating.HARD)

    assert stored(asked.question.card.id) == revealed.outcomes[Rating.HARD].progress.schedule
    with store.read() as tx:
        (row,) = tx.review_rows(since=0)
    assert (row.card_id, row.rating) == (asked.question.card.id, Rating.HARD)


def test_waiting_at_the_buttons_does_not_move_the_interval(start: Start, clock: Callable, stored: Callable) -> None:
    session = start()
    asked = session.next()
    revealed = session.reveal()
    clock.pass_(minutes=4)

    session.answer(Rating.GOOD)

    assert stored(asked.question.card.id) == revealed.outcomes[Rating.GOOD].progress.schedule


def test_an_answer_is_on_disk_before_the_next_card_is_asked(start: Start, store: Store, answer_right: Callable) -> None:
    session = start()
    first = session.next()
    answer_right(session, first)

    with open_store(store.path) as other, other.read() as tx:
        assert tx.progress(first.question.card.id).state is State.LEARNING


def test_a_wrong_answer_can_only_be_again_and_a_right_one_never(start: Start) -> None:
    session = start()
    session.next()
    session.skip()

    asked = session.next()
    wrong, right = session.reveal("(8, 3)"), session.reveal("(3, 8)")

    assert asked.question.card.kind is CardKind.CLOZE
    assert set(wrong.outcomes) == {Rating.AGAIN}
    assert wrong.proposed is Rating.AGAIN
    assert set(right.outcomes) == {Rating.HARD, Rating.GOOD, Rating.EASY}
    assert right.proposed is Rating.GOOD


def test_a_self_rated_card_offers_all_four_and_proposes_good(start: Start) -> None:
    session = start()
    session.next()

    revealed = session.reveal()

    assert set(revealed.outcomes) == set(Rating)
    assert revealed.proposed is Rating.GOOD


def test_a_rating_that_was_not_offered_is_refused_and_nothing_is_stored(start: Start, stored: Callable) -> None:
    session = start()
    session.next()
    session.skip()
    asked = session.next()
    session.reveal("wrong")

    with pytest.raises(ValueError, match="cannot be chosen"):
        session.answer(Rating.EASY)

    assert stored(asked.question.card.id) == New()


def test_an_answer_before_the_reveal_is_refused(start: Start) -> None:
    session = start()
    session.next()

    with pytest.raises(ValueError, match="cannot be chosen"):
        session.answer(Rating.GOOD)


def test_after_a_hint_hard_is_proposed_and_the_hint_is_logged(start: Start) -> None:
    session = start()
    session.next()

    assert session.hint() is not None
    revealed = session.reveal()

    assert revealed.proposed is Rating.HARD


def test_a_slow_right_answer_proposes_hard_and_a_quick_one_never_easy(start: Start, clock: Callable) -> None:
    session = start()
    session.next()
    session.skip()
    session.next()

    clock.pass_(seconds=2)
    quick = session.reveal("(3, 8)")
    clock.pass_(minutes=2)
    slow = session.reveal("(3, 8)")

    assert quick.proposed is Rating.GOOD
    assert slow.proposed is Rating.HARD


def test_undo_brings_the_card_back_as_it_was_before_any_other(start: Start, stored: Callable) -> None:
    session = start()
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.EASY)
    second = session.next().question.card.id

    undone = session.undo()

    assert (undone.card_id, undone.rating) == (first, Rating.EASY)
    assert stored(first) == New()
    assert session.tally.answered == 0
    assert session.next().question.card.id == first
    session.reveal()
    session.answer(Rating.GOOD)
    assert session.next().question.card.id == second


def test_undo_of_a_learning_step_leaves_the_card_once_in_the_session(
    start: Start, clock: Callable, study_all: Callable
) -> None:
    session = start(new_cards=1)
    session.next()
    session.reveal()
    session.answer(Rating.AGAIN)

    session.undo()

    assert session.counts.new + session.counts.learning == 1
    clock.pass_(minutes=2)
    assert len(study_all(session, Rating.EASY)) == 1


def test_undo_reaches_into_the_session_before(start: Start) -> None:
    before = start()
    first = before.next().question.card.id
    before.reveal()
    before.answer(Rating.EASY)

    now = start()
    now.next()
    undone = now.undo()

    assert undone.card_id == first
    assert now.next().question.card.id == first


def test_there_is_nothing_to_undo_in_a_new_database(start: Start) -> None:
    session = start()
    asked = session.next()

    assert session.undo() is None
    assert session.reveal().mark.answer == asked.question.card.body.answer.in_("en")


def test_an_answer_given_elsewhere_meanwhile_is_not_overwritten(start: Start, stored: Callable) -> None:
    here, there = start(), start()
    asked = here.next()
    here.reveal()
    there.next()
    there.reveal()
    there.answer(Rating.EASY)

    with pytest.raises(StaleAnswerError):
        here.answer(Rating.AGAIN)

    assert isinstance(stored(asked.question.card.id), Review)
    here.reload()
    assert here.next().question.card.id != asked.question.card.id


def test_an_answer_is_refused_where_a_later_day_was_studied_meanwhile(
    start: Start, store: Store, clock: Callable, stored: Callable
) -> None:
    session, other = start(), start()
    card = session.next().question.card.id
    session.reveal()
    clock.pass_(days=1)
    other.next()
    other.skip()
    other.next()
    other.reveal()
    other.answer(Rating.AGAIN)
    clock.pass_(days=-1)

    with pytest.raises(StaleAnswerError, match="later day"):
        session.answer(Rating.AGAIN)

    assert isinstance(stored(card), New)
    session.reload()
    assert session.next() is not None
    session.reveal()
    session.answer(Rating.AGAIN)
    with store.read() as tx:
        days = [row.answered_on for row in tx.review_rows(since=0)]
    assert days == [days[0]] * 2


def test_a_card_that_another_session_has_answered_is_not_asked_as_if_it_were_new(
    start: Start, answer_right: Callable
) -> None:
    here, there = start(), start()
    here.next()
    there.next()
    there.skip()
    second = there.next()
    answer_right(there, second)
    here.skip()

    assert here.next().question.card.id != second.question.card.id


def test_a_review_that_another_session_has_answered_is_not_asked_again(
    start: Start, clock: Callable, answer_right: Callable
) -> None:
    learned = start()
    for _ in range(2):
        answer_right(learned, learned.next(), Rating.EASY)
    clock.pass_(days=60)
    here, there = start(new_cards=0), start(new_cards=0)
    assert here.next() is not None
    for _ in range(2):
        answer_right(there, there.next(), Rating.EASY)
    here.skip()

    assert here.next() is None


def test_what_was_answered_elsewhere_meanwhile_is_rehearsed_all_the_same(start: Start, answer_right: Callable) -> None:
    cram, again, elsewhere = start(cram=True), start(cram=True), start()
    again.next()
    cram.next()
    cram.skip()
    second = cram.next().question.card.id
    while (asked := elsewhere.next()).question.card.id != second:
        elsewhere.skip()
    answer_right(elsewhere, asked)

    again.skip()

    assert again.next().question.card.id == second


def test_a_compute_card_is_asked_at_once_and_judged_by_what_torch_says(start: Start, judge: object) -> None:
    session = start()
    while (asked := session.next()).question.card.id != "mini/linear-output":
        session.skip()
    values = asked.question.values

    revealed = session.reveal(f"{values['n']}x{values['o']}")

    assert revealed.mark.correct
    count = values["i"] * values["o"] + values["o"]
    assert revealed.why == f"The last axis becomes {values['o']}; the layer has {count} parameters."
    assert judge.evaluated == 1


def test_the_same_repetition_asks_with_the_same_parameters(start: Start) -> None:
    def values_of(session: StudySession) -> object:
        while (asked := session.next()).question.card.id != "mini/linear-output":
            session.skip()
        return asked.question.values

    assert values_of(start()) == values_of(start())


def test_a_judge_failure_is_not_the_learners_fault(start: Start, judge: object, stored: Callable) -> None:
    session = start()
    judge.failure = JudgeError("torch is out of order")
    while session.next().question.card.id != "mini/linear-output":
        session.skip()

    with pytest.raises(JudgeError, match="out of order"):
        session.reveal("1x1")
    session.leave_out(reason="torch is out of order")

    assert stored("mini/linear-output") == New()
    assert session.tally.broken == [("mini/linear-output", "torch is out of order")]
    assert "mini/linear-output" not in {session.next().question.card.id for _ in range(3)}


def test_the_summary_counts_answers_right_ones_and_time(start: Start, clock: Callable) -> None:
    session = start()
    for rating in (Rating.AGAIN, Rating.GOOD):
        while session.next().question.card.kind is not CardKind.BASIC:
            session.skip()
        clock.pass_(seconds=10)
        session.reveal()
        session.answer(rating)

    assert (session.tally.answered, session.tally.right, session.tally.duration_s) == (2, 1, 20.0)


def test_an_hour_away_from_the_desk_does_not_count_as_an_hour_of_study(start: Start, clock: Callable) -> None:
    session = start()
    session.next()
    clock.pass_(hours=1)
    session.reveal()

    session.answer(Rating.GOOD)

    assert session.tally.duration_s == 300


def test_a_clock_set_back_is_logged_and_counts_as_no_time(start: Start, clock: Callable, stored: Callable) -> None:
    session = start(new_cards=1)
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.AGAIN)
    clock.pass_(days=-3)

    again = start(new_cards=0)
    asked = again.next()
    again.reveal()
    again.answer(Rating.GOOD)

    assert asked.question.card.id == first
    assert isinstance(stored(first), Learning | Review)
    assert again.today >= session.today


def test_an_undone_question_is_asked_again_without_asking_torch_again(start: Start, judge: object) -> None:
    session = start()
    while (asked := session.next()).question.card.id != "mini/linear-output":
        session.skip()
    session.reveal("1x1")
    session.answer(Rating.AGAIN)

    session.undo()

    assert session.next().question == asked.question
    session.reveal("1x1")
    assert judge.evaluated == 1
