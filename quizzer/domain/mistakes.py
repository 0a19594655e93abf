"""Known mistakes: which wrong solutions fail just the checks that a submission fails. Pure."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

from quizzer.domain.exercise import Exercise, Mutant
from quizzer.domain.text import Text


def known_mistake(exercise: Exercise, failed: Collection[str]) -> Text | None:
    """The mistake that every wrong solution with this pattern of failed checks makes.

    None where no solution has it, where they differ in their mistake, or where one of them has no words for it: a
    wrong guess would send a learner the wrong way.
    """
    told = {mutant.mistake for mutant in exercise.mutants if _fits(mutant, frozenset(failed))}
    return next(iter(told)) if len(told) == 1 else None


def _fits(mutant: Mutant, failed: frozenset[str]) -> bool:
    return bool(mutant.always) and mutant.always <= failed <= mutant.sometimes


def solutions_digest(version: str, mutants: Collection[Mutant]) -> str:
    """A hash of all that decides which check fails which wrong solution; ``version`` is that of the exercise."""
    digest = sha256(version.encode())
    for mutant in sorted(mutants, key=lambda mutant: mutant.path):
        digest.update(f"\0{mutant.path}\0{_without_header(mutant.source)}".encode())
    return digest.hexdigest()


def _without_header(source: str) -> str:
    """The source without the comments above it: a reworded mistake changes no pattern."""
    lines = source.split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return "\n".join(lines)
