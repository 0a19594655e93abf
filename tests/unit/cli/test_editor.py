"""The learner's editor: chosen by the environment, opened at the line, and its failures explained."""

from __future__ import annotations

import shlex
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from quizzer.cli.editor import edit_file, edit_text, names_editor
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


@pytest.fixture
def python_editor(tmp_path: Path):
    """An editor that runs these lines of Python, with ``path`` as the file."""

    def make(*lines: str) -> dict[str, str]:
        script = tmp_path / "editor.py"
        head = ("import os, pathlib, signal, sys, time", "path = pathlib.Path(sys.argv[1])")
        script.write_text("\n".join((*head, *lines)), encoding="utf-8")
        return {"EDITOR": shlex.join([sys.executable, str(script)])}

    return make


def test_meanwhile_is_called_while_the_editor_is_open(python_editor, tmp_path: Path) -> None:
    file, seen = tmp_path / "a", []
    environ = python_editor(
        "path.write_text('one')",
        "while path.exists(): time.sleep(0.01)",
    )

    def meanwhile() -> None:
        if file.exists() and file.read_text() == "one":
            seen.append("one")
            file.unlink()

    edit_file(file, line=None, environ=environ, meanwhile=meanwhile)

    assert seen == ["one"]


def test_what_meanwhile_raises_waits_until_the_editor_has_ended(python_editor, tmp_path: Path) -> None:
    file = tmp_path / "a"
    environ = python_editor("time.sleep(0.5)", "path.write_text('saved')")

    def meanwhile() -> None:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="the disk is full"):
        edit_file(file, line=None, environ=environ, meanwhile=meanwhile)

    assert file.read_text() == "saved"


def test_ctrl_c_is_the_editors_while_it_is_open_and_ours_again_afterwards(python_editor, tmp_path: Path) -> None:
    file = tmp_path / "a"
    environ = python_editor(
        # As a terminal does it: to all that run in it.
        "default = signal.getsignal(signal.SIGINT) is signal.default_int_handler",
        "os.kill(os.getppid(), signal.SIGINT)",
        "time.sleep(0.2)",
        "path.write_text(str(default))",
    )
    before = signal.getsignal(signal.SIGINT)

    edit_file(file, line=None, environ=environ)

    assert file.read_text() == "True"
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("environ", "named"),
    [({}, False), ({"EDITOR": ""}, False), ({"EDITOR": "nano"}, True), ({"VISUAL": "code"}, True)],
)
def test_an_editor_is_named_by_visual_or_editor_alone(environ: dict[str, str], *, named: bool) -> None:
    assert names_editor(environ) is named
