"""What comes of running the code of a card: its scripts, and many draws of its answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from quizzer.domain.card import Scalar

_SHOWN_CHARACTERS = 200

Script: TypeAlias = tuple[str, ...]
"""Parts of Python that run one after another, in the same names."""


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """How a script ended: without an error, or with one in a line (from 1) of one of its parts (from 0).

    ``part`` is None where the whole process ended, or took too long.
    """

    error: str | None = None
    part: int | None = None
    line: int | None = None

    @property
    def told(self) -> str:
        """The first line of the error, shortened."""
        first = (self.error or "").split("\n", 1)[0]
        return first if len(first) <= _SHOWN_CHARACTERS else first[: _SHOWN_CHARACTERS - 1] + "…"


@dataclass(frozen=True, slots=True)
class DrawnAnswer:
    """What the expressions of a compute card give for the values drawn: plain values (tuples as lists), or an error.

    ``mistakes`` has a value for each typical mistake; None where it has none for this draw.
    """

    values: Mapping[str, Scalar]
    answer: Any = None
    mistakes: tuple[Any, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """The code that stands before and after the lines of an order card, or each option of a choice card."""

    setup: str
    check: str
