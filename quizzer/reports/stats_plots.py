"""Plots made of characters: bars, columns and the year's heat map. They say by shape what colour only repeats.

Each takes numbers and gives lines; none knows what the numbers mean. In plain pages none of them is used.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.domain.figures import heat_levels
from quizzer.domain.memory import StudyDay
from quizzer.reports.card_page import DIM, padded
from quizzer.reports.stats_words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizzer.reports.card_page import PageStyle

WARM = "·░▒▓█"
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_PARTS = " ▏▎▍▌▋▊▉█"
_BAR_STYLE, _HEAT_STYLE = "cyan", "green"
_HEIGHT = 6
_WIDEST_COLUMN = 4
_WEEKS = 53
YEAR_DAYS = 365


def bar(number: float, most: float, *, cells: int) -> str:
    """A bar in eighths of a cell, the longest ``cells`` long; whatever is not 0 can be seen."""
    eighths = round(number * cells * 8 / most) if most else 0
    eighths = max(eighths, 1) if number else 0
    return "█" * (eighths // 8) + (_PARTS[eighths % 8] if eighths % 8 else "")


def columns(numbers: Sequence[int], labels: Mapping[int, str], *, style: PageStyle) -> list[RichText]:
    """A column for each number above a line, and labels below it by the number of the column."""
    most = max(numbers, default=0)
    axis = len(str(most))
    width = max(1, min(_WIDEST_COLUMN, (style.usable - axis - 3) // max(1, len(numbers))))
    lines = []
    for row in range(_HEIGHT, 0, -1):
        mark = str(most) if row == _HEIGHT else ""
        line = RichText().append(f"{mark:>{axis}} {'┤' if mark else '│'}", style=DIM)
        cells = (_cell(number, most, row) for number in numbers)
        drawn = "".join(cell * max(1, width - 1) + " " * (width > 1) for cell in cells)
        lines.append(line.append(drawn.rstrip(), style=_BAR_STYLE))
    lines.append(RichText(f"{0:>{axis}} └{'─' * (width * len(numbers))}", style=DIM))
    below = " " * (axis + 2)
    for place, label in sorted(labels.items()):
        start = axis + 2 + place * width
        # A label that would touch the one before it is left out.
        if cell_len(below) <= start or not below.strip():
            below = padded(below, start) + label + " "
    return [*lines, RichText(below.rstrip(), style=DIM)]


def _cell(number: int, most: int, row: int) -> str:
    height = max(1, round(number * _HEIGHT * 8 / most)) if number else 0
    return _EIGHTHS[min(8, max(0, height - 8 * (row - 1)))]


def heat_map(answers: Mapping[StudyDay, int], *, today: StudyDay, style: PageStyle) -> list[RichText]:
    """A column for each of the last 53 weeks, a line for each weekday; then what the shades mean."""
    language = style.language
    warmth = heat_levels(answers, levels=len(WARM) - 1)
    first = StudyDay(today - date.fromordinal(today).weekday() - 7 * (_WEEKS - 1))
    names = say(language, "weekdays").split()
    indent = max(map(cell_len, names)) + 2
    lines = [RichText(" " * indent + _months_line(first, language=language), style=DIM)]
    for weekday, name in enumerate(names):
        # Every other weekday is named: the eye fills in the rest.
        line = RichText().append(padded(name if weekday % 2 == 0 else "", indent), style=DIM)
        days = range(first + weekday, today + 1, 7)
        drawn = "".join(WARM[warmth.get(StudyDay(day), 0)] if day > today - YEAR_DAYS else " " for day in days)
        lines.append(line.append(drawn, style=_HEAT_STYLE))
    legend = f"{say(language, 'less')} {WARM} {say(language, 'more')}"
    return [*lines, RichText(" " * indent + legend, style=DIM)]


def _months_line(first: StudyDay, *, language: str) -> str:
    names = say(language, "months").split()
    line = ""
    for week in range(_WEEKS):
        day = date.fromordinal(first + 7 * week)
        begins = day.day <= 7  # noqa: PLR2004 - the first week that begins in the month
        if begins and cell_len(line) <= week and week + cell_len(names[day.month - 1]) <= _WEEKS:
            line = padded(line, week) + names[day.month - 1]
    return line
