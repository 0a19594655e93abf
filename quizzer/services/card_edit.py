"""Editing a card: where its text is the learner's own to change, and bringing a change into the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError
from quizzer.services.library import import_folder

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.content.note_place import NotePlace
    from quizzer.domain.card import CardId
    from quizzer.domain.library import SyncReport
    from quizzer.storage.store import Store

_FOLDER = "folder:"


def own_place(store: Store, card_id: CardId) -> NotePlace | None:
    """Where the card is written, if its deck was imported from a folder; None for built-in content.

    Raises:
        InputError: the folder or the card's entry is not there any more.
    """
    with store.read() as tx:
        card = tx.card(card_id)
        origin = tx.deck_origin(card.deck) or ""
    if not origin.startswith(_FOLDER):
        return None
    from quizzer.content.note_place import find_note  # noqa: PLC0415 - seldom needed

    root = Path(origin.removeprefix(_FOLDER))
    place = find_note(root, card.deck, card.note) if root.is_dir() else None
    if place is None:
        raise InputError(
            f"The card {card_id} is not found below {root}, where its deck was imported from.",
            hint="import the deck from where it is now, or write a note to the card: quizzer card note",
        )
    return place


def bring_in(store: Store, place: NotePlace, *, at: datetime) -> SyncReport:
    """Bring the deck around the card into the database as its files now are; InputError with all errors."""
    return import_folder(store, place.deck_folder, at=at)
