"""equivalent.yaml: mutants that are no mistakes; an entry is noticed when nothing makes its mutant any more."""

import pytest

from quizzer.content import lint_exercise
from quizzer.content.equivalents import read_equivalents
from quizzer.domain.errors import InputError
from quizzer.domain.mutation.report import Equivalent

GOOD = """\
schema: 1
equivalent:
  - operator: other-constant
    line: "return x + 1"
    becomes: "return x + 2"
    reason: "who counts?"
"""
GONE = (
    "no 'other-constant' of an accepted solution makes this change any more"
    " (take 'line' and 'becomes' from quizzer verify --mutate, or delete the entry)"
)


def messages(folder):
    found = [str(one).replace(f"{folder}/", "") for one in lint_exercise(folder)]
    return [message for message in found if message.startswith("equivalent.yaml")]


def test_the_file_says_which_changes_are_no_mistakes_and_why(write_exercise):
    folder = write_exercise({"equivalent.yaml": GOOD})

    assert read_equivalents(folder) == (Equivalent("other-constant", "return x + 1", "return x + 2", "who counts?"),)
    assert messages(folder) == []


def test_an_exercise_without_the_file_has_none(write_exercise):
    assert read_equivalents(write_exercise({})) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "return x + 1",
            "return x + 3",
            f"equivalent.yaml:4:11 W436 {GONE}",
        ),
        (
            "other-constant",
            "other-constants",
            "equivalent.yaml:3:15 E329 there is no operator 'other-constants'; did you mean 'other-constant'?",
        ),
        (
            '    reason: "who counts?"\n',
            "",
            "equivalent.yaml:3:5 E202 'reason' is missing in this equivalent",
        ),
    ],
)
def test_lint_tells_what_is_wrong_with_it_and_where(write_exercise, old, new, told):
    folder = write_exercise({"equivalent.yaml": GOOD.replace(old, new)})

    assert messages(folder) == [told]


def test_a_mark_may_fit_any_accepted_solution(write_exercise):
    other = "def add_one(x):\n    return 1 - -x\n"
    line = GOOD.replace("x + 1", "1 - -x").replace("x + 2", "2 - -x")
    folder = write_exercise({"submissions/accepted/other.py": other, "equivalent.yaml": line})

    assert messages(folder) == []


def test_whoever_needs_the_marks_gets_all_errors_of_the_file(write_exercise):
    folder = write_exercise({"equivalent.yaml": GOOD.replace("other-constant", "x").replace("schema: 1", "schema: 2")})

    with pytest.raises(InputError) as refused:
        read_equivalents(folder)

    assert [found.location.line for found in refused.value.diagnostics] == [1]


def test_a_line_of_the_reference_that_changed_leaves_its_mark_behind(write_exercise):
    folder = write_exercise(
        {
            "equivalent.yaml": GOOD + "# quizzer: ignore[W436] is for the line below\n",
            "submissions/accepted/reference.py": "def add_one(x):\n    return 1 + x\n",
        }
    )

    assert [message.split()[1] for message in messages(folder)] == ["W436"]
