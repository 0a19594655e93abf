"""Which reader a file needs, by what is in it rather than by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, Location
from quizzer.interchange.anki_package import read_package
from quizzer.interchange.anki_text import read_text
from quizzer.interchange.backup_json import read_backup
from quizzer.interchange.hashcards import looks_like_hashcards, read_hashcards

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.domain.exchange import Shipment
    from quizzer.interchange.calendar import Calendar

MAX_TEXT_FILE_BYTES = 64 << 20
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_ZIP, _SQLITE = b"PK", b"SQLite format 3\0"


def read_file(path: Path, *, calendar: Calendar, lenient: bool = False) -> Shipment:
    """All that quizzer can use of a file; InputError, with a sentence, if that is nothing."""
    where = Location(str(path))
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError as error:
        raise InputError("there is no such file or folder", location=where) from error
    except OSError as error:
        raise InputError(f"this file cannot be read: {error.strerror}", location=where) from error
    if head.startswith(_ZIP):
        return read_package(path, calendar=calendar)
    if head == _SQLITE:
        raise InputError("this is a bare database", hint="export an .apkg or .colpkg from Anki", location=where)
    text = _text(path, where)
    if text.lstrip().startswith("{"):
        return read_backup(text, where=where, calendar=calendar)
    if "\0" in text:
        raise InputError("quizzer does not know this kind of file", location=where)
    if path.suffix.lower() in _MARKDOWN_SUFFIXES or (looks_like_hashcards(text) and not text.startswith("#")):
        return read_hashcards(text, path=path)
    return read_text(text, path=path, lenient=lenient)


def _text(path: Path, where: Location) -> str:
    with path.open("rb") as file:
        raw = file.read(MAX_TEXT_FILE_BYTES + 1)
    if len(raw) > MAX_TEXT_FILE_BYTES:
        raise InputError(f"this file is larger than {MAX_TEXT_FILE_BYTES >> 20} MiB", location=where)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("this file is not UTF-8", hint="save it as UTF-8", location=where) from error
