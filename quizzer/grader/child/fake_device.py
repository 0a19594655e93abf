"""Calls the learner's code with tensors that are on no GPU but say so: finds mixed devices with no GPU at hand.

The tensors are torch's fake ones (shape, dtype and device, no data). Their device is a backend registered here by the
name of ``gpu`` and not ``cuda``: on a build without CUDA, indexing, slicing, convolutions and everything that requires
a gradient end in an error or an abort for want of CUDA's device guard, and this backend brings a guard of its own.

Only what real CUDA refuses as well is a mistake. What cannot be followed without data (``item()``, a branch on a
value) is unknown, and so is any other exception: no right solution may be refused.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import linecache
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensor, FakeTensorMode
from torch.overrides import TorchFunctionMode
from torch.utils import _pytree as pytree
from torch.utils import backend_registration

NAME = "gpu"
_UNNAMED = "privateuseone"
"""What torch calls a backend that nobody has named."""
_MISMATCHES = ("Expected all tensors to be on the same device", "Mismatching aten.")
# CUDA takes lengths, sizes and split points of these on the CPU, and some only there.
_TAKE_CPU_TENSORS = frozenset(
    ("_pack_padded_sequence", "pack_padded_sequence", "_pad_packed_sequence", "ctc_loss", "tensor_split",
     "lstm", "gru", "rnn_tanh", "rnn_relu")
)  # fmt: skip
_TO_NUMPY = frozenset(("numpy", "__array__"))
_MOVES = frozenset(("to", "type_as", "copy_"))


@dataclass(frozen=True, slots=True)
class Mistake:
    """What CUDA would refuse: ``kind`` is mixed, index, numpy or generator; lines are the learner's own."""

    kind: str
    operation: str
    line: list[object] | None
    origin: list[object] | None
    """Where the CPU tensor was made; None where it was there before the call."""
    brought: bool = False
    """Whether that line took it from the GPU."""


class DeviceMistakeError(RuntimeError):
    """Stands for the exception that CUDA would raise where torch's fake tensors raise none, or another."""


@dataclass(slots=True)
class _Origin:
    tensor: torch.Tensor
    line: list[object] | None
    brought: bool


