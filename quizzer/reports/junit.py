"""Judged submissions as JUnit XML: a suite for each submission, a case for each property."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from quizzer.domain.verdict import Verdict
from quizzer.reports.json_format import instant
from quizzer.reports.junit_xml import END, HEAD, attributes, case_element, result_element, suite_head
from quizzer.reports.words import say

if TYPE_CHECKING:
    from quizzer.domain.classroom import Row, Tally
    from quizzer.domain.verdict import CheckResult, GradeResult


class JUnitWriter:
    """One ``testsuites`` document, written as the rows come."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language
        stream.write(HEAD)

    def row(self, row: Row) -> None:
        cases = _problem(row) if row.result is None else self._cases(row.result)
        result = row.result
        facts = {"time": f"{result.duration_s:.3f}", "timestamp": instant(result.graded_at)[:-1]} if result else {}
        name = row.file if row.student is None else f"{row.student}: {row.file}"
        self._stream.write(suite_head(cases, name=name, **facts))
        self._stream.write(_properties(row))
        self._stream.writelines(cases)
        self._stream.write("  </testsuite>\n")
        self._stream.flush()

    def end(self, _: Tally) -> None:
        self._stream.write(END)

    def _cases(self, result: GradeResult) -> list[str]:
        cases = [self._case(check, result) for check in result.checks]
        if result.message is None:
            return cases
        # Why the whole run ended is told once, as a case of its own.
        tag = "error" if result.verdict is Verdict.JE else "failure"
        whole = result_element(tag, result.verdict, result.message.in_(self._language))
        return [case_element(result.exercise, say(self._language, result.verdict.value), whole), *cases]

    def _case(self, check: CheckResult, result: GradeResult) -> str:
        inner = ""
        if check.not_run:
            inner = f"      <skipped{attributes(message=say(self._language, 'not_run'))}/>\n"
        elif not check.verdict.accepted:
            text = check.message.in_(self._language) if check.message else say(self._language, check.verdict.value)
            if check.hint is not None:
                text += "\n" + say(self._language, "hint", text=check.hint.in_(self._language).strip())
            inner = result_element("error" if check.verdict is Verdict.JE else "failure", check.verdict, text)
        return case_element(result.exercise, check.title.in_(self._language), inner)


def _problem(row: Row) -> list[str]:
    problem = result_element("error", "unusable", row.problem or "")
    return [case_element(row.exercise or "quizzer", "submission", problem)]


def _properties(row: Row) -> str:
    facts = {"student": row.student, "exercise": row.exercise, "sha256": row.sha256}
    if row.result is not None:
        facts |= {"verdict": row.result.verdict, "score": f"{row.result.score:g}", "seed": str(row.result.seed)}
        # Nothing of a full edition, where no check is left out; 0 of a student edition that has them all.
        facts |= {"withheld": None if row.result.withheld is None else str(row.result.withheld)}
    lines = [f"      <property{attributes(name=name, value=value)}/>\n" for name, value in facts.items() if value]
    return f"    <properties>\n{''.join(lines)}    </properties>\n" if lines else ""
