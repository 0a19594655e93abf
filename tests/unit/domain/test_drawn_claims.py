"""What many draws of a compute card must show, without torch: the answers are given."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from quizzer.domain.card import AnswerType, Compute, NamedMistake, Parameter
from quizzer.domain.card_proof import CardFault
from quizzer.domain.card_trial import DrawnAnswer
from quizzer.domain.drawn_claims import issues_of_draws, questions, stands_in, wrong_answers
from quizzer.domain.text import Text

SAID = Text.of("No.")
BODY = Compute(
    prompt=Text.of({"en": "Twice {n}?", "zh-CN": "{n} 的两倍？"}),
    parameters=(Parameter("n", tuple(range(1, 100))),),
    where=(),
    derive=(),
    answer="2 * n",
    answer_type="number",
)


def answered(value: Any, *, kind: AnswerType = "number") -> tuple[Compute, list[DrawnAnswer]]:
    """A hundred draws with sound answers of a type, and one of that value."""
    sound: dict[AnswerType, Any] = {
        "number": lambda n: 1000 + n, "shape": lambda n: [1000 + n], "list": lambda n: [1000 + n], "text": str,
    }  # fmt: skip
    draws = [DrawnAnswer({"n": n}, sound[kind](1000 + n)) for n in range(100)]
    return replace(BODY, answer_type=kind), [*draws, DrawnAnswer({"n": 100}, value)]


def faults(body: Compute, draws: list[DrawnAnswer]) -> list[CardFault]:
    return [issue.fault for issue in issues_of_draws(body, draws)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [("number", 1.5), ("number", 0), ("shape", []), ("shape", [2, 3]), ("list", [1.0, "a"]), ("text", "long")],
)
def test_answers_that_can_be_compared_are_let_be(kind: AnswerType, value: Any) -> None:
    assert faults(*answered(value, kind=kind)) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", True),
        ("number", "1"),
        ("number", [1]),
        ("shape", [2.0]),
        ("shape", [True]),
        ("shape", 3),
        ("list", 1),
        ("text", 1),
        ("text", None),
    ],
)
def test_an_answer_of_another_type_is_told_with_its_draw(kind: AnswerType, value: Any) -> None:
    (issue,) = issues_of_draws(*answered(value, kind=kind))

    assert (issue.fault, issue.loc) == (CardFault.ANSWER_TYPE, ("answer",))
    assert issue.message == f"with n = 100 the answer is {value!r}, which is no {kind}"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", math.inf),
        ("number", math.nan),
        ("shape", [2, 0]),
        ("shape", [-1]),
        ("list", []),
        ("list", [1.0, [math.nan]]),
        ("text", ""),
    ],
)
def test_a_degenerate_answer_is_told_with_its_draw(kind: AnswerType, value: Any) -> None:
    (issue,) = issues_of_draws(*answered(value, kind=kind))

    assert (issue.fault, issue.warning) == (CardFault.DEGENERATE, False)
    assert issue.message.startswith("with n = 100 the answer is ")


def test_a_draw_that_cannot_be_evaluated_is_all_that_is_told() -> None:
    body, draws = answered("wrong type")

    assert faults(body, [*draws, DrawnAnswer({"n": 101}, error="ValueError")]) == [CardFault.NOT_EVALUATED]


def test_one_question_is_an_error_and_a_few_are_a_warning() -> None:
    one = issues_of_draws(BODY, [DrawnAnswer({"n": 5}, 1010)])
    few = issues_of_draws(BODY, [DrawnAnswer({"n": n}, 1000 + n) for n in range(49)])
    enough = issues_of_draws(BODY, [DrawnAnswer({"n": n}, 1000 + n) for n in range(50)])

    assert [(issue.fault, issue.warning) for issue in one if issue.loc == ("parameters",)] == [("few-questions", False)]
    assert [(issue.fault, issue.warning) for issue in few] == [("few-questions", True)]
    assert enough == ()


def test_questions_are_counted_as_they_are_read_and_not_as_they_are_drawn() -> None:
    hidden = replace(BODY, prompt=Text.of("Twice {n}?"))
    draws = [DrawnAnswer({"n": n // 10, "hidden": n}, n) for n in range(100)]

    assert questions(hidden, draws) == 10


def test_wrong_answers_are_counted_once_each_and_only_where_they_are_wrong() -> None:
    mistakes = tuple(NamedMistake(str(number), f"m-{number}", SAID) for number in range(5))
    body = replace(BODY, mistakes=mistakes)

    assert wrong_answers(body, DrawnAnswer({"n": 1}, 2, (2, 2.00001, 3, 3.0, None))) == ["3"]


def test_mistakes_that_never_differ_from_the_answer_or_from_one_another_are_told() -> None:
    mistakes = tuple(NamedMistake(name, name, SAID) for name in ("right", "one", "same", "other"))
    draws = [DrawnAnswer({"n": n}, 1000 + n, (1000 + n, n - 1, n - 1.0, n - 1 if n % 2 else n - 2)) for n in range(60)]

    issues = issues_of_draws(replace(BODY, mistakes=mistakes), draws)

    assert [(issue.fault, issue.loc) for issue in issues] == [
        (CardFault.MISTAKE_RIGHT, ("mistakes", 0, "answer")),
        (CardFault.MISTAKES_ALIKE, ("mistakes", 2, "answer")),
    ]


@pytest.mark.parametrize(
    ("answer", "prompt"),
    [
        ("12", "`f(12)` gives?"),
        ("0.5", "weights 0.50 and 3"),
        ("(2, 3)", "`torch.zeros(2, 3)` has which shape?"),
        ("(3, 3)", "a map of (3,3) and more"),
        ("[1, 2]", "the list [1, 2]"),
        ("32", "a 32x32 image"),
        ("-1", "add -1 to it"),
        ("sum", "the `sum` of it"),
    ],
)
def test_an_answer_in_the_question_is_noticed(answer: str, prompt: str) -> None:
    assert stands_in(answer, prompt)


@pytest.mark.parametrize(
    ("answer", "prompt"),
    [
        ("2", "`f(12, 20)` gives?"),
        ("(3, 2)", "`torch.zeros(2, 3)`"),
        ("(2, 3)", "`torch.zeros(2, 3, 4)`"),
        ("2", "`F.conv2d`"),
    ],
)
def test_other_numbers_in_the_question_are_no_answer(answer: str, prompt: str) -> None:
    assert not stands_in(answer, prompt)
