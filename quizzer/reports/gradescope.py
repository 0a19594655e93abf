"""A judged submission as Gradescope's results.json.

The format is that of its autograder specification: ``score``, ``output``, ``execution_time`` and ``tests``, each with
``name``, ``score``, ``max_score``, ``status``, ``output`` and ``visibility``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.domain.verdict import Verdict
from quizzer.reports.markdown import without_controls
from quizzer.reports.words import say

if TYPE_CHECKING:
    from quizzer.domain.classroom import Row
    from quizzer.domain.text import Text
    from quizzer.domain.verdict import CheckResult, GradeResult


def gradescope_object(row: Row, *, language: str) -> dict[str, Any]:
    """The results of one submission; a problem or a judge's error has no tests and says so in ``output``."""
    result = row.result
    if result is None:
        return {**_frame(), "score": 0, "output": without_controls(row.problem or ""), "tests": []}
    whole = [say(language, result.verdict.value), *_texts(language, result.message)]
    if result.diagnosis is not None:
        whole += [say(language, "perhaps", text=text) for text in _texts(language, result.diagnosis)]
    if result.withheld:
        whole.append(say(language, "student_edition", count=result.withheld))
    return {
        **_frame(),
        "score": result.score,
        "execution_time": round(result.duration_s, 3),
        "output": "\n".join(whole),
        "tests": [] if result.verdict is Verdict.JE else _tests(result, language),
        "extra_data": _facts(result),
    }


def _facts(result: GradeResult) -> dict[str, str]:
    facts = {
        "exercise": result.exercise,
        "verdict": result.verdict.value,
        "seed": str(result.seed),
        "torch_version": result.torch_version,
        "isolation": str(result.isolation),
    }
    return facts if result.withheld is None else {**facts, "withheld": str(result.withheld)}


def _frame() -> dict[str, str]:
    return {
        "output_format": "text",
        "test_output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
    }


def _tests(result: GradeResult, language: str) -> list[dict[str, Any]]:
    return [
        {
            "number": str(number),
            "name": without_controls(check.title.in_(language)),
            "score": check.points,
            "max_score": check.max_points,
            "status": "passed" if check.verdict.accepted else "failed",
            "output": _remark(check, language),
            "visibility": "visible",
        }
        for number, check in enumerate(result.checks, start=1)
    ]


def _remark(check: CheckResult, language: str) -> str:
    if check.verdict.accepted:
        return ""
    if check.not_run:
        return say(language, "not_run")
    lines = _texts(language, check.message) or [say(language, check.verdict.value)]
    return "\n".join(lines + [say(language, "hint", text=text) for text in _texts(language, check.hint)])


def _texts(language: str, text: Text | None) -> list[str]:
    return [] if text is None else [without_controls(text.in_(language)).strip("\n")]
