"""Mutations of expressions: terms, factors, signs, comparisons, constants, defaults, arguments, slices. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from quizzer.domain.mutation.source import Change, Edit, Source, called

_SIGNS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "//"), ast.Pow: ("**", "*"), ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"),
}  # fmt: skip
_UNORDERED = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)
_BOUNDS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
}  # fmt: skip
_OPPOSITES: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"), ast.Lt: ("<", ">"), ast.LtE: ("<=", ">="),
    ast.Gt: (">", "<"), ast.GtE: (">=", "<="),
}  # fmt: skip
_TINY = 1e-3
"""A constant below this guards a division; what is far from it changes more than rounding."""
_UNSWAPPED = frozenset(
    {"isinstance", "range", "register_buffer", "getattr", "setattr", "hasattr", "get", "maximum", "minimum", "mse_loss",
     "l1_loss", "equal", "allclose", "MSELoss"}
)  # fmt: skip
"""What means the same with its arguments swapped, or nothing at all."""


def term_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """One side of a sum or difference is left."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield _one_side(source, node, node.left)
        if isinstance(node.op, ast.Add):
            yield _one_side(source, node, node.right)


def factor_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """One side of a product, quotient, power or conjunction of masks is left."""
    kinds = ast.Mult | ast.Div | ast.FloorDiv | ast.Pow | ast.BitAnd | ast.BitOr | ast.Mod
    if isinstance(node, ast.BinOp) and isinstance(node.op, kinds):
        yield _one_side(source, node, node.left)
        if isinstance(node.op, _UNORDERED):
            yield _one_side(source, node, node.right)


def _one_side(source: Source, node: ast.BinOp, side: ast.expr) -> Change:
    return Change((source.kept(node, side),), f"{_short(source.of(node))} becomes {_short(source.of(side))}")


