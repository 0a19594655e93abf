"""Verdicts and results of a judged submission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizzer.domain.card import ExerciseId
from quizzer.domain.text import Text


class Verdict(StrEnum):
    """What became of a submission or of one check. JE is our fault and never counts against the learner."""

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RTE = "RTE"
    CE = "CE"
    FORBIDDEN = "FORBIDDEN"
    JE = "JE"

    @property
    def accepted(self) -> bool:
        return self is Verdict.AC


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One property: passed or not, why, and a hint for when it did not."""

    id: str
    title: Text
    verdict: Verdict
    points: float
    max_points: float
    message: Text | None = None
    hint: Text | None = None
    not_run: bool = False
    """True where the run ended before this check's turn; ``verdict`` then repeats why."""


@dataclass(frozen=True, slots=True)
class GradeResult:
    """Everything that is stored and shown of one judged submission; durations in seconds."""

    exercise: ExerciseId
    exercise_version: str
    verdict: Verdict
    checks: tuple[CheckResult, ...]
    seed: int
    isolation: str
    device: str
    torch_version: str
    duration_s: float
    graded_at: datetime
    message: Text | None = None
    """Why the whole run has its verdict, where no single check says it (CE, FORBIDDEN, TLE, JE…)."""
    output: str = ""
    """What the submission printed, capped and with control characters removed."""
    diagnosis: Text | None = None
    """What the author seems to have done, where the failed checks are just those of a known mistake: a guess."""
    withheld: int | None = None
    """How many checks the student edition that judged this leaves out; None where it was no student edition."""

    @property
    def accepted(self) -> bool:
        return self.verdict.accepted

    @property
    def score(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> float:
        return sum(check.max_points for check in self.checks)
