"""Each kind of card as a question and an answer in one language, for programs that know nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Bug, Card, Choice, Cloze, Code, Compute, ExerciseRef, Order
from quizzer.domain.draw import DrawError
from quizzer.domain.question import LETTERS, ask

if TYPE_CHECKING:
    from quizzer.domain.question import Question


@dataclass(frozen=True, slots=True)
class Sides:
    """Question and answer as Markdown; the answer is empty where the question is a cloze text that holds it."""

    question: str
    answer: str


def sides_of(card: Card, *, language: str) -> Sides:
    """The card as other programs can ask it; choices and lines stand in the order of their first asking."""
    body = card.body
    match body:
        case Basic():
            return Sides(body.prompt.in_(language), body.answer.in_(language))
        case Cloze():
            return Sides(body.text.in_(language), "")
        case ExerciseRef():
            return Sides(f"Solve the exercise `{body.exercise}`.", f"`quizzer grade` judges it: `{body.exercise}`.")
        case Compute():
            return _compute(card, body, language=language)
        case Code():
            return Sides(body.prompt.in_(language), fenced(body.answer))
    return _lines(ask(card, repetition=0, language=language), body)


def fenced(code: str) -> str:
    """Code as a block of its own."""
    return f"```\n{code.rstrip()}\n```"


def _compute(card: Card, body: Compute, *, language: str) -> Sides:
    try:
        question = ask(card, repetition=0, language=language)
    except DrawError:
        return Sides(body.prompt.in_(language), fenced(body.answer))
    values = "\n".join(f"{name} = {value!r}" for name, value in question.values.items())
    return Sides(question.prompt, fenced(f"{values}\n{body.answer}"))


def _lines(question: Question, body: Choice | Order | Bug) -> Sides:
    if isinstance(body, Bug):
        numbered = [f"{number:>2}  {line}" for number, line in enumerate(body.lines, start=1)]
        asked = fenced("\n".join(numbered))
        answer = f"{body.line}\n\n{fenced(body.fix)}"
    elif isinstance(body, Choice):
        asked = "\n".join(f"- {letter}. {line}" for letter, line in zip(LETTERS, question.lines, strict=False))
        right = next(shown for shown, place in enumerate(question.places) if body.options[place].correct)
        answer = f"{LETTERS[right]}. {question.lines[right]}"
    else:
        asked = fenced("\n".join(f"{letter}. {line}" for letter, line in zip(LETTERS, question.lines, strict=False)))
        answer = fenced("\n".join(body.lines))
    return Sides(f"{question.prompt}\n\n{asked}", answer)
