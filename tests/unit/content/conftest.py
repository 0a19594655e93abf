"""Decks and exercises written into a temporary folder, as an author would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizzer.content import lint_deck, lint_exercise
from quizzer.domain.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

DECK = """\
schema: 1
id: demo
version: "1"
title: Demo
description: A deck for tests
licence: MIT
topics:
  - {id: nn.Linear}
  - {id: nn.Dropout, requires: [nn.Linear]}
"""
BASIC = """\
  - id: one
    kind: basic
    topic: nn.Linear
    prompt: Which axis does a linear layer act on?
    answer: The last one.
    why: Every other axis is a batch axis.
    source: torch.nn.Linear docs
"""
EXERCISE = """\
schema: 1
id: add-one
title: Add one
kind: implement
difficulty: 1
topics: [arithmetic]
entry_points:
  - {name: add_one, signature: add_one(x)}
"""
CHECKS = """\
from quizzer.checks import check, expect


@check("One is added", points=2, hint="What is 1 + 1?")
def adds_one(learner, case):
    expect.equal(learner.add_one(1), 2)
"""
EXERCISE_FILES = {
    "exercise.yaml": EXERCISE,
    "statement.md": "Return `x + 1`.\n",
    "starter.py": "# quizzer: add-one\ndef add_one(x): ...\n",
    "checks.py": CHECKS,
    "submissions/accepted/reference.py": "def add_one(x):\n    return x + 1\n",
    "submissions/accepted/other.py": "add_one = (1).__add__\n",
    "submissions/wrong_answer/same.py": "# caught-by: adds_one\ndef add_one(x):\n    return x\n",
}


def write_tree(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.fixture
def write_deck(tmp_path: Path) -> Callable[..., Path]:
    """Write the deck ``demo``: ``cards`` is the body of cards/a.yaml, ``files`` replaces or adds whole files."""

    def write(cards: str | None = BASIC, files: Mapping[str, str | bytes | None] | None = None) -> Path:
        standard = {"deck.yaml": DECK, "cards/a.yaml": f"cards:\n{cards}" if cards else None}
        return write_tree(tmp_path / "demo", standard | dict(files or {}))

    return write


@pytest.fixture
def write_exercise(tmp_path: Path) -> Callable[..., Path]:
    """Write the exercise ``add-one``, with some files replaced, added or (None) left out."""

    def write(changes: Mapping[str, str | bytes | None]) -> Path:
        return write_tree(tmp_path / "add-one", EXERCISE_FILES | dict(changes))

    return write


@pytest.fixture
def errors_of() -> Callable[[Path], list[str]]:
    """The errors of a deck or exercise folder as an author reads them, paths cut down to names."""

    def errors(folder: Path) -> list[str]:
        lint = lint_exercise if (folder / "exercise.yaml").exists() else lint_deck
        found = (str(d) for d in lint(folder) if d.severity is Severity.ERROR)
        return [line.replace(f"{folder}/cards/", "").replace(f"{folder}/", "") for line in found]

    return errors


@pytest.fixture
def warnings_of() -> Callable[[Path], list[str]]:
    """The codes of the warnings of a folder, each once, in order."""

    def warnings(folder: Path) -> list[str]:
        lint = lint_exercise if (folder / "exercise.yaml").exists() else lint_deck
        return sorted({d.code for d in lint(folder) if d.severity is Severity.WARNING})

    return warnings
