"""Passing an exercise puts off the known cards of its topics: logged, with a reason, and taken back by one undo."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from quizzer.content import read_library
from quizzer.domain.act import UndoneAct
from quizzer.domain.card import CardId, DeckId, TopicId
from quizzer.domain.credit import Credit
from quizzer.domain.fitting import LoggedRating
from quizzer.domain.memory import Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord, ReviewId, UndoneAnswer
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.interchange.writers import Format
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.replay import replay
from quizzer.services.card_record import card_record
from quizzer.services.exchange import calendar_at, import_file
from quizzer.services.exchange_out import export_deck
from quizzer.services.exercises import find_exercise
from quizzer.services.grade import Filed, Scheduling, file_result, file_reveal
from quizzer.services.preferences import set_setting
from quizzer.services.rescheduling import reschedule
from quizzer.storage.store import Store, open_store
from small_content import rewrite, write_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RANK, ROWS, CODE = (CardId(f"mini/{name}") for name in ("rank", "rows", "exercise-double"))
MINI = DeckId("mini")
OPTIONS = SchedulerOptions(fuzz=False, learning_steps_s=(), relearning_steps_s=(600.0,))
SCHEDULING = Scheduling(zone=UTC, options=OPTIONS, model=Fsrs6())
HOW_OUT: Mapping[str, Any] = {"how": Format.JSON, "language": "en", "zone": UTC, "options": OPTIONS}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = write_content(tmp_path / "content")
    deck = folder / "decks/mini/deck.yaml"
    rewrite(deck, "  - {id: tensors}\n", "  - {id: tensors}\n  - {id: axes}\n  - {id: rest}\n")
    cards = folder / "decks/mini/cards/tensors.yaml"
    rewrite(cards, "id: rows\n    kind: basic\n    topic: tensors", "id: rows\n    kind: basic\n    topic: axes")
    more = cards.read_text(encoding="utf-8").split("  - id: rows")[0].replace("id: rank", "id: other")
    cards.with_name("rest.yaml").write_text(more.replace("topic: tensors", "topic: rest"), encoding="utf-8")
    rewrite(folder / "exercises/basics/double/exercise.yaml", "topics: [tensors]", "topics: [tensors, axes]")
    library = read_library([folder])
    with open_store(tmp_path / "quizzer.db") as opened:
        with opened.write() as tx:
            tx.apply_content(library.decks, library.exercises, origin="test", retire_missing=True, at=NOON)
        yield opened


def answered(store: Store, card: CardId, at: datetime, rating: Rating = Rating.GOOD) -> None:
    moment = moment_at(at, zone=UTC, rollover_hour=4)
    with store.write() as tx:
        before = tx.progress(card)
        outcome = four_answers(before, card_id=card, moment=moment, options=OPTIONS, model=SCHEDULING.model)[rating]
        record = AnswerRecord(
            card, rating, before, outcome.progress, at, moment.today,
            outcome.interval_s, outcome.elapsed_days, outcome.scheduled_days, 5.0,
        )  # fmt: skip
        tx.record_answer(record)


def graded(store: Store, at: datetime, verdict: Verdict = Verdict.AC, scheduling: Scheduling = SCHEDULING) -> Filed:
    exercise = find_exercise(store, "double")
    result = GradeResult(
        exercise=exercise.id,
        exercise_version=exercise.version,
        verdict=verdict,
        checks=(CheckResult("doubles", Text.of("Doubles"), verdict, 2.0, 2.0),),
        seed=1,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.1,
        graded_at=at,
    )
    return file_result(store, result, source="x = 1\n", path="x.py", scheduling=scheduling)


def progress(store: Store, card: CardId) -> Progress:
    with store.read() as tx:
        return tx.progress(card)


def review(store: Store, card: CardId) -> Review:
    schedule = progress(store, card).schedule
    assert isinstance(schedule, Review)
    return schedule


def dump(store: Store) -> list[str]:
    raw = sqlite3.connect(store.path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


@pytest.fixture
def two_days_later(store: Store) -> datetime:
    """Both cards of the exercise's topics, and one of another topic, were learned; two days have passed."""
    for card in (RANK, ROWS, CardId("mini/other")):
        answered(store, card, NOON)
    return NOON + timedelta(days=2)


