"""Cards answered in code that cannot be right, each with the exact line that its author sees."""

import pytest

BUG = {
    "prompt": "Which line?",
    "code": "|\n      a = 1\n      b = a\n      c = b",
    "line": "2",
    "fix": "b = a + 1",
    "check": "assert c == 2",
}
CODE = {
    "prompt": "Double x.",
    "cases": "[x = 1]",
    "answer": "2 * x",
    "accept": "[x + x]",
    "compare": "[result]",
    "mistakes": "[{code: x * x, mistake: squares, feedback: F}]",
}


def entry(kind: str, fields: dict[str, str], changes: dict[str, str]) -> str:
    body = "".join(f"    {key}: {value}\n" for key, value in (fields | changes).items())
    return f"  - id: one\n    kind: {kind}\n    topic: nn.Linear\n{body}    why: W\n    source: S\n"


def bug(**changes: str) -> str:
    return entry("bug", BUG, changes)


def code(**changes: str) -> str:
    return entry("code", CODE, changes)


BROKEN = {
    "line 0": (bug(line="0"), ["a.yaml:10:11 E315 the code has lines 1 to 3"]),
    "line behind the end": (bug(line="4"), ["a.yaml:10:11 E315 the code has lines 1 to 3"]),
    "fix that changes nothing": (bug(fix='"b = a "'), ["a.yaml:11:10 E315 the fix is what line 2 already says"]),
    "fix that is no Python": (bug(fix="b = ("), ["a.yaml:11:10 E310 this is not Python: '(' was never closed"]),
    "code that is no Python": (
        bug(code="|\n      a = 1\n      b = = a\n      c = b"),
        ["a.yaml:8:11 E310 this is not Python: invalid syntax"],
    ),
    "check that is no Python": (bug(check="assert"), ["a.yaml:12:12 E310 this is not Python: invalid syntax"]),
    "no check": (
        bug().replace("    check: assert c == 2\n", ""),
        ["a.yaml:2:5 E202 'check' is missing in this bug card"],
    ),
    "answer that is no Python": (code(answer="2 *"), ["a.yaml:7:13 E310 this is not Python: invalid syntax"]),
    "comparison that is a statement": (
        code(compare='["y = x"]'),
        ["a.yaml:9:15 E310 this is not Python: invalid syntax"],
    ),
    "another right line twice": (code(accept="[2 * x]"), ["a.yaml:8:14 E316 this line is the answer already"]),
    "a mistake that is right": (
        code(mistakes="[{code: x + x, mistake: m, feedback: F}]"),
        ["a.yaml:10:16 E316 this line is accept 1 already"],
    ),
    "a mistake without feedback": (
        code(mistakes="[{code: x * x, mistake: m}]"),
        ["a.yaml:10:16 E202 'feedback' is missing in this mistake"],
    ),
    "no cases": (code(cases="[]"), ["a.yaml:6:12 E205 'cases' has no entries; it needs 1 or more"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_card_gives_exactly_these_lines(name, write_deck, errors_of):
    cards, expected = BROKEN[name]
    folder = write_deck(cards)

    assert errors_of(folder) == expected


@pytest.mark.parametrize("cards", [bug(), code()], ids=["bug", "code"])
def test_these_cards_are_good_until_something_is_changed(cards, write_deck, errors_of):
    assert errors_of(write_deck(cards)) == []


def test_a_fix_may_change_the_indentation_alone(write_deck, errors_of):
    cards = bug(code="|\n      for a in (1, 2):\n          b = a\n          c = b", line="3", fix="c = b")

    assert errors_of(write_deck(cards)) == []
