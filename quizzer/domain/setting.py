"""A setting as a learner sees it, and the row that keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId


SETTING_PREFIX = "option:"
LANGUAGE = "language"
WEIGHTS = "weights"


def row_name(name: str, deck: DeckId | None = None) -> str:
    """What the row of a setting is called: ``option:NAME``, or for one deck ``option:NAME@DECK``."""
    return SETTING_PREFIX + name if deck is None else f"{SETTING_PREFIX}{name}@{deck}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds now; ``own`` says that it was set for just this place."""

    name: str
    value: str
    own: bool
    deck: DeckId | None = None
