"""Exercises and the results of judged submissions as plain values and back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizzer.domain.card import ExerciseId
from quizzer.domain.codec.plain import Plain, instant, reading, text_from_plain, text_to_plain
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind, Limits, Mutant
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def exercise_to_plain(exercise: Exercise) -> Plain:
    """All of an exercise as JSON values, sources and mutants included."""
    return {
        "id": exercise.id,
        "version": exercise.version,
        "title": exercise.title.plain(),
        "kind": exercise.kind.value,
        "difficulty": exercise.difficulty,
        "topics": list(exercise.topics),
        "entry_points": [[point.name, point.signature] for point in exercise.entry_points],
        "statement": exercise.statement.plain(),
        "starter": exercise.starter,
        "checks": [_info_to_plain(info) for info in exercise.checks],
        "checks_source": exercise.checks_source,
        "reference": exercise.reference,
        "limits": _limits_to_plain(exercise.limits),
        "forbidden": list(exercise.forbidden),
        "hints": [hint.plain() for hint in exercise.hints],
        "explanation": text_to_plain(exercise.explanation),
        "fixtures_source": exercise.fixtures_source,
        "accepted": dict(exercise.accepted),
        "mutants": [_mutant_to_plain(mutant) for mutant in exercise.mutants],
        "runs": exercise.runs,
        # Only where it says something: exercises that are stored already stay as they are.
        **({} if exercise.withheld is None else {"withheld": exercise.withheld}),
    }


def exercise_from_plain(plain: Mapping[str, Any]) -> Exercise:
    """The exercise that ``exercise_to_plain`` wrote; CodecError otherwise."""
    return reading("exercise", _exercise, plain)


def result_to_plain(result: GradeResult) -> Plain:
    """All of a judged submission's result as JSON values."""
    return {
        "exercise": result.exercise,
        "exercise_version": result.exercise_version,
        "verdict": result.verdict.value,
        "checks": [_check_to_plain(check) for check in result.checks],
        "seed": result.seed,
        "isolation": result.isolation,
        "device": result.device,
        "torch_version": result.torch_version,
        "duration_s": result.duration_s,
        "graded_at": instant(result.graded_at),
        "message": text_to_plain(result.message),
        "output": result.output,
        "diagnosis": text_to_plain(result.diagnosis),
        **({} if result.withheld is None else {"withheld": result.withheld}),
    }


def result_from_plain(plain: Mapping[str, Any]) -> GradeResult:
    """The result that ``result_to_plain`` wrote; CodecError otherwise."""
    return reading("result", _result, plain)


def _exercise(plain: Mapping[str, Any]) -> Exercise:
    return Exercise(
        id=ExerciseId(plain["id"]),
        version=plain["version"],
        title=Text.of(plain["title"]),
        kind=ExerciseKind(plain["kind"]),
        difficulty=plain["difficulty"],
        topics=tuple(plain["topics"]),
        entry_points=tuple(EntryPoint(name, signature) for name, signature in plain["entry_points"]),
        statement=Text.of(plain["statement"]),
        starter=plain["starter"],
        checks=tuple(map(_info, plain["checks"])),
        checks_source=plain["checks_source"],
        reference=plain["reference"],
        limits=Limits(**plain["limits"]),
        forbidden=tuple(plain["forbidden"]),
        hints=tuple(Text.of(hint) for hint in plain["hints"]),
        explanation=text_from_plain(plain["explanation"]),
        fixtures_source=plain["fixtures_source"],
        accepted=dict(plain["accepted"]),
        mutants=tuple(map(_mutant, plain["mutants"])),
        # Stored before exercises could ask for several.
        runs=plain.get("runs", 1),
        withheld=plain.get("withheld"),
    )


def _info_to_plain(info: CheckInfo) -> list[Any]:
    visible = [True] if info.visible else []
    return [info.id, info.title.plain(), info.points, text_to_plain(info.hint), *visible]


def _info(plain: Sequence[Any]) -> CheckInfo:
    id_, title, points, hint, visible = (*plain, False)[:5]
    return CheckInfo(id_, Text.of(title), points, text_from_plain(hint), visible)


def _mutant_to_plain(mutant: Mutant) -> list[Any]:
    told = text_to_plain(mutant.mistake)
    patterns = [sorted(mutant.always), sorted(mutant.sometimes)]
    return [mutant.path, mutant.source, mutant.caught_by, mutant.verdict, told, *patterns]


def _mutant(plain: Sequence[Any]) -> Mutant:
    # Stored before mutants told a mistake, one has four parts.
    path, source, caught_by, verdict, mistake, always, sometimes = (*plain, None, (), ())[:7]
    return Mutant(
        path, source, caught_by, verdict, text_from_plain(mistake), frozenset(always), frozenset(sometimes)
    )  # fmt: skip


def _limits_to_plain(limits: Limits) -> Plain:
    return {
        "call_s": limits.call_s,
        "run_s": limits.run_s,
        "memory_mib": limits.memory_mib,
        "output_kib": limits.output_kib,
        "file_mib": limits.file_mib,
    }


def _check_to_plain(check: CheckResult) -> Plain:
    return {
        "id": check.id,
        "title": check.title.plain(),
        "verdict": check.verdict.value,
        "points": check.points,
        "max_points": check.max_points,
        "message": text_to_plain(check.message),
        "hint": text_to_plain(check.hint),
        "not_run": check.not_run,
    }


def _check(plain: Mapping[str, Any]) -> CheckResult:
    return CheckResult(
        id=plain["id"],
        title=Text.of(plain["title"]),
        verdict=Verdict(plain["verdict"]),
        points=plain["points"],
        max_points=plain["max_points"],
        message=text_from_plain(plain["message"]),
        hint=text_from_plain(plain["hint"]),
        not_run=plain["not_run"],
    )


def _result(plain: Mapping[str, Any]) -> GradeResult:
    return GradeResult(
        exercise=ExerciseId(plain["exercise"]),
        exercise_version=plain["exercise_version"],
        verdict=Verdict(plain["verdict"]),
        checks=tuple(_check(check) for check in plain["checks"]),
        seed=plain["seed"],
        isolation=plain["isolation"],
        device=plain["device"],
        torch_version=plain["torch_version"],
        duration_s=plain["duration_s"],
        graded_at=datetime.fromisoformat(plain["graded_at"]),
        message=text_from_plain(plain["message"]),
        output=plain["output"],
        diagnosis=text_from_plain(plain.get("diagnosis")),
        withheld=plain.get("withheld"),
    )
