"""``quizzer deck lint``: what may be named, the formats for programs, and what the exit code says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from conftest import Program, Ran

CARDS = "decks/mini/cards/tensors.yaml"
SARIF = Path(__file__).resolve().parents[1] / "support" / "sarif-2.1.0-part.json"


@pytest.fixture
def content(quizzer: Program) -> Path:
    """The small content below the folder that the program stands in, its first card twice and with a missing text."""
    folder = write_content(quizzer.folder / "mine")
    rewrite(folder / CARDS, "id: rows", "id: rank")
    rewrite(folder / CARDS, 'why: {en: "It has no axis.", zh-CN: "它没有轴。"}', 'why: "It has no axis at all."')
    return folder


def told(ran: Ran) -> list[str]:
    return [" ".join(line.split()[:2]) for line in ran.out.splitlines()]


def test_several_paths_are_linted_together(quizzer: Program, content: Path) -> None:
    write_content(quizzer.folder / "other")

    linted = quizzer("deck", "lint", "mine/decks", "other/decks")

    assert linted.code == 1
    assert "other/decks/mini/deck.yaml:2:5 E314" in told(linted)
    assert f"mine/{CARDS}:9:9 E301" in told(linted)
    assert linted.err.startswith("mine/decks … other/decks: errors: 2,")


def test_a_single_file_of_cards_is_told_its_own_problems_only(quizzer: Program, content: Path) -> None:
    other = content / "decks/mini/cards/more.yaml"
    other.write_text("cards:\n  - {id: lonely}\n", encoding="utf-8")

    linted = quizzer("deck", "lint", f"mine/{CARDS}")

    assert linted.code == 1
    assert told(linted) == [f"mine/{CARDS}:7:10 W501", f"mine/{CARDS}:9:9 E301"]
    assert told(quizzer("deck", "lint", "mine/decks/mini/cards/more.yaml")) == [
        "mine/decks/mini/cards/more.yaml:2:5 E202"
    ]


def test_whoever_stands_among_the_cards_names_the_file_alone(quizzer: Program, content: Path) -> None:
    quizzer.folder = (content / CARDS).parent

    linted = quizzer("deck", "lint", "tensors.yaml")

    assert told(linted) == ["tensors.yaml:7:10 W501", "tensors.yaml:9:9 E301"]


def test_a_header_that_cannot_be_used_is_told_with_any_file_of_its_deck(quizzer: Program, content: Path) -> None:
    rewrite(content / "decks/mini/deck.yaml", "licence: MIT", "license: MIT")

    linted = quizzer("deck", "lint", f"mine/{CARDS}")

    assert told(linted) == [f"mine/{CARDS}:9:9 E301", "mine/decks/mini/deck.yaml:6:1 E203"]


def test_a_file_of_an_exercise_may_be_named(quizzer: Program, content: Path) -> None:
    rewrite(content / "exercises/basics/double/starter.py", "# quizzer: double", "# quizzer: treble")

    linted = quizzer("deck", "lint", "mine/exercises/basics/double/starter.py")

    assert told(linted) == ["mine/exercises/basics/double/starter.py:1:1 E322"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "quizzer: nowhere there is no such file or folder"),
        ("note.txt", "quizzer: note.txt this file is in no deck and no exercise"),
        ("empty", "quizzer: there are no decks and no exercises in empty"),
    ],
)
def test_a_path_with_nothing_to_lint_is_a_bad_input(quizzer: Program, name: str, said: str) -> None:
    (quizzer.folder / "note.txt").write_text("a note")
    (quizzer.folder / "empty").mkdir()

    linted = quizzer("deck", "lint", name)

    assert (linted.code, linted.out) == (3, "")
    assert linted.err.startswith(said)


def test_warnings_fail_only_where_that_is_asked_for(quizzer: Program, content: Path) -> None:
    rewrite(
        content / CARDS,
        '  - id: rank\n    kind: basic\n    topic: tensors\n    prompt: {en: "Which',
        '  - id: rows\n    kind: basic\n    topic: tensors\n    prompt: {en: "Which',
    )

    assert quizzer("deck", "lint", "mine/decks").code == 0
    assert quizzer("deck", "lint", "mine/decks", "--strict").code == 1


def test_the_json_format_is_the_json_option(quizzer: Program, content: Path) -> None:
    by_format = quizzer("deck", "lint", "mine/decks", "--format", "json")

    assert by_format.out == quizzer("deck", "lint", "mine/decks", "--json").out
    assert (by_format.json["errors"], by_format.json["schema_version"], by_format.err) == (1, 1, "")
    assert quizzer("deck", "lint", "mine/decks", "--json", "--format", "sarif").code == 2


def test_github_shows_each_problem_beside_its_line(quizzer: Program, content: Path) -> None:
    linted = quizzer("deck", "lint", "mine/decks", "--format", "github")

    assert linted.code == 1
    warning, error = linted.out.splitlines()
    place = f"file=mine/{CARDS},line=7,col=10,title=W501%3A a missing translation"
    assert warning == f"::warning {place}::the zh-CN version is missing"
    place = f"file=mine/{CARDS},line=9,col=9,title=E301%3A a card id used twice"
    assert error == f"::error {place}::id 'rank' is already used on line 2"


def test_sarif_is_of_version_2_1_0_and_names_each_rule_once(quizzer: Program, content: Path) -> None:
    (content / "decks/mini/cards/ä b.yaml").write_text("cards:\n  - {id: lonely}\n", encoding="utf-8")
    (content / "decks/mini/cards/notes.txt").write_text("no cards")

    linted = quizzer("deck", "lint", "mine/decks", "--format", "sarif")

    log = json.loads(linted.out)
    validator = Draft202012Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["E202", "E301", "E313", "W501"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert {"artifactLocation": {"uri": "mine/decks/mini/cards/notes.txt"}} in places
    assert "mine/decks/mini/cards/%C3%A4%20b.yaml" in [place["artifactLocation"]["uri"] for place in places]
    assert {"startLine": 9, "startColumn": 9} in [place.get("region") for place in places]


def test_sarif_of_a_clean_deck_is_a_log_without_results(quizzer: Program) -> None:
    write_content(quizzer.folder / "mine")

    linted = quizzer("deck", "lint", quizzer.folder / "mine/decks", "--format", "sarif")

    assert linted.code == 0
    assert json.loads(linted.out)["runs"][0]["results"] == []
