"""Where a learner stands: due, new, learned, remembered, today, and the days to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.memory import State, StudyDay
from quizzer.domain.overview import Overview
from quizzer.scheduler.moment import moment_at

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime, tzinfo

    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store

FORECAST_DAYS = 7
RETENTION_DAYS = 30
STREAK_DAYS = 3650
"""A longer streak is shown as this long."""


def overview(store: Store, *, now: datetime, zone: tzinfo, options: SchedulerOptions) -> Overview:
    """Count everything at one moment of the database."""
    with store.read() as tx:
        last = tx.last_study_day()
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=last).today
        by_state = tx.state_counts()
        answered = tx.daily_counts(today)
        forecast = tx.forecast(today=today, days=FORECAST_DAYS)
        return Overview(
            today=today,
            due=tx.due_learning(now=now) + forecast[0],
            new_today=max(0, min(options.new_per_day - answered.new, by_state[State.NEW])),
            by_state=by_state,
            retention=tx.retention(since=StudyDay(today - RETENTION_DAYS + 1), until=today),
            retention_days=RETENTION_DAYS,
            answered=answered,
            streak_days=streak(tx.daily_history(since=StudyDay(today - STREAK_DAYS)), today=today),
            forecast=forecast,
        )


def streak(studied: Container[StudyDay], *, today: StudyDay) -> int:
    """Study days in a row up to today; a day that has only begun does not break it."""
    day = today if today in studied else StudyDay(today - 1)
    count = 0
    while day in studied:
        count += 1
        day = StudyDay(day - 1)
    return count
