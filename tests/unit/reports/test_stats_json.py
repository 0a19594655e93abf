"""The object of ``stats --json`` is an interface: names stay, and so do their types."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

import pytest

from quizzer.reports.json_format import dumps
from quizzer.reports.stats_json import stats_object
from quizzer.reports.stats_rows import (
    bins,
    buttons_rows,
    deck_rows,
    forecast_rows,
    kind_rows,
    misconception_rows,
    month_rows,
    recent_rows,
    retention_course_rows,
    retention_heading,
)
from quizzer.services.statistics import statistics
from quizzer.storage.store import open_store
from small_year import OPTIONS, TODAY_AT, write_year

if TYPE_CHECKING:
    from quizzer.domain.statistics import Statistics

RETENTION = {"rate": float, "remembered": int, "total": int}
TALLY = {
    "answers": int, "right": int, "new": int, "reviews": int, "duration_s": float,
    "ratings": {"again": int, "hard": int, "good": int, "easy": int},
    "retention": RETENTION, "young": RETENTION, "mature": RETENTION,
}  # fmt: skip
SPAN = {"since": str, "until": str, **TALLY}
GROUP = {"id": str, "deck": str, "title": str, "cards": int, "learned": int, **TALLY}
HISTOGRAM = {"edges": [float], "counts": [int], "median": float}
SHAPE = {
    "deck": str, "days": int, "due": int, "new_today": int, "new": int, "learned": int, "cards": int,
    "states": {"new": int, "learning": int, "review": int, "relearning": int},
    "retention": {"days": int, **RETENTION},
    "today": {"date": str, "answers": int, "right": int, "new": int, "reviews": int, "duration_s": float},
    "streak_days": int, "longest_streak_days": int, "forecast": [{"date": str, "due": int}],
    "window": TALLY, "history": [{"date": str, **TALLY}], "recent": [SPAN], "weeks": [SPAN], "months": [SPAN],
    "decks": [GROUP], "topics": [GROUP], "kinds": [GROUP], "weakest_topics": [{"topic": str, "deck": str}],
    "buttons": {
        phase: {"again": int, "hard": int, "good": int, "easy": int} for phase in ("learning", "young", "mature")
    },
    "stability_days": HISTOGRAM, "difficulty": HISTOGRAM,
    "misconceptions": [
        {
            "name": str, "topic": str, "cards": [str], "times": int, "last_on": str, "held": bool, "feedback": str,
        }
    ],
}  # fmt: skip
MAY_BE_NULL = {"deck", "title", "rate", "median", "feedback"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Statistics:
    with open_store(tmp_path_factory.mktemp("year") / "quizzer.db") as store:
        write_year(store)
        return statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS)


def check(value: Any, shape: Any, name: str) -> None:
    if isinstance(shape, dict):
        assert sorted(value) == sorted(shape), name
        for key, inner in shape.items():
            check(value[key], inner, key)
    elif isinstance(shape, list):
        assert value, f"{name} is empty: nothing would be checked"
        for one in value:
            check(one, shape[0], name)
    elif value is None:
        assert name in MAY_BE_NULL
    else:
        assert type(value) is shape, (name, value)


def test_every_figure_has_its_name_and_type(found):
    check(stats_object(found, language="en"), SHAPE, "stats")
    assert dumps(stats_object(found, language="en")).startswith(b'{\n  "schema_version": 1')


def test_texts_of_content_are_in_the_language_asked_for(found):
    english, chinese = (stats_object(found, language=language) for language in ("en", "zh-CN"))

    assert [deck["title"] for deck in english["decks"]] == ["Layers", "Losses", "Autograd"]
    assert [deck["title"] for deck in chinese["decks"]] == ["层", "损失函数", "自动求导"]
    assert chinese["misconceptions"][0]["feedback"] != english["misconceptions"][0]["feedback"]
    assert chinese["topics"] == english["topics"]


def test_nothing_reviewed_is_null_and_not_nothing_remembered(tmp_path):
    with open_store(tmp_path / "quizzer.db") as store:
        write_year(store, days=0)
        made = stats_object(statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS), language="en")

    assert made["retention"] == {"days": 30, "rate": None, "remembered": 0, "total": 0}
    assert (made["stability_days"]["median"], made["history"], made["misconceptions"]) == (None, [], [])
    assert len(made["weeks"]) == 53


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_row_of_a_table_has_a_cell_for_each_heading(found, language):
    tables = [
        recent_rows(found, language),
        retention_course_rows(found, language),
        deck_rows(found, language),
        kind_rows(found, language),
        buttons_rows(found.window, language),
        misconception_rows(found.misconceptions, language),
    ]

    for headings, rows in tables:
        assert rows
        assert {len(row) for row in rows} == {len(headings)}
        assert len(set(headings)) == len(headings)


def test_retention_is_shown_by_week_where_the_window_is_short_and_by_month_where_it_is_long(tmp_path):
    with open_store(tmp_path / "quizzer.db") as store:
        write_year(store)
        weeks, months = (statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, days=days) for days in (92, 93))

    assert retention_heading(weeks, language="en") == "True retention by week"
    assert retention_heading(months, language="en") == "True retention by month"
    assert [row[0] for row in retention_course_rows(months, "en")[1]] == [
        "2025-11", "2025-12", "2026-01", "2026-02", "2026-03",
    ]  # fmt: skip


def test_bins_are_named_by_their_edges_and_days_by_their_dates(found):
    assert [name for name, _ in bins(found.stability)] == [
        "<1", "1–3", "3–7", "7–21", "21–60", "60–180", "180–365", "≥365",
    ]  # fmt: skip
    due = dict(forecast_rows(found, language="en"))
    assert sum(due.values()) == sum(found.overview.forecast)
    assert all(name.startswith("2026-0") for name in due)
    assert [name for name, _ in month_rows(found, language="en")][::12] == ["2025-03", "2026-03"]
