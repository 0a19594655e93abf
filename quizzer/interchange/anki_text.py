"""Anki's text files, and any CSV or TSV: one note a row, with headers that say what the columns are.

Anki guesses where headers are missing, and turns a surplus column into tags. Here the guess is told, and rows that
differ in length are refused unless somebody said that they may.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizzer.domain.card import Card
from quizzer.domain.errors import Diagnostic, InputError, Location
from quizzer.domain.exchange import Parcel, Remark, Shipment, Skipped
from quizzer.interchange import clozes, names
from quizzer.interchange.collection import RawNote
from quizzer.interchange.foreign_cards import PROGRAM, SkipCard, first_words, foreign_card, foreign_deck
from quizzer.interchange.html_markdown import clean
from quizzer.interchange.note_types import NoteType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SEPARATORS = {
    "comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_GUESSES = ("\t", ";", ",", "|")
_COLUMNS = ("guid column", "notetype column", "deck column", "tags column")
_TEXT_PROGRAM = "text"
_RAGGED, _UNREADABLE, _BAD_HEADER = "I101", "I102", "I103"
_MOST_PROBLEMS = 50
_SIDES = ("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}")
_MORE = "{{#More}}<p>{{More}}</p>{{/More}}"
_BASIC = NoteType("Basic", cloze=False, fields=("Front", "Back", "More"), templates={0: (_SIDES[0], _SIDES[1] + _MORE)})
_REVERSED = replace(
    _BASIC, name="Basic (and reversed card)", templates={**_BASIC.templates, 1: ("{{Back}}", "<hr id=answer>{{Front}}")}
)
_CLOZE = NoteType("Cloze", cloze=True, fields=("Text", "More"), templates={0: ("{{cloze:Text}}", "{{More}}")})


@dataclass(slots=True)
class _Headers:
    """What the lines at the top say; column numbers count from 0."""

    separator: str | None = None
    html: bool | None = None
    deck: str | None = None
    note_type: str | None = None
    tags: tuple[str, ...] = ()
    columns: dict[str, int] = field(default_factory=dict)
    lines: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table, and the line of the file where it ends."""

    line: int
    cells: tuple[str, ...]


