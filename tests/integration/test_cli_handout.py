"""``quizzer deck build`` and ``deck import`` of what it made: an author's folder, a file, and a student's database."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import junitparser
import pytest

from quizzer.interchange.handout import handout_bytes, read_handout
from small_content import RIGHT, WRONG, rewrite, write_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Program

CHECKS = "exercises/basics/double/checks.py"
SHRINKS = "# quizzer: double\ndef double(x):\n    return (x * 2)[:, :4]\n"


@pytest.fixture
def author(quizzer: Program) -> Path:
    """An author's folder: of the two checks of the exercise, students may have the first."""
    folder = write_content(quizzer.folder / "week")
    rewrite(folder / CHECKS, '翻倍"}, points=2', '翻倍"}, points=2, visible=True')
    return folder


@pytest.fixture
def student(author: Path, quizzer: Program) -> Callable[..., Path]:
    """Build the student edition of the author's folder as it now is."""

    def build(name: str = "week.quizzer") -> Path:
        path = quizzer.folder / name
        ran = quizzer("deck", "build", author, "--student", "-o", path)
        assert ran.code == 0, ran.err
        return path

    return build


def test_a_student_edition_is_graded_against_the_visible_checks_only(
    student: Callable[..., Path], quizzer: Program
) -> None:
    path = student()
    shrinks = quizzer.folder / "mine.py"
    shrinks.write_text(SHRINKS, encoding="utf-8")

    brought = quizzer("deck", "import", path)
    english = quizzer("grade", shrinks)
    chinese = quizzer("grade", shrinks, "--lang", "zh-CN")
    judged = quizzer("grade", shrinks, "--json").json
    shrinks.write_text(WRONG, encoding="utf-8")
    wrong = quizzer("grade", shrinks)

    assert brought.code == 0, brought.err
    assert brought.out.splitlines() == [
        "mini: student edition, visible checks only, no solutions",
        "  deck mini, version 1, cards 3",
        "  exercise double, checks 1 of 2",
        "3 cards added, 0 changed, 0 retired, 0 unchanged",
        "1 exercises added, 0 changed, 0 retired",
    ]
    assert english.code == 0
    assert "Graded against the visible checks only: this student edition leaves out 1 more." in english.out
    assert "仅按可见检查评分：学生版另有 1 项检查未包含在内。" in chinese.out
    assert (judged["withheld"], judged["max_score"], len(judged["checks"])) == (1, 2, 1)
    assert wrong.code == 1


def test_the_formats_for_programs_name_the_student_edition_and_what_it_leaves_out(
    student: Callable[..., Path], quizzer: Program
) -> None:
    quizzer("deck", "import", student())
    shrinks = quizzer.folder / "mine.py"
    shrinks.write_text(SHRINKS, encoding="utf-8")

    ran = {name: quizzer("grade", shrinks, "--format", name).out for name in ("csv", "junit", "gradescope")}

    (row,) = csv.DictReader(io.StringIO(ran["csv"]))
    assert (row["verdict"], row["withheld"]) == ("AC", "1")
    (suite,) = junitparser.JUnitXml.fromstring(ran["junit"].encode())
    assert {one.name: one.value for one in suite.properties()}["withheld"] == "1"
    results = json.loads(ran["gradescope"])
    assert "leaves out 1 more" in results["output"]
    assert results["extra_data"]["withheld"] == "1"


def test_the_full_edition_has_every_check_and_says_nothing_of_editions(author: Path, quizzer: Program) -> None:
    path = quizzer.folder / "full.quizzer"
    shrinks = quizzer.folder / "mine.py"
    shrinks.write_text(SHRINKS, encoding="utf-8")

    built = quizzer("deck", "build", author, "-o", path, "--json")
    quizzer("deck", "import", path)
    ran = quizzer("grade", shrinks)

    assert built.json["edition"] == "full"
    assert built.json["exercises"][0]["checks"] == 2
    assert ran.code == 1
    assert "1 of 2 properties" in ran.out
    assert "visible checks" not in ran.out
    formats = {name: quizzer("grade", shrinks, "--format", name).out for name in ("csv", "junit", "gradescope")}
    (row,) = csv.DictReader(io.StringIO(formats["csv"]))
    assert row["withheld"] == ""
    assert "withheld" not in formats["junit"] + formats["gradescope"]


