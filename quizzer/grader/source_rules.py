"""Source rules: which forbidden torch names a submission mentions, by reading its syntax tree only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNSEEN = frozenset((
    "torch.jit.CompilationUnit", "torch.jit.script", "torch.jit.trace", "torch.jit.trace_module", "torch.jit.load",
    "torch.compile", "torch.export.export", "torch.utils.cpp_extension.load_inline", "torch.utils.cpp_extension.load",
))  # fmt: skip
"""Not to be named where anything is forbidden."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A forbidden name in the source; line and column count from 1, in characters.

    ``text`` is that line, and ``end`` the column after the name's last character there.
    """

    name: str
    line: int
    column: int
    end: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A dotted name and the part of the tree that says it."""

    name: str
    node: ast.expr | ast.alias


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
    lines = _LINE_END.split(source)
    found: dict[tuple[int, int], Violation] = {}
    for mention in _mentions(tree, aliases):
        if mention.name in unseen or _matches(mention.name, rules):
            one = _violation(mention, lines)
            # The longest of a.b and a.b.c, which begin at one place.
            known = found.get((one.line, one.column))
            if known is None or len(known.name) < len(one.name):
                found[one.line, one.column] = one
    return tuple(found[place] for place in sorted(found))


def _violation(mention: _Mention, lines: list[str]) -> Violation:
    node = mention.node
    text = lines[node.lineno - 1] if node.lineno <= len(lines) else ""
    data = text.encode()
    whole = node.end_lineno == node.lineno and node.end_col_offset is not None
    # The parser counts bytes.
    start, end = (
        len(data[:offset].decode(errors="ignore"))
        for offset in (node.col_offset, node.end_col_offset if whole else len(data))
    )
    return Violation(mention.name, node.lineno, start + 1, end + 1, text)


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


def _mentions(tree: ast.AST, aliases: dict[str, str]) -> Iterator[_Mention]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute() | ast.Name(ctx=ast.Load()):
                name = _dotted(node, aliases)
                if name is not None:
                    yield _Mention(name, node)
            case ast.ImportFrom(module=str() as module, names=names, level=0):
                for item in names:
                    yield _Mention(f"{module}.{item.name}", item)
            case ast.Call(func=ast.Name(id="getattr"), args=[target, ast.Constant(value=str() as attribute), *_]):
                name = _dotted(target, aliases)
                if name is not None:
                    yield _Mention(f"{name}.{attribute}", node)


def _dotted(node: ast.expr, aliases: dict[str, str]) -> str | None:
    match node:
        case ast.Name(id=name):
            return aliases.get(name)
        case ast.Attribute(value=value, attr=attribute):
            base = _dotted(value, aliases)
            return None if base is None else f"{base}.{attribute}"
    return None
