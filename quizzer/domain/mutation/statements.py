"""Mutations of statements: conditions, loops, statements left out, other exceptions. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quizzer.domain.mutation.source import Change, Edit, Source, called, name_of


def condition_fixed(source: Source, node: ast.AST) -> Iterator[Change]:
    """A condition that always holds, or never; of a loop, only never: it would not end."""
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Constant):
        for text in ("False",) if isinstance(node, ast.While) else ("True", "False"):
            yield Change((source.replaced(node.test, text),), f"the condition is always {text}")
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield Change((source.replaced(test, "True"),), "the condition is always True")


def condition_negated(source: Source, node: ast.AST) -> Iterator[Change]:
    """The opposite condition."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Change((source.kept(node, node.operand),), "not is dropped")
    elif isinstance(node, ast.If | ast.IfExp) and not _turns_by_itself(node.test):
        yield Change((source.replaced(node.test, f"not ({source.of(node.test)})"),), "the condition is negated")


def _turns_by_itself(test: ast.expr) -> bool:
    """Whether another operator negates this condition as well."""
    negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    return negated or (isinstance(test, ast.Compare) and len(test.ops) == 1)


def condition_weakened(source: Source, node: ast.AST) -> Iterator[Change]:
    """``or`` for ``and`` and the other way round; one of several conditions left out."""
    if not isinstance(node, ast.BoolOp):
        return
    sign, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    edits = [
        source.sign_edit(left, sign, right, other) for left, right in zip(node.values, node.values[1:], strict=False)
    ]
    if all(edits):
        yield Change(tuple(edit for edit in edits if edit is not None), f"{sign} becomes {other}")
    neutral = "True" if isinstance(node.op, ast.And) else "False"
    for value in node.values:
        yield Change((source.replaced(value, neutral),), f"{source.of(value)} is left out")


def statement_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """A statement without which the rest still runs."""
    if isinstance(node, ast.stmt) and _can_go(source, node):
        yield Change((source.replaced(node, "pass"),), f"{source.of(node).splitlines()[0]} is dropped")


def _can_go(source: Source, node: ast.stmt) -> bool:
    parent = source.parent(node)
    if source.function(node) is None or (isinstance(parent, ast.If) and parent.body == [node] and not parent.orelse):
        # Of an If that holds nothing else, the condition that never holds says the same.
        return False
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign):
        return all(_is_bound_otherwise(source, node, target) for target in node.targets)
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Assert | ast.Delete)


def _is_bound_otherwise(source: Source, node: ast.Assign, target: ast.expr) -> bool:
    """Whether a target has a value without this statement: an argument, another assignment, a place in something."""
    if isinstance(target, ast.Attribute | ast.Subscript):
        return True
    function = source.function(node)
    if not isinstance(target, ast.Name) or function is None:
        return False
    arguments = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    others = {
        one.id
        for one in ast.walk(function)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store) and one is not target
    }
    return target.id in arguments | others


def loop_cut(source: Source, node: ast.AST) -> Iterator[Change]:
    """Only the first round of a loop."""
    if isinstance(node, ast.For | ast.While):
        last = node.body[-1]
        if last.lineno == node.lineno or isinstance(last, ast.Return | ast.Raise | ast.Break):
            return
        end = source.span(last)[1]
        # A comment behind the statement stays in its line.
        newline = source.text.find("\n", end)
        end = len(source.text) if newline < 0 else newline
        yield Change((Edit(end, end, f"\n{source.indentation(last)}break"),), "the loop ends after its first round")


def other_exception(source: Source, node: ast.AST) -> Iterator[Change]:
    """An error of another type."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and name_of(node.exc.func):
        other = "TypeError" if called(node.exc) == "ValueError" else "ValueError"
        yield Change((source.replaced(node.exc.func, other),), f"{name_of(node.exc.func)} becomes {other}")
