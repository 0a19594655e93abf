"""Diagnoses of values: what was done to each of them. All tensors here are float64 and of one shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch

from quizzer.checks.clue import NOTHING, Clue, agree, place, say, telling

_FEW = 3
_RATIO_SLACK = 1e-4
_NEARLY = 1e-2


@dataclass(frozen=True, slots=True)
class Pair:
    """What came and what was wanted, the precision that they come from, and the input that they were made of."""

    got: torch.Tensor
    want: torch.Tensor
    precision: float = 0.0
    of: torch.Tensor | None = None

    def same(self, a: torch.Tensor, b: torch.Tensor) -> bool:
        """Whether ``a`` and ``b`` agree up to that precision."""
        return agree(a, b, precision=self.precision)


def not_finite(pair: Pair) -> Clue:
    """NaN or infinite values where none should be."""
    for is_bad, english, chinese in (
        (torch.isnan, "NaN", "NaN"),
        (torch.isinf, "infinite", "无穷大"),
    ):
        bad = is_bad(pair.got)
        count = int(bad.sum())
        if count and not bool(is_bad(pair.want).any()):
            if pair.got.numel() == 1:
                return NOTHING
            first = place(bad.nonzero()[0])
            return say(
                f"{count} of them are {english}, the first at {first}.",
                f"其中 {count} 个是 {chinese}，第一个在 {first} 处。",
            )
    return NOTHING


def imprecise(pair: Pair) -> Clue:
    """Nearly right everywhere: how nearly."""
    off = float(((pair.got - pair.want).abs() / pair.want.abs().clamp_min(1e-300)).max())
    if off > _NEARLY:
        return NOTHING
    return say(
        f"Every value is nearly right, within {off:.1g} of its size: precision is lost on the way.",
        f"每个值都几乎正确，相对误差不超过 {off:.1g}：计算途中损失了精度。",
    )


def sign(pair: Pair) -> Clue:
    """Negated."""
    if bool(pair.want.any()) and pair.same(pair.got, -pair.want):
        return say("Every sign is flipped.", "所有符号都反了。")
    return NOTHING


def factor(pair: Pair) -> Clue:
    """A multiple of what it should be; of a single number, a multiple by one of the sizes."""
    largest = pair.want.abs().max()
    solid = pair.want.abs() > largest * 1e-3
    if not bool(solid.any()) or not bool(pair.got.isfinite().all()):
        return NOTHING
    ratio = float((pair.got[solid] / pair.want[solid]).median())
    if ratio in (0.0, 1.0) or not pair.same(pair.got, pair.want * ratio):
        return NOTHING
    english, chinese = _why(ratio, pair)
    if int(solid.sum()) < 2 and not english:  # noqa: PLR2004 - every number is a multiple of every other
        return NOTHING
    every = ("It is", "它是") if pair.want.numel() == 1 else ("Every value is", "每个值都是")
    return say(
        f"{every[0]} {ratio:.4g} times what it should be{english}.", f"{every[1]}应有值的 {ratio:.4g} 倍{chinese}。"
    )


def _why(ratio: float, pair: Pair) -> tuple[str, str]:
    """What a size of the input or the result has to do with the ratio."""
    for n, english, chinese in _sizes(pair):
        for value, english_why, chinese_why in _causes(n, whole=pair.of is None):
            if abs(ratio - value) <= _RATIO_SLACK * value:
                return (
                    f", and {english} is {n}: {english_why} gives that",
                    f"，而{chinese}正是 {n}：{chinese_why}就会这样",
                )
    return "", ""


def _causes(n: int, *, whole: bool) -> Iterator[tuple[float, str, str]]:
    """Ratios that ``n`` numbers lead to; without the input, only those that nothing else leads to."""
    yield n, "a sum instead of a mean", "把均值写成求和"
    yield 1 / n, "a mean instead of a sum", "把求和写成均值"
    if whole:
        return
    for power in (1.0, 0.5):
        yield (n / (n - 1)) ** power, f"dividing by {n} - 1 instead of {n}", f"除以 {n} - 1 而不是 {n}"
        yield ((n - 1) / n) ** power, f"dividing by {n} instead of {n} - 1", f"除以 {n} 而不是 {n} - 1"


def _sizes(pair: Pair) -> Iterator[tuple[int, str, str]]:
    """The sizes that a ratio may be, in words; a ratio of 2 has too many other causes."""
    shape = pair.want.shape if pair.of is None else pair.of.shape
    english, chinese = ("result", "结果") if pair.of is None else ("input", "输入")
    for axis, size in enumerate(shape):
        if size >= _FEW:
            yield size, f"the size of axis {axis} of the {english}", f"{chinese}第 {axis} 轴的大小"
    if shape.numel() >= _FEW:
        yield shape.numel(), f"the number of elements of the {english}", f"{chinese}的元素个数"


def offset(pair: Pair) -> Clue:
    """Something was added to each."""
    if pair.got.numel() < _FEW:
        return NOTHING
    added = float((pair.got - pair.want).median())
    if added == 0 or not pair.same(pair.got, pair.want + added):
        return NOTHING
    return say(f"Every value is off by {added:+.4g}.", f"每个值都相差 {added:+.4g}。")


def constant(pair: Pair) -> Clue:
    """One number everywhere."""
    got, want = pair.got.flatten(), pair.want.flatten()
    if got.numel() < _FEW or bool((got != got[0]).any()) or bool((want == want[0]).all()):
        return NOTHING
    return say(f"Every value is {float(got[0]):.6g}.", f"每个值都是 {float(got[0]):.6g}。")


@dataclass(frozen=True, slots=True)
class _Function:
    """A function of each element, and how a learner calls its result."""

    apply: Callable[[torch.Tensor], torch.Tensor]
    english: str
    chinese: str


_FUNCTIONS = (
    _Function(torch.abs, "the absolute value of what it should be", "应有值的绝对值"),
    _Function(torch.log, "the logarithm of what it should be", "应有值的对数"),
    _Function(torch.log2, "the logarithm to base 2 of what it should be", "应有值以 2 为底的对数"),
    _Function(torch.exp, "exp() of what it should be", "应有值的 exp()"),
    _Function(torch.square, "the square of what it should be", "应有值的平方"),
    _Function(torch.sqrt, "the square root of what it should be", "应有值的平方根"),
    _Function(torch.reciprocal, "1 divided by what it should be", "应有值的倒数"),
    _Function(torch.trunc, "what it should be, cut off to whole numbers", "应有值截去小数部分后的整数"),
    _Function(torch.round, "what it should be, rounded to whole numbers", "应有值四舍五入后的整数"),
    _Function(torch.floor, "what it should be, rounded down", "应有值向下取整的结果"),
    _Function(torch.ceil, "what it should be, rounded up", "应有值向上取整的结果"),
    _Function(torch.sigmoid, "the sigmoid of what it should be", "应有值的 sigmoid"),
)


def function(pair: Pair) -> Clue:
    """A function of each value that should not have been applied, or one that was not."""
    if not telling(pair.want):
        return NOTHING
    for one in _FUNCTIONS:
        if pair.same(pair.got, one.apply(pair.want)):
            return say(f"It is {one.english}.", f"它是{one.chinese}。")
    if telling(pair.got) and pair.same(torch.sigmoid(pair.got), pair.want):
        return say("Its sigmoid would be right.", "对它再求一次 sigmoid 就对了。")
    for axis in range(pair.got.dim()):
        for apply in (torch.softmax, torch.log_softmax):
            if telling(pair.got) and pair.got.shape[axis] > 1 and pair.same(apply(pair.got, axis), pair.want):
                return say(
                    f"Its {apply.__name__} over axis {axis} would be right.",
                    f"对它沿第 {axis} 轴再求一次 {apply.__name__} 就对了。",
                )
    return NOTHING


def clipped(pair: Pair) -> Clue:
    """Limited where it should not be, or not limited where it should."""
    got, want = pair.got, pair.want
    limits = _limits(got, want, pair)
    if limits is not None:
        english, chinese = limits
        return say(f"It is right, but limited to {english}.", f"它本来是对的，但被限制在{chinese}。")
    limits = _limits(want, got, pair)
    if limits is not None:
        english, chinese = limits
        return say(f"It should be limited to {english}, but is not.", f"它应被限制在{chinese}，实际没有。")
    return NOTHING


def _limits(limited: torch.Tensor, free: torch.Tensor, pair: Pair) -> tuple[str, str] | None:
    """The bounds within which ``limited`` is ``free``; each must have caught two values or none, and let three pass."""
    low, high = limited.min(), limited.max()
    if not pair.same(limited, free.clamp(low, high)):
        return None
    below, above = int((free < low).sum()), int((free > high).sum())
    inside = limited.numel() - below - above
    if inside < _FEW or 1 in (below, above) or not below + above:
        return None
    if below and above:
        return f"{float(low):.4g} to {float(high):.4g}", f" {float(low):.4g} 到 {float(high):.4g} 之间"
    if below:
        return f"{float(low):.4g} and more", f"不小于 {float(low):.4g} 的范围"
    return f"{float(high):.4g} and less", f"不大于 {float(high):.4g} 的范围"
