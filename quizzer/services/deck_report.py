"""What learners' answers say to the author of a deck: those in the database, or those that learners have handed in."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from quizzer.domain.card_figures import DeckReport, Learner, card_figures
from quizzer.domain.errors import InputError, Location
from quizzer.domain.exchange import OwnHistory
from quizzer.interchange.files import read_file
from quizzer.services.exchange import calendar_at
from quizzer.services.named_deck import named_deck

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from quizzer.domain.card import Card, CardId, DeckId
    from quizzer.domain.exchange import Parcel
    from quizzer.interchange.calendar import Calendar
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store


def report_of_database(store: Store, name: str, *, options: SchedulerOptions) -> DeckReport:
    """The report of the one learner whose database this is; UsageError where there is no such deck."""
    with store.read() as tx:
        deck = named_deck(name, [one for one, _ in tx.deck_titles()])
        parcels = tx.parcels(deck)
    return _report(deck, [parcels], options=options)


def report_of_files(
    name: str, paths: Sequence[Path], *, now: datetime, zone: tzinfo, options: SchedulerOptions
) -> DeckReport:
    """The report of the learners who exported the deck as JSON, one file each; nothing is stored.

    Raises:
        InputError: a file is no backup of quizzer's of this deck, or one learner's is there twice.
    """
    calendar = calendar_at(now, zone=zone, options=options)
    seen: dict[str, Path] = {}
    learners = []
    for path in paths:
        parcels = _parcels(path, name, calendar=calendar)
        digest = sha256(path.read_bytes()).hexdigest()
        if digest in seen:
            message = f"this is the same file as {seen[digest]}: a learner would count twice"
            raise InputError(message, location=Location(str(path)))
        seen[digest] = path
        learners.append(parcels)
    deck = next(parcel.card.deck for parcels in learners for parcel in parcels)
    return _report(deck, learners, options=options)


def _parcels(path: Path, name: str, *, calendar: Calendar) -> tuple[Parcel, ...]:
    shipment = read_file(path, calendar=calendar)
    where, hint = Location(str(path)), f"a learner makes one: quizzer deck export {name} -o mine.json"
    if {deck.id for deck in shipment.decks} != {name}:
        raise InputError(f"this is no export of the deck {name!r}", location=where, hint=hint)
    if any(parcel.history is not None and not isinstance(parcel.history, OwnHistory) for parcel in shipment.parcels):
        raise InputError("only quizzer's own JSON has what a report needs", location=where, hint=hint)
    if not shipment.parcels:
        raise InputError("there is no card in this file", location=where, hint=hint)
    return shipment.parcels


def _report(deck: DeckId, learners: Sequence[Sequence[Parcel]], *, options: SchedulerOptions) -> DeckReport:
    cards: dict[CardId, Card] = {}
    for parcels in learners:
        for parcel in parcels:
            cards.setdefault(parcel.card.id, parcel.card)
    pasts = list(map(_learner, learners))
    lapses = options.for_deck(deck).leech_lapses
    return DeckReport(deck, len(learners), card_figures(cards.values(), pasts, leech_lapses=lapses))


def _learner(parcels: Iterable[Parcel]) -> Learner:
    histories = {parcel.card.id: parcel.history for parcel in parcels if isinstance(parcel.history, OwnHistory)}
    return Learner(
        progress={card: history.progress for card, history in histories.items()},
        answers={card: history.records for card, history in histories.items()},
    )
