"""Warnings that an author can silence at the line where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place

_MARK = "quizzer: ignore["
_IGNORE = re.compile(r"#\s*quizzer: ignore\[([A-Z0-9, ]+)\]")


class Warnings:
    """Reports warnings about one entry, but for those that ``# quizzer: ignore[CODE]`` silences."""

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
        above = lines[line - 2].strip() if line > 1 else ""
        candidates = (lines[line - 1], above if above.startswith("#") else "")
        return any(code in codes.split(",") for text in candidates for codes in _codes(text))


def _codes(text: str) -> list[str]:
    return [codes.replace(" ", "") for codes in _IGNORE.findall(text)]
