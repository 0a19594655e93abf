"""The card of an exercise in a session: what a run stores, when it becomes an answer, and how it is rated."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import CardId, ExerciseId
from quizzer.domain.memory import New, Rating, Review, State
from quizzer.domain.review import StaleAnswerError, UndoneAnswer
from quizzer.domain.text import Text
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exercise_run import Scheduling
from quizzer.services.grade import file_result, file_reveal

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.services.study import StudySession
    from quizzer.storage.store import Store

CARD = CardId("mini/dropout-exercise")
EXERCISE = ExerciseId("mini-dropout")
KNOWN = CardId("mini/survivors")
HINTS = (Text.of("Which survive?"), Text.of("By how much?"))


@pytest.fixture
def session(start: Callable[..., StudySession], answer_right: Callable[..., None]) -> StudySession:
    """A session with the card of the exercise in front of the learner."""
    begun = start()
    while (asked := begun.next()) is not None and asked.exercise is None:
        begun.skip()
    assert asked is not None
    return begun


@pytest.fixture
def hinted(store: Store, clock: Callable, session: StudySession) -> StudySession:
    with store.write() as tx:
        exercise = tx.exercise(EXERCISE)
        assert exercise is not None
        with_hints = replace(exercise, hints=HINTS, version="v2")
        tx.apply_content([], [with_hints], origin="test", retire_missing=False, at=clock())
    session.ask_anew()
    session.next()
    return session


@pytest.fixture
def run(clock: Callable) -> Callable[[StudySession, Verdict], None]:
    """Files a run with a verdict, as of now."""

    def file(session: StudySession, verdict: Verdict) -> None:
        session.file_run(result_at(clock(), verdict), source="x = 1\n", path="/x.py")

    return file


def result_at(at: object, verdict: Verdict) -> GradeResult:
    return GradeResult(
        exercise=EXERCISE,
        exercise_version="v1",
        verdict=verdict,
        checks=(),
        seed=1,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.1,
        graded_at=at,  # type: ignore[arg-type]
    )


def log(store: Store) -> list[tuple[CardId, Rating]]:
    with store.read() as tx:
        return [(row.card_id, row.rating) for row in tx.review_rows(since=0)]  # type: ignore[arg-type]


def verdicts(store: Store) -> list[Verdict]:
    with store.read() as tx:
        return [one.result.verdict for one in reversed(tx.submissions(EXERCISE))]


def test_failed_runs_are_stored_and_answer_nothing(
    session: StudySession, store: Store, stored: Callable, run: Callable
) -> None:
    run(session, Verdict.WA)
    run(session, Verdict.RTE)

    assert not session.is_solved
    assert session.is_asking
    assert verdicts(store) == [Verdict.WA, Verdict.RTE]
    assert log(store) == []
    assert stored(CARD) == New()


def test_the_first_success_is_the_answer_and_names_the_days_until_it_returns(
    session: StudySession, store: Store, stored: Callable, clock: Callable, run: Callable
) -> None:
    clock.pass_(minutes=8)
    run(session, Verdict.AC)
    revealed = session.reveal_run()

    session.answer(revealed.proposed)

    assert set(revealed.outcomes) == {Rating.HARD, Rating.GOOD, Rating.EASY}
    assert log(store) == [(CARD, Rating.GOOD)]
    assert isinstance(stored(CARD), Review)
    assert stored(CARD).interval_days * 86_400 == revealed.outcomes[Rating.GOOD].interval_s


@pytest.mark.parametrize(
    ("failed_and_minutes", "proposed"),
    [
        ((0, 2), Rating.EASY),
        ((0, 10), Rating.GOOD),
        ((0, 31), Rating.HARD),
        ((1, 2), Rating.GOOD),
        ((2, 2), Rating.HARD),
    ],
)
def test_attempts_and_time_make_the_rating(
    session: StudySession, clock: Callable, run: Callable, failed_and_minutes: tuple[int, int], proposed: Rating
) -> None:
    failed, minutes = failed_and_minutes
    for _ in range(failed):
        run(session, Verdict.WA)
    clock.pass_(minutes=minutes)

    run(session, Verdict.AC)

    assert session.reveal_run().proposed is proposed


def test_errors_of_the_judge_are_no_attempts(session: StudySession, clock: Callable, run: Callable) -> None:
    for _ in range(3):
        run(session, Verdict.JE)
    clock.pass_(minutes=5)

    run(session, Verdict.AC)

    assert session.reveal_run().proposed is Rating.GOOD


def test_time_that_the_judge_took_is_not_the_learners(
    session: StudySession, store: Store, clock: Callable, run: Callable
) -> None:
    clock.pass_(minutes=40)
    session.waited(35 * 60)
    run(session, Verdict.AC)
    clock.pass_(minutes=10)

    session.answer(session.reveal_run().proposed)

    with store.read() as tx:
        (row,) = tx.review_rows(since=0)
    assert (row.rating, row.duration_s) == (Rating.GOOD, 300)


def test_a_morning_at_one_exercise_counts_as_an_hour(
    session: StudySession, store: Store, clock: Callable, run: Callable
) -> None:
    clock.pass_(hours=5)
    run(session, Verdict.AC)

    session.answer(session.reveal_run().proposed)

    with store.read() as tx:
        (row,) = tx.review_rows(since=0)
    assert (row.rating, row.duration_s) == (Rating.HARD, 3600)


def test_what_is_saved_after_the_success_spoils_nothing(session: StudySession, clock: Callable, run: Callable) -> None:
    clock.pass_(minutes=5)
    run(session, Verdict.AC)
    for verdict in (Verdict.WA, Verdict.WA, Verdict.WA, Verdict.AC):
        run(session, verdict)

    assert session.is_solved
    assert session.reveal_run().proposed is Rating.GOOD


def test_hints_are_recorded_weakest_first_and_make_a_success_hard(
    hinted: StudySession, store: Store, clock: Callable, run: Callable
) -> None:
    first, second = hinted.exercise_hint(), hinted.exercise_hint()
    clock.pass_(minutes=5)
    run(hinted, Verdict.AC)
    hinted.answer(hinted.reveal_run().proposed)

    assert (first.number, first.text, second.number, second.is_last) == (1, Text.of("Which survive?"), 2, True)
    assert log(store) == [(CARD, Rating.HARD)]
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("SELECT correct, hints FROM review_log").fetchall() == [(1, 2)]


def test_an_exercise_without_hints_has_none(session: StudySession) -> None:
    assert session.exercise_hint() is None


def test_giving_up_is_again_and_it_returns_in_ten_minutes(
    session: StudySession, store: Store, stored: Callable, clock: Callable
) -> None:
    revealed = session.reveal_run()
    session.answer(Rating.AGAIN)

    assert set(revealed.outcomes) == {Rating.AGAIN}
    assert revealed.outcomes[Rating.AGAIN].interval_s == 600
    assert log(store) == [(CARD, Rating.AGAIN)]
    assert (stored(CARD).due_at - clock()).total_seconds() == 600


def test_solving_it_after_giving_up_counts_the_failure_as_an_attempt(
    session: StudySession, store: Store, clock: Callable, run: Callable
) -> None:
    session.reveal_run()
    session.answer(Rating.AGAIN)
    clock.pass_(minutes=11)
    while (asked := session.next()) is not None and asked.exercise is None:
        session.skip()
    run(session, Verdict.WA)
    clock.pass_(minutes=5)
    run(session, Verdict.AC)

    session.answer(session.reveal_run().proposed)

    assert log(store) == [(CARD, Rating.AGAIN), (CARD, Rating.HARD)]


def test_put_off_it_waits_where_it_was_and_its_attempts_are_remembered(
    session: StudySession, start: Callable, stored: Callable, clock: Callable, run: Callable
) -> None:
    run(session, Verdict.WA)
    run(session, Verdict.WA)
    session.wait_for_grading()
    while (asked := session.next()) is not None:
        assert asked.exercise is None
        session.skip()
    untouched = stored(CARD)

    later = start()
    while (asked := later.next()) is not None and asked.exercise is None:
        later.skip()
    clock.pass_(minutes=5)
    run(later, Verdict.AC)

    assert untouched == New()
    assert later.reveal_run().proposed is Rating.HARD


def test_undo_takes_back_the_answer_and_no_other_and_the_card_is_asked_again(
    session: StudySession, store: Store, stored: Callable, clock: Callable, run: Callable
) -> None:
    run(session, Verdict.WA)
    clock.pass_(minutes=5)
    run(session, Verdict.AC)
    session.answer(session.reveal_run().proposed)

    undone = session.undo()
    asked = session.next()

    assert isinstance(undone, UndoneAnswer)
    assert undone.card_id == CARD
    assert log(store) == []
    assert stored(CARD) == New()
    assert asked is not None
    assert asked.question.card.id == CARD
    assert not session.is_solved
    assert verdicts(store) == [Verdict.WA, Verdict.AC]
    assert session.undo() is None


def test_the_rating_is_the_one_that_grade_would_give(
    session: StudySession, start: Callable, store: Store, clock: Callable, run: Callable
) -> None:
    """Where neither attempts before today nor the time make a difference, study and grade store the same."""
    clock.pass_(minutes=5)
    run(session, Verdict.AC)
    session.answer(session.reveal_run().proposed)
    with store.read() as tx:
        studied = tx.progress(CARD)
    session.undo()

    scheduling = Scheduling(session._zone, SchedulerOptions(new_per_day=100, fuzz=False), Fsrs6())
    file_result(store, result_at(clock(), Verdict.AC), source="x = 1\n", path="/x.py", scheduling=scheduling)

    with store.read() as tx:
        assert tx.progress(CARD) == studied
    assert studied.state is State.REVIEW


def test_after_a_look_at_the_solution_in_another_window_a_success_is_again_and_counts_once(
    session: StudySession, store: Store, clock: Callable, run: Callable
) -> None:
    scheduling = Scheduling(session._zone, SchedulerOptions(fuzz=False), Fsrs6())
    file_reveal(store, EXERCISE, at=clock(), scheduling=scheduling)
    run(session, Verdict.AC)

    revealed = session.reveal_run()

    assert set(revealed.outcomes) == {Rating.AGAIN}
    assert revealed.outcomes[Rating.AGAIN].interval_s >= 86_400
    with pytest.raises(StaleAnswerError):
        session.answer(Rating.AGAIN)
    assert log(store) == [(CARD, Rating.AGAIN)]


def test_a_source_that_was_accepted_before_is_an_old_solution(session: StudySession, clock: Callable) -> None:
    session.file_run(result_at(clock(), Verdict.WA), source="wrong", path="/x.py")
    session.file_run(result_at(clock(), Verdict.AC), source="right", path="/x.py")

    assert [session.is_old_solution(source) for source in ("right", "wrong", "new")] == [True, False, False]


def test_other_cards_have_neither_runs_nor_hints_of_an_exercise(start: Callable, clock: Callable) -> None:
    session = start()
    session.next()

    for call in (
        session.exercise_hint,
        session.reveal_run,
        lambda: session.file_run(result_at(clock(), Verdict.AC), source="", path=""),
    ):
        with pytest.raises(ValueError, match="exercise"):
            call()


IN_REVIEW = """
UPDATE card_state SET state = 'review', stability = :stability, difficulty = 5.0, interval_days = 40, repetitions = 3,
 reviewed_at_ms = :now_ms - 40 * 86400000, reviewed_on = :today - 40, due_on = :today
