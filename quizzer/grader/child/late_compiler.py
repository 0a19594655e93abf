"""torch's compiler (``torch._dynamo``, 800 modules), imported by who compiles and not by who takes an optimizer's step.

The first step of any optimizer and the first comparison on the meta device import the compiler only to tell it that it
should keep out. Until somebody uses anything else of it, nothing is being compiled, and there is nobody to tell.
"""

from __future__ import annotations

import functools
import importlib
import sys
import types
from collections.abc import Callable
from importlib import util
from typing import Any

import torch

from quizzer.grader.child.stand_in import StandIn

_NAME = "torch._dynamo"
_PLACES_NAME = f"{_NAME}.source"


class _NotYet(types.ModuleType):
    """The compiler's own module, whose code runs when anything but what is put in here is asked of it."""

    def __getattr__(self, name: str) -> Any:
        # A look at all modules, as for warnings and tracebacks, asks for such names.
        if name.startswith("__") and name != "__path__":
            raise AttributeError(f"module {_NAME!r} has no attribute {name!r}")
        _load(self)
        return getattr(self, name)


class _Place:
    """Where a tensor comes from: a compiler would make guards of it, and without one nobody looks at it."""

    def __init__(self, *parts: object) -> None:
        self.parts = parts


class _Drawn(_Place):
    """That of a value drawn at random, which no fake tensor has: they only ask whether it is one."""


_PLACES = {"ConstantSource": _Place, "AttrSource": _Place, "EphemeralSource": _Place, "RandomValueSource": _Drawn}
"""What fake tensors take of the compiler's module of places."""


def put_off() -> None:
    """Let the compiler wait, in this process and those forked from it; nothing where it is there already."""
    if _NAME in sys.modules:
        return
    spec = util.find_spec(_NAME)
    if spec is None or spec.loader is None:
        return
    module = util.module_from_spec(spec)
    module.__class__ = _NotYet
    vars(module).update(disable=functools.partial(_disable, module), graph_break=functools.partial(_break, module))
    sys.modules[_NAME] = module
    try:
        # Fake tensors ask for its settings, which stand by themselves.
        importlib.import_module(f"{_NAME}.config")
    except BaseException:
        del sys.modules[_NAME]
        raise
    places = StandIn(_PLACES_NAME, _PLACES, real=functools.partial(_real_places, module))
    sys.modules[_PLACES_NAME] = vars(module)["source"] = places
    # Any other part of it needs the whole: asked for this, `_NotYet` loads it.
    del vars(module)["__path__"]
    torch._dynamo = module  # noqa: SLF001 - where an import would put it


def is_put_off() -> bool:
    """Whether the compiler waits still."""
    return isinstance(sys.modules.get(_NAME), _NotYet)


def _load(module: types.ModuleType) -> None:
    spec = module.__spec__
    assert spec is not None
    assert spec.loader is not None
    module.__class__ = types.ModuleType
    for name in ("disable", "graph_break", "source"):
        vars(module).pop(name)
    sys.modules.pop(_PLACES_NAME)
    vars(module)["__path__"] = spec.submodule_search_locations
    spec.loader.exec_module(module)


def _real_places(module: types.ModuleType) -> types.ModuleType:
    if isinstance(module, _NotYet):
        _load(module)
    places: types.ModuleType = module.source
    return places


def _break(module: types.ModuleType, *args: object, **kwargs: object) -> object:
    """A compiled program would be split here; there is none as long as the compiler waits."""
    return None if isinstance(module, _NotYet) else module.graph_break(*args, **kwargs)


def _disable(module: types.ModuleType, fn: Any = None, recursive: Any = True, **how: Any) -> Any:  # noqa: FBT002 - torch's
    """``fn`` as it is while the compiler waits, and out of its reach afterwards: what torch asks for internally."""
    if not isinstance(fn, types.FunctionType) or how != {"wrapping": False}:
        if isinstance(module, _NotYet):
            _load(module)
        return module.disable(fn, recursive, **how)
    return _until_loaded(module, fn, functools.partial(_really_disabled, module, fn, recursive))


def _until_loaded(
    module: types.ModuleType, fn: Callable[..., object], disabled: Callable[[], Callable[..., object]]
) -> Callable[..., object]:
    def kept_out(*args: object, **kwargs: object) -> object:
        return (fn if isinstance(module, _NotYet) else disabled())(*args, **kwargs)

    return kept_out


@functools.cache
def _really_disabled(module: types.ModuleType, fn: Callable[..., object], recursive: object) -> Callable[..., object]:
    disabled: Callable[..., object] = module.disable(fn, recursive, wrapping=False)
    return disabled
