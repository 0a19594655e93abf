"""Which sentences the errors of the program are made of, read from its source: for tests of their translation."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import quizzer

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(quizzer.__file__).parent
_EXPLAINED = frozenset(
    {
        "QuizzerError",
        "UsageError",
        "InputError",
        "JudgeError",
        "EnvironmentProblem",
        "SearchError",
        "StaleAnswerError",
        "UncomputedAnswer",
    }
)
"""What reaches the learner's terminal as an error of its own."""
_MAKERS = {"_wrong": 1, "_error": 0, "refusal": 0, "fail": 0}
"""Methods that make one, and which of their arguments is the message; a hint may come next."""
_MODULES_OF_MAKERS = ("search_parse.py", "zip_members.py", "handout.py", "lazy.py", "completion.py")


class Sentence(NamedTuple):
    """A template of a message or a hint, ``{}`` where a value goes, and where it is raised."""

    template: str
    place: str


def raised_sentences() -> Iterator[Sentence]:
    """Every message and hint of an explained error that is written out where it is raised or nearby."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            around = [one for one in functions if one.lineno <= call.lineno <= (one.end_lineno or 0)]
            scope = max(around, key=lambda one: one.lineno, default=tree)
            for node in _spoken(call, makers=path.name in _MODULES_OF_MAKERS):
                for template in _templates(node, scope, tree):
                    yield Sentence(template, f"{path.relative_to(SOURCE.parent)}:{call.lineno}")


def _spoken(call: ast.Call, *, makers: bool) -> list[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    hints = [keyword.value for keyword in call.keywords if keyword.arg == "hint"]
    if name in _EXPLAINED:
        return [*call.args[:1], *hints]
    return [*call.args[_MAKERS[name] :][:2], *hints] if makers and name in _MAKERS else []


def _templates(node: ast.expr, scope: ast.AST, tree: ast.Module) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _templates(node.body, scope, tree)
        yield from _templates(node.orelse, scope, tree)
    elif isinstance(node, ast.BinOp):
        for left in _templates(node.left, scope, tree):
            for right in _templates(node.right, scope, tree):
                yield left + right
    elif isinstance(node, ast.Name):
        for value in _assigned(node.id, scope) or _assigned(node.id, tree):
            yield from _templates(value, scope, tree)


def _assigned(name: str, scope: ast.AST) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign) and any(getattr(target, "id", None) == name for target in node.targets)
    ]
