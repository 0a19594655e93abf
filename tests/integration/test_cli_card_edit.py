"""``quizzer card edit`` and ``note``: the file where the deck is the learner's, words of their own elsewhere."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from small_content import write_content

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

RANK = "mini/rank"
SCRIPT = """
import pathlib, sys
old, new, log, line, file = sys.argv[1:]
path = pathlib.Path(file)
pathlib.Path(log).write_text(f"{line} {path.name}")
path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
"""


@pytest.fixture
def author(learner: Program, tmp_path: Path) -> Program:
    """A learner with a deck of their own, imported from a folder."""
    assert learner("deck", "import", write_content(tmp_path / "mine")).code == 0
    return learner


def replacing(tmp_path: Path, old: str, new: str) -> dict[str, str]:
    """An editor by the name of vim that replaces a text, and notes the line that it was opened at."""
    editor = tmp_path / "vim"
    script = tmp_path / "editor.py"
    script.write_text(SCRIPT)
    words = shlex.join([sys.executable, str(script), old, new, str(tmp_path / "opened")])
    editor.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    editor.chmod(0o755)
    return {"EDITOR": str(editor)}


def test_a_card_of_ones_own_is_opened_at_its_line_and_brought_in(author: Program, tmp_path: Path) -> None:
    editor = replacing(tmp_path, "It has no axis.", "It has not a single axis.")

    edited = author("card", "edit", RANK, "--json", env=editor)

    assert (edited.code, edited.json["changed"]) == (0, [RANK]), edited.err
    assert author("search", "--ids", '"not a single axis"').out == f"{RANK}\n"
    cards = next((tmp_path / "mine").rglob("cards/*.yaml"))
    line = int((tmp_path / "opened").read_text().split()[0].removeprefix("+"))
    assert "id: rank" in cards.read_text("utf-8").splitlines()[line - 1]


def test_an_edit_with_an_error_is_explained_and_changes_nothing(author: Program, tmp_path: Path) -> None:
    edited = author("card", "edit", RANK, env=replacing(tmp_path, "kind: basic", "kind: basik"))

    assert edited.code == 3
    assert "did you mean 'basic'" in edited.err
    assert author("search", "--ids", "deck:mini kind:basic").out.split() == [RANK, "mini/rows"]
    mended = author("card", "edit", RANK, env=replacing(tmp_path, "kind: basik", "kind: basic"))
    assert mended.code == 0, mended.err


def test_a_deck_that_has_moved_is_named(author: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").rename(tmp_path / "moved")

    edited = author("card", "edit", RANK, env=replacing(tmp_path, "a", "b"))

    assert edited.code == 3
    assert str(tmp_path / "mine") in edited.err


def test_a_built_in_card_gets_a_note_and_its_file_is_left_alone(learner: Program, tmp_path: Path) -> None:
    card = learner("search", "--ids", "--limit", "1", "dropout").out.strip()
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "scale by 1/(1-p), 牢记在心" > "$1"\n')
    editor.chmod(0o755)

    edited = learner("card", "edit", card, env={"EDITOR": str(editor)})

    assert (edited.code, edited.out) == (0, f"{card}\n")
    assert learner("search", "--ids", "牢记在心").out == f"{card}\n"
    assert learner("undo").out == f"Taken back: note for {card}.\n"
    assert learner("search", "--ids", "is:noted").code == 1


def test_a_note_can_be_given_on_the_command_line_and_removed(author: Program) -> None:
    assert author("card", "note", RANK, "no axis at all").code == 0
    assert author("search", "is:noted", "--json").json["cards"][0]["note"] == "no axis at all"

    assert author("card", "note", RANK, "").code == 0

    assert author("search", "--ids", "is:noted").code == 1


def test_a_note_to_a_card_that_is_not_there_is_refused(learner: Program) -> None:
    for text in ("words", ""):
        assert learner("card", "note", "mini/nope", text).code == 2
