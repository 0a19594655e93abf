"""What becomes of a typed answer on each kind of card."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from quizzer.domain.card import (
    Basic,
    Card,
    CardId,
    Choice,
    Cloze,
    Compute,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NamedMistake,
    NoteId,
    Option,
    Order,
    TopicId,
)
from quizzer.domain.marking import answer_as_text, clue, mark, read_order, readable_answer
from quizzer.domain.question import Question, ask
from quizzer.domain.text import Text


def question_of(body: object, *, repetition: int = 0, language: str = "en") -> Question:
    card = Card(CardId("d/c"), NoteId("d/c"), DeckId("d"), TopicId("t"), body, Text.of("why"), "source")
    return ask(card, repetition=repetition, language=language)


BASIC = Basic(Text.of("?"), Text.of({"en": "Its running statistics.", "zh-CN": "滑动统计量。"}))
CLOZE = Cloze(Text.of({"en": "uses the {{c1::new batch}}", "zh-CN": "用{{c1::当前批次}}"}), 1, accept=("mini-batch",))
CHOICE = Choice(
    Text.of("?"),
    (
        Option(Text.of("right"), correct=True),
        Option(Text.of("wrong"), mistake="confuses", feedback=Text.of({"en": "No.", "zh-CN": "不。"})),
        Option(Text.of("silent"), mistake="other"),
    ),
)
ORDER = Order(Text.of("?"), ("zero", "loss", "back", "step"), ((0, 2), (1, 2), (2, 3)))


def compute(answer_type: str, tolerance: float = 1e-4) -> Compute:
    return Compute(Text.of("?"), (), (), (), "1", answer_type, tolerance)


def letters_of(question: Question, order: tuple[int, ...]) -> str:
    return "".join(question.letters[question.places.index(line)] for line in order)


def test_only_the_learner_can_mark_a_basic_card() -> None:
    marked = mark(question_of(BASIC), "")

    assert marked.correct is None
    assert marked.answer == "Its running statistics."


@pytest.mark.parametrize(
    ("typed", "right"), [("New Batch", True), ("mini-batch", True), ("当前批次", True), ("old", False)]
)
def test_a_blank_takes_the_answer_of_any_language(typed: str, right: bool) -> None:
    marked = mark(question_of(CLOZE), typed)

    assert marked.correct is right
    assert marked.answer == "new batch"
    assert mark(question_of(CLOZE, language="zh-CN"), typed).answer == "当前批次"


def test_a_blank_that_hides_a_shape_takes_any_spelling_of_it() -> None:
    body = Cloze(Text.of("has shape {{c1::(3, 8)}}"), 1)

    assert mark(question_of(body), "3x8").correct
    assert not mark(question_of(body), "8x3").correct


@pytest.mark.parametrize("repetition", range(6))
def test_a_letter_means_the_option_that_it_stands_before(repetition: int) -> None:
    question = question_of(CHOICE, repetition=repetition)
    letter = {text: letter for letter, text in zip(question.letters, question.lines, strict=True)}

    right, wrong = mark(question, letter["right"]), mark(question, letter["wrong"].upper())

    assert right.correct
    assert right.feedback is None
    assert not wrong.correct
    assert (wrong.mistake, wrong.feedback) == ("confuses", "No.")
    assert right.answer == wrong.answer == f"{letter['right']}) right"


def test_a_mistake_without_feedback_is_named_all_the_same() -> None:
    question = question_of(CHOICE)
    marked = mark(question, question.letters[question.lines.index("silent")])

    assert (marked.correct, marked.mistake, marked.feedback) == (False, "other", None)


@pytest.mark.parametrize("typed", ["", "z", "ab", "1"])
def test_what_is_no_letter_of_the_options_is_wrong(typed: str) -> None:
    assert mark(question_of(CHOICE), typed).correct is False


def test_every_order_that_respects_the_rules_is_right_and_no_other() -> None:
    question = question_of(ORDER)

    right = {order for order in permutations(range(4)) if mark(question, letters_of(question, order)).correct}

    assert right == {(0, 1, 2, 3), (1, 0, 2, 3)}


@pytest.mark.parametrize("typed", ["", "abc", "abcc", "abcde", "abcz"])
def test_letters_that_are_missing_or_repeated_are_no_order(typed: str) -> None:
    assert read_order(question_of(ORDER), typed) is None
    assert mark(question_of(ORDER), typed).correct is False


def test_letters_may_be_spaced_and_upper_case() -> None:
    question = question_of(ORDER)
    letters = letters_of(question, (0, 1, 2, 3))

    assert read_order(question, ", ".join(letters.upper())) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("kind", "expected", "typed", "right"),
    [
        ("shape", "(2, 8)", "2x8", True), ("shape", "(2, 8)", "8x2", False), ("number", "0.3333333", "1/3", True),
        ("number", "0.3333333", "0.3", False), ("list", "[2, 2, 1]", "2 2 1", True), ("text", "True", "true", True),
        ("shape", "(2, 8)", "", False),
    ],
)  # fmt: skip
def test_a_computed_answer_is_compared_by_its_type(kind: str, expected: str, typed: str, right: bool) -> None:
    assert mark(question_of(compute(kind)), typed, expected=expected).correct is right


def test_the_tolerance_of_the_card_counts() -> None:
    assert mark(question_of(compute("number", 0.1)), "0.4", expected="0.35").correct
    assert not mark(question_of(compute("number", 0.01)), "0.4", expected="0.35").correct


def test_a_compute_card_without_its_answer_is_never_right() -> None:
    assert mark(question_of(compute("number")), "1").correct is False


def test_the_card_of_an_exercise_is_not_marked() -> None:
    assert mark(question_of(ExerciseRef(ExerciseId("e"))), "x").correct is None


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ([2, 8], "shape", "(2, 8)"), ([5], "shape", "(5,)"), ([], "shape", "()"), ([2, 2], "list", "[2, 2]"),
        ((2, 8), "text", "(2, 8)"), (0.25, "number", "0.25"), (3, "number", "3"), (True, "text", "True"),
        ("relu", "text", "relu"), ([[1, 2], [3]], "list", "[[1, 2], [3]]"), (float("nan"), "number", "nan"),
    ],
)  # fmt: skip
def test_what_torch_computed_is_written_as_python_would(value: object, kind: str, text: str) -> None:
    assert answer_as_text(value, kind=kind) == text


@pytest.mark.parametrize(
    ("expected", "shown"),
    [("0.30000001192092896", "`0.3`"), ("3", "`3`"), ("3.0", "`3.0`"), ("(2, 8)", "`(2, 8)`"), ("nan", "`nan`")],
)
def test_a_computed_answer_is_shown_without_float_noise(expected: str, shown: str) -> None:
    assert readable_answer(expected) == shown


@pytest.mark.parametrize(
    ("body", "expected", "form", "detail"),
    [
        (BASIC, None, "starts", "Its"), (CLOZE, None, "starts", "ne"), (CHOICE, None, "not_option", None),
        (ORDER, None, "first_line", None), (compute("shape"), "(2, 8)", "dimensions", "2"),
        (compute("list"), "[2, 2, 1]", "items", ""), (compute("number"), "0.3333", "rounded", "0.3"),
        (compute("text"), "relu", "starts", "r"),
    ],
)  # fmt: skip
def test_each_kind_has_a_hint_of_its_own(body: object, expected: str | None, form: str, detail: str | None) -> None:
    hint = clue(question_of(body), expected=expected)

    assert hint is not None
    assert hint.form == form
    assert detail in (None, hint.detail)


def test_the_hint_of_a_choice_names_a_wrong_option_and_of_an_order_a_possible_first_line() -> None:
    for repetition in range(10):
        choice, order = question_of(CHOICE, repetition=repetition), question_of(ORDER, repetition=repetition)

        assert mark(choice, clue(choice).detail).correct is False
        assert order.lines[order.letters.index(clue(order).detail)] == "zero"


@pytest.mark.parametrize("body", [ExerciseRef(ExerciseId("e")), compute("shape"), Cloze(Text.of("{{c1::5}}"), 1)])
def test_where_nothing_can_be_held_back_there_is_no_hint(body: object) -> None:
    assert clue(question_of(body)) is None


COMPUTED = Compute(
    Text.of("?"),
    (),
    (),
    (),
    "(2, 3)",
    "shape",
    mistakes=(
        NamedMistake("(3, 2)", "transposed", Text.of({"en": "The other way round.", "zh-CN": "反了。"})),
        NamedMistake("(2,)", "no-keepdim", Text.of("The axis stays.")),
        NamedMistake("(2,)", "other-road", Text.of("Some other reason.")),
    ),
)
VALUES = ("(3, 2)", "(2,)", "(2,)")


def test_a_typical_wrong_answer_is_met_with_its_own_words() -> None:
    marked = mark(question_of(COMPUTED, language="zh-CN"), "3x2", expected="(2, 3)", mistaken=VALUES)

    assert (marked.correct, marked.mistake, marked.feedback) == (False, "transposed", "反了。")


def test_the_words_for_a_mistake_show_derived_values() -> None:
    told = replace(COMPUTED, mistakes=(NamedMistake("(3, 2)", "transposed", Text.of("There are {rows} rows.")),))

    marked = mark(question_of(told), "3x2", expected="(2, 3)", mistaken=("(3, 2)",), derived={"rows": "2"})

    assert marked.feedback == "There are 2 rows."


@pytest.mark.parametrize("typed", ["2", "(7, 7)", ""])
def test_a_wrong_answer_that_several_mistakes_or_none_would_give_is_met_with_silence(typed: str) -> None:
    marked = mark(question_of(COMPUTED), typed, expected="(2, 3)", mistaken=VALUES)

    assert (marked.correct, marked.mistake, marked.feedback) == (False, None, None)


def test_a_right_answer_is_right_though_a_mistake_gives_it_too() -> None:
    marked = mark(question_of(COMPUTED), "(2, 3)", expected="(2, 3)", mistaken=("(2, 3)", None, None))

    assert (marked.correct, marked.mistake) == (True, None)
