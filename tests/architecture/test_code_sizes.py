"""Files and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import mean

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "quizzer").rglob("*.py"))
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 45
MAX_MEAN_FUNCTION_LINES = 15


def functions(path: Path) -> list[tuple[str, int]]:
    """Each function of a file and the lines of its body, without decorators and docstring."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            has_docstring = ast.get_docstring(node) is not None
            body = node.body[1:] if has_docstring and len(node.body) > 1 else node.body
            found.append((f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - body[0].lineno + 1))
    return found


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert {path: lines for path, lines in lengths.items() if lines > MAX_FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = [one for path in SOURCES for one in functions(path)]

    assert [(name, lines) for name, lines in lengths if lines > MAX_FUNCTION_LINES] == []
    assert mean(lines for _, lines in lengths) < MAX_MEAN_FUNCTION_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_owns(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
