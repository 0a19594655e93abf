"""Decks as a learner and an author use them: listed, imported, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.scheduler.moment import moment_at

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

    from quizzer.domain.library import DeckSummary, SyncReport
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store

MARKER_FILES = ("deck.yaml", "exercise.yaml")


def list_decks(store: Store, *, now: datetime, zone: tzinfo, options: SchedulerOptions) -> tuple[DeckSummary, ...]:
    """All decks, with what is due at this moment."""
    with store.read() as tx:
        last = tx.last_study_day()
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=last).today
        return tx.decks(now=now, today=today)


def import_folder(store: Store, path: Path, *, at: datetime) -> SyncReport:
    """Bring every deck and exercise at or below ``path`` into the database: all of it, or nothing.

    Raises:
        InputError: with every diagnostic, before anything is changed.
    """
    from quizzer.content import read_library  # noqa: PLC0415 - pydantic is not needed for a listing

    folder = content_folder(path)
    with store.read() as tx:
        known = {summary.id for summary in tx.exercises()}
    library = read_library([folder], known_exercises=known)
    with store.write() as tx:
        return tx.apply_content(
            library.decks, library.exercises, origin=f"folder:{folder.resolve()}", retire_missing=True, at=at
        )


def content_folder(path: Path) -> Path:
    """The folder that is meant: whoever names ``deck.yaml`` means the folder around it."""
    return path.parent if path.name in MARKER_FILES else path
