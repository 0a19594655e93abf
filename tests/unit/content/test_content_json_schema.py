"""``quizzer schema``: what ships is valid by it, what lint refuses for its form is not, and every key is explained."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quizzer.cli.schema import KINDS as COMMAND_KINDS
from quizzer.content.json_schema import DRAFT, KINDS, json_schema
from quizzer.content.problems import Problems
from quizzer.content.yaml_nodes import parse, plain

ROOT = Path(__file__).resolve().parents[3]
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n```yaml\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
SHIPPED = {
    "deck": sorted(ROOT.glob("decks/*/deck.yaml")),
    "cards": sorted(ROOT.glob("decks/*/cards/*.yaml")),
    "exercise": sorted(ROOT.glob("exercises/*/*/exercise.yaml")),
}
DOCUMENTED = dict(FILE.findall((ROOT / "docs" / "formats.md").read_text(encoding="utf-8")))
BROKEN = {
    "misspelt key": ("10-basic", "prompt:", "promt:"),
    "misspelt optional key": ("10-basic", "verify:", "verfy:"),
    "unknown kind": ("10-basic", "kind: basic", "kind: bascic"),
    "key of another kind": ("10-basic", "source:", "lines: [a]\n    source:"),
    "id is no slug": ("10-basic", "id: cat-keeps-rank", "id: Cat keeps rank"),
    "number for text": ("10-basic", "source: torch.cat docs; run", "source: 15"),
    "no value": ("10-basic", "source: torch.cat docs; run", "source:"),
    "unknown language": ("20-cloze", "      zh-CN:", "      zh:"),
    "empty text": ("20-cloze", "source: torch.stack docs; run", 'source: ""'),
    "too few options": (
        "30-choice",
        "      - text: {en: The view alone",
        "    wrong:\n      - text: {en: The view alone",
    ),
    "a truth value in quotes": ("30-choice", "correct: true", 'correct: "true"'),
    "no order": ("40-order", "before: [[0, 1], [1, 3], [2, 3], [3, 4]]", "before: []"),
    "a pair of three": ("40-order", "[0, 1]", "[0, 1, 2]"),
    "unknown type of answer": ("50-compute", "answer_type: shape", "answer_type: size"),
    "parameter that is no name": ("50-compute", "      n:", "      n-1:"),
    "line as text": ("53-bug", "line: 4", 'line: "4"'),
    "code without cases": ("56-code", "cases:", "case:"),
    "exercise that is no slug": ("60-exercise", "exercise: append-ones", "exercise: Append Ones"),
}


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(kind))


def value_of(text: str) -> object:
    problems = Problems()
    place = parse("a.yaml", text, problems=problems)
    assert place is not None, problems.sorted_()
    return plain(place.node, path="a.yaml", problems=problems)


def errors(kind: str, text: str) -> list[str]:
    return [error.message for error in validator(kind).iter_errors(value_of(text))]


def documented(name: str) -> str:
    return next(text for file, text in DOCUMENTED.items() if file.endswith(f"/{name}.yaml"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_itself_valid(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))

    assert json_schema(kind)["$schema"] == DRAFT


def test_the_command_takes_each_kind() -> None:
    assert tuple(KINDS) == COMMAND_KINDS


@pytest.mark.parametrize("path", [(kind, path) for kind, paths in SHIPPED.items() for path in paths], ids=str)
def test_what_ships_is_valid(path: tuple[str, Path]) -> None:
    kind, file = path

    assert errors(kind, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_lint_refuses_for_its_form_is_not_valid(name: str) -> None:
    file, old, new = BROKEN[name]
    good = documented(file)
    assert errors("cards", good) == []

    assert errors("cards", good.replace(old, new, 1)) != []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("deck", "schema: 1", "schema: 2"),
        ("deck", "licence:", "license:"),
        ("deck", "order: 10", "order: 0"),
        ("deck", "requires: [shapes]", "require: [shapes]"),
        ("exercise", "difficulty: 2", "difficulty: 6"),
        ("exercise", "kind: implement", "kind: write"),
        ("exercise", "torch.nn.functional.pad", "torch nn"),
        ("exercise", "call_s: 5", "call_s: 0"),
    ],
)
def test_a_broken_header_is_not_valid(kind: str, old: str, new: str) -> None:
    good = documented(kind)
    assert errors(kind, good) == []
    assert old in good

    assert errors(kind, good.replace(old, new, 1)) != []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_and_every_mapping_is_described(kind: str) -> None:
    schema = json_schema(kind)

    parts = [schema, *schema.get("$defs", {}).values()]
    assert all(part.get("description") for part in parts)
    assert all(value.get("description") for part in parts for value in part["properties"].values())


def test_a_misspelt_key_is_the_only_thing_that_an_editor_complains_of() -> None:
    text = documented("10-basic").replace("source:", "tgas: [x]\n    source:")

    assert errors("cards", text) == ["Additional properties are not allowed ('tgas' was unexpected)"]
