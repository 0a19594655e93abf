"""Other programs' files brought into the database, as one transaction that a dry run takes back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.backups import Reason
from quizzer.domain.card import CardId, Deck, DeckId, Topic
from quizzer.domain.exchange import ExchangeReport, Fate, OwnHistory, Remark
from quizzer.interchange.calendar import Calendar
from quizzer.interchange.files import read_file
from quizzer.interchange.media import FOLDER
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.study_day import study_day
from quizzer.services.backups import make_backup
from quizzer.services.exchange_replay import replay
from quizzer.services.media_files import unpacked_media

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

    from quizzer.domain.card import Card
    from quizzer.domain.exchange import Parcel, Shipment, StoredCard, StoredDeck
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store, Transaction


def calendar_at(now: datetime, *, zone: tzinfo, options: SchedulerOptions) -> Calendar:
    """The learner's calendar at this moment."""
    return Calendar(now, lambda at: study_day(at, zone=zone, rollover_hour=options.rollover_hour))


def import_file(
    store: Store, path: Path, *, calendar: Calendar, options: SchedulerOptions, dry_run: bool, lenient: bool = False
) -> ExchangeReport:
    """Bring another program's file into the database: all of it, or nothing; a copy of the database is made first.

    Cards that were answered here keep their schedule and history; the others take what the file has.

    Raises:
        InputError: the file cannot be used; nothing was changed.
    """
    shipment = read_file(path, calendar=calendar, lenient=lenient)
    with unpacked_media(path, shipment.media, store.path.parent) as media:
        backup = None if dry_run else make_backup(store.path, Reason.BEFORE_IMPORT, now=calendar.now).path
        with store.write(keep=not dry_run) as tx:
            arriving = _Arrival(tx, shipment, calendar=calendar, model=Fsrs6(options.weights))
            report = arriving.report(dry_run=dry_run, backup=backup)
        taken = 0 if dry_run else media.put()
    remarks = {**report.remarks, **({Remark.MEDIA_TAKEN: taken} if taken else {})}
    kept = len(media.names) - taken
    folder = str(store.path.parent / FOLDER) if kept else None
    return replace(report, remarks=remarks, media=kept, media_folder=folder)


class _Arrival:
    """A shipment being put in its place inside a transaction."""

    def __init__(self, tx: Transaction, shipment: Shipment, *, calendar: Calendar, model: MemoryModel) -> None:
        self._tx = tx
        self._shipment = shipment
        self._calendar = calendar
        self._model = model
        self._fates: list[tuple[CardId, DeckId, Fate]] = []
        self._changes: dict[DeckId, dict[CardId, Card]] = {}
        self._pasts: list[tuple[CardId, OwnHistory]] = []
        self._hidden: list[CardId] = []
        self._with_past: Counter[DeckId] = Counter()
        self._reviews: Counter[DeckId] = Counter()

    def report(self, *, dry_run: bool, backup: Path | None) -> ExchangeReport:
        """Do it all, and tell what was done."""
        for parcel in self._shipment.parcels:
            self._place(parcel)
        decks = self._decks()
        self._tx.apply_content(decks, (), origin="import", retire_missing=False, at=self._calendar.now)
        for card_id in self._hidden:
            self._tx.bring_suspended(card_id)
        self._tx.bring_histories(self._pasts)
        titles = {deck.id: deck.title.in_("en") for deck in (*self._shipment.decks, *decks)}
        return ExchangeReport(
            fates=tuple(self._fates),
            titles=titles,
            histories=dict(self._with_past),
            reviews=dict(self._reviews),
            skipped=self._shipment.skipped,
            remarks=self._shipment.remarks,
            dry_run=dry_run,
            backup=None if backup is None else str(backup),
        )

    def _place(self, parcel: Parcel) -> None:
        stored = self._own(parcel.card) or self._tx.stored_card(parcel.card.id)
        # A card stays in the deck where the learner has it, whatever the other program made of it since.
        card = parcel.card if stored is None else replace(parcel.card, deck=stored.card.deck, id=stored.card.id)
        if stored is None:
            fate = Fate.NEW
        elif card == stored.card:
            fate = Fate.UNCHANGED if stored.active else Fate.RETURNED
        elif stored.card.guid is None:
            fate = Fate.CONFLICT
        else:
            fate = Fate.UPDATED
        self._fates.append((card.id, card.deck, fate))
        if fate in (Fate.NEW, Fate.UPDATED, Fate.RETURNED):
            self._changes.setdefault(card.deck, {})[card.id] = card
            if parcel.suspended and fate is Fate.NEW:
                self._hidden.append(card.id)
        if parcel.history is not None and (stored is None or stored.fresh):
            self._bring(card, parcel)

    def _own(self, card: Card) -> StoredCard | None:
        """A card of this library's own files that came back from a program which kept nothing but its guid."""
        number = getattr(card.body, "number", None)
        for name in (card.guid, f"{card.guid}#c{number}") if card.guid and "/" in card.guid else ():
            stored = self._tx.stored_card(CardId(name))
            if stored is not None and stored.card.guid is None:
                return stored
        return None

    def _bring(self, card: Card, parcel: Parcel) -> None:
        history = parcel.history
        assert history is not None
        if not isinstance(history, OwnHistory):
            history = replay(card.id, history, model=self._model, day_of=self._calendar.day_of)
        self._pasts.append((card.id, history))
        self._with_past[card.deck] += 1
        self._reviews[card.deck] += len(history.records)

    def _decks(self) -> list[Deck]:
        """The decks that change, whole, in the places that they have; new ones behind them."""
        arriving = {deck.id: deck for deck in self._shipment.decks}
        stored = {deck: self._tx.stored_deck(deck) for deck in self._changes}
        kept = sorted((one for one in stored.values() if one is not None), key=lambda one: one.position)
        decks = [_merged(one, arriving.get(one.deck.id), self._changes[one.deck.id]) for one in kept]
        new = (deck for deck in self._changes if stored[deck] is None)
        decks += [_with_topics(replace(arriving[deck], cards=tuple(self._changes[deck].values()))) for deck in new]
        return decks


def _merged(stored: StoredDeck, arriving: Deck | None, changes: dict[CardId, Card]) -> Deck:
    deck, changes = stored.deck, dict(changes)
    cards = [changes.pop(card.id, card) for card in deck.cards]
    topics = {topic.id: topic for topic in (*(arriving.topics if arriving else ()), *deck.topics)}
    return _with_topics(replace(deck, cards=(*cards, *changes.values()), topics=tuple(topics.values())))


def _with_topics(deck: Deck) -> Deck:
    """The deck with a topic for each card, where its header was made up without them."""
    named = {topic.id for topic in deck.topics}
    more = dict.fromkeys(card.topic for card in deck.cards if card.topic not in named)
    return replace(deck, topics=(*deck.topics, *map(Topic, more)))
