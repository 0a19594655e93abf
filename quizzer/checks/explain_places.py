"""Diagnoses of places: right values where they do not belong, or wrong ones in one place only. All are float64."""

from __future__ import annotations

from itertools import combinations

import torch

from quizzer.checks.clue import NOTHING, Clue, say, telling
from quizzer.checks.explain_values import Pair

_FEW = 3
_MOST_COMPARED = 2**20


def transposed(pair: Pair) -> Clue:
    """Two axes swapped, or the memory read in the order before they were."""
    if not telling(pair.want):
        return NOTHING
    for first, second in combinations(range(pair.want.dim()), 2):
        turned = pair.want.transpose(first, second)
        if pair.same(pair.got, turned):
            if pair.want.dim() == 2:  # noqa: PLR2004 - a matrix
                return say("It is the transpose of what it should be.", "它是应有结果的转置。")
            return say(f"Axes {first} and {second} are swapped.", f"第 {first} 轴与第 {second} 轴被调换了。")
        if pair.got.shape == pair.want.shape and pair.same(pair.got.flatten(), turned.flatten()):
            return say(
                f"It has the right values in the order before axes {first} and {second} were swapped: "
                "`view` or `reshape` instead of `transpose` gives that.",
                f"值都对，但仍是调换第 {first}、{second} 轴之前的顺序："
                "用 `view` 或 `reshape` 代替 `transpose` 就会这样。",
            )
    return NOTHING


def flipped(pair: Pair) -> Clue:
    """Read from the other end."""
    if not telling(pair.want):
        return NOTHING
    for axis in range(pair.want.dim()):
        if pair.same(pair.got, pair.want.flip(axis)):
            return say(f"It is reversed along axis {axis}.", f"它沿第 {axis} 轴颠倒了。")
    return NOTHING


def shifted(pair: Pair) -> Clue:
    """One place too early or too late along an axis, whatever stands at the end."""
    for axis, size in enumerate(pair.want.shape):
        if size < _FEW:
            continue
        for here, there in ((1, 0), (0, 1)):
            moved, belongs = pair.got.narrow(axis, here, size - 1), pair.want.narrow(axis, there, size - 1)
            if telling(belongs) and pair.same(moved, belongs):
                return say(
                    f"It is shifted by one along axis {axis}: index {here} holds what belongs at index {there}.",
                    f"它沿第 {axis} 轴错了一位：下标 {here} 处是应在下标 {there} 处的内容。",
                )
    return NOTHING


def reordered(pair: Pair) -> Clue:
    """The right slices along an axis in another order; else the right values in another order."""
    if not telling(pair.want):
        return NOTHING
    for axis in range(pair.want.dim()):
        order = _order(pair, axis)
        if order is not None:
            here = next(i for i, there in enumerate(order) if i != there)
            return say(
                f"Along axis {axis} it has the right parts in another order: index {here} holds what belongs at "
                f"index {order[here]}.",
                f"沿第 {axis} 轴的各部分都对，但次序不对：下标 {here} 处是应在下标 {order[here]} 处的内容。",
            )
    if _fractions(pair.want) and pair.same(pair.got.flatten().sort().values, pair.want.flatten().sort().values):
        return say("It has the right values in another order.", "值都对，但次序不对。")
    return NOTHING


def _order(pair: Pair, axis: int) -> list[int] | None:
    """Where each slice of what came belongs, if each belongs somewhere."""
    size = pair.want.shape[axis]
    if size < _FEW or size * pair.want.numel() > _MOST_COMPARED:
        return None
    got = pair.got.movedim(axis, 0).reshape(size, -1)
    want = pair.want.movedim(axis, 0).reshape(size, -1)
    if got.shape[1] == 1 and not _fractions(want):
        return None
    fits = torch.isclose(got[:, None], want[None], rtol=1e-4, atol=1e-7).all(dim=-1)
    taken: set[int] = set()
    for row in fits:
        free = [int(i) for i in row.nonzero().flatten() if int(i) not in taken]
        if not free:
            return None
        taken.add(free[0])
    order = [int(row.nonzero()[0]) for row in fits]
    return None if order == list(range(size)) or len(set(order)) < size else order


