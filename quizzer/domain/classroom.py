"""Submissions of a class: what was handed in, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass

from quizzer.domain.verdict import GradeResult


@dataclass(frozen=True, slots=True)
class Handed:
    """One submission to judge: where it stands, whose it is, and by which exercise, where somebody said so."""

    file: str
    student: str | None = None
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one submission: a result, or the problem for which there is none."""

    file: str
    student: str | None
    exercise: str | None
    sha256: str | None
    result: GradeResult | None = None
    problem: str | None = None

    def __post_init__(self) -> None:
        if (self.result is None) == (self.problem is None):
            raise ValueError("a row has a result or a problem")

    @property
    def accepted(self) -> bool:
        return self.result is not None and self.result.accepted


@dataclass(slots=True)
class Tally:
    """How many rows came to what."""

    accepted: int = 0
    refused: int = 0
    judge_errors: int = 0
    problems: int = 0

    @property
    def total(self) -> int:
        return self.accepted + self.refused + self.judge_errors + self.problems

    def add(self, row: Row) -> None:
        """Count one more."""
        if row.result is None:
            self.problems += 1
        elif row.result.accepted:
            self.accepted += 1
        elif row.result.verdict.value == "JE":
            self.judge_errors += 1
        else:
            self.refused += 1
