"""Craft rules for exercises (W43x): enough wrong solutions, each check proved by one, hints, both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.content.equivalents import review_equivalents
from quizzer.content.ignores import Warnings
from quizzer.content.problems import counted
from quizzer.content.translation import versions_warnings

if TYPE_CHECKING:
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place
    from quizzer.domain.exercise import Exercise

MIN_MUTANTS = 5


def review_exercise(exercise: Exercise, place: Place, *, problems: Problems) -> None:
    """Note every craft and translation warning of an exercise, at its exercise.yaml."""
    warnings = Warnings(place, problems=problems)
    if exercise.withheld is None:
        _review_mutants(exercise, warnings)
    _review_mistakes(exercise, warnings, languages=frozenset(exercise.title.languages))
    if not exercise.hints:
        warnings.add("W433", "there are no hints", "id")
    if exercise.explanation is None:
        warnings.add("W434", "there is no explanation", "id")
    _review_translations(exercise, warnings)
    review_equivalents(Path(place.path).parent, exercise.accepted.values(), problems=problems)


def _review_mutants(exercise: Exercise, warnings: Warnings) -> None:
    proved = {mutant.caught_by for mutant in exercise.mutants}
    for check in exercise.checks:
        if check.id not in proved:
            warnings.add("W431", f"no wrong solution is caught by the check '{check.id}'", "id")
    if len(exercise.mutants) < MIN_MUTANTS:
        message = f"{counted(len(exercise.mutants), 'wrong solution')}; {MIN_MUTANTS} or more prove the checks"
        warnings.add("W432", message, "id")


def _review_mistakes(exercise: Exercise, warnings: Warnings, *, languages: frozenset[str]) -> None:
    told = [mutant for mutant in exercise.mutants if mutant.mistake is not None]
    for mutant in told:
        assert mutant.mistake is not None
        for language in sorted(languages - set(mutant.mistake.languages)):
            warnings.add("W501", f"the {language} version of the mistake in {mutant.path} is missing", "id")
    if told and not any(mutant.always for mutant in exercise.mutants):
        message = "mistakes.json is missing or older than the solutions: no mistake is ever named"
        warnings.add("W435", message, "id", hint="run quizzer verify --write on this folder")


def _review_translations(exercise: Exercise, warnings: Warnings) -> None:
    languages = frozenset(exercise.title.languages)
    for language in sorted(languages - set(exercise.statement.languages)):
        warnings.add("W501", f"the {language} version of the statement is missing", "title")
    for check in exercise.checks:
        missing = languages - set(check.title.languages)
        if check.hint is not None:
            missing |= languages - set(check.hint.languages)
        for language in sorted(missing):
            warnings.add("W501", f"the {language} version of the check '{check.id}' is missing", "title")
    for number, hint in enumerate(exercise.hints):
        versions_warnings(hint.plain(), warnings, "hints", number, languages=languages)
    if exercise.explanation is not None:
        versions_warnings(exercise.explanation.plain(), warnings, "explanation", languages=languages)
