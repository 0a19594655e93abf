"""A judged run is stored and moves the exercise's card by one rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizzer.content import read_library
from quizzer.domain.card import CardId, ExerciseId
from quizzer.domain.memory import Rating, Relearning, Review, State
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exercise_run import Scheduling
from quizzer.services.exercises import find_exercise, is_solved, next_hint, was_revealed
from quizzer.services.grade import Filed, file_result, file_reveal
from quizzer.storage.store import Store, open_store
from small_content import write_content

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CARD = CardId("mini/exercise-double")
SCHEDULING = Scheduling(zone=UTC, options=SchedulerOptions(fuzz=False), model=Fsrs6())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    library = read_library([write_content(tmp_path / "content")])
    with open_store(tmp_path / "quizzer.db") as opened:
        with opened.write() as tx:
            tx.apply_content(library.decks, library.exercises, origin="test", retire_missing=True, at=NOON)
        yield opened


def graded(store: Store, verdict: Verdict, at: datetime) -> Filed:
    exercise = find_exercise(store, "double")
    points = 2.0 if verdict.accepted else 0.0
    result = GradeResult(
        exercise=exercise.id,
        exercise_version=exercise.version,
        verdict=verdict,
        checks=(CheckResult("doubles", Text.of("Doubles"), verdict, points, 2.0),),
        seed=1,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.1,
        graded_at=at,
    )
    return file_result(store, result, source="x = 1\n", path="x.py", scheduling=SCHEDULING)


def ratings(store: Store) -> list[Rating]:
    with store.read() as tx:
        return [row.rating for row in tx.review_rows(since=0)]  # type: ignore[arg-type]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_a_first_success_graduates_the_card_and_names_the_days_until_it_returns(store: Store) -> None:
    filed = graded(store, Verdict.AC, NOON)

    with store.read() as tx:
        progress = tx.progress(CARD)
    assert filed.rating is Rating.GOOD
    assert isinstance(progress.schedule, Review)
    assert filed.returns_in_s == progress.schedule.interval_days * 86_400 >= 86_400


def test_a_failure_brings_the_exercise_back_in_ten_minutes(store: Store) -> None:
    filed = graded(store, Verdict.WA, NOON)

    assert filed.rating is Rating.AGAIN
    assert filed.returns_in_s == 600
    with store.read() as tx:
        assert tx.progress(CARD).state is State.LEARNING


def test_failing_again_while_working_on_it_counts_once(store: Store) -> None:
    graded(store, Verdict.WA, NOON)

    again = [graded(store, verdict, NOON + minutes(15)) for verdict in (Verdict.RTE, Verdict.TLE)]

    assert [filed.counted for filed in again] == [False, False]
    assert ratings(store) == [Rating.AGAIN]


def test_a_success_after_one_failure_is_good_and_after_two_is_hard(store: Store) -> None:
    graded(store, Verdict.WA, NOON)
    assert graded(store, Verdict.AC, NOON + minutes(5)).rating is Rating.GOOD

    the_next_week = NOON + timedelta(days=7)
    graded(store, Verdict.WA, the_next_week)
    graded(store, Verdict.WA, the_next_week + minutes(1))

    assert graded(store, Verdict.AC, the_next_week + minutes(2)).rating is Rating.HARD


def test_a_success_after_a_hint_is_hard(store: Store) -> None:
    with store.read() as tx:
        exercise = tx.exercise(ExerciseId("double"))
    assert exercise is not None
    next_hint(store, exercise, today=NOON.date().toordinal())  # type: ignore[arg-type]

    filed = graded(store, Verdict.AC, NOON)

    assert filed.rating is Rating.HARD
    assert filed.returns_in_s is not None
    assert filed.returns_in_s >= 86_400


def test_after_a_success_nothing_more_counts_that_day(store: Store) -> None:
    first = graded(store, Verdict.AC, NOON)

    later = [graded(store, verdict, NOON + minutes(30)) for verdict in (Verdict.WA, Verdict.AC)]

    assert [filed.counted for filed in later] == [False, False]
    assert {filed.returns_in_s for filed in later} == {first.returns_in_s}
    assert ratings(store) == [Rating.GOOD]


def test_a_failure_at_the_next_review_is_a_lapse(store: Store) -> None:
    graded(store, Verdict.AC, NOON)

    graded(store, Verdict.WA, NOON + timedelta(days=10))

    with store.read() as tx:
        progress = tx.progress(CARD)
    assert progress.lapses == 1
    assert isinstance(progress.schedule, Relearning)


def test_an_error_of_the_judge_is_stored_and_never_counts(store: Store) -> None:
    filed = graded(store, Verdict.JE, NOON)

    assert not filed.counted
    assert ratings(store) == []
    with store.read() as tx:
        assert tx.progress(CARD).state is State.NEW
        assert [run.result.verdict for run in tx.submissions(ExerciseId("double"))] == [Verdict.JE]


def test_every_run_is_stored_with_source_and_path(store: Store) -> None:
    graded(store, Verdict.WA, NOON)
    graded(store, Verdict.AC, NOON + minutes(1))

    with store.read() as tx:
        newest, oldest = tx.submissions(ExerciseId("double"))
    assert (newest.result.verdict, oldest.result.verdict) == (Verdict.AC, Verdict.WA)
    assert (newest.path, newest.source) == ("x.py", "x = 1\n")


def test_an_exercise_without_a_card_is_stored_and_not_scheduled(store: Store, tmp_path: Path) -> None:
    cards = tmp_path / "content/decks/mini/cards/tensors.yaml"
    cards.write_text(cards.read_text(encoding="utf-8").split("  - id: exercise-double")[0], encoding="utf-8")
    library = read_library([tmp_path / "content"])
    with store.write() as tx:
        tx.apply_content(library.decks, (), origin="other", retire_missing=True, at=NOON)

    filed = graded(store, Verdict.AC, NOON)

    assert filed == Filed(None, counted=False)


def revealed(store: Store, at: datetime) -> Filed:
    return file_reveal(store, ExerciseId("double"), at=at, scheduling=SCHEDULING)


def test_a_reveal_is_again_and_the_exercise_returns_on_another_day(store: Store) -> None:
    filed = revealed(store, NOON)

    assert (filed.rating, filed.counted) == (Rating.AGAIN, True)
    assert filed.returns_in_s == 86_400
    assert ratings(store) == [Rating.AGAIN]
    with store.read() as tx:
        assert was_revealed(tx, ExerciseId("double"), today=NOON.date().toordinal())  # type: ignore[arg-type]


def test_a_second_look_on_the_same_day_counts_no_more(store: Store) -> None:
    revealed(store, NOON)

    again = revealed(store, NOON + minutes(5))

    assert again == Filed(86_400, counted=False)
    assert ratings(store) == [Rating.AGAIN]


def test_a_reveal_that_was_taken_back_counts_no_more(store: Store) -> None:
    revealed(store, NOON)

    with store.write() as tx:
        tx.undo_last()

    with store.read() as tx:
        assert not was_revealed(tx, ExerciseId("double"), today=NOON.date().toordinal())  # type: ignore[arg-type]
    assert graded(store, Verdict.AC, NOON + minutes(5)).rating is Rating.GOOD
    assert ratings(store) == [Rating.GOOD]
    with store.read() as tx:
        # The answer has the number that the reveal's had.
        assert not was_revealed(tx, ExerciseId("double"), today=NOON.date().toordinal())  # type: ignore[arg-type]


def test_a_success_on_the_day_of_the_reveal_is_stored_and_moves_nothing(store: Store) -> None:
    revealed(store, NOON)

    copied = graded(store, Verdict.AC, NOON + minutes(5))

    assert copied == Filed(86_400, counted=False)
    assert ratings(store) == [Rating.AGAIN]
    with store.read() as tx:
        assert is_solved(tx, ExerciseId("double"))


def test_a_success_on_a_later_day_counts_as_ever(store: Store) -> None:
    revealed(store, NOON)

    filed = graded(store, Verdict.AC, NOON + timedelta(days=1))

    assert (filed.rating, filed.counted) == (Rating.GOOD, True)


def test_a_reveal_after_a_failure_ends_the_retries_of_the_day(store: Store) -> None:
    assert graded(store, Verdict.WA, NOON).returns_in_s == 600

    filed = revealed(store, NOON + minutes(3))

    assert filed.returns_in_s == 86_400
    assert graded(store, Verdict.WA, NOON + minutes(4)) == Filed(86_400, counted=False)


def test_a_reveal_of_what_was_learned_is_a_lapse(store: Store) -> None:
    graded(store, Verdict.AC, NOON)

    filed = revealed(store, NOON + timedelta(days=30))

    with store.read() as tx:
        assert tx.progress(CARD).lapses == 1
    assert filed.returns_in_s == 86_400


def test_a_reveal_without_a_card_is_recorded_all_the_same(store: Store, tmp_path: Path) -> None:
    cards = tmp_path / "content/decks/mini/cards/tensors.yaml"
    cards.write_text(cards.read_text(encoding="utf-8").split("  - id: exercise-double")[0], encoding="utf-8")
    library = read_library([tmp_path / "content"])
    with store.write() as tx:
        tx.apply_content(library.decks, (), origin="other", retire_missing=True, at=NOON)

    assert revealed(store, NOON) == Filed(None, counted=False)

    with store.read() as tx:
        assert was_revealed(tx, ExerciseId("double"), today=NOON.date().toordinal())  # type: ignore[arg-type]
