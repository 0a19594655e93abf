"""Where a line may end: between words, and inside Chinese anywhere but before a comma or after a bracket."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Kinsoku: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset("，。、；：？！）】》」』”’…—·％,.;:?!)]}%")
_NOT_LAST = frozenset("（【《「『“‘([{")


def is_wide(character: str) -> bool:
    """Tell whether a character takes two cells of a terminal, as Chinese does."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def cells_of(text: str) -> int:
    """How many cells of a terminal ``text`` takes, where it has no combining characters."""
    return sum(2 if is_wide(character) else 1 for character in text)


def break_offsets(
    plain: str, width: int, *, whole: frozenset[int] = frozenset(), cells: Callable[[str], int] = cells_of
) -> list[int]:
    """The places at which lines of at most ``width`` cells begin, but for the first.

    A word longer than a line is cut where the line is full; no line ends at a place in ``whole``.
    """
    offsets: list[int] = []
    start = last_chance = 0
    used = 0
    position = 0
    while position < len(plain):
        if position > start and position not in whole and _may_break(plain, position):
            last_chance = position
        taken = cells(plain[position])
        # A space at the end of a line takes no room: it is cut off.
        if used + taken > width and not plain[position].isspace():
            start = last_chance if last_chance > start else position
            offsets.append(start)
            position, used, last_chance = start, 0, start
            continue
        used += taken
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
