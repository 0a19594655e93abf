"""A deck that somebody names, found among those that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import DeckId
from quizzer.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.storage.store import Store


def named_deck(name: str, known: Iterable[str]) -> DeckId:
    """The deck of that id; UsageError where there is none, with the one that was probably meant."""
    ids = tuple(known)
    if name in ids:
        return DeckId(name)
    raise unknown_deck(name, ids)


def unknown_deck(name: str, known: Sequence[str]) -> UsageError:
    """What to raise for a name that none of the ``known`` decks has."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a word that is none

    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else "quizzer deck list shows what there is"
    return UsageError(f"there is no deck {name!r}", hint=hint)


def deck_in(store: Store, name: str) -> DeckId:
    """The deck of that id in the database; UsageError as above."""
    with store.read() as tx:
        return named_deck(name, [deck for deck, _ in tx.deck_titles()])
