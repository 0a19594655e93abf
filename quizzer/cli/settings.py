"""What the environment says: language, zone, clock, and where things are. Reads only what it is handed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quizzer.domain.errors import UsageError
from quizzer.domain.text import DEFAULT_LANGUAGE, language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DATABASE_NAME = "quizzer.db"


def choose_language(
    option: str | None, environ: Mapping[str, str], *, chosen: Callable[[], str | None] = lambda: None
) -> str:
    """``--lang``, else QUIZZER_LANG, else what was ``chosen`` for good, else the locale, else English.

    Raises:
        UsageError: when one that was asked for by name is not spoken here.
    """
    for source, asked in (("--lang", option), ("QUIZZER_LANG", environ.get("QUIZZER_LANG"))):
        if asked:
            language = language_of(asked)
            if language is None:
                raise UsageError(f"{source}: {asked!r} is not a language of quizzer", hint="use en or zh-CN")
            return language
    stored = language_of(chosen() or "")
    if stored is not None:
        return stored
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return language_of(environ[name]) or DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells aware UTC instants; a simulated one starts where it is told and runs on."""

    simulated_start: datetime | None
    started_s: float
    monotonic: Callable[[], float] = time.monotonic

    @classmethod
    def of(cls, environ: Mapping[str, str], *, monotonic: Callable[[], float] = time.monotonic) -> Clock:
        """The system's clock, or the one that QUIZZER_NOW starts.

        Raises:
            UsageError: when QUIZZER_NOW is no ISO 8601 time with an offset.
        """
        return cls(simulated_now(environ), monotonic(), monotonic)

    def now(self) -> datetime:
        if self.simulated_start is None:
            return datetime.now(UTC)
        elapsed = timedelta(seconds=self.monotonic() - self.started_s)
        return self.simulated_start.astimezone(UTC) + elapsed


def simulated_now(environ: Mapping[str, str]) -> datetime | None:
    """QUIZZER_NOW as an aware time, or None where it is not set."""
    text = environ.get("QUIZZER_NOW")
    if not text:
        return None
    hint = "write it like 2026-03-01T21:30:00+08:00"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"QUIZZER_NOW: {text!r} is not an ISO 8601 time", hint=hint) from None
    if moment.utcoffset() is None:
        raise UsageError(f"QUIZZER_NOW: {text!r} has no offset from UTC", hint=hint)
    return moment


def local_zone(environ: Mapping[str, str], *, localtime: Path = Path("/etc/localtime")) -> tzinfo:
    """The learner's zone: TZ, else the offset of QUIZZER_NOW, else the system's.

    A named zone is preferred, because a fixed offset would move the day's rollover at each DST change.
    """
    if environ.get("TZ"):
        named = _zone(environ["TZ"].removeprefix(":"))
        if named is not None:
            return named
    simulated = simulated_now(environ)
    if simulated is not None and simulated.tzinfo is not None:
        return simulated.tzinfo
    _, found, name = str(localtime.resolve()).partition("/zoneinfo/")
    named = _zone(name) if found else None
    return named or datetime.now(UTC).astimezone().tzinfo or UTC


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def database_path(option: Path | None, environ: Mapping[str, str]) -> Path:
    """``--db``, else QUIZZER_DB, else QUIZZER_HOME/quizzer.db, else the system's place for user data."""
    if option is not None:
        return option.expanduser()
    if environ.get("QUIZZER_DB"):
        return Path(environ["QUIZZER_DB"]).expanduser()
    return data_folder(environ) / DATABASE_NAME


def data_folder(environ: Mapping[str, str]) -> Path:
    """QUIZZER_HOME, else the system's place for user data."""
    if environ.get("QUIZZER_HOME"):
        return Path(environ["QUIZZER_HOME"]).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - 20 ms that QUIZZER_HOME and --db save

    return user_data_path("quizzer", appauthor=False)


def workspace_folder(environ: Mapping[str, str]) -> Path:
    """Where starters are put: QUIZZER_HOME/workspace, else ~/quizzer, where a learner finds them."""
    if environ.get("QUIZZER_HOME"):
        return Path(environ["QUIZZER_HOME"]).expanduser() / "workspace"
    return Path.home() / "quizzer"


WARM_IDLE_S = 600.0


def warm_idle_s(environ: Mapping[str, str]) -> float:
    """QUIZZER_WARM_IDLE_S, else ten minutes.

    Raises:
        UsageError: when it is no number of seconds above zero.
    """
    text = environ.get("QUIZZER_WARM_IDLE_S")
    if not text:
        return WARM_IDLE_S
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UsageError(f"QUIZZER_WARM_IDLE_S: {text!r} is no number of seconds", hint="write it like 600")
    return seconds
