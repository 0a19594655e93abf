"""The report on a deck's cards: the page that an author reads, and the object that a program reads."""

from __future__ import annotations

import pytest

from quizzer.domain.card import Basic, Card, CardId, DeckId, NoteId, TopicId
from quizzer.domain.card_figures import CardFigures, DeckReport
from quizzer.domain.review import Retention
from quizzer.domain.text import LANGUAGES, Text
from quizzer.reports.card_page import PageStyle
from quizzer.reports.report_view import report_object, report_page
from quizzer.reports.report_words import SENTENCES


def a_card(name):
    return Card(
        id=CardId(f"demo/{name}"),
        note=NoteId(f"demo/{name}"),
        deck=DeckId("demo"),
        topic=TopicId("shapes"),
        body=Basic(Text.of("?"), Text.of("!")),
        why=Text.of("Because."),
        source="docs",
    )


def figures(name, *, right=1, answers=1, **more):
    plain = {
        "learners": 1, "first": Retention(0, 0), "difficulty": None, "discrimination": None, "leeches": 0, "typed": (),
        "mistakes": {}, "unchosen": (),
    }  # fmt: skip
    return CardFigures(card=a_card(name), answers=answers, success=Retention(right, answers), **{**plain, **more})


HARD = figures(
    "hard", right=5, answers=12, learners=6, first=Retention(2, 6), difficulty=7.25, discrimination=-0.126, leeches=2,
    typed=(("6", 4), ("\x1b[31mred", 1)), mistakes={"flattened": 3, "copied": 0}, unchosen=("copied",),
)  # fmt: skip
REPORT = DeckReport(DeckId("demo"), 6, (figures("easy"), figures("untouched", right=0, answers=0), HARD))


def page(report=REPORT, *, width=80, language="en"):
    return [line.plain for line in report_page(report, style=PageStyle(width, language, plain=False, colour=False))]


def test_the_page_begins_with_what_goes_wrong_most_and_leaves_out_what_nobody_answered():
    lines = page()

    assert lines[0] == "demo: learners 6, cards answered 2 of 3"
    assert [line.split() for line in lines[4:6]] == [
        ["demo/hard", "12", "33%", "42%", "7.2", "-0.13", "2"],
        ["demo/easy", "1", "–", "100%", "–", "–", "–"],
    ]
    assert not any("untouched" in line for line in lines)


def test_the_page_tells_what_was_wrong_without_what_steers_a_terminal():
    lines = page()

    assert lines[-4:] == [
        "demo/hard",
        "    typed: “6” ×4, “[31mred” ×1",
        "    mistakes: flattened ×3",
        "    nobody chose: copied",
    ]


def test_many_wrong_answers_are_cut_on_the_page_and_not_in_the_object():
    many = figures("many", right=0, typed=tuple((str(number), 1) for number in range(9)))

    (line,) = [line for line in page(DeckReport(DeckId("demo"), 1, (many,))) if "typed" in line]

    assert line.endswith("“4” ×1 …")
    assert len(report_object(DeckReport(DeckId("demo"), 1, (many,)))["cards"][0]["typed"]) == 9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80])
def test_the_page_keeps_to_its_width_where_words_can_be_broken(width, language):
    from rich.cells import cell_len

    told = [line for line in page(width=width, language=language)[7:] if not line.startswith("demo/")]

    assert told
    assert all(cell_len(line) <= width for line in told)


def test_a_long_id_stands_whole_above_its_numbers():
    long = figures("what-a-layer-norm-does-in-evaluation-mode", right=0, answers=3)

    lines = page(DeckReport(DeckId("demo"), 1, (long, figures("short"))))

    place = lines.index("demo/what-a-layer-norm-does-in-evaluation-mode")
    assert lines[place + 1].split() == ["3", "–", "0%", "–", "–", "–"]
    assert lines[place + 2].split() == ["demo/short", "1", "–", "100%", "–", "–", "–"]
    assert lines[place + 1].index("0%") + len("0%") == lines[place + 2].index("100%") + len("100%")


def test_a_deck_that_nobody_answered_is_said_to_be_one():
    assert page(DeckReport(DeckId("demo"), 1, (figures("untouched", right=0, answers=0),))) == [
        "demo: learners 1, cards answered 0 of 1",
        "Nobody has answered a card of this deck yet.",
    ]


def test_the_object_has_every_card_in_its_order_with_just_the_promised_names():
    made = report_object(REPORT)

    assert [card["id"] for card in made["cards"]] == ["demo/easy", "demo/untouched", "demo/hard"]
    assert (made["deck"], made["learners"]) == ("demo", 6)
    assert made["cards"][2] == {
        "id": "demo/hard",
        "kind": "basic",
        "topic": "shapes",
        "learners": 6,
        "answers": 12,
        "first_tries": 6,
        "first_right": 2,
        "right": 5,
        "success": 0.4167,
        "difficulty": 7.25,
        "discrimination": -0.126,
        "leeches": 2,
        "typed": [{"text": "6", "times": 4}, {"text": "\x1b[31mred", "times": 1}],
        "mistakes": [{"name": "flattened", "times": 3}, {"name": "copied", "times": 0}],
        "unchosen": ["copied"],
    }
    assert made["cards"][1]["success"] is None


def test_every_sentence_has_both_languages():
    assert all(set(versions) == set(LANGUAGES) and all(versions.values()) for versions in SENTENCES.values())
