"""Coding exercises as they are stored, shown and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizzer.domain.card import ExerciseId, TopicId
from quizzer.domain.text import Text

HEADER_PREFIX = "# quizzer:"
"""A starter's first line is ``# quizzer: EXERCISE-ID``; it tells ``quizzer grade`` what to judge."""


class ExerciseKind(StrEnum):
    """What the learner is asked to do."""

    IMPLEMENT = "implement"
    FIX = "fix"
    COMPUTE = "compute"
    TRAIN = "train"
    OPTIMISE = "optimise"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a submission may use; torch's own import and the fork server's memory are not counted."""

    call_s: float = 5.0
    run_s: float = 20.0
    memory_mib: int = 1024
    output_kib: int = 64
    file_mib: int = 16


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A name that a submission must define."""

    name: str
    signature: str


@dataclass(frozen=True, slots=True)
class CheckInfo:
    """What can be known of a check without running it, read from the source of ``checks.py``."""

    id: str
    title: Text
    points: float
    hint: Text | None = None
    visible: bool = False
    """Whether a student edition has it."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A known-wrong solution and the check that must catch it (None where a verdict folder says enough)."""

    path: str
    source: str
    caught_by: str | None
    verdict: str
    """The expected verdict of the whole run: WA, TLE or RTE."""
    mistake: Text | None = None
    """What somebody who writes this seems to have done, in a sentence to them."""
    always: frozenset[str] = frozenset()
    """The checks that it fails on every seed; empty where nobody has found out."""
    sometimes: frozenset[str] = frozenset()
    """The checks that it fails on some seeds, those of ``always`` among them."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise; ``version`` is the hash of all that judges a submission (content-addressed)."""

    id: ExerciseId
    version: str
    title: Text
    kind: ExerciseKind
    difficulty: int
    topics: tuple[TopicId, ...]
    entry_points: tuple[EntryPoint, ...]
    statement: Text
    starter: str
    checks: tuple[CheckInfo, ...]
    checks_source: str
    reference: str
    limits: Limits = field(default_factory=Limits)
    forbidden: tuple[str, ...] = ()
    """Dotted torch names that a submission must neither name nor reach (``torch.nn.functional.dropout``)."""
    hints: tuple[Text, ...] = ()
    explanation: Text | None = None
    """Shown after success."""
    fixtures_source: str | None = None
    accepted: Mapping[str, str] = field(default_factory=dict)
    """File name to source; ``reference.py`` is one of them."""
    mutants: tuple[Mutant, ...] = ()
    runs: int = 1
    """How many runs, each with draws of its own, a submission must pass to be accepted."""
    withheld: int | None = None
    """How many checks a student edition leaves out; None where this is no student edition.

    A student edition has no solutions: ``reference`` is empty, ``accepted`` and ``mutants`` are too.
    """

    @property
    def max_score(self) -> float:
        return sum(check.points for check in self.checks)
