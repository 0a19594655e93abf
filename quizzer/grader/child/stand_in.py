"""A module that stands in for one that is slow to import, until somebody takes more of it than is given here."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from typing import Any


class StandIn(types.ModuleType):
    """Has what ``given`` has; for anything else ``real`` imports the module and puts it where this one stood.

    Of the names with two underscores only those in ``special`` count: a look at all modules, as for warnings and
    tracebacks, asks for others.
    """

    def __init__(
        self,
        name: str,
        given: Mapping[str, object],
        *,
        real: Callable[[], types.ModuleType],
        special: Collection[str] = (),
    ) -> None:
        super().__init__(name)
        vars(self).update(given)
        self._given = tuple(given)
        self._find_real = real
        self._special = special

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in self._special:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        found = self._find_real()
        self.step_aside()
        return getattr(found, name)

    def step_aside(self) -> None:
        """The real one is there: whoever holds this module gets everything from it."""
        for name in self._given:
            vars(self).pop(name, None)