def test_a_pass_puts_off_the_cards_of_every_topic_of_the_exercise_and_no_others(
    store: Store, two_days_later: datetime
) -> None:
    before = {card: review(store, card) for card in (RANK, ROWS, CardId("mini/other"))}

    filed = graded(store, two_days_later)

    assert filed.credited == 2
    for card in (RANK, ROWS):
        assert review(store, card).due_on > before[card].due_on
        assert review(store, card).memory == before[card].memory
        assert review(store, card).reviewed_on == before[card].reviewed_on
        assert review(store, card).due_on == before[card].reviewed_on + review(store, card).interval_days
    assert review(store, CardId("mini/other")) == before[CardId("mini/other")]


def test_the_pass_is_worth_half_of_the_answer_that_it_stands_for(store: Store, two_days_later: datetime) -> None:
    before = review(store, RANK)
    moment = moment_at(two_days_later, zone=UTC, rollover_hour=4)
    answers = four_answers(progress(store, RANK), card_id=RANK, moment=moment, options=OPTIONS, model=SCHEDULING.model)
    good = answers[Rating.GOOD].progress.schedule

    graded(store, two_days_later)

    assert isinstance(good, Review)
    assert review(store, RANK).due_on == before.due_on + (good.due_on - before.due_on) // 2


def test_a_failed_run_a_judges_failure_and_a_solution_read_first_put_nothing_off(
    store: Store, two_days_later: datetime
) -> None:
    before = progress(store, RANK)

    filed = [graded(store, two_days_later, verdict) for verdict in (Verdict.WA, Verdict.JE)]
    file_reveal(store, find_exercise(store, "double").id, at=two_days_later, scheduling=SCHEDULING)
    filed.append(graded(store, two_days_later))

    assert [one.credited for one in filed] == [0, 0, 0]
    assert progress(store, RANK) == before


def test_a_second_pass_on_the_same_day_counts_for_nothing(store: Store, two_days_later: datetime) -> None:
    graded(store, two_days_later)
    before = review(store, RANK)

    assert graded(store, two_days_later + timedelta(hours=1)).credited == 0
    assert review(store, RANK) == before


def test_cards_that_are_new_forgotten_or_suspended_are_left_alone(store: Store) -> None:
    answered(store, ROWS, NOON)
    answered(store, ROWS, NOON + timedelta(days=5), Rating.AGAIN)
    forgotten = progress(store, ROWS)
    assert graded(store, NOON + timedelta(days=6)).credited == 0
    assert progress(store, RANK) == Progress()
    assert progress(store, ROWS) == forgotten

    answered(store, RANK, NOON + timedelta(days=6))
    with store.write() as tx:
        tx.set_suspended([RANK], suspended=True, at=NOON)

    assert graded(store, NOON + timedelta(days=90)).credited == 0


def test_the_cards_of_exercises_are_code_and_gain_nothing_from_other_code(store: Store) -> None:
    graded(store, NOON)
    answered(store, RANK, NOON)

    with store.read() as tx:
        assert [one.card_id for one in tx.placed_in(map(TopicId, ("tensors", "axes", "tensors")))] == [RANK]


def test_a_card_that_was_answered_since_is_not_put_off(store: Store, two_days_later: datetime) -> None:
    now = review(store, RANK)
    exercise = find_exercise(store, "double").id
    stale = Credit(RANK, progress(store, RANK).repetitions - 1, now.due_on, now.due_on + 5)

    with store.write() as tx:
        moved = tx.credit(
            exercise,
            [stale],
            after=ReviewId(tx.newest_review()),
            at=two_days_later,
            on=StudyDay(now.reviewed_on + 2),
        )

    assert moved == ()
    assert review(store, RANK) == now
    with store.read() as tx:
        assert tx.credits_of(RANK) == ()


