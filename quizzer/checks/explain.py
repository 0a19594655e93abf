"""What differs between two tensors, in a learner's words. A diagnosis appears only when the data prove it."""

from __future__ import annotations

import torch

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


def shape_clue(got: tuple[int, ...], want: tuple[int, ...]) -> dict[str, str]:
    """What two shapes have in common, where that is telling."""
    if got != want and sorted(got) == sorted(want):
        return {
            "en": " The same sizes in another order: transposed?",
            "zh-CN": "各维大小相同但顺序不同：是否转置了？",
        }
    if [size for size in got if size != 1] == [size for size in want if size != 1]:
        return {"en": " They differ only in axes of size 1.", "zh-CN": "两者只差大小为 1 的轴。"}
    return {"en": "", "zh-CN": ""}


def difference(got: torch.Tensor, want: torch.Tensor, good: torch.Tensor) -> dict[str, str]:
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
    clue = diagnosis(got, want)
    return {language: story[language] + clue.get(language, "") for language in story}


def _cell(got: torch.Tensor, want: torch.Tensor, index: torch.Tensor) -> tuple[str, str]:
    place = tuple(int(i) for i in index)
    came, wanted = _number(got[place]), _number(want[place])
    where = list(place)
    return f"at {where} it is {came} instead of {wanted}", f"{where} 处是 {came}，应为 {wanted}"


def diagnosis(got: torch.Tensor, want: torch.Tensor) -> dict[str, str]:
    """A cause that reproduces ``got`` from ``want`` on all elements, or nothing."""
    if not (got.is_floating_point() and want.is_floating_point()) or got.numel() == 0:
        return {}
    nan = int(got.isnan().sum())
    if nan and not int(want.isnan().sum()):
        return {"en": f" {nan} of them are NaN.", "zh-CN": f"其中 {nan} 个是 NaN。"}
    a, b = got.double(), want.double()
    for found in (_sign(a, b), _factor(a, b), _offset(a, b), _transposed(a, b)):
        if found:
            return found
    return {}


def _agree(a: torch.Tensor, b: torch.Tensor) -> bool:
    return a.shape == b.shape and bool(torch.isclose(a, b, rtol=1e-4, atol=1e-8).all())


def _sign(got: torch.Tensor, want: torch.Tensor) -> dict[str, str]:
    if bool(want.any()) and _agree(got, -want):
        return {"en": " Every sign is flipped.", "zh-CN": "所有符号都反了。"}
    return {}


def _factor(got: torch.Tensor, want: torch.Tensor) -> dict[str, str]:
    solid = want.abs() > want.abs().max() * 1e-3
    if not bool(solid.any()) or not bool(got.isfinite().all()):
        return {}
    ratio = float((got[solid] / want[solid]).median())
    if ratio in (0.0, 1.0) or not _agree(got, want * ratio):
        return {}
    return {
        "en": f" Every value is {ratio:.4g} times what it should be.",
        "zh-CN": f"每个值都是应有值的 {ratio:.4g} 倍。",
    }


def _offset(got: torch.Tensor, want: torch.Tensor) -> dict[str, str]:
    if got.numel() < _CELLS:
        return {}
    offset = float((got - want).median())
    if offset == 0 or not _agree(got, want + offset):
        return {}
    return {"en": f" Every value is off by {offset:+.4g}.", "zh-CN": f"每个值都相差 {offset:+.4g}。"}


def _transposed(got: torch.Tensor, want: torch.Tensor) -> dict[str, str]:
    if got.dim() >= 2 and _agree(got, want.transpose(-1, -2)):  # noqa: PLR2004 - two axes to swap
        return {"en": " It is the transpose of what it should be.", "zh-CN": "它是应有结果的转置。"}
    return {}
