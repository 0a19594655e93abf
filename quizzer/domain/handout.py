"""What an instructor hands to a class: decks and exercises as one file, with all checks or the visible ones only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quizzer.domain.library import SyncReport


class Edition(StrEnum):
    """Who a handout is for."""

    FULL = "full"
    """All that the author has: hidden checks and solutions too."""
    STUDENT = "student"
    """Visible checks only, no solutions."""


@dataclass(frozen=True, slots=True)
class PackedDeck:
    """A deck in a handout, with the version that its author gives it."""

    id: str
    version: str
    cards: int


@dataclass(frozen=True, slots=True)
class PackedExercise:
    """An exercise in a handout; ``version`` is the hash of what judges, ``withheld`` counts the checks left out."""

    id: str
    version: str
    checks: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Handout:
    """Its files by path below ``decks/`` and ``exercises/``, and what they are.

    A file of the same ``name`` that comes later is its next version.
    """

    name: str
    edition: Edition
    decks: tuple[PackedDeck, ...]
    exercises: tuple[PackedExercise, ...]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class HandoutReport:
    """What bringing in a handout did, or would do; ``backup`` is the copy of the database from before."""

    handout: Handout
    sync: SyncReport
    dry_run: bool
    backup: str | None