def test_switched_off_an_exercise_says_nothing_of_cards(store: Store, two_days_later: datetime) -> None:
    before = review(store, RANK)
    off = replace(SCHEDULING, options=replace(OPTIONS, exercise_credit=0.0))

    assert graded(store, two_days_later, scheduling=off).credited == 0
    assert review(store, RANK) == before


def test_a_deck_may_have_a_share_of_its_own(store: Store, two_days_later: datetime) -> None:
    before = review(store, RANK)
    own = replace(OPTIONS, decks={DeckId("mini"): replace(OPTIONS, exercise_credit=0.0)})

    graded(store, two_days_later, scheduling=replace(SCHEDULING, options=own))

    assert review(store, RANK) == before


def test_one_undo_takes_back_the_pass_and_what_it_did_to_cards(store: Store, two_days_later: datetime) -> None:
    states = {card: progress(store, card) for card in (RANK, ROWS, CODE)}
    before = [line for line in dump(store) if "submission" not in line]
    graded(store, two_days_later)
    assert progress(store, RANK) != states[RANK]

    with store.write() as tx:
        undone = tx.undo_last()

    assert isinstance(undone, UndoneAnswer)
    assert undone.card_id == CODE
    assert {card: progress(store, card) for card in (RANK, ROWS, CODE)} == states
    assert [line for line in dump(store) if "submission" not in line] == before


def test_memory_stays_what_the_log_gives(store: Store, two_days_later: datetime) -> None:
    graded(store, two_days_later)
    answered(store, RANK, two_days_later + timedelta(days=20))

    with store.read() as tx:
        log = list(map(LoggedRating._make, tx.logged_ratings()))
        stored = [tuple(one) for one in tx.memories()]
    assert stored == [tuple(one) for one in replay(log, None)]


def test_the_page_of_a_card_says_why_its_day_moved(store: Store, two_days_later: datetime) -> None:
    was = review(store, RANK)
    graded(store, two_days_later)

    record = card_record(store, RANK, now=two_days_later, zone=UTC, options=OPTIONS, model=SCHEDULING.model)
    other = card_record(
        store, CardId("mini/other"), now=two_days_later, zone=UTC, options=OPTIONS, model=SCHEDULING.model
    )

    credit = record.credits[0]
    assert len(record.credits) == 1
    assert (credit.exercise, credit.passed_at) == ("double", two_days_later)
    assert credit.passed_on == StudyDay(two_days_later.date().toordinal())
    assert (credit.due_before, credit.due_after) == (was.due_on, review(store, RANK).due_on)
    assert other.credits == ()


def test_rescheduling_keeps_what_a_pass_has_added(store: Store, two_days_later: datetime) -> None:
    set_setting(store, "fuzz", "off")
    set_setting(store, "learning_steps", "none")
    before = review(store, RANK)
    graded(store, two_days_later)
    added = review(store, RANK).due_on - before.due_on
    assert reschedule(store, now=two_days_later, zone=UTC).moved == 0

    set_setting(store, "desired_retention", "80%")
    reschedule(store, now=two_days_later, zone=UTC)
    with_credit = review(store, RANK)
    with store.write() as tx:
        tx.undo_last()

    assert added > 0
    assert review(store, RANK).due_on == with_credit.due_on - added
    assert reschedule(store, now=two_days_later, zone=UTC).moved == 0


def test_an_answer_ends_what_a_pass_has_added(store: Store, two_days_later: datetime) -> None:
    set_setting(store, "fuzz", "off")
    graded(store, two_days_later)
    answered(store, RANK, two_days_later + timedelta(days=1))
    after = review(store, RANK)

    assert reschedule(store, now=two_days_later + timedelta(days=1), zone=UTC).moved >= 0
    assert review(store, RANK) == after


