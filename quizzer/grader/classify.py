"""What a run means: the one place where facts become verdicts. Total: every run gets one."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from quizzer.domain.exercise import CheckInfo, Limits
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, Verdict
from quizzer.grader.carets import quoted
from quizzer.grader.clocks import by_the_clock_s
from quizzer.grader.messages import Ended
from quizzer.grader.orders import LOCK_DOWN_FAILED
from quizzer.grader.report import CheckReport, End, Overrun, Report
from quizzer.grader.run import RunFacts
from quizzer.grader.source_rules import Violation
from quizzer.grader.words import words

_MEMORY_SHARE = 0.85
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, why, and the result of each check."""

    verdict: Verdict
    message: Text | None
    checks: tuple[CheckResult, ...]


def classify(facts: RunFacts, checks: tuple[CheckInfo, ...]) -> Judgement:
    """The judgement of a run. Our own failures come first, then what stopped the run, then the checks."""
    if facts.overflow:
        return _stopped(Verdict.OLE, words("output", kib=facts.limits.output_kib), (), checks)
    report = facts.report
    if report is None:
        return _stopped(Verdict.JE, words("judge_failed", detail=_without_report(facts)), (), checks)
    match report.end:
        case End.BROKEN:
            return _stopped(Verdict.JE, words("judge_failed", detail=report.detail), (), checks)
        case End.NOT_LOADED:
            return _not_loaded(report, facts.limits, checks)
        case End.MISSING:
            return _stopped(Verdict.CE, words("missing", names=report.detail), (), checks)
        case End.TIMEOUT:
            return _out_of_time(report.overrun, facts.limits, report, checks)
        case End.GONE:
            return _gone(facts, report, checks)
        case End.FORGED:
            return _stopped(Verdict.RTE, words("forged", detail=report.detail), report.checks, checks)
        case End.FINISHED:
            return _finished(report, checks)


def forbidden(violations: tuple[Violation, ...], checks: tuple[CheckInfo, ...]) -> Judgement:
    """The judgement of a submission that breaks a source rule; nothing of it was run."""
    parts = [words("forbidden_source"), *map(_place, violations[:_MOST_PLACES])]
    if len(violations) > _MOST_PLACES:
        parts.append(words("forbidden_more", count=len(violations) - _MOST_PLACES))
    message = {tag: "\n".join(part[tag] for part in parts) for tag in parts[0]}
    return _stopped(Verdict.FORBIDDEN, message, (), checks)


def _place(one: Violation) -> dict[str, str]:
    """A violation with its line and a caret below."""
    told = words("forbidden_place", line=one.line, column=one.column, name=one.name)
    source = quoted(one.text, (one.column - 1, one.end - 1))
    return {tag: f"{sentence}\n{source}" for tag, sentence in told.items()}


def _finished(report: Report, checks: tuple[CheckInfo, ...]) -> Judgement:
    ran = {check.id: check for check in report.checks}
    if set(ran) != {info.id for info in checks}:
        return _stopped(
            Verdict.JE, words("judge_failed", detail="the checks that ran are not the exercise's"), (), checks
        )
    results = [_result(info, ran[info.id]) for info in checks]
    verdict = _overall([result.verdict for result in results])
    # Work that was delegated to the forbidden operation earns nothing, whichever checks it satisfies.
    if verdict in (Verdict.FORBIDDEN, Verdict.JE):
        results = [_result(info, ran[info.id], earns=False) for info in checks]
    return Judgement(verdict, None, tuple(results))


def _overall(verdicts: list[Verdict]) -> Verdict:
    for decisive in (Verdict.JE, Verdict.FORBIDDEN):
        if decisive in verdicts:
            return decisive
    return next((verdict for verdict in verdicts if verdict is not Verdict.AC), Verdict.AC)


def _not_loaded(report: Report, limits: Limits, checks: tuple[CheckInfo, ...]) -> Judgement:
    error = report.error
    if error is not None and error.out_of_memory:
        return _stopped(Verdict.MLE, words("memory", mib=limits.memory_mib), (), checks)
    told = words("does_not_load")
    texts = {} if error is None else error.traceback
    return _stopped(Verdict.CE, {tag: f"{told[tag]}\n{texts.get(tag, '')}" for tag in told}, (), checks)


def _out_of_time(overrun: Overrun, limits: Limits, report: Report, checks: tuple[CheckInfo, ...]) -> Judgement:
    """Too slow, and by which limit; a submission that hardly got a processor is not."""
    of_call = overrun in (Overrun.CALL_CPU, Overrun.CALL_IDLE, Overrun.CALL_CLOCK)
    seconds = limits.call_s if of_call else limits.run_s
    if overrun in (Overrun.CALL_CLOCK, Overrun.RUN_CLOCK):
        seconds = by_the_clock_s(seconds)
    why = words(f"timeout_{overrun}", seconds=seconds)
    return _stopped(Verdict.JE if overrun is Overrun.STARVED else Verdict.TLE, why, report.checks, checks)


def _gone(facts: RunFacts, report: Report, checks: tuple[CheckInfo, ...]) -> Judgement:
    limits, ended = facts.limits, facts.members.get("submission")
    if ended is not None and ended.exit_status == LOCK_DOWN_FAILED and not report.checks:
        why = words(
            "judge_failed", detail="the submission's process could not be locked down or could not start its device"
        )
        return _stopped(Verdict.JE, why, (), checks)
    if ended is not None and ended.cpu_s >= limits.run_s:
        return _out_of_time(Overrun.RUN_CPU, limits, report, checks)
    if (
        ended is not None
        and ended.signal is not None
        and ended.peak_rss_kib >= limits.memory_mib * 1024 * _MEMORY_SHARE
    ):
        return _stopped(Verdict.MLE, words("memory", mib=limits.memory_mib), report.checks, checks)
    return _stopped(Verdict.RTE, words("ended", how=_how(ended)), report.checks, checks)


def _how(ended: Ended | None) -> str:
    if ended is None:
        return "?"
    if ended.signal is not None and not ended.stopped:
        return signal.Signals(ended.signal).name
    return f"exit status {ended.exit_status}" if ended.exit_status is not None else "exit"


def _without_report(facts: RunFacts) -> str:
    if facts.deadline:
        return "a check did not come to an end"
    return f"the judge process ended: {_how(facts.members.get('judge'))}"


def _stopped(
    verdict: Verdict, message: dict[str, str], ran: tuple[CheckReport, ...], checks: tuple[CheckInfo, ...]
) -> Judgement:
    """A run that ended early: what ran keeps its result, the rest shares the run's verdict."""
    done = {check.id: check for check in ran}
    results = tuple(_result(info, done[info.id]) if info.id in done else _not_run(info, verdict) for info in checks)
    broken = any(result.verdict is Verdict.JE for result in results)
    return Judgement(Verdict.JE if broken else verdict, Text.of(message), results)


def _result(info: CheckInfo, report: CheckReport, *, earns: bool = True) -> CheckResult:
    passed = report.verdict is Verdict.AC
    return CheckResult(
        id=info.id,
        title=info.title,
        verdict=report.verdict,
        points=info.points if passed and earns else 0,
        max_points=info.points,
        message=None if report.message is None else Text.of(report.message),
        hint=None if passed else info.hint,
    )


def _not_run(info: CheckInfo, verdict: Verdict) -> CheckResult:
    return CheckResult(
        id=info.id,
        title=info.title,
        verdict=verdict,
        points=0,
        max_points=info.points,
        hint=None,
        not_run=True,
    )
