"""The report of a run, as a learner reads it: the whole page is the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.domain.card import ExerciseId
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.reports.card_page import PageStyle
from quizzer.reports.grade_view import grade_page

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "cli"
RAISED = Text.of({"en": "Your code raised an exception:\n  line 3, in forward\nKeyError: 'p'"})


def result(verdict: Verdict = Verdict.WA) -> GradeResult:
    checks = (
        CheckResult(
            "a", Text.of({"en": "In evaluation the input is unchanged", "zh-CN": "评估时输入不变"}), Verdict.AC, 1, 1
        ),
        CheckResult(
            "b",
            Text.of({"en": "Survivors are scaled by 1/(1-p)", "zh-CN": "保留的元素按 1/(1-p) 缩放"}),
            Verdict.WA,
            0,
            2.5,
            message=Text.of(
                {
                    "en": "a surviving element is 3.3333, expected 1.4286:\n  [3.3333, 3.3333]",
                    "zh-CN": "保留下来的元素是 3.3333，应为 1.4286：\n  [3.3333, 3.3333]",
                }
            ),
            hint=Text.of(
                {
                    "en": "What is the expected value of one element of the output, for any p that a user may choose?",
                    "zh-CN": "输出元素的期望是多少？",
                }
            ),
        ),
        CheckResult(
            "c", Text.of("The dtype stays"), Verdict.RTE, 0, 1, message=RAISED, hint=Text.of("Look at x.dtype.")
        ),
        CheckResult(
            "d", Text.of("The device stays"), Verdict.RTE, 0, 1, message=RAISED, hint=Text.of("Look at x.device.")
        ),
        CheckResult("e", Text.of("The gradient flows"), Verdict.TLE, 0, 1, not_run=True),
    )
    return GradeResult(
        exercise=ExerciseId("dropout"),
        exercise_version="1",
        verdict=verdict,
        checks=checks,
        seed=7,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.0434,
        graded_at=datetime(2026, 3, 1, tzinfo=UTC),
        output="one\n\x1b[31mtwo\x07\n",
    )


def page(found: GradeResult, *, language: str = "en", plain: bool = False, width: int = 64) -> str:
    style = PageStyle(width, language, plain=plain, colour=False)
    lines = grade_page(
        found,
        title="Implement Dropout",
        explanation=Text.of("Scaling keeps the *expected* value."),
        next_lines=["Change the file, then run: quizzer grade x.py"],
        style=style,
    )
    return "".join(line.plain + "\n" for line in lines)


@pytest.mark.parametrize(
    ("name", "language", "plain"),
    [("grade-en", "en", False), ("grade-zh", "zh-CN", False), ("grade-plain", "en", True)],
)
def test_the_page_of_a_rejected_run_is_the_one_in_the_golden_file(name: str, language: str, plain: bool) -> None:
    shown = page(result(), language=language, plain=plain)

    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_only_the_sign_of_a_property_is_coloured() -> None:
    lines = grade_page(result(), title="Dropout", style=PageStyle(60))

    failed = next(line for line in lines if "Survivors" in line.plain)

    assert [(failed.plain[span.start : span.end].strip(), span.style) for span in failed.spans] == [("✗", "bold red")]
    assert not failed.style


def test_no_line_is_wider_than_the_page_or_ends_in_a_space() -> None:
    style = PageStyle(50, "zh-CN", colour=False)

    lines = grade_page(result(), title="实现 Dropout", style=style)

    assert max(line.cell_len for line in lines if "3.3333" not in line.plain) <= 50
    assert [line.plain for line in lines if line.plain != line.plain.rstrip()] == []


def test_success_is_followed_by_the_explanation_and_failure_is_not() -> None:
    assert "expected* value" not in page(result(Verdict.WA))
    assert "Scaling keeps the expected value." in page(replace(result(), verdict=Verdict.AC, checks=()))


def test_an_error_of_the_judge_says_whose_fault_it_is_and_counts_no_points() -> None:
    found = replace(result(Verdict.JE), message=Text.of("the checks raised KeyError"))

    shown = page(found)

    assert "this is not your fault" in shown
    assert "the checks raised KeyError" in shown
    assert "points" not in shown


def test_a_flood_of_output_is_cut_and_counted() -> None:
    shown = page(replace(result(), output="line\n" * 50 + "x" * 1000))

    assert "… 31 more lines" in shown
    assert max(map(len, shown.splitlines())) < 300


def test_what_a_submission_wrote_cannot_drive_the_terminal() -> None:
    hostile = "\x1b]0;owned\x07 \x1b[2J \u202e \x9b31m"
    check = CheckResult("a", Text.of(hostile), Verdict.WA, 0, 1, message=Text.of(hostile), hint=Text.of(hostile))
    found = replace(result(), checks=(check,), message=Text.of(hostile), output=hostile)

    shown = page(found)

    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)
