"""docs/authoring/guide.md is true: followed from top to bottom, every file, change, command and shown output."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content import read_exercise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Program

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "authoring" / "guide.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"(?:<!-- (?P<act>file|change|copy): (?P<name>\S+)(?: to (?P<to>\S+))? -->\n)?"
    r"```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
GAP = "…"
"""Alone on a line it stands for any lines (between two changes: for what lies between them), in a line for any text."""


@dataclass(frozen=True)
class Reader:
    """Somebody who follows the page in an empty folder, with ``quizzer`` on the path."""

    folder: Path
    environ: dict[str, str]

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, diff: str, *, to: str | None = None) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        for hunk in diff.split(f"{GAP}\n"):
            lines = hunk.splitlines(keepends=True)
            old = "".join(line[1:] for line in lines if line[0] in " -")
            new = "".join(line[1:] for line in lines if line[0] in " +")
            assert text.count(old) == 1, f"{name} does not have this once:\n{old}"
            text = text.replace(old, new)
        self.write(to or name, text)

    def run(self, console: str) -> None:
        code = 0
        for command, shown in commands(console):
            done = subprocess.run(
                ["/bin/sh", "-c", f"(exit {code}); {command}"],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=self.folder,
                env=self.environ,
                check=False,
            )
            code, said = done.returncode, done.stdout.decode()
            assert pattern(shown).fullmatch(said), f"$ {command}\n{said}\n--- the page shows:\n{shown}"


def commands(console: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, and what the page shows below it."""
    first, *rest = re.split(r"^\$ ", console, flags=re.MULTILINE)
    assert first == ""
    for one in rest:
        command, _, shown = one.partition("\n")
        yield command, shown


def pattern(shown: str) -> re.Pattern[str]:
    lines = (r"(?:.*\n)*" if line == f"{GAP}\n" else "[^\n]*".join(map(re.escape, line.split(GAP)))
             for line in shown.splitlines(keepends=True))  # fmt: skip
    return re.compile("".join(lines))


@pytest.fixture
def reader(quizzer: Program, tmp_path: Path) -> Reader:
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "quizzer").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quizzer "$@"\n', encoding="utf-8")
    (bin_folder / "quizzer").chmod(0o755)
    path = f"{bin_folder}{os.pathsep}{quizzer.environ['PATH']}"
    return Reader(quizzer.folder, quizzer.environ | {"PATH": path, "COLUMNS": "80"})


def test_every_block_of_the_page_is_a_step_of_it() -> None:
    steps = list(STEP.finditer(PAGE))

    assert PAGE.count("```") == 2 * len(steps)
    for step in steps:
        assert (step["act"] is None) == (step["kind"] == "console"), step[0]
        assert (step["act"] in ("change", "copy")) == (step["kind"] == "diff"), step[0]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_page_is_true_from_top_to_bottom(reader: Reader) -> None:
    for step in STEP.finditer(PAGE):
        match step["act"]:
            case "file":
                reader.write(step["name"], step["text"])
            case "change" | "copy":
                reader.change(step["name"], step["text"], to=step["to"])
            case _:
                reader.run(step["text"])

    exercise = read_exercise(reader.folder / "rms-norm")
    assert {mutant.caught_by for mutant in exercise.mutants} == {check.id for check in exercise.checks}


def test_what_stands_for_other_text_hides_nothing_else() -> None:
    shown = pattern("a …\n…\nz\n")

    assert shown.fullmatch("a b\nz\n")
    assert shown.fullmatch("a \nx\ny\nz\n")
    assert not shown.fullmatch("b\nz\n")
    assert not shown.fullmatch("a b\nz\nmore\n")
    assert not pattern("a …\n").fullmatch("a b\nc\n")
