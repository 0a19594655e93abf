"""``quizzer grade``: the verdict, the page, the object, what is stored, and what comes next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from small_content import RIGHT, STARTER, WRONG

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program


@pytest.fixture
def file(student: Program) -> Path:
    return student.folder / "double.py"


def stored(program: Program, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(program.database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_right_solution_is_accepted_stored_and_scheduled(student: Program, file: Path) -> None:
    file.write_text(RIGHT)

    graded = student("grade", file)

    assert graded.code == 0, graded.err
    assert "✓  Doubles" in graded.out
    assert "Accepted (AC): 2 of 2 properties hold, 3 of 3 points." in graded.out
    assert "Twice x is x + x." in graded.out
    assert "comes back in" in graded.out
    assert stored(student, "SELECT verdict, source FROM submission") == [("AC", RIGHT)]
    assert stored(student, "SELECT rating FROM review_log") == [(3,)]


def test_the_first_stored_verdict_of_a_day_leaves_a_copy_of_the_database(student: Program, file: Path) -> None:
    file.write_text(RIGHT)

    student("grade", file, "--no-store")
    before = daily_copies(student)
    student("grade", file)
    student("grade", file)

    assert before == []
    (copy,) = daily_copies(student)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM submission").fetchone() == (1,)


def test_a_copy_that_cannot_be_made_changes_no_verdict(student: Program, file: Path) -> None:
    file.write_text(RIGHT)
    (student.home / "backups").write_text("in the way")

    graded = student("grade", file, "--json")

    assert (graded.code, graded.json["verdict"]) == (0, "AC")
    assert "backups" in graded.err


def daily_copies(program: Program) -> list[Path]:
    return sorted((program.home / "backups").glob("*-daily-*"))


def test_a_wrong_solution_says_what_fails_why_and_what_to_do(student: Program, file: Path) -> None:
    file.write_text(WRONG)

    graded = student("grade", file)

    assert graded.code == 1
    assert "✗  Doubles" in graded.out
    assert "Hint: Twice?" in graded.out
    assert "quizzer grade" in graded.out
    assert "quizzer exercise hint double" in graded.out
    assert "Twice x is x + x." not in graded.out
    assert stored(student, "SELECT rating, correct FROM review_log") == [(1, 0)]


def test_the_object_has_the_promised_names_and_plain_strings(student: Program, file: Path) -> None:
    # As an editor on Windows saves it: that must make no difference.
    file.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())

    graded = student("grade", file, "--json", "--seed", "12", "--lang", "zh")

    assert graded.code == 1
    made = graded.json
    assert list(made) == [
        "schema_version",
        "exercise",
        "verdict",
        "accepted",
        "score",
        "max_score",
        "isolation",
        "device",
        "torch_version",
        "seed",
        "duration_s",
        "checks",
        "diagnosis",
        "withheld",
    ]
    assert (made["exercise"], made["verdict"], made["accepted"], made["seed"]) == ("double", "WA", False, 12)
    assert (made["score"], made["max_score"], made["device"]) == (1, 3, "cpu")
    first, second = made["checks"]
    assert (first["id"], first["title"], first["hint"]) == ("doubles", "翻倍", "两倍？")
    assert isinstance(first["message"], str)
    assert (second["verdict"], second["message"]) == ("AC", None)


def test_a_page_goes_to_no_file_and_nothing_is_judged_or_stored_for_it(student: Program, file: Path) -> None:
    file.write_text(RIGHT)

    refused = student("grade", file, "--output", student.folder / "page.txt")

    assert refused.code == 2
    assert "--format" in refused.err
    assert stored(student, "SELECT COUNT(*) FROM submission") == [(0,)]


def test_no_store_leaves_no_trace(student: Program, file: Path) -> None:
    file.write_text(RIGHT)

    graded = student("grade", file, "--no-store")

    assert graded.code == 0
    assert "Not stored" in graded.out
    assert stored(student, "SELECT COUNT(*) FROM submission") == [(0,)]
    assert stored(student, "SELECT COUNT(*) FROM review_log") == [(0,)]


def test_a_starter_is_not_accepted_and_its_error_is_told_once(student: Program, file: Path) -> None:
    file.write_text(STARTER)

    graded = student("grade", file)

    assert graded.code == 1
    assert graded.out.count("NotImplementedError: write double") == 1
    assert "The same error as above." in graded.out


def test_a_file_with_a_syntax_error_is_a_verdict_and_not_a_bad_input(student: Program, file: Path) -> None:
    file.write_text("# quizzer: double\ndef double(x:\n")

    graded = student("grade", file, "--json")

    assert graded.code == 1
    assert graded.json["verdict"] == "CE"
    assert all("line 2" in check["message"] for check in graded.json["checks"])


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (None, 2, "no such file"),
        (b"", 3, "empty"),
        (b"x = 1\n", 3, "which exercise this is"),
        (b"# quizzer: duoble\n", 3, "did you mean double?"),
        (b"# quizzer: double\n\xff\n", 3, ":2:1 not UTF-8"),
        (b"# quizzer: double\n" + b"#" * 300_000, 3, "larger than 256 KiB"),
    ],
)
def test_a_file_that_cannot_be_judged_is_explained(
    student: Program, file: Path, content: bytes | None, code: int, words: str
) -> None:
    if content is not None:
        file.write_bytes(content)

    graded = student("grade", file)

    assert graded.code == code
    assert words in graded.err
    assert graded.out == ""
    assert "Traceback" not in graded.err


def test_an_unknown_exercise_named_by_option_is_wrong_usage(student: Program, file: Path) -> None:
    file.write_text(RIGHT)

    assert student("grade", file, "--exercise", "nothing").code == 2


def test_an_exercise_solved_today_is_not_due_and_returns_another_day(student: Program, file: Path) -> None:
    file.write_text(RIGHT)
    student("grade", file, env={"QUIZZER_NOW": "2026-03-01T12:00:00+00:00"})

    today = student("stats", "--json", env={"QUIZZER_NOW": "2026-03-01T20:00:00+00:00"}).json
    later = student("stats", "--json", env={"QUIZZER_NOW": "2026-06-01T12:00:00+00:00"}).json

    assert (today["due"], today["learned"], today["today"]["answers"]) == (0, 1, 1)
    assert later["due"] == 1
    assert learned_states(student) == [("review",)]


def learned_states(program: Program) -> list[tuple[object, ...]]:
    return stored(program, "SELECT state FROM card_state WHERE state <> 'new'")
