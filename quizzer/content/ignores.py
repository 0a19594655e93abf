"""Warnings that an author can silence at the line where they belong, and has to say why.

``# quizzer: ignore[W401] the reason`` stands at the end of the line that the warning names, or alone on the line above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizzer.content.codes import MEANINGS
from quizzer.content.files import line_and_column
from quizzer.domain.errors import Location

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place

_MARK = "quizzer: ignore["
_IGNORE = re.compile(r"#\s*quizzer: ignore\[(?P<codes>[^\]\n]*)\](?P<reason>[^\n]*)")
_WITH_OTHERS = frozenset({"W421", "W423", "W426", "W429", "W430"})
"""These may have their cause in another folder, which is not always read along."""


class Warnings:
    """Reports warnings about one entry, but for those that ``# quizzer: ignore[CODE] reason`` silences."""

    def __init__(self, place: Place, *, problems: Problems) -> None:
        self._place = place
        self._problems = problems

    def add(self, code: str, message: str, *loc: str | int, hint: str | None = None) -> None:
        """Note a warning at ``loc`` below the entry."""
        location = self._place.location(*loc)
        if location.line is None or not self._silenced(code, location.line):
            self._problems.warning(code, location, message, hint=hint)

    def _silenced(self, code: str, line: int) -> bool:
        if _MARK not in self._place.text:
            return False
        lines = self._place.text.split("\n")
        for number in (line, line - 1):
            text = lines[number - 1] if number else ""
            # A comment behind an entry is about that entry alone.
            if number < line and not text.strip().startswith("#"):
                continue
            if any(code in _codes(found["codes"]) for found in _IGNORE.finditer(text)):
                self._problems.silence(self._place.path, number, code)
                return True
        return False


def review_ignores(texts: Mapping[str, str], *, problems: Problems) -> None:
    """Note the comments in these files that give no reason, or silence nothing."""
    broken = {error.location.path for error in problems.errors()}
    for path, text in texts.items():
        if _MARK not in text:
            continue
        for found in _IGNORE.finditer(text):
            location = Location(path, *line_and_column(text, found.start()))
            if not found["reason"].strip(" :,;-"):
                problems.warning("W441", location, "the reason is missing", hint="say why behind the bracket")
            # Entries with errors were not reviewed: what is silenced there is not known.
            if path not in broken:
                _review_codes(found["codes"], location, problems=problems)


def _review_codes(listed: str, location: Location, *, problems: Problems) -> None:
    for code in _codes(listed):
        if code not in MEANINGS:
            problems.warning("W442", location, f"there is no code {code}")
        elif not code.startswith("W"):
            problems.warning("W442", location, f"{code} is an error, which cannot be silenced", hint="mend it")
        elif code not in _WITH_OTHERS and not problems.is_silenced(location.path, location.line or 0, code):
            problems.warning("W442", location, f"there is no {code} to silence here", hint="delete the comment")


def _codes(listed: str) -> Collection[str]:
    return [code.strip() for code in listed.split(",")]
