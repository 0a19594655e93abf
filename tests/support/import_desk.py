"""A database, and packages from elsewhere that are brought into it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from anki_packages import Package
from quizzer.domain.memory import Memory, New, Progress, Rating, Review, State, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange import calendar_at, import_file
from quizzer.storage.store import open_store

OPTIONS = SchedulerOptions()
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOW.date().toordinal())
MARCH_FIRST_MS = 1_772_366_400_000  # 2026-03-01 12:00 UTC
DAY_MS = 86_400_000


class Desk:
    """A store, and packages imported into it."""

    def __init__(self, store, folder):
        self.store = store
        self.folder = folder

    def bring(self, package, *, dry_run=False, at=NOW, **how):
        path = package if hasattr(package, "suffix") else package.write(self.folder / "deck.apkg", **how)
        calendar = calendar_at(at, zone=UTC, options=OPTIONS)
        return import_file(self.store, path, calendar=calendar, options=OPTIONS, dry_run=dry_run)

    def progress(self, card):
        with self.store.read() as tx:
            return tx.progress(card)

    def dump(self):
        connection = sqlite3.connect(self.store.path)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def log(self):
        connection = sqlite3.connect(self.store.path)
        try:
            return connection.execute(
                "SELECT id, card_key, state_before, progress_before, progress_after FROM review_log ORDER BY id"
            ).fetchall()
        finally:
            connection.close()

    @property
    def backups(self):
        return sorted(path.name for path in (self.store.path.parent / "backups").glob("*"))


@pytest.fixture
def desk(tmp_path):
    with open_store(tmp_path / "data" / "quizzer.db") as store:
        yield Desk(store, tmp_path)


@pytest.fixture
def learned():
    """A package with one card in review, three answers, and FSRS's memory."""
    package = Package()
    data = '{"s": 9.25, "d": 6.5}'
    card = package.basic("a", "b", type=2, queue=2, due=76, ivl=8, reps=3, lapses=1, data=data)
    package.review(card, MARCH_FIRST_MS, ease=3, ivl=-600, kind=0)
    package.review(card, MARCH_FIRST_MS + 600_000, ease=3, ivl=3, kind=0)
    package.review(card, MARCH_FIRST_MS + 4 * DAY_MS, ease=4, ivl=8)
    return package


def fates(report):
    return [fate for _, _, fate in report.fates]


def only_card(report):
    ((card, _, _),) = report.fates
    return card


def give_answer(desk, card):
    before = desk.progress(card)
    assert isinstance(before.schedule, New)
    after = Progress(Review(Memory(1.5, 5.0), 2, StudyDay(TODAY + 2), NOW, TODAY), 1, 0)
    record = AnswerRecord(
        card_id=card,
        rating=Rating.EASY,
        before=before,
        after=after,
        answered_at=NOW,
        answered_on=TODAY,
        interval_s=timedelta(days=2).total_seconds(),
        elapsed_days=0,
        scheduled_days=2,
        duration_s=1.0,
    )
    with desk.store.write() as tx:
        tx.record_answer(record)
    assert desk.progress(card).state is State.REVIEW
    return after
