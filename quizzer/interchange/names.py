"""Ids for what other programs name in their own ways: the same name gives the same id, for ever.

A card's history hangs on its id, so nothing here may change once a release has used it.
"""

from __future__ import annotations

import re
from hashlib import sha256

from quizzer.domain.card import CardId, DeckId, NoteId

GUID_SLUG_DIGITS = 16
_HASH_DIGITS = 6
_LONGEST_SLUG = 60
_PLAIN_NAME = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*(?:::[a-z0-9]+(?: [a-z0-9]+)*)*")


def deck_id(name: str, *, program: str) -> DeckId:
    """The id of another program's deck: ``anki-ml-pytorch`` for ``ML PyTorch``.

    A name that a slug cannot tell from others (``A::B``, Chinese, punctuation) gets a short hash at its end.
    """
    low = name.casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", low).strip("-")[:_LONGEST_SLUG].strip("-")
    faithful = _PLAIN_NAME.fullmatch(low) is not None and "::" not in low and len(low) <= _LONGEST_SLUG
    parts = [program, slug] if slug else [program]
    return DeckId("-".join(parts if faithful else [*parts, digest(low, digits=_HASH_DIGITS)]))


def note_id(guid: str, *, program: str) -> NoteId:
    """The id of another program's note, whatever deck it lies in; a hash, since a guid may hold any character."""
    return NoteId(f"{program}/n-{digest(guid, digits=GUID_SLUG_DIGITS)}")


def card_id(note: NoteId, *, number: int, alone: bool) -> CardId:
    """The id of a note's card: the note's own where it is ``alone`` by its kind, else with ``#c1``, ``#c2``."""
    return CardId(note if alone else f"{note}#c{number}")


def digest(text: str, *, digits: int) -> str:
    """The first hexadecimal digits of a hash of ``text``."""
    return sha256(text.encode("utf-8", errors="replace")).hexdigest()[:digits]
