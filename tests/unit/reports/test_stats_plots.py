"""Plots made of characters: what they say must be what the numbers are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizzer.domain.memory import StudyDay
from quizzer.reports.card_page import PageStyle
from quizzer.reports.stats_plots import WARM, bar, columns, heat_map

SUNDAY = StudyDay(date(2026, 3, 1).toordinal())
HEIGHT = {mark: eighths for eighths, mark in enumerate(" ▁▂▃▄▅▆▇█")}
numbers = st.lists(st.integers(0, 5000), min_size=1, max_size=40)


def drawn_heights(lines: list[str], count: int, width: int, axis: int) -> list[int]:
    """The height of each column in eighths of a line, read from the plot."""
    heights = [0] * count
    for line in lines:
        for place in range(count):
            mark = line[axis + place * width : axis + place * width + 1]
            heights[place] += HEIGHT.get(mark or " ", 0)
    return heights


@given(numbers)
def test_columns_are_in_proportion_and_none_that_counts_is_invisible(values):
    style = PageStyle(120)
    plain = [line.plain for line in columns(values, {}, style=style)]

    axis = plain[0].index("┤" if "┤" in plain[0] else "│") + 1
    width = max(1, min(4, (style.usable - (axis - 2) - 3) // len(values)))
    heights = drawn_heights(plain[:6], len(values), width, axis)

    most = max(values)
    for value, height in zip(values, heights, strict=True):
        assert (height > 0) == (value > 0)
        assert not most or abs(height - value * 48 / most) <= 1
    assert not most or max(heights) == 48


@given(numbers, st.sampled_from([60, 80, 120]))
def test_columns_fit_the_page_and_end_without_spaces(values, width):
    labels = dict.fromkeys(range(0, len(values), 3), "03-01")

    for line in columns(values, labels, style=PageStyle(width)):
        assert line.plain == line.plain.rstrip()
        assert cell_len(line.plain) <= width


def test_labels_stand_below_their_columns_and_never_touch():
    page = columns([1] * 10, {0: "first", 1: "left out", 5: "sixth"}, style=PageStyle(80))

    below = page[-1].plain
    foot = page[-2].plain
    start = foot.index("└") + 1
    assert below.index("first") == start
    assert below.index("sixth") == start + 5 * 4
    assert "left out" not in below


@given(st.floats(0, 1000), st.floats(0.1, 1000), st.integers(1, 60))
def test_a_bar_is_as_long_as_its_share(number, most, cells):
    number = min(number, most)

    drawn = bar(number, most, cells=cells)

    eighths = sum({"█": 8, "▉": 7, "▊": 6, "▋": 5, "▌": 4, "▍": 3, "▎": 2, "▏": 1}[mark] for mark in drawn)
    assert abs(eighths - number / most * cells * 8) <= 1
    assert bool(drawn) == (number > 0)
    assert len(drawn) <= cells


def test_nothing_of_nothing_has_no_bar():
    assert bar(0, 0, cells=10) == ""


@pytest.mark.parametrize("today", [SUNDAY, StudyDay(SUNDAY - 3), StudyDay(SUNDAY + 1)])
@pytest.mark.parametrize("ago", [0, 1, 6, 100, 364])
def test_a_day_is_warm_in_its_week_and_on_its_weekday(today, ago):
    day = StudyDay(today - ago)

    lines = [line.plain for line in heat_map({day: 5}, today=today, style=PageStyle())]

    warm = [(row, line.index("█")) for row, line in enumerate(lines[1:8]) if "█" in line]
    monday = today - date.fromordinal(today).weekday()
    week = 52 - (monday - (day - date.fromordinal(day).weekday())) // 7
    assert warm == [(date.fromordinal(day).weekday(), 5 + week)]
    assert sum(line.count(mark) for line in lines[1:8] for mark in WARM) == 365


def test_what_lies_before_the_year_is_blank_and_the_days_to_come_are_not_drawn():
    lines = [line.plain for line in heat_map({}, today=StudyDay(SUNDAY - 3), style=PageStyle())]

    week = [line[5:] for line in lines[1:8]]
    assert [row[0] for row in week] == [" "] * 3 + ["·"] * 4
    assert [len(row) for row in week] == [53, 53, 53, 53, 52, 52, 52]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_months_stand_over_the_week_in_which_they_begin(language):
    lines = heat_map({}, today=SUNDAY, style=PageStyle(language=language))

    head, name = lines[0].plain, "Jan" if language == "en" else "1月"
    cells = cell_len(head[: head.index(name) if language == "en" else head.rindex(name)])
    indent = cell_len(lines[1].plain) - 53
    monday = date(2025, 2, 24).toordinal() + 7 * (cells - indent)
    assert date.fromordinal(monday).month == 1
    assert date.fromordinal(monday - 7).month == 12
