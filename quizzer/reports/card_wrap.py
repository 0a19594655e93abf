"""Breaking rich text into lines for a terminal: words kept whole, no Chinese line beginning with a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizzer.reports.line_breaks import break_offsets
from quizzer.reports.markdown import CODE_STYLE

if TYPE_CHECKING:
    from rich.text import Text as RichText

_SHORT_CODE = 40


def wrap(text: RichText, width: int) -> list[RichText]:
    """Break ``text`` into lines of at most ``width`` cells, trailing spaces removed; existing line breaks stay.

    A word longer than a line is cut where the line is full; inline code is broken only where it is long.
    """
    lines: list[RichText] = []
    for paragraph in text.split("\n", allow_blank=True):
        offsets = break_offsets(paragraph.plain, max(2, width), whole=_inside_code(paragraph), cells=cell_len)
        for line in paragraph.divide(offsets):
            line.rstrip()
            lines.append(line)
    return lines


def _inside_code(text: RichText) -> frozenset[int]:
    """The places inside short inline code, where no line should end."""
    spans = [span for span in text.spans if span.style == CODE_STYLE and span.end - span.start <= _SHORT_CODE]
    return frozenset(place for span in spans for place in range(span.start + 1, span.end))
