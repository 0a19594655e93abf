"""Drawing the parameters of a compute card, and the small arithmetic that its conditions are written in.

Expressions come from decks that may come from strangers. They are walked as a syntax tree that knows
arithmetic and nothing else: no attribute, subscript or call of Python is ever reached, and every intermediate
number is bounded, so that an expression costs microseconds whatever it says.
"""

from __future__ import annotations

import ast
import math
import operator
import random
import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from quizzer.domain.card import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.domain.card import CardId, Compute

MAX_TRIES = 1000
MAX_EXPRESSION_CHARACTERS = 500
MAX_DEPTH = 40
MAX_INTEGER_BITS = 64
MAX_EXPONENT = 64

_Value: TypeAlias = Scalar | tuple[Scalar, ...]

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_EQUALITIES: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ORDERINGS: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_SIGNS: Mapping[type[ast.unaryop], Callable[[Any], object]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
_FUNCTIONS = ("min", "max", "abs")


class DrawError(ValueError):
    """Parameters cannot be drawn: an expression is not arithmetic, or no draw satisfies ``where``."""


def parameter_seed(card_id: CardId, repetition: int) -> int:
    """The seed of one review of a card: the same in every process and on every machine (BLAKE2b, 64 bits)."""
    return int.from_bytes(blake2b(f"{card_id}\0{repetition}".encode(), digest_size=8).digest(), "big")


def draw(body: Compute, *, seed: int) -> Mapping[str, Scalar]:
    """Draw each parameter uniformly from its values until every condition of ``where`` holds.

    The same seed gives the same draw.

    Raises:
        DrawError: a condition is no arithmetic, or none of ``MAX_TRIES`` draws satisfies them all.
    """
    chance = random.Random(seed)  # noqa: S311 - a question, not a secret; and it must be reproducible
    for _ in range(MAX_TRIES):
        values = {parameter.name: chance.choice(parameter.values) for parameter in body.parameters}
        if all(safe_eval(condition, values) for condition in body.where):
            return values
    raise DrawError(f"none of {MAX_TRIES} draws satisfies {' and '.join(body.where)}")


def render(template: str, values: Mapping[str, object]) -> str:
    """Put values in the place of ``{name}``, for known names only; every other brace stays as it is."""

    def replace(match: re.Match[str]) -> str:
        name = match.group(1)
        return str(values[name]) if name in values else match.group(0)

    return _PLACEHOLDER.sub(replace, template)


def placeholders(template: str) -> frozenset[str]:
    """All names that stand in ``{braces}`` in a template, known or not."""
    return frozenset(_PLACEHOLDER.findall(template))


@lru_cache(maxsize=256)
def names_in(expression: str) -> frozenset[str]:
    """The names that an arithmetic expression uses; raises DrawError if it cannot be read."""
    tree = ast.walk(_parsed(expression))
    return frozenset(node.id for node in tree if isinstance(node, ast.Name)).difference(_FUNCTIONS)


def safe_eval(expression: str, names: Mapping[str, Scalar]) -> Scalar:
    """The value of an arithmetic expression over ``names``.

    Knows numbers, strings (to compare), names, ``+ - * / // % **``, comparisons, ``in`` on tuples,
    ``and or not``, and ``min max abs``.

    Raises:
        DrawError: anything else, an unknown name, a division by zero, an integer beyond 64 bits, a result
            that is not finite or not real.
    """
    try:
        return _single(_parsed(expression), names, MAX_DEPTH)
    except DrawError as error:
        raise DrawError(f"{expression!r}: {error}") from None
    except (ZeroDivisionError, OverflowError) as error:
        raise DrawError(f"{expression!r}: {error}") from None


@lru_cache(maxsize=256)
def _parsed(expression: str) -> ast.expr:
    if len(expression) > MAX_EXPRESSION_CHARACTERS:
        raise DrawError(f"an expression may have {MAX_EXPRESSION_CHARACTERS} characters at most")
    if "\\" in expression:  # arithmetic needs none, and Python warns of unknown escapes while it parses
        raise DrawError("a backslash is not arithmetic")
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else str(error)
        raise DrawError(f"not an expression ({reason})") from None


def _value(node: ast.expr, names: Mapping[str, Scalar], depth: int) -> _Value:
    rule = _RULES.get(type(node))
    if rule is None:
        raise DrawError(f"{type(node).__name__} is not arithmetic")
    if not depth:
        raise DrawError("nested too deeply")
    return rule(node, names, depth - 1)


def _single(node: ast.expr, names: Mapping[str, Scalar], depth: int) -> Scalar:
    value = _value(node, names, depth)
    if isinstance(value, tuple):
        raise DrawError("a tuple may stand only behind 'in'")
    return value


def _number(node: ast.expr, names: Mapping[str, Scalar], depth: int) -> int | float:
    value = _value(node, names, depth)
    if isinstance(value, int | float):
        return value
    raise DrawError(f"{value!r} is not a number")


def _bounded(value: object) -> Scalar:
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        raise DrawError(f"a number beyond {MAX_INTEGER_BITS} bits")
    if isinstance(value, float) and not math.isfinite(value):
        raise DrawError("a number that is not finite")
    if isinstance(value, bool | int | float | str):
        return value
    raise DrawError(f"{value!r} is not a real number")


def _constant(node: ast.Constant, _names: Mapping[str, Scalar], _depth: int) -> Scalar:
    return _bounded(node.value)


def _name(node: ast.Name, names: Mapping[str, Scalar], _depth: int) -> Scalar:
    if node.id not in names:
        raise DrawError(f"'{node.id}' is not a parameter")
    return _bounded(names[node.id])


def _tuple(node: ast.Tuple, names: Mapping[str, Scalar], depth: int) -> tuple[Scalar, ...]:
    return tuple(_single(element, names, depth) for element in node.elts)


def _unary(node: ast.UnaryOp, names: Mapping[str, Scalar], depth: int) -> Scalar:
    if isinstance(node.op, ast.Not):
        return not _single(node.operand, names, depth)
    sign = _SIGNS.get(type(node.op))
    if sign is None:
        raise DrawError("'~' is not arithmetic")
    return _bounded(sign(_number(node.operand, names, depth)))


def _binary(node: ast.BinOp, names: Mapping[str, Scalar], depth: int) -> Scalar:
    calculate = _ARITHMETIC.get(type(node.op))
    if calculate is None:
        raise DrawError(f"{type(node.op).__name__} is not arithmetic")
    left, right = _number(node.left, names, depth), _number(node.right, names, depth)
    # Bounded before it is computed: 9**9**9 must cost nothing.
    if calculate is operator.pow and abs(right) > MAX_EXPONENT:
        raise DrawError(f"an exponent may be {MAX_EXPONENT} at most")
    return _bounded(calculate(left, right))


def _compare(node: ast.Compare, names: Mapping[str, Scalar], depth: int) -> bool:
    left = _value(node.left, names, depth)
    for op, operand in zip(node.ops, node.comparators, strict=True):
        right = _value(operand, names, depth)
        if not _holds(type(op), left, right):
            return False
        left = right
    return True


def _holds(op: type[ast.cmpop], left: _Value, right: _Value) -> bool:
    if op in (ast.In, ast.NotIn):
        if not isinstance(right, tuple):
            raise DrawError("'in' needs a tuple on its right")
        return (left in right) is (op is ast.In)
    if isinstance(left, tuple) or isinstance(right, tuple):
        raise DrawError("a tuple may stand only behind 'in'")
    if op in _EQUALITIES:
        return _EQUALITIES[op](left, right)
    if op not in _ORDERINGS:
        raise DrawError(f"{op.__name__} is not a comparison of values")
    if isinstance(left, str) or isinstance(right, str):
        raise DrawError("only numbers have an order")
    return _ORDERINGS[op](left, right)


def _boolean(node: ast.BoolOp, names: Mapping[str, Scalar], depth: int) -> bool:
    operands = (bool(_single(operand, names, depth)) for operand in node.values)
    return any(operands) if isinstance(node.op, ast.Or) else all(operands)


def _call(node: ast.Call, names: Mapping[str, Scalar], depth: int) -> Scalar:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in _FUNCTIONS or node.keywords:
        raise DrawError(f"only {', '.join(_FUNCTIONS)} of numbers can be called")
    numbers = [_number(argument, names, depth) for argument in node.args]
    if name == "abs" and len(numbers) == 1:
        return _bounded(abs(numbers[0]))
    if name == "abs" or len(numbers) < 2:  # noqa: PLR2004 - min and max compare
        raise DrawError(f"{name} cannot take {len(numbers)} numbers")
    return min(numbers) if name == "min" else max(numbers)


_RULES: Mapping[type[ast.expr], Callable[[Any, Mapping[str, Scalar], int], _Value]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Tuple: _tuple,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.Call: _call,
}
