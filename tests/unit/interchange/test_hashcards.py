"""hashcards' Markdown, in and out: every card of a file, or every line that is out of place."""

from __future__ import annotations

import pytest

from quizzer.domain.card import Basic, Cloze
from quizzer.domain.errors import InputError
from quizzer.domain.exchange import SkipReason
from quizzer.domain.text import Text
from quizzer.interchange.files import read_file

DECK = """---
name = "Deep \\"Learning\\""
---

# A heading

Q: What is `view`?
A: A tensor on the same memory.

- it never copies

---

C: [view] shares, [clone] copies; `x\\[0\\]` is ![a picture](../img/a.png)
Q: Second?
See [docs](https://pytorch.org/x).

A: Yes
"""


@pytest.fixture
def read(tmp_path, calendar):
    def write_and_read(text, *, name="deck.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_file(path, calendar=calendar)

    return write_and_read


def test_questions_and_deletions_become_cards(read):
    shipment = read(DECK)

    text = Text.of("{{c1::view}} shares, {{c2::clone}} copies; `x[0]` is (image: a.png)")
    assert [parcel.card.body for parcel in shipment.parcels] == [
        Basic(Text.of("What is `view`?"), Text.of("A tensor on the same memory.\n\n- it never copies")),
        Cloze(text, 1),
        Cloze(text, 2),
        Basic(Text.of("Second?\nSee docs (https://pytorch.org/x)."), Text.of("Yes")),
    ]
    assert [deck.title.in_("en") for deck in shipment.decks] == ['Deep "Learning"']


def test_without_front_matter_the_file_gives_its_name(read):
    assert [deck.title.in_("en") for deck in read("Q: a\nA: b\n", name="Nets.md").decks] == ["Nets"]


def test_an_unchanged_card_keeps_its_id_wherever_it_stands(read):
    first = read("Q: a\nA: b\n").parcels[0].card.id

    assert read("Q: x\nA: y\n\nQ: a\nA: b\n").parcels[1].card.id == first
    assert read("Q: a\nA: c\n").parcels[0].card.id != first


def test_a_card_that_is_there_twice_or_hides_nothing_is_left_out(read):
    shipment = read("Q: a\nA: b\nQ: a\nA: b\nC: nothing []\nQ:\nA: x\n")

    assert len(shipment.parcels) == 1
    assert [one.reason for one in shipment.skipped] == [SkipReason.REPEATED, SkipReason.EMPTY, SkipReason.EMPTY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A: x\n", ["1 I201 an answer without a question"]),
        ("Q: a\nQ: b\nA: c\n", ["2 I201 the question before this line has no answer"]),
        ("Q: a\nC: [b]\n", ["2 I201 the question before this line has no answer"]),
        ("Q: a\nA: b\nA: c\n", ["3 I201 an answer without a question"]),
        ("C: [x]\nA: c\n", ["2 I201 an answer without a question"]),
        ("Q: a\nA: b\n---\nstray\n", ["4 I201 text that belongs to no card"]),
        ("C: [x]\nQ: a\n", ["2 I201 this question has no answer"]),
    ],
)
def test_lines_out_of_place_are_all_named(read, tmp_path, text, expected):
    with pytest.raises(InputError) as caught:
        read(text)

    assert [str(one) for one in caught.value.diagnostics] == [f"{tmp_path / 'deck.md'}:{line}" for line in expected]


@pytest.mark.parametrize("matter", ["---\nname = x\n---\n", "---\nname = 'x'\n"])
def test_front_matter_that_cannot_be_read_is_refused(read, matter):
    with pytest.raises(InputError, match="front matter"):
        read(matter + "\nQ: a\nA: b\n")


def test_a_name_that_steers_a_terminal_is_only_a_name(read):
    shipment = read('---\nname = "a\\u001b[2Jb\\nc"\n---\nQ: a\nA: b\n')

    assert [deck.title.in_("en") for deck in shipment.decks] == ["a[2Jb c"]
