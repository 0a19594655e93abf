"""Compute cards: parameters, conditions and templates that must fit together, since each review draws anew."""

from __future__ import annotations

import ast
import builtins
import keyword
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.content.problems import did_you_mean
from quizzer.content.python_source import PythonError, free_names, is_expression_of, parse_python
from quizzer.domain.card import Compute, NamedMistake, Parameter
from quizzer.domain.draw import DrawError, draw, names_in, placeholders
from quizzer.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizzer.content.deck_models import ComputeEntry, ParameterEntry
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place
    from quizzer.domain.card import Scalar

MAX_VALUES = 10_000
DEFAULT_TOLERANCE = 1e-4
TORCH_NAMES = frozenset({"torch", "nn", "F", "math"})
"""What an answer may use beside its parameters and Python's builtins."""

_BUILTINS = frozenset(dir(builtins))
_GIVEN = TORCH_NAMES | _BUILTINS


def compute_body(entry: ComputeEntry) -> Compute:
    """The body of a compute card that was checked."""
    return Compute(
        prompt=Text.of(entry.prompt),
        parameters=tuple(Parameter(name, _values(spec)) for name, spec in entry.parameters.items()),
        where=tuple(entry.where),
        derive=tuple(entry.derive.items()),
        answer=entry.answer,
        answer_type=entry.answer_type,
        tolerance=entry.tolerance or DEFAULT_TOLERANCE,
        mistakes=tuple(NamedMistake(m.answer, m.mistake, Text.of(m.feedback)) for m in entry.mistakes),
    )


def check_compute(entry: ComputeEntry, *, place: Place, problems: Problems) -> None:
    """Note everything about a compute card that would fail at a review."""
    before = problems.count
    for name, spec in entry.parameters.items():
        message = _why_no_values(name, spec)
        if message:
            problems.error("E309", place.location("parameters", name), message)
    _check_names(entry, place=place, problems=problems)
    _check_expressions(entry, place=place, problems=problems)
    _check_templates(entry, place=place, problems=problems)
    if entry.where and problems.count == before:
        _check_draw(entry, place=place, problems=problems)


def _values(spec: ParameterEntry) -> tuple[Scalar, ...]:
    if spec.range is None:
        return tuple(spec.choice or ())
    low, high, step = (*spec.range, 1)[:3]
    return tuple(range(low, high + 1, step))


def _why_no_values(name: str, spec: ParameterEntry) -> str | None:
    """What keeps a parameter from being drawn, or None."""
    if (spec.range is None) is (spec.choice is None):
        return f"parameter '{name}' needs either range or choice"
    if spec.range is None:
        return None
    low, high, step = (*spec.range, 1)[:3]
    if low > high or step < 1:
        return f"range [{low}, {high}, {step}] of '{name}' is empty"
    return f"'{name}' has more than {MAX_VALUES} values" if len(range(low, high + 1, step)) > MAX_VALUES else None


def _check_names(entry: ComputeEntry, *, place: Place, problems: Problems) -> None:
    for key, names in (("parameters", entry.parameters), ("derive", entry.derive)):
        for name in names:
            if keyword.iskeyword(name) or name in TORCH_NAMES or name in _BUILTINS:
                problems.error("E309", place.key_location(key, name), f"'{name}' already means something in Python")
    for name in entry.derive.keys() & entry.parameters.keys():
        problems.error("E309", place.key_location("derive", name), f"'{name}' is already a parameter")
    if entry.tolerance is not None and entry.answer_type not in ("number", "list"):
        problems.error("E309", place.key_location("tolerance"), "a tolerance needs answer_type: number")


def _check_expressions(entry: ComputeEntry, *, place: Place, problems: Problems) -> None:
    known = frozenset(entry.parameters)
    for number, condition in enumerate(entry.where):
        try:
            unknown = names_in(condition) - known
        except DrawError as error:
            location = place.location("where", number)
            problems.error("E309", location, f"this condition is no arithmetic: {error}")
            continue
        for name in sorted(unknown):
            message = f"'{name}' is not a parameter{did_you_mean(name, known)}"
            problems.error("E309", place.location("where", number), message)
    for name, expression in entry.derive.items():
        _check_python(expression, known, "derive", name, place=place, problems=problems)
        known |= {name}
    _check_python(entry.answer, known, "answer", place=place, problems=problems)
    _check_braces(entry.answer, entry.parameters, "answer", place=place, problems=problems)
    for number, wrong in enumerate(entry.mistakes):
        _check_python(wrong.answer, known, "mistakes", number, "answer", place=place, problems=problems)


def _check_python(expression: str, known: frozenset[str], *loc: str | int, place: Place, problems: Problems) -> None:
    if is_expression_of(expression, _given_with(known)):
        return
    try:
        used = _names_read(expression)
    except PythonError as error:
        problems.error("E310", place.location(*loc), error.message)
        return
    for name in sorted(used - known - _GIVEN):
        problems.error("E309", place.location(*loc), f"'{name}' is not known here{did_you_mean(name, known)}")


def _check_braces(
    expression: str, parameters: Collection[str], *loc: str | int, place: Place, problems: Problems
) -> None:
    """Note a parameter written as in the prompt: here ``{n}`` is a set, which only a review would find out."""
    if "{" not in expression:
        return
    with suppress(PythonError):
        for node in ast.walk(parse_python(expression, mode="eval")):
            match node:
                case ast.Set(elts=[ast.Name(id=name)]) if name in parameters:
                    message = f"{{{name}}} is a set here"
                    problems.error("E309", place.location(*loc), message, hint=f"write {name}: this is Python")
                    return


@lru_cache(maxsize=256)
def _given_with(known: frozenset[str]) -> frozenset[str]:
    return _GIVEN | known


@lru_cache(maxsize=256)
def _names_read(expression: str) -> frozenset[str]:
    return free_names(parse_python(expression, mode="eval"))


def _check_templates(entry: ComputeEntry, *, place: Place, problems: Problems) -> None:
    for language, prompt in entry.prompt.items():
        used = placeholders(prompt)
        for name in sorted(used & entry.derive.keys()):
            message = f"{{{name}}} is derived with the answer; use it in 'why'"
            problems.error("E309", place.location("prompt", language), message)
        if not used & entry.parameters.keys():
            message = "the prompt shows none of its parameters"
            problems.error("E309", place.location("prompt", language), message, hint="write {name}")


def _check_draw(entry: ComputeEntry, *, place: Place, problems: Problems) -> None:
    try:
        draw(compute_body(entry), seed=0)
    except DrawError as error:
        problems.error("E309", place.location("where"), str(error))
