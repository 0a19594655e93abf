"""Where in an author's files a card is written: found by its text, for the file may have an error to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.content.files import DECK_FILE, MAX_CARDS_FILE_BYTES, Folder, find_decks
from quizzer.content.problems import Problems
from quizzer.domain.errors import Location

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.domain.card import DeckId, NoteId

_CARDS = "cards"
_BLOCK = r"^\s*(?:-\s+)?"
_FLOW = r"[{,]\s*"


@dataclass(frozen=True, slots=True)
class NotePlace:
    """The folder of a deck, and the line at which an entry of it has its id."""

    deck_folder: Path
    location: Location


def find_note(root: Path, deck: DeckId, note: NoteId) -> NotePlace | None:
    """The entry ``note`` of the deck, at or below ``root``; None where it is not. Errors of the files do not matter."""
    slug = note.removeprefix(f"{deck}/")
    for path in find_decks(root):
        folder = Folder(path, problems=Problems())
        if _line_of(folder, DECK_FILE, deck, before="^") is None:
            continue
        names = folder.names(_CARDS)
        # An entry over several lines is what it looks like; on one line it might be quoted from somewhere.
        for before in (_BLOCK, _FLOW):
            for name in names:
                line = _line_of(folder, name, slug, before=before)
                if line is not None:
                    return NotePlace(path, Location(str(path / name), line))
    return None


def _line_of(folder: Folder, name: str, wanted: str, *, before: str) -> int | None:
    """The number of the first line of a file that gives ``wanted`` as an id."""
    text = folder.text(name, limit=MAX_CARDS_FILE_BYTES) if folder.has(name) else None
    pattern = re.compile(rf"{before}id:\s*(['\"]?){re.escape(wanted)}\1(?=[\s,}}#]|$)")
    lines = enumerate((text or "").split("\n"), start=1)
    return next((number for number, line in lines if pattern.search(line)), None)
