"""Pages of generated mutants: a row that adds up, survivors with their place and their lines, in both languages."""

from __future__ import annotations

from rich.cells import cell_len

from quizzer.domain.card import ExerciseId
from quizzer.domain.mutation import Variant
from quizzer.domain.mutation.report import JudgedVariant, MutationReport, Outcome
from quizzer.reports.card_page import PageStyle
from quizzer.reports.mutation_view import mutation_object, mutation_table, score_text, survivors_page

VARIANT = Variant("loop-cut", 3, 9, "the loop ends after its first round", "g(a)", "g(a)\nbreak", "source")
PATH = "submissions/accepted/reference.py"


def report(*outcomes: Outcome, **keywords: object) -> MutationReport:
    judged = tuple(JudgedVariant(PATH, VARIANT, outcome, checks=("a", "b"), why="not that") for outcome in outcomes)
    return MutationReport(ExerciseId("dropout"), "exercises/dropout", judged, **keywords)


def page(one: MutationReport, *, plain: bool = False, language: str = "en") -> list[str]:
    style = PageStyle(80, language, colour=False, plain=plain)
    return [line.plain for line in survivors_page(one, style=style)]


def test_a_survivor_is_shown_with_its_place_its_operator_and_its_lines() -> None:
    assert page(report(Outcome.CAUGHT, Outcome.SURVIVED)) == [
        "dropout (exercises/dropout)",
        f" ✗ {PATH}:3:9 [loop-cut] survived: the loop ends after its first round",
        "    - g(a)",
        "    + g(a)",
        "    + break",
        "",
    ]


def test_one_that_only_some_seeds_refuse_says_who_refused_it() -> None:
    lines = page(report(Outcome.SOMETIMES), plain=True)

    assert lines[1] == f"error: {PATH}:3:9 [loop-cut] sometimes: the loop ends after its first round"
    assert lines[2] == "    a, b: not that"


def test_an_exercise_with_nothing_to_look_at_has_no_page() -> None:
    assert page(report(Outcome.CAUGHT, Outcome.EQUIVALENT)) == []


def test_what_a_limit_left_out_and_a_refused_solution_are_told() -> None:
    assert "  3 more were not judged (--limit)." in page(report(Outcome.CAUGHT, left_out=3))
    assert "  另有 3 个未评测（--limit）。" in page(report(Outcome.CAUGHT, left_out=3), language="zh-CN")
    assert "  reference.py is refused" in page(report(refused="reference.py is refused\x1b[2J"))[1]
    assert "\x1b" not in "".join(page(report(refused="reference.py is refused\x1b[2J")))


def test_the_columns_of_a_row_line_up_in_both_languages() -> None:
    reports = [report(Outcome.CAUGHT, Outcome.REFUTED, Outcome.SURVIVED, Outcome.EQUIVALENT), report()]
    for language in ("en", "zh-CN"):
        style = PageStyle(100, language, colour=False, plain=True)

        lines = [line.plain for line in mutation_table(reports, style=style)]

        assert lines[1].split() == ["dropout", "4", "2", "0", "1", "1", "66.6%", "0.0"]
        assert lines[2].split()[-2:] == ["-", "0.0"]
        assert len({cell_len(line) for line in lines}) == 1


def test_a_score_is_never_rounded_up_to_what_it_is_not() -> None:
    assert score_text(0.9999) == "99.9%"
    assert score_text(1.0) == "100.0%"
    assert score_text(None) == "-"


def test_an_object_counts_every_outcome_and_keeps_each_mutant() -> None:
    found = mutation_object(report(Outcome.CAUGHT, Outcome.JUDGE_ERROR))

    assert (found["mutants"], found["caught"], found["judge_error"], found["survived"]) == (2, 1, 1, 0)
    assert (found["refused"], found["score"]) == (None, 0.5)
    assert found["variants"][0]["outcome"] == "caught"
