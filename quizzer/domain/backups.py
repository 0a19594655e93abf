"""Copies of the learner's database: what one is called, what is in it, and which of them have had their day. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

_STAMP = "%Y%m%dT%H%M%S"
_NAME = re.compile(
    r"(?P<stem>.+)-(?P<reason>daily|manual|before-import|before-restore|schema-\w+?)"
    r"(?:-(?P<at>\d{8}T\d{6}))?(?:-\d+)?"
)

KEPT_DAYS = 14
KEPT_WEEKS = 8
KEPT_MONTHS = 12
KEPT_OTHERS = 5


class Reason(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    MANUAL = "manual"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    BEFORE_MIGRATION = "before-migration"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy as its name and its file tell of it."""

    path: Path
    reason: Reason
    made_at: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Inside:
    """What a database holds."""

    schema: str
    cards: int
    reviews: int
    last_answer_at: datetime | None


def backup_name(database: Path, reason: Reason, at: datetime) -> str:
    """The file name of a copy; names sort by time within a reason."""
    return f"{database.stem}-{reason.value}-{at.astimezone(UTC):{_STAMP}}{database.suffix}"


def read_name(path: Path, *, database: Path) -> tuple[Reason, datetime | None] | None:
    """The reason and, where the name has one, the time; None for a file that is no copy of this database."""
    found = _NAME.fullmatch(path.stem)
    if found is None or found["stem"] != database.stem or path.suffix != database.suffix:
        return None
    reason = Reason.BEFORE_MIGRATION if found["reason"].startswith("schema-") else Reason(found["reason"])
    at = None if found["at"] is None else datetime.strptime(found["at"], _STAMP).replace(tzinfo=UTC)
    return reason, at


def outdated(backups: Iterable[Backup], *, now: datetime) -> tuple[Backup, ...]:
    """Those that may go: of the daily ones all but the newest of each of 14 days, 8 weeks and 12 months.

    Copies that the learner asked for stay; of the others the newest 5 of each reason. The newest copy of all stays.
    """
    newest_first = sorted(backups, key=lambda one: one.made_at, reverse=True)
    kept = set(map(_path, newest_first[:1]))
    kept |= {one.path for one in newest_first if one.reason is Reason.MANUAL}
    daily = [one for one in newest_first if one.reason is Reason.DAILY]
    kept |= _newest_of_each(daily, lambda at: at.date().isoformat(), since=now - timedelta(days=KEPT_DAYS))
    kept |= _newest_of_each(daily, lambda at: f"{at:%G-%V}", since=now - timedelta(weeks=KEPT_WEEKS))
    kept |= _newest_of_each(daily, lambda at: f"{at:%Y-%m}", since=now - timedelta(days=31 * KEPT_MONTHS))
    for reason in (Reason.BEFORE_IMPORT, Reason.BEFORE_RESTORE, Reason.BEFORE_MIGRATION):
        kept |= set(map(_path, [one for one in newest_first if one.reason is reason][:KEPT_OTHERS]))
    return tuple(one for one in newest_first if one.path not in kept)


def _path(backup: Backup) -> Path:
    return backup.path


def _newest_of_each(
    newest_first: Iterable[Backup], period_of: Callable[[datetime], str], *, since: datetime
) -> set[Path]:
    newest: dict[str, Path] = {}
    for one in newest_first:
        if one.made_at >= since:
            newest.setdefault(period_of(one.made_at), one.path)
    return set(newest.values())
