"""What a call does with tensors that say they are on a GPU, and the claim that it stays there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import torch

from quizzer.checks.errors import CheckFailed, Message, SourceLine, in_languages

_RESULT = {"en": "the result", "zh-CN": "结果"}
_KINDS = ("mixed", "index", "numpy", "generator")


@dataclass(frozen=True, slots=True)
class FakeTensorFacts:
    """A tensor without data; ``device`` is ``"gpu"`` or ``"cpu"``."""

    shape: tuple[int, ...]
    dtype: torch.dtype
    device: str


@dataclass(frozen=True, slots=True)
class DeviceMistake:
    """An operation that a GPU refuses, with the learner's own lines where they are known."""

    kind: str
    operation: str
    line: SourceLine | None
    origin: SourceLine | None
    brought: bool


@dataclass(frozen=True, slots=True)
class FakeRun:
    """A call on a fake GPU: its tensors where it ran, the mistake where it mixed devices, ``detail`` where unknown."""

    outcome: Literal["ran", "mixed", "unknown"]
    tensors: tuple[FakeTensorFacts, ...] = ()
    mistake: DeviceMistake | None = None
    detail: str = ""

    @classmethod
    def parse(cls, facts: Mapping[str, Any]) -> FakeRun:
        """Read what the submission process tells; ValueError, TypeError or KeyError where it tells something else."""
        tensors = tuple(FakeTensorFacts(tuple(shape), dtype, str(device)) for shape, dtype, device in facts["tensors"])
        match facts["outcome"], facts["mistake"]:
            case "ran", None:
                return cls("ran", tensors)
            case "unknown", None:
                return cls("unknown", detail=str(facts["detail"]))
            case "mixed", [str() as kind, str() as operation, line, origin, bool() as brought] if kind in _KINDS:
                return cls("mixed", mistake=DeviceMistake(kind, operation, _line(line), _line(origin), brought))
        raise ValueError("no facts of a run on a fake GPU")


def _line(plain: object) -> SourceLine | None:
    match plain:
        case [int() as number, str() as function, str() as text]:
            return SourceLine(number, function, text)
    return None


def follows_the_device(run: FakeRun, *, what: Message = _RESULT) -> None:
    """The call mixes no devices, and each tensor that it returns is on the GPU like its input.

    A run that cannot be followed without data passes: nobody is refused for what was not seen.
    """
    if run.mistake is not None:
        english, chinese = _WHAT[run.mistake.kind]
        raise CheckFailed(
            {
                "en": f"On a GPU, {_place_en(run.mistake)} fails: {english} {_cure_en(run.mistake)}",
                "zh-CN": f"在 GPU 上，{_place_zh(run.mistake)}会出错：{chinese}{_cure_zh(run.mistake)}",
            }
        )
    if any(tensor.device != "gpu" for tensor in run.tensors):
        names = in_languages(what)
        subject = names["en"][:1].upper() + names["en"][1:]
        raise CheckFailed(
            {
                "en": f"{subject} is on the CPU although the input is on a GPU: create it with `device=x.device`.",
                "zh-CN": f"输入在 GPU 上，{names.get('zh-CN', names['en'])}却在 CPU 上：创建时请写 `device=x.device`。",
            }
        )


_WHAT = {
    "mixed": ("it mixes a tensor on the GPU with one on the CPU.", "它混用了 GPU 上的张量和 CPU 上的张量。"),
    "index": ("a tensor on the CPU cannot be indexed by one on the GPU.", "CPU 上的张量不能用 GPU 上的张量来索引。"),
    "numpy": ("a tensor on the GPU cannot become a NumPy array.", "GPU 上的张量不能转成 NumPy 数组。"),
    "generator": (
        "a generator on the CPU cannot draw numbers on the GPU.",
        "CPU 上的随机数生成器不能在 GPU 上生成随机数。",
    ),
}


def _place_en(mistake: DeviceMistake) -> str:
    if mistake.line is None:
        return f"the operation `{mistake.operation}`"
    return f"line {mistake.line.number} (`{mistake.line.text}`, operation `{mistake.operation}`)"


def _place_zh(mistake: DeviceMistake) -> str:
    if mistake.line is None:
        return f"运算 `{mistake.operation}` "
    return f"第 {mistake.line.number} 行（`{mistake.line.text}`，运算 `{mistake.operation}`）"


def _cure_en(mistake: DeviceMistake) -> str:
    origin = mistake.origin
    if mistake.kind == "numpy":
        return "Stay with torch's own functions, such as `torch.rand_like(x)`."
    if mistake.kind == "generator":
        return "Make it with `torch.Generator(device=x.device)`."
    if origin is None:
        return (
            "The one on the CPU is a NumPy array, a constant, or an attribute that `.to(device)` does not move: "
            "`self.register_buffer(...)` makes it move along, `.to(x.device)` moves it where it is used."
        )
    if mistake.brought:
        return f"Line {origin.number} (`{origin.text}`) brought it to the CPU: leave it on the device."
    return (
        f"The one on the CPU was made in line {origin.number} (`{origin.text}`): write `device=x.device` there, "
        "or use `torch.rand_like(x)`, `x.new_zeros(...)` and the like."
    )


def _cure_zh(mistake: DeviceMistake) -> str:
    origin = mistake.origin
    if mistake.kind == "numpy":
        return "请改用 torch 自己的函数，例如 `torch.rand_like(x)`。"
    if mistake.kind == "generator":
        return "请用 `torch.Generator(device=x.device)` 创建它。"
    if origin is None:
        return (
            "CPU 上的那个张量来自 NumPy、常量，或不会随 `.to(device)` 移动的属性："
            "用 `self.register_buffer(...)` 可让它随模块移动，或在使用处写 `.to(x.device)`。"
        )
    if mistake.brought:
        return f"第 {origin.number} 行（`{origin.text}`）把它移到了 CPU：请让它留在原设备上。"
    return (
        f"CPU 上的那个张量是第 {origin.number} 行（`{origin.text}`）创建的：请在那里写 `device=x.device`，"
        "或使用 `torch.rand_like(x)`、`x.new_zeros(...)` 等。"
    )
