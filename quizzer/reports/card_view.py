"""The screens of one card: its question, what became of the answer, and the buttons.

Takes plain domain values and hands back lines; knows neither terminal nor store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.domain.card import Bug, CardKind, Order
from quizzer.domain.marking import read_line_number
from quizzer.domain.memory import Rating, State
from quizzer.reports.card_page import (
    DIM,
    MARGIN,
    RIGHT,
    WRONG,
    code_block,
    indented,
    labelled,
    markdown_lines,
    paragraph,
    rule,
    sentence,
    spread,
)
from quizzer.reports.card_words import rating_word, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.marking import Clue, Mark
    from quizzer.domain.question import Counts, Question
    from quizzer.reports.card_page import PageStyle

_KEYS = {CardKind.EXERCISE: "keys_exercise", CardKind.BUG: "keys_bug", CardKind.CODE: "keys_code"}
ANSWER_LABELS = ("you", "because", "answer", "why", "note", "source")


@dataclass(frozen=True, slots=True)
class Button:
    """One rating to choose, and the interval that choosing it will store; none where nothing is stored."""

    rating: Rating
    interval: str


def question_page(
    question: Question, *, counts: Counts, state: State, style: PageStyle, title: str | None = None
) -> list[RichText]:
    """A card as it is asked: counts in one dim line, the question, options or lines with letters."""
    card = question.card
    lines = [_head(title or card.topic, counts, state=state, style=style)]
    if not style.plain:
        lines = [rule(style), *lines, RichText()]
        lines += paragraph(question.prompt, style=style)
    elif question.prompt:
        lines += labelled(say(style.language, "question"), question.prompt, style=style, label_cells=0)
    if question.lines:
        lines += [RichText(), *_lettered(question, style=style)]
    return [*lines, RichText()] if question.prompt else lines


def keys_line(question: Question, *, style: PageStyle) -> list[RichText]:
    """What can be pressed while the question waits."""
    kind, language = question.card.kind, style.language
    letters = question.letters
    if kind is CardKind.CHOICE:
        text = say(language, "keys_choice", letters=f"{letters[0]}–{letters[-1]}")
    elif kind is CardKind.ORDER:
        text = say(language, "keys_order", letters=letters)
    elif kind in _KEYS:
        text = say(language, _KEYS[kind])
    else:
        text = say(language, "keys_reveal" if kind is CardKind.BASIC else "keys_typed")
    return sentence(text, style=style, text_style=DIM)


def clue_page(clue: Clue | None, *, style: PageStyle) -> list[RichText]:
    """A hint, or that there is none."""
    if clue is None:
        return sentence(say(style.language, "no_clue"), style=style, text_style=DIM)
    text = say(style.language, f"clue_{clue.form}", detail=clue.detail, count=clue.count)
    label = say(style.language, "hint")
    return labelled(label, text, style=style, label_cells=cell_len(label))


def answer_page(question: Question, mark: Mark, *, why: str, style: PageStyle, remark: str = "") -> list[RichText]:
    """What became of the answer: right or not, the right one, why, the learner's own note, and the source."""
    language = style.language
    cells = max(cell_len(say(language, key)) for key in ANSWER_LABELS)
    lines = [RichText()]
    if mark.correct is not None:
        lines += [*_verdict(correct=mark.correct, style=style), RichText()]
    parts: list[tuple[str, str | list[RichText]]] = []
    if mark.correct is False:
        parts.append(("you", _typed(question, mark, style=style)))
        because = mark.feedback or _difference(mark, style=style)
        if because:
            parts.append(("because", because))
    parts += [
        ("answer", _answer(question, mark, style=style)),
        ("why", why),
        ("note", remark),
        ("source", question.card.source),
    ]
    for key, body in parts:
        if body:
            lines += labelled(say(language, key), body, style=style, label_cells=cells)
    return [*lines, RichText()]


def buttons_page(buttons: Sequence[Button], *, proposed: Rating, style: PageStyle) -> list[RichText]:
    """The ratings with their intervals on one line; the one that Enter takes is in brackets, and named."""
    language = style.language
    named = [f"{button.rating.value} {rating_word(language, button.rating)}" for button in buttons]
    if style.plain:
        listed = ", ".join(f"{name} {button.interval}".rstrip() for name, button in zip(named, buttons, strict=True))
        enter = say(language, "keys_buttons", rating=rating_word(language, proposed))
        return [RichText(f"{say(language, 'rating')}: {listed}. {enter}")]
    line = RichText(" ")
    for name, button in zip(named, buttons, strict=True):
        chosen = button.rating is proposed
        line.append("[" if chosen else " ")
        line.append(name, style="bold" if chosen else "")
        line.append(f" {button.interval}".rstrip(), style="" if chosen else DIM)
        line.append("]" if chosen else " ").append("  ")
    return [line.append(say(language, "keys_buttons", rating=rating_word(language, proposed)), style=DIM)]


