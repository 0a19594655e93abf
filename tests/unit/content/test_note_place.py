"""Where a card is written: found in any layout, and in a file that has errors too."""

import pytest

from quizzer.content.note_place import find_note

BLOCK = """
cards:
  - kind: basic
    prompt: "the line id: rank is no entry"
    id: other
  - id: rank-two
    kind: basic
  - id: "rank"  # the one
    kind: basic
"""


@pytest.fixture
def library(tmp_path):
    def write(cards, *, deck="id: mini\n", name="mini"):
        folder = tmp_path / name
        (folder / "cards").mkdir(parents=True)
        (folder / "deck.yaml").write_text(deck)
        (folder / "cards" / "10-a.yaml").write_text(cards)
        return folder

    return write


def test_a_card_is_found_at_the_line_of_its_id(library, tmp_path):
    folder = library(BLOCK)

    found = find_note(tmp_path, "mini", "mini/rank")

    assert found.deck_folder == folder
    assert str(found.location) == f"{folder}/cards/10-a.yaml:8"


def test_a_card_on_one_line_is_found(library, tmp_path):
    library("cards: [{kind: basic, id: rank}, {id: two, kind: basic}]\n")

    assert find_note(tmp_path, "mini", "mini/two").location.line == 1


def test_a_card_is_found_in_a_file_that_no_parser_reads(library, tmp_path):
    library("cards:\n  - id: rank\n   kind: [\n\tbroken\n")

    assert find_note(tmp_path, "mini", "mini/rank").location.line == 2


def test_a_card_of_the_same_name_in_another_deck_is_another(library, tmp_path):
    library(BLOCK, name="a-first", deck="id: first\ntopics:\n  - id: mini\n")
    folder = library(BLOCK)

    assert find_note(tmp_path, "mini", "mini/rank").deck_folder == folder


@pytest.mark.parametrize(("deck", "note"), [("mini", "mini/ran"), ("mini", "mini/k"), ("min", "min/rank")])
def test_what_is_not_there_is_not_found(library, tmp_path, deck, note):
    library(BLOCK)

    assert find_note(tmp_path, deck, note) is None
