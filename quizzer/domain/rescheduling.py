"""Memories and due days that are computed anew, apart from any answer."""

from __future__ import annotations

from typing import NamedTuple


class Remembered(NamedTuple):
    """The memory of a card by its local number, at so many repetitions; as for ``Memory``."""

    card: int
    repetitions: int
    stability: float
    difficulty: float
