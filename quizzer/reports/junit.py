"""Judged submissions as JUnit XML: a suite for each submission, a case for each property."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from quizzer.domain.verdict import Verdict
from quizzer.reports.json_format import instant
from quizzer.reports.words import say

if TYPE_CHECKING:
    from quizzer.domain.classroom import Row, Tally
    from quizzer.domain.verdict import CheckResult, GradeResult

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JUnitWriter:
    """One ``testsuites`` document, written as the rows come."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="quizzer">\n')

    def row(self, row: Row) -> None:
        cases = _problem(row) if row.result is None else self._cases(row.result)
        counts = {
            "tests": len(cases),
            "failures": sum("<failure" in case for case in cases),
            "errors": sum("<error" in case for case in cases),
            "skipped": sum("<skipped" in case for case in cases),
        }
        result = row.result
        facts = {"time": f"{result.duration_s:.3f}", "timestamp": instant(result.graded_at)[:-1]} if result else {}
        name = row.file if row.student is None else f"{row.student}: {row.file}"
        self._stream.write(f"  <testsuite{_attributes(name=name, **counts, **facts)}>\n")
        self._stream.write(_properties(row))
        self._stream.writelines(cases)
        self._stream.write("  </testsuite>\n")
        self._stream.flush()

    def end(self, _: Tally) -> None:
        self._stream.write("</testsuites>\n")

    def _cases(self, result: GradeResult) -> list[str]:
        cases = [self._case(check, result) for check in result.checks]
        if result.message is None:
            return cases
        # Why the whole run ended is told once, as a case of its own.
        tag = "error" if result.verdict is Verdict.JE else "failure"
        whole = _element(tag, result.verdict, result.message.in_(self._language))
        return [_case(result.exercise, say(self._language, result.verdict.value), whole), *cases]

    def _case(self, check: CheckResult, result: GradeResult) -> str:
        inner = ""
        if check.not_run:
            inner = f"      <skipped{_attributes(message=say(self._language, 'not_run'))}/>\n"
        elif not check.verdict.accepted:
            text = check.message.in_(self._language) if check.message else say(self._language, check.verdict.value)
            if check.hint is not None:
                text += "\n" + say(self._language, "hint", text=check.hint.in_(self._language).strip())
            inner = _element("error" if check.verdict is Verdict.JE else "failure", check.verdict, text)
        return _case(result.exercise, check.title.in_(self._language), inner)


def _problem(row: Row) -> list[str]:
    return [_case(row.exercise or "quizzer", "submission", _element("error", "unusable", row.problem or ""))]


def _properties(row: Row) -> str:
    facts = {"student": row.student, "exercise": row.exercise, "sha256": row.sha256}
    if row.result is not None:
        facts |= {"verdict": row.result.verdict, "score": f"{row.result.score:g}", "seed": str(row.result.seed)}
        # Nothing of a full edition, where no check is left out; 0 of a student edition that has them all.
        facts |= {"withheld": None if row.result.withheld is None else str(row.result.withheld)}
    lines = [f"      <property{_attributes(name=name, value=value)}/>\n" for name, value in facts.items() if value]
    return f"    <properties>\n{''.join(lines)}    </properties>\n" if lines else ""


def _case(classname: str, name: str, inner: str) -> str:
    head = f"    <testcase{_attributes(classname=classname, name=name, time='0')}"
    return f"{head}>\n{inner}    </testcase>\n" if inner else f"{head}/>\n"


def _element(tag: str, kind: str, text: str) -> str:
    first = text.strip().split("\n", 1)[0]
    return f"      <{tag}{_attributes(type=kind, message=first)}>{escape(_clean(text))}</{tag}>\n"


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(_clean(str(value)))}" for name, value in values.items())


def _clean(text: str) -> str:
    """Without the characters that no XML document may hold."""
    return _NOT_XML.sub("\ufffd", text)
