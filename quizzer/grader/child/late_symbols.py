"""torch's symbolic shapes, and sympy (480 modules), imported by who has symbols and not by who has numbers.

A gradient with an upstream, a comparison on the meta device and each fake tensor ask functions of that module about
sizes. Where those are plain numbers the answer is plain too, and is given here; at anything else the module is
imported, and answers itself. Of sympy they ask whether a number is one of its expressions. What the module says of
numbers: torch/fx/experimental/symbolic_shapes.py (2.6 to 2.13).
"""

from __future__ import annotations

import functools
import importlib
import operator
import sys
import types
from collections.abc import Callable, Iterator
from importlib import util
from typing import Any

import torch

from quizzer.grader.child.stand_in import StandIn

_SHAPES, _SYMPY = "torch.fx.experimental.symbolic_shapes", "sympy"
_PLAIN = frozenset((int, float, bool, str, type(None), torch.Generator))
_NUMBERS = frozenset((int, float, bool))


class _NoExpression:
    """What no number is an instance of."""


class _NoSymbolError(RuntimeError):
    """What nothing raises where there are no symbols."""


def put_off() -> None:
    """Let both wait, in this process and those forked from it; nothing where they are there already."""
    # Where the shapes are there, so is sympy.
    if _SYMPY in sys.modules or util.find_spec(_SYMPY) is None:
        return
    package = importlib.import_module(_SHAPES.rpartition(".")[0])
    # An import of a part of a package asks for its path.
    special = ("__path__", "__version__")
    sympy = StandIn(_SYMPY, {"Basic": _NoExpression}, real=functools.partial(_real, _SYMPY), special=special)
    shapes = StandIn(_SHAPES, {**_ANSWERS, "GuardOnDataDependentSymNode": _NoSymbolError}, real=_real)
    sys.modules[_SYMPY] = sympy
    sys.modules[_SHAPES] = package.symbolic_shapes = shapes  # type: ignore[attr-defined]


def load() -> None:
    """Have both there: some things that fake tensors do need them after all."""
    for name in (_SYMPY, _SHAPES):
        if name in sys.modules:
            _real(name)


def is_put_off() -> bool:
    """Whether any of them waits still."""
    return any(isinstance(sys.modules.get(name), StandIn) for name in (_SHAPES, _SYMPY))


def _real(name: str = _SHAPES) -> types.ModuleType:
    waiting = sys.modules[name]
    if not isinstance(waiting, StandIn):
        return waiting
    if name == _SHAPES:
        _real(_SYMPY)
    del sys.modules[name]
    try:
        found = importlib.import_module(name)
    except BaseException:
        sys.modules[name] = waiting
        raise
    waiting.step_aside()
    return found


def _truth(name: str) -> Callable[..., Any]:
    """A function that gives back the truth value that it is given."""

    def answer(value: Any, *more: Any, **how: Any) -> Any:
        return value if type(value) is bool else getattr(_real(), name)(value, *more, **how)

    return answer


def _folded(name: str, by: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    def answer(*values: Any) -> Any:
        if values and all(type(value) is bool for value in values):
            return functools.reduce(by, values)
        return getattr(_real(), name)(*values)

    return answer


def _sym_eq(first: Any, second: Any) -> Any:
    if _are_sizes(first) and _are_sizes(second):
        return list(first) == list(second)
    if type(first) is int and type(second) is int:
        return first == second
    return _real().sym_eq(first, second)


def _are_sizes(value: object) -> bool:
    return isinstance(value, list | tuple) and all(type(item) is int for item in value)


def _guarding_hint_or_throw(value: Any) -> Any:
    return value if type(value) in (int, bool) else _real().guarding_hint_or_throw(value)


def _has_guarding_hint(value: Any) -> Any:
    return True if type(value) in _NUMBERS else _real().has_guarding_hint(value)


def _guard_int(value: Any) -> Any:
    return value if type(value) is int else _real().guard_int(value)


def _is_symbolic(value: Any) -> Any:
    return False if isinstance(value, int | float) else _real().is_symbolic(value)


def _is_nested_int(value: Any) -> Any:
    return False if type(value) in _NUMBERS else _real().is_nested_int(value)


def _compute_unbacked_bindings(shape_env: Any, *more: Any, **how: Any) -> Any:
    return None if shape_env is None else _real().compute_unbacked_bindings(shape_env, *more, **how)


def _free_unbacked_symbols(value: Any) -> Any:
    if not _has_no_symbols(value):
        return _real().free_unbacked_symbols(value)
    return importlib.import_module("torch.utils._ordered_set").OrderedSet()


def _none_anywhere(name: str) -> Callable[[Any], Any]:
    def answer(value: Any) -> Any:
        return False if _has_no_symbols(value) else getattr(_real(), name)(value)

    return answer


def _asked_there(name: str) -> Callable[..., Any]:
    """A function that is often imported and seldom called."""

    def answer(*args: Any, **kwargs: Any) -> Any:
        return getattr(_real(), name)(*args, **kwargs)

    return answer


def _none_in(name: str) -> Callable[[Any], Iterator[Any]]:
    """A function that goes through the symbols of a value."""

    def answer(value: Any) -> Iterator[Any]:
        if not _has_no_symbols(value):
            yield from getattr(_real(), name)(value)

    return answer


def _has_no_symbols(value: Any) -> bool:
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind in (tuple, list, torch.Size):
        return all(map(_has_no_symbols, value))
    if kind is dict:
        return all(map(_has_no_symbols, value.keys())) and all(map(_has_no_symbols, value.values()))
    return isinstance(value, torch.Tensor) and not value._has_symbolic_sizes_strides  # noqa: SLF001 - no other way


_ANSWERS: dict[str, Callable[..., Any]] = {
    **{
        name: _truth(name)
        for name in (
            "expect_true", "guard_bool", "guard_or_false", "guard_or_true", "guard_size_oblivious",
            "statically_known_true",
        )
    },
    "sym_and": _folded("sym_and", operator.and_),
    "sym_or": _folded("sym_or", operator.or_),
    "sym_eq": _sym_eq,
    "guarding_hint_or_throw": _guarding_hint_or_throw,
    "has_guarding_hint": _has_guarding_hint,
    "is_nested_int": _is_nested_int,
    "compute_unbacked_bindings": _compute_unbacked_bindings,
    "free_unbacked_symbols": _free_unbacked_symbols,
    "guard_int": _guard_int,
    "is_symbolic": _is_symbolic,
    **{name: _none_anywhere(name) for name in ("has_free_symbols", "has_free_unbacked_symbols")},
    **{name: _asked_there(name) for name in ("_constrain_range_for_size", "constrain_range", "optimization_hint")},
    "_iterate_exprs": _none_in("_iterate_exprs"),
    "_iterate_nodes": _none_in("_iterate_nodes"),
}  # fmt: skip