def _fractions(value: torch.Tensor) -> bool:
    return bool((value != value.round()).any())


def repeated(pair: Pair) -> Clue:
    """The same along an axis where it should not be."""
    for axis, size in enumerate(pair.got.shape):
        first = pair.got.narrow(axis, 0, 1)
        same = bool((pair.got == first).all()) and bool((first != first.flatten()[0]).any())
        others = pair.got.numel() - first.numel()
        if size > 1 and others > _FEW and same and bool((pair.want != pair.want.narrow(axis, 0, 1)).any()):
            return say(
                f"It is the same at every index of axis {axis}, as after broadcasting, but should not be.",
                f"它在第 {axis} 轴的每个下标处都相同（像是广播的结果），而不应如此。",
            )
    return NOTHING


def normalised(pair: Pair) -> Clue:
    """Sums of 1 along another axis than they should: a softmax over the wrong one."""
    for got, want in ((pair.got, pair.want), (pair.got.exp(), pair.want.exp())):
        if bool((got < 0).any()) or bool((want < 0).any()) or not _fractions(got) or not _fractions(want):
            continue
        wanted, came = _axes_of_ones(want, pair), _axes_of_ones(got, pair)
        if wanted and came and not wanted & came:
            right, wrong = min(wanted), min(came)
            logs = got is not pair.got
            return say(
                f"{'Its exp()' if logs else 'It'} sums to 1 along axis {wrong} instead of axis {right}: a softmax "
                "over the wrong axis gives that.",
                f"{'它的 exp() ' if logs else '它'}沿第 {wrong} 轴之和为 1，而应沿第 {right} 轴："
                "对错误的轴求 softmax 就会这样。",
            )
    return NOTHING


def _axes_of_ones(value: torch.Tensor, pair: Pair) -> set[int]:
    found = set()
    for axis, size in enumerate(value.shape):
        sums = value.sum(dim=axis)
        if size > 1 and sums.numel() > 1 and pair.same(sums, torch.ones_like(sums)):
            found.add(axis)
    return found


def one_index(good: torch.Tensor) -> Clue:
    """All that is wrong stands at one index of an axis; ``good`` tells what is right."""
    wrong = (~good).nonzero()
    for axis, size in enumerate(good.shape):
        indices = wrong[:, axis]
        # One wrong element stands at one index anyway.
        if len(wrong) < 2 or size < _FEW or bool((indices != indices[0]).any()):  # noqa: PLR2004
            continue
        index = int(indices[0])
        english = {0: ", the first", size - 1: ", the last"}.get(index, "")
        chinese = {0: "（第一个）", size - 1: "（最后一个）"}.get(index, "")
        return say(
            f"All of them are at index {index}{english} of axis {axis}; the rest is right.",
            f"它们都在第 {axis} 轴的下标 {index}{chinese}处，其余都对。",
        )
    return _triangle(good)


def _triangle(good: torch.Tensor) -> Clue:
    """All wrong elements of the last two axes stand on the diagonal, above or below it."""
    if good.dim() < 2 or min(good.shape[-2:]) < _FEW:  # noqa: PLR2004 - two axes have a diagonal
        return NOTHING
    rows, columns = (~good).nonzero()[:, -2:].unbind(dim=1)
    size = min(good.shape[-2:])
    if len(rows) < size:
        return NOTHING
    for matches, english, chinese in (
        (rows == columns, "on the diagonal", "对角线上"),
        (rows < columns, "above the diagonal", "对角线上方"),
        (rows > columns, "below the diagonal", "对角线下方"),
    ):
        if bool(matches.all()):
            return say(f"All of them are {english}; the rest is right.", f"它们都在{chinese}，其余都对。")
    return NOTHING
