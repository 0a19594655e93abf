"""Reading .apkg and .colpkg of every era: decks, cards with their schedule and history, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from quizzer.domain.card_text import texts_of
from quizzer.domain.codec.cards import card_to_plain
from quizzer.domain.codec.plain import CodecError
from quizzer.domain.errors import InputError, Location
from quizzer.domain.exchange import Parcel, Remark, Shipment, Skipped, SkipReason
from quizzer.interchange import names
from quizzer.interchange.anki_schedule import history_of
from quizzer.interchange.archive import unpack
from quizzer.interchange.collection import read_collection
from quizzer.interchange.foreign_cards import PROGRAM, SkipCard, first_words, foreign_card, foreign_deck
from quizzer.interchange.headers import HEADERS_KEY, header_from_plain
from quizzer.interchange.html_markdown import clean
from quizzer.interchange.media import worth_keeping
from quizzer.interchange.own_cards import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizzer.domain.card import Card, Deck, DeckId
    from quizzer.domain.exchange import MediaFile
    from quizzer.interchange.calendar import Calendar
    from quizzer.interchange.collection import Collection, RawCard, RawNote

OWN_TYPES = ("quizzer", "quizzer cloze")
DATA_FIELD = "quizzer data"
_SUSPENDED = -1
_STUB = "Please update to the latest Anki version"


def read_package(path: Path, *, calendar: Calendar) -> Shipment:
    """All that quizzer can use of an Anki package; InputError for a file that must not be believed."""
    where = Location(str(path))
    package = unpack(path)
    collection = read_collection(package.database, where=where)
    _refuse_stub(collection, where)
    return _Reading(collection, calendar, media=package.media, source=path.name).shipment()


def _refuse_stub(collection: Collection, where: Location) -> None:
    fields = [field for note in collection.notes.values() for field in note.fields]
    if len(collection.notes) == 1 and any(_STUB in field for field in fields):
        raise InputError(
            "this package holds only Anki's note 'please update': its real collection is missing",
            hint="export it again; whoever repacked it took the wrong file",
            location=where,
        )


class _Reading:
    """One package being turned into parcels."""

    def __init__(self, collection: Collection, calendar: Calendar, *, media: Sequence[MediaFile], source: str) -> None:
        self._collection = collection
        self._calendar = calendar
        self._source = clean(source)
        self._remarks: Counter[Remark] = Counter()
        self._media = media
        self._skipped: list[Skipped] = []
        self._own: dict[int, dict[int, Card] | None] = {}
        self._titles = {key: clean(name).replace("\n", " ").strip() or "?" for key, name in collection.decks.items()}

    def shipment(self) -> Shipment:
        parcels: dict[str, Parcel] = {}
        for raw in self._collection.cards:
            parcel = self._parcel(raw)
            if parcel is None:
                continue
            if parcel.card.id in parcels:
                self._skip(self._collection.notes[raw.note_id], SkipReason.REPEATED)
                continue
            parcels[parcel.card.id] = parcel
        texts = [text for parcel in parcels.values() for text in texts_of(card_to_plain(parcel.card))]
        media = worth_keeping(self._media, texts)
        self._remarks[Remark.MEDIA] = len(self._media) - len(media)
        return Shipment(
            decks=self._decks({parcel.card.deck: None for parcel in parcels.values()}),
            parcels=tuple(parcels.values()),
            skipped=tuple(self._skipped),
            remarks={remark: count for remark, count in self._remarks.items() if count},
            media=media,
        )

    def _parcel(self, raw: RawCard) -> Parcel | None:
        note = self._collection.notes.get(raw.note_id)
        if note is None:
            return None
        try:
            card = self._card(raw, note)
        except SkipCard as skipped:
            self._skip(note, skipped.reason)
            return None
        suspended = raw.queue == _SUSPENDED
        self._remarks[Remark.SUSPENDED] += suspended
        history = history_of(raw, self._collection, calendar=self._calendar, remarks=self._remarks)
        return Parcel(card, history, suspended=suspended)

    def _card(self, raw: RawCard, note: RawNote) -> Card:
        kind = self._collection.note_types.get(note.type_id)
        if kind is None:
            raise SkipCard(SkipReason.NO_NOTE_TYPE)
        if kind.name in OWN_TYPES and kind.fields[-1:] == (DATA_FIELD,):
            own = self._own_cards(note)
            if own is not None:
                if raw.ord not in own:
                    raise SkipCard(SkipReason.EMPTY)
                return own[raw.ord]
        title = self._titles.get(raw.odid or raw.deck_id, "?")
        deck = names.deck_id(title, program=PROGRAM)
        return foreign_card(note, number=raw.ord, kind=kind, deck=deck, source=f"Anki: {title}")

    def _own_cards(self, note: RawNote) -> dict[int, Card] | None:
        """The note's cards by template number, as quizzer packed them; None where somebody broke the field."""
        if note.id not in self._own:
            try:
                cards, edited = unpacked(note.fields[-1], shown=note.fields[:-1])
            except CodecError:
                self._own[note.id] = None
            else:
                self._remarks[Remark.EDITED] += edited
                self._own[note.id] = {getattr(card.body, "number", 1) - 1: card for card in cards}
        return self._own[note.id]

    def _decks(self, wanted: dict[DeckId, None]) -> tuple[Deck, ...]:
        made = {
            names.deck_id(title, program=PROGRAM): foreign_deck(
                names.deck_id(title, program=PROGRAM), title, source="Anki"
            )
            for title in self._titles.values()
        }
        made |= {deck.id: deck for deck in self._own_headers()}
        return tuple(made.get(deck) or foreign_deck(deck, deck, source="quizzer") for deck in wanted)

    def _own_headers(self) -> list[Deck]:
        plain: Any = self._collection.config.get(HEADERS_KEY)
        if not isinstance(plain, list):
            return []
        try:
            return [header_from_plain(one) for one in plain]
        except CodecError:
            return []

    def _skip(self, note: RawNote, reason: SkipReason) -> None:
        self._skipped.append(Skipped(first_words(note.fields[0] if note.fields else ""), reason))
