"""``quizzer deck``: listed, imported as a whole or not at all, linted."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program


def cards(database: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT id, content FROM card ORDER BY id").fetchall()
    connection.close()
    return rows


def test_the_first_listing_brings_in_the_built_in_content(quizzer: Program) -> None:
    listed = quizzer("deck", "list", "--json")

    assert listed.code == 0, listed.err
    assert listed.json["schema_version"] == 1
    layers = next(deck for deck in listed.json["decks"] if deck["id"] == "layers")
    assert layers["cards"] == layers["new"] > 0
    assert layers["due"] == 0


def test_an_imported_deck_is_listed_and_a_second_import_changes_nothing(learner: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")

    first = learner("deck", "import", folder, "--json")
    second = learner("deck", "import", folder, "--json")

    assert first.json["added"] == ["mini/rank", "mini/rows", "mini/exercise-double"]
    assert first.json["exercises_added"] == ["double"]
    assert (second.json["added"], second.json["changed"], second.json["unchanged"]) == ([], [], 3)
    assert "mini" in learner("deck", "list").out


def test_an_edited_text_is_reported_as_changed(learner: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")
    learner("deck", "import", folder)
    rewrite(folder / "decks/mini/cards/tensors.yaml", "It has no axis.", "No axis, no rank.")

    report = learner("deck", "import", folder)

    assert report.code == 0
    assert "0 cards added, 1 changed, 0 retired, 2 unchanged" in report.out
    assert "~ mini/rank" in report.out


def test_one_broken_file_stops_the_whole_import_and_changes_nothing(learner: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")
    learner("deck", "import", folder)
    before = cards(learner.database)
    path = folder / "decks/mini/cards/tensors.yaml"
    rewrite(path, "It has no axis.", "Edited.")
    rewrite(path, "kind: exercise", "kind: excercise")
    (folder / "exercises/basics/double/checks.py").write_bytes(b"\xff\xfe")

    refused = learner("deck", "import", folder)

    assert refused.code == 3
    assert refused.out == ""
    assert f"{path}:17:11 E204 'excercise' is not a kind of card" in refused.err
    assert "checks.py:1:1 E102 this file is not UTF-8" in refused.err
    assert "Traceback" not in refused.err
    assert cards(learner.database) == before


def test_a_place_without_decks_is_a_bad_input(learner: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert learner("deck", "import", tmp_path / "empty").code == 3
    assert learner("deck", "import", tmp_path / "missing").code == 3


def test_naming_the_deck_file_means_its_folder(learner: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")

    linted = learner("deck", "lint", folder / "decks/mini/deck.yaml")

    assert linted.code == 0, linted.out


def test_lint_prints_each_problem_on_stdout_and_ends_with_one(quizzer: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")
    path = folder / "decks/mini/cards/tensors.yaml"
    rewrite(path, "id: rows", "id: rank")

    linted = quizzer("deck", "lint", folder)
    as_json = quizzer("deck", "lint", folder, "--json")

    assert linted.code == as_json.code == 1
    assert f"{path}:9:9 E301 id 'rank' is already used on line 2" in linted.out
    found = [one for one in as_json.json["diagnostics"] if one["severity"] == "error"]
    assert [(one["line"], one["column"], one["code"]) for one in found] == [(9, 9, "E301")]
    assert as_json.json["errors"] == 1


def test_lint_needs_no_database(quizzer: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")

    linted = quizzer("deck", "lint", folder)

    assert linted.code == 0, linted.out
    assert not quizzer.database.exists()
