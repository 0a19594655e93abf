"""What a student edition has of an exercise: the visible checks and all that they need, and nothing that tells more."""

import pytest

from quizzer.content import lint_exercise, read_exercise
from quizzer.content.student import student_files, visible_part
from quizzer.domain.codec.judging import exercise_from_plain, exercise_to_plain
from quizzer.domain.errors import InputError

CHECKS = '''\
"""What nobody should read."""

import math
from quizzer.checks import check, expect

# The trick is to return 2.
SECRET = 2
TABLE = {}
TABLE["one"] = 1
OTHERS = []
OTHERS += [3]
SEEN, UNSEEN = 5, 6


def near(value):
    return round(value) + OFFSET


OFFSET = 0


class Hidden:
    value = SECRET


@check("Seen", visible=True)
def seen(learner, case):
    # Kept: it stands inside.
    expect.equal(near(learner.add_one(TABLE["one"])), 2 + SEEN - SEEN)


@check(
    "Unseen", points=3,
    hint="Look again",
)
def unseen(learner, case):
    expect.equal(learner.add_one(SECRET), Hidden.value + 1 + len(OTHERS))


for _name in ("two",):
    TABLE[_name] = 2
'''


@pytest.fixture
def exercise_folder(write_exercise):
    return write_exercise(
        {
            "checks.py": CHECKS,
            "submissions/wrong_answer/same.py": "# caught-by: unseen\ndef add_one(x):\n    return 2\n",
            "LICENSE": "MIT\n",
            "README.md": "Notes for teachers.\n",
        }
    )


def test_visible_checks_keep_what_they_need_to_the_letter_and_in_order():
    kept = visible_part(CHECKS, ["seen"])

    wanted = ("import math", "TABLE = {}", 'TABLE["one"] = 1', "SEEN, UNSEEN = 5, 6", "def near(value):", "OFFSET = 0")
    places = [kept.index(part) for part in (*wanted, '@check("Seen", visible=True)\ndef seen', "for _name in")]
    assert places == sorted(places)
    assert "    # Kept: it stands inside.\n" in kept


def test_nothing_that_only_hidden_checks_need_goes_along():
    kept = visible_part(CHECKS, ["seen"])

    for left_out in ("nobody should read", "The trick", "SECRET", "OTHERS", "Hidden", "unseen", "Look again"):
        assert left_out not in kept, left_out


def test_what_is_kept_runs_as_before():
    namespace = {}

    exec(visible_part(CHECKS, ["seen"]), namespace)

    assert namespace["near"](1.7) == 2
    assert namespace["TABLE"] == {"one": 1, "two": 2}


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("a = 1; b = 2\n@check('x')\ndef one(learner, case): return b\n", "b = 2"),
        ("é = '层'; ü = é\n@check('x')\ndef one(learner, case): return ü\n", "ü = é"),
        ("LIMIT: int = 3\n@check('x')\ndef one(learner, case): return LIMIT\n", "LIMIT: int = 3"),
        ("if True:\n    LIMIT = 3\n@check('x')\ndef one(learner, case): return 1\n", "if True:\n    LIMIT = 3"),
    ],
)
def test_statements_are_cut_out_whole(source, kept):
    found = visible_part(source, ["one"])

    assert kept in found
    compile(found, "checks.py", "exec")


def test_a_student_edition_reads_as_an_exercise_without_solutions(exercise_folder, tmp_path):
    files = student_files(exercise_folder, read_exercise(exercise_folder))
    there = tmp_path / "class" / "add-one"
    for name, text in files.items():
        there.mkdir(parents=True, exist_ok=True)
        (there / name).write_text(text, encoding="utf-8")

    edition = read_exercise(there)

    assert sorted(files) == ["LICENSE", "checks.py", "exercise.yaml", "starter.py", "statement.md"]
    assert [check.id for check in edition.checks] == ["seen"]
    assert edition.withheld == 1
    assert (edition.reference, edition.accepted, edition.mutants) == ("", {}, ())
    assert edition.version != read_exercise(exercise_folder).version
    assert {found.code for found in lint_exercise(there)} == {"W433", "W434"}


def test_an_exercise_without_a_visible_check_makes_no_student_edition(write_exercise):
    folder = write_exercise({})

    with pytest.raises(InputError, match="no check is visible") as caught:
        student_files(folder, read_exercise(folder))

    assert str(caught.value.location) == str(folder / "checks.py")
    assert "visible=True" in caught.value.hint


def test_solutions_beside_a_student_edition_are_refused(write_exercise, errors_of):
    header = "schema: 1\nid: add-one\ntitle: Add one\nkind: implement\ndifficulty: 1\ntopics: [arithmetic]\n"
    folder = write_exercise(
        {"exercise.yaml": header + "entry_points: [{name: add_one, signature: add_one(x)}]\nwithheld: 2\n"}
    )

    assert errors_of(folder) == ["submissions E323 a student edition has no solutions (or leave out 'withheld')"]


@pytest.mark.parametrize("word", ["1", '"yes"'])
def test_visible_is_true_or_false(write_exercise, errors_of, word):
    checks = CHECKS.replace("visible=True", f"visible={word}")

    (line,) = errors_of(write_exercise({"checks.py": checks, "submissions/wrong_answer/same.py": None}))

    assert line == "checks.py:26:24 E338 visible must be True or False"


def test_marks_of_visibility_and_what_is_withheld_are_stored_and_come_back(exercise_folder):
    exercise = read_exercise(exercise_folder)
    plain = exercise_to_plain(exercise)

    assert exercise_from_plain(plain) == exercise
    assert [check.visible for check in exercise_from_plain(plain).checks] == [True, False]
    assert [len(check) for check in plain["checks"]] == [5, 4]
    assert "withheld" not in plain
    assert exercise_from_plain({**plain, "withheld": 0}).withheld == 0
