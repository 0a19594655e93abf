"""Single cards as a search lists them and as they are looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.domain.act import Standing
    from quizzer.domain.card import Card
    from quizzer.domain.memory import Progress


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card that a search found, and where it stands; ``recall`` is None for a new one."""

    card: Card
    progress: Progress
    standing: Standing
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the first cards in the order of the decks, and how many there are."""

    total: int
    cards: tuple[FoundCard, ...]
