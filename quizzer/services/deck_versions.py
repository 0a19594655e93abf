"""Two versions of decks compared, wherever they stand: what learners would keep, and what they would lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.interchange.files import read_file
from quizzer.services.handout import decks_in_handout, is_handout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quizzer.content.deck_diff import DeckDiff
    from quizzer.domain.card import Card
    from quizzer.interchange.calendar import Calendar


def compare(old: Path, new: Path, *, calendar: Calendar) -> DeckDiff:
    """What learners of the cards at ``old`` would keep and lose with those at ``new``.

    Each is a folder with decks below it, whatever its name, a file of a deck (which stands for the deck), a handout,
    or a file that another program or an export wrote.

    Raises:
        InputError: with all errors of the one that cannot be read.
    """
    from quizzer.content.deck_diff import diff  # noqa: PLC0415 - the package is lazy

    before, after = (_cards(path, calendar=calendar) for path in (old, new))
    return diff(before, after)


def _cards(path: Path, *, calendar: Calendar) -> Iterable[Card]:
    from quizzer.content import read_decks  # noqa: PLC0415 - loads PyYAML and pydantic

    folder = path if path.is_dir() else _deck_around(path)
    if folder is None and not is_handout(path):
        return [parcel.card for parcel in read_file(path, calendar=calendar).parcels]
    decks = decks_in_handout(path) if folder is None else read_decks(folder)
    return [card for deck in decks for card in deck.cards]


def _deck_around(file: Path) -> Path | None:
    """The deck that a YAML file is part of."""
    if file.suffix != ".yaml":
        return None
    return next((up for up in file.absolute().parents if (up / "deck.yaml").is_file()), None)


def lines_of(found: DeckDiff) -> Iterable[str]:
    """The changes, a line each, as ``deck diff`` prints them."""
    yield from (f"~ {name} ({', '.join(what)})" for name, what in found.changed.items())
    yield from (f"+ {name}" for name in found.added)
    yield from (f"- {name}" for name in found.removed)
    yield from (f"> {old} -> {new}" for old, new in found.renamed)
