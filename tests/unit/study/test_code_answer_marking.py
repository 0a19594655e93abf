"""What becomes of an answer that names a line of code, or is one."""

from __future__ import annotations

import math

import pytest

from quizzer.domain.card import Bug, Card, CardId, Code, DeckId, NamedMistake, NoteId, TopicId
from quizzer.domain.code_answer import CaseRun, CodeRuns, Runs, first_difference, mistake_made, same_runs
from quizzer.domain.marking import clue, mark, read_line_number
from quizzer.domain.question import Question, ask
from quizzer.domain.text import Text

BUG = Bug(Text.of("?"), "a = 1\nb = a\nc = b\nd = c", 2, "b = a + 1", "", "assert d == 2")
CODE = Code(
    Text.of("?"),
    cases=("x = 1", "x = 2"),
    answer="x * 2",
    compare=("result",),
    mistakes=(
        NamedMistake("x ** 2", "squares", Text.of({"en": "That squares.", "zh-CN": "那是平方。"})),
        NamedMistake("x.mul(2)", "method", Text.of("An int has no mul.")),
    ),
)


def asked(body: object, language: str = "en") -> Question:
    card = Card(CardId("d/c"), NoteId("d/c"), DeckId("d"), TopicId("t"), body, Text.of("why"), "source")
    return ask(card, repetition=0, language=language)


def ran(*values: object) -> Runs:
    return tuple(CaseRun((value,)) for value in values)


def runs(typed: Runs) -> CodeRuns:
    return CodeRuns(ran(2, 4), (ran(1, 4), (CaseRun(error="AttributeError: mul"),) * 2), typed)


@pytest.mark.parametrize("typed", ["2", " 2 ", "line 2", "第 2 行", "２", "Line 2."])
def test_the_number_of_the_wrong_line_is_right_in_any_spelling(typed: str) -> None:
    marked = mark(asked(BUG), typed)

    assert marked.correct
    assert marked.answer_lines == ("- b = a", "+ b = a + 1")


@pytest.mark.parametrize("typed", ["1", "3", "", "b = a", "2 3", "22", "0", "9" * 5000])
def test_any_other_line_is_wrong(typed: str) -> None:
    assert mark(asked(BUG), typed).correct is False


def test_only_numbers_of_the_code_are_line_numbers() -> None:
    question = asked(BUG)

    assert [read_line_number(question, typed) for typed in ("4", "5", "0", "one")] == [4, None, None, None]


@pytest.mark.parametrize("line", [1, 2, 3, 4])
def test_the_hint_never_names_the_wrong_line(line: int) -> None:
    body = Bug(BUG.prompt, BUG.code, line, "pass", "", "pass")
    hint = clue(asked(body))

    assert hint is not None
    assert hint.form == "not_line"
    assert hint.detail != str(line)


def test_mending_changes_one_line_and_keeps_the_rest() -> None:
    assert BUG.fixed == "a = 1\nb = a + 1\nc = b\nd = c"


def test_a_line_is_right_by_what_it_does() -> None:
    marked = mark(asked(CODE), "x + x", runs=runs(ran(2, 4)))

    assert marked.correct
    assert marked.answer_lines == ("x * 2",)


def test_a_line_that_is_right_in_one_case_only_is_wrong() -> None:
    marked = mark(asked(CODE), "x + 1", runs=runs(ran(2, 3)))

    assert marked.correct is False
    assert (marked.difference.expression, marked.difference.got, marked.difference.want) == ("result", "3", "4")


@pytest.mark.parametrize(("language", "feedback"), [("en", "That squares."), ("zh-CN", "那是平方。")])
def test_a_known_mistake_is_answered_with_its_own_words(language: str, feedback: str) -> None:
    marked = mark(asked(CODE, language), "x * x", runs=runs(ran(1, 4)))

    assert (marked.correct, marked.mistake, marked.feedback) == (False, "squares", feedback)
    assert marked.difference is None


def test_a_line_that_raises_as_a_known_mistake_does_is_that_mistake() -> None:
    failed = (CaseRun(error="AttributeError: mul"),) * 2

    assert mistake_made(CODE, runs(failed)) is CODE.mistakes[1]


def test_a_line_that_raises_otherwise_says_so() -> None:
    marked = mark(asked(CODE), "y", runs=runs((CaseRun(error="NameError: y"),) * 2))

    assert (marked.mistake, marked.difference.error) == (None, "NameError: y")


def test_nothing_typed_is_wrong_and_shows_the_line() -> None:
    marked = mark(asked(CODE), "", runs=None)

    assert (marked.correct, marked.answer_lines, marked.difference) == (False, ("x * 2",), None)


@pytest.mark.parametrize(
    ("got", "want", "same"),
    [
        (1.00001, 1.0, True),
        (1.01, 1.0, False),
        (1, 1.0, False),
        (True, 1, False),
        (math.nan, math.nan, True),
        (math.nan, 1.0, False),
        (math.inf, math.inf, True),
        (math.inf, -math.inf, False),
        ([1.0, [2.0]], [1.0, [2.0]], True),
        ([1.0], [1.0, 1.0], False),
        ([1.0], 1.0, False),
        ("a", "a", True),
        (None, None, True),
        (None, 0, False),
    ],
)
def test_values_are_the_same_when_type_and_size_are(got: object, want: object, same: bool) -> None:
    assert same_runs(ran(got), ran(want), tolerance=1e-4) is same


def test_two_lines_that_fail_alike_are_not_the_same_answer() -> None:
    failed = (CaseRun(error="E"),)

    assert not same_runs(failed, failed, tolerance=1.0)


def test_a_long_value_is_cut_where_it_is_told() -> None:
    body = Code(Text.of("?"), ("",), "a", ("result",))
    told = first_difference(body, CodeRuns(ran([0.5] * 100), (), ran([0.25] * 100)))

    assert told is not None
    assert len(told.got) == len(told.want) == 70
    assert told.got.endswith("…")
