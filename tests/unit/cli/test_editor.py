"""The learner's editor: chosen by the environment, opened at the line, and its failures explained."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from quizzer.cli.editor import edit_file, edit_text
from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def named_editor(tmp_path: Path):
    """An editor of any name that writes its arguments into ``called``."""

    def make(name: str) -> Path:
        script = tmp_path / name
        script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(tmp_path / "called"))}\n')
        script.chmod(0o755)
        return script

    return make


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("vim", ["+7", "FILE"]),
        ("nano", ["+7", "FILE"]),
        ("gvim", ["--nofork", "+7", "FILE"]),
        ("hx", ["FILE:7"]),
        ("subl", ["--wait", "FILE:7"]),
        ("code", ["--wait", "--goto", "FILE:7"]),
        ("something-else", ["FILE"]),
    ],
)
def test_an_editor_is_told_the_line_in_its_own_way(
    named_editor, tmp_path: Path, name: str, arguments: list[str]
) -> None:
    file = tmp_path / "cards.yaml"

    edit_file(file, line=7, environ={"EDITOR": str(named_editor(name))})

    called = (tmp_path / "called").read_text().splitlines()
    assert called == [one.replace("FILE", str(file)) for one in arguments]


def test_visual_comes_before_editor_and_may_have_options(named_editor, tmp_path: Path) -> None:
    environ = {"VISUAL": f"{named_editor('code')} --wait --new-window", "EDITOR": "false"}

    edit_file(tmp_path / "a", line=None, environ=environ)

    assert (tmp_path / "called").read_text().splitlines() == ["--wait", "--new-window", str(tmp_path / "a")]


def test_a_text_comes_back_as_it_was_left(tmp_path: Path) -> None:
    script = tmp_path / "upper.py"
    script.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text('utf-8').upper() + '张量\\n\\n', 'utf-8')\n",
        encoding="utf-8",
    )
    command = shlex.join([sys.executable, str(script)])

    assert edit_text("a note", environ={"EDITOR": command}) == "A NOTE\n张量"


@pytest.mark.parametrize("command", ["false", "/nowhere/editor"])
def test_an_editor_that_fails_is_named(command: str) -> None:
    with pytest.raises(EnvironmentProblem, match=f"The editor {command}"):
        edit_text("a note", environ={"EDITOR": command})


def test_without_an_editor_it_is_said_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(EnvironmentProblem) as raised:
        edit_text("", environ={})

    assert raised.value.hint == "set VISUAL or EDITOR, like EDITOR=nano"
