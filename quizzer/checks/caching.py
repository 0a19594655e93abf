"""Expected values worked out once for all submissions that are judged on the same draws.

A class is judged on one seed and an exercise's solutions are proved on a few, so a judge process asks an author's
function for the same thing over and over. Like ``functools.cache``, but arguments are compared by what is in them,
tensors too, and what comes back is a copy, which the check may change.
"""

from __future__ import annotations

import functools
import hashlib
import linecache
from collections import OrderedDict
from collections.abc import Callable
from types import CodeType
from typing import Any, ParamSpec, TypeVar

import torch

P = ParamSpec("P")
T = TypeVar("T")
_MOST = 256
_MOST_BYTES = 1 << 18
_SCALARS = (int, float, complex, bool, str, bytes, type(None), torch.dtype, torch.device)

_results: OrderedDict[tuple[CodeType, bytes, bytes], Any] = OrderedDict()
"""By the function's code, the file that it stands in, and its arguments."""


class _NotPlainError(Exception):
    """Something whose whole content cannot be seen."""


def cached(function: Callable[P, T]) -> Callable[P, T]:
    """A function of its arguments alone, which draws nothing and changes nothing, run once for each content of them.

    Plain values, tensors, and lists, tuples and dicts of them are compared; with other arguments, with large ones, or
    with results of another kind the function is simply run.
    """
    file = _digest(linecache.getlines(function.__code__.co_filename))

    @functools.wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            key = (function.__code__, file, _digest((args, kwargs)))
        except _NotPlainError:
            return function(*args, **kwargs)
        if key not in _results:
            result = function(*args, **kwargs)
            try:
                _results[key] = _copy(result)
            except _NotPlainError:
                return result
            if len(_results) > _MOST:
                _results.popitem(last=False)
            return result
        _results.move_to_end(key)
        copied: T = _copy(_results[key])
        return copied

    return known


def _digest(value: object) -> bytes:
    parts: list[bytes] = []
    _note(value, parts)
    # Each with its length: what ends one part must not begin the next.
    return hashlib.blake2b(b"".join(b"%d %b" % (len(part), part) for part in parts), digest_size=16).digest()


def _note(value: object, parts: list[bytes]) -> None:
    kind = type(value)
    if kind in (torch.Tensor, torch.nn.Parameter):
        parts.append(_seen(value))
    elif kind in (list, tuple, torch.Size):
        parts.append(f"{kind.__name__}{len(value)}".encode())  # type: ignore[arg-type]
        for item in value:  # type: ignore[attr-defined]
            _note(item, parts)
    elif kind in (dict, OrderedDict):
        _note(list(value.items()), parts)  # type: ignore[attr-defined]
    elif kind in _SCALARS:
        parts.append(f"{kind.__name__}{value!r}".encode("utf-8", "surrogatepass"))
    else:
        raise _NotPlainError


def _seen(value: Any) -> bytes:
    plain = value.layout is torch.strided and value.device.type == "cpu"
    if not plain or value.numel() * value.element_size() > _MOST_BYTES:
        raise _NotPlainError
    head = f"{type(value).__name__} {value.dtype} {tuple(value.shape)} {value.requires_grad} {value.stride()}"
    flat: torch.Tensor = value.detach().resolve_conj().resolve_neg().contiguous().flatten()
    content: bytes = flat.view(torch.uint8).numpy().tobytes()
    return head.encode() + content


def _copy(value: Any) -> Any:
    kind = type(value)
    if kind is torch.Tensor and not value.requires_grad and value.numel() * value.element_size() <= _MOST_BYTES:
        return value.clone()
    if kind in (list, tuple):
        return kind(_copy(item) for item in value)
    if kind in (dict, OrderedDict):
        return kind((key, _copy(item)) for key, item in value.items())
    if kind in _SCALARS or kind is torch.Size:
        return value
    raise _NotPlainError
