"""How generated mutants look: a row for each exercise, and below it those that an author should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.mutation.report import Outcome
from quizzer.reports.card_page import DIM, RIGHT, WRONG
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import without_controls
from quizzer.reports.tables import table
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.mutation.report import JudgedVariant, MutationReport
    from quizzer.reports.card_page import PageStyle

_HEADINGS = (
    "exercise", "mutation_mutants", "mutation_caught", "mutation_sometimes", "mutation_survived", "mutation_equivalent",
    "mutation_score", "proof_seconds",
)  # fmt: skip


def mutation_table(reports: Sequence[MutationReport], *, style: PageStyle) -> list[RichText]:
    """One row an exercise."""
    if not reports:
        return []
    rows = [
        (
            report.exercise,
            str(len(report.judged)),
            str(report.count(Outcome.CAUGHT) + report.count(Outcome.REFUTED)),
            str(report.count(Outcome.SOMETIMES)),
            str(report.count(Outcome.SURVIVED)),
            str(report.count(Outcome.EQUIVALENT)),
            score_text(report.score),
            f"{report.duration_s:.1f}",
        )
        for report in reports
    ]
    headings = [say(style.language, name) for name in _HEADINGS]
    return table(headings, rows, wrapped=0, numbers=frozenset(range(1, len(headings))), style=style)


def score_text(score: float | None) -> str:
    """A score in percent, never rounded up to one that it is not; a dash where there is none."""
    return "-" if score is None else f"{int(score * 1000) / 10:.1f}%"


def survivors_page(report: MutationReport, *, style: PageStyle) -> list[RichText]:
    """What an author should look at: each mutant's place, what became of it, and its lines before and after."""
    if report.sound and not report.left_out:
        return []
    lines = [RichText(f"{report.exercise} ({report.folder})", style="bold")]
    if report.refused:
        lines += [RichText(f"  {part}") for part in without_controls(report.refused).splitlines()]
    for one in report.told:
        lines += _survivor(one, style=style)
    if report.left_out:
        lines.append(RichText("  " + say(style.language, "mutation_left_out", count=report.left_out)))
    return [*lines, RichText()]


def _survivor(one: JudgedVariant, *, style: PageStyle) -> list[RichText]:
    variant = one.variant
    head = RichText("error: " if style.plain else " ✗ ", style="" if style.plain else WRONG)
    head.append(f"{one.path}:{variant.line}:{variant.column} [{variant.operator}] ", style="none")
    head.append(f"{one.outcome.value}: {without_controls(variant.told)}", style="none")
    lines = [head]
    if one.outcome is not Outcome.SURVIVED:
        told = f"{', '.join(one.checks) or '-'}: {without_controls(one.why)}"
        lines += [RichText(f"    {line.plain}", style=DIM) for line in wrap(RichText(told), style.usable - 4)]
    for sign, text, colour in (("-", variant.before, WRONG), ("+", variant.after, RIGHT)):
        lines += [RichText(f"    {sign} {line}", style="" if style.plain else colour) for line in text.split("\n")]
    return lines


def mutation_object(report: MutationReport) -> dict[str, Any]:
    """One entry of ``verify --mutate --json``."""
    return {
        "exercise": report.exercise,
        "folder": report.folder,
        "refused": report.refused or None,
        "mutants": len(report.judged),
        **{outcome.name.lower(): report.count(outcome) for outcome in Outcome},
        "left_out": report.left_out,
        "score": report.score,
        "variants": [_variant_object(one) for one in report.judged],
        "duration_s": report.duration_s,
    }


def _variant_object(one: JudgedVariant) -> dict[str, Any]:
    variant = one.variant
    return {
        "path": one.path,
        "line": variant.line,
        "column": variant.column,
        "operator": variant.operator,
        "told": variant.told,
        "before": variant.before,
        "after": variant.after,
        "outcome": one.outcome.value,
        "verdicts": [verdict.value for verdict in one.verdicts],
        "caught_by": list(one.checks),
        "why": one.why,
    }
