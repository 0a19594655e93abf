"""What travels between quizzer and other programs: cards, where they stand, and the answers that led there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from quizzer.domain.card import Card, CardId, Deck, DeckId
    from quizzer.domain.credit import PastCredit
    from quizzer.domain.memory import Memory, Progress, Rating, State, StudyDay
    from quizzer.domain.review import AnswerRecord


@dataclass(frozen=True, slots=True)
class PastReview:
    """An answer given in another program; ``interval_days`` is None where a step of ``interval_s`` followed."""

    rating: Rating
    answered_at: datetime
    duration_s: float
    interval_s: float
    interval_days: int | None = None
    starts_anew: bool = False
    """The card was made new again just before this answer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where another program left a card that is not new.

    ``memory`` is None where that program keeps none that can be used; ``difficulty`` is then a guess from its ease.
    A card in review has ``interval_days`` and ``due_on``, one in steps ``step`` and ``due_at``.
    """

    state: State
    repetitions: int
    lapses: int
    difficulty: float
    memory: Memory | None = None
    reviewed_at: datetime | None = None
    interval_days: int = 1
    due_on: StudyDay | None = None
    step: int = 0
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ForeignHistory:
    """What another program knows of a card's past, oldest answer first."""

    standing: Standing
    reviews: tuple[PastReview, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnHistory:
    """A card's past as quizzer stores it, oldest first; ``credits`` are the days by which exercises put it off."""

    progress: Progress
    records: tuple[AnswerRecord, ...] = ()
    credits: tuple[PastCredit, ...] = ()


History: TypeAlias = ForeignHistory | OwnHistory


@dataclass(frozen=True, slots=True)
class StoredDeck:
    """A deck as the database holds it, its retired cards left out, and its place among the decks."""

    deck: Deck
    position: int


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the database holds it; ``fresh`` if it was never answered."""

    card: Card
    active: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """A card on its way, with its past unless it is new; ``suspended`` where it must not be shown for now."""

    card: Card
    history: History | None = None
    suspended: bool = False


class SkipReason(StrEnum):
    """Why something of a file was left out."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_FIELD = "no_field"
    NO_NOTE_TYPE = "no_note_type"
    IMAGE_OCCLUSION = "image_occlusion"
    REPEATED = "repeated"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: what it was, in its author's words, and why."""

    what: str
    reason: SkipReason


class Remark(StrEnum):
    """Something that a reader should know about what was read, once for the whole file."""

    MEDIA = "media"
    MEDIA_TAKEN = "media_taken"
    EDITED = "edited"
    MEMORY_REFUSED = "memory_refused"
    REVIEWS_REFUSED = "reviews_refused"
    SUSPENDED = "suspended"
    GUESSED_SEPARATOR = "guessed_separator"
    HTML_GUESSED = "html_guessed"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or sound of a package: its name in the texts, where it lies in the package, and its size there.

    ``framed`` ones are compressed once more; ``size`` is what the package says, and -1 where the file is missing.
    """

    name: str
    member: str
    size: int
    framed: bool


@dataclass(frozen=True, slots=True)
class Shipment:
    """All that a file holds. ``decks`` have no cards: those are in ``parcels``, in their order.

    ``remarks`` count what each is about. ``media`` are those that are worth keeping; they are still in the file.
    """

    decks: tuple[Deck, ...]
    parcels: tuple[Parcel, ...]
    skipped: tuple[Skipped, ...] = ()
    remarks: Mapping[Remark, int | str] = field(default_factory=dict)
    media: tuple[MediaFile, ...] = ()


class Fate(StrEnum):
    """What an import does with a card."""

    NEW = "new"
    UPDATED = "updated"
    RETURNED = "returned"
    """It had been retired, and is shown again."""
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    """A card of this library's own files differs; the files are right, and it is left alone."""


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """What an import did, or would do: card by card, and what it left out."""

    fates: tuple[tuple[CardId, DeckId, Fate], ...]
    titles: Mapping[DeckId, str]
    histories: Mapping[DeckId, int]
    """Cards of each deck that came with a schedule that was taken over."""
    reviews: Mapping[DeckId, int]
    skipped: tuple[Skipped, ...]
    remarks: Mapping[Remark, int | str]
    dry_run: bool
    backup: str | None = None
    media: int = 0
    """Pictures and sounds that lie in ``media_folder`` now."""
    media_folder: str | None = None

    def count(self, fate: Fate, deck: DeckId | None = None) -> int:
        """How many cards, of one deck or of all, had this fate."""
        return sum(one is fate and deck in (None, where) for _, where, one in self.fates)
