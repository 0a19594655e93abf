"""Diagnoses that need the input: which well-known operation of it came, and which one was wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import torch

from quizzer.checks.clue import MOST_ELEMENTS, NOTHING, Clue, agree, axes_en, axes_zh, say, telling

_MOST_AXES = 4
_Reduce = Callable[[torch.Tensor, tuple[int, ...]], torch.Tensor]
_Keep = Callable[[torch.Tensor, int], torch.Tensor]

_REDUCING: tuple[tuple[_Reduce, str, str], ...] = (
    (torch.mean, "mean", "均值"),
    (torch.sum, "sum", "总和"),
    (torch.amax, "maximum", "最大值"),
    (torch.amin, "minimum", "最小值"),
    (partial(torch.var, correction=1), "variance with n - 1", "除以 n - 1 的方差"),
    (partial(torch.var, correction=0), "variance with n", "除以 n 的方差"),
    (partial(torch.std, correction=1), "standard deviation with n - 1", "除以 n - 1 的标准差"),
    (partial(torch.std, correction=0), "standard deviation with n", "除以 n 的标准差"),
    (lambda x, axes: torch.linalg.vector_norm(x, dim=axes), "norm", "范数"),
    (torch.logsumexp, "logsumexp", "logsumexp"),
)
_INDEXING: tuple[tuple[_Keep, str, str], ...] = (
    (torch.argmax, "index of the maximum", "最大值的下标"),
    (torch.argmin, "index of the minimum", "最小值的下标"),
)
_KEEPING: tuple[tuple[_Keep, str, str], ...] = (
    (torch.softmax, "softmax", "softmax"),
    (torch.log_softmax, "log_softmax", "log_softmax"),
    (torch.cumsum, "cumulative sum", "累积和"),
    (lambda x, axis: x.sort(dim=axis).values, "values sorted", "排序后的值"),
    (lambda x, axis: x - x.mean(dim=axis, keepdim=True), "values less their mean", "减去均值后的值"),
    (lambda x, axis: x / x.sum(dim=axis, keepdim=True), "values over their sum", "除以总和后的值"),
    (
        lambda x, axis: x / torch.linalg.vector_norm(x, dim=axis, keepdim=True),
        "values over their norm",
        "除以范数后的值",
    ),
)


@dataclass(frozen=True, slots=True)
class _Recipe:
    """An operation over some axes of the input, and what it gives."""

    axes: tuple[int, ...]
    english: str
    chinese: str
    value: torch.Tensor


def recipe(got: torch.Tensor, want: torch.Tensor, *, of: torch.Tensor | None, precision: float) -> Clue:
    """The operation of the input ``of`` that came and the one that was wanted, where both are found.

    ``got`` and ``want`` may have different shapes; all are float64.
    """
    if of is None or of.numel() > MOST_ELEMENTS or of.dim() > _MOST_AXES or not telling(of):
        return NOTHING
    found: dict[str, _Recipe] = {}
    for one in _recipes(of):
        for name, value in (("came", got), ("wanted", want)):
            if name not in found and _fits(value, one, of, precision=precision):
                found[name] = one
        if len(found) == 2:  # noqa: PLR2004 - both
            break
    if len(found) < 2 or found["came"] is found["wanted"]:  # noqa: PLR2004 - both
        return NOTHING
    came, wanted = found["came"], found["wanted"]
    whole = tuple(range(of.dim()))
    return say(
        f"It is the {came.english} over {_over_en(came.axes, whole)} of the input; "
        f"it should be the {wanted.english} over {_over_en(wanted.axes, whole)}.",
        f"它是输入{_over_zh(came.axes, whole)}的{came.chinese}，应为{_over_zh(wanted.axes, whole)}的{wanted.chinese}。",
    )


def _over_en(axes: tuple[int, ...], whole: tuple[int, ...]) -> str:
    return "all elements" if axes == whole and len(whole) > 1 else axes_en(axes)


def _over_zh(axes: tuple[int, ...], whole: tuple[int, ...]) -> str:
    return "所有元素" if axes == whole and len(whole) > 1 else f"沿{axes_zh(axes)}"


def _recipes(x: torch.Tensor) -> Iterator[_Recipe]:
    """Every operation over every axis that has more than one index."""
    wide = [axis for axis, size in enumerate(x.shape) if size > 1]
    for count in range(1, len(wide) + 1):
        for axes in combinations(wide, count):
            for reduce, english, chinese in _REDUCING:
                yield _Recipe(axes, english, chinese, reduce(x, axes))
    for axis in wide:
        for apply, english, chinese in (*_INDEXING, *_KEEPING):
            yield _Recipe((axis,), english, chinese, apply(x, axis).double())


def _fits(value: torch.Tensor, one: _Recipe, x: torch.Tensor, *, precision: float) -> bool:
    """Whether ``value`` is what the recipe gives, with the axes that it reduces left out or of size 1."""
    if value.numel() != one.value.numel() or not (telling(value) or value.numel() == 1):
        return False
    kept = tuple(1 if axis in one.axes else size for axis, size in enumerate(x.shape))
    if value.shape not in (one.value.shape, torch.Size(kept)):
        return False
    return agree(value.reshape(one.value.shape), one.value, precision=precision)
