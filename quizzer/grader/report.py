"""What the judge process tells the parent, as plain JSON. No torch here: both sides use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzer.domain.verdict import Verdict
from quizzer.grader.frames import FrameError


class Overrun(StrEnum):
    """Which limit of time was met: of one call or of all, by computing, by not computing, or by the clock alone."""

    CALL_CPU = "call_cpu"
    CALL_IDLE = "call_idle"
    CALL_CLOCK = "call_clock"
    RUN_CPU = "run_cpu"
    RUN_IDLE = "run_idle"
    RUN_CLOCK = "run_clock"
    STARVED = "starved"
    """None of the submission's: it hardly got a processor."""


class End(StrEnum):
    """How the judge's conversation with the submission ended."""

    FINISHED = "finished"
    NOT_LOADED = "not_loaded"
    MISSING = "missing"
    TIMEOUT = "timeout"
    GONE = "gone"
    FORGED = "forged"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """What the learner's file raised as it was loaded; ``traceback`` maps language tags to texts."""

    traceback: Mapping[str, str]
    out_of_memory: bool = False


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What became of one check; ``message`` maps language tags to sentences."""

    id: str
    verdict: Verdict
    message: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The judge's findings: the checks that ran, in order, and why no more did."""

    end: End
    checks: tuple[CheckReport, ...] = ()
    detail: str = ""
    overrun: Overrun = Overrun.CALL_CPU
    """Which limit it was, where the end is a TIMEOUT."""
    error: ErrorFacts | None = None
    torch_version: str = ""
    duration_s: float = 0.0

    @property
    def passed(self) -> bool:
        """Whether every check was run, and none failed."""
        return self.end is End.FINISHED and all(check.verdict is Verdict.AC for check in self.checks)

    def plain(self, *, duration_s: float, torch_version: str) -> dict[str, Any]:
        """As JSON."""
        return {
            "end": self.end.value,
            "checks": [[check.id, check.verdict.value, _plain_message(check.message)] for check in self.checks],
            "detail": self.detail,
            "overrun": self.overrun.value,
            "error": None if self.error is None else [_plain_message(self.error.traceback), self.error.out_of_memory],
            "torch_version": torch_version,
            "duration_s": duration_s,
        }

    @classmethod
    def parse(cls, plain: Any) -> Report:
        """Read what a judge process sent; FrameError where it is no report."""
        try:
            return cls(
                end=End(plain["end"]),
                checks=tuple(
                    CheckReport(str(name), Verdict(verdict), _plain_message(message))
                    for name, verdict, message in plain["checks"]
                ),
                detail=str(plain["detail"]),
                overrun=Overrun(plain["overrun"]),
                error=None if plain["error"] is None else _error(plain["error"]),
                torch_version=str(plain["torch_version"]),
                duration_s=float(plain["duration_s"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise FrameError("the judge's report has an unknown form") from error


def _plain_message(message: Any) -> dict[str, str] | None:
    return None if message is None else {str(tag): str(text) for tag, text in dict(message).items()}


def _error(plain: Any) -> ErrorFacts:
    traceback, out_of_memory = plain
    return ErrorFacts(_plain_message(traceback) or {}, bool(out_of_memory))
