"""Marking an answer that a machine can check: what was meant, whether it is right, which mistake it is."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from quizzer.domain.answer_text import guess_kind, matches, parse_list, parse_shape
from quizzer.domain.card import Basic, Bug, Choice, Cloze, Code, Compute, Order
from quizzer.domain.code_answer import CodeRuns, Difference, first_difference, mistake_made, same_runs
from quizzer.domain.draw import render
from quizzer.domain.question import cloze_answers, respects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizzer.domain.card import AnswerType
    from quizzer.domain.question import Question

ClueForm: TypeAlias = Literal["starts", "not_option", "first_line", "dimensions", "items", "rounded", "not_line"]

_SIGNIFICANT_DIGITS = 6
_MANY_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one typed answer; ``correct`` is None where only the learner can tell.

    ``answer`` is the right answer in Markdown (for cards answered in code: ``answer_lines``); ``feedback`` explains
    the misconception that the answer stands for, ``difference`` what a typed line of code got wrong.
    """

    correct: bool | None
    typed: str
    answer: str
    answer_lines: tuple[str, ...] = ()
    feedback: str | None = None
    mistake: str | None = None
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """A hint in its bare facts; its sentence belongs to whoever shows it."""

    form: ClueForm
    detail: str
    count: int = 0


def mark(
    question: Question,
    typed: str,
    *,
    expected: str | None = None,
    mistaken: Sequence[str | None] = (),
    derived: Mapping[str, str] | None = None,
    runs: CodeRuns | None = None,
) -> Mark:
    """Mark ``typed`` (letters for choice and order cards, a number for a bug).

    A compute card needs what torch ``expected``, what its typical mistakes gave (``mistaken``) and its ``derived``
    values, a code card the values of ``runs`` (None where nothing was typed).

    An empty or unreadable answer is wrong, except on a basic card, which is never marked by machine.
    """
    body, language = question.card.body, question.language
    if isinstance(body, Basic):
        return Mark(None, typed, body.answer.in_(language))
    if isinstance(body, Cloze):
        return _mark_cloze(question, body, typed)
    if isinstance(body, Choice):
        return _mark_choice(question, body, typed)
    if isinstance(body, Order):
        order = read_order(question, typed)
        return Mark(order is not None and respects(order, body.before), typed, "", body.lines)
    if isinstance(body, Compute):
        return _mark_computed(question, body, typed, expected=expected or "", mistaken=mistaken, derived=derived or {})
    if isinstance(body, Bug):
        return Mark(read_line_number(question, typed) == body.line, typed, "", _mended(body))
    if isinstance(body, Code):
        return _mark_code(question, body, typed, runs)
    return Mark(None, typed, "")


def read_choice(question: Question, typed: str) -> int | None:
    """The number of the option, as the author wrote them, that a typed letter means; None if it is none."""
    letter = typed.strip().casefold()
    shown = question.letters.find(letter) if len(letter) == 1 else -1
    return None if shown < 0 else question.places[shown]


def read_order(question: Question, typed: str) -> tuple[int, ...] | None:
    """The line numbers that typed letters mean, first to last; None unless each letter is there once."""
    letters = [letter for letter in typed.casefold() if letter.isalnum()]
    if sorted(letters) != sorted(question.letters):
        return None
    return tuple(question.places[question.letters.index(letter)] for letter in letters)


def read_line_number(question: Question, typed: str) -> int | None:
    """The number of the line that was typed (``3``, ``line 3``, ``第 3 行``); None if it is none of the code's."""
    found = re.findall(r"\d+", unicodedata.normalize("NFKC", typed))
    number = int(found[0]) if len(found) == 1 and len(found[0]) < _MANY_DIGITS else 0
    return number if 1 <= number <= len(question.lines) else None


