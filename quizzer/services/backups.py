"""Copies of the learner's database, beside it in ``backups/``: made, listed, thinned out, and put back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.backups import Backup, Inside, Reason, backup_name, outdated, read_name
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.storage.backups import (
    FOLDER,
    is_database,
    keep_copy,
    last_answer_at,
    look_inside,
    put_back,
    set_aside,
)
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: from which copy, what the database holds now, and where the state before it is kept."""

    source: Path
    inside: Inside
    before: Path | None


def list_backups(database: Path) -> tuple[Backup, ...]:
    """The copies of this database, newest first."""
    folder = database.parent / FOLDER
    found = [_backup(path, database) for path in (folder.iterdir() if folder.is_dir() else ())]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.made_at, reverse=True))


def make_backup(database: Path, reason: Reason, *, now: datetime) -> Backup:
    """Copy the database; EnvironmentProblem where there is none, or no room."""
    if not database.exists():
        raise EnvironmentProblem(f"There is no database {database} to copy.", hint="quizzer study creates it")
    path = keep_copy(database, backup_name(database, reason, now))
    return Backup(path, reason, now.astimezone(UTC), path.stat().st_size)


def make_daily_backup(database: Path, *, now: datetime, day_of: Callable[[datetime], int]) -> Backup | None:
    """The day's copy, where there is none yet and something was answered since the last; old ones are thinned out.

    ``day_of`` gives an instant's study day.
    """
    backups = list_backups(database)
    daily = next((one for one in backups if one.reason is Reason.DAILY), None)
    if daily is not None and day_of(daily.made_at) >= day_of(now):
        return None
    last = last_answer_at(database)
    if last is None or (daily is not None and last < daily.made_at):
        return None
    made = make_backup(database, Reason.DAILY, now=now)
    for one in outdated((made, *backups), now=now):
        with suppress(OSError):
            one.path.unlink()
    return made


def find_backup(database: Path, named: str) -> Path:
    """The copy that ``named`` means: its number in the list, ``newest``, a path, or a file name in ``backups/``."""
    backups = list_backups(database)
    if named == NEWEST and backups:
        return backups[0].path
    if named.isdecimal() and 1 <= int(named) <= len(backups):
        return backups[int(named) - 1].path
    for path in (Path(named), database.parent / FOLDER / named):
        if path.is_file():
            return path
    raise UsageError(f"there is no copy {named!r}", hint="quizzer backup list shows them, newest first")


def inspect_backup(path: Path) -> Inside:
    """What a copy holds; EnvironmentProblem where it cannot be used."""
    return look_inside(path)


def restore(database: Path, source: Path, *, now: datetime) -> Restored:
    """Make the database what ``source`` is; what it was before is copied first. An older schema is migrated.

    Raises EnvironmentProblem where ``source`` cannot be used; nothing is changed then.
    """
    if source.resolve() == database.resolve():
        raise UsageError(f"{source} is the database itself", hint="quizzer backup list shows the copies")
    inside = look_inside(source)
    name = backup_name(database, Reason.BEFORE_RESTORE, now)
    before: list[Path] = []
    if not database.exists():
        put_back(source, database)
    elif is_database(database):
        # Whatever state it is in: an answer that another session stores meanwhile is in this copy, or comes after it.
        put_back(source, database, first=lambda: before.append(keep_copy(database, name, sound=False)))
    else:
        before.append(set_aside(database, name))
        put_back(source, database)
    open_store(database).close()
    return Restored(source, inside, before[0] if before else None)


def _backup(path: Path, database: Path) -> Backup | None:
    told = read_name(path, database=database)
    if told is None or not path.is_file():
        return None
    reason, at = told
    stat = path.stat()
    return Backup(path, reason, at or datetime.fromtimestamp(stat.st_mtime, UTC), stat.st_size)
