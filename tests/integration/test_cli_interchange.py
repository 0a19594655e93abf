"""``quizzer deck import FILE`` and ``deck export``: shown first, done once, refused with a sentence, then studied."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pexpect
import pytest

from anki_packages import CLOZE, Package

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

NOW = {"QUIZZER_NOW": "2026-03-10T12:00:00+00:00"}
MARCH_FIRST_MS = 1_772_366_400_000


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Three cards in two decks, one of them learned, and a note that makes none."""
    package = Package(media={"0": "a.png"})
    card = package.basic(
        'What is <b>this</b>? <img src="a.png">', "That", deck="Words", type=2, queue=2, due=68, ivl=8, reps=1
    )
    package.review(card, MARCH_FIRST_MS, ivl=8, kind=0)
    note = package.note("{{c1::view}} and {{c2::clone}}", "", model=CLOZE)
    package.card(note, deck="中文")
    package.card(note, deck="中文", ord=1)
    package.basic("no answer", "", deck="Words")
    return package.write(tmp_path / "words.apkg", era="latest")


def test_a_dry_run_shows_a_table_and_changes_nothing(student: Program, package: Path) -> None:
    shown = student("deck", "import", package, "--dry-run", env=NOW)
    after = student("deck", "list", "--json", env=NOW)

    assert shown.code == 0, shown.err
    assert shown.out.startswith("Dry run: nothing was changed.")
    rows = [line.split() for line in shown.out.splitlines()]
    assert ["Words", "1", "0", "0", "1", "1"] in rows
    assert ["中文", "2", "0", "0", "0", "0"] in rows
    assert "Left out (1):" in shown.out
    assert "- no answer: it asks nothing, or has no answer" in shown.out
    assert f"1 pictures and sounds lie in {student.home / 'media'} under the names" in shown.out
    assert not (student.home / "media").exists()
    assert shown.err == ""
    assert [deck["id"] for deck in after.json["decks"] if deck["id"].startswith("anki")] == []
    assert not (student.home / "backups").exists()


def test_an_import_says_where_the_copy_is_and_a_second_one_changes_nothing(student: Program, package: Path) -> None:
    first = student("deck", "import", package, "--json", env=NOW)
    second = student("deck", "import", package, "--json", env=NOW)

    assert first.code == second.code == 0, first.err
    backup = student.home / "backups" / "quizzer-before-import-20260310T120000.db"
    assert first.json["backup"] == str(backup)
    assert backup.exists()
    assert f"A copy of the database from before: {backup}" in first.err
    assert [(deck["title"], deck["new"], deck["with_schedule"], deck["reviews"]) for deck in first.json["decks"]] == [
        ("Words", 1, 1, 1),
        ("中文", 2, 0, 0),
    ]
    assert first.json["schema_version"] == 1
    assert first.json["skipped"] == [{"what": "no answer", "reason": "empty"}]
    assert first.json["remarks"] == {}
    assert (first.json["media"], first.json["media_folder"]) == (1, str(student.home / "media"))
    assert [path.name for path in (student.home / "media").iterdir()] == ["a.png"]
    assert {card["fate"] for card in first.json["cards"]} == {"new"}
    assert {card["fate"] for card in second.json["cards"]} == {"unchanged"}
    assert sum(deck["reviews"] for deck in second.json["decks"]) == 0


def test_the_page_speaks_chinese_too(student: Program, package: Path) -> None:
    shown = student("deck", "import", package, "--dry-run", "--lang", "zh-CN", env=NOW)

    assert "试运行：未作任何更改" in shown.out
    assert re.search(r"卡组 +新增 +更新 +未变 +带进度 +回答", shown.out)
    assert "- no answer: 没有问题或没有答案" in shown.out


