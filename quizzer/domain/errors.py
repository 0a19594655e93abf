"""The errors that quizzer raises on purpose.

Raised where the knowledge is; only ``quizzer.cli`` maps them to exit codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class Severity(StrEnum):
    """How bad a diagnostic is: only errors stop an import."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem of an author's file: where, a stable code, what, and what to do."""

    location: Location
    code: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.location} {self.code} {self.message}{tail}"


class QuizzerError(Exception):
    """Something quizzer can explain: what happened, where, and what to do next."""

    def __init__(self, message: str, *, hint: str | None = None, location: Location | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.location = location

    def __str__(self) -> str:
        return f"{self.location} {self.message}" if self.location else self.message


class UsageError(QuizzerError):
    """The command was called in a way that makes no sense (exit code 2)."""


class InputError(QuizzerError):
    """A file that somebody wrote cannot be used (exit code 3); carries every diagnostic found."""

    def __init__(
        self,
        message: str,
        *,
        diagnostics: tuple[Diagnostic, ...] = (),
        hint: str | None = None,
        location: Location | None = None,
    ) -> None:
        super().__init__(message, hint=hint, location=location)
        self.diagnostics = diagnostics


class JudgeError(QuizzerError):
    """The judge itself failed; never the learner's fault (exit code 4)."""


class UncomputedAnswer(JudgeError):  # noqa: N818 - what happened, as everywhere here
    """A card's own expressions cannot be evaluated: its author can mend that."""


class EnvironmentProblem(QuizzerError):  # noqa: N818 - EnvironmentError is the name of OSError
    """This machine or database cannot do it: torch missing, database newer than us (exit code 5)."""
