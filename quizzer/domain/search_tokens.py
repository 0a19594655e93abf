"""The pieces of a search: words, phrases, ``key:value`` and signs, each with its column; the error that names one.

What a Chinese input method types for brackets, colons, signs and quotes means the same, outside quotes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from quizzer.domain.errors import UsageError

_PLAIN = str.maketrans("：（）“”－＜＞＝", ':()""-<>=')
_BARE = re.compile(r"[^ ()\":]*")
_BARE_VALUE = re.compile(r"[^ ()\"]*")


class SearchError(UsageError):
    """A search that cannot be read; ``column`` counts from 1."""

    def __init__(self, message: str, *, query: str, column: int, hint: str | None = None) -> None:
        pointer = f"  {query}\n  {' ' * (_cells(query[: column - 1]))}^"
        super().__init__(f"column {column} of the search: {message}\n{pointer}", hint=hint)
        self.column = column


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is one of ``( ) - or word end``; a word has a key where a colon follows one."""

    kind: str
    column: int
    text: str = ""
    key: str = ""
    value_column: int = 0


def tokens_of(line: str) -> list[Token]:
    """The pieces of one line, an end included; SearchError for quotes that are never closed."""
    # One character becomes one, so that columns stay what they are.
    plain = line.translate(_PLAIN)
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
        elif plain[at] in "()" or (plain[at] == "-" and at + 1 < len(plain) and plain[at + 1] != " "):
            found.append(Token(plain[at], at + 1))
            at += 1
        else:
            token, at = _word(line, plain, at)
            found.append(token)
    return [*found, Token("end", len(line) + 1)]


def _word(line: str, plain: str, start: int) -> tuple[Token, int]:
    """A word, a quoted phrase, or ``key:value``, from ``start`` on, and where the rest begins."""
    end = _run(_BARE, plain, start)
    if end < len(plain) and plain[end] == ":" and end > start:
        key, value_at = plain[start:end].casefold(), end + 1
        value, end = _value(line, plain, value_at)
        return Token("word", start + 1, value, key=key, value_column=value_at + 1), end
    if end == start and plain[end] == '"':
        text, end = _phrase(line, plain, end)
        if not text.strip():
            raise SearchError("there is nothing between the quotes", query=line, column=start + 1)
        return Token("word", start + 1, text), end
    end = _end_of_code(plain, max(end, start + 1))
    text = line[start:end]
    return Token(text.casefold() if text.casefold() in ("and", "or") else "word", start + 1, text), end


def _end_of_code(plain: str, end: int) -> int:
    """Where ``view(-1, 3)`` ends: a bracket that follows a word at once is text, up to the one that closes it."""
    while end < len(plain) and plain[end] == "(":
        depth, at = 1, end + 1
        while at < len(plain) and depth:
            depth += {"(": 1, ")": -1}.get(plain[at], 0)
            at += 1
        if depth:
            break
        end = _run(_BARE, plain, at)
    return end


def _value(line: str, plain: str, start: int) -> tuple[str, int]:
    if start < len(plain) and plain[start] == '"':
        return _phrase(line, plain, start)
    end = _run(_BARE_VALUE, plain, start)
    return plain[start:end], end


def _run(of: re.Pattern[str], plain: str, start: int) -> int:
    found = of.match(plain, start)
    return start if found is None else found.end()


def _phrase(line: str, plain: str, start: int) -> tuple[str, int]:
    text, at = "", start + 1
    while at < len(plain) and plain[at] != '"':
        if plain[at] == "\\" and at + 1 < len(plain) and plain[at + 1] in '"\\':
            at += 1
        text += line[at]
        at += 1
    if at >= len(plain):
        raise SearchError("these quotes are never closed", query=line, column=start + 1, hint='end them with another "')
    return text, at + 1


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes, near enough: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
