"""A Python source with its tree, and changes to it by replacing characters: comments and layout stay as they are."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

_ATOMS = (
    ast.Name, ast.Attribute, ast.Call, ast.Constant, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.ListComp,
    ast.JoinedStr, ast.Tuple,
)  # fmt: skip
_BINDING_PARENTS = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.Attribute, ast.Subscript, ast.Starred)
_BETWEEN = r"(?:[\s()\\]|#[^\n]*\n)*"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One mutation of a source: its edits, the first of which says where it is, and what it does in a few words.

    ``below`` is a line that the change needs at the end of the file.
    """

    edits: tuple[Edit, ...]
    told: str
    below: str = ""


Operator: TypeAlias = Callable[["Source", ast.AST], Iterator[Change]]
"""The changes of one kind that a node allows."""


class Source:
    """A parsed source; raises SyntaxError where there is none to parse."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = parsed(text)
        self._parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node that has a place, as they stand in the text, the outer ones first."""
        placed = [node for node in ast.walk(self.tree) if hasattr(node, "lineno")]
        return tuple(sorted(placed, key=lambda node: (self.span(node)[0], -self.span(node)[1])))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node around this one."""
        return self._parents.get(node)

    def function(self, node: ast.AST) -> Function | None:
        """The innermost function around a node."""
        found = self.parent(node)
        while found is not None and not isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef):
            found = self.parent(found)
        return found

    def inside(self, node: ast.AST, kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> bool:
        """Whether a node stands in one of this kind."""
        found = self.parent(node)
        while found is not None and not isinstance(found, kind):
            found = self.parent(found)
        return found is not None

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node's characters start and end."""
        return (
            self._index(getattr(node, "lineno", 1), getattr(node, "col_offset", 0)),
            self._index(getattr(node, "end_lineno", 1), getattr(node, "end_col_offset", 0)),
        )

    def _index(self, line: int, byte_column: int) -> int:
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        # The tree counts bytes, and a comment or string may have wider characters before the node.
        return start + len(self.text[start:end].encode()[:byte_column].decode())

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        before = self.text[:index]
        return before.count("\n") + 1, index - before.rfind("\n")

    def of(self, node: ast.AST) -> str:
        """A node's text, without parentheses around it."""
        start, end = self.span(node)
        return self.text[start:end]

    def indentation(self, node: ast.AST) -> str:
        """The white space that begins a statement's line."""
        return " " * getattr(node, "col_offset", 0)

    def replaced(self, node: ast.AST, text: str) -> Edit:
        """A node's text gives way."""
        start, end = self.span(node)
        return Edit(start, end, text)

    def kept(self, node: ast.AST, part: ast.AST) -> Edit:
        """Of a node only a part is left, in parentheses where the neighbours would take it apart."""
        start, end = self.span(node)
        return Edit(start, end, self.bound(part, within=self.parent(node), start=start, end=end))

    def bound(self, part: ast.AST, *, within: ast.AST | None, start: int, end: int) -> str:
        """A part's text as it can stand as an operand of ``within``, in place of the characters given."""
        text = self.of(part)
        enclosed = self.text[max(start - 1, 0) : start] == "(" and self.text[end : end + 1] == ")"
        if isinstance(part, _ATOMS) or enclosed or not isinstance(within, _BINDING_PARENTS):
            return text if "\n" not in text or enclosed else f"({text})"
        return f"({text})"

    def sign_edit(self, left: ast.AST, sign: str, right: ast.AST, text: str) -> Edit | None:
        """The sign between two operands gives way; None where it is not found."""
        start, end = self.span(left)[1], self.span(right)[0]
        spaced = re.sub(r"\\? ", r"\\s+", re.escape(sign))
        found = re.compile(f"{_BETWEEN}({spaced})").match(self.text, start, end)
        return Edit(found.start(1), found.end(1), text) if found else None

    def apply(self, edits: tuple[Edit, ...]) -> str:
        """The text after edits that do not overlap."""
        text = self.text
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text


def parsed(text: str) -> ast.Module:
    """The tree of a source, without a word on dubious escapes; raises SyntaxError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def name_of(node: ast.AST) -> str:
    """The dotted name of an expression (``torch.nn.Parameter``); empty where it has none."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def called(node: ast.AST) -> str:
    """The last name of what a call calls (``mean`` for ``x.mean(0)``); empty where the node is none."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else name_of(node.func)


def is_method(node: ast.Call) -> bool:
    """Whether a call is made on a value: ``x.mean()``, and not ``torch.mean(x)`` or ``F.relu(x)``."""
    return isinstance(node.func, ast.Attribute) and name_of(node.func.value) not in MODULES


MODULES = frozenset(
    {"torch", "F", "nn", "torch.nn", "torch.nn.functional", "nn.functional", "torch.linalg", "torch.special", "math",
     "torch.autograd", "torch.optim", "np", "numpy", "random"}
)  # fmt: skip
"""Names that solutions give to modules, and not to tensors."""


def keyword(node: ast.Call, *names: str) -> ast.keyword | None:
    """The first keyword of a call with one of these names."""
    return next((one for one in node.keywords if one.arg in names), None)
