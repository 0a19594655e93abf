"""How an interval is written: on a button short and the same in every language, in a sentence in its words."""

from __future__ import annotations

import math

MINUTE_S, HOUR_S, DAY_S = 60.0, 3600.0, 86_400.0
_CHINESE = {"m": "分钟", "h": "小时", "d": "天", "mo": "个月", "y": "年"}
MONTH_S, YEAR_S = 30 * DAY_S, 365 * DAY_S


def interval_label(seconds: float) -> str:
    """A label such as ``<1m``, ``10m``, ``1.5h``, ``3d``, ``2.1mo`` or ``1.4y``, halves rounded up.

    Minutes and days are whole, other units have one decimal where it is not 0; a month has 30 days.
    """
    if seconds < MINUTE_S:
        return "<1m"
    # Rounding comes before the choice of unit: 59.6 minutes are 1h, not 60m.
    for unit_s, name, digits, below in (
        (MINUTE_S, "m", 0, 60),
        (HOUR_S, "h", 1, 24),
        (DAY_S, "d", 0, 30),
        (MONTH_S, "mo", 1, 12),
    ):
        count = _rounded(seconds / unit_s, digits)
        if count < below:
            return f"{count:g}{name}"
    return f"{_rounded(seconds / YEAR_S, 1):g}y"


def interval_phrase(seconds: float, *, language: str) -> str:
    """The same in a sentence: a label where the language is English, words in Chinese."""
    label = interval_label(seconds)
    if language != "zh-CN":
        return label
    number = label.lstrip("<").rstrip("mhdoy")
    return f"{'不到 ' if label.startswith('<') else ''}{number} {_CHINESE[label.lstrip('<').removeprefix(number)]}"


def _rounded(value: float, digits: int) -> float:
    scale: int = 10**digits
    return math.floor(value * scale + 0.5) / scale
