"""The JSON objects: names and types that programs rely on."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from quizzer.domain.card import ExerciseId
from quizzer.domain.errors import Diagnostic, Location, Severity
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.reports.json_format import diagnostic_object, dumps, grade_object


def result(*, verdict: Verdict, message: str | None, check_message: str | None) -> GradeResult:
    check = CheckResult(
        "a",
        Text.of({"en": "Doubles", "zh-CN": "翻倍"}),
        verdict,
        0.0,
        2.0,
        message=Text.of(check_message) if check_message else None,
        not_run=check_message is None,
    )
    return GradeResult(
        exercise=ExerciseId("double"),
        exercise_version="1",
        verdict=verdict,
        checks=(check,),
        seed=2**62 - 1,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.123456,
        graded_at=datetime(2026, 3, 1, tzinfo=UTC),
        message=Text.of(message) if message else None,
        output="secret",
    )


def test_the_object_of_a_run_has_exactly_the_promised_names() -> None:
    made = grade_object(result(verdict=Verdict.WA, message=None, check_message="no"), language="zh-CN")

    assert list(json.loads(dumps(made))) == [
        "schema_version",
        "exercise",
        "verdict",
        "accepted",
        "score",
        "max_score",
        "isolation",
        "device",
        "torch_version",
        "seed",
        "duration_s",
        "checks",
        "diagnosis",
        "withheld",
    ]
    assert made["checks"] == [
        {
            "id": "a",
            "title": "翻倍",
            "verdict": "WA",
            "points": 0.0,
            "max_points": 2.0,
            "message": "no",
            "hint": None,
        }
    ]
    assert (made["accepted"], made["seed"], made["duration_s"]) == (False, 2**62 - 1, 0.1235)


def test_checks_that_had_no_turn_say_why_the_run_ended() -> None:
    made = grade_object(result(verdict=Verdict.CE, message="line 3: invalid syntax", check_message=None), language="en")

    assert made["checks"][0]["message"] == "line 3: invalid syntax"


def test_json_is_utf8_whatever_a_submission_wrote() -> None:
    written = dumps({"message": "翻倍 \ud800 \x1b[31m"})

    assert json.loads(written.decode("utf-8")) == {"schema_version": 1, "message": "翻倍 ? \x1b[31m"}
    assert "翻倍".encode() in written


def test_a_diagnostic_keeps_its_place_apart_from_its_words() -> None:
    diagnostic = Diagnostic(Location("a.yaml", 3, 5), "E204", "no such kind", "try basic", Severity.WARNING)

    assert diagnostic_object(diagnostic) == {
        "path": "a.yaml",
        "line": 3,
        "column": 5,
        "code": "E204",
        "severity": "warning",
        "message": "no such kind",
        "hint": "try basic",
    }
