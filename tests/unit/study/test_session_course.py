"""The course of a session over a real database: what comes when, what waits, and what tomorrow brings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId, DeckId
from quizzer.domain.memory import New, Rating, Relearning
from quizzer.scheduler.options import SchedulerOptions
from quizzer.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.domain.card import Card

MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"
Start = "Callable[..., StudySession]"


def test_a_learning_card_comes_back_when_its_step_is_due(start: Start, clock: Callable) -> None:
    session = start()
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.AGAIN)
    assert session.next().question.card.id != first
    clock.pass_(seconds=61)

    session.skip()

    assert session.next().question.card.id == first


def test_when_nothing_else_is_left_a_step_within_twenty_minutes_comes_early(start: Start) -> None:
    session = start(new_cards=1)
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.GOOD)

    assert session.next().question.card.id == first


def test_a_step_beyond_twenty_minutes_is_waited_for(start: Start, clock: Callable) -> None:
    hour = SchedulerOptions(learning_steps_s=(60.0, 3600.0), fuzz=False)
    session = start(scheduling=hour, new_cards=1)
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.GOOD)

    assert session.next() is None
    clock.pass_(minutes=41)
    assert session.next().question.card.id == first


def test_a_skipped_card_waits_for_the_next_session(start: Start, study_all: Callable) -> None:
    session = start(new_cards=2)
    skipped = session.next().question.card.id
    session.skip()

    assert skipped not in study_all(session)
    assert start(new_cards=2).next().question.card.id == skipped
    assert session.tally.skipped == 1


def test_a_buried_note_is_away_until_tomorrow_with_its_siblings(
    start: Start, clock: Callable, study_all: Callable
) -> None:
    session = start()
    while "two-modes" not in session.next().question.card.id:
        session.skip()
    session.bury()

    rest = study_all(session) + study_all(start())
    clock.pass_(days=1)
    tomorrow = study_all(start())

    assert not [card_id for card_id in rest if "two-modes" in card_id]
    assert "mini/two-modes#c1" in tomorrow


def test_of_two_siblings_one_is_shown_a_day(start: Start, clock: Callable, study_all: Callable) -> None:
    today = study_all(start())
    clock.pass_(days=1)
    tomorrow = study_all(start())

    assert "mini/two-modes#c1" in today
    assert "mini/two-modes#c2" not in today
    assert "mini/two-modes#c2" in tomorrow


def test_an_exercise_waits_for_grading_and_is_stored_nowhere(
    start: Start, stored: Callable, study_all: Callable
) -> None:
    session = start()
    shown = study_all(session)

    assert shown.count("mini/dropout-exercise") == 1
    assert session.tally.exercises == ["mini-dropout"]
    assert stored("mini/dropout-exercise") == New()


def test_only_an_exercise_can_wait_for_grading(start: Start) -> None:
    session = start()
    session.next()

    with pytest.raises(ValueError, match="exercise"):
        session.wait_for_grading()


def test_the_limit_counts_cards_and_the_new_limit_new_ones(start: Start, study_all: Callable) -> None:
    assert len(study_all(start(cards=3))) == 3
    session = start(new_cards=2)
    study_all(session, Rating.EASY)
    assert session.tally.new_answered == 2


def test_a_new_limit_goes_beyond_the_limit_of_the_day(start: Start, study_all: Callable) -> None:
    two_a_day = SchedulerOptions(new_per_day=2, fuzz=False)
    assert len(study_all(start(scheduling=two_a_day), Rating.EASY)) == 2
    assert start(scheduling=two_a_day).next() is None

    more = study_all(start(scheduling=two_a_day, new_cards=3), Rating.EASY)

    assert len(more) == 3


def test_another_deck_than_asked_for_is_not_shown(start: Start) -> None:
    assert start(deck=DeckId("mini")).next() is not None
    assert start(deck=DeckId("other")).next() is None


def test_the_next_day_shows_exactly_what_is_due(
    start: Start, store: Store, clock: Callable, stored: Callable, study_all: Callable
) -> None:
    study_all(start())
    with store.read() as tx:
        in_review = {row.card_id for row in tx.review_rows(since=0)}
    due_on = {card_id: stored(card_id).due_on for card_id in in_review}
    clock.pass_(days=1)
    today = start().today

    shown = study_all(start(new_cards=0))

    assert sorted(shown) == sorted(card_id for card_id, on in due_on.items() if on <= today)


def test_a_forgotten_card_relearns_in_the_session_and_returns(start: Start, clock: Callable, stored: Callable) -> None:
    session = start(new_cards=1)
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.EASY)
    clock.now += timedelta(days=stored(first).interval_days)

    session = start(new_cards=0)
    session.next()
    session.reveal()
    session.answer(Rating.AGAIN)

    assert isinstance(stored(first), Relearning)
    assert session.next().question.card.id == first


def test_a_session_that_runs_past_the_rollover_goes_on_with_the_new_day(start: Start, clock: Callable) -> None:
    one_a_day = SchedulerOptions(new_per_day=1, fuzz=False)
    session = start(scheduling=one_a_day)
    session.next()
    session.reveal()
    session.answer(Rating.EASY)
    assert session.next() is None

    clock.pass_(hours=8)

    assert session.next() is not None


def test_counts_fall_as_cards_are_answered(start: Start) -> None:
    session = start()
    session.next()
    before = session.counts
    session.reveal()
    session.answer(Rating.GOOD)

    assert (before.new, before.learning, before.due) == (20, 0, 0)
    assert (session.counts.new, session.counts.learning) == (19, 1)


def test_a_card_whose_conditions_cannot_be_met_is_left_out_with_its_reason(
    start: Start, store: Store, study_all: Callable
) -> None:
    with store.read() as tx:
        card = tx.card(CardId("mini/linear-output"))
    impossible = replace(card, body=replace(card.body, where=("n < 0",)))
    _replace_card(store, impossible)

    session = start()
    shown = study_all(session)

    assert "mini/linear-output" not in shown
    assert [card_id for card_id, _ in session.tally.broken] == ["mini/linear-output"]


def test_torch_is_warmed_up_only_when_a_card_ahead_needs_it(start: Start, judge: object) -> None:
    session = start()
    session.next()

    session.warm_up()
    session.warm_up()

    assert judge.was_warmed.wait(timeout=10)
    assert judge.warmed == 1


def test_the_outlook_tells_when_the_next_card_is_due(start: Start, clock: Callable) -> None:
    hour = SchedulerOptions(learning_steps_s=(60.0, 3600.0), fuzz=False, new_per_day=1)
    session = start(scheduling=hour)
    session.next()
    session.reveal()
    session.answer(Rating.GOOD)
    assert session.next() is None

    outlook = session.outlook()

    assert outlook.next_at == clock.now + timedelta(hours=1)
    assert (outlook.left_today, outlook.due_tomorrow, outlook.new_waiting) == (0, 1, 20)


def test_new_cards_are_not_called_done_while_some_are_left_today(start: Start) -> None:
    session = start(scheduling=SchedulerOptions(new_per_day=2, fuzz=False))
    session.next()

    outlook = session.outlook()

    assert (outlook.left_today, outlook.new_waiting) == (2, 0)


def test_the_outlook_of_a_day_that_is_done_names_the_next_study_day(start: Start, study_all: Callable) -> None:
    options = SchedulerOptions(new_per_day=100, fuzz=False)
    session = start(scheduling=options)
    study_all(session, Rating.EASY)

    outlook = session.outlook()

    # The sibling that was held back today is the first card of tomorrow.
    assert outlook.next_on == session.today + 1
    assert outlook.left_today == 1  # the exercise, still to be graded
    assert outlook.next_at is None


def _replace_card(store: Store, card: Card) -> None:
    deck = read_deck(MINI)
    cards = tuple(card if one.id == card.id else one for one in deck.cards)
    at = datetime(2026, 3, 2, tzinfo=UTC)
    with store.write() as tx:
        tx.apply_content([replace(deck, cards=cards)], [], origin="test", retire_missing=False, at=at)
