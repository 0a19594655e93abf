"""Anki's deletions, which may be nested and carry hints, as the flat ones that quizzer's cards have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from quizzer.domain.question import DELETION

_TOKEN = re.compile(r"\{\{c(?P<number>\d{1,3})::|(?P<braces>\}{2,})")
_MAX_DEPTH = 20
# Private characters that no text can hold, since they are removed from every text that is read.
_OPEN, _CLOSE, _HINT = "\ue000", "\ue001", "\ue002"
_DIGIT = 0xE010


@dataclass(slots=True)
class Deletion:
    """A deletion with what stands inside it, other deletions among that."""

    number: int
    inside: list[Piece] = field(default_factory=list)


Piece: TypeAlias = str | Deletion


def pieces_of(text: str) -> list[Piece]:
    """The text cut at its deletions; one that is never closed stays text."""
    done: list[Piece] = []
    stack: list[Deletion] = []
    position = 0
    for token in _TOKEN.finditer(text):
        _add(stack[-1].inside if stack else done, text[position : token.start()])
        position = token.end()
        if token["number"] and len(stack) < _MAX_DEPTH:
            stack.append(Deletion(int(token["number"])))
            continue
        braces = len(token["braces"] or "")
        ending = min(len(stack), braces // 2)
        # {{c1::{1: 2}}} ends at its last two braces: what is more than its deletions need is text.
        _add(stack[-1].inside if stack else done, token[0][: len(token[0]) - 2 * ending])
        for _ in range(ending):
            whole = stack.pop()
            (stack[-1].inside if stack else done).append(whole)
    _add(stack[-1].inside if stack else done, text[position:])
    return done + [piece for open_ in stack for piece in (f"{{{{c{open_.number}::", *open_.inside)]


def numbers_in(text: str) -> frozenset[int]:
    """The numbers of all deletions, nested ones included."""
    return frozenset(_numbers(pieces_of(text)))


def marked(text: str, number: int) -> str:
    """``text`` for the card ``number``, with markers that HTML does not touch in place of braces.

    Only one level is left: a deletion of this number wins over what holds it and over what it holds.
    """
    return "".join(_marked(piece, number) for piece in pieces_of(text))


def unmarked(text: str) -> str:
    """Markdown with the markers turned into ``{{c1::deletions}}``; hints stand behind them in brackets."""
    opened = re.sub(
        f"{_OPEN}([{chr(_DIGIT)}-{chr(_DIGIT + 9)}]+):",
        lambda found: "{{c" + "".join(str(ord(one) - _DIGIT) for one in found[1]) + "::",
        text,
    )
    return re.sub(f"{_CLOSE}(?:{_HINT}([^{_HINT}]*){_HINT})?", _closing, opened)


def without_markers(text: str) -> str:
    """``text`` without the private characters that this module uses."""
    return re.sub("[\ue000-\ue01f]", "", text)


def asks(text: str, number: int) -> bool:
    """Tell whether a text of quizzer's own has a deletion of this number that hides something."""
    return any(int(found[1]) == number and found[2].strip() for found in DELETION.finditer(text))


def _closing(found: re.Match[str]) -> str:
    return "}}" + (f" ({found[1].strip()})" if found[1] and found[1].strip() else "")


def _add(pieces: list[Piece], text: str) -> None:
    if text:
        pieces.append(text)


def _numbers(pieces: list[Piece]) -> list[int]:
    found = []
    for piece in pieces:
        if isinstance(piece, Deletion):
            found += [piece.number, *_numbers(piece.inside)]
    return found


def _marked(piece: Piece, number: int) -> str:
    if isinstance(piece, str):
        return piece
    others = _numbers(piece.inside)
    if piece.number != number and number in others:
        return "".join(_marked(inner, number) for inner in piece.inside).partition("::")[0]
    content, _, hint = "".join(_flat(inner) for inner in piece.inside).partition("::")
    digits = "".join(chr(_DIGIT + int(digit)) for digit in str(piece.number))
    tail = f"{_HINT}{hint}{_HINT}" if hint and piece.number == number else ""
    return f"{_OPEN}{digits}:{content}{_CLOSE}{tail}"


def _flat(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return "".join(_flat(inner) for inner in piece.inside).partition("::")[0]
