"""Mistakes that wrong solutions tell, and the file that says which checks each of them fails."""

import json

import pytest

from quizzer.content import lint_exercise, read_exercise
from quizzer.content.mistakes_file import MISTAKES_FILE, mistakes_text
from quizzer.domain.text import Text
from small_content import rewrite, write_content

TOLD = "# caught-by: doubles\n# mistake: You seem to triple.\n# mistake[zh-CN]: 你似乎乘了 3。\n"


@pytest.fixture
def folder(tmp_path):
    there = write_content(tmp_path) / "exercises/basics/double"
    rewrite(there / "submissions/wrong_answer/triples.py", "# caught-by: doubles\n", TOLD)
    return there


def patterns(exercise, always=frozenset({"doubles"}), sometimes=frozenset({"doubles", "keeps_shape"})):
    return mistakes_text(exercise, {mutant.path: (always, sometimes) for mutant in exercise.mutants})


def codes(folder):
    return [found.code for found in lint_exercise(folder) if found.code in ("W435", "W501")]


def test_a_wrong_solution_tells_its_mistake_in_both_languages(folder):
    (mutant,) = read_exercise(folder).mutants

    assert mutant.mistake == Text.of({"en": "You seem to triple.", "zh-CN": "你似乎乘了 3。"})
    assert mutant.caught_by == "doubles"


def test_the_patterns_come_back_as_they_were_written(folder):
    (folder / MISTAKES_FILE).write_text(patterns(read_exercise(folder)), encoding="utf-8")

    (mutant,) = read_exercise(folder).mutants

    assert (mutant.always, mutant.sometimes) == ({"doubles"}, {"doubles", "keeps_shape"})
    assert codes(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("submissions/wrong_answer/triples.py", "x * 3", "x * 4"), ("checks.py", "case.randn(3, 4)", "case.randn(3, 5)")],
)
def test_patterns_of_other_solutions_or_checks_are_not_believed_and_lint_says_so(folder, file, old, new):
    (folder / MISTAKES_FILE).write_text(patterns(read_exercise(folder)), encoding="utf-8")
    rewrite(folder / file, old, new)

    (mutant,) = read_exercise(folder).mutants

    assert mutant.always == frozenset()
    assert codes(folder) == ["W435"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"digest": 1}', '{"digest": "DIGEST"}', '{"digest": "DIGEST", "patterns": [1]}']
)
def test_a_file_that_says_something_else_is_as_good_as_none(folder, text):
    digest = json.loads(patterns(read_exercise(folder)))["digest"]
    (folder / MISTAKES_FILE).write_text(text.replace("DIGEST", digest), encoding="utf-8")

    (mutant,) = read_exercise(folder).mutants

    assert mutant.always == frozenset()
    assert codes(folder) == ["W435"]


def test_a_mistake_in_one_language_is_noticed(folder):
    rewrite(folder / "submissions/wrong_answer/triples.py", "# mistake[zh-CN]: 你似乎乘了 3。\n", "")

    assert sorted(codes(folder)) == ["W435", "W501"]


def test_a_mistake_further_down_is_a_comment_like_any_other(folder):
    rewrite(folder / "submissions/wrong_answer/triples.py", TOLD, "# caught-by: doubles\n\n\n\n# mistake: No.\n")

    (mutant,) = read_exercise(folder).mutants

    assert mutant.mistake is None
