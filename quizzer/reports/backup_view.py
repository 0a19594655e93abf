"""The copies of the database as a page and as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.reports.backup_words import say
from quizzer.reports.json_format import instant
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from quizzer.domain.backups import Backup
    from quizzer.reports.card_page import PageStyle

_UNITS = ("KiB", "MiB", "GiB")
_STEP = 1024


def backups_page(backups: Sequence[Backup], *, zone: tzinfo, style: PageStyle) -> list[RichText]:
    """``backup list``: newest first, each with the number by which ``restore`` knows it."""
    language = style.language
    if not backups:
        return [RichText(say(language, "none"))]
    headings = [say(language, key) for key in ("number", "made", "reason", "size", "file")]
    rows = [
        (str(number), f"{one.made_at.astimezone(zone):%Y-%m-%d %H:%M}", say(language, one.reason.value),
         size_text(one.size_bytes), one.path.name)
        for number, one in enumerate(backups, start=1)
    ]  # fmt: skip
    lines = table(headings, rows, wrapped=4, numbers=frozenset({0, 3}), style=style)
    return [*lines, RichText(), RichText(say(language, "how_to_restore"))]


def backups_object(backups: Sequence[Backup]) -> dict[str, Any]:
    """The object of ``backup list --json``."""
    return {"backups": [backup_object(one) for one in backups]}


def backup_object(backup: Backup) -> dict[str, Any]:
    """One copy."""
    return {
        "path": str(backup.path),
        "reason": backup.reason.value,
        "made_at": instant(backup.made_at),
        "size_bytes": backup.size_bytes,
    }


def size_text(size_bytes: int) -> str:
    """A size with three digits at most."""
    size = size_bytes / _STEP
    for unit in _UNITS[:-1]:
        if size < _STEP:
            return f"{size:.3g} {unit}" if size < 1000 else f"{size:.0f} {unit}"  # noqa: PLR2004
        size /= _STEP
    return f"{size:.3g} {_UNITS[-1]}"
