"""Submissions inside a notebook: the cells that belong to an exercise, as one source that keeps their order.

Only definitions come along from other cells (imports, functions, classes, plain constants), so a notebook's training
loops, plots and downloads are not run. Every line of every code cell keeps a line of its own, blank where it is left
out, so a place in the source is a place in a cell.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizzer.domain.errors import InputError, Location
from quizzer.domain.text import Text
from quizzer.services.submission_file import find_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.domain.verdict import GradeResult

_TAG = re.compile(r"(?:quizzer|exercise):\s*(\S+)")
_MAGIC = re.compile(r"^\s*[%!?]|^[^#'\"]*\?\s*$")
_KEEPS_ITS_BODY = re.compile(r"^\s*%%(time|timeit|capture)\b")
_LINE = re.compile(r"\bline (\d+)(?=, in |$)", flags=re.MULTILINE)
_DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its number among all code cells (from 1), its lines with no magics, the exercise that it names."""

    number: int
    lines: tuple[str, ...]
    exercise: str | None


@dataclass(frozen=True, slots=True)
class NotebookSource:
    """What is judged of a notebook, and the cell and line of each of its lines."""

    source: str
    places: tuple[tuple[int, int], ...]

    def located(self, result: GradeResult) -> GradeResult:
        """The same result, its tracebacks told by cell and line."""
        checks = tuple(replace(check, message=self._text(check.message)) for check in result.checks)
        return replace(result, checks=checks, message=self._text(result.message))

    def _text(self, text: Text | None) -> Text | None:
        if text is None:
            return None
        return Text(tuple((language, _LINE.sub(self._place, words)) for language, words in text.versions))

    def _place(self, found: re.Match[str]) -> str:
        number = int(found[1])
        if not 1 <= number <= len(self.places):
            return found[0]
        cell, line = self.places[number - 1]
        return f"cell {cell} line {line}"


def read_cells(text: str, path: str) -> tuple[Cell, ...]:
    """The code cells of a notebook. Raises InputError for what is none, or is of a format before 4."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("not a notebook: it is no JSON", location=Location(path)) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise InputError(
            "not a notebook of format 4 or later", hint="open and save it in Jupyter", location=Location(path)
        )
    code = [cell for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    return tuple(_cell(number, cell) for number, cell in enumerate(code, start=1))


def exercises_in(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The exercises that the cells name, in their order."""
    return tuple(dict.fromkeys(cell.exercise for cell in cells if cell.exercise is not None))


def source_for(cells: Sequence[Cell], exercise: str, *, entry_points: Sequence[str]) -> NotebookSource:
    """What to judge by ``exercise``: the cells that name it, else all up to the last that defines an entry point."""
    named = {cell.number for cell in cells if cell.exercise == exercise}
    if named:
        last = max(named)
        chosen = [cell for cell in cells if cell.number <= last and cell.exercise in (None, exercise)]
    else:
        defining = [cell.number for cell in cells if _defines(cell, entry_points)]
        chosen = [cell for cell in cells if cell.number <= max(defining, default=0)]
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    for cell in chosen:
        kept = cell.lines if cell.number in named else _definitions(cell)
        lines += kept
        places += [(cell.number, line) for line in range(1, len(kept) + 1)]
    return NotebookSource("\n".join(lines) + "\n", tuple(places))


def _cell(number: int, plain: dict[str, Any]) -> Cell:
    source = plain.get("source", "")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    metadata = plain.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    tagged = (_TAG.fullmatch(str(tag)) for tag in tags) if isinstance(tags, list) else ()
    exercise = next((found[1] for found in tagged if found), None) or find_header(text)
    return Cell(number, tuple(_without_magics(text.split("\n"))), exercise)


def _without_magics(lines: list[str]) -> list[str]:
    first = next((line for line in lines if line.strip()), "")
    if first.lstrip().startswith("%%") and not _KEEPS_ITS_BODY.match(first):
        return [""] * len(lines)
    if _tree(lines) is not None:
        # What is Python already has no magics in it, whatever its lines look like.
        return lines
    return [_as_python(line) for line in lines]


def _as_python(line: str) -> str:
    # In the place of a statement there must be a statement: a block may hold nothing else.
    return line[: len(line) - len(line.lstrip())] + "pass" if _MAGIC.match(line) else line


def _tree(lines: Iterable[str]) -> ast.Module | None:
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _defines(cell: Cell, names: Sequence[str]) -> bool:
    tree = _tree(cell.lines)
    if tree is None:
        return False
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    found |= {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return bool(found & set(names))


def _definitions(cell: Cell) -> list[str]:
    tree = _tree(cell.lines)
    kept = [""] * len(cell.lines)
    for node in tree.body if tree is not None else ():
        if isinstance(node, _DEFINITIONS) or _is_constant(node):
            decorators = getattr(node, "decorator_list", ())
            first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
            kept[first - 1 : node.end_lineno] = cell.lines[first - 1 : node.end_lineno]
    return kept


def _is_constant(node: ast.stmt) -> bool:
    """An assignment that calls nothing: ``p = 0.5``, ``alias = function``."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    return not any(isinstance(part, ast.Call | ast.Await | ast.Yield) for part in ast.walk(node.value))
