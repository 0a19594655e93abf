"""Acts on the card in front of the learner: what leaves the session, what stays, and how undo brings it back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.act import ActKind, Leech, Standing, UndoneAct
from quizzer.domain.card import CardId, ExerciseId
from quizzer.domain.memory import New, Rating
from quizzer.scheduler.options import SchedulerOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.services.study import StudySession
    from quizzer.storage.store import Store

    Start = Callable[..., StudySession]

MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"


@pytest.fixture
def dump(store: Store) -> Callable[[], list[str]]:
    """The whole database as statements."""

    def everything() -> list[str]:
        raw = sqlite3.connect(store.path)
        try:
            return list(raw.iterdump())
        finally:
            raw.close()

    return everything


def standing(store: Store, card_id: CardId) -> Standing:
    with store.read() as tx:
        return tx.standing(card_id)


def test_a_suspended_card_is_not_asked_again_in_any_session(
    start: Start, store: Store, clock: Callable, study_all: Callable
) -> None:
    session = start()
    first = session.next().question.card.id

    assert session.suspend() == first

    assert standing(store, first).suspended
    assert first not in study_all(session)
    clock.pass_(days=30)
    assert first not in study_all(start())


def test_undo_brings_a_suspended_card_back_before_the_one_asked(start: Start, store: Store) -> None:
    session = start()
    first = session.next().question.card.id
    session.suspend()
    second = session.next().question.card.id

    undone = session.undo()

    assert (undone.kind, undone.cards) == (ActKind.SUSPEND, (first,))
    assert not session.is_asking
    assert [session.next().question.card.id, skip_to_next(session)] == [first, second]
    assert not standing(store, first).suspended


def skip_to_next(session: object) -> CardId:
    session.skip()
    return session.next().question.card.id


def test_undo_of_a_burial_brings_card_and_siblings_back(start: Start, store: Store) -> None:
    session = start()
    asked = session.next()
    left = session.counts.new
    session.bury()
    session.next()

    session.undo()

    assert session.next().question.card.id == asked.question.card.id
    assert session.counts.new == left
    assert standing(store, asked.question.card.id).buried_until is None


def test_flags_go_round_and_leave_the_card_on_the_table(start: Start, store: Store) -> None:
    session = start()
    card_id = session.next().question.card.id

    flags = [session.flag() for _ in range(9)]

    assert flags == [1, 2, 3, 4, 5, 6, 7, 0, 1]
    assert session.is_asking
    assert standing(store, card_id).flag == 1


def test_undo_of_a_flag_leaves_the_card_on_the_table_and_takes_one_step(start: Start, store: Store) -> None:
    session = start()
    card_id = session.next().question.card.id
    session.flag()
    session.flag()

    session.undo()

    assert session.is_asking
    assert standing(store, card_id).flag == 1
    assert session.flag() == 2


def test_a_mark_comes_and_goes(start: Start, store: Store) -> None:
    session = start()
    card_id = session.next().question.card.id

    assert session.toggle_mark()
    assert standing(store, card_id).marked
    assert not session.toggle_mark()
    assert not standing(store, card_id).marked


def test_a_flagged_card_shows_its_flag_when_it_is_asked_again(start: Start) -> None:
    session = start()
    card_id = session.next().question.card.id
    session.flag()

    asked = start().next()

    assert (asked.question.card.id, asked.standing.flag) == (card_id, 1)


def test_a_session_is_undone_to_its_beginning_one_act_at_a_time(
    start: Start, store: Store, stored: Callable, dump: Callable
) -> None:
    before = dump()
    session = start()
    first = session.next().question.card.id
    session.flag()
    session.reveal()
    session.answer(Rating.AGAIN)
    session.next()
    session.toggle_mark()
    session.suspend()
    session.next()
    session.bury()
    session.next()

    undone = [session.undo() for _ in range(5)]

    assert [one.kind if isinstance(one, UndoneAct) else one.rating for one in undone] == [
        ActKind.BURY,
        ActKind.SUSPEND,
        ActKind.MARK,
        Rating.AGAIN,
        ActKind.FLAG,
    ]
    assert session.undo() is None
    assert stored(first) == New()
    assert dump() == before
    assert session.next().question.card.id == first


def test_undo_of_an_act_from_elsewhere_lets_the_session_go_on(start: Start, store: Store, clock: Callable) -> None:
    session = start()
    first = session.next().question.card.id
    with store.write() as tx:
        tx.set_suspended([first], suspended=True, at=clock())
        tx.set_suspended([first], suspended=False, at=clock())

    session.undo()

    assert session.next().question.card.id != first


def test_undo_of_a_suspension_from_elsewhere_keeps_the_card_that_is_asked(
    start: Start, store: Store, clock: Callable
) -> None:
    session = start()
    session.next()
    session.reveal()
    session.answer(Rating.GOOD)
    asked = session.next().question.card.id
    with store.write() as tx:
        tx.set_suspended([asked], suspended=True, at=clock())
    # By now a step is due, which would come first.
    clock.pass_(minutes=11)

    session.undo()

    assert session.next().question.card.id == asked


ONE = CardId("mini/bn-toggle")


@pytest.fixture
def forget(start: Start, store: Store, clock: Callable) -> Callable[..., list[Leech]]:
    """Learn one card and forget it, so many times; the leeches that the answers told."""
    with store.write() as tx:
        others = [card.id for card in read_deck(MINI).cards if card.id != ONE]
        tx.set_suspended(others, suspended=True, at=clock())

    def begin(times: int, *, leech_lapses: int) -> list[Leech]:
        session = start(scheduling=SchedulerOptions(fuzz=False, leech_lapses=leech_lapses))
        told = []
        for rating in (Rating.EASY, Rating.AGAIN) * times:
            clock.pass_(days=100)
            session.next()
            session.reveal()
            told.append(session.answer(rating))
        return [leech for leech in told if leech is not None]

    return begin


def test_a_card_is_a_leech_at_the_threshold_and_at_each_half_of_it_later(forget: Callable, store: Store) -> None:
    told = forget(9, leech_lapses=4)

    assert [leech.lapses for leech in told] == [4, 6, 8]
    assert standing(store, ONE).leech
    assert standing(store, ONE).suspended is False


def test_a_card_below_the_threshold_is_none(forget: Callable, store: Store) -> None:
    assert forget(3, leech_lapses=4) == []
    assert not standing(store, ONE).leech


def test_a_leech_names_the_exercises_of_its_topic(forget: Callable, store: Store, clock: Callable) -> None:
    with store.write() as tx:
        exercise = replace(tx.exercise(ExerciseId("mini-dropout")), topics=(tx.card(ONE).topic,))
        tx.apply_content([], [exercise], origin="test", retire_missing=False, at=clock())

    (leech,) = forget(1, leech_lapses=1)

    assert leech == Leech(ONE, 1, (ExerciseId("mini-dropout"),))


def test_a_leech_can_be_suspended_after_its_answer_and_undone_before_it(
    forget: Callable, store: Store, start: Start
) -> None:
    forget(1, leech_lapses=1)
    session = start()

    session.suspend(ONE)

    assert standing(store, ONE).suspended
    assert session.next() is None
    assert [session.undo().kind, session.undo().rating] == [ActKind.SUSPEND, Rating.AGAIN]
    assert not standing(store, ONE).leech


def test_a_note_is_shown_with_the_answer_and_is_one_step_of_undo(start: Start, store: Store) -> None:
    session = start()
    card_id = session.next().question.card.id

    assert session.set_remark("think of rows")
    assert not session.set_remark("think of rows")

    assert session.reveal().remark == "think of rows"
    assert session.undo().kind is ActKind.REMARK
    assert standing(store, card_id).remark == ""


def test_an_edited_card_is_asked_anew_as_it_now_is(start: Start, store: Store, clock: Callable) -> None:
    session = start()
    card = session.next().question.card
    with store.write() as tx:
        deck = read_deck(MINI)
        cards = tuple(replace(one, source="another page") if one.id == card.id else one for one in deck.cards)
        tx.apply_content([replace(deck, cards=cards)], [], origin="test", retire_missing=False, at=clock())

    session.ask_anew()

    assert session.next().question.card == replace(card, source="another page")


def test_a_card_that_its_author_removed_is_not_asked_anew(start: Start, store: Store, clock: Callable) -> None:
    session = start()
    card = session.next().question.card
    with store.write() as tx:
        deck = read_deck(MINI)
        cards = tuple(one for one in deck.cards if one.id != card.id)
        tx.apply_content([replace(deck, cards=cards)], [], origin="test", retire_missing=True, at=clock())

    session.ask_anew()

    assert session.next().question.card.id != card.id
