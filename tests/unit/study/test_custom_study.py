"""Sessions about some cards only, ahead of time, against the clock, and cramming, which leaves the schedule alone."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.act import ActKind
from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating, Review
from quizzer.domain.search_parse import parse_search
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.services.search import share_of
from quizzer.services.study_arrange import CardFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizzer.services.study import StudySession
    from quizzer.storage.store import Store

    Start = Callable[..., StudySession]


def only(search: str) -> CardFilter:
    return CardFilter(parse_search(search), share_of(Fsrs6()))


def dump(path: Path) -> list[str]:
    raw = sqlite3.connect(path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


def test_a_session_about_a_search_asks_those_cards_and_no_others(start: Start, study_all: Callable, mini: Path) -> None:
    kinds = {card.id: card.kind for card in read_deck(mini).cards}

    shown = study_all(start(only=only("kind:choice or kind:order")))

    assert {kinds[card_id] for card_id in shown} == {CardKind.CHOICE, CardKind.ORDER}


def test_what_is_left_today_counts_just_the_cards_of_the_session(start: Start, mini: Path) -> None:
    choices = [card for card in read_deck(mini).cards if card.kind is CardKind.CHOICE]

    assert start(only=only("kind:choice")).outlook().left_today == len(choices)


def test_reviews_of_the_days_to_come_are_asked_ahead_and_rescheduled(
    start: Start, clock: Callable, stored: Callable, answer_right: Callable
) -> None:
    session = start(only=only("kind:basic"))
    first = session.next()
    answer_right(session, first, Rating.EASY)
    card_id = first.question.card.id
    due = stored(card_id)
    assert isinstance(due, Review)
    clock.pass_(days=1)
    wait = due.interval_days - 1

    assert start(new_cards=0, ahead_days=wait - 1).next() is None
    ahead = start(new_cards=0, ahead_days=wait)
    answer_right(ahead, ahead.next())

    assert stored(card_id).reviewed_on == due.reviewed_on + 1
    assert ahead.next() is None


def test_no_card_is_begun_after_the_time_is_up(start: Start, clock: Callable) -> None:
    session = start(minutes=10)
    session.next()
    clock.pass_(minutes=9, seconds=59)
    session.reveal()
    session.answer(Rating.AGAIN)
    assert session.next() is not None
    clock.pass_(seconds=1)

    session.reveal()
    session.answer(Rating.AGAIN)

    assert session.next() is None
    assert session.time_is_up
    assert session.tally.answered == 2


def test_cramming_asks_every_card_but_exercises_and_stores_nothing(
    start: Start, study_all: Callable, store: Store, mini: Path
) -> None:
    before = dump(store.path)

    shown = study_all(start(cram=True))

    cards = read_deck(mini).cards
    assert sorted(shown) == sorted(card.id for card in cards if card.kind is not CardKind.EXERCISE)
    assert dump(store.path) == before


def test_crammed_again_comes_back_after_all_others_until_it_is_known(start: Start) -> None:
    session = start(cram=True, only=only("kind:basic"))
    shown = [session.next().question.card.id]
    session.reveal()
    session.answer(Rating.AGAIN)
    while (asked := session.next()) is not None:
        shown.append(asked.question.card.id)
        session.reveal()
        session.answer(Rating.GOOD)

    assert shown[-1] == shown[0]
    assert len(shown) == len(set(shown)) + 1


def test_cramming_offers_again_and_good_alone(start: Start) -> None:
    session = start(cram=True, only=only("kind:basic"))
    session.next()
    session.hint()

    revealed = session.reveal()

    assert list(revealed.outcomes) == [Rating.AGAIN, Rating.GOOD]
    assert revealed.proposed is Rating.GOOD


def test_the_weakest_memory_is_crammed_first(start: Start, clock: Callable, answer_right: Callable) -> None:
    session = start(only=only("kind:basic"))
    strong = session.next()
    answer_right(session, strong, Rating.EASY)
    weak = session.next()
    answer_right(session, weak, Rating.AGAIN)
    clock.pass_(days=2)

    crammed = start(cram=True, only=only("kind:basic"))
    order = []
    while (asked := crammed.next()) is not None:
        order.append(asked.question.card.id)
        crammed.reveal()
        crammed.answer(Rating.GOOD)

    assert order[:2] == [weak.question.card.id, strong.question.card.id]


def test_undo_while_cramming_never_reaches_the_answers_that_count(start: Start, store: Store) -> None:
    session = start()
    session.next()
    session.reveal()
    session.answer(Rating.GOOD)
    before = dump(store.path)
    cram = start(cram=True, only=only("kind:basic"))
    first = cram.next().question.card.id
    cram.reveal()
    cram.answer(Rating.AGAIN)
    cram.next()
    cram.flag()

    assert cram.undo().kind is ActKind.FLAG
    assert (undone := cram.undo()).card_id == first
    assert undone.rating is Rating.AGAIN
    assert cram.tally.answered == 0
    assert cram.undo() is None

    assert dump(store.path) == before
    shown = []
    while (asked := cram.next()) is not None:
        shown.append(asked.question.card.id)
        cram.reveal()
        cram.answer(Rating.GOOD)
    assert shown[0] == first
    assert len(shown) == len(set(shown))


def test_a_card_suspended_while_cramming_is_gone_and_comes_back_by_undo(start: Start) -> None:
    cram = start(cram=True, only=only("kind:basic"))
    first = cram.next().question.card.id
    cram.suspend()
    assert cram.next().question.card.id != first

    cram.undo()

    assert cram.next().question.card.id == first


@pytest.fixture
def mini() -> Path:
    from pathlib import Path

    return Path(__file__).parents[2] / "golden" / "study" / "mini"
