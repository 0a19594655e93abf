# ruff: noqa: SLF001 - the table of tags names the methods of the reader above it
"""HTML of a flash card as the little Markdown that quizzer's cards use.

What comes out is text: no tag, no script, no link that opens by itself, no character that steers a terminal.
Pictures and sounds are named in brackets; mathematics is kept as it was written, between dollar signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_Attributes = list[tuple[str, str | None]]

_DROPPED = frozenset({"script", "style", "head", "title", "object", "iframe", "canvas", "template", "svg"})
_BLOCKS = frozenset({"p", "div", "section", "article", "blockquote", "table", "dl", "dt", "dd", "center", "figure"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_CODE = frozenset({"code", "kbd", "tt", "samp"})
_SCRIPTS = {
    "sub": ("_", str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")),
    "sup": ("^", str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")),
}
_LIVE_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_MATH = (
    (re.compile(r"\\\((.+?)\\\)|\[\$\](.+?)\[/\$\]|\[latex\](.+?)\[/latex\]", re.DOTALL), "$"),
    (re.compile(r"\\\[(.+?)\\\]|\[\$\$\](.+?)\[/\$\$\]", re.DOTALL), "$$"),
)
_SOUND = re.compile(r"\[sound:([^\]\n]*)\]")
_MAX_DEPTH = 200
AS_IT_IS = "quizzer-text"
"""A tag of our own around text that is no HTML: nothing in it is joined, broken or marked."""
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")


def markdown(html: str) -> str:
    """The text of ``html`` as Markdown, blocks parted by empty lines; still to be cleaned."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _named_sounds(_dollars(reader.text()))


def clean(text: str) -> str:
    """``text`` without characters that steer a terminal or turn the reading direction; line ends are newlines."""
    return "".join(one for one in _spaced(text) if one == "\n" or not _steers(one))