def clue(question: Question, *, expected: str | None = None) -> Clue | None:
    """A hint that helps without giving the answer away, or None where there is nothing to hold back."""
    body = question.card.body
    if isinstance(body, Choice):
        # The last wrong option as shown: a place that depends on the shuffle and not on the author.
        wrong = [i for i, place in enumerate(question.places) if not body.options[place].correct]
        return Clue("not_option", question.letters[wrong[-1]])
    if isinstance(body, Order):
        first = question.places.index(_author_first(body))
        return Clue("first_line", question.letters[first])
    if isinstance(body, Compute):
        return _clue_of_value(body, expected) if expected else None
    if isinstance(body, Bug):
        return _clue_of_line(question, body)
    if isinstance(body, Cloze):
        answers = cloze_answers(body)
        answer = answers.get(question.language) or next(iter(answers.values()), "")
    elif isinstance(body, Basic):
        answer = body.answer.in_(question.language)
    elif isinstance(body, Code):
        answer = body.answer
    else:
        return None
    answer = answer.strip("`*\" '")
    return Clue("starts", answer[: 1 + len(answer) // 8].strip(), len(answer)) if len(answer) > 1 else None


def answer_as_text(value: object, *, kind: AnswerType = "text") -> str:
    """A value that torch computed, written as Python would: the form that typed answers are compared with.

    The judge hands tuples over as lists; ``kind`` says which one a learner expects to see.
    """
    if kind == "shape" and isinstance(value, list):
        value = tuple(value)
    if isinstance(value, tuple):
        inside = ", ".join(answer_as_text(item) for item in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, list):
        return f"[{', '.join(answer_as_text(item) for item in value)}]"
    return value if isinstance(value, str) else repr(value)


def readable_answer(expected: str) -> str:
    """The same answer for reading: floats to six significant digits, all in inline code."""
    try:
        number = float(expected)
    except ValueError:
        return f"`{expected}`"
    if not math.isfinite(number) or number.is_integer():
        return f"`{expected}`"
    return f"`{number:.{_SIGNIFICANT_DIGITS}g}`"


def _mark_cloze(question: Question, body: Cloze, typed: str) -> Mark:
    answers = cloze_answers(body)
    shown = answers.get(question.language) or next(iter(answers.values()), "")
    # Whoever reads Chinese may well know the English term, and the other way round.
    others = [answer for answer in answers.values() if answer != shown]
    correct = matches(typed, shown, kind=guess_kind(shown), accept=(*others, *body.accept))
    return Mark(correct, typed, shown)


def _mark_choice(question: Question, body: Choice, typed: str) -> Mark:
    language = question.language
    right = next(option for option in body.options if option.correct)
    letter = question.letters[question.places.index(body.options.index(right))]
    answer = f"{letter}) {right.text.in_(language)}"
    number = read_choice(question, typed)
    if number is None:
        return Mark(False, typed, answer)  # noqa: FBT003 - the field's name says it
    chosen = body.options[number]
    feedback = chosen.feedback.in_(language) if chosen.feedback else None
    return Mark(chosen.correct, typed, answer, feedback=feedback, mistake=chosen.mistake)


def _mark_computed(
    question: Question,
    body: Compute,
    typed: str,
    *,
    expected: str,
    mistaken: Sequence[str | None],
    derived: Mapping[str, str],
) -> Mark:
    def means(wanted: str) -> bool:
        return matches(typed, wanted, kind=body.answer_type, tolerance=body.tolerance)

    answer = readable_answer(expected)
    if means(expected):
        return Mark(True, typed, answer)  # noqa: FBT003 - the field's name says it
    made = [wrong for wrong, value in zip(body.mistakes, mistaken, strict=False) if value is not None and means(value)]
    if len(made) != 1:
        return Mark(False, typed, answer)  # noqa: FBT003
    feedback = render(made[0].feedback.in_(question.language), {**question.values, **derived})
    return Mark(False, typed, answer, feedback=feedback, mistake=made[0].mistake)  # noqa: FBT003


def _mark_code(question: Question, body: Code, typed: str, runs: CodeRuns | None) -> Mark:
    lines = tuple(body.answer.rstrip("\n").split("\n"))
    if runs is None or same_runs(runs.typed, runs.answer, tolerance=body.tolerance):
        return Mark(runs is not None, typed, "", lines)
    made = mistake_made(body, runs)
    if made is None:
        return Mark(False, typed, "", lines, difference=first_difference(body, runs))  # noqa: FBT003
    feedback = made.feedback.in_(question.language)
    return Mark(False, typed, "", lines, feedback=feedback, mistake=made.mistake)  # noqa: FBT003


def _mended(body: Bug) -> tuple[str, ...]:
    """The wrong line as a diff shows it: out with the one, in with the other."""
    fix = body.fix.rstrip("\n").split("\n")
    return (f"- {body.lines[body.line - 1]}", *(f"+ {line}" for line in fix))


def _clue_of_line(question: Question, body: Bug) -> Clue | None:
    """A line that is not the wrong one: neither its neighbour nor always the first."""
    others = [number for number in range(1, len(question.lines) + 1) if number != body.line]
    return Clue("not_line", str(max(others, key=lambda number: abs(number - body.line)))) if others else None


def _author_first(body: Order) -> int:
    return next(line for line in range(len(body.lines)) if all(later != line for _, later in body.before))


def _clue_of_value(body: Compute, expected: str) -> Clue | None:
    kind = body.answer_type
    if kind == "shape":
        shape = parse_shape(expected)
        return Clue("dimensions", str(shape[0]), len(shape)) if shape else None
    if kind == "list":
        items = parse_list(expected)
        return Clue("items", "", len(items)) if items else None
    if kind == "number":
        return Clue("rounded", f"{float(expected):.1g}")
    if kind == "text":
        return Clue("starts", expected[:1], len(expected)) if len(expected) > 1 else None
    assert_never(kind)
