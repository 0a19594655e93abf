"""The statistics of a year of answers, compared with a count of the raw log that knows nothing of how they are made."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

import pytest

from quizzer.domain.memory import Rating
from quizzer.domain.review import Retention
from quizzer.domain.statistics import Phase, Unit
from quizzer.services.statistics import statistics
from quizzer.storage.schedule_columns import from_log, logged_mistake, to_log
from quizzer.storage.store import open_store
from small_year import OPTIONS, TODAY_AT, decks, write_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizzer.storage.store import Store

TODAY = TODAY_AT.date().toordinal()
LOG = """
SELECT l.card_key, s.deck_id, s.topic_id, c.kind, l.rating, l.state_before, l.answered_on, l.duration_ms,
 l.progress_before FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = c.key
ORDER BY l.id
"""


class Row(NamedTuple):
    card: int
    deck: str
    topic: str
    kind: str
    rating: int
    state: str
    on: int
    duration_ms: int
    before: str


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("year") / "quizzer.db"
    with open_store(path) as store:
        write_year(store)
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def log(path: Path) -> list[Row]:
    raw = sqlite3.connect(path)
    rows = [Row(*row) for row in raw.execute(LOG)]
    raw.close()
    return rows


def interval(row: Row) -> int:
    return json.loads(row.before).get("interval_days", 0)


def kept(log: list[Row], rows: list[Row], *, mature: bool | None = None) -> Retention:
    """True retention of ``rows``: answers to cards in review that the card had no earlier answer to that day."""
    earlier: set[tuple[int, int]] = set()
    counted = []
    chosen = set(map(id, rows))
    for row in log:
        if (row.card, row.on) not in earlier and row.state == "review" and id(row) in chosen:
            counted.append(row)
        earlier.add((row.card, row.on))
    counted = [row for row in counted if mature is None or (interval(row) >= 21) is mature]
    return Retention(sum(row.rating > 1 for row in counted), len(counted))


@pytest.mark.parametrize("deck", [None, "mini-layers", "mini-autograd"])
@pytest.mark.parametrize("days", [1, 30, 400])
def test_the_window_and_its_groups_count_what_the_log_says(store, log, deck, days):
    wanted = [row for row in log if deck in (None, row.deck)]
    rows = [row for row in wanted if row.on > TODAY - days]

    found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, deck=deck, days=days)

    window = found.window
    assert (window.answers, window.right) == (len(rows), sum(row.rating > 1 for row in rows))
    assert window.duration_s == pytest.approx(sum(row.duration_ms for row in rows) / 1000)
    assert (window.young, window.mature) == (kept(log, rows, mature=False), kept(log, rows, mature=True))
    assert found.overview.retention == kept(log, rows)
    for groups, name_of in (
        (found.decks, lambda row: row.deck),
        (found.topics, lambda row: row.topic),
        (found.kinds, lambda row: row.kind),
    ):
        for group in groups:
            its = [row for row in rows if name_of(row) == group.name]
            assert (group.tally.answers, group.tally.retention) == (len(its), kept(log, its)), group.name
        assert sum(group.tally.answers for group in groups) == len(rows)


def test_each_day_and_span_counts_what_the_log_says(store, log):
    found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, days=100)

    first = min(found.weeks[0].since, found.months[0].since)
    assert {day: tally.answers for day, tally in found.by_day.items()} == {
        day: sum(row.on == day for row in log) for day in sorted({row.on for row in log if row.on >= first})
    }
    assert found.course_unit is Unit.WEEK
    for span in (*found.recent, *found.course, *found.weeks, *found.months):
        rows = [row for row in log if span.since <= row.on <= span.until]
        expected = (len(rows), sum(row.state == "new" for row in rows), kept(log, rows))
        assert (span.tally.answers, span.tally.new, span.tally.retention) == expected


def test_buttons_are_counted_by_what_the_card_was(store, log):
    found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, days=400)

    def phase(row: Row) -> Phase:
        if row.state == "review":
            return Phase.MATURE if interval(row) >= 21 else Phase.YOUNG
        return Phase.NEW if row.state == "new" else Phase.LEARNING

    for wanted in Phase:
        for rating in Rating:
            number = sum(phase(row) is wanted and row.rating == rating for row in log if row.on > TODAY - 400)
            assert found.window.buttons[wanted].get(rating, 0) == number


def test_the_streak_is_that_of_the_whole_log(store, log):
    found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS).streak

    days = "".join("x" if day in {row.on for row in log} else " " for day in range(TODAY - 400, TODAY + 1))
    assert found.longest == max(map(len, days.split()))
    assert found.current == len(days) - len(days.rstrip("x"))


def test_distributions_hold_every_card_that_has_a_memory(store, path):
    raw = sqlite3.connect(path)
    states = raw.execute("SELECT stability, difficulty FROM card_state WHERE stability IS NOT NULL").fetchall()
    raw.close()

    found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS)

    assert sum(found.stability.counts) == sum(found.difficulty.counts) == len(states)
    assert found.stability.counts[0] == sum(stability < 1 for stability, _ in states)
    assert found.stability.counts[-1] == sum(stability >= 365 for stability, _ in states)
    assert found.difficulty.counts[0] == sum(difficulty < 2 for _, difficulty in states)


def test_a_mistake_stands_in_the_log_beside_the_columns_and_is_none_of_them():
    columns = {"state": "review", "interval_days": 21, "stability": 3.5, "due_on": 739_676}

    logged = to_log(columns, mistake='says "mistake":99')

    assert logged_mistake(logged) == 'says "mistake":99'
    assert logged_mistake(to_log(columns)) is None
    assert from_log(logged) == from_log(to_log(columns))
    assert "mistake" not in from_log(logged)


def test_a_retired_card_counts_in_the_past_and_not_in_the_present(tmp_path):
    with open_store(tmp_path / "quizzer.db") as store:
        write_year(store, days=40)
        before = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS)
        with store.write() as tx:
            emptied = [replace(deck, cards=()) for deck in decks()]
            tx.apply_content(emptied, [], origin="test", retire_missing=True, at=TODAY_AT)

        after = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS)

    assert after.window == before.window
    assert after.by_day == before.by_day
    assert (after.overview.cards, sum(after.stability.counts), sum(after.overview.forecast)) == (0, 0, 0)
    assert [group.cards for group in after.decks if group.tally.answers] == [0] * len(
        [group for group in before.decks if group.tally.answers]
    )
