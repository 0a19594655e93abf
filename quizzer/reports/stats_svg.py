"""Plots of the statistics as SVG elements: colours are classes of the page's style sheet, hovering tells the figure.

Each takes numbers and words and gives one ``<svg>`` that needs nothing else. Whoever cannot see it reads its title,
and the table that the page puts beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from quizzer.domain.figures import heat_levels
from quizzer.domain.memory import StudyDay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDE, HIGH = 680, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 12, 26
_CELL = 12
_WEEKS = 53
_YEAR_DAYS = 365
HEAT_LEVELS = 4
_GRID_LINES = 4
_BAR_HIGH = 26
_LABEL_PIXELS = 44
_POINT = 3.5


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind: what they are called, the class that colours them, and one value for each place."""

    name: str
    look: str
    values: Sequence[float | None]


def heat_map(
    answers: Mapping[StudyDay, int], *, today: StudyDay, months: Sequence[str], weekdays: Sequence[str], title: str
) -> str:
    """A square for each day of the last year, weeks from left to right, Monday at the top."""
    first = StudyDay(today - date.fromordinal(today).weekday() - 7 * (_WEEKS - 1))
    warmth = heat_levels(answers, levels=HEAT_LEVELS)
    left, top = 34, 20
    parts = [_text(left - 6, top + weekday * _CELL + 9, weekdays[weekday], anchor="end") for weekday in range(0, 7, 2)]
    for week in range(_WEEKS):
        monday = date.fromordinal(first + 7 * week)
        if monday.day <= 7 and week < _WEEKS - 1:  # noqa: PLR2004 - the first week that begins in the month
            parts.append(_text(left + week * _CELL, top - 7, months[monday.month - 1]))
    for day in range(today - _YEAR_DAYS + 1, today + 1):
        week, weekday = divmod(day - first, 7)
        number = answers.get(StudyDay(day), 0)
        parts.append(
            f'<rect class="heat{warmth.get(StudyDay(day), 0)}" x="{left + week * _CELL}" y="{top + weekday * _CELL}"'
            f' width="{_CELL - 2}" height="{_CELL - 2}" rx="2">'
            f"<title>{date.fromordinal(day).isoformat()}: {number}</title></rect>"
        )
    return _svg(parts, wide=left + _WEEKS * _CELL, high=top + 7 * _CELL, title=title)


def columns(stacked: Sequence[Series], names: Sequence[str], *, title: str) -> str:
    """Columns over named places; several series stand on top of each other, the first at the bottom."""
    totals = [sum(series.values[place] or 0 for series in stacked) for place in range(len(names))]
    most = _round_up(max(totals, default=0))
    step = (WIDE - _LEFT - _RIGHT) / max(1, len(names))
    parts = _grid(0, most)
    for place, name in enumerate(names):
        below = 0.0
        for series in stacked:
            number = series.values[place] or 0
            if number:
                upper, lower = _height(below + number, 0, most), _height(below, 0, most)
                parts.append(
                    f'<rect class="{series.look}" x="{_n(_LEFT + place * step + step * 0.1)}" y="{_n(upper)}"'
                    f' width="{_n(step * 0.8)}" height="{_n(lower - upper)}">'
                    f"<title>{escape(_told(name, series.name, number, len(stacked)))}</title></rect>"
                )
            below += number
    parts += _labels(names, step)
    return _svg(parts, wide=WIDE, high=HIGH, title=title)


def lines(series: Sequence[Series], names: Sequence[str], *, title: str) -> str:
    """Percentages over named places; a place without a value interrupts its line."""
    values = [value for one in series for value in one.values if value is not None]
    # Five lines from a multiple of 20 to 100 are at whole percent.
    least = min(80, int(min(values, default=0)) // 20 * 20)
    step = (WIDE - _LEFT - _RIGHT) / max(1, len(names))
    parts = _grid(least, 100, unit="%")
    for one in series:
        points = [
            None if value is None else (_LEFT + (place + 0.5) * step, _height(value, least, 100))
            for place, value in enumerate(one.values)
        ]
        for run in _runs(points):
            path = " ".join(f"{_n(x)},{_n(y)}" for x, y in run)
            parts.append(f'<polyline class="line {one.look}" points="{path}"></polyline>')
        for name, value, point in zip(names, one.values, points, strict=True):
            if point is not None and value is not None:
                told = escape(f"{name}, {one.name}: {value:.0f} %")
                parts.append(
                    f'<circle class="{one.look}" cx="{_n(point[0])}" cy="{_n(point[1])}" r="{_POINT}">'
                    f"<title>{told}</title></circle>"
                )
    parts += _labels(names, step)
    return _svg(parts, wide=WIDE, high=HIGH, title=title)


def bars(rows: Sequence[tuple[str, float, float, str]], *, title: str) -> str:
    """A line for each (name, part, whole, told): a bar as long as the whole, filled as far as its part."""
    left, right = 120, 150
    most = max((whole for _, _, whole, _ in rows), default=0) or 1
    parts = []
    for place, (name, part, whole, told) in enumerate(rows):
        y = place * _BAR_HIGH
        room = WIDE - left - right
        parts.append(_text(left - 8, y + 17, name, anchor="end", look="name"))
        for look, number in (("whole", whole), ("part", part)):
            parts.append(
                f'<rect class="{look}" x="{left}" y="{y + 4}" width="{_n(room * number / most)}"'
                f' height="{_BAR_HIGH - 10}" rx="2"></rect>'
            )
        parts.append(_text(left + room * whole / most + 8, y + 17, told, look="name"))
    return _svg(parts, wide=WIDE, high=_BAR_HIGH * max(1, len(rows)), title=title)


def _told(name: str, series: str, number: float, several: int) -> str:
    return f"{name}, {series}: {number:g}" if several > 1 else f"{name}: {number:g}"


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _grid(least: float, most: float, *, unit: str = "") -> list[str]:
    parts = []
    for line in range(_GRID_LINES + 1):
        value = least + (most - least) * line / _GRID_LINES
        y = _n(_height(value, least, most))
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{WIDE - _RIGHT}" y1="{y}" y2="{y}"></line>')
        parts.append(_text(_LEFT - 6, _height(value, least, most) + 4, f"{value:g}{unit}", anchor="end"))
    return parts


def _labels(names: Sequence[str], step: float) -> list[str]:
    """The names below the columns: each, or as many as have room."""
    longest = max((len(name) for name in names), default=1)
    every = max(1, -(-max(_LABEL_PIXELS, 7 * longest) // max(1, int(step))))
    return [
        _text(_LEFT + (place + 0.5) * step, HIGH - 8, names[place], anchor="middle")
        for place in range(0, len(names), every)
    ]


def _height(value: float, least: float, most: float) -> float:
    share = (value - least) / (most - least) if most > least else 0.0
    return HIGH - _BOTTOM - share * (HIGH - _TOP - _BOTTOM)


def _round_up(most: float) -> int:
    """The next number that a quarter of is whole and easy to read."""
    step = 4
    while step < most:
        for factor in (1, 2, 5):
            if step * factor >= most:
                return step * factor
        step *= 10
    return step


def _text(x: float, y: float, words: str, *, anchor: str = "start", look: str = "label") -> str:
    return f'<text class="{look}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{escape(words)}</text>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _svg(parts: Sequence[str], *, wide: int, high: int, title: str) -> str:
    return f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
