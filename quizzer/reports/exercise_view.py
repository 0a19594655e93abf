"""The screens of an exercise's card in a session: what it asks for, a hint, and what became of each save."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.domain.verdict import Verdict
from quizzer.reports.card_page import DIM, MARGIN, RIGHT, WRONG, indented, labelled, markdown_lines, sentence
from quizzer.reports.exercise_words import say
from quizzer.reports.grade_view import grade_page, save_head, score_sentence
from quizzer.reports.markdown import CODE_STYLE, blocks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.reports.card_page import PageStyle


@dataclass(frozen=True, slots=True)
class SaveLine:
    """One save: when, and its result, or else the sentence that says why it has none."""

    at: datetime
    result: GradeResult | None
    why: str = ""


def exercise_page(
    exercise: Exercise, *, path: str, written: bool, style: PageStyle, solved: bool = False
) -> list[RichText]:
    """An exercise to do: its title, its whole statement, and where the learner's file is.

    ``written`` says that the file is the starter, ``solved`` that it was accepted before.
    """
    language = style.language
    title = exercise.title.in_(language)
    lines = sentence(f"{say(language, 'exercise')}: {title}", style=style, text_style="bold")
    margin = 0 if style.plain else MARGIN
    statement = _without_title(exercise.statement.in_(language))
    body = markdown_lines(statement, style=style, width=style.usable - margin)
    lines += [RichText(), *(indented(line, margin) for line in body), RichText()]
    label = say(language, "starter_written" if written else "starter_kept")
    # Literal and unbroken, so that it can be copied.
    lines += labelled(label, [RichText(path, style=CODE_STYLE)], style=style, label_cells=cell_len(label))
    lines += sentence(say(language, "each_save"), style=style, text_style=DIM)
    if not written:
        # What was accepted before is what a learner should not overlook.
        told, text_style = ("old_solution", "") if solved else ("anew", DIM)
        lines += sentence(say(language, told), style=style, text_style=text_style)
    return [*lines, RichText()]


def hint_page(text: str, *, number: int, total: int, style: PageStyle) -> list[RichText]:
    """A hint of the exercise; ``number`` 0 says that it has none."""
    if not number:
        return [*sentence(say(style.language, "no_hints"), style=style, text_style=DIM), RichText()]
    label = say(style.language, "hint_of", number=number, total=total)
    return [*labelled(label, text.strip(), style=style, label_cells=cell_len(label)), RichText()]


def result_page(
    result: GradeResult, exercise: Exercise, *, file: str, at: datetime, style: PageStyle
) -> list[RichText]:
    """What became of one save, under a line that sets it apart; with the explanation where it is accepted."""
    language, margin = style.language, 0 if style.plain else MARGIN
    inner = replace(style, width=style.usable - margin)
    page = grade_page(result, title=exercise.title.in_(language), explanation=exercise.explanation, style=inner)
    head = save_head(file, at=at, style=replace(style, width=style.usable))
    # What comes before ends with an empty line.
    lines = [*head[1:], *(indented(line, margin) for line in page), RichText()]
    if not result.accepted:
        then = say(language, "next_judge" if result.verdict is Verdict.JE else "watch_again")
        lines += [*sentence(then, style=style), RichText()]
    return lines


def saves_page(saves: Sequence[SaveLine], *, style: PageStyle) -> list[RichText]:
    """The saves that were made while the learner could not see their results, one line each."""
    lines = sentence(say(style.language, "saves"), style=style)
    for save in saves:
        time = f"{save.at:%H:%M:%S}"
        if save.result is None:
            lines += sentence(f"{time}  {save.why}", style=style, text_style=DIM)
            continue
        accepted = save.result.accepted
        mark = "" if style.plain else "✓ " if accepted else "✗ "
        told = score_sentence(save.result, language=style.language)
        lines += sentence(f"{time}  {mark}{told}", style=style, text_style=RIGHT if accepted else WRONG)
    return [*lines, RichText()]


def remark_lines(remark: str, *, style: PageStyle) -> list[RichText]:
    """What the learner wrote to the card; nothing where that is nothing."""
    label = say(style.language, "note")
    return [*labelled(label, remark, style=style, label_cells=cell_len(label)), RichText()] if remark else []


def _without_title(statement: str) -> str:
    """A statement without its first heading, which says the title once more."""
    first, *rest = statement.strip().split("\n")
    opening = next(iter(blocks(statement)), None)
    return "\n".join(rest) if opening is not None and opening.kind == "heading" and first.startswith("#") else statement
