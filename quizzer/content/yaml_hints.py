"""What went wrong in a YAML file, in an author's words.

PyYAML says what its parser was doing; its C and pure parsers say it differently. The rules below go by the
place and by what stands there, so that both give the same answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml
    from yaml.error import Mark

QUOTE_IT = "put the whole text in quotes"

_OPENER = re.compile(r"(?:^|[:\-]\s+)(?P<sign>[\"'{\[])")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Line and column from 1 (None where unknown), what is wrong, and what to do."""

    line: int | None
    column: int | None
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class _Failure:
    """A parser's complaint; ``line`` is the text of the line it points at, ``at`` its column from 0."""

    problem: str
    context: str
    mark: Mark
    began: Mark
    line: str

    @property
    def at(self) -> int:
        return self.mark.column

    @property
    def sign(self) -> str:
        return self.line[self.at : self.at + 1]

    def here(self, message: str, hint: str | None = None) -> Explanation:
        return Explanation(self.mark.line + 1, self.mark.column + 1, message, hint)

    def where_it_began(self, message: str, hint: str | None = None) -> Explanation:
        return Explanation(self.began.line + 1, self.began.column + 1, message, hint)


def explain(error: yaml.YAMLError, text: str) -> Explanation:
    """Say what is wrong, where, and what to do, for an error of either of PyYAML's parsers."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Explanation(None, None, f"this is not YAML: {error}", None)
    began = getattr(error, "context_mark", None) or mark
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    problem, context = getattr(error, "problem", "") or "", getattr(error, "context", "") or ""
    failure = _Failure(problem, context, mark, began, line)
    explanations = (rule(failure) for rule in _RULES)
    return next((found for found in explanations if found), failure.here(f"this is not YAML: {problem}"))


def _tab(failure: _Failure) -> Explanation | None:
    if failure.sign != "\t":
        return None
    return failure.here("a tab stands where only spaces may", "indent with spaces")


def _cannot_begin(failure: _Failure) -> Explanation | None:
    if "cannot start any token" in failure.problem:
        return failure.here(f"a text cannot begin with {failure.sign}", QUOTE_IT)
    if "undefined alias" in failure.problem:
        return failure.here("a text cannot begin with *", QUOTE_IT)
    if "scanning an a" in failure.context:  # an alias or an anchor
        sign = "&" if "anchor" in failure.context else "*"
        return failure.where_it_began(f"a text cannot begin with {sign}", QUOTE_IT)
    return None


def _second_colon(failure: _Failure) -> Explanation | None:
    if "mapping values are not allowed" not in failure.problem:
        return None
    if re.search(r":\s|\[|\{", failure.line[: failure.at]):
        return failure.here("a second ': ' in this line", f"{QUOTE_IT} when it has ': ' in it")
    return failure.here("this line is indented further than the one it belongs to", "line it up")


def _escape(failure: _Failure) -> Explanation | None:
    if "unknown escape" not in failure.problem:
        return None
    # The C parser points at the backslash, the pure one behind it.
    at = failure.at if failure.sign == "\\" else failure.at - 1
    message = f"{failure.line[at : at + 2]} means nothing in double quotes"
    return Explanation(failure.mark.line + 1, at + 1, message, r"use single quotes, or \\ for a backslash")


def _open_quote(failure: _Failure) -> Explanation | None:
    if "quoted scalar" not in failure.context and "quoted scalar" not in failure.problem:
        return None
    return failure.where_it_began("this quote is never closed")


def _block_text(failure: _Failure) -> Explanation | None:
    if "block scalar" not in failure.context:
        return None
    return failure.here("nothing may follow | or > in its line", "begin the text in the next line, indented")


def _brackets(failure: _Failure) -> Explanation | None:
    if "flow mapping" not in failure.context and "flow sequence" not in failure.context:
        return None
    bracket, partner = ("{", "}") if "mapping" in failure.context else ("[", "]")
    if failure.began.line != failure.mark.line:
        return failure.where_it_began(f"this {bracket} is never closed", f"add {partner}")
    message = f"a text inside {bracket}…{partner} needs quotes here"
    return failure.here(message, "quote texts that have : , or brackets in them")


def _no_colon(failure: _Failure) -> Explanation | None:
    if "simple key" not in failure.context:
        return None
    return failure.where_it_began("this line has no ': '", "write key: value")


def _goes_on(failure: _Failure) -> Explanation | None:
    if "block mapping" not in failure.context and "block collection" not in failure.context:
        return None
    opener = _OPENER.search(failure.line[: failure.at])
    if opener is None:
        return failure.here("this line is not indented like those it belongs to", "line it up")
    sign = opener["sign"]
    line, column = failure.mark.line + 1, opener.start("sign") + 1
    if sign in "{[":
        return Explanation(line, column, f"a text cannot begin with {sign}", QUOTE_IT)
    message = "the text goes on behind its closing quote"
    return Explanation(line, failure.at + 1, message, "quote the whole text; double a quote inside: 'it''s'")


def _second_document(failure: _Failure) -> Explanation | None:
    if "another document" not in failure.problem and "document start" not in failure.problem:
        return None
    return failure.here("a second document begins here", "one file holds one document: delete '---' or '...'")


_RULES: tuple[Callable[[_Failure], Explanation | None], ...] = (
    _second_document,
    _tab,
    _cannot_begin,
    _second_colon,
    _escape,
    _open_quote,
    _block_text,
    _brackets,
    _no_colon,
    _goes_on,
)
