"""The little Markdown that cards use, as rich text: paragraphs, lists, code, strong and emphasis.

A full Markdown library would cost a fifth of the time to the first card and break Chinese before a comma.
Pygments is imported only when a fenced block is there to be coloured.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from rich.text import Text as RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE_STYLE = "bold cyan"
STRONG_STYLE = "bold"
EMPHASIS_STYLE = "italic"
_TAB_SPACES = 4
_NESTED_SPACES = 2
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})\s*(?P<language>[\w+-]*)\s*$")
_BULLET = re.compile(r"^ {0,3}(?P<mark>[-*+]|\d{1,2}[.)])\s+(?P<text>.*)$")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)\s*#*$")
_WORD = r"[^\W\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
"""A letter or digit of a script that puts spaces between words: not Chinese, Japanese or Korean."""
_CODE = r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
# Emphasis opens only after a non-word and closes before one: the stars of `2*3 - (k*2)` stay stars.
_EMPHASIS = (
    rf"(?<!\*)(?<!{_WORD})\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*(?!\*|{_WORD})"
    rf"|(?<![*)])(?<!{_WORD})\*(?=[^\s*])(?P<emphasis>[^*]+?)(?<=\S)\*(?![*(]|{_WORD})"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of Markdown: text (a paragraph, heading or list item) or code, line breaks kept."""

    kind: Literal["text", "heading", "item", "code"]
    text: str
    mark: str = ""
    """The bullet or number of an item, the language of code."""
    level: int = 0
    """How deep in other lists an item stands."""


def is_wide(character: str) -> bool:
    """Tell whether a character takes two cells of a terminal, as Chinese does."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def without_controls(text: str) -> str:
    """``text`` without characters that steer a terminal or turn the reading direction."""
    spaced = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(_TAB_SPACES)
    return "".join(character for character in spaced if character == "\n" or not _steers(character))


def blocks(source: str) -> tuple[Block, ...]:
    """Cut ``source`` into blocks; an unclosed fence runs to the end."""
    return tuple(_blocks(without_controls(source).split("\n")))


def inline(text: str, *, ticks: bool = False) -> RichText:
    """One block's text with code, strong and emphasis styled; ``ticks`` keeps the backticks of code."""
    result = RichText()
    position = 0
    for found in _marks(starred="*" in text).finditer(text):
        result.append(text[position : found.start()])
        if found["code"] is not None:
            result.append(found[0] if ticks else found["code"].strip() or found["code"], style=CODE_STYLE)
        elif found["strong"] is not None:
            result.append_text(_styled(found["strong"], style=STRONG_STYLE, ticks=ticks))
        else:
            result.append_text(_styled(found["emphasis"], style=EMPHASIS_STYLE, ticks=ticks))
        position = found.end()
    return result.append(text[position:])


def code_lines(code: str, *, language: str = "python", colour: bool = True) -> list[RichText]:
    """Code line by line, coloured by Pygments where asked; never wrapped here."""
    if not colour:
        return [RichText(line, style="" if not line else "default") for line in code.split("\n")]
    from rich.syntax import Syntax  # noqa: PLC0415 - Pygments costs 30 ms that few cards need

    syntax = Syntax(code, language or "python", theme="ansi_dark", background_color="default")
    highlighted = syntax.highlight(code)
    highlighted.rstrip()
    return list(highlighted.split("\n", allow_blank=True))


@cache
def _marks(*, starred: bool) -> re.Pattern[str]:
    # To compile the classes of all those scripts takes 4 ms of a start, and few questions have a star.
    return re.compile(f"{_CODE}|{_EMPHASIS}" if starred else _CODE, re.DOTALL)


def _styled(text: str, *, style: str, ticks: bool) -> RichText:
    nested = inline(text, ticks=ticks)
    nested.stylize_before(style)
    return nested


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    remaining = iter(lines)
    for line in remaining:
        fence, bullet, heading = _FENCE.match(line), _BULLET.match(line), _HEADING.match(line)
        if paragraph and (fence or bullet or heading or not line.strip()):
            yield _text_block(paragraph)
            paragraph = []
        if fence:
            yield Block("code", "\n".join(_until_fence(remaining, fence["fence"])), fence["language"])
        elif heading:
            yield Block("heading", heading["text"])
        elif line.strip():
            paragraph.append(line)
    if paragraph:
        yield _text_block(paragraph)


def _until_fence(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            return
        yield line


def _text_block(lines: list[str]) -> Block:
    bullet = _BULLET.match(lines[0])
    if bullet:
        level = (len(lines[0]) - len(lines[0].lstrip())) // _NESTED_SPACES
        return Block("item", _joined([bullet["text"], *lines[1:]]), bullet["mark"], level)
    return Block("text", _joined(lines))


def _joined(lines: list[str]) -> str:
    """Soft line breaks become spaces, but nothing between two wide characters, where Chinese has no space."""
    text = lines[0].strip()
    for line in lines[1:]:
        following = line.strip()
        wide = bool(text) and bool(following) and is_wide(text[-1]) and is_wide(following[0])
        text += ("" if wide else " ") + following
    return text.strip()


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co") or character in _DIRECTION_MARKS
