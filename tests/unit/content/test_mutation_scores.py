"""docs/mutation.md is what its script writes, of exercises that there are, with numbers that fit together."""

import re

import pytest

import mutation_scores
from mutation_scores import PAGE, page, row, rows_of, topics
from quizzer.content import lint_exercise

JUDGED = {
    "exercise": "dropout", "mutants": 9, "caught": 5, "refuted": 1, "sometimes": 1, "survived": 1, "equivalent": 1,
    "judge_error": 0, "left_out": 0, "refused": None, "score": 0.75,
}  # fmt: skip


def numbers(line):
    return [int(cell) for cell in re.findall(r"(?<=\| )\d+(?= \|)", line)]


@pytest.fixture(scope="module")
def text():
    return PAGE.read_text(encoding="utf-8")


def test_the_page_is_what_its_script_writes(text):
    assert page(rows_of(text), topics()) == text


def test_the_numbers_of_each_row_fit_together(text):
    for line in rows_of(text).values():
        mutants, caught, lucky, survived, equivalent = numbers(line)[:5]
        assert mutants == caught + lucky + survived + equivalent
        share = caught / (mutants - equivalent) if mutants > equivalent else None
        assert mutation_scores.score_text(share) in line


def test_each_equivalent_of_a_built_in_exercise_still_fits_a_mutant():
    marked = [file.parent for file in mutation_scores.EXERCISES.glob("*/*/equivalent.yaml")]

    found = [str(one) for folder in marked for one in lint_exercise(folder) if one.code in ("W436", "E329")]

    assert marked
    assert found == []


def test_a_row_counts_refuted_marks_as_caught():
    assert row(JUDGED, "abc") == "| `dropout` | 9 | 6 | 1 | 1 | 1 | 75.0% | abc |"


def test_what_is_judged_anew_replaces_its_row_and_leaves_the_others(tmp_path):
    here = tmp_path / "mutation.md"
    known = {"layers": {"dropout": "abc", "relu": "def"}}
    here.write_text(page({"relu": row({**JUDGED, "exercise": "relu"}, "def")}, known), encoding="utf-8")

    rows = rows_of(here.read_text(encoding="utf-8"))
    after = page({**rows, "dropout": row(JUDGED, "abc")}, known)

    assert "Not judged yet: `dropout`." in here.read_text(encoding="utf-8")
    assert list(rows_of(after)) == ["dropout", "relu"]
    assert rows_of(after)["relu"] == rows["relu"]
    assert "Not judged yet" not in after
