"""The memory of one card drawn in a terminal: recall over the days, a jump at each answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text as RichText

from quizzer.domain.memory import Review
from quizzer.reports.collection_words import say
from quizzer.reports.search_view import recall_text

if TYPE_CHECKING:
    from quizzer.domain.collection import CardRecord
    from quizzer.reports.card_page import PageStyle

PLOT_ROWS = 8
_PLAIN_POINTS = 6


def curve_lines(record: CardRecord, *, style: PageStyle) -> list[RichText]:
    """Recall over the days; for screen readers a few of its values, from today on."""
    if style.plain:
        return _in_words(record)
    curve = record.curve
    lowest = min(0.9, int(min(point.recall for point in curve) * 10) / 10)
    grid = [[" "] * len(curve) for _ in range(PLOT_ROWS)]
    for place, point in enumerate(curve):
        row = round((1 - point.recall) / (1 - lowest) * (PLOT_ROWS - 1))
        grid[min(PLOT_ROWS - 1, max(0, row))][place] = "•"
    lines = []
    for row, cells in enumerate(grid):
        percent = 100 - (100 - 100 * lowest) * row / (PLOT_ROWS - 1)
        label = f"{percent:3.0f} %" if row in (0, PLOT_ROWS - 1) else ""
        lines.append(RichText(f"{label:>6} │{''.join(cells)}".rstrip()))
    return [
        *lines,
        RichText(f"       └{_axis(record)}"),
        RichText(f"        {_legend(record, language=style.language)}"),
    ]


def _axis(record: CardRecord) -> str:
    """The line of days, with a mark at each answer, at today and at the day that the card is due."""
    curve = record.curve
    first, last = curve[0].day, curve[-1].day
    cells = ["─"] * len(curve)

    def place(day: float) -> int:
        return min(len(curve) - 1, max(0, round((day - first) / (last - first) * (len(curve) - 1))))

    for answer in record.history:
        cells[place(answer.answered_on)] = "┴"
    if isinstance(record.found.progress.schedule, Review):
        cells[place(record.found.progress.schedule.due_on)] = "◆"
    cells[place(record.today)] = "▲"
    return "".join(cells)


def _legend(record: CardRecord, *, language: str) -> str:
    first, last = (date.fromordinal(int(record.curve[place].day)).isoformat() for place in (0, -1))
    return say(language, "curve_legend", first=first, last=last)


def _in_words(record: CardRecord) -> list[RichText]:
    ahead = [point for point in record.curve if point.day >= record.today] or list(record.curve[-1:])
    step = max(1, len(ahead) // _PLAIN_POINTS)
    days = [(date.fromordinal(int(point.day)).isoformat(), recall_text(point.recall)) for point in ahead[::step]]
    return [RichText(f"{day}: {recall}") for day, recall in days]
