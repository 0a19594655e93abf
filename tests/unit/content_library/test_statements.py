"""Each statement of the source notes is taught: a card asks for it, an exercise checks it, or a reason says why not."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalogue import curriculum, library

if TYPE_CHECKING:
    from quizzer.content import Library

STATEMENTS = Path(__file__).resolve().parents[2] / "support" / "statements.csv"
COUNT = 390


def rows() -> list[dict[str, str]]:
    with STATEMENTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def taught_by(content: Library) -> set[str]:
    """What ``cards`` may name: ``deck/card``, and ``exercise:id``."""
    cards = {str(card.note) for deck in content.decks for card in deck.cards}
    return cards | {f"exercise:{exercise.id}" for exercise in content.exercises}


def untaught(content: Library) -> list[str]:
    """The numbers of statements that nothing teaches, or that name what is not there."""
    there = taught_by(content)
    return [row["row"] for row in rows() if not row["reason"] and not (set(row["cards"].split()) or {""}) <= there]


@pytest.fixture(scope="module")
def content() -> Library:
    return library()


def test_no_statement_is_left_out() -> None:
    topics = {subject.topic for subject in curriculum()}

    assert [int(row["row"]) for row in rows()] == list(range(1, COUNT + 1))
    assert {row["topic"] for row in rows()} <= topics
    assert all(row["statement"] for row in rows())


def test_each_statement_has_its_cards_or_a_reason(content: Library) -> None:
    assert untaught(content) == []
    assert [row["row"] for row in rows() if row["cards"] and row["reason"]] == []


def test_a_statement_whose_card_is_gone_is_told(content: Library) -> None:
    one = next(row for row in rows() if row["cards"] and " " not in row["cards"])

    less = replace(
        content,
        decks=tuple(
            replace(deck, cards=tuple(card for card in deck.cards if card.note != one["cards"]))
            for deck in content.decks
        ),
    )

    assert one["row"] in untaught(less)
