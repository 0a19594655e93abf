"""What differs between two tensors, in a learner's words. A diagnosis appears only when the data prove it."""

from __future__ import annotations

from collections.abc import Callable

import torch

from quizzer.checks.clue import MOST_ELEMENTS, NOTHING, Clue, are_wanted, say
from quizzer.checks.explain_places import flipped, normalised, one_index, reordered, repeated, shifted, transposed
from quizzer.checks.explain_recipes import recipe
from quizzer.checks.explain_values import (
    Pair,
    clipped,
    constant,
    factor,
    function,
    imprecise,
    not_finite,
    offset,
    sign,
)

_CELLS = 3
_LONGEST = 120
_TENSORS = ("torch.Tensor", "torch.nn.parameter.Parameter")


def type_of(value: object) -> str:
    """The type of ``value`` as a learner would name it; a remote handle answers for its object."""
    if value is None:
        return "None"
    if getattr(type(value), "__remote_type_name__", False):
        name = str(value.type_name)  # type: ignore[attr-defined]
        # A plain tensor that stayed on the far side is one that must not travel.
        return "a tensor of unusual layout, dtype or size" if name in _TENSORS else name
    return f"{type(value).__name__} ({show(value)})"


def show(value: object) -> str:
    """A short form of a value."""
    if isinstance(value, torch.Tensor):
        if value.device.type == "cpu" and value.numel() <= _CELLS:
            return f"tensor({number_list(value)})"
        return f"a tensor of shape {tuple(value.shape)}"
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def number_list(value: torch.Tensor) -> str:
    """The elements of a small tensor."""
    return "[" + ", ".join(_number(item) for item in value.flatten()) + "]"


def _number(value: torch.Tensor) -> str:
    item = value.item()
    return f"{item:.6g}" if isinstance(item, float) else str(item)


def shape_clue(got: tuple[int, ...], want: tuple[int, ...]) -> Clue:
    """What two shapes have in common, where that is telling."""
    if got != want and sorted(got) == sorted(want):
        return say("The same sizes in another order: transposed?", "各维大小相同但顺序不同：是否转置了？")
    if [size for size in got if size != 1] == [size for size in want if size != 1]:
        return say("They differ only in axes of size 1.", "两者只差大小为 1 的轴。")
    return NOTHING


def shape_story(got: torch.Tensor, want: torch.Tensor, *, of: torch.Tensor | None = None) -> Clue:
    """What the values say about a wrong shape, or else the shapes alone."""
    shapes = shape_clue(tuple(got.shape), tuple(want.shape))
    if got.is_meta or got.is_complex() or want.is_complex() or max(got.numel(), want.numel()) > MOST_ELEMENTS:
        return shapes
    pair = _pair(got, want, of)
    found = recipe(pair.got, pair.want, of=pair.of, precision=pair.precision)
    if found:
        return found
    if pair.got.dim() == pair.want.dim() and got.numel() == want.numel() > 1:
        return transposed(pair) or shapes
    return _classes(got, want) or shapes


def _classes(got: torch.Tensor, want: torch.Tensor) -> Clue:
    """Class indices where one-hot rows belong, or the other way round."""
    if got.dim() + 1 == want.dim() and _one_hot_of(want, got):
        return say("It holds the class indices; one-hot rows should come.", "它是类别下标，而应为 one-hot 行。")
    if got.dim() == want.dim() + 1 and _one_hot_of(got, want):
        return say("It holds one-hot rows; the class indices should come.", "它是 one-hot 行，而应为类别下标。")
    return NOTHING


def _one_hot_of(rows: torch.Tensor, indices: torch.Tensor) -> bool:
    if indices.is_floating_point() or rows.shape[:-1] != indices.shape or rows.numel() == 0:
        return False
    classes = torch.arange(rows.shape[-1], device=rows.device)
    return bool((rows == (indices.unsqueeze(-1) == classes)).all())


def difference(
    got: torch.Tensor, want: torch.Tensor, good: torch.Tensor, *, of: torch.Tensor | None = None
) -> dict[str, str]:
    """How many elements are wrong, a few of them, and a diagnosis where it explains every one."""
    wrong = (~good).nonzero()
    count, total = len(wrong), good.numel()
    cells = [_cell(got, want, index) for index in wrong[:_CELLS]]
    if total == 1:
        story = {
            "en": f"should be {_number(want.reshape(()))}, but it is {_number(got.reshape(()))}.",
            "zh-CN": f"应为 {_number(want.reshape(()))}，实际是 {_number(got.reshape(()))}。",
        }
    else:
        story = {
            "en": f"is wrong in {count} of {total} elements; {'; '.join(en for en, _ in cells)}.",
            "zh-CN": f"有 {count}/{total} 个元素不对：{'；'.join(zh for _, zh in cells)}。",
        }
    clue = (diagnosis(got, want, of=of) or one_index(good)) if are_wanted() else NOTHING
    return {language: story[language] + clue.get(language, "") for language in story}


def _cell(got: torch.Tensor, want: torch.Tensor, index: torch.Tensor) -> tuple[str, str]:
    place = tuple(int(i) for i in index)
    came, wanted = _number(got[place]), _number(want[place])
    where = list(place)
    return f"at {where} it is {came} instead of {wanted}", f"{where} 处是 {came}，应为 {wanted}"


def diagnosis(got: torch.Tensor, want: torch.Tensor, *, of: torch.Tensor | None = None) -> Clue:
    """A cause that makes ``got`` of ``want`` (or both of the input ``of``) on all elements, or nothing.

    What describes the cause best comes first: a wrong axis before a factor, a factor before a permutation.
    """
    if got.is_complex() or not 0 < got.numel() <= MOST_ELEMENTS or got.shape != want.shape:
        return NOTHING
    pair = _pair(got, want, of)
    if got.is_floating_point():
        if found := not_finite(pair):
            return found
        if not bool(pair.got.isfinite().all()):
            return NOTHING
        if pair.same(pair.got, pair.want):
            return imprecise(pair)
    if got.dtype == torch.bool:
        return _inverted(got, want) or _first(pair, transposed, flipped, shifted)
    if found := recipe(pair.got, pair.want, of=pair.of, precision=pair.precision):
        return found
    return _first(
        pair, sign, factor, offset, constant, transposed, flipped, shifted, function, normalised, clipped,
        reordered, repeated, imprecise,
    )  # fmt: skip


def _first(pair: Pair, *causes: Callable[[Pair], Clue]) -> Clue:
    return next((found for cause in causes if (found := cause(pair))), NOTHING)


def _inverted(got: torch.Tensor, want: torch.Tensor) -> Clue:
    if got.numel() > 1 and bool((got == ~want).all()):
        return say("Every truth value is inverted.", "每个真假值都反了。")
    return NOTHING


def _pair(got: torch.Tensor, want: torch.Tensor, of: torch.Tensor | None) -> Pair:
    exact = [torch.finfo(one.dtype).eps for one in (got, want) if one.is_floating_point()]
    return Pair(
        _plain(got),
        _plain(want),
        precision=max(exact, default=0.0),
        of=None if of is None or of.is_meta or of.is_complex() else _plain(of),
    )


def _plain(value: torch.Tensor) -> torch.Tensor:
    # On the CPU: not every device has float64.
    return value.detach().cpu().double()
