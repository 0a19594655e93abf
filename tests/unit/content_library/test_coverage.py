"""The library covers its curriculum, and what is written about it is true."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from catalogue import CATALOGUE, GAPS, READMES, catalogue, curriculum, gaps, library, with_totals

if TYPE_CHECKING:
    from quizzer.content import Library

WRITE_IT = "run: make catalogue"


@pytest.fixture(scope="module")
def content() -> Library:
    return library()


def test_the_curriculum_has_183_topics_in_14_decks_and_no_circle() -> None:
    subjects = curriculum()
    counts = Counter(subject.deck for subject in subjects)
    seen: set[str] = set()
    waiting = list(subjects)
    while waiting:
        free = [subject for subject in waiting if subject.requires <= seen]
        assert free, [subject.topic for subject in waiting]
        seen |= {subject.topic for subject in free}
        waiting = [subject for subject in waiting if subject.topic not in seen]

    assert (len(subjects), len(counts), len(seen)) == (183, 14, 183)


def test_what_is_missing_is_just_what_is_listed_as_missing(content: Library) -> None:
    """The list may only shrink: a card or exercise that is taken away shows up here."""
    assert gaps(content) == GAPS.read_text(encoding="utf-8").splitlines(), WRITE_IT


def test_a_card_that_is_taken_away_is_missed(content: Library) -> None:
    deck = next(deck for deck in content.decks if deck.id == "layers")
    one = next(card for card in deck.cards if card.topic == "nn.Dropout" and card.kind.value == "compute")
    rest = tuple(card for card in deck.cards if card.topic != one.topic or card.kind is not one.kind)
    without = replace(
        content, decks=(*(other for other in content.decks if other is not deck), replace(deck, cards=rest))
    )

    assert sorted(set(gaps(without)) - set(gaps(content))) == ["layers/nn.Dropout: no compute card"]


def test_the_catalogue_and_the_readme_tell_what_is_there(content: Library) -> None:
    assert catalogue(content) == CATALOGUE.read_text(encoding="utf-8"), WRITE_IT
    for language, path in READMES.items():
        readme = path.read_text(encoding="utf-8")
        assert with_totals(readme, content, language) == readme, WRITE_IT
        assert "<!-- totals -->" in readme


def test_a_deck_stands_after_those_that_it_requires(content: Library) -> None:
    home = {topic.id: place for place, deck in enumerate(content.decks) for topic in deck.topics}

    for place, deck in enumerate(content.decks):
        for topic in deck.topics:
            assert all(home.get(required, place) <= place for required in topic.requires), (deck.id, topic.id)
