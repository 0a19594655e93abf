"""What was typed and wrong is kept with its answer, for the author; nothing else that was typed is."""

from __future__ import annotations

import pytest

from quizzer.domain.card import CardKind, DeckId
from quizzer.domain.exchange import OwnHistory
from quizzer.domain.marking import mark
from quizzer.domain.memory import Rating
from quizzer.domain.review import MAX_TYPED


@pytest.fixture
def typed_at(store):
    """What the log keeps of wrong words, by kind of card."""

    def ask():
        with store.read() as tx:
            parcels = tx.parcels(DeckId("mini"))
        return {
            parcel.card.kind: [record.typed for record in parcel.history.records]
            for parcel in parcels
            if isinstance(parcel.history, OwnHistory)
        }

    return ask


def answer(session, kind, typed, rating=Rating.AGAIN):
    """Type ``typed`` at the first card of the kind, passing over the others."""
    while (asked := session.next()) is not None:
        if asked.question.card.kind is not kind:
            session.skip()
            continue
        session.reveal(typed)
        session.answer(rating)
        return
    raise AssertionError(f"no {kind} card came")


@pytest.mark.parametrize("kind", [CardKind.CLOZE, CardKind.COMPUTE])
def test_wrong_words_are_kept_with_their_answer_on_one_line(start, typed_at, kind):
    answer(start(), kind, "  something\n else  ")

    assert typed_at() == {kind: ["something else"]}


def test_right_words_are_not_kept(start, typed_at):
    session = start()
    while (asked := session.next()).question.card.kind is not CardKind.CLOZE:
        session.skip()
    session.reveal(mark(asked.question, "").answer)
    session.answer(Rating.GOOD)

    assert typed_at() == {CardKind.CLOZE: [None]}


def test_long_wrong_words_are_cut(start, typed_at):
    answer(start(), CardKind.CLOZE, "x" * 1000)

    assert typed_at() == {CardKind.CLOZE: ["x" * MAX_TYPED]}


def test_nothing_typed_is_nothing_kept(start, typed_at):
    answer(start(), CardKind.CLOZE, "   ")

    assert typed_at() == {CardKind.CLOZE: [None]}


def test_letters_of_shuffled_options_and_words_that_no_machine_judges_are_not_kept(start, typed_at):
    session = start()
    answer(session, CardKind.CHOICE, "z")
    answer(start(), CardKind.BASIC, "my own words", Rating.GOOD)

    assert typed_at() == {CardKind.CHOICE: [None], CardKind.BASIC: [None]}


def test_an_undo_takes_the_words_back_with_their_answer(start, typed_at):
    session = start()
    answer(session, CardKind.CLOZE, "something")

    session.undo()

    assert typed_at() == {}
