"""The formats that quizzer writes, by the names that a person types."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from quizzer.interchange.anki_text_write import write_text
from quizzer.interchange.anki_write import write_package
from quizzer.interchange.backup_json import write_backup
from quizzer.interchange.hashcards import write_hashcards

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from quizzer.interchange.outgoing import Outgoing


class Format(StrEnum):
    """A kind of file that a deck can be written to."""

    ANKI = "anki"
    ANKI_TEXT = "anki-text"
    HASHCARDS = "hashcards"
    JSON = "json"

    @property
    def keeps_history(self) -> bool:
        return self in (Format.ANKI, Format.JSON)


WRITERS: Mapping[Format, Callable[[Path, Outgoing], int]] = {
    Format.ANKI: write_package,
    Format.ANKI_TEXT: write_text,
    Format.HASHCARDS: write_hashcards,
    Format.JSON: write_backup,
}
"""Each writes a deck and tells how many cards it could write."""

SUFFIXES: Mapping[str, Format] = {
    ".apkg": Format.ANKI,
    ".txt": Format.ANKI_TEXT,
    ".md": Format.HASHCARDS,
    ".json": Format.JSON,
}
