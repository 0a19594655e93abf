"""The diagnostics of one reading, gathered so that an author sees all of them at once.

Codes are stable: E1xx a file cannot be read, E2xx an entry does not fit the format, E3xx entries contradict
each other, W4xx craft, W5xx translation. docs/formats.md lists them.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizzer.domain.errors import Diagnostic, InputError, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Problems:
    """Collects diagnostics; ``sorted_`` gives them by place."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._silenced: set[tuple[str, int, str]] = set()

    def error(self, code: str, location: Location, message: str, *, hint: str | None = None) -> None:
        """Note something that keeps the file from being used."""
        self._found.append(Diagnostic(location, code, message, hint))

    def warning(self, code: str, location: Location, message: str, *, hint: str | None = None) -> None:
        """Note something that can be used, but taught better."""
        self._found.append(Diagnostic(location, code, message, hint, Severity.WARNING))

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over diagnostics found elsewhere."""
        self._found.extend(diagnostics)

    def silence(self, path: str, line: int, code: str) -> None:
        """Note that the comment on this line has kept a warning back."""
        self._silenced.add((path, line, code))

    def is_silenced(self, path: str, line: int, code: str) -> bool:
        """Tell whether the comment on this line has kept back a warning of this code."""
        return (path, line, code) in self._silenced

    @property
    def count(self) -> int:
        """How many diagnostics there are; grows only."""
        return len(self._found)

    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors alone, by place."""
        return tuple(d for d in self.sorted_() if d.severity is Severity.ERROR)

    def sorted_(self) -> tuple[Diagnostic, ...]:
        """All diagnostics, by file, line, column and code."""
        return tuple(sorted(self._found, key=_place))

    def refuse(self, what: Path | str) -> None:
        """Raise InputError with every error if there is any."""
        errors = self.errors()
        if errors:
            files = len({d.location.path for d in errors})
            raise InputError(f"{what}: {counted(len(errors), 'error')} in {counted(files, 'file')}", diagnostics=errors)


def counted(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` where something is close, else nothing."""
    meant = closest(word, known)
    return f"; did you mean '{meant}'?" if meant else ""


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    location = diagnostic.location
    return location.path, location.line or 0, location.column or 0, diagnostic.code
