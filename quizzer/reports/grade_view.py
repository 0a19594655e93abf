"""How a judged submission looks in a terminal: a line for each property, the verdict, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.domain.verdict import Verdict
from quizzer.reports.card_page import DIM, RIGHT, WRONG, indented, markdown_lines, padded
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import without_controls
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from quizzer.domain.text import Text
    from quizzer.domain.verdict import CheckResult, GradeResult
    from quizzer.reports.card_page import PageStyle

OUTPUT_LINES = 20
OUTPUT_COLUMNS = 200
_INDENT = 4
_MARKS = {"pass": ("✓", RIGHT), "fail": ("✗", WRONG), "not_run": ("·", DIM)}
_HINT_STYLE = "yellow"


def grade_page(
    result: GradeResult,
    *,
    title: str,
    explanation: Text | None = None,
    next_lines: Sequence[str] = (),
    style: PageStyle,
) -> list[RichText]:
    """The report of one run; ``explanation`` is shown after success, ``next_lines`` come last."""
    lines = [RichText(f"{title} · {result.exercise}", style="bold"), RichText()]
    lines += _checks(result, style=style)
    lines += _output(result.output, style=style)
    lines += _verdict(result, style=style)
    if result.accepted and explanation is not None:
        lines += [RichText(), RichText(say(style.language, "explanation"), style="bold")]
        lines += markdown_lines(explanation.in_(style.language), style=style, width=style.usable)
    if next_lines:
        lines += [RichText(), *(RichText(line) for line in next_lines)]
    return lines


def save_head(file: str, *, at: datetime, style: PageStyle) -> list[RichText]:
    """What sets the report of one save apart from the one before: the file, and when."""
    time = f"{at:%H:%M:%S}"
    if style.plain:
        return [RichText(), RichText(f"== {file}, {time}"), RichText()]
    head = f"──── {file} · {time} "
    return [RichText(), RichText(head + "─" * max(4, style.width - cell_len(head))), RichText()]


def score_sentence(result: GradeResult, *, language: str) -> str:
    """The verdict, and how many properties hold."""
    name = f"{say(language, result.verdict.value)} ({result.verdict.value})"
    if not result.checks or result.verdict is Verdict.JE:
        return say(language, "score_none", verdict=name)
    return say(
        language,
        "score",
        verdict=name,
        passed=sum(check.verdict.accepted and not check.not_run for check in result.checks),
        total=len(result.checks),
        score=points(result.score),
        max_score=points(result.max_score),
    )


def points(value: float) -> str:
    """Points without a needless ``.0``."""
    return f"{value:g}"


def _checks(result: GradeResult, *, style: PageStyle) -> list[RichText]:
    lines: list[RichText] = []
    told: set[str] = set()
    for check in result.checks:
        lines += _title_lines(check, style=style)
        lines += [indented(line, _INDENT) for line in _remarks(check, told, style=style)]
    return [*lines, RichText()] if lines else []


def _title_lines(check: CheckResult, *, style: PageStyle) -> list[RichText]:
    state = _state(check)
    mark, mark_style = _MARKS[state]
    title = without_controls(check.title.in_(style.language)).replace("\n", " ")
    score = say(style.language, state) if check.not_run else f"{points(check.points)}/{points(check.max_points)}"
    if style.plain:
        shown = title if check.not_run else f"{title} ({score})"
        return [RichText(f"{say(style.language, state)}: {shown}")]
    room = style.usable - _INDENT - cell_len(score) - 1
    first, *rest = wrap(RichText(title), room)
    line = RichText().append(f" {mark}  ", style=mark_style)
    line.append(padded(first.plain, room + 1), style=DIM if check.not_run else "")
    line.append(score, style=DIM if check.not_run else "")
    return [line, *(indented(more, _INDENT) for more in rest)]


def _state(check: CheckResult) -> str:
    if check.not_run:
        return "not_run"
    return "pass" if check.verdict.accepted else "fail"


def _remarks(check: CheckResult, told: set[str], *, style: PageStyle) -> Iterator[RichText]:
    """What a failed check says; an error that stopped several checks is told once."""
    if check.not_run or check.verdict.accepted:
        return
    language, width = style.language, style.usable - _INDENT
    message = without_controls(check.message.in_(language)).strip("\n") if check.message else ""
    if check.verdict is not Verdict.WA and message in told:
        yield RichText(say(language, "same_error"), style=DIM)
        return
    told.add(message)
    if not message:
        yield RichText(say(language, check.verdict.value), style=WRONG)
    for line in message.splitlines():
        # What is indented is code or a row of numbers: breaking it would make it unreadable.
        yield from [RichText(line)] if line.startswith(" ") else wrap(RichText(line), width)
    if check.hint is not None:
        hint = say(language, "hint", text=without_controls(check.hint.in_(language)).strip())
        yield from wrap(RichText(hint, style=_HINT_STYLE), width)


def _output(output: str, *, style: PageStyle) -> list[RichText]:
    lines = without_controls(output).rstrip().splitlines()
    if not lines:
        return []
    shown = [RichText(line[:OUTPUT_COLUMNS], style=DIM) for line in lines[:OUTPUT_LINES]]
    hidden = len(lines) - OUTPUT_LINES
    if hidden > 0:
        shown.append(RichText(say(style.language, "more_output", count=hidden), style=DIM))
    heading = RichText(say(style.language, "printed"))
    return [heading, *(indented(line, _INDENT) for line in shown), RichText()]


def _verdict(result: GradeResult, *, style: PageStyle) -> list[RichText]:
    language = style.language
    sentence = score_sentence(result, language=language)
    lines = wrap(RichText(sentence, style=RIGHT if result.accepted else WRONG), style.usable)
    if result.message is not None:
        message = without_controls(result.message.in_(language)).strip("\n")
        lines += [indented(RichText(line), 2) for line in message.splitlines()]
    if result.diagnosis is not None:
        guess = say(language, "perhaps", text=without_controls(result.diagnosis.in_(language)).strip())
        lines += wrap(RichText(guess, style=_HINT_STYLE), style.usable)
    if result.withheld:
        lines += wrap(RichText(say(language, "student_edition", count=result.withheld)), style.usable)
    return lines + wrap(RichText(_circumstances(result, language=language), style=DIM), style.usable)


def _circumstances(result: GradeResult, *, language: str) -> str:
    seconds = result.duration_s
    return say(
        language,
        "judged",
        duration=f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s",
        torch=result.torch_version,
        device=result.device,
        isolation=result.isolation,
        seed=result.seed,
    )