def _spaced(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").replace("\xa0", " ")
    return lines.replace("\u2028", "\n").replace("\u2029", "\n")


def cleaned(value: Any) -> Any:
    """A JSON value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, dict):
        return {cleaned(key): cleaned(one) for key, one in value.items()}
    return value


def media_name(name: str) -> str:
    """The last part of a media name, short and visible: it is shown, and never opened."""
    return clean(re.split(r"[/\\]", name)[-1]).replace("\n", " ").strip()[:100] or "?"


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") or character in _STEERING


def _dollars(text: str) -> str:
    for pattern, sign in _MATH:
        text = pattern.sub(partial(_between, sign), text)
    return text


def _between(sign: str, found: re.Match[str]) -> str:
    return f"{sign}{_first(found.groups()).strip()}{sign}"


def _first(groups: Sequence[str | None]) -> str:
    return next((group for group in groups if group is not None), "")


def _named_sounds(text: str) -> str:
    return _SOUND.sub(lambda found: f"(sound: {media_name(found[1])})", text)


class _Reader(HTMLParser):
    """Gathers lines while tags go by; unknown tags leave their text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._dropped = 0
        self._preformatted = 0
        self._lists: list[int | None] = []
        self._links: list[str] = []
        self._script_starts: list[int] = []
        self._code_starts: list[int] = []
        self._open_marks: list[str] = []

    def text(self) -> str:
        """Everything gathered, with at most one empty line between blocks."""
        lines = "".join(self._parts).split("\n")
        tidy: list[str] = []
        fenced = False
        for line in lines:
            fenced ^= line.startswith("```")
            kept = line.rstrip()
            if kept or fenced or (tidy and tidy[-1]):
                tidy.append(kept)
        return "\n".join(tidy).strip("\n")

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag in _DROPPED:
            if tag == "svg" and not self._dropped:
                self._parts.append("(image: drawing)")
            self._dropped += 1
        elif not self._dropped:
            self._open(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif not self._dropped:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._dropped:
            return
        if self._preformatted:
            self._parts.append(_spaced(data))
            return
        words = re.sub(r"\s+", " ", _spaced(data))
        if words.startswith(" ") and (not self._parts or self._parts[-1].endswith(("\n", " "))):
            words = words[1:]
        self._parts.append(words)

    def _open(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in _OPENERS:
            _OPENERS[tag](self)
        elif tag in _BLOCKS or tag in ("br", "hr"):
            self._break()
        elif tag in _HEADINGS:
            self._break()
            self._parts.append("#" * _HEADINGS[tag] + " ")
        elif tag == "img":
            self._parts.append(f"(image: {media_name(attrs.get('src') or attrs.get('alt') or '')})")
        elif tag == "a":
            self._links.append(attrs.get("href", ""))
        elif tag in _SCRIPTS:
            self._script_starts.append(len(self._parts))
        elif tag in _CODE and not self._preformatted:
            self._code_starts.append(len(self._parts))
        elif tag in _MARKS and not self._preformatted:
            self._open_marks.append(_MARKS[tag])
            self._parts.append(_MARKS[tag])

    def _open_fence(self) -> None:
        self._break()
        self._parts.append("```\n")
        self._preformatted += 1

    def _open_as_it_is(self) -> None:
        self._preformatted += 1

    def _open_list(self, *, first: int | None = None) -> None:
        self._break(lines=1 if self._lists else 2)
        self._lists.append(first)
        del self._lists[_MAX_DEPTH:]

    def _open_item(self) -> None:
        self._break(lines=1)
        self._parts.append(self._bullet())

    def _close(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _HEADINGS:
            self._break()
        elif tag == AS_IT_IS:
            self._preformatted = max(0, self._preformatted - 1)
        elif tag == "pre" and self._preformatted:
            self._preformatted -= 1
            self._break(lines=1)
            self._parts.append("```\n\n")
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._break(lines=1 if self._lists else 2)
        elif tag in ("td", "th"):
            self._parts.append(" | ")
        elif tag == "a" and self._links:
            self._name_link(self._links.pop())
        elif tag in _SCRIPTS and self._script_starts:
            self._raise_or_lower(tag, self._script_starts.pop())
        elif tag in _CODE and self._code_starts and not self._preformatted:
            self._end_code(self._code_starts.pop())
        elif _MARKS.get(tag) in self._open_marks and not self._preformatted:
            self._open_marks.remove(_MARKS[tag])
            self._end_mark(_MARKS[tag])

    def _break(self, *, lines: int = 2) -> None:
        """End the line, and leave an empty one where ``lines`` is 2."""
        if self._preformatted:
            self._parts.append("\n")
            return
        tail = "".join(self._parts[-3:]).rstrip(" ")
        if tail:
            self._parts.append("\n" * max(0, lines - (len(tail) - len(tail.rstrip("\n")))))

    def _bullet(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}- "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1]}. "

    def _name_link(self, target: str) -> None:
        # Addresses are shown, so that nothing hides behind a friendly word.
        shown = clean(target).strip()
        if _LIVE_LINK.fullmatch(shown) and shown not in "".join(self._parts[-3:]):
            self._parts.append(f" ({shown})")

    def _raise_or_lower(self, tag: str, start: int) -> None:
        sign, table = _SCRIPTS[tag]
        inside = "".join(self._parts[start:])
        del self._parts[start:]
        shifted = inside.translate(table)
        plain = all(ord(one) in table for one in inside)
        self._parts.append(shifted if plain else f"{sign}{inside}" if len(inside) == 1 else f"{sign}({inside})")

    def _end_code(self, start: int) -> None:
        inside = "".join(self._parts[start:])
        del self._parts[start:]
        if "\n" in inside.strip():
            self._break()
            self._parts.append("```\n" + re.sub(r"\n+", "\n", inside.strip("\n")) + "\n```\n\n")
        elif inside:
            ticks = "``" if "`" in inside else "`"
            self._parts.append(f"{ticks}{inside}{ticks}")

    def _end_mark(self, mark: str) -> None:
        # Markdown's closing mark stands at the word; the space that HTML allows before it goes behind.
        spaces = 0
        while self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1][:-1]
            spaces += 1
        if self._parts and self._parts[-1] == mark:
            self._parts.pop()
            mark = ""
        self._parts.append(mark + " " * bool(spaces))


_OPENERS: Mapping[str, Callable[[_Reader], None]] = {
    "pre": _Reader._open_fence,
    AS_IT_IS: _Reader._open_as_it_is,
    "ul": _Reader._open_list,
    "ol": partial(_Reader._open_list, first=0),
    "li": _Reader._open_item,
    "tr": partial(_Reader._break, lines=1),
}
