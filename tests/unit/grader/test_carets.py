"""Quoted lines: without their indentation, the caret where it belongs."""

from __future__ import annotations

import pytest

from quizzer.grader.carets import LONGEST, quoted


@pytest.mark.parametrize(
    ("text", "caret", "shown"),
    [
        ("    x = y + z", (8, 9), "    x = y + z\n        ^"),
        ("    x = y + z", (8, 13), "    x = y + z\n        ^^^^^"),
        ("x = 1", (5, 6), "    x = 1\n         ^"),
        ("\tx = y", (5, 6), "    x = y\n        ^"),
        ("x = y", (2, 99), "    x = y\n      ^^^"),
        ("    x", (0, 1), "    x\n    ^"),
        ("名字 = y", (5, 6), "    名字 = y\n           ^"),
        ("y = 名字", (4, 6), "    y = 名字\n        ^^^^"),
        ("", (0, 1), "    \n    ^"),
    ],
)
def test_a_caret_stands_under_its_place(text: str, caret: tuple[int, int], shown: str) -> None:
    assert quoted(text, caret) == shown


def test_a_line_without_a_caret_and_an_indent_of_ones_own() -> None:
    assert quoted("   return x  \n", indent="> ") == "> return x"


def test_a_long_line_is_cut_and_a_caret_beyond_the_cut_stands_at_its_end() -> None:
    line, below = quoted("a" * 500, (400, 410), indent="").split("\n")

    assert len(line) == LONGEST
    assert below == " " * LONGEST + "^"