def test_no_solution_and_no_hidden_check_leaves_the_authors_house(student: Callable[..., Path]) -> None:
    with zipfile.ZipFile(student()) as archive:
        names = archive.namelist()
        everything = b"\n".join(archive.read(name) for name in names).decode()

    assert not [name for name in names if "submissions" in name]
    for secret in ("keeps_shape", "Elementwise", "x + x\n", "Hidden checks", "triples"):
        assert secret not in everything, secret


def test_the_solution_of_a_student_edition_is_not_shown_and_asking_counts_for_nothing(
    student: Callable[..., Path], quizzer: Program
) -> None:
    quizzer("deck", "import", student())

    ran = quizzer("exercise", "solution", "double", "--reveal", "--yes")
    told = quizzer("exercise", "solution", "double", "--reveal", "--yes", "--json").json

    assert ran.code == 1
    assert ran.out == ""
    assert "student edition" in ran.err
    assert (told["shown"], told["solution"], told["returns_in_s"]) == (False, None, None)
    assert quizzer("stats", "--json").json["today"]["answers"] == 0


def test_the_same_content_gives_the_same_bytes_wherever_it_is(
    author: Path, student: Callable[..., Path], quizzer: Program
) -> None:
    first = student("one.quizzer").read_bytes()
    for path in author.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    moved = author.rename(quizzer.folder / "elsewhere")

    quizzer("deck", "build", moved, "--student", "-o", quizzer.folder / "two.quizzer")

    assert (quizzer.folder / "two.quizzer").read_bytes() == first


def test_a_second_import_changes_nothing_and_the_next_version_keeps_histories(
    author: Path, student: Callable[..., Path], quizzer: Program
) -> None:
    first = student()
    quizzer("deck", "import", first)
    mine = quizzer.folder / "mine.py"
    mine.write_text(RIGHT, encoding="utf-8")
    assert quizzer("grade", mine).code == 0

    again = quizzer("deck", "import", first, "--json").json
    rewrite(author / "decks/mini/cards/tensors.yaml", "What is a scalar's rank?", "Which rank has a scalar?")
    rewrite(author / CHECKS, '形状不变"}', '形状不变"}, visible=True')
    planned = quizzer("deck", "import", student("next.quizzer"), "--dry-run", "--json").json
    done = quizzer("deck", "import", quizzer.folder / "next.quizzer", "--json").json

    assert (again["added"], again["changed"], again["unchanged"]) == ([], [], 3)
    assert again["exercises_changed"] == []
    assert planned["changed"] == done["changed"] == ["mini/rank"]
    assert planned["exercises_changed"] == done["exercises_changed"] == ["double"]
    assert (planned["dry_run"], planned["backup"], done["dry_run"]) == (True, None, False)
    (listed,) = [one for one in quizzer("exercise", "list", "--json").json["exercises"] if one["id"] == "double"]
    assert (listed["accepted"], listed["submissions"], listed["max_score"]) == (True, 1, 3)


def test_a_student_edition_does_not_take_away_checks_that_are_here(
    author: Path, student: Callable[..., Path], quizzer: Program
) -> None:
    quizzer("deck", "import", author)

    ran = quizzer("deck", "import", student())

    assert ran.code == 3
    assert "you have the exercise 'double' with all of its checks" in ran.err
    assert "--db" in ran.err


def test_a_handout_cannot_replace_what_ships_with_quizzer(author: Path, quizzer: Program) -> None:
    (author / "exercises/basics/double").rename(author / "exercises/basics/dropout")
    for path in (author / "exercises/basics/dropout/exercise.yaml", author / "decks/mini/cards/tensors.yaml"):
        rewrite(path, ": double\n", ": dropout\n")
    rewrite(author / "exercises/basics/dropout/starter.py", "quizzer: double", "quizzer: dropout")
    path = quizzer.folder / "week.quizzer"
    assert quizzer("deck", "build", author, "-o", path).code == 0

    ran = quizzer("deck", "import", path)

    assert ran.code == 3
    assert "the exercise 'dropout' of this handout bears the name of one that comes with quizzer" in ran.err


