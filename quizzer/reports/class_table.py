"""A class as a person reads it in a terminal: a line for each submission, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as RichText

from quizzer.reports.card_page import DIM, RIGHT, WRONG, indented
from quizzer.reports.card_wrap import wrap
from quizzer.reports.grade_view import points
from quizzer.reports.markdown import without_controls
from quizzer.reports.words import say

if TYPE_CHECKING:
    from quizzer.domain.classroom import Row, Tally
    from quizzer.reports.card_page import PageStyle

_INDENT = 18


def row_line(row: Row, *, style: PageStyle) -> list[RichText]:
    """What became of one submission; a second line says which properties do not hold, or what the problem is."""
    language = style.language
    who = row.file if row.student is None else f"{row.student} ({row.file})"
    head = RichText()
    result = row.result
    verdict = "—" if result is None else result.verdict.value
    head.append(f"{verdict:9}", style=RIGHT if row.accepted else WRONG)
    score = "" if result is None else f"{points(result.score)}/{points(result.max_score)}"
    head.append(f"{score:>7}  ")
    head.append(without_controls(who).replace("\n", " "))
    if row.exercise:
        head.append(f" · {without_controls(row.exercise)}", style=DIM)
    remark = _remark(row, language)
    if not remark:
        return [head]
    return [head, *(indented(line, _INDENT) for line in wrap(RichText(remark, style=DIM), style.usable - _INDENT))]


def _remark(row: Row, language: str) -> str:
    if row.result is None:
        return without_controls(row.problem or "").replace("\n", " ")
    if row.result.accepted:
        return ""
    if row.result.diagnosis is not None:
        return without_controls(row.result.diagnosis.in_(language)).replace("\n", " ")
    failed = [check.id for check in row.result.checks if not check.verdict.accepted and not check.not_run]
    return say(language, "class_failed", names=", ".join(failed)) if failed else ""


def tally_lines(tally: Tally, *, seconds: float, skipped: int, language: str) -> list[str]:
    """The counts of a whole class."""
    rate = tally.total / seconds if seconds > 0 else 0.0
    lines = [
        say(
            language,
            "class_tally",
            total=tally.total,
            accepted=tally.accepted,
            refused=tally.refused,
            problems=tally.problems,
            errors=tally.judge_errors,
            rate=f"{rate:.1f}",
        )
    ]
    return lines if not skipped else [*lines, say(language, "class_skipped", count=skipped)]
