"""A line of the learner's source as a message quotes it, with a caret under the place in question. No torch here."""

from __future__ import annotations

import unicodedata

LONGEST = 160


def quoted(text: str, caret: tuple[int, int] | None = None, *, indent: str = "    ") -> str:
    """``text`` without its indentation, and below it carets under the characters from ``caret[0]`` up to ``caret[1]``.

    Characters count from 0; East Asian ones take two columns.
    """
    text = text.rstrip()[:LONGEST].expandtabs(1)
    line = indent + text.lstrip()
    if caret is None:
        return line
    hidden = len(text) - len(text.lstrip())
    start = min(max(caret[0], hidden), len(text))
    end = min(max(caret[1], start + 1), max(len(text), start + 1))
    before, marked = _columns(text[hidden:start]), _columns(text[start:end]) or 1
    return f"{line}\n{indent}{' ' * before}{'^' * marked}"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
