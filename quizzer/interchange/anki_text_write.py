"""Anki's text format: tab-separated, HTML, with the guid by which Anki knows a note again. No history."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from quizzer.domain.card import ExerciseRef
from quizzer.interchange.markdown_html import to_html
from quizzer.interchange.outgoing import notes_of
from quizzer.interchange.sides import sides_of

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.interchange.outgoing import Outgoing, OutgoingNote

_HEADERS = ("separator:tab", "html:true", "guid column:1", "notetype column:2", "deck column:3", "tags column:6")


def write_text(path: Path, outgoing: Outgoing) -> int:
    """Write the deck's notes for Anki's stock note types; the number of cards, exercises being left out."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"#{line}\n" for line in _HEADERS)
        writer = csv.writer(file, dialect="excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for note in notes_of(outgoing.parcels):
            if not isinstance(note.card.body, ExerciseRef):
                writer.writerow(_row(note, outgoing))
                count += len(note.parcels)
    return count


def _row(note: OutgoingNote, outgoing: Outgoing) -> list[str]:
    card, language = note.card, outgoing.language
    sides, why = sides_of(card, language=language), to_html(card.why.in_(language))
    first = to_html(sides.question)
    second = why if note.is_cloze else to_html(sides.answer) + why
    kind = "Cloze" if note.is_cloze else "Basic"
    title = outgoing.deck.title.in_(language)
    return [note.guid, kind, title, first, second, " ".join(tag.replace(" ", "_") for tag in card.tags)]
