"""How proofs of exercises look: a row each, what is wrong below it, and the matrix of checks against mutants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.proof import Role
from quizzer.reports.card_page import DIM, RIGHT, WRONG, indented
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import without_controls
from quizzer.reports.tables import table
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.proof import ExerciseProof, Finding
    from quizzer.reports.card_page import PageStyle

_HEADINGS = ("exercise", "proof_accepted", "proof_mutants", "proof_checks", "proof_seconds", "state")


def proofs_table(proofs: Sequence[ExerciseProof], *, style: PageStyle) -> list[RichText]:
    """One row an exercise."""
    if not proofs:
        return []
    language = style.language
    rows = [
        (
            proof.exercise,
            str(len(proof.of(Role.ACCEPTED))),
            str(len(proof.of(Role.MUTANT))),
            str(len(proof.checks)),
            f"{sum(solution.duration_s for solution in proof.solutions):.1f}",
            say(language, "proved" if proof.proved else "not_proved"),
        )
        for proof in proofs
    ]
    return table(
        [say(language, name) for name in _HEADINGS], rows, wrapped=0, numbers=frozenset({1, 2, 3, 4}), style=style
    )


def findings_page(proof: ExerciseProof, *, style: PageStyle) -> list[RichText]:
    """What is wrong with one exercise; nothing where nothing is."""
    if not proof.findings:
        return []
    lines = [RichText(f"{proof.exercise} ({proof.folder})", style="bold")]
    for finding in proof.findings:
        lines += _finding(finding, style=style)
    return [*lines, RichText()]


def _finding(finding: Finding, *, style: PageStyle) -> list[RichText]:
    where = finding.path if finding.seed is None else f"{finding.path} --seed {finding.seed}"
    head = RichText()
    if style.plain:
        head.append("warning: " if finding.warning else "error: ")
    else:
        head.append(" ! " if finding.warning else " ✗ ", style=DIM if finding.warning else WRONG)
    head.append(f"{where} [{finding.fault.value}]")
    message = without_controls(finding.message)
    told = [line for part in message.splitlines() for line in wrap(RichText(part), style.usable - 4)]
    return [head, *(indented(line, 4) for line in told)]


def matrix_page(proof: ExerciseProof, *, style: PageStyle) -> list[RichText]:
    """Which check catches which mutant: named, always, on some seeds, or never. Checks are numbered above."""
    mutants = proof.of(Role.MUTANT)
    lines = [RichText(proof.exercise, style="bold")]
    for number, check in enumerate(proof.checks, start=1):
        lines.append(RichText(f"  {number:>2} {check}: {len(proof.caught(check))}"))
    width = max((len(_stem(mutant.path)) for mutant in mutants), default=0)
    lines.append(
        RichText(" " * (width + 2) + "".join(f"{number % 100:>3}" for number in range(1, len(proof.checks) + 1)))
    )
    for mutant in mutants:
        row = RichText(f"  {_stem(mutant.path):<{width}}")
        for check in proof.checks:
            sign = "●" if check == mutant.caught_by else "x" if check in mutant.always else "."
            sign = "~" if sign == "." and check in mutant.sometimes else sign
            row.append(f"  {sign if not style.plain or sign != '●' else 'N'}", style=RIGHT if sign == "●" else "")
        lines.append(row)
    return [*lines, RichText()]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".py")


def proof_object(proof: ExerciseProof) -> dict[str, Any]:
    """One entry of ``verify --json``."""
    return {
        "exercise": proof.exercise,
        "folder": proof.folder,
        "proved": proof.proved,
        "accepted": len(proof.of(Role.ACCEPTED)),
        "mutants": len(proof.of(Role.MUTANT)),
        "checks": [{"id": check, "catches": list(proof.caught(check))} for check in proof.checks],
        "solutions": [
            {
                "path": solution.path,
                "role": solution.role.value,
                "caught_by": solution.caught_by,
                "always": sorted(solution.always),
                "sometimes": sorted(solution.sometimes - solution.always),
                "verdicts": [run.verdict.value for run in solution.runs],
            }
            for solution in proof.solutions
        ],
        "findings": [
            {
                "code": finding.fault.value,
                "path": finding.path,
                "seed": finding.seed,
                "message": finding.message,
                "warning": finding.warning,
            }
            for finding in proof.findings
        ],
        "duration_s": sum(solution.duration_s for solution in proof.solutions),
    }