WHERE card_key = (SELECT key FROM card WHERE id = :card)
"""


@pytest.fixture
def known(store: Store, start: Callable[..., StudySession], clock: Callable) -> StudySession:
    """A session that asks the exercise, then the card KNOWN, which is of a topic that the exercise has too."""
    begun = start(scheduling=SchedulerOptions(new_per_day=0, fuzz=False))
    with store.write() as tx:
        exercise = tx.exercise(EXERCISE)
        assert exercise is not None
        wider = replace(exercise, topics=(*exercise.topics, tx.card(KNOWN).topic), version="v2")
        tx.apply_content([], [wider], origin="test", retire_missing=False, at=clock())
    now_ms = int(clock().timestamp() * 1000)
    with closing(sqlite3.connect(store.path)) as database, database:
        for card, stability in ((CARD, 5.0), (KNOWN, 40.0)):
            values = {"card": card, "stability": stability, "today": begun.today, "now_ms": now_ms}
            database.execute(IN_REVIEW, values)
    asked = begun.next()
    assert asked is not None
    assert asked.exercise is not None
    return begun


def due_on(store: Store, card: CardId) -> int:
    with store.read() as tx:
        schedule = tx.progress(card).schedule
    assert isinstance(schedule, Review)
    return schedule.due_on


def test_a_pass_in_a_session_counts_for_the_cards_of_its_topics_and_one_undo_takes_both_back(
    known: StudySession, store: Store, run: Callable
) -> None:
    before = due_on(store, KNOWN)
    run(known, Verdict.AC)
    known.answer(known.reveal_run().proposed)

    assert known.credited == 1
    assert due_on(store, KNOWN) > before

    known.undo()

    assert due_on(store, KNOWN) == before
    assert log(store) == []


def asked_by(session: StudySession) -> list[CardId]:
    """What the session still asks."""
    left = []
    while (asked := session.next()) is not None:
        left.append(asked.question.card.id)
        session.skip()
    return left


def test_a_card_that_a_pass_put_off_is_not_asked_any_more_today(
    known: StudySession, store: Store, run: Callable
) -> None:
    run(known, Verdict.AC)
    known.answer(known.reveal_run().proposed)

    assert KNOWN not in asked_by(known)


def test_a_card_is_asked_today_where_the_exercise_was_put_off(known: StudySession) -> None:
    known.wait_for_grading()

    assert KNOWN in asked_by(known)


def test_giving_up_counts_for_no_other_card(known: StudySession, store: Store) -> None:
    before = due_on(store, KNOWN)
    known.answer(known.reveal_run().proposed)

    assert known.credited == 0
    assert due_on(store, KNOWN) == before
