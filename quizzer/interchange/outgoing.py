"""A deck on its way out, and the notes that other programs want: siblings of a cloze together, others each alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.card import Card, Cloze, Deck
from quizzer.domain.exchange import Parcel
from quizzer.domain.memory import StudyDay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A deck with all of its cards' past; ``first_day`` begins at ``first_day_at``, and no due date is before it."""

    deck: Deck
    parcels: tuple[Parcel, ...]
    language: str
    now: datetime
    first_day: StudyDay
    first_day_at: datetime
    rollover_hour: int
    desired_retention: float
    decay: float
    media: Mapping[str, Path] = field(default_factory=dict)
    """The pictures and sounds that the learner has, by their names in texts."""


@dataclass(frozen=True, slots=True)
class OutgoingNote:
    """Cards that other programs keep in one note, and the name by which they know it again."""

    guid: str
    parcels: tuple[Parcel, ...]

    @property
    def card(self) -> Card:
        return self.parcels[0].card

    @property
    def is_cloze(self) -> bool:
        return isinstance(self.card.body, Cloze)


def notes_of(parcels: Sequence[Parcel]) -> Iterator[OutgoingNote]:
    """The notes, in the order of their cards."""
    for _, siblings in groupby(parcels, key=_together):
        group = tuple(siblings)
        card = group[0].card
        suffix = card.id.removeprefix(card.note) if not isinstance(card.body, Cloze) else ""
        yield OutgoingNote((card.guid or card.note) + suffix, group)


def _together(parcel: Parcel) -> tuple[object, ...]:
    card = parcel.card
    # Deletions that were nested elsewhere have a text of their own for each card.
    return (card.note, card.body.text) if isinstance(card.body, Cloze) else (card.id,)
