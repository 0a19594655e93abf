"""What many draws of a compute card must show: answers that can be compared, vary, and do not stand in the question."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from quizzer.domain.answer_text import matches
from quizzer.domain.card_proof import CardFault, CardIssue
from quizzer.domain.draw import render
from quizzer.domain.marking import answer_as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from quizzer.domain.card import AnswerType, Compute, Scalar
    from quizzer.domain.card_trial import DrawnAnswer

FEWEST_QUESTIONS = 50
_LARGEST_SHARE = 3
"""An answer that is right in more than one of so many draws is worth a guess."""
_SHOWN_CHARACTERS = 60
_TYPES: Mapping[AnswerType, Callable[[Any], bool]] = {
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "shape": lambda value: isinstance(value, list) and all(type(size) is int for size in value),
    "list": lambda value: isinstance(value, list),
    "text": lambda value: isinstance(value, str),
}


def issues_of_draws(body: Compute, drawn: Sequence[DrawnAnswer]) -> tuple[CardIssue, ...]:
    """What is wrong with a compute card by its draws, each kind of fault told once, by the first draw that shows it."""
    broken = next((one for one in drawn if one.error is not None), None)
    if broken is not None:
        message = f"with {told(broken.values)} the answer cannot be evaluated: {broken.error}"
        return (CardIssue(CardFault.NOT_EVALUATED, message, ("answer",), _EXCLUDE),)
    found = [
        _of_type(body, drawn) or _degenerate(body, drawn),
        _shown(body, drawn),
        _few(body, drawn),
    ]
    if found[0] is None:
        found += [_same(body, drawn), *_mistakes(body, drawn)]
    return tuple(issue for issue in found if issue is not None)


_EXCLUDE = "narrow a range, or exclude these values in 'where'"


def questions(body: Compute, drawn: Sequence[DrawnAnswer]) -> int:
    """How many different questions there are among the draws, in the language that tells most apart."""
    return max(len({render(text, one.values) for one in drawn}) for _, text in body.prompt.versions)


def wrong_answers(body: Compute, one: DrawnAnswer) -> list[str]:
    """What the typical mistakes give for one draw, but for those that happen to be right there."""
    distinct = [_text(body, one.answer)]
    for value in one.mistakes:
        if value is not None and not any(_equal(body, _text(body, value), known) for known in distinct):
            distinct.append(_text(body, value))
    return distinct[1:]


def stands_in(answer: str, prompt: str) -> bool:
    """Whether the very numbers of an answer stand in the prompt, next to one another and alone."""
    wanted = re.sub(r"[\s()\[\]]", "", answer).rstrip(",")
    shown = re.sub(r"(?<=\d)x(?=\d)", " x ", re.sub(r",\s*", ",", prompt))
    if "," in wanted:
        return wanted in re.findall(r"-?[\w.]+(?:,-?[\w.]+)+", shown)
    return any(_same_number(wanted, token) for token in re.findall(r"(?<![\w.])-?[\w.]*\w", shown))


def told(values: Mapping[str, Scalar]) -> str:
    """``a = 1, b = 2``."""
    return ", ".join(f"{name} = {value!r}" for name, value in values.items())


def _of_type(body: Compute, drawn: Sequence[DrawnAnswer]) -> CardIssue | None:
    fits = _TYPES[body.answer_type]
    other = next((one for one in drawn if not fits(one.answer)), None)
    if other is None:
        return None
    message = f"with {told(other.values)} the answer is {_short(other.answer)}, which is no {body.answer_type}"
    hint = "make it one in 'answer', or change answer_type"
    return CardIssue(CardFault.ANSWER_TYPE, message, ("answer",), hint)


def _degenerate(body: Compute, drawn: Sequence[DrawnAnswer]) -> CardIssue | None:
    for one in drawn:
        value = one.answer
        empty = value in ("", []) and body.answer_type != "shape"
        sizes = value if body.answer_type == "shape" else ()
        if empty or any(size <= 0 for size in sizes) or not _finite(value):
            message = f"with {told(one.values)} the answer is {_short(value)}, a degenerate case"
            return CardIssue(CardFault.DEGENERATE, message, ("parameters",), _EXCLUDE)
    return None


def _shown(body: Compute, drawn: Sequence[DrawnAnswer]) -> CardIssue | None:
    for one in drawn:
        answer = _text(body, one.answer)
        for _, text in body.prompt.versions:
            if answer and stands_in(answer, render(text, one.values)):
                message = f"with {told(one.values)} the answer {_short(one.answer)} stands in the question"
                return CardIssue(CardFault.ANSWER_SHOWN, message, ("prompt",), "exclude such draws in 'where'")
    return None


def _few(body: Compute, drawn: Sequence[DrawnAnswer]) -> CardIssue | None:
    count = questions(body, drawn)
    if count >= FEWEST_QUESTIONS:
        return None
    message = f"there are only {count} different questions; {FEWEST_QUESTIONS} defeat memory"
    return CardIssue(CardFault.FEW_QUESTIONS, message, ("parameters",), "widen a range", warning=count > 1)


def _same(body: Compute, drawn: Sequence[DrawnAnswer]) -> CardIssue | None:
    answer, count = Counter(_text(body, one.answer) for one in drawn).most_common(1)[0]
    if count <= len(drawn) / _LARGEST_SHARE:
        return None
    message = f"{answer} is the answer to {count} of {len(drawn)} different draws"
    return CardIssue(CardFault.SAME_ANSWER, message, ("answer",), "widen the ranges", warning=True)


def _mistakes(body: Compute, drawn: Sequence[DrawnAnswer]) -> Iterator[CardIssue]:
    for number, wrong in enumerate(body.mistakes):
        if all(one.mistakes[number] is None or _right(body, one, number) for one in drawn):
            message = f"'{wrong.mistake}' gives no wrong answer in any of {len(drawn)} draws"
            yield CardIssue(CardFault.MISTAKE_RIGHT, message, ("mistakes", number, "answer"), _MEND_MISTAKE)
            continue
        for earlier in range(number):
            if all(_alike(body, one, number, earlier) for one in drawn):
                other = body.mistakes[earlier].mistake
                message = f"'{wrong.mistake}' gives what '{other}' gives in each of {len(drawn)} draws"
                yield CardIssue(CardFault.MISTAKES_ALIKE, message, ("mistakes", number, "answer"), _MEND_MISTAKE)
                break


_MEND_MISTAKE = "whoever makes it could never be told so; mend or delete it"


def _right(body: Compute, one: DrawnAnswer, number: int) -> bool:
    return _equal(body, _text(body, one.mistakes[number]), _text(body, one.answer))


def _alike(body: Compute, one: DrawnAnswer, number: int, earlier: int) -> bool:
    this, other = one.mistakes[number], one.mistakes[earlier]
    if this is None or other is None:
        return this is other
    return _equal(body, _text(body, this), _text(body, other))


def _equal(body: Compute, one: str, other: str) -> bool:
    return one == other or matches(one, other, kind=body.answer_type, tolerance=body.tolerance)


def _text(body: Compute, value: object) -> str:
    return answer_as_text(value, kind=body.answer_type)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def _finite(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_finite, value))
    return not isinstance(value, float) or math.isfinite(value)


def _same_number(one: str, other: str) -> bool:
    try:
        return math.isclose(float(one), float(other), abs_tol=1e-9)
    except ValueError:
        return one == other
