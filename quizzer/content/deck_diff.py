"""What changes for learners between two versions of decks: which cards keep their history, and which lose it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from quizzer.domain.card import Card, CardId, DeckId, NoteId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_IDENTITY = frozenset({"id", "note", "deck"})


@dataclass(frozen=True, slots=True)
class DeckDiff:
    """Cards by what becomes of their history.

    ``kept`` are as they were. ``changed`` keep it under another text: each with the fields that differ. ``added``
    start anew. ``removed`` are retired with theirs. ``renamed`` are the same under another id (old, new): to the
    program one is retired and the other new.
    """

    kept: tuple[CardId, ...]
    changed: Mapping[CardId, tuple[str, ...]]
    added: tuple[CardId, ...]
    removed: tuple[CardId, ...]
    renamed: tuple[tuple[CardId, CardId], ...]

    @property
    def loses(self) -> bool:
        """Whether any learner would lose a history."""
        return bool(self.removed or self.renamed)


def diff(old: Iterable[Card], new: Iterable[Card]) -> DeckDiff:
    """Compare the cards of two versions by their ids, in their order."""
    before = {card.id: card for card in old}
    after = {card.id: card for card in new}
    changes = {name: _differences(before[name], card) for name, card in after.items() if name in before}
    added = [name for name in after if name not in before]
    removed = [name for name in before if name not in after]
    by_content = {_content(after[name]): name for name in added}
    renamed = tuple(
        (name, by_content.pop(content)) for name in removed if (content := _content(before[name])) in by_content
    )
    gone, come = {old for old, _ in renamed}, {new for _, new in renamed}
    return DeckDiff(
        kept=tuple(name for name, found in changes.items() if not found),
        changed={name: found for name, found in changes.items() if found},
        added=tuple(name for name in added if name not in come),
        removed=tuple(name for name in removed if name not in gone),
        renamed=renamed,
    )


def _differences(one: Card, other: Card) -> tuple[str, ...]:
    names = [field.name for field in fields(Card) if field.name not in _IDENTITY]
    found = [name for name in names if getattr(one, name) != getattr(other, name)]
    if one.kind is not other.kind:
        return ("kind", *(name for name in found if name != "body"))
    return tuple(found)


def _content(card: Card) -> Card:
    """The card without its names: what makes it the same under another."""
    return replace(card, id=CardId(""), note=NoteId(""), deck=DeckId(""), tags=())
