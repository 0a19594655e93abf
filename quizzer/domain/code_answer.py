"""Whether a typed line of code does what the card's own line does, by the values that both leave behind. Pure.

The lines were run elsewhere, the learner's in a process of its own; here are only plain values.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, TypeAlias

from quizzer.domain.card import Code, NamedMistake

_SHOWN_CHARACTERS = 70


@dataclass(frozen=True, slots=True)
class CaseRun:
    """What one line left behind in one case: the compared values (None, lists, numbers, texts), or an error."""

    values: tuple[Any, ...] = ()
    error: str | None = None


Runs: TypeAlias = tuple[CaseRun, ...]
"""One line in each case of its card."""


@dataclass(frozen=True, slots=True)
class CodeRuns:
    """The card's own line, its typical mistakes, and what the learner typed, each in every case."""

    answer: Runs
    mistakes: tuple[Runs, ...]
    typed: Runs


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing that a typed line got wrong: an error, or the value of an expression."""

    expression: str = ""
    got: str = ""
    want: str = ""
    error: str | None = None


def same_runs(got: Runs, want: Runs, *, tolerance: float) -> bool:
    """Whether two lines left the same values in every case; ``tolerance`` is absolute plus relative, for floats."""
    return len(got) == len(want) and all(
        one.error is None and other.error is None and _same(list(one.values), list(other.values), tolerance)
        for one, other in zip(got, want, strict=True)
    )


def mistake_made(body: Code, runs: CodeRuns) -> NamedMistake | None:
    """The typical mistake that gives just what was typed gave; None where it is none of them, or not only one."""
    made = [
        wrong
        for wrong, ran in zip(body.mistakes, runs.mistakes, strict=True)
        if same_runs(runs.typed, ran, tolerance=body.tolerance) or _same_error(runs.typed, ran)
    ]
    return made[0] if len(made) == 1 else None


def first_difference(body: Code, runs: CodeRuns) -> Difference | None:
    """What a wrong line got wrong first, in the order of cases and expressions."""
    for got, want in zip(runs.typed, runs.answer, strict=True):
        if got.error is not None:
            return Difference(error=got.error)
        for expression, value, wanted in zip(body.compare, got.values, want.values, strict=True):
            if not _same(value, wanted, body.tolerance):
                return Difference(expression, _shown(value), _shown(wanted))
    return None


def _same(got: Any, want: Any, tolerance: float) -> bool:
    if isinstance(want, list):
        return (
            isinstance(got, list)
            and len(got) == len(want)
            and all(_same(one, other, tolerance) for one, other in zip(got, want, strict=True))
        )
    if isinstance(want, float) and isinstance(got, float):
        if not (math.isfinite(want) and math.isfinite(got)):
            return got == want or (math.isnan(got) and math.isnan(want))
        return abs(got - want) <= tolerance * (1 + abs(want))
    return type(got) is type(want) and bool(got == want)


def _same_error(got: Runs, want: Runs) -> bool:
    errors = [run.error for run in got]
    return any(errors) and errors == [run.error for run in want]


def _shown(value: Any) -> str:
    text = _text(value)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def _text(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_text, value))}]"
    return f"{value:.6g}" if isinstance(value, float) else repr(value)