def _head(title: str, counts: Counts, *, state: State, style: PageStyle) -> RichText:
    language = style.language
    parts = [("new", counts.new), ("learning", counts.learning), ("due", counts.due)]
    if style.plain:
        counted = ", ".join(f"{count} {say(language, key)}" for key, count in parts)
        return RichText(f"{title} ({counted})")
    counted = " · ".join(f"{count} {say(language, key)}" for key, count in parts)
    line = spread(title, counted, style=style)
    current = {State.NEW: "new", State.REVIEW: "due"}.get(state, "learning")
    number = dict(parts)[current]
    # Underlined: which of the three the card in front of the learner is.
    line.highlight_words([f"{number} {say(language, current)}"], "underline")
    return line


def _lettered(question: Question, *, style: PageStyle) -> list[RichText]:
    margin = 0 if style.plain else MARGIN
    code = question.card.kind in (CardKind.ORDER, CardKind.BUG)
    labels = [f"{letter}) " for letter in question.letters] or _line_numbers(len(question.lines))
    lines: list[RichText] = []
    for label, text in zip(labels, question.lines, strict=True):
        room = style.usable - margin - len(label)
        body = code_block(text, style=style) if code else markdown_lines(text, style=style, width=room)
        head = RichText(" " * margin).append(label, style="" if style.plain else "bold")
        lines.append(head.append_text(body[0]) if body else head)
        lines += [indented(line, margin + len(label)) for line in body[1:]]
    return lines


def _line_numbers(count: int) -> list[str]:
    cells = len(str(count))
    return [f"{number:>{cells}}  " for number in range(1, count + 1)]


def _difference(mark: Mark, *, style: PageStyle) -> str:
    found = mark.difference
    if found is None:
        return ""
    if found.error is not None:
        return say(style.language, "code_raised", error=found.error)
    return say(style.language, "code_differs", expression=found.expression, got=found.got, want=found.want)


def _verdict(*, correct: bool, style: PageStyle) -> list[RichText]:
    word = say(style.language, "right" if correct else "wrong")
    if style.plain:
        return [RichText(word)]
    glyph, glyph_style = ("✓", RIGHT) if correct else ("✗", WRONG)
    return [RichText(" " * MARGIN).append(f"{glyph} {word}", style=glyph_style)]


def _typed(question: Question, mark: Mark, *, style: PageStyle) -> str | list[RichText]:
    """What the learner answered, as literal text: it is theirs, not Markdown."""
    typed = mark.typed.strip()
    if question.card.kind is CardKind.CHOICE and typed in question.letters and typed:
        return f"{typed}) {question.lines[question.letters.index(typed)]}"
    if question.card.kind is CardKind.BUG and (number := read_line_number(question, typed)):
        return _labelled_code(f"{number}  ", question.lines[number - 1].strip(), style=style)
    return code_block(typed, style=style)[:1] if typed else say(style.language, "nothing_typed")


def _answer(question: Question, mark: Mark, *, style: PageStyle) -> str | list[RichText]:
    """The right answer, in the letters and numbers that the question was asked with."""
    body = question.card.body
    if isinstance(body, Order):
        asked = dict(zip(question.places, question.letters, strict=True))
        lines = enumerate(mark.answer_lines)
        return [part for at, line in lines for part in _labelled_code(f"{asked[at]}) ", line, style=style)]
    if isinstance(body, Bug):
        return _labelled_code(f"{body.line}  ", "\n".join(mark.answer_lines), style=style)
    return code_block("\n".join(mark.answer_lines), style=style) if mark.answer_lines else mark.answer


def _labelled_code(label: str, code: str, *, style: PageStyle) -> list[RichText]:
    """Code behind the letter or number of its first line; further lines stand below its beginning."""
    first, *more = code_block(code, style=style)
    head = RichText(label, style="" if style.plain else "bold")
    return [RichText().append_text(head).append_text(first), *(indented(line, len(label)) for line in more)]
