"""Claims about what came back from the learner; each raises CheckFailed with a sentence in both languages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch

from quizzer.checks import explain
from quizzer.checks.clue import Clue
from quizzer.checks.errors import CheckFailed, Message, RemoteError, in_languages
from quizzer.checks.fake_gpu import follows_the_device as follows_the_device  # noqa: PLC0414 - expect.follows_the_device
from quizzer.checks.smallest import smallest as smallest  # noqa: PLC0414 - expect.smallest
from quizzer.checks.tolerances import tolerance

_RESULT = {"en": "the result", "zh-CN": "结果"}


def _fail(what: Message, english: str, chinese: str) -> CheckFailed:
    names = in_languages(what)
    return CheckFailed(
        {
            "en": english.format(what=_capital(names["en"])),
            "zh-CN": chinese.format(what=names.get("zh-CN", names["en"])),
        }
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def that(condition: object, message: Message) -> None:
    """``condition`` holds."""
    if not condition:
        raise CheckFailed(message)


def is_type(value: object, type_: type, *, what: Message = _RESULT) -> None:
    """``value`` is exactly of ``type_`` (a bool is no int here)."""
    if type(value) is not type_:
        name = _braces(explain.type_of(value))
        raise _fail(
            what,
            f"{{what}} should be a Python {type_.__name__}, but it is {name}.",
            f"{{what}}应为 Python 的 {type_.__name__}，实际是 {name}。",
        )


def tensor(
    value: object,
    *,
    shape: Sequence[int] | None = None,
    dtype: torch.dtype | None = None,
    device: str | torch.device | None = None,
    what: Message = _RESULT,
) -> torch.Tensor:
    """``value`` is a tensor with this shape, dtype and device (each where given); returns it."""
    if type(value) is not torch.Tensor:
        name = _braces(explain.type_of(value))
        raise _fail(what, f"{{what}} should be a tensor, but it is {name}.", f"{{what}}应为张量，实际是 {name}。")
    if shape is not None and tuple(value.shape) != tuple(shape):
        came, wanted = tuple(value.shape), tuple(shape)
        raise _wrong_shape(came, wanted, explain.shape_clue(came, wanted), what)
    if dtype is not None and value.dtype != dtype:
        raise _fail(
            what,
            f"{{what}} should have dtype {dtype}, but it has {value.dtype}.",
            f"{{what}}的 dtype 应为 {dtype}，实际是 {value.dtype}。",
        )
    if device is not None and value.device.type != torch.device(device).type:
        raise _fail(
            what,
            f"{{what}} should be on device {device}, but it is on {value.device}.",
            f"{{what}}应在设备 {device} 上，实际在 {value.device} 上。",
        )
    return value


def _wrong_shape(came: tuple[int, ...], wanted: tuple[int, ...], clue: Clue, what: Message) -> CheckFailed:
    return _fail(
        what,
        f"{{what}} should have shape {wanted}, but it has {came}.{_braces(clue.get('en', ''))}",
        f"{{what}}的形状应为 {wanted}，实际是 {came}。{_braces(clue.get('zh-CN', ''))}",
    )


def close(
    got: object,
    want: torch.Tensor | float,
    *,
    rtol: float | None = None,
    atol: float | None = None,
    equal_nan: bool = False,
    of: torch.Tensor | None = None,
    what: Message = _RESULT,
) -> None:
    """``got`` is a tensor equal to ``want`` within tolerance.

    ``want`` is a tensor (then shape, dtype and device must agree) or a number, compared with every element. NaN is
    rejected unless ``equal_nan``. The default tolerances are those of ``checks/tolerances.py``. ``of`` is the input
    that the result was made of: with it, the message names an operation over the wrong axis.
    """
    if isinstance(got, float | int) and not isinstance(got, bool):
        got = torch.tensor(float(got), dtype=torch.float64)
        want = torch.as_tensor(want, dtype=torch.float64)
    if isinstance(want, torch.Tensor):
        result = _like(got, want, of=of, what=what)
        wanted = want.detach()
    else:
        result = tensor(got, what=what)
        wanted = torch.full_like(result, want)
    default = tolerance(result.dtype, result.device.type)
    relative = default[0] if rtol is None else rtol
    absolute = default[1] if atol is None else atol
    good = torch.isclose(result, wanted, rtol=relative, atol=absolute, equal_nan=equal_nan)
    if not bool(good.all()):
        raise _differs(result, wanted, good, what, of=of)


def _like(got: object, want: torch.Tensor, *, of: torch.Tensor | None, what: Message) -> torch.Tensor:
    """``got`` is a tensor as ``want`` is, whatever its elements; returns it."""
    if type(got) is torch.Tensor and got.shape != want.shape and got.device == want.device:
        raise _wrong_shape(tuple(got.shape), tuple(want.shape), explain.shape_story(got, want, of=of), what)
    return tensor(got, shape=want.shape, dtype=want.dtype, device=want.device, what=what)


def equal(got: object, want: object, *, of: torch.Tensor | None = None, what: Message = _RESULT) -> None:
    """``got`` equals ``want`` exactly: same type, and for tensors same shape, dtype, device and elements.

    ``of`` is the input, as in ``close``.
    """
    if isinstance(want, torch.Tensor):
        result = _like(got, want, of=of, what=what)
        good = result == want
        if not bool(good.all()):
            raise _differs(result, want, good, what, of=of)
        return
    if not _same(got, want):
        raise _fail(
            what,
            f"{{what}} should be {_braces(explain.show(want))}, but it is {_braces(explain.show(got))}.",
            f"{{what}}应为 {_braces(explain.show(want))}，实际是 {_braces(explain.show(got))}。",
        )


def _same(got: object, want: object) -> bool:
    if type(got) is not type(want):
        return False
    if isinstance(want, tuple | list):
        assert isinstance(got, tuple | list)
        return len(got) == len(want) and all(_same(a, b) for a, b in zip(got, want, strict=True))
    if isinstance(want, dict):
        assert isinstance(got, dict)
        return list(got) == list(want) and all(_same(got[key], want[key]) for key in want)
    if isinstance(want, torch.Tensor):
        assert isinstance(got, torch.Tensor)
        return got.dtype == want.dtype and got.shape == want.shape and bool((got == want).all())
    return bool(got == want)


def between(value: object, low: float, high: float, *, what: Message = _RESULT) -> None:
    """``value`` (a number or a tensor of one element) lies in [low, high]; NaN does not."""
    if isinstance(value, torch.Tensor) and value.numel() == 1:
        value = value.item()
    number = float(value) if isinstance(value, int | float) else math.nan
    if not low <= number <= high:
        shown = _braces(explain.show(value))
        raise _fail(
            what,
            f"{{what}} should lie between {low:.6g} and {high:.6g}, but it is {shown}.",
            f"{{what}}应在 {low:.6g} 与 {high:.6g} 之间，实际是 {shown}。",
        )


@contextmanager
def raises(*types: type[BaseException], what: Message | None = None) -> Iterator[None]:
    """The learner's code raises one of ``types`` (or a subclass) inside the block."""
    names = [type_.__name__ for type_ in types]
    wanted_en, wanted_zh = " or ".join(names), " 或 ".join(names)
    call = {"en": "this call", "zh-CN": "这次调用"} if what is None else what
    try:
        yield
    except RemoteError as error:
        if not set(names) & set(error.type_names):
            came = _braces(str(error))
            raise _fail(
                call,
                f"{{what}} should raise {wanted_en}, but it raised {came}.",
                f"{{what}}应抛出 {wanted_zh}，实际抛出了 {came}。",
            ) from error
        return
    raise _fail(
        call,
        f"{{what}} should raise {wanted_en}, but nothing was raised.",
        f"{{what}}应抛出 {wanted_zh}，实际没有抛出异常。",
    )


def _differs(
    got: torch.Tensor, want: torch.Tensor, good: torch.Tensor, what: Message, *, of: torch.Tensor | None
) -> CheckFailed:
    story = explain.difference(got.detach(), want.detach(), good, of=of)
    return _fail(what, "{what} " + _braces(story["en"]), "{what}" + _braces(story["zh-CN"]))