def test_a_student_edition_that_its_own_solutions_fail_is_not_made(author: Path, quizzer: Program) -> None:
    rewrite(author / CHECKS, "import torch\n", "import torch\n\nFACTOR = 2\n_used = globals()\n")
    rewrite(author / CHECKS, "x * 2)", 'x * globals()["FACTOR"])')
    path = quizzer.folder / "week.quizzer"

    ran = quizzer("deck", "build", author, "--student", "-o", path)

    assert ran.code == 3
    assert "the student edition of 'double' does not hold: submissions/accepted/" in ran.err
    assert "a check breaks" in ran.err or "WA" in ran.err
    assert not path.exists()


def test_a_starter_that_the_visible_checks_accept_is_told(author: Path, quizzer: Program) -> None:
    rewrite(author / CHECKS, "points=2, visible=True", "points=2")
    rewrite(author / CHECKS, '形状不变"}', '形状不变"}, visible=True')
    rewrite(author / "exercises/basics/double/starter.py", 'raise NotImplementedError("write double")', "return x")

    ran = quizzer("deck", "build", author, "--student", "-o", "week.quizzer")

    assert ran.code == 3
    assert "starter.py: the starter is accepted as it stands" in ran.err


def test_errors_of_what_came_in_name_their_place_in_the_file_and_nothing_is_stored(
    student: Callable[..., Path], quizzer: Program
) -> None:
    path = student()
    handout = read_handout(path)
    cards = "decks/mini/cards/tensors.yaml"
    broken = handout.files[cards].replace(b"kind: basic", b"knid: basic")
    path.write_bytes(handout_bytes(replace(handout, files={**handout.files, cards: broken})))

    ran = quizzer("deck", "import", path)

    assert ran.code == 3
    assert f"{path}:{cards}:3:5 E203" in ran.err
    assert f"{path}: 2 errors in 1 file" in ran.err
    assert "quizzer-handout-" not in ran.err
    assert "mini" not in {deck["id"] for deck in quizzer("deck", "list", "--json").json["decks"]}


def test_errors_of_a_build_name_their_place(author: Path, quizzer: Program) -> None:
    cards = author / "decks/mini/cards/tensors.yaml"
    rewrite(cards, "kind: basic", "knid: basic")
    path = quizzer.folder / "week.quizzer"

    ran = quizzer("deck", "build", author, "-o", path)

    assert ran.code == 3
    assert f"{cards}:3:5 E203" in ran.err
    assert not path.exists()


def test_a_file_that_is_there_is_kept_and_a_name_must_be_one(author: Path, quizzer: Program) -> None:
    path = quizzer.folder / "week.quizzer"
    path.write_text("mine", encoding="utf-8")

    kept = quizzer("deck", "build", author, "-o", path)
    named = quizzer("deck", "build", author, "-o", path, "--force", "--name", "Week 3")
    replaced = quizzer("deck", "build", author, "-o", path, "--force", "--name", "week-3", "--json")

    assert (kept.code, named.code, replaced.code) == (2, 2, 0)
    assert "--force" in kept.err
    assert "'Week 3' cannot be the name of a handout" in named.err
    assert replaced.json["name"] == "week-3"
    assert replaced.json["size_bytes"] == path.stat().st_size


def test_nothing_can_be_proved_of_a_student_edition(student: Callable[..., Path], quizzer: Program) -> None:
    with zipfile.ZipFile(student()) as archive:
        archive.extractall(quizzer.folder / "class")

    ran = quizzer("verify", quizzer.folder / "class")
    built = quizzer("deck", "build", quizzer.folder / "class", "-o", "other.quizzer")

    assert ran.code == 3
    assert "exercise.yaml E324 a student edition has no solutions to prove" in ran.out
    assert built.code == 3
    assert "'double' is a student edition, of which no other can be made" in built.err
