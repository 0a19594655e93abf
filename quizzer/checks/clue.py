"""What every diagnosis rests on: when two tensors agree, and when that cannot be chance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

import torch

Clue: TypeAlias = Mapping[str, str]
"""A sentence in each language, to be appended to a message; empty where nothing is proved."""

NOTHING: Clue = {}
MOST_ELEMENTS = 32_768
"""No diagnosis looks at more: a failing check must still be quick."""

_ENOUGH_BITS = 24
_BITS_OF_A_FRACTION = 12
_SAMPLE = 1024
_wanted = ContextVar("_wanted", default=True)


@contextmanager
def left_out() -> Iterator[None]:
    """While open, a failure says what is wrong, and nobody looks for why: where the verdict alone is asked for."""
    token = _wanted.set(False)
    try:
        yield
    finally:
        _wanted.reset(token)


def are_wanted() -> bool:
    """Whether causes, and simpler inputs that fail, are looked for."""
    return _wanted.get()


def say(english: str, chinese: str) -> Clue:
    """A clue; the blank before the English sentence is put here."""
    return {"en": f" {english}", "zh-CN": chinese}


def agree(a: torch.Tensor, b: torch.Tensor, *, precision: float = 0.0) -> bool:
    """The same shape and, up to rounding, the same elements; both in float64, ``precision`` that of their origin."""
    if a.shape != b.shape or a.numel() == 0:
        return False
    largest = float(b.abs().max())
    if not math.isfinite(largest):
        return False
    slack = 4 * max(precision, 1e-9)
    return bool(torch.isclose(a, b, rtol=max(1e-4, 2 * slack), atol=slack * largest).all())


def telling(value: torch.Tensor) -> bool:
    """Whether another tensor that holds just these values at their places cannot do so by chance.

    A fraction is hardly met by chance; of whole numbers and truth values it takes many.
    """
    value = value.flatten()[:_SAMPLE]
    bits = value.numel() * math.log2(max(_distinct(value), 1))
    return bits + _BITS_OF_A_FRACTION * _distinct(value[value != value.round()]) >= _ENOUGH_BITS


def _distinct(value: torch.Tensor) -> int:
    """How many different elements."""
    ordered = value.sort().values
    return int((ordered[1:] != ordered[:-1]).sum()) + 1 if ordered.numel() else 0


def place(index: torch.Tensor) -> list[int]:
    """An index as a learner would write it."""
    return [int(i) for i in index]


def axes_en(axes: tuple[int, ...]) -> str:
    """``axis 1`` or ``axes 0 and 2``."""
    if len(axes) == 1:
        return f"axis {axes[0]}"
    return f"axes {', '.join(map(str, axes[:-1]))} and {axes[-1]}"


def axes_zh(axes: tuple[int, ...]) -> str:
    """``第 0、2 轴``."""
    return f"第 {'、'.join(map(str, axes))} 轴"