class _Watch(TorchFunctionMode):
    """Sees each torch function that the learner's code calls: remembers where CPU tensors come from."""

    def __init__(self, mode: FakeTensorMode, filename: str) -> None:
        super().__init__()
        self.mistake: Mistake | None = None
        self.error: BaseException | None = None
        self._mode = mode
        self._filename = filename
        # The tensor is kept with its line, so that its id stays its own.
        self._origins: dict[int, _Origin] = {}

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        name = str(getattr(func, "__name__", func))
        args, kwargs = self._all_fake(name, args, kwargs or {})
        given = _tensors((args, kwargs))
        try:
            self._refuse(name, args, kwargs, given)
            value = func(*args, **kwargs)
        except BaseException as error:
            self._note_mistake(error, name, given)
            raise
        self._note_origins(value, given)
        return value

    def _all_fake(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Real tensors (attributes, constants of the module) become fake CPU ones where they meet a fake one."""
        if name not in _MOVES and not any(isinstance(item, FakeTensor) for item in pytree.tree_leaves((args, kwargs))):
            return args, kwargs
        made: tuple[tuple[Any, ...], dict[str, Any]] = pytree.tree_map(self._fake, (args, kwargs))
        return made

    def _fake(self, value: object) -> object:
        if not isinstance(value, torch.Tensor) or isinstance(value, FakeTensor):
            return value
        fake = self._mode.from_tensor(value)
        known = self._origins.get(id(value))
        if known is not None:
            self._origins[id(fake)] = _Origin(fake, known.line, known.brought)
        return fake

    def _refuse(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], given: list[torch.Tensor]) -> None:
        """Raise what CUDA would and fake tensors do not."""
        if name in _TO_NUMPY and given and _on_gpu(given[0]):
            raise DeviceMistakeError(f"numpy: a tensor on the {NAME} has no NumPy form")
        if name in ("__getitem__", "__setitem__") and args and not _on_gpu(args[0]):
            index = args[1] if isinstance(args[1], tuple) else (args[1],)
            if any(isinstance(item, torch.Tensor) and _on_gpu(item) for item in index):
                raise DeviceMistakeError("index: a CPU tensor cannot be indexed by one on the GPU")
        generator = kwargs.get("generator")
        if isinstance(generator, torch.Generator) and generator.device.type == "cpu":
            wanted = kwargs.get("device")
            target = torch.device(wanted).type if wanted is not None else None
            if target == NAME or (target is None and any(_on_gpu(item) for item in given)):
                raise DeviceMistakeError("generator: a CPU generator cannot draw on the GPU")

    def _note_mistake(self, error: BaseException, name: str, given: list[torch.Tensor]) -> None:
        kind = _kind_of(error)
        on_cpu = [item for item in given if not _on_gpu(item) and item.dim()]
        if kind is None or self.error is error or name in _TAKE_CPU_TENSORS:
            return
        # CUDA's own rules about empty tensors differ from one operation to the next.
        if any(item.numel() == 0 for item in on_cpu):
            return
        origin = next((self._origins[id(item)] for item in on_cpu if id(item) in self._origins), None)
        self.error = error
        self.mistake = Mistake(
            kind=kind,
            operation=name.strip("_"),
            line=self._line(),
            origin=None if origin is None else origin.line,
            brought=origin is not None and origin.brought,
        )

    def _note_origins(self, value: object, given: list[torch.Tensor]) -> None:
        for made in _tensors(value):
            if _on_gpu(made) or id(made) in self._origins:
                continue
            on_cpu = [item for item in given if not _on_gpu(item)]
            known = next((self._origins[id(item)] for item in on_cpu if id(item) in self._origins), None)
            if known is not None:
                self._origins[id(made)] = _Origin(made, known.line, known.brought)
            elif not on_cpu:
                self._origins[id(made)] = _Origin(made, self._line(), brought=bool(given))

    def _line(self) -> list[object] | None:
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - a whole stack summary would cost milliseconds
        while frame is not None and frame.f_code.co_filename != self._filename:
            frame = frame.f_back
        if frame is None:
            return None
        text = linecache.getline(self._filename, frame.f_lineno).strip()
        return [frame.f_lineno, frame.f_code.co_name, text]


def call(target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], *, filename: str) -> dict[str, object]:
    """Call ``target`` as if it, and every tensor among the arguments, had been moved to a GPU; plain facts.

    ``outcome`` is ran (with the result's ``tensors`` as shape, dtype and device), mixed, or unknown (with ``detail``).
    The learner's own objects are not changed: modules are copied first.
    """
    facts: dict[str, object] = {"outcome": "unknown", "tensors": [], "mistake": None, "detail": ""}
    try:
        _register()
        mode = _mode()
        move = functools.partial(_moved, mode)
        moved = move(target)
        args, kwargs = pytree.tree_map(move, (args, kwargs))
    except BaseException as error:  # noqa: BLE001 - a torch that cannot do it, or an object that will not be copied
        return facts | {"detail": f"{type(error).__name__}: {error}"[:500]}
    watch = _Watch(mode, filename)
    try:
        with torch.no_grad(), mode, watch:
            value = moved(*args, **kwargs)
        return facts | {"outcome": "ran", "tensors": [_description(item) for item in _tensors(value)]}
    except BaseException as error:  # noqa: BLE001 - the border: whatever the learner's code raises
        mistake = watch.mistake
        if mistake is not None and watch.error is error:
            plain = [mistake.kind, mistake.operation, mistake.line, mistake.origin, mistake.brought]
            return facts | {"outcome": "mixed", "mistake": plain}
        return facts | {"detail": f"{type(error).__name__}: {_text(error)}"}


def rehearse() -> None:
    """Make and combine fake tensors once: the first time imports 500 modules (0.5 s), and fills torch's caches.

    The backend is there and has no name of ours yet, so the process is to its children as if there were none.
    """
    _rehearse_on("cpu")
    # Not in every torch that quizzer works with: then a call will say so, and its outcome is unknown.
    with contextlib.suppress(Exception):
        _prepare()
        setattr(torch, _UNNAMED, _Backend())
        try:
            _rehearse_on(_UNNAMED)
        finally:
            delattr(torch, _UNNAMED)


def _rehearse_on(device: str) -> None:
    mode = _mode()
    layer = copy.deepcopy(torch.nn.Linear(2, 3))
    move = functools.partial(_on_fake_gpu, mode, device=device)
    layer._apply(move)  # type: ignore[no-untyped-call]  # noqa: SLF001 - as Module.to
    x = move(torch.empty(3, 2))
    with torch.no_grad(), mode, _Watch(mode, __file__):
        y = layer(x)
        kept = torch.rand_like(y) >= 0.5  # noqa: PLR2004
        y = torch.where(kept, y * kept / 2, torch.zeros((), device=y.device))
        y = (y - y.mean(dim=-1, keepdim=True)) / (y.var(dim=-1, unbiased=False, keepdim=True) + 1).sqrt()
        y = torch.cat([y.masked_fill(~kept, -1), torch.zeros_like(y)], dim=1).exp()
        y = (y / y.sum(dim=1, keepdim=True)).reshape(2, 3, 3).transpose(1, 2)
        (y[:, 0] @ y[0]).unsqueeze(0)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except BaseException:  # noqa: BLE001 - the learner's __str__
        return ""


@functools.cache
def _mode() -> FakeTensorMode:
    """The one mode of this process and of those forked from it."""
    return FakeTensorMode(allow_non_fake_inputs=True)


@functools.cache
def _prepare() -> None:
    """Give torch a backend without a name: whoever asks which accelerator there is goes on hearing that there is none.

    Raises whatever a torch raises that knows no backend in Python.
    """
    # Where the engine starts after this it starts a thread for the backend, which has nothing to do there.
    torch.ones(1, requires_grad=True).sum().backward()  # type: ignore[no-untyped-call]
    torch._C._acc.register_python_privateuseone_hook(_hooks())  # noqa: SLF001
    guard = backend_registration._DummyDeviceGuard()  # noqa: SLF001
    torch._C._acc.register_python_privateuseone_device_guard(guard)  # noqa: SLF001
    # It logs whole tracebacks for shapes that do not fit, and they would count as the learner's output.
    logging.getLogger("torch._subclasses.fake_tensor").disabled = True


@functools.cache
def _register() -> None:
    """Name the backend: from here on, this process has an accelerator to those who look closely."""
    _prepare()
    backend_registration.rename_privateuse1_backend(NAME)
    torch._register_device_module(NAME, _Backend())  # type: ignore[no-untyped-call]  # noqa: SLF001


class _Backend:
    """What torch asks a device module: it is there while nobody looks for an accelerator."""

    def is_initialized(self) -> bool:
        return True

    def is_available(self) -> bool:
        return False

    def current_device(self) -> int:
        return 0

    def device_count(self) -> int:
        return 0

    def _is_in_bad_fork(self) -> bool:
        return False

    def manual_seed_all(self, seed: int) -> None:
        """There is no generator to seed."""

    def get_amp_supported_dtype(self) -> list[torch.dtype]:
        return [torch.float16, torch.bfloat16]


def _hooks() -> Any:
    class Hooks(torch._C._acc.PrivateUse1Hooks):  # noqa: SLF001
        def is_available(self) -> bool:
            # Code that picks its device by what is there goes on picking the CPU.
            return False

        def has_primary_context(self, _index: int) -> bool:
            return True

        def is_built(self) -> bool:
            return True

    return Hooks()


def _moved(mode: FakeTensorMode, value: Any) -> Any:
    """As ``value.to("cuda")``: tensors and modules are there now, a method is the one of the moved module."""
    if isinstance(value, torch.Tensor):
        return _on_fake_gpu(mode, value)
    if isinstance(value, torch.nn.Module):
        seen: dict[int, torch.Tensor] = {}
        convert: Callable[[torch.Tensor], torch.Tensor] = lambda item: seen.setdefault(  # noqa: E731 - memoizes
            id(item), _on_fake_gpu(mode, item)
        )
        return copy.deepcopy(value)._apply(convert)  # type: ignore[no-untyped-call]  # noqa: SLF001 - as Module.to
    owner = getattr(value, "__self__", None)
    if isinstance(owner, torch.nn.Module):
        return getattr(_moved(mode, owner), value.__name__)
    return value


def _on_fake_gpu(mode: FakeTensorMode, value: torch.Tensor, *, device: str = NAME) -> torch.Tensor:
    with mode:
        made = torch.empty_strided(value.shape, value.stride(), dtype=value.dtype, device=device)
    return made.requires_grad_(value.requires_grad)


def _tensors(value: object) -> list[torch.Tensor]:
    return [item for item in pytree.tree_leaves(value) if isinstance(item, torch.Tensor)]


def _on_gpu(value: object) -> bool:
    return isinstance(value, torch.Tensor) and value.device.type == NAME


def _kind_of(error: BaseException) -> str | None:
    if isinstance(error, DeviceMistakeError):
        return str(error).partition(":")[0]
    if isinstance(error, RuntimeError) and str(error).startswith(_MISMATCHES):
        return "mixed"
    return None


def _description(value: torch.Tensor) -> tuple[object, ...]:
    return torch.Size(value.shape), value.dtype, value.device.type
