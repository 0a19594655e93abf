"""Deck files that cannot be read or contradict each other, each with the exact lines that its author sees."""

import os
from pathlib import Path

import pytest

from quizzer.content import read_deck
from quizzer.domain.errors import InputError, Severity

CARD = "  - {id: one, kind: basic, topic: nn.Linear, prompt: P, answer: A, why: W, source: S}\n"
BAD_CARD = CARD.replace("answer: A, ", "")

FILES = {
    "no deck.yaml": ({"deck.yaml": None}, ["deck.yaml E101 this file is missing"]),
    "not UTF-8": (
        {"cards/a.yaml": "cards:\n  - 层".encode("gb18030")},
        ["a.yaml:2:5 E102 this file is not UTF-8 (it may be GBK; save it as UTF-8)"],
    ),
    "UTF-16": (
        {"cards/a.yaml": "cards: []".encode("utf-16")},
        ["a.yaml:1:1 E102 this file is not UTF-8 (it is UTF-16; save it as UTF-8)"],
    ),
    "latin-1": (
        {"cards/a.yaml": b"cards:\n  - caf\xe9 "},
        ["a.yaml:2:8 E102 this file is not UTF-8 (save it as UTF-8)"],
    ),
    "empty": ({"cards/a.yaml": b""}, ["a.yaml:1:1 E104 this file is empty"]),
    "blank": ({"cards/a.yaml": b"\xef\xbb\xbf \n\n"}, ["a.yaml:1:1 E104 this file is empty"]),
    "comments only": ({"cards/a.yaml": "# to do\n"}, ["a.yaml:1:1 E104 this file has only comments"]),
    "huge": ({"cards/a.yaml": b"#" * (2**20 + 1)}, ["a.yaml:1:1 E103 this file is larger than 1024 KiB (split it)"]),
    "huge header": (
        {"deck.yaml": b"#" * (2**18 + 1)},
        ["deck.yaml:1:1 E103 this file is larger than 256 KiB (split it)"],
    ),
    "a control character": (
        {"cards/a.yaml": "cards:\n  - a\x1bb\n"},
        ["a.yaml:2:6 E111 an invisible control character (U+001B) (delete it)"],
    ),
    "nested too deep": (
        {"cards/a.yaml": "cards: " + "[" * 100_000},
        ["a.yaml:1:26 E109 entries are nested more than 20 deep"],
    ),
    "a tab": (
        {"cards/a.yaml": "cards:\n\t- id: a\n"},
        ["a.yaml:2:1 E106 a tab stands where only spaces may (indent with spaces)"],
    ),
    "no key cards": (
        {"cards/a.yaml": "crads: []\n"},
        ["a.yaml:1:1 E203 this file of cards has no 'cards', but it has 'crads'; did you mean 'cards'?"],
    ),
    "no cards at all": (
        {"cards/a.yaml": None},
        ["cards E312 this deck has no cards (add cards/NAME.yaml)"],
    ),
    "a file of another kind": (
        {"cards/b.yml": "cards: []\n"},
        ["b.yml E313 only .yaml files may be among the cards"],
    ),
    "a header that is a list": ({"deck.yaml": "- a\n"}, ["deck.yaml:1:1 E201 this must be a mapping, not a list"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_gives_exactly_these_lines(name, write_deck, errors_of):
    files, expected = FILES[name]
    cards = None if files.get("cards/a.yaml", "") is None else CARD
    folder = write_deck(cards, {k: v for k, v in files.items() if v is not None})
    for file in (name for name, content in files.items() if content is None):
        (folder / file).unlink(missing_ok=True)

    assert errors_of(folder) == expected


HEADERS = {
    "another name": ("id: demo", "id: other",
                     ["deck.yaml:2:5 E302 the deck 'other' is in a folder named 'demo' (the two names must be equal)"]),
    "a newer schema": ("schema: 1", "schema: 2", ["deck.yaml:1:9 E204 schema '2' is unknown (1)"]),
    "version as a number": ('version: "1"', "version: 1",
                            ["deck.yaml:3:10 E201 'version' must be text, not a number (1) (put it in quotes)"]),
    "topic twice": ("{id: nn.Dropout, requires: [nn.Linear]}", "{id: nn.Linear}",
                    ["deck.yaml:9:5 E305 topic 'nn.Linear' is given twice"]),
    "a circle": ("{id: nn.Linear}", "{id: nn.Linear, requires: [nn.Dropout]}",
                 ["deck.yaml:8:5 E304 topics require each other in a circle: nn.Linear -> nn.Dropout -> nn.Linear"]),
    "misspelt topic key": ("requires", "require",
                           ["deck.yaml:9:22 E203 'require' is not a key of a topic; did you mean 'requires'?"]),
    "no topics": ("topics:\n  - {id: nn.Linear}\n  - {id: nn.Dropout, requires: [nn.Linear]}", "topics: []",
                  ["deck.yaml:7:9 E205 'topics' has no entries; it needs 1 or more"]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADERS)
def test_a_broken_header_gives_exactly_these_lines(name, write_deck, errors_of):
    old, new, expected = HEADERS[name]
    folder = write_deck()
    header = folder / "deck.yaml"
    header.write_text(header.read_text().replace(old, new))

    assert errors_of(folder) == expected


def test_all_errors_of_all_files_come_at_once_and_none_is_a_warning(write_deck):
    folder = write_deck(BAD_CARD, {"cards/b.yaml": "cards:\n" + CARD + CARD, "cards/c.yaml": b"\xff"})

    with pytest.raises(InputError) as caught:
        read_deck(folder)

    assert [f"{Path(d.location.path).name} {d.code}" for d in caught.value.diagnostics] == [
        "a.yaml E202",
        "b.yaml E301",
        "c.yaml E102",
    ]
    assert caught.value.message == f"{folder}: 3 errors in 3 files"
    assert {d.severity for d in caught.value.diagnostics} == {Severity.ERROR}


def test_an_id_used_in_another_file_is_named_with_that_file(write_deck, errors_of):
    folder = write_deck(CARD, {"cards/b.yaml": "cards:\n" + CARD})

    found = errors_of(folder)

    assert found == ["b.yaml:2:10 E301 id 'one' is already used in a.yaml:2"]


@pytest.mark.parametrize("target", ["outside.yaml", "../outside.yaml"])
def test_a_link_that_leaves_the_folder_is_refused(target, write_deck, tmp_path, errors_of):
    folder = write_deck()
    outside = tmp_path / "outside.yaml"
    outside.write_text("cards: [secret]\n")
    (folder / "cards" / "b.yaml").symlink_to(outside if target == "outside.yaml" else Path("../..") / "outside.yaml")

    found = errors_of(folder)

    assert found == ["b.yaml E110 this link leads out of the folder; copy the file here"]


def test_a_pipe_among_the_cards_does_not_block(write_deck, errors_of):
    folder = write_deck()
    os.mkfifo(folder / "cards" / "b.yaml")

    found = errors_of(folder)

    assert found == ["b.yaml E101 this is not a file"]
