"""Author's Python, parsed and never run: syntax errors become diagnostics."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, Literal

from quizzer.domain.errors import Location

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from quizzer.content.problems import Problems


# Words but attributes and the names of keyword arguments: more than an expression reads, never less.
_NAME = re.compile(r"(?<![.\w])[^\W\d]\w*(?!\w|\s*=(?!=))")


class PythonError(ValueError):
    """Source that is not Python; ``line`` and ``column`` count from 1."""

    def __init__(self, message: str, *, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def parse_python(source: str, *, mode: Literal["exec", "eval"] = "exec") -> ast.Module | ast.Expression:
    """The syntax tree of ``source``; raises PythonError if there is none."""
    with warnings.catch_warnings():
        # A dubious escape is the author's business when the file runs, not the reader's.
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source, mode=mode)
        except SyntaxError as error:
            message = f"this is not Python: {error.msg}"
            raise PythonError(message, line=error.lineno or 1, column=max(error.offset or 1, 1)) from None
        except (ValueError, RecursionError, MemoryError) as error:
            raise PythonError(f"this is not Python: {error}", line=1, column=1) from None
    assert isinstance(tree, ast.Module | ast.Expression)
    return tree


def is_expression_of(source: str, names: AbstractSet[str]) -> bool:
    """Tell quickly that ``source`` is an expression which reads no other names; False where it takes a closer look.

    A fifth of the time of a tree, which most expressions of most cards are spared.
    """
    # An f-string may read what stands before a '=': f"{name=}".
    if ("{" in source and "=" in source) or not names >= set(_NAME.findall(source)):
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "", "eval", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def module_tree(path: str, source: str, *, problems: Problems) -> ast.Module | None:
    """The tree of a Python file; None after a diagnostic."""
    try:
        tree = parse_python(source)
    except PythonError as error:
        problems.error("E112", Location(path, error.line, error.column), error.message)
        return None
    assert isinstance(tree, ast.Module)
    return tree


def free_names(tree: ast.AST) -> frozenset[str]:
    """The names that an expression reads and does not bind itself (in a comprehension or a lambda)."""
    read: set[str] = set()
    bound: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
    return frozenset(read - bound)


def top_level_names(tree: ast.Module) -> frozenset[str]:
    """The names that a module defines, in whatever branch of its top level."""
    names: set[str] = set()
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
        waiting.extend(ast.iter_child_nodes(node))
    return frozenset(names)
