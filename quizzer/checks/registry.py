"""The decorator that makes a plain function a check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from quizzer.checks.errors import Message, in_languages

CheckFunction: TypeAlias = Callable[[Any, Any], None]
_MARK = "__quizzer_check__"


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """A check of an exercise; its id is the function's name."""

    id: str
    function: CheckFunction
    title: Mapping[str, str]
    points: float
    hint: Mapping[str, str] | None
    visible: bool


def check(
    title: Message, *, points: float = 1, hint: Message | None = None, visible: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Mark ``function(learner, case)`` as a check; a student edition has only those that are ``visible``.

    All arguments must be literals: quizzer reads them from the source without running it.
    """

    def mark(function: CheckFunction) -> CheckFunction:
        spec = CheckSpec(
            id=function.__name__,
            function=function,
            title=in_languages(title),
            points=points,
            hint=None if hint is None else in_languages(hint),
            visible=visible,
        )
        setattr(function, _MARK, spec)
        return function

    return mark


def collect(namespace: Mapping[str, object]) -> tuple[CheckSpec, ...]:
    """The checks that a module's namespace defines, in the order of their definition."""
    found = (getattr(value, _MARK, None) for value in namespace.values())
    return tuple(spec for spec in found if isinstance(spec, CheckSpec))
