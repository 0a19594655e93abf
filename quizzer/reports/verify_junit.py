"""Proofs as JUnit XML: a suite for each exercise and deck, a case for each solution and card."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quizzer.domain.card_proof import CardFinding
from quizzer.domain.proof import Fault, Finding
from quizzer.reports.junit_xml import END, HEAD, case_element, output_element, result_element, suite_head
from quizzer.reports.markdown import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from quizzer.domain.card_proof import CardProof, DeckProof
    from quizzer.domain.errors import InputError
    from quizzer.domain.proof import ExerciseProof

F = TypeVar("F", Finding, CardFinding)


def verify_junit(
    exercises: Iterable[ExerciseProof],
    decks: Iterable[DeckProof],
    problems: Iterable[tuple[Path, InputError]],
) -> str:
    """One ``testsuites`` document. What leaves a case proved is told as its output; what cannot be read is an error."""
    suites = [_of_exercise(proof) for proof in exercises]
    suites += [_of_deck(proof) for proof in decks]
    suites += [_unread(str(folder), problem) for folder, problem in problems]
    return HEAD + "".join(suites) + END


def _of_exercise(proof: ExerciseProof) -> str:
    of_path: dict[str, list[Finding]] = {solution.path: [] for solution in proof.solutions}
    for finding in proof.findings:
        of_path.setdefault(finding.path, []).append(finding)
    seconds = {solution.path: solution.duration_s for solution in proof.solutions}
    cases = [
        case_element(
            proof.exercise,
            path,
            "".join(_exercise_element(one) for one in _failures_first(found)),
            time=f"{seconds.get(path, 0):.3f}",
        )
        for path, found in of_path.items()
    ]
    return _suite(cases, proof.exercise, time=sum(seconds.values()))


def _exercise_element(finding: Finding) -> str:
    text = finding.message if finding.seed is None else f"{finding.message}\n--seed {finding.seed}"
    return _element(finding.fault.value, text, warning=finding.warning, error=finding.fault is Fault.JUDGE_ERROR)


def _of_deck(proof: DeckProof) -> str:
    cases = [_card(proof, card) for card in proof.cards]
    return _suite(cases, proof.deck, time=proof.duration_s)


def _card(proof: DeckProof, card: CardProof) -> str:
    inner = "".join(_card_element(one) for one in _failures_first(card.findings))
    return case_element(proof.deck, card.note, inner)


def _card_element(finding: CardFinding) -> str:
    hint = "" if finding.hint is None else f"\n{finding.hint}"
    text = f"{finding.message}\n{finding.location}{hint}"
    return _element(finding.fault.value, text, warning=finding.warning)


def _unread(folder: str, problem: InputError) -> str:
    told = "\n".join(map(str, problem.diagnostics)) or str(problem)
    return _suite([case_element("quizzer", folder, result_element("error", "unreadable", told))], folder)


def _suite(cases: list[str], name: str, *, time: float = 0.0) -> str:
    return suite_head(cases, name=name, time=f"{time:.3f}") + "".join(cases) + "  </testsuite>\n"


def _element(kind: str, text: str, *, warning: bool, error: bool = False) -> str:
    text = without_controls(text)
    if warning:
        return output_element(f"warning [{kind}]: {text}")
    return result_element("error" if error else "failure", kind, text)


def _failures_first(found: Sequence[F]) -> list[F]:
    """As the schema of JUnit wants its elements."""
    return sorted(found, key=lambda finding: finding.warning)
