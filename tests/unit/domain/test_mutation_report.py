"""What the judge's results make of a generated mutant, and of an exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzer.domain.card import ExerciseId
from quizzer.domain.mutation import Variant
from quizzer.domain.mutation.report import (
    Equivalent,
    JudgedVariant,
    MutationReport,
    Outcome,
    judged_variant,
)
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from small_exercise import NOW

VARIANT = Variant("bound-moved", 3, 9, ">= becomes >", "y = x >= 0\nz = 1", "y = x > 0\nz = 1", "source")
MARK = Equivalent("bound-moved", "  y = x >= 0\n  z = 1", "y = x > 0\nz = 1\n", "no draw is 0")


def check(name: str, verdict: Verdict, *, not_run: bool = False) -> CheckResult:
    message = None if verdict.accepted else Text.of(f"{name} says no")
    return CheckResult(name, Text.of(name), verdict, 0, 1, message=message, not_run=not_run)


def result(verdict: Verdict, *checks: CheckResult, message: str | None = None) -> GradeResult:
    return GradeResult(
        exercise=ExerciseId("e"),
        exercise_version="1",
        verdict=verdict,
        checks=checks,
        seed=1,
        isolation="full",
        device="cpu",
        torch_version="2",
        duration_s=0.1,
        graded_at=NOW,
        message=None if message is None else Text.of(message),
    )


PASSED = result(Verdict.AC, check("a", Verdict.AC), check("b", Verdict.AC))
REFUSED = result(
    Verdict.WA,
    check("a", Verdict.AC),
    check("b", Verdict.WA),
    check("c", Verdict.WA, not_run=True),
    check("d", Verdict.RTE),
)
BROKEN = result(Verdict.JE, check("a", Verdict.JE))


@pytest.mark.parametrize(
    ("results", "marks", "outcome"),
    [
        ([REFUSED, REFUSED], [], Outcome.CAUGHT),
        ([PASSED, REFUSED], [], Outcome.SOMETIMES),
        ([PASSED, PASSED], [], Outcome.SURVIVED),
        ([PASSED, PASSED], [MARK], Outcome.EQUIVALENT),
        ([PASSED, PASSED], [replace(MARK, operator="complement")], Outcome.SURVIVED),
        ([PASSED, PASSED], [replace(MARK, operator="complement"), MARK], Outcome.EQUIVALENT),
        ([PASSED, REFUSED], [MARK], Outcome.REFUTED),
        ([REFUSED, REFUSED], [MARK], Outcome.REFUTED),
        ([REFUSED, BROKEN], [], Outcome.JUDGE_ERROR),
        ([PASSED, BROKEN], [MARK], Outcome.JUDGE_ERROR),
    ],
)
def test_an_outcome_needs_every_seed(results: list[GradeResult], marks: list[Equivalent], outcome: Outcome) -> None:
    judged = judged_variant("r.py", VARIANT, results, equivalents=marks)

    assert judged.outcome is outcome
    assert judged.told is (outcome not in (Outcome.CAUGHT, Outcome.EQUIVALENT))


def test_who_caught_it_is_told_by_the_first_seed_that_refuses_it() -> None:
    judged = judged_variant("r.py", VARIANT, [PASSED, REFUSED])

    assert (judged.checks, judged.why) == (("b", "d"), "b says no")
    assert judged.verdicts == (Verdict.AC, Verdict.WA)


def test_a_run_that_ends_before_any_check_says_why_itself() -> None:
    judged = judged_variant("r.py", VARIANT, [result(Verdict.CE, message="no such name")])

    assert (judged.checks, judged.why) == ((), "no such name")


def test_one_that_a_check_refutes_tells_what_the_check_said() -> None:
    assert judged_variant("r.py", VARIANT, [PASSED, REFUSED], equivalents=[MARK]).why == "b says no"


def test_an_equivalent_gives_its_reason() -> None:
    assert judged_variant("r.py", VARIANT, [PASSED], equivalents=[MARK]).why == "no draw is 0"


@pytest.mark.parametrize(
    "other",
    [
        Equivalent("complement", MARK.line, MARK.becomes, ""),
        Equivalent("bound-moved", "y = x >= 1\nz = 1", MARK.becomes, ""),
        Equivalent("bound-moved", MARK.line, "y = x < 0\nz = 1", ""),
        Equivalent("bound-moved", MARK.line, "    y = x > 0\nz = 1", ""),
    ],
)
def test_a_mark_covers_only_its_own_operator_and_lines(other: Equivalent) -> None:
    assert MARK.covers(VARIANT)
    assert not other.covers(VARIANT)


def report(*outcomes: Outcome, refused: str = "") -> MutationReport:
    judged = tuple(JudgedVariant("r.py", VARIANT, outcome) for outcome in outcomes)
    return MutationReport(ExerciseId("e"), "f", judged, refused=refused)


def test_equivalents_count_neither_for_nor_against_an_exercise() -> None:
    found = report(Outcome.CAUGHT, Outcome.SURVIVED, Outcome.SOMETIMES, Outcome.EQUIVALENT, Outcome.REFUTED)

    assert found.mistakes == 4
    assert found.score == 0.5
    assert [one.outcome for one in found.told] == [Outcome.SURVIVED, Outcome.SOMETIMES, Outcome.REFUTED]


def test_an_exercise_without_mutants_has_no_score() -> None:
    assert report().score is None
    assert report(Outcome.EQUIVALENT).score is None


def test_an_exercise_is_sound_where_its_solution_passes_and_nothing_is_left_to_look_at() -> None:
    assert report(Outcome.CAUGHT, Outcome.EQUIVALENT).sound
    assert not report(Outcome.CAUGHT, Outcome.SURVIVED).sound
    assert not report(Outcome.CAUGHT, refused="it is refused").sound