def complement(source: Source, node: ast.AST) -> Iterator[Change]:
    """The probability p for 1 - p."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant):
        if node.left.value == 1:
            yield Change((source.kept(node, node.right),), f"{source.of(node)} becomes {source.of(node.right)}")
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for draw, side in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            if called(draw).startswith("rand") and not isinstance(side, ast.BinOp):
                told = f"{source.of(side)} becomes 1 - {source.of(side)}"
                yield Change((source.replaced(side, f"(1 - {source.of(side)})"),), told)


def other_sign(source: Source, node: ast.AST) -> Iterator[Change]:
    """Another operator between the same operands; a minus left out."""
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        sign, other = _SIGNS[type(node.op)]
        edit = source.sign_edit(node.left, sign, node.right, other)
        if edit is not None:
            yield Change((edit,), f"{sign} becomes {other}")
    if isinstance(node, ast.AugAssign) and type(node.op) in _SIGNS:
        sign, other = _SIGNS[type(node.op)]
        edit = source.sign_edit(node.target, f"{sign}=", node.value, f"{other}=")
        if edit is not None:
            yield Change((edit,), f"{sign}= becomes {other}=")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Invert):
        yield Change((source.kept(node, node.operand),), f"{source.of(node)[0]} is dropped")


def operands_swapped(source: Source, node: ast.AST) -> Iterator[Change]:
    """The operands of an operator that minds their order."""
    if isinstance(node, ast.BinOp) and not isinstance(node.op, (*_UNORDERED, ast.Mod)):
        edits = tuple(
            Edit(start, end, source.bound(other, within=node, start=start, end=end))
            for (start, end), other in ((source.span(node.left), node.right), (source.span(node.right), node.left))
        )
        yield Change(edits, f"the operands of {_short(source.of(node))} are swapped")


def bound_moved(source: Source, node: ast.AST) -> Iterator[Change]:
    """A limit belongs to the other side."""
    yield from _compared(source, node, _BOUNDS)


def comparison_turned(source: Source, node: ast.AST) -> Iterator[Change]:
    """The opposite comparison."""
    yield from _compared(source, node, _OPPOSITES)


def _compared(source: Source, node: ast.AST, signs: dict[type[ast.cmpop], tuple[str, str]]) -> Iterator[Change]:
    if not isinstance(node, ast.Compare):
        return
    for (left, right), comparison in zip(pairwise((node.left, *node.comparators)), node.ops, strict=True):
        if type(comparison) in signs:
            sign, other = signs[type(comparison)]
            edit = source.sign_edit(left, sign, right, other)
            if edit is not None:
                yield Change((edit,), f"{sign} becomes {other}")


def other_constant(source: Source, node: ast.AST) -> Iterator[Change]:
    """Another number, or the other truth value."""
    if isinstance(node, ast.Constant) and not _is_default(source, node):
        yield from _other_values(source, node)


def other_default(source: Source, node: ast.AST) -> Iterator[Change]:
    """Another default of an argument."""
    if isinstance(node, ast.Constant) and _is_default(source, node):
        yield from _other_values(source, node)


def _is_default(source: Source, node: ast.expr) -> bool:
    found: ast.AST | None = node
    while isinstance(found, ast.Constant | ast.UnaryOp | ast.Tuple):
        found = source.parent(found)
    return isinstance(found, ast.arguments)


def _other_values(source: Source, node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield _becomes(source, node, str(not value))
    elif isinstance(value, int):
        yield _becomes(source, node, str(value + 1))
        if value == 1 and not isinstance(source.parent(node), ast.BinOp):
            yield _becomes(source, node, "0")
    elif isinstance(value, float):
        yield _becomes(source, node, "1.0" if value == 0 else str(value * (1000 if abs(value) < _TINY else 2)))


def _becomes(source: Source, node: ast.expr, text: str) -> Change:
    return Change((source.replaced(node, text),), f"{source.of(node)} becomes {text}")


def arguments_swapped(source: Source, node: ast.AST) -> Iterator[Change]:
    """Two neighbours among the arguments of a call, or of a result, change places."""
    if isinstance(node, ast.Call) and called(node) not in _UNSWAPPED:
        neighbours = list(pairwise(node.args))
    elif isinstance(node, ast.Tuple) and isinstance(source.parent(node), ast.Return):
        neighbours = list(pairwise(node.elts))
    else:
        return
    for first, second in neighbours:
        one, other = source.of(first), source.of(second)
        if one != other and not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
            edits = (source.replaced(first, other), source.replaced(second, one))
            yield Change(edits, f"{_short(one)} and {_short(other)} are swapped")


def argument_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """A keyword argument left to its default."""
    if not isinstance(node, ast.Call) or called(node) == "super":
        return
    for one in node.keywords:
        if one.arg is not None and one.arg not in ("keepdim", "device", "dtype"):
            yield Change((_without(source, node, one),), f"{one.arg} is left to its default")


def _without(source: Source, node: ast.Call, gone: ast.keyword) -> Edit:
    """A call without one of its keywords and the comma that parted it."""
    start, end = source.span(gone)
    before = [source.span(one)[1] for one in (*node.args, *node.keywords) if source.span(one)[1] <= start]
    if before and "#" not in source.text[max(before) : start]:
        tail = source.text[max(before) : start]
        return Edit(max(before) + tail.index(","), end, "")
    after = source.text[end:]
    comma = len(after) - len(after.lstrip().removeprefix(",").lstrip(" "))
    return Edit(start, end + comma if after.lstrip().startswith(",") else end, "")


def off_by_one(source: Source, node: ast.AST) -> Iterator[Change]:
    """A range or a slice that starts or ends one later or earlier."""
    if isinstance(node, ast.Call) and called(node) == "range" and 1 <= len(node.args) <= 2:  # noqa: PLR2004
        stop = node.args[-1]
        yield Change((source.replaced(stop, f"{source.of(stop)} - 1"),), "the range ends one earlier")
        if len(node.args) == 1:
            start = source.span(stop)[0]
            yield Change((Edit(start, start, "1, "),), "the range starts at 1")
    if isinstance(node, ast.Slice):
        for name, bound in (("starts", node.lower), ("ends", node.upper)):
            if bound is not None and not isinstance(bound, ast.Constant):
                text = f"({source.of(bound)}) + 1"
                yield Change((source.replaced(bound, text),), f"the slice {name} one later")


def _short(text: str) -> str:
    """A text in one line that a reader takes in at a glance."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004 - half a terminal's line
