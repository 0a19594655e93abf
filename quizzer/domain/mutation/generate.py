"""All mutants of a solution: every operator at every place, in the order of the text. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizzer.domain.mutation import expressions, statements, tensors, training
from quizzer.domain.mutation.source import Change, Operator, Source, parsed

OPERATORS: Mapping[str, Operator] = {
    "other-dim": tensors.other_dim,
    "keepdim-flipped": tensors.keepdim_flipped,
    "other-reduction": tensors.other_reduction,
    "other-correction": tensors.other_correction,
    "in-place": tensors.in_place,
    "layout-assumed": tensors.layout_assumed,
    "clone-dropped": tensors.clone_dropped,
    "transposed": tensors.transposed,
    "dtype-forced": tensors.dtype_forced,
    "device-forgotten": tensors.device_forgotten,
    "draw-cached": tensors.draw_cached,
    "mode-ignored": training.mode_ignored,
    "detach-removed": training.detach_removed,
    "detach-added": training.detach_added,
    "graph-kept": training.graph_kept,
    "registration-dropped": training.registration_dropped,
    "super-init-dropped": training.super_init_dropped,
    "zero-grad-removed": training.zero_grad_removed,
    "step-reordered": training.step_reordered,
    "complement": expressions.complement,
    "term-dropped": expressions.term_dropped,
    "factor-dropped": expressions.factor_dropped,
    "other-sign": expressions.other_sign,
    "operands-swapped": expressions.operands_swapped,
    "bound-moved": expressions.bound_moved,
    "comparison-turned": expressions.comparison_turned,
    "other-constant": expressions.other_constant,
    "other-default": expressions.other_default,
    "arguments-swapped": expressions.arguments_swapped,
    "argument-dropped": expressions.argument_dropped,
    "off-by-one": expressions.off_by_one,
    "condition-fixed": statements.condition_fixed,
    "condition-negated": statements.condition_negated,
    "condition-weakened": statements.condition_weakened,
    "statement-dropped": statements.statement_dropped,
    "loop-cut": statements.loop_cut,
    "other-exception": statements.other_exception,
}
"""By stable name; of two operators that make the same of a source, the first gives it its name."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A generated mutant: which operator made it, where, and its whole source.

    ``line`` and ``column`` count from 1. ``before`` and ``after`` are the lines that differ, without their margins.
    """

    operator: str
    line: int
    column: int
    told: str
    before: str
    after: str
    source: str


def variants(text: str) -> tuple[Variant, ...]:
    """Every mutant of ``text`` that compiles and differs from it and from those before, in the order of their places.

    Raises SyntaxError where the text is no Python.
    """
    source = Source(text)
    seen = {_compiled(text)}
    found = []
    for name, change in sorted(_changes(source), key=lambda pair: _at(pair[1])):
        changed = source.apply(change.edits)
        whole = f"{changed.rstrip()}\n\n\n{change.below}\n" if change.below else changed
        tree = _compiled(whole)
        if tree is not None and tree not in seen:
            seen.add(tree)
            line, column = source.place(_at(change))
            before, after = _difference(text, changed)
            found.append(Variant(name, line, column, change.told, before, after, whole))
    return tuple(found)


def _at(change: Change) -> int:
    return change.edits[0].start


def _changes(source: Source) -> Iterator[tuple[str, Change]]:
    places = [node for node in source.nodes if not _says_nothing(source, node)]
    for name, operator in OPERATORS.items():
        for node in places:
            for change in operator(source, node):
                yield name, change
    comprehensions = [node for node in ast.walk(source.tree) if isinstance(node, ast.comprehension)]
    for node in comprehensions:
        for change in statements.condition_fixed(source, node):
            yield "condition-fixed", change


def _says_nothing(source: Source, node: ast.AST) -> bool:
    """Whether a node is only for readers: an annotation, or a part of an error's message."""
    parent = source.parent(node)
    while parent is not None:
        if isinstance(parent, ast.Raise | ast.JoinedStr) and node is not getattr(parent, "exc", None):
            return True
        if isinstance(parent, ast.Call) and isinstance(source.parent(parent), ast.Raise) and node is not parent.func:
            return True
        if node in (getattr(parent, "annotation", None), getattr(parent, "returns", None)):
            return True
        node, parent = parent, source.parent(parent)
    return False


def _compiled(text: str) -> str | None:
    """The dumped tree of a source that compiles."""
    try:
        tree = parsed(text)
        compile(tree, "mutant", "exec")
    except (SyntaxError, ValueError):
        return None
    return ast.dump(_Simplified().visit(tree))


class _Simplified(ast.NodeTransformer):
    """``x = x`` is a statement dropped."""

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        same = len(node.targets) == 1 and ast.unparse(node.targets[0]) == ast.unparse(node.value)
        return ast.Pass() if same else node


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines from the first to the last that differ, in each text, without their margin.

    Where lines were only added or taken away, the line before them says where.
    """
    one, other = before.split("\n"), after.split("\n")
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    if start and start in (len(one) - end, len(other) - end):
        start -= 1
    return without_margin(one[start : len(one) - end]), without_margin(other[start : len(other) - end])


def without_margin(lines: list[str]) -> str:
    """Lines as one text, without the margin that all of them have."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines)