def read_text(text: str, *, path: Path, lenient: bool) -> Shipment:
    """All notes of a text file; InputError with every header and row that does not fit."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    problems: list[Diagnostic] = []
    headers = _read_headers(lines, path, problems)
    body = "\n".join(lines[headers.lines :])
    separator = headers.separator or _guess(body)
    if separator is None:
        hint = "add '#separator:tab' (or comma, semicolon, pipe) as its first line"
        raise InputError(
            "quizzer cannot tell how the columns of this file are parted", hint=hint, location=Location(str(path))
        )
    rows = list(_rows(body, separator, headers, path, problems))
    if not lenient:
        problems += _ragged(rows, path)
    if problems:
        ragged = any(one.code == _RAGGED for one in problems)
        why = "mend the rows, or accept them as they are with --lenient" if ragged else None
        raise InputError(f"{path} cannot be imported", diagnostics=tuple(problems[:_MOST_PROBLEMS]), hint=why)
    return _Reading(headers, path).shipment(rows, separator)


def _read_headers(lines: Sequence[str], path: Path, problems: list[Diagnostic]) -> _Headers:
    headers = _Headers()
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            break
        headers.lines = number + 1
        key, colon, value = line[1:].partition(":")
        message = _header(headers, key.strip().lower(), value) if colon else None
        if message:
            problems.append(Diagnostic(Location(str(path), number + 1), _BAD_HEADER, message))
    return headers


def _header(headers: _Headers, key: str, value: str) -> str | None:
    """Take one header in; a sentence if its value makes no sense. Unknown keys are comments."""
    word = clean(value).strip()
    if key == "separator":
        headers.separator = _SEPARATORS.get(word.lower(), value.strip("\n") if len(value.strip("\n")) == 1 else None)
        return None if headers.separator else f"'{word}' is no separator ({', '.join(_SEPARATORS)}, or one character)"
    if key == "html":
        headers.html = {"true": True, "false": False}.get(word.lower())
        return None if headers.html is not None else f"'{word}' is neither true nor false"
    if key in _COLUMNS:
        if not word.isdecimal() or not 1 <= int(word) <= 1000:  # noqa: PLR2004 - more columns than a table has
            return f"'{word}' is no number of a column"
        headers.columns[key] = int(word) - 1
    elif key == "deck":
        headers.deck = word
    elif key == "notetype":
        headers.note_type = word
    elif key == "tags":
        headers.tags = tuple(word.split())
    return None


def _guess(body: str) -> str | None:
    first = next((line for line in body.split("\n") if line.strip() and not line.startswith("#")), "")
    return next((separator for separator in _GUESSES if separator in first), None)


def _rows(body: str, separator: str, headers: _Headers, path: Path, problems: list[Diagnostic]) -> Iterator[_Row]:
    lines = _Lines(body)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        for cells in reader:
            lines.between_rows = True
            if any(cell.strip() for cell in cells):
                yield _Row(lines.number + headers.lines, tuple(cells))
    except csv.Error as error:
        where = Location(str(path), lines.number + headers.lines)
        message, hint = f"this row cannot be read: {error}", "quote it, and double the quotes in it"
        problems.append(Diagnostic(where, _UNREADABLE, message, hint))


class _Lines:
    """The lines of a table for the csv module, comments between rows left out; a quoted line may begin with '#'."""

    def __init__(self, body: str) -> None:
        self._lines = iter([f"{line}\n" for line in body.split("\n")])
        self.number = 0
        self.between_rows = True

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        while True:
            line = next(self._lines)
            self.number += 1
            if not (self.between_rows and line.startswith("#")):
                self.between_rows = False
                return line


def _ragged(rows: Sequence[_Row], path: Path) -> Iterator[Diagnostic]:
    if not rows:
        return
    width = len(rows[0].cells)
    for row in rows:
        if len(row.cells) != width:
            message = f"this row has {len(row.cells)} columns, the first has {width}"
            yield Diagnostic(Location(str(path), row.line), _RAGGED, message)


class _Reading:
    """Rows becoming cards."""

    def __init__(self, headers: _Headers, path: Path) -> None:
        self._headers = headers
        self._named = "guid column" in headers.columns
        self._program = PROGRAM if self._named else _TEXT_PROGRAM
        self._default_deck = headers.deck or clean(path.stem)
        self._titles: dict[str, str] = {}
        self._parcels: dict[str, Parcel] = {}
        self._skipped: list[Skipped] = []

    def shipment(self, rows: Sequence[_Row], separator: str) -> Shipment:
        for row in rows:
            self._take(row)
        decks = tuple(
            foreign_deck(names.deck_id(title, program=self._program), title, source="a text file")
            for title in self._titles.values()
        )
        remarks: dict[Remark, int | str] = {}
        if self._headers.separator is None:
            names_of = {character: name for name, character in _SEPARATORS.items()}
            remarks[Remark.GUESSED_SEPARATOR] = names_of[separator]
        if self._headers.html is None:
            remarks[Remark.HTML_GUESSED] = 0
        return Shipment(decks, tuple(self._parcels.values()), tuple(self._skipped), remarks)

    def _take(self, row: _Row) -> None:
        special = set(self._headers.columns.values())
        fields = tuple(cell for place, cell in enumerate(row.cells) if place not in special)
        title = self._cell(row, "deck column") or self._default_deck
        note_type = self._cell(row, "notetype column") or self._headers.note_type or ""
        kind, fields = _kind(fields, note_type.casefold(), between="<br>" if self._headers.html else "\n\n")
        guid = self._cell(row, "guid column") or self._derived_guid(title, fields)
        tags = (*self._headers.tags, *self._cell(row, "tags column").split())
        note = RawNote(0, guid, 0, tags, fields)
        for number in _numbers(kind, fields):
            try:
                card = self._card(note, number=number, kind=kind, title=title)
            except SkipCard as skipped:
                self._skipped.append(Skipped(first_words(fields[0] if fields else ""), skipped.reason))
                continue
            self._titles.setdefault(card.deck, title)
            self._parcels.setdefault(card.id, Parcel(card))

    def _card(self, note: RawNote, *, number: int, kind: NoteType, title: str) -> Card:
        return foreign_card(
            note,
            number=number,
            kind=kind,
            deck=names.deck_id(title, program=self._program),
            source=f"{'Anki' if self._named else 'Text'}: {title}",
            html=bool(self._headers.html),
        )

    def _cell(self, row: _Row, column: str) -> str:
        place = self._headers.columns.get(column)
        if place is None or place >= len(row.cells):
            return ""
        return row.cells[place].strip() if column == "guid column" else clean(row.cells[place]).strip()

    def _derived_guid(self, title: str, fields: Sequence[str]) -> str:
        """Without a guid a note is known by its deck and first field, as in Anki."""
        return f"{_TEXT_PROGRAM}:{names.digest(title + chr(31) + fields[0].strip(), digits=names.GUID_SLUG_DIGITS)}"


def _kind(fields: tuple[str, ...], note_type: str, *, between: str) -> tuple[NoteType, tuple[str, ...]]:
    """The note type of a row and the fields as that type wants them: surplus ones together in the last."""
    first = fields[0] if fields else ""
    if "cloze" in note_type or (clozes.numbers_in(first) and "basic" not in note_type):
        kind = _CLOZE
    else:
        kind = _REVERSED if "reversed" in note_type and _wants_reverse(fields, note_type) else _BASIC
        if "optional" in note_type:
            fields = fields[:2]
    kept = len(kind.fields) - 1
    rest = between.join(field for field in fields[kept:] if field.strip())
    return kind, (*(*fields, *[""] * kept)[:kept], rest)


def _wants_reverse(fields: tuple[str, ...], note_type: str) -> bool:
    return "optional" not in note_type or any(field.strip() for field in fields[2:3])


def _numbers(kind: NoteType, fields: tuple[str, ...]) -> Sequence[int]:
    if not kind.cloze:
        return sorted(kind.templates)
    return [number - 1 for number in sorted(clozes.numbers_in(fields[0]))] or [0]
