"""Breaking rich text into lines for a terminal: words kept whole, no Chinese line beginning with a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizzer.reports.markdown import CODE_STYLE, is_wide

if TYPE_CHECKING:
    from rich.text import Text as RichText

_SHORT_CODE = 40
# Kinsoku: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset("，。、；：？！）】》」』”’…—·％,.;:?!)]}%")
_NOT_LAST = frozenset("（【《「『“‘([{")


def wrap(text: RichText, width: int) -> list[RichText]:
    """Break ``text`` into lines of at most ``width`` cells, trailing spaces removed; existing line breaks stay.

    A word longer than a line is cut where the line is full; inline code is broken only where it is long.
    """
    lines: list[RichText] = []
    for paragraph in text.split("\n", allow_blank=True):
        offsets = _break_offsets(paragraph.plain, max(2, width), whole=_inside_code(paragraph))
        for line in paragraph.divide(offsets):
            line.rstrip()
            lines.append(line)
    return lines


def _inside_code(text: RichText) -> frozenset[int]:
    """The places inside short inline code, where no line should end."""
    spans = [span for span in text.spans if span.style == CODE_STYLE and span.end - span.start <= _SHORT_CODE]
    return frozenset(place for span in spans for place in range(span.start + 1, span.end))


def _break_offsets(plain: str, width: int, *, whole: frozenset[int]) -> list[int]:
    offsets: list[int] = []
    start = last_chance = 0
    used = 0
    position = 0
    while position < len(plain):
        if position > start and position not in whole and _may_break(plain, position):
            last_chance = position
        cells = cell_len(plain[position])
        # A space at the end of a line takes no room: it is cut off.
        if used + cells > width and not plain[position].isspace():
            start = last_chance if last_chance > start else position
            offsets.append(start)
            position, used, last_chance = start, 0, start
            continue
        used += cells
        position += 1
    return offsets


def _may_break(plain: str, position: int) -> bool:
    before, after = plain[position - 1], plain[position]
    if after.isspace():
        return False
    if before.isspace():
        return True
    if not (is_wide(before) or is_wide(after)):
        return False
    return after not in _NOT_FIRST and before not in _NOT_LAST
