"""The formats that quizzer writes, by the names that a person types."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from quizzer.interchange.anki_write import write_package
from quizzer.interchange.backup_json import write_backup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from quizzer.interchange.outgoing import Outgoing


class Format(StrEnum):
    """A kind of file that a deck can be written to."""

    ANKI = "anki"
    JSON = "json"

    @property
    def keeps_history(self) -> bool:
        return self in (Format.ANKI, Format.JSON)


WRITERS: Mapping[Format, Callable[[Path, Outgoing], int]] = {
    Format.ANKI: write_package,
    Format.JSON: write_backup,
}
"""Each writes a deck and tells how many cards it could write."""

SUFFIXES: Mapping[str, Format] = {
    ".apkg": Format.ANKI,
    ".json": Format.JSON,
}