def test_what_was_brought_in_is_due_and_can_be_studied(student: Program, package: Path) -> None:
    student("deck", "import", package, env=NOW)
    listed = student("deck", "list", "--json", env=NOW)
    words = next(deck for deck in listed.json["decks"] if deck["title"] == "Words")

    child = pexpect.spawn(
        student.command[0],
        [*student.command[1:], "study", "--deck", words["id"], "--plain"],
        env={**student.environ, **NOW, "TERM": "dumb"},
        cwd=str(student.folder),
        encoding="utf-8",
        timeout=60,
    )
    child.expect("this")
    child.send(" ")
    child.expect("That")
    child.send("3")
    child.expect(pexpect.EOF)

    assert (words["cards"], words["learned"], words["due"]) == (1, 1, 1)
    after = student("deck", "list", "--json", env=NOW)
    assert next(deck for deck in after.json["decks"] if deck["title"] == "Words")["due"] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 cut", "this package is damaged or cut short"),
        (b"{}", "this JSON is no backup of quizzer's"),
        (b"lonely", "quizzer cannot tell how the columns of this file are parted"),
    ],
)
def test_a_file_that_cannot_be_used_is_bad_input(student: Program, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)

    refused = student("deck", "import", path)

    assert refused.code == 3
    assert f"{path} {words}" in refused.err
    assert refused.out == ""
    assert "Traceback" not in refused.err
    assert not (student.home / "backups").exists()


def test_rows_that_do_not_fit_are_named_until_they_are_accepted(student: Program, tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("#separator:comma\na,b\nx,y,z\n", encoding="utf-8")

    refused = student("deck", "import", path)
    accepted = student("deck", "import", path, "--lenient", "--json")

    assert refused.code == 3
    assert f"{path}:3 I101 this row has 3 columns, the first has 2" in refused.err
    assert "--lenient" in refused.err
    assert [card["fate"] for card in accepted.json["cards"]] == ["new", "new"]


def test_a_dry_run_is_for_files(student: Program, tmp_path: Path) -> None:
    refused = student("deck", "import", tmp_path, "--dry-run")

    assert refused.code == 2
    assert "--dry-run" in refused.err


@pytest.mark.parametrize(("suffix", "cards"), [("apkg", 3), ("json", 3), ("txt", 2), ("md", 2)])
def test_a_deck_goes_out_in_the_format_of_the_files_name(
    student: Program, tmp_path: Path, suffix: str, cards: int
) -> None:
    path = tmp_path / f"mini.{suffix}"

    done = student("deck", "export", "mini", "-o", path)
    back = student("deck", "import", path, "--json")

    assert done.code == 0, done.err
    assert (done.out, f"Written to {path}: cards {cards}, answers 0" in done.err) == ("", True)
    assert ("1 cards were left out" in done.err) == (cards == 2)
    assert back.code == 0, back.err
    assert len(back.json["cards"]) == cards


def test_an_export_as_json_counts_what_was_written(student: Program, tmp_path: Path) -> None:
    done = student("deck", "export", "mini", "-o", tmp_path / "x", "--format", "hashcards", "--json")

    assert done.json == {
        "schema_version": 1,
        "path": str(tmp_path / "x"),
        "format": "hashcards",
        "cards": 2,
        "reviews": 0,
        "left_out": 1,
    }


def test_a_file_that_is_there_is_replaced_only_with_force(student: Program, tmp_path: Path) -> None:
    path = tmp_path / "mini.json"
    path.write_text("mine")

    refused = student("deck", "export", "mini", "-o", path)
    kept = path.read_text(encoding="utf-8")
    forced = student("deck", "export", "mini", "-o", path, "--force")

    assert (refused.code, kept) == (2, "mine")
    assert "--force" in refused.err
    assert forced.code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == "quizzer-deck"


def test_an_unknown_deck_or_format_is_a_mistake_of_usage(student: Program, tmp_path: Path) -> None:
    unknown = student("deck", "export", "nothing", "-o", tmp_path / "x.json")
    nameless = student("deck", "export", "mini", "-o", tmp_path / "x")

    assert (unknown.code, nameless.code) == (2, 2)
    assert "there is no deck 'nothing'" in unknown.err
    assert "--format" in nameless.err
