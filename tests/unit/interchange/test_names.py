"""Ids made of other programs' names: histories hang on them, so these very ids stand for ever."""

from __future__ import annotations

import pytest

from quizzer.interchange.names import card_id, deck_id, note_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PyTorch", "anki-pytorch"),
        ("Deep Learning 2", "anki-deep-learning-2"),
        ("A::B", "anki-a-b-78f0be"),
        ("A B", "anki-a-b"),
        ("a-b", "anki-a-b-d44362"),
        ("中文", "anki-72726d"),
        ("", "anki-e3b0c4"),
        ("x" * 61, f"anki-{'x' * 60}-c508e7"),
    ],
)
def test_a_deck_has_one_id_for_ever(name, expected):
    assert deck_id(name, program="anki") == expected


def test_names_that_a_slug_cannot_tell_apart_have_ids_of_their_own():
    names = ["a b", "a-b", "a::b", "a  b", "a_b", "a b!", "a/b", "ä b"]

    assert len({deck_id(name, program="anki") for name in names}) == len(names)


def test_names_that_differ_in_case_alone_are_one_deck_as_in_anki():
    assert deck_id("ML", program="anki") == deck_id("ml", program="anki")


def test_a_note_has_one_id_for_ever():
    assert note_id("B{Xq7#!c", program="anki") == "anki/n-6bd7e14a0f6192cf"


def test_a_card_is_its_note_or_one_of_its_siblings():
    note = note_id("x", program="anki")

    assert card_id(note, number=1, alone=True) == note
    assert card_id(note, number=2, alone=False) == f"{note}#c2"
