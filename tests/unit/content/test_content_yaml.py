"""YAML as authors may write it: 1.2 rules, both of PyYAML's parsers, and hints in plain words."""

import math

import pytest
import yaml

from quizzer.content.problems import Problems
from quizzer.content.yaml_nodes import LOADER, core_value, node_loader, parse, plain

LOADERS = {"fast": LOADER, "pure": node_loader(yaml.SafeLoader)}
QUOTES = "put the whole text in quotes"
DEEP = "entries are nested more than 20 deep"

SYNTAX = {
    "tab at a line's start": ("a:\n\t- b\n", "2:1 E106 a tab stands where only spaces may (indent with spaces)"),
    "outdented": (
        "a:\n  - b: 1\n   c: 2\n",
        "3:4 E106 this line is not indented like those it belongs to (line it up)",
    ),
    "indented too far": (
        "a: 1\n  b: 2\n",
        "2:4 E106 this line is indented further than the one it belongs to (line it up)",
    ),
    "second colon": (
        "p: Which: a or b?\n",
        f"1:9 E106 a second ': ' in this line ({QUOTES} when it has ': ' in it)",
    ),
    "backtick": ("a: `x`\n", f"1:4 E106 a text cannot begin with ` ({QUOTES})"),
    "at": ("a: @x\n", f"1:4 E106 a text cannot begin with @ ({QUOTES})"),
    "percent": ("a: %x\n", f"1:4 E106 a text cannot begin with % ({QUOTES})"),
    "star": ("a: **bold**\n", f"1:4 E106 a text cannot begin with * ({QUOTES})"),
    "undefined alias": ("a: *b\n", f"1:4 E106 a text cannot begin with * ({QUOTES})"),
    "cloze without quotes": ("a: {{c1::x}} is\n", f"1:4 E106 a text cannot begin with {{ ({QUOTES})"),
    "list without quotes": ("a: [x] is\n", f"1:4 E106 a text cannot begin with [ ({QUOTES})"),
    "open quote": ('a: "b\nc: d\n', "1:4 E106 this quote is never closed"),
    "inner quote": (
        "a: 'it's'\n",
        "1:8 E106 the text goes on behind its closing quote (quote the whole text; double a quote inside: 'it''s')",
    ),
    "open brace": ("a: {en: b\nc: d\n", "1:4 E106 this { is never closed (add })"),
    "open bracket": ("a: [1, 2\nc: d\n", "1:4 E106 this [ is never closed (add ])"),
    "code in braces": (
        "a: {en: Use `b: c`, zh-CN: x}\n",
        "1:15 E106 a text inside {…} needs quotes here (quote texts that have : , or brackets in them)",
    ),
    "no colon": ("a: 1\nb 2\nc: 3\n", "2:1 E106 this line has no ': ' (write key: value)"),
    "two documents": (
        "a: 1\n---\nb: 2\n",
        "2:1 E106 a second document begins here (one file holds one document: delete '---' or '...')",
    ),
    "escape": (
        'a: "\\d"\n',
        r"1:5 E106 \d means nothing in double quotes (use single quotes, or \\ for a backslash)",
    ),
    "text behind a bar": (
        "a: | text\n",
        "1:6 E106 nothing may follow | or > in its line (begin the text in the next line, indented)",
    ),
    "brackets without end": ("[" * 100_000, f"1:20 E109 {DEEP}"),
    "braces without end": ("{a: " * 100_000, f"1:77 E109 {DEEP}"),
    "dashes without end": ("- " * 100_000, f"1:39 E109 {DEEP}"),
    "a billion laughs": (
        "a: &a [x, x]\nb: &b [*a, *a]\n",
        "1:4 E107 '&a': anchors are not used here (write the text out, or put it in quotes)",
    ),
    "a circle": (
        "a: &a [*a]\n",
        "1:4 E107 '&a': anchors are not used here (write the text out, or put it in quotes)",
    ),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", SYNTAX)
def test_broken_yaml_is_explained_in_plain_words_by_either_parser(name, loader):
    text, expected = SYNTAX[name]
    problems = Problems()

    place = parse("f", text, problems=problems, loader=LOADERS[loader])

    assert place is None
    assert str(problems.sorted_()[0]) == f"f:{expected}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("On", "On"),
        ("12:30:45", "12:30:45"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("0b1", "0b1"),
        ("+", "+"),
        ("-", "-"),
        (".", "."),
        ("nn.Linear", "nn.Linear"),
        ("truely", "truely"),
        ("1e", "1e"),
        ("9" * 5000, "9" * 5000),
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("010", 10),
        ("-7", -7),
        ("0o17", 15),
        ("0xFf", 255),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-2.", -2.0),
        ("-.inf", -math.inf),
    ],
)
def test_an_unquoted_word_is_read_by_the_core_schema_of_yaml_1_2(text, value):
    read = core_value(text)

    assert read == value
    assert type(read) is type(value)


def test_not_a_number_is_a_number():
    value = core_value(".NaN")

    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize("loader", LOADERS)
def test_quoted_words_and_blocks_are_text_whatever_they_say(loader):
    problems = Problems()
    text = "a: 'true'\nb: \"12\"\nc: |\n  3\nd: >-\n  null\ne: true\n"

    place = parse("f", text, problems=problems, loader=LOADERS[loader])

    assert place is not None
    assert plain(place.node, path="f", problems=problems) == {
        "a": "true",
        "b": "12",
        "c": "3\n",
        "d": "null",
        "e": True,
    }


@pytest.mark.parametrize("text", ["a: x & y\n", 'a: "&b"\n', "a: |\n  &c d\n", "a: x &y &z\n", "a: f(&x)\n"])
def test_an_ampersand_in_a_text_is_no_anchor(text):
    problems = Problems()

    place = parse("f", text, problems=problems)

    assert place is not None
    assert problems.count == 0


def test_places_count_characters_not_bytes():
    problems = Problems()
    place = parse("f", "a: {zh-CN: 层层层, en: x}\n", problems=problems)

    assert place is not None
    location = place.location("a", "en")

    assert (location.line, location.column) == (1, 21)
