"""The numbers of the statistics."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import read_library
from quizzer.domain.figures import streak
from quizzer.domain.memory import State, StudyDay
from quizzer.domain.statistics import Streak
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.statistics import statistics
from quizzer.storage.store import open_store
from small_content import write_content

TODAY = StudyDay(739_000)


@pytest.mark.parametrize(
    ("days_ago", "current", "longest"),
    [
        ([], 0, 0),
        ([0], 1, 1),
        ([0, 1, 2], 3, 3),
        ([1, 2], 2, 2),
        ([0, 2, 3], 1, 2),
        ([2, 3], 0, 2),
        ([0, 9, 8, 7], 1, 3),
    ],
)
def test_a_streak_ends_with_a_day_missed_but_not_with_a_day_that_only_began(
    days_ago: list[int], current: int, longest: int
) -> None:
    studied = {StudyDay(TODAY - ago) for ago in days_ago}

    assert streak(studied, today=TODAY) == Streak(current, longest)


def test_a_fresh_library_is_all_new_within_the_limit_of_the_day(tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    library = read_library([write_content(tmp_path)])
    with open_store(tmp_path / "quizzer.db") as store:
        with store.write() as tx:
            tx.apply_content(library.decks, library.exercises, origin="t", retire_missing=True, at=now)

        found = statistics(store, now=now, zone=UTC, options=SchedulerOptions(new_per_day=2)).overview

    assert (found.cards, found.new, found.new_today, found.due, found.learned) == (3, 3, 2, 0, 0)
    assert found.by_state[State.NEW] == 3
    assert found.retention.rate is None
    assert found.forecast == (0,) * 30
