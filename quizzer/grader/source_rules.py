"""Source rules: which forbidden torch names a submission mentions, by reading its syntax tree only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_UNSEEN = frozenset((
    "torch.jit.CompilationUnit", "torch.jit.script", "torch.jit.trace", "torch.jit.trace_module", "torch.jit.load",
    "torch.compile", "torch.export.export", "torch.utils.cpp_extension.load_inline", "torch.utils.cpp_extension.load",
))  # fmt: skip
"""Not to be named where anything is forbidden."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A forbidden name in the source; line and column count from 1."""

    name: str
    line: int
    column: int


def violations(source: str, forbidden: tuple[str, ...]) -> tuple[Violation, ...]:
    """Every place where ``source`` names one of the dotted ``forbidden`` names, through any import alias.

    Source that does not parse has none: it will not be imported either.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    rules = frozenset(forbidden)
    # A compiled call runs where nobody can watch which functions it reaches.
    unseen = _UNSEEN if forbidden else frozenset()
    aliases = dict(_aliases(tree))
    found = {
        violation
        for violation in _mentions(tree, aliases)
        if violation.name in unseen or _matches(violation.name, rules)
    }
    return tuple(sorted(found, key=lambda violation: (violation.line, violation.column)))


def _matches(name: str, rules: frozenset[str]) -> bool:
    # torch.nn.modules.dropout.Dropout is torch.nn.Dropout by another road.
    return name in rules or (
        name.startswith("torch.") and any(name.rsplit(".", 1)[-1] == rule.rsplit(".", 1)[-1] for rule in rules)
    )


def _aliases(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Local name to dotted name, for every import and every plain ``a = b.c`` of an imported name."""
    known = {"torch": "torch"}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for item in names:
                    known[item.asname or item.name.split(".")[0]] = (
                        item.name if item.asname else item.name.split(".")[0]
                    )
            case ast.ImportFrom(module=str() as module, names=names, level=0):
                for item in names:
                    known[item.asname or item.name] = f"{module}.{item.name}"
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name() | ast.Attribute() as value):
                dotted = _dotted(value, known)
                if dotted is not None and dotted.startswith("torch"):
                    known.setdefault(name, dotted)
    yield from known.items()


def _mentions(tree: ast.AST, aliases: dict[str, str]) -> Iterator[Violation]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute() | ast.Name(ctx=ast.Load()):
                name = _dotted(node, aliases)
                if name is not None:
                    yield Violation(name, node.lineno, node.col_offset + 1)
            case ast.ImportFrom(module=str() as module, names=names, level=0):
                for item in names:
                    yield Violation(f"{module}.{item.name}", item.lineno, item.col_offset + 1)
            case ast.Call(func=ast.Name(id="getattr"), args=[target, ast.Constant(value=str() as attribute), *_]):
                name = _dotted(target, aliases)
                if name is not None:
                    yield Violation(f"{name}.{attribute}", node.lineno, node.col_offset + 1)


def _dotted(node: ast.expr, aliases: dict[str, str]) -> str | None:
    match node:
        case ast.Name(id=name):
            return aliases.get(name)
        case ast.Attribute(value=value, attr=attribute):
            base = _dotted(value, aliases)
            return None if base is None else f"{base}.{attribute}"
    return None
