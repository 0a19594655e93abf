"""Decks as their authors wrote them: each entry with its cards, what its lines are tried between, and its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from quizzer.content.deck_models import TriedEntry
from quizzer.content.decks import load_deck
from quizzer.content.problems import Problems
from quizzer.domain.card_trial import Trial

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.content.yaml_nodes import Place
    from quizzer.domain.card import Card, DeckId
    from quizzer.domain.errors import Location


@dataclass(frozen=True, slots=True)
class WrittenCard:
    """An entry of a deck: its one card, or the siblings of a cloze."""

    cards: tuple[Card, ...]
    trial: Trial | None
    place: Place

    def locate(self, *loc: str | int, line: int | None = None) -> Location:
        """Where the value at ``loc`` stands, or the line ``line`` (from 1) of the code there."""
        return self.place.location(*loc) if line is None else self.place.at(*loc).inside_block(line, 1)


@dataclass(frozen=True, slots=True)
class WrittenDeck:
    """A deck's entries in the author's order."""

    id: DeckId
    folder: Path
    cards: tuple[WrittenCard, ...]


def read_written(folder: Path) -> WrittenDeck:
    """The deck in ``folder``; raises InputError with every error of every file of it."""
    problems = Problems()
    loaded = load_deck(folder, problems=problems)
    problems.refuse(folder)
    assert loaded is not None
    siblings = [tuple(same) for _, same in groupby(loaded.deck().cards, key=lambda card: card.note)]
    written = (
        WrittenCard(cards, _trial(note.entry) if isinstance(note.entry, TriedEntry) else None, note.place)
        for cards, note in zip(siblings, loaded.notes, strict=True)
    )
    return WrittenDeck(loaded.id, folder, tuple(written))


def _trial(entry: TriedEntry) -> Trial | None:
    if entry.setup is None and entry.check is None:
        return None
    return Trial(entry.setup or "", entry.check or "")


def selected(deck: WrittenDeck, *, file: Path | None, only: str | None) -> WrittenDeck:
    """The same deck with the entries that stand in ``file`` alone, or the one of the id ``only``."""
    cards = (card for card in deck.cards if file is None or card.place.path == str(file))
    return replace(deck, cards=tuple(card for card in cards if only is None or _is_called(card, only)))


def _is_called(card: WrittenCard, name: str) -> bool:
    return f"/{card.cards[0].note}".endswith(f"/{name}")
