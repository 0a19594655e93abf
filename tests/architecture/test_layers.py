"""Four floors, one direction: the contracts of pyproject.toml are kept."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_imported_upward_or_sideways(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d* kept, 0 broken", done.stdout)


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"])
def test_nothing_is_left_for_later(repository: Path, word: str) -> None:
    suffixes = {".py", ".md", ".toml", ".yaml", ".ini", ".cfg"}
    folders = ("quizzer", "tests", "alembic", "docs", "benchmarks", "decks", "exercises")
    files = [path for name in folders for path in (repository / name).rglob("*") if path.suffix in suffixes]

    # A starter may tell its reader what to write.
    found = [
        str(path.relative_to(repository))
        for path in files
        if path.name != "starter.py" and word in path.read_text(encoding="utf-8", errors="replace").split()
    ]

    assert files
    assert found == []
