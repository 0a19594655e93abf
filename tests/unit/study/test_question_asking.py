"""How a card is put as a question: blanks, shuffles and draws, the same for the same repetition."""

from __future__ import annotations

import pytest

from quizzer.domain.card import (
    Card,
    CardId,
    Choice,
    Cloze,
    Compute,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NoteId,
    Option,
    Order,
    Parameter,
    TopicId,
)
from quizzer.domain.draw import DrawError
from quizzer.domain.question import ask, cloze_answers, respects
from quizzer.domain.text import Text


def card_of(body: object, card_id: str = "d/c") -> Card:
    return Card(CardId(card_id), NoteId("d/c"), DeckId("d"), TopicId("t"), body, Text.of("why"), "source")


def cloze(text: str, number: int = 1) -> Cloze:
    return Cloze(Text.of(text), number)


CHOICE = Choice(Text.of("?"), tuple(Option(Text.of(name), correct=name == "p") for name in "pqrs"))
ORDER = Order(Text.of("?"), ("zero", "loss", "back", "step"), ((0, 2), (1, 2), (2, 3)))


@pytest.mark.parametrize(
    ("text", "number", "prompt"),
    [
        ("a {{c1::b}} c", 1, "a [...] c"),
        ("`x.{{c1::view}}(2)`", 1, "`x.____(2)`"),
        ("`a` {{c1::b}} `c`", 1, "`a` [...] `c`"),
        ("{{c1::a}} and {{c2::b}}", 2, "a and [...]"),
        ("{{c1::a}} then {{c1::b}}", 1, "[...] then [...]"),
        ("d = {{c1::{1: 2}}}", 1, "d = [...]"),
        ("f({ x: {{c1::y}} })", 1, "f({ x: [...] })"),
        ("one\n{{c1::two\nthree}}", 1, "one\n[...]"),
    ],
)
def test_the_blank_hides_its_own_deletion_only(text: str, number: int, prompt: str) -> None:
    assert ask(card_of(cloze(text, number)), repetition=0, language="en").prompt == prompt


@pytest.mark.parametrize(
    ("text", "number", "hidden"),
    [
        ("{{c1::a}} and {{c2::b}}", 2, "b"),
        ("{{c1::a}} then {{c1::b}}", 1, "a, b"),
        ("{{c1::a}} then {{c1::a}}", 1, "a"),
        ("d = {{c1::{1: 2}}}", 1, "{1: 2}"),
    ],
)
def test_what_the_blank_hides_is_the_answer(text: str, number: int, hidden: str) -> None:
    assert cloze_answers(cloze(text, number)) == {"en": hidden}


def test_options_are_shuffled_by_card_and_repetition_and_otherwise_stay() -> None:
    asked = [ask(card_of(CHOICE), repetition=r, language="en") for r in range(40)]
    again = [ask(card_of(CHOICE), repetition=r, language="en") for r in range(40)]

    assert asked == again
    assert {question.lines[0] for question in asked} == set("pqrs")
    assert all(sorted(question.lines) == list("pqrs") for question in asked)


def test_two_cards_are_shuffled_apart() -> None:
    one = [ask(card_of(CHOICE, "d/one"), repetition=r, language="en").places for r in range(20)]
    two = [ask(card_of(CHOICE, "d/two"), repetition=r, language="en").places for r in range(20)]

    assert one != two


def test_what_is_shown_is_what_the_places_name() -> None:
    question = ask(card_of(CHOICE), repetition=3, language="en")

    assert question.lines == tuple("pqrs"[place] for place in question.places)
    assert question.letters == "abcd"


def test_lines_never_stand_in_a_right_order_already() -> None:
    for repetition in range(200):
        places = ask(card_of(ORDER), repetition=repetition, language="en").places
        assert sorted(places) == [0, 1, 2, 3]
        assert not respects(places, ORDER.before)


def test_lines_that_are_right_in_any_order_are_shown_all_the_same() -> None:
    free = Order(Text.of("?"), ("a", "b"), ())

    assert sorted(ask(card_of(free), repetition=0, language="en").places) == [0, 1]


def test_parameters_are_drawn_anew_each_repetition_and_put_into_the_prompt() -> None:
    body = Compute(Text.of("{n} of {other}"), (Parameter("n", tuple(range(50))),), (), (), "n", "number")

    asked = [ask(card_of(body), repetition=r, language="en") for r in range(20)]

    assert len({question.prompt for question in asked}) > 5
    assert all(question.prompt == f"{question.values['n']} of {{other}}" for question in asked)


def test_conditions_that_nothing_satisfies_are_reported() -> None:
    body = Compute(Text.of("{n}"), (Parameter("n", (1, 2)),), ("n > 2",), (), "n", "number")

    with pytest.raises(DrawError):
        ask(card_of(body), repetition=0, language="en")


def test_the_card_of_an_exercise_has_no_question_of_its_own() -> None:
    card = card_of(ExerciseRef(ExerciseId("e")))

    assert ask(card, repetition=0, language="en").prompt == ""


def test_a_card_speaks_the_language_it_is_asked_in() -> None:
    body = Cloze(Text.of({"en": "is {{c1::red}}", "zh-CN": "是{{c1::红}}"}), 1)

    assert ask(card_of(body), repetition=0, language="zh-CN").prompt == "是[...]"
    assert cloze_answers(body) == {"en": "red", "zh-CN": "红"}