@pytest.fixture
def moved_out(store: Store, two_days_later: datetime, tmp_path: Path) -> Iterator[Store]:
    """An empty database into which the deck went by a backup, after the exercise was passed."""
    graded(store, two_days_later)
    export_deck(store, MINI, tmp_path / "one.json", now=two_days_later, **HOW_OUT)
    calendar = calendar_at(two_days_later, zone=UTC, options=OPTIONS)
    with open_store(tmp_path / "other.db") as other:
        import_file(other, tmp_path / "one.json", calendar=calendar, options=OPTIONS, dry_run=False)
        yield other


def test_a_backup_carries_what_put_cards_off(
    store: Store, moved_out: Store, two_days_later: datetime, tmp_path: Path
) -> None:
    with store.read() as here, moved_out.read() as there:
        assert len(here.credits_of(RANK)) == 1
        assert list(there.past_credits()) == list(here.past_credits())
        assert there.credited_days() == here.credited_days()

    export_deck(moved_out, MINI, tmp_path / "two.json", now=two_days_later, **HOW_OUT)
    assert (tmp_path / "two.json").read_text() == (tmp_path / "one.json").read_text()


def test_in_the_other_database_rescheduling_keeps_what_was_added(moved_out: Store, two_days_later: datetime) -> None:
    stored = review(moved_out, RANK)

    reschedule(moved_out, now=two_days_later, zone=UTC, dry_run=False)

    assert review(moved_out, RANK) == stored


def test_in_the_other_database_an_undo_of_the_pass_takes_its_credit_back(moved_out: Store, store: Store) -> None:
    with moved_out.write() as tx:
        tx.undo_last()
    with store.write() as tx:
        undone = tx.undo_last()

    assert isinstance(undone, UndoneAnswer)
    assert undone.card_id == CODE
    assert review(moved_out, RANK) == review(store, RANK)
    with moved_out.read() as tx:
        assert list(tx.past_credits()) == []


@pytest.fixture
def rank_alone(store: Store, two_days_later: datetime, tmp_path: Path) -> Path:
    """A backup in which a card was put off, without the card of the exercise that did it."""
    graded(store, two_days_later)
    export_deck(store, MINI, tmp_path / "one.json", now=two_days_later, **HOW_OUT)
    plain = json.loads((tmp_path / "one.json").read_text())
    plain["cards"] = [one for one in plain["cards"] if one["card"]["id"] == RANK]
    (tmp_path / "rank.json").write_text(json.dumps(plain))
    return tmp_path / "rank.json"


def test_a_credit_whose_pass_stayed_behind_is_taken_back_by_no_undo(
    rank_alone: Path, two_days_later: datetime, tmp_path: Path
) -> None:
    calendar = calendar_at(two_days_later, zone=UTC, options=OPTIONS)
    with open_store(tmp_path / "other.db") as other:
        import_file(other, rank_alone, calendar=calendar, options=OPTIONS, dry_run=False)
        with other.write() as tx:
            tx.undo_last()

        with other.read() as tx:
            assert len(tx.credits_of(RANK)) == 1


def test_a_credit_that_comes_in_hides_no_act_that_was_done_here(
    store: Store, rank_alone: Path, two_days_later: datetime, tmp_path: Path
) -> None:
    calendar = calendar_at(two_days_later, zone=UTC, options=OPTIONS)
    with open_store(tmp_path / "other.db") as other:
        with store.read() as tx:
            deck = tx.stored_deck(MINI)
        assert deck is not None
        with other.write() as tx:
            tx.apply_content([deck.deck], (), origin="test", retire_missing=True, at=NOON)
        answered(other, ROWS, NOON)
        with other.write() as tx:
            tx.set_flag([ROWS], flag=3, at=NOON)

        import_file(other, rank_alone, calendar=calendar, options=OPTIONS, dry_run=False)
        with other.read() as tx:
            assert len(tx.credits_of(RANK)) == 1
        with other.write() as tx:
            undone = tx.undo_last()

        assert isinstance(undone, UndoneAct)
        assert undone.cards == (ROWS,)
