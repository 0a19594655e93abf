"""What a session's database needs and its first card need not wait for."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from quizzer.domain.errors import QuizzerError
from quizzer.scheduler.study_day import study_day
from quizzer.services.backups import make_daily_backup
from quizzer.storage.log_room import make_room

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path


class Upkeep:
    """Makes room for the session's answers, then the day's copy, in a thread with connections of its own.

    ``finish`` waits for it, and tells why there is no copy.
    """

    def __init__(self, database: Path, *, now: datetime, zone: tzinfo, rollover_hour: int) -> None:
        self._problem: QuizzerError | None = None
        self._database = database
        self._now = now
        self._zone = zone
        self._rollover_hour = rollover_hour
        self._thread = Thread(target=self._make, name="upkeep", daemon=True)
        self._thread.start()

    def finish(self) -> QuizzerError | None:
        """Wait until all is done; why the copy could not be made, where it could not."""
        self._thread.join()
        return self._problem

    def _make(self) -> None:
        make_room(self._database)
        try:
            make_daily_backup(self._database, now=self._now, day_of=self._day_of)
        except QuizzerError as problem:
            self._problem = problem

    def _day_of(self, at: datetime) -> int:
        return study_day(at, zone=self._zone, rollover_hour=self._rollover_hour)
