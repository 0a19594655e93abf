"""Classification is total: every run that can be described gets a verdict, and points never go astray."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.exercise import CheckInfo, Limits
from quizzer.domain.text import Text
from quizzer.domain.verdict import Verdict
from quizzer.grader.classify import classify
from quizzer.grader.report import CheckReport, End, ErrorFacts, Overrun, Report
from quizzer.grader.run import Ended, RunFacts

CHECKS = tuple(CheckInfo(name, Text.of(name), points) for name, points in (("a", 1), ("b", 2), ("c", 3)))

check_reports = st.lists(st.sampled_from(list(Verdict)), max_size=3).map(
    lambda verdicts: tuple(CheckReport(info.id, v, {"en": "x"}) for info, v in zip(CHECKS, verdicts, strict=False))
)
errors = st.none() | st.builds(
    ErrorFacts, st.just({"en": "x", "zh-CN": "y"}) | st.just({}), out_of_memory=st.booleans()
)
reports = st.none() | st.builds(
    Report, end=st.sampled_from(End), checks=check_reports, error=errors, overrun=st.sampled_from(Overrun)
)
ended = st.builds(
    Ended,
    role=st.just("submission"),
    stopped=st.booleans(),
    exit_status=st.none() | st.integers(0, 255),
    signal=st.none() | st.sampled_from([6, 9, 11]),
    cpu_s=st.floats(0, 100),
    peak_rss_kib=st.integers(0, 4_000_000),
)
facts = st.builds(
    RunFacts,
    report=reports,
    isolation=st.just("full"),
    deadline=st.booleans(),
    overflow=st.booleans(),
    output=st.binary(max_size=5),
    members=ended.map(lambda one: {"submission": one}) | st.just({}),
    limits=st.just(Limits()),
)


@given(facts)
def test_every_run_gets_a_verdict_and_every_check_a_result(run: RunFacts) -> None:
    judgement = classify(run, CHECKS)

    assert [result.id for result in judgement.checks] == ["a", "b", "c"]
    assert all(0 <= result.points <= result.max_points for result in judgement.checks)


@given(facts)
def test_a_run_is_accepted_only_if_every_check_of_a_finished_report_passed(run: RunFacts) -> None:
    judgement = classify(run, CHECKS)

    if judgement.verdict is Verdict.AC:
        assert not run.overflow
        assert run.report is not None
        assert run.report.end is End.FINISHED
        assert [check.verdict for check in run.report.checks] == [Verdict.AC] * len(CHECKS)
        assert sum(result.points for result in judgement.checks) == 6


@given(facts, st.sampled_from(Overrun))
def test_only_a_submission_that_got_a_processor_is_called_too_slow(run: RunFacts, overrun: Overrun) -> None:
    run = replace(run, overflow=False, report=Report(end=End.TIMEOUT, overrun=overrun))
    judgement = classify(run, CHECKS)

    assert judgement.verdict is (Verdict.JE if overrun is Overrun.STARVED else Verdict.TLE)
    assert judgement.message is not None
    assert judgement.message.languages == ("en", "zh-CN")


@given(facts)
def test_a_judge_error_of_any_check_is_never_turned_against_the_learner(run: RunFacts) -> None:
    if run.report is None or run.overflow or run.report.end not in (End.FINISHED, End.TIMEOUT, End.GONE, End.FORGED):
        return
    broken = any(check.verdict is Verdict.JE for check in run.report.checks)

    assert not broken or classify(run, CHECKS).verdict is Verdict.JE
