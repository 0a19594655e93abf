"""Decks that are read together: each after those that teach what it requires."""

from __future__ import annotations

from quizzer.content.topics import study_order
from quizzer.domain.card import Deck, DeckId, Topic, TopicId
from quizzer.domain.text import Text


def deck(name: str, *topics: str, requires: tuple[str, ...] = (), order: int | None = None) -> Deck:
    taught = tuple(Topic(TopicId(topic), tuple(map(TopicId, requires))) for topic in topics)
    return Deck(DeckId(name), "1", Text.of(name), Text.of(name), "MIT", taught, (), order=order)


def names(*decks: Deck) -> list[str]:
    return [one.id for one in study_order(decks)]


def test_a_deck_comes_after_what_it_requires_whatever_its_author_wishes() -> None:
    layers = deck("layers", "nn.Linear", requires=("matmul",), order=1)
    maths = deck("math", "matmul", requires=("tensor",), order=2)

    assert names(layers, maths, deck("tensors", "tensor")) == ["tensors", "math", "layers"]


def test_where_requirements_leave_it_open_the_order_decides_and_then_the_id() -> None:
    assert names(deck("a", "x"), deck("b", "y", order=20), deck("d", "z", order=10), deck("c", "w")) == list("dbac")


def test_a_topic_of_ones_own_or_of_nobody_is_no_reason_to_wait() -> None:
    assert names(deck("b", "x", requires=("x",), order=1), deck("a", "y", requires=("nowhere",), order=2)) == ["b", "a"]


def test_decks_that_require_each_other_stand_in_their_authors_order() -> None:
    one = deck("one", "a", requires=("b",), order=2)
    two = deck("two", "b", requires=("a",), order=1)

    assert names(one, two, deck("zero", "c", requires=("a",), order=3)) == ["two", "one", "zero"]
