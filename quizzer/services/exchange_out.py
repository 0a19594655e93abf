"""A deck with its history gathered and written for another program, as a file that is whole or not there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.exchange import OwnHistory
from quizzer.domain.memory import New, Review, StudyDay
from quizzer.interchange import media
from quizzer.interchange.outgoing import Outgoing
from quizzer.interchange.writers import SUFFIXES, WRITERS, Format
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.study_day import day_starts_at, study_day
from quizzer.services.named_deck import unknown_deck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from quizzer.domain.card import DeckId
    from quizzer.domain.exchange import Parcel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and how many cards the format had no place for."""

    path: Path
    format: Format
    cards: int
    reviews: int
    left_out: int


def format_of(path: Path, *, name: str | None) -> Format:
    """The format that was asked for, else the one that the file's name says; UsageError if it says none."""
    if name is not None:
        return Format(name)
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError as error:
        known = ", ".join(SUFFIXES)
        raise UsageError(
            f"The name {path.name} does not say which format.", hint=f"end it with {known}, or give --format"
        ) from error


def export_deck(
    store: Store,
    deck: DeckId,
    path: Path,
    *,
    how: Format,
    language: str,
    now: datetime,
    zone: tzinfo,
    options: SchedulerOptions,
) -> ExportReport:
    """Write the deck to ``path``, replacing what is there.

    Raises:
        UsageError: there is no such deck.
        EnvironmentProblem: the file cannot be written; what was there before still is.
    """
    with store.read() as tx:
        stored = tx.stored_deck(deck)
        if stored is None:
            raise unknown_deck(deck, [one for one, _ in tx.deck_titles()])
        parcels = tx.parcels(deck)
    today = study_day(now, zone=zone, rollover_hour=options.rollover_hour)
    first_day = StudyDay(min([today, *_days(parcels)]))
    starts_at = day_starts_at(first_day, zone=zone, rollover_hour=options.rollover_hour)
    outgoing = Outgoing(
        deck=stored.deck,
        parcels=parcels,
        language=language,
        now=now,
        first_day=first_day,
        first_day_at=starts_at.astimezone(zone),
        rollover_hour=options.rollover_hour,
        desired_retention=options.desired_retention,
        decay=Fsrs6(options.weights).weights[20],
        media=media.there(store.path.parent / media.FOLDER) if how is Format.ANKI else {},
    )
    written = _written(path, outgoing, how=how)
    histories = [parcel.history for parcel in parcels if isinstance(parcel.history, OwnHistory)]
    reviews = sum(len(history.records) for history in histories) if how.keeps_history else 0
    return ExportReport(path, how, written, reviews, len(parcels) - written)


def _written(path: Path, outgoing: Outgoing, *, how: Format) -> int:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        count = WRITERS[how](beside, outgoing)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise EnvironmentProblem(f"{path} cannot be written: {error.strerror}.", hint="choose another -o") from error
    return count


def _days(parcels: Sequence[Parcel]) -> Iterator[StudyDay]:
    """Every day that a file names."""
    for parcel in parcels:
        if not isinstance(parcel.history, OwnHistory):
            continue
        schedule = parcel.history.progress.schedule
        if not isinstance(schedule, New):
            yield schedule.reviewed_on
        if isinstance(schedule, Review):
            yield schedule.due_on
        yield from (record.answered_on for record in parcel.history.records)
