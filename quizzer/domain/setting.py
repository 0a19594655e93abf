"""A setting as a learner sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds now; ``own`` says that it was set for just this place."""

    name: str
    value: str
    own: bool
    deck: DeckId | None = None
