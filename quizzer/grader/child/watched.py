"""Calls that are watched, on the submission's side: what they change, what flows back through them, what they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from quizzer.grader.child import accelerator

_MOST_OPERATIONS = 20_000
_DEEPEST = 16

During = AbstractContextManager[object]
"""What is open while the watched call itself is under way, and closed for what surrounds it."""


class OpRecorder(TorchFunctionMode):
    """Notes the dotted name of every torch function called while it is active."""

    def __init__(self) -> None:
        super().__init__()
        self._called: dict[Any, None] = {}

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        self._called[func] = None
        return func(*args, **(kwargs or {}))

    def told(self) -> str:
        """The names in the order of their first call, a blank between them: one text travels faster than many."""
        return " ".join(dict.fromkeys(map(_dotted, self._called)))


def _dotted(func: Any) -> str:
    return f"{getattr(func, '__module__', None) or 'torch'}.{getattr(func, '__name__', func)}"


class OpTracer(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Notes every operation that reaches the dispatcher, and the size of each tensor that it makes anew."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.operations: list[str] = []
        self.largest = 0
        self.total = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        # Compared with the operation's own inputs alone: a freed address is soon another tensor's.
        given = {storage(tensor) for tensor in tensors_in((args, kwargs or {}))}
        result = func(*args, **(kwargs or {}))
        if len(self.operations) < _MOST_OPERATIONS:
            self.operations.append(str(getattr(func, "_opname", func)))
        for tensor in tensors_in(result):
            if storage(tensor) not in given:
                self.largest = max(self.largest, tensor.numel())
                self.total += tensor.numel()
        return result


def tensors_in(value: object, *, depth: int = 0) -> Iterator[torch.Tensor]:
    """The tensors of a value in the order in which they stand, inside lists, tuples and dicts too."""
    if isinstance(value, torch.Tensor):
        yield value
    elif depth < _DEEPEST and isinstance(value, list | tuple):
        for item in value:
            yield from tensors_in(item, depth=depth + 1)
    elif depth < _DEEPEST and isinstance(value, Mapping):
        for item in value.values():
            yield from tensors_in(item, depth=depth + 1)


def observe(
    target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], *, device: str, during: During
) -> dict[str, object]:
    """Call, and tell what became of the arguments, the generator and the global settings."""
    tensors = list(tensors_in((args, kwargs)))
    modules = [value for value in (target, *args, *kwargs.values()) if isinstance(value, torch.nn.Module)]
    generator, modes = accelerator.generator_state(device), _modes(modules)
    with during:
        value = target(*args, **kwargs)
    after = _modes(modules)
    return {
        "value": value,
        "arguments": tensors,
        "leaves": [_leaf_facts(leaf, tensors) for leaf in tensors_in(value)],
        "rng_changed": generator != accelerator.generator_state(device),
        "modes_changed": [name for name, setting in modes.items() if after[name] != setting],
    }


def _modes(modules: list[torch.nn.Module]) -> dict[str, object]:
    return {
        "grad_mode": torch.is_grad_enabled(),
        "inference_mode": torch.is_inference_mode_enabled(),
        "default_dtype": str(torch.get_default_dtype()),
        "autocast": torch.is_autocast_enabled("cpu"),
        "anomaly_mode": torch.is_anomaly_enabled(),
        "deterministic": torch.are_deterministic_algorithms_enabled(),
        "training": [part.training for module in modules for part in module.modules()],
    }


def _leaf_facts(value: torch.Tensor, arguments: list[torch.Tensor]) -> dict[str, object]:
    place = storage(value)
    return {
        "shares_memory": [i for i, arg in enumerate(arguments) if place and storage(arg) == place],
        "is_argument": next((i for i, arg in enumerate(arguments) if arg is value), None),
        "stride": tuple(value.stride()) if value.layout is torch.strided else (),
        "is_leaf": value.is_leaf,
        "requires_grad": value.requires_grad,
    }


def storage(value: torch.Tensor) -> int:
    """Where a tensor's memory begins; 0 where it has none."""
    if value.device.type == "meta" or value.layout is not torch.strided:
        return 0
    return value.untyped_storage().data_ptr()


def vjp(
    target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], upstream: object, *, during: During
) -> dict[str, object]:
    """Call with every floating-point tensor made a leaf, and send ``upstream`` back through the result."""
    args, kwargs = _differentiable(args), _differentiable(kwargs)
    inputs = list(tensors_in((args, kwargs)))
    parameters = dict(target.named_parameters()) if isinstance(target, torch.nn.Module) else {}
    with during:
        value = target(*args, **kwargs)
    wanted = [tensor for tensor in (*inputs, *parameters.values()) if tensor.requires_grad]
    found = _gradients(value, wanted, upstream)
    return {
        "value": value,
        "inputs": [found.get(id(tensor)) for tensor in inputs],
        "parameters": {name: found.get(id(tensor)) for name, tensor in parameters.items()},
    }


def _differentiable(value: Any) -> Any:
    if isinstance(value, torch.nn.Parameter):
        return value
    if isinstance(value, torch.Tensor) and (value.is_floating_point() or value.is_complex()):
        return value.detach().requires_grad_()
    if type(value) in (list, tuple):
        return type(value)(_differentiable(item) for item in value)
    if type(value) is dict:
        return {key: _differentiable(item) for key, item in value.items()}
    return value


def _gradients(value: object, wanted: list[torch.Tensor], upstream: object) -> dict[int, torch.Tensor | None]:
    outputs = [tensor for tensor in tensors_in(value) if tensor.is_floating_point() or tensor.is_complex()]
    weights: list[torch.Tensor | None] = list(tensors_in(upstream)) or [None] * len(outputs)
    if len(weights) != len(outputs):
        return {}
    pairs = [
        (output, torch.ones_like(output, memory_format=torch.contiguous_format) if weight is None else weight)
        for output, weight in zip(outputs, weights, strict=True)
        if output.requires_grad
    ]
    if not (pairs and wanted):
        return {}
    gradients = torch.autograd.grad([o for o, _ in pairs], wanted, [w for _, w in pairs], allow_unused=True)
    return {id(tensor): gradient for tensor, gradient in zip(wanted, gradients, strict=True)}


def trace(
    target: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any], *, during: During
) -> dict[str, object]:
    """Call, and tell which operations ran and how large what they made was."""
    tracer = OpTracer()
    with tracer, during:
        value = target(*args, **kwargs)
    return {
        "value": value,
        "operations": tracer.operations,
        "largest": tracer.largest,
        "total": tracer.total,
    }
