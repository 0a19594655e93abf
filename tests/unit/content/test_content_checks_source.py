"""checks.py is read, never run: literal arguments only, each mistake at its line and column."""

import ast

import pytest

from quizzer.content.checks_source import read_checks
from quizzer.content.problems import Problems
from quizzer.content.version import without_unjudging
from quizzer.domain.text import Text

IMPORT = "from quizzer.checks import check, expect\n"


def read(source):
    problems = Problems()
    found = read_checks("checks.py", source, ast.parse(source), problems=problems)
    return found, [str(d).removeprefix("checks.py:") for d in problems.sorted_()]


def test_checks_come_in_definition_order_with_their_literal_arguments():
    source = IMPORT + (
        "@check({'en': 'A', 'zh-CN': '甲'}, points=2.5, hint='H' ' and more')\n"
        "def last(learner, case): ...\n"
        "def helper(a, b, c): ...\n"
        "@check(title='B')\n"
        "def first(learner, case): ...\n"
    )

    found, problems = read(source)

    assert problems == []
    assert [(c.id, c.points) for c in found.checks] == [("last", 2.5), ("first", 1.0)]
    assert found.checks[0].title == Text((("en", "A"), ("zh-CN", "甲")))
    assert found.checks[0].hint == Text.of("H and more")


def test_the_decorator_is_known_by_whatever_name_it_was_imported():
    source = "from quizzer.checks import check as prove\n@prove('A')\ndef a(learner, case): ...\n"

    found, problems = read(source)

    assert problems == []
    assert [c.id for c in found.checks] == ["a"]


def test_nothing_of_the_file_is_run(tmp_path):
    trap = tmp_path / "ran"
    source = IMPORT + f"open({str(trap)!r}, 'w')\n@check(open({str(trap)!r}, 'w').name)\ndef a(learner, case): ...\n"

    read(source)

    assert not trap.exists()


BROKEN = {
    "no checks": ("x = 1\n", ["1:1 E331 there are no checks here (from quizzer.checks import check)"]),
    "a decorator of another library": (
        "from elsewhere import check\n@check('A')\ndef a(learner, case): ...\n",
        ["1:1 E331 there are no checks here (from quizzer.checks import check)"],
    ),
    "a title that is computed": (
        IMPORT + "T = 'A'\n@check(T)\ndef a(learner, case): ...\n",
        ["3:8 E332 the title must be written out (it is read without running the file)"],
    ),
    "an f-string": (
        IMPORT + "@check(f'{1}')\ndef a(learner, case): ...\n",
        ["2:8 E332 the title must be written out (it is read without running the file)"],
    ),
    "a column behind Chinese": (
        IMPORT + "@check({'zh-CN': '中文'}, hint=H)\ndef a(learner, case): ...\n",
        ["2:30 E332 the hint must be written out (it is read without running the file)"],
    ),
    "a title in an unknown language": (
        IMPORT + "@check({'fr': 'A'})\ndef a(learner, case): ...\n",
        ["2:8 E332 the title must be text, or a mapping of languages (en, zh-CN) to texts"],
    ),
    "a title that is a number": (
        IMPORT + "@check(3)\ndef a(learner, case): ...\n",
        ["2:8 E332 the title must be text, or a mapping of languages (en, zh-CN) to texts"],
    ),
    "no points at all": (
        IMPORT + "@check('A', points=0)\ndef a(learner, case): ...\n",
        ["2:20 E334 points must be a number above 0, at most 1000"],
    ),
    "points that are true": (
        IMPORT + "@check('A', points=True)\ndef a(learner, case): ...\n",
        ["2:20 E334 points must be a number above 0, at most 1000"],
    ),
    "points that are not finite": (
        IMPORT + "@check('A', points=1e999)\ndef a(learner, case): ...\n",
        ["2:20 E334 points must be a number above 0, at most 1000"],
    ),
    "twice": (
        IMPORT + "@check('A')\ndef a(learner, case): ...\n@check('B')\ndef a(learner, case): ...\n",
        ["5:1 E333 check 'a' is defined twice (first on line 3)"],
    ),
    "another signature": (
        IMPORT + "@check('A')\ndef a(learner): ...\n",
        ["3:1 E335 check 'a' must be def a(learner, case)"],
    ),
    "a coroutine": (
        IMPORT + "@check('A')\nasync def a(learner, case): ...\n",
        ["3:1 E335 check 'a' must be def a(learner, case)"],
    ),
    "no call": (
        IMPORT + "@check\ndef a(learner, case): ...\n",
        ['2:2 E336 @check needs a title (@check("What is checked"))'],
    ),
    "no title": (
        IMPORT + "@check(points=2)\ndef a(learner, case): ...\n",
        ["2:2 E336 check 'a' has no title (@check(\"What is checked\"))"],
    ),
    "points by position": (
        IMPORT + "@check('A', 2)\ndef a(learner, case): ...\n",
        ["2:13 E336 @check takes its title first; name the others (points=, hint=)"],
    ),
    "unknown argument": (
        IMPORT + "@check('A', weight=2)\ndef a(learner, case): ...\n",
        ["2:13 E336 @check knows no 'weight'; it knows title, points, hint, visible"],
    ),
    "unpacked arguments": (
        IMPORT + "@check('A', **{})\ndef a(learner, case): ...\n",
        ["2:13 E336 @check knows no **; it knows title, points, hint, visible"],
    ),
    "inside a class": (
        IMPORT + "class C:\n    @check('A')\n    def a(learner, case): ...\n",
        ["4:5 E337 check 'a' must stand at the top level"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_reported_at_its_line_and_column(name):
    source, expected = BROKEN[name]

    _, problems = read(source)

    assert problems == expected


def test_blanking_titles_and_hints_leaves_the_rest_of_the_source():
    source = IMPORT + "@check({'en': '一',\n  'zh-CN': '二'}, points=2, hint='三')\ndef a(learner, case): return '四'\n"
    found, _ = read(source)

    rest = without_unjudging(source, found.unjudging)

    assert rest == IMPORT + "@check(, points=2, hint=)\ndef a(learner, case): return '四'\n"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("'甲', visible=True", "'甲'"),
        ("'甲', points=2, visible=True", "'甲', points=2"),
        ("'甲', visible=False, points=2, hint='乙'", "'甲', points=2, hint='乙'"),
        ("\n    '甲',\n    hint={'en': '乙'},\n    visible=True,\n", "\n    '甲',\n    hint={'en': '乙'},\n"),
    ],
)
def test_a_mark_of_visibility_is_nothing_of_what_judges(marked, plain):
    def judging(arguments: str) -> str:
        source = f"{IMPORT}@check({arguments})\ndef a(learner, case): ...\n"
        found, problems = read(source)
        assert problems == []
        return without_unjudging(source, found.unjudging)

    assert judging(marked) == judging(plain)
