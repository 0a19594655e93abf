"""What can be known of ``checks.py`` without running it: its checks, from their decorators' literal arguments."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import Location
from quizzer.domain.exercise import CheckInfo
from quizzer.domain.text import DEFAULT_LANGUAGE, LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizzer.content.problems import Problems
    from quizzer.content.version import Span

MAX_POINTS = 1000
CHECKS_MODULE = "quizzer.checks"
_ARGUMENTS = ("title", "points", "hint", "visible")


@dataclass(frozen=True, slots=True)
class ChecksSource:
    """The checks of a file in their order, and the parts of its source that do not judge."""

    checks: tuple[CheckInfo, ...]
    unjudging: tuple[Span, ...]
    """Titles, hints and marks of visibility: they may change without making another exercise."""


def read_checks(path: str, source: str, tree: ast.Module, *, problems: Problems) -> ChecksSource:
    """Read every function that is decorated with ``@check``; what is wrong is reported at its place."""
    reader = _Reader(path, source, problems)
    names = reader.imported_names(tree)
    checks = tuple(reader.checks(tree, names))
    if not checks and not reader.found_any:
        location = Location(path, 1, 1)
        problems.error("E331", location, "there are no checks here", hint=f"from {CHECKS_MODULE} import check")
    return ChecksSource(checks, tuple(reader.unjudging))


class _Reader:
    def __init__(self, path: str, source: str, problems: Problems) -> None:
        self._path = path
        self._lines = source.split("\n")
        self._problems = problems
        self.unjudging: list[Span] = []
        self.found_any = False

    def imported_names(self, tree: ast.Module) -> frozenset[str]:
        """The names under which this file knows ``quizzer.checks.check``."""
        return frozenset(
            alias.asname or alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module == CHECKS_MODULE
            for alias in node.names
            if alias.name == "check"
        )

    def checks(self, tree: ast.Module, names: frozenset[str]) -> Iterator[CheckInfo]:
        first: dict[str, int] = {}
        top = {id(node) for node in tree.body}
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            decorators = [node for node in function.decorator_list if _called(node) in names]
            if not decorators:
                continue
            self.found_any = True
            if id(function) not in top:
                self._error("E337", function, f"check '{function.name}' must stand at the top level")
                continue
            if function.name in first:
                message = f"check '{function.name}' is defined twice (first on line {first[function.name]})"
                self._error("E333", function, message)
            first.setdefault(function.name, function.lineno)
            self._check_signature(function)
            info = self._info(function.name, decorators[0])
            if info is not None:
                yield info

    def _error(
        self, code: str, node: ast.expr | ast.stmt | ast.keyword, message: str, *, hint: str | None = None
    ) -> None:
        # Python counts columns in UTF-8 bytes.
        line = self._lines[node.lineno - 1].encode()[: node.col_offset].decode(errors="ignore")
        self._problems.error(code, Location(self._path, node.lineno, len(line) + 1), message, hint=hint)

    def _check_signature(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        arguments = function.args
        plain = len(arguments.posonlyargs) + len(arguments.args)
        others = arguments.vararg or arguments.kwarg or arguments.kwonlyargs
        if isinstance(function, ast.AsyncFunctionDef) or others or plain != 2:  # noqa: PLR2004
            self._error("E335", function, f"check '{function.name}' must be def {function.name}(learner, case)")

    def _info(self, name: str, decorator: ast.expr) -> CheckInfo | None:
        arguments = self._arguments(decorator)
        if arguments is None:
            return None
        if "title" not in arguments:
            self._error("E336", decorator, f"check '{name}' has no title", hint='@check("What is checked")')
            return None
        title = self._text(arguments["title"], "title")
        hint = self._text(arguments["hint"], "hint") if "hint" in arguments else None
        points = self._points(arguments["points"]) if "points" in arguments else 1.0
        visible = self._visible(arguments["visible"]) if "visible" in arguments else False
        self.unjudging += [_span(arguments[key]) for key in ("title", "hint") if key in arguments]
        if "visible" in arguments:
            self.unjudging.append(_span_of_mark(arguments))
        return CheckInfo(name, title, points, hint, visible) if title is not None and points is not None else None

    def _arguments(self, decorator: ast.expr) -> dict[str, ast.expr] | None:
        if not isinstance(decorator, ast.Call):
            self._error("E336", decorator, "@check needs a title", hint='@check("What is checked")')
            return None
        named = dict(zip(_ARGUMENTS[:1], decorator.args, strict=False))
        if len(decorator.args) > 1:
            self._error("E336", decorator.args[1], "@check takes its title first; name the others (points=, hint=)")
            return None
        for keyword in decorator.keywords:
            if keyword.arg is None or keyword.arg not in _ARGUMENTS:
                shown = f"'{keyword.arg}'" if keyword.arg else "**"
                self._error("E336", keyword, f"@check knows no {shown}; it knows {', '.join(_ARGUMENTS)}")
                return None
            named[keyword.arg] = keyword.value
        return named

    def _text(self, node: ast.expr, what: str) -> Text | None:
        value = self._literal(node, what)
        if value is None:
            return None
        versions = value if isinstance(value, dict) else {DEFAULT_LANGUAGE: value}
        texts = {key: text for key, text in versions.items() if isinstance(text, str) and text.strip()}
        if not versions or len(texts) < len(versions) or not texts.keys() <= set(LANGUAGES):
            message = f"the {what} must be text, or a mapping of languages ({', '.join(LANGUAGES)}) to texts"
            self._error("E332", node, message)
            return None
        return Text.of(texts)

    def _points(self, node: ast.expr) -> float | None:
        value = self._literal(node, "points")
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MAX_POINTS:
            return float(value)
        if value is not None:
            self._error("E334", node, f"points must be a number above 0, at most {MAX_POINTS}")
        return None

    def _visible(self, node: ast.expr) -> bool:
        value = self._literal(node, "visible")
        if value is not None and not isinstance(value, bool):
            self._error("E338", node, "visible must be True or False")
        return value is True

    def _literal(self, node: ast.expr, what: str) -> object:
        try:
            value = ast.literal_eval(node)
        except (ValueError, TypeError, SyntaxError, RecursionError):
            value = None
        if value is None:
            hint = "it is read without running the file"
            self._error("E332", node, f"the {what} must be written out", hint=hint)
        return value


def _called(node: ast.expr) -> str | None:
    function = node.func if isinstance(node, ast.Call) else node
    return function.id if isinstance(function, ast.Name) else None


def _span(node: ast.expr) -> Span:
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0


def _span_of_mark(arguments: Mapping[str, ast.expr]) -> Span:
    """From the end of the argument before ``visible``, so that nothing of the mark is left."""
    *_, last, end = mark = _span(arguments["visible"])
    before = [span for span in map(_span, arguments.values()) if span < mark]
    return (*max(before)[2:], last, end) if before else mark
