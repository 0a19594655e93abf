"""Whether a value has the shape that a type names, all the way down: JSON of a stranger may hold anything."""

from __future__ import annotations

import math
from dataclasses import is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints


def fits(value: Any, kind: Any) -> bool:
    """True if ``value`` is a ``kind`` and so is everything in it; numbers must be finite."""
    if isinstance(kind, NewType):
        return fits(value, kind.__supertype__)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return any(fits(value, one) for one in arguments)
    if origin is Literal:
        return value in arguments
    if origin is tuple:
        return isinstance(value, tuple) and _tuple_fits(value, arguments)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type] # a class is hashable
        return type(value) is kind and all(fits(getattr(value, name), one) for name, one in hints.items())
    if kind is float:
        return type(value) in (int, float) and math.isfinite(value)
    return type(value) is (NoneType if kind is None else kind)


def _tuple_fits(value: tuple[Any, ...], arguments: tuple[Any, ...]) -> bool:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        return all(fits(one, arguments[0]) for one in value)
    return len(value) == len(arguments) and all(map(fits, value, arguments))


@lru_cache(maxsize=64)
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
