"""The student edition of an exercise: its visible checks and what they need; no solution, and nothing of the others.

Works on source text and never runs it. A part that is kept is kept to the letter, so the edition does not depend on
the Python that made it.
"""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

from quizzer.content.exercise_models import ExerciseEntry
from quizzer.content.exercises import CHECKS_FILE, FIXTURES_FILE, STARTER_FILE, STATEMENTS
from quizzer.content.files import EXERCISE_FILE, Folder
from quizzer.content.header import read_header
from quizzer.content.problems import Problems
from quizzer.content.python_source import parse_python, top_level_names
from quizzer.domain.errors import InputError, Location

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from quizzer.domain.exercise import Exercise

_AS_THEY_ARE = (*STATEMENTS.values(), STARTER_FILE, FIXTURES_FILE, "LICENSE")
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_ASSIGNMENTS = (ast.Assign, ast.AugAssign, ast.AnnAssign)


def student_files(folder: Path, exercise: Exercise) -> dict[str, str]:
    """Path and text of each file of the student edition of the exercise in ``folder``.

    Raises:
        InputError: none of its checks is visible.
    """
    visible = [check.id for check in exercise.checks if check.visible]
    if not visible:
        location = Location(str(folder / CHECKS_FILE))
        hint = "write visible=True into the @check of those that students should have"
        raise InputError("no check is visible: a student edition would judge by nothing", location=location, hint=hint)
    problems = Problems()
    source = Folder(folder, problems=problems)
    names = [name for name in _AS_THEY_ARE if source.has(name)]
    files = {name: source.text(name) or "" for name in names}
    header = read_header(source, EXERCISE_FILE, ExerciseEntry, kind="exercise", code="E321", problems=problems)
    problems.refuse(folder)
    assert header is not None
    withheld = len(exercise.checks) - len(visible)
    return {
        **files,
        EXERCISE_FILE: _header_text(header[0], withheld=withheld),
        CHECKS_FILE: visible_part(exercise.checks_source, visible),
    }


def _header_text(header: ExerciseEntry, *, withheld: int) -> str:
    """The file as JSON, which is YAML too: an author's comments stay with the author."""
    plain = header.model_dump(by_alias=True, exclude_none=True, exclude_unset=True) | {"withheld": withheld}
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def visible_part(source: str, visible: Collection[str]) -> str:
    """The top-level statements of ``checks.py`` that the visible checks need, as they stand and in their order.

    Definitions and assignments stay where something that stays names them; every other statement stays, with all that
    it names: what it does to the rest cannot be told from its text. Comments between statements and the module's
    docstring go.
    """
    tree = parse_python(source)
    assert isinstance(tree, ast.Module)
    parts = [_Part(node) for node in tree.body if not _is_docstring(node)]
    kept = _needed(parts, set(visible))
    return "\n\n".join(_text(source, part.node) for part in parts if part in kept) + "\n"


class _Part:
    """A top-level statement: the names that it binds and those that stand in it."""

    def __init__(self, node: ast.stmt) -> None:
        self.node = node
        self.names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        self.makes = top_level_names(ast.Module([node], type_ignores=[])) | _changed(node)
        self.stays = not isinstance(node, _DEFINITIONS + _ASSIGNMENTS)


def _changed(node: ast.stmt) -> set[str]:
    """What an assignment to a part of something changes: ``CASES["more"] = 1``."""
    if not isinstance(node, _ASSIGNMENTS):
        return set()
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}


def _needed(parts: Sequence[_Part], names: set[str]) -> list[_Part]:
    kept = [part for part in parts if part.stays]
    wanted = names.union(*(part.names for part in kept))
    while more := [part for part in parts if part not in kept and not wanted.isdisjoint(part.makes)]:
        kept += more
        wanted = wanted.union(*(part.names for part in more))
    return kept


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _text(source: str, node: ast.stmt) -> str:
    decorators = getattr(node, "decorator_list", ())
    if not decorators:
        return ast.get_source_segment(source, node) or ""
    first = min(decorator.lineno for decorator in decorators)
    # A decorated definition has its lines for itself.
    return "\n".join(source.split("\n")[first - 1 : node.end_lineno])
