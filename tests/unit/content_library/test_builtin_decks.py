"""Claims about the decks that ship with the program; torch itself is the oracle of their answers.

One test per claim and card, so that a failure names the card. Whatever is evaluated here is our own content.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch

from quizzer.content import find_decks, find_exercises, lint_deck, read_deck
from quizzer.domain.answer_text import matches
from quizzer.domain.card import Basic, Card, Choice, Cloze, Compute, Deck, ExerciseRef, Order, Scalar
from quizzer.domain.draw import draw, parameter_seed, placeholders, render, safe_eval
from quizzer.domain.marking import answer_as_text
from quizzer.domain.question import ask, cloze_answers
from quizzer.domain.text import LANGUAGES, Text

ROOT = Path(__file__).resolve().parents[3]
NAMES = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}
REPETITIONS = 200
DRAWS = 500

DECK_FOLDERS = find_decks(ROOT / "decks")
DECKS: tuple[Deck, ...] = tuple(read_deck(folder) for folder in DECK_FOLDERS)
CARDS: tuple[Card, ...] = tuple({card.note: card for deck in DECKS for card in deck.cards}.values())
"""One card of each note: siblings share their text, snippet and explanation."""

CHINESE = re.compile(r"[\u3400-\u9fff]")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
DELETION = re.compile(r"\{\{c\d+::(.*?)\}\}(?!\})", re.DOTALL)
API_NAME = re.compile(r"(?<![\w.])(?:torch|nn|F)(?:\.[A-Za-z_]\w*)+")
ANSWER_TYPES: Mapping[str, Any] = {"number": (int, float), "shape": tuple, "list": list, "text": str}


def cards_with(*bodies: type) -> pytest.MarkDecorator:
    """Parametrise over the notes of some kinds."""
    chosen = [card for card in CARDS if isinstance(card.body, bodies)]
    return pytest.mark.parametrize("card", chosen, ids=[card.note for card in chosen])


every_card = cards_with(object)
every_asking_card = cards_with(Basic, Cloze, Choice, Order, Compute)
every_claim = cards_with(Basic, Cloze, Choice)
every_choice = cards_with(Choice)
every_cloze = cards_with(Cloze)
every_compute_card = cards_with(Compute)
every_card_with_mistakes = pytest.mark.parametrize(
    "card", [pytest.param(c, id=c.note) for c in CARDS if isinstance(c.body, Compute) and c.body.mistakes]
)
every_exercise_card = cards_with(ExerciseRef)
every_deck = pytest.mark.parametrize("deck", DECKS, ids=[deck.id for deck in DECKS])


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Tiny tensors gain nothing from threads, which wait long for one another on a busy machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@dataclass(frozen=True)
class Drawn:
    """One draw of a compute card, answered by torch; prompt and explanation in each language."""

    values: Mapping[str, Scalar]
    prompts: tuple[str, ...]
    answer: Any
    text: str
    whys: tuple[str, ...]


@cache
def drawn(card: Card) -> tuple[Drawn, ...]:
    """The different questions among the first ``REPETITIONS`` that a learner would get."""
    body = card.body
    assert isinstance(body, Compute)
    draws = [draw(body, seed=parameter_seed(card.id, repetition)) for repetition in range(REPETITIONS)]
    return tuple(answered(card, values) for values in {tuple(each.items()): each for each in draws}.values())


def answered(card: Card, values: Mapping[str, Scalar]) -> Drawn:
    body = card.body
    assert isinstance(body, Compute)
    torch.manual_seed(0)
    names = dict(values)
    for name, expression in body.derive:
        names[name] = eval(expression, {**NAMES, **names})
    answer = eval(body.answer, {**NAMES, **names})
    prompts = tuple(render(prompt, values) for _, prompt in body.prompt.versions)
    whys = tuple(render(why, names) for _, why in card.why.versions)
    return Drawn(values, prompts, answer, answer_as_text(answer, kind=body.answer_type), whys)


def texts(card: Card) -> Iterator[Text]:
    """Everything of a card that is written in words; of a cloze, with its blanks filled."""
    yield card.why
    body = card.body
    if isinstance(body, Cloze):
        yield Text(tuple((language, DELETION.sub(r"\1", text)) for language, text in body.text.versions))
    elif not isinstance(body, ExerciseRef):
        yield body.prompt
    if isinstance(body, Basic):
        yield body.answer
    if isinstance(body, Choice):
        for option in body.options:
            yield option.text
            if option.feedback:
                yield option.feedback


def is_prose(text: str) -> bool:
    """Code and bare numbers are the same in every language; sentences are not."""
    return re.search(r"[A-Za-z]{3}", CODE.sub("", text)) is not None


def numbers(text: str) -> list[str]:
    return sorted(NUMBER.findall(CODE.sub("", text)))


def stands_in(answer: str, prompt: str) -> bool:
    """Whether the very numbers of an answer stand in the prompt, next to one another and alone."""
    wanted = re.sub(r"[\s()\[\]]", "", answer).rstrip(",")
    shown = re.sub(r"(?<=\d)x(?=\d)", " x ", re.sub(r",\s*", ",", prompt))
    if "," in wanted:
        return wanted in re.findall(r"-?[\w.]+(?:,-?[\w.]+)+", shown)
    return any(same_number(wanted, token) for token in re.findall(r"(?<![\w.])-?[\w.]*\w", shown))


def same_number(one: str, other: str) -> bool:
    try:
        return math.isclose(float(one), float(other), abs_tol=1e-9)
    except ValueError:
        return one == other


def resolves(name: str) -> bool:
    """Whether a dotted name exists: as an attribute, or as a declared attribute of instances."""
    first, *rest = name.split(".")
    found: object = NAMES[first]
    for number, part in enumerate(rest):
        if not hasattr(found, part):
            return number == len(rest) - 1 and part in getattr(found, "__annotations__", {})
        found = getattr(found, part)
    return True


def spoken_code(card: Card) -> Iterator[str]:
    """The inline code that a card vouches for; a wrong option may name what does not exist."""
    options = card.body.options if isinstance(card.body, Choice) else ()
    wrong = {option.text for option in options if not option.correct}
    for text in texts(card):
        if text not in wrong:
            for _, version in text.versions:
                yield from re.findall(r"`[^`\n]+`", version)


def test_decks_ship() -> None:
    total = sum(len(deck.cards) for deck in DECKS)

    assert "layers" in {deck.id for deck in DECKS}
    assert total >= 40
    assert len({card.kind for deck in DECKS for card in deck.cards}) >= 4


@every_deck
def test_each_topic_of_a_deck_has_a_card(deck: Deck) -> None:
    used = {card.topic for card in deck.cards}

    assert [topic.id for topic in deck.topics if topic.id not in used] == []


@pytest.mark.parametrize("folder", DECK_FOLDERS, ids=[folder.name for folder in DECK_FOLDERS])
def test_the_linter_has_nothing_to_say(folder: Path) -> None:
    assert [str(diagnostic) for diagnostic in lint_deck(folder)] == []


@every_claim
def test_a_claim_comes_with_a_snippet_that_asserts(card: Card) -> None:
    assert card.verify is not None
    assert re.search(r"^\s*(?:assert|raise)\b", card.verify, re.MULTILINE)


@every_card
def test_the_snippet_proves_the_claim(card: Card) -> None:
    if card.verify is None:
        return
    torch.manual_seed(0)

    exec(compile(card.verify, card.note, "exec", dont_inherit=True), dict(NAMES))


@every_asking_card
def test_each_sentence_is_there_in_both_languages(card: Card) -> None:
    for text in texts(card):
        if any(is_prose(version) for _, version in text.versions):
            assert sorted(text.languages) == sorted(LANGUAGES), text


@every_asking_card
def test_each_language_is_written_in_its_own_script(card: Card) -> None:
    for text in texts(card):
        for language, version in text.versions:
            if is_prose(version):
                assert bool(CHINESE.search(CODE.sub("", version))) is (language == "zh-CN"), version


@every_asking_card
def test_both_languages_name_the_same_numbers_and_code(card: Card) -> None:
    for text in texts(card):
        versions = [version for _, version in text.versions]

        assert len({tuple(numbers(version)) for version in versions}) == 1, versions
        assert len({tuple(sorted(CODE.findall(version))) for version in versions}) == 1, versions
        assert len({placeholders(version) for version in versions}) == 1, versions


@every_asking_card
def test_names_in_backticks_exist_in_torch(card: Card) -> None:
    names = {name for code in spoken_code(card) for name in API_NAME.findall(code)}

    assert [name for name in sorted(names) if not resolves(name)] == []


@every_choice
def test_one_option_is_right_and_each_other_one_answers_its_own_mistake(card: Card) -> None:
    assert isinstance(card.body, Choice)
    options = card.body.options
    wrong = [option for option in options if not option.correct]

    assert 3 <= len(options) <= 5
    assert len(wrong) == len(options) - 1
    for language in LANGUAGES:
        assert len({option.text.in_(language) for option in options}) == len(options)
    assert len({option.mistake for option in wrong} - {None}) == len(wrong)
    assert len({option.feedback for option in wrong} - {None}) == len(wrong)


@every_cloze
def test_a_blank_is_not_filled_by_its_own_sentence(card: Card) -> None:
    assert isinstance(card.body, Cloze)
    for language, hidden in cloze_answers(card.body).items():
        shown = ask(card, repetition=0, language=language).prompt.casefold()

        assert re.search(rf"(?<![\w.]){re.escape(hidden.casefold())}(?![\w.])", shown) is None


@every_compute_card
def test_draws_are_many_and_honour_their_conditions(card: Card) -> None:
    assert isinstance(card.body, Compute)
    draws = drawn(card)

    assert len({each.prompts for each in draws}) >= 50
    for each in draws:
        assert all(safe_eval(condition, each.values) for condition in card.body.where), each.values


@every_compute_card
def test_a_computed_answer_has_the_type_it_is_compared_as(card: Card) -> None:
    assert isinstance(card.body, Compute)
    for each in drawn(card):
        assert isinstance(each.answer, ANSWER_TYPES[card.body.answer_type]), each
        assert not isinstance(each.answer, bool), each
        if isinstance(each.answer, float):
            assert math.isfinite(each.answer), each
        if card.body.answer_type == "shape":
            assert all(type(size) is int and size > 0 for size in each.answer), each


@every_compute_card
def test_a_computed_answer_does_not_stand_in_its_question(card: Card) -> None:
    shown = [(d.text, prompt) for d in drawn(card) for prompt in d.prompts if stands_in(d.text, prompt)]

    assert shown[:3] == []


@every_compute_card
def test_answers_vary_so_that_none_can_be_learnt_by_heart(card: Card) -> None:
    answers = [each.text for each in drawn(card)]

    assert max(map(answers.count, set(answers))) <= len(answers) / 3


@every_compute_card
def test_no_name_is_left_open_in_question_and_explanation(card: Card) -> None:
    for each in drawn(card):
        assert not any(map(placeholders, (*each.prompts, *each.whys))), each


@every_card_with_mistakes
def test_each_draw_has_three_wrong_answers_that_deserve_a_word(card: Card) -> None:
    body = card.body
    assert isinstance(body, Compute)
    for repetition in range(DRAWS):
        values = draw(body, seed=parameter_seed(card.id, repetition))
        wrong = wrong_answers(body, values)
        assert len(wrong) >= 3, (values, wrong)


def wrong_answers(body: Compute, values: Mapping[str, Scalar]) -> set[str]:
    """What the typical mistakes give for one draw, but for those that happen to be right there."""
    torch.manual_seed(0)
    names = {**NAMES, **values}
    for name, expression in body.derive:
        names[name] = eval(expression, {**names})
    distinct = [answer_as_text(eval(body.answer, {**names}), kind=body.answer_type)]
    for wrong in body.mistakes:
        with suppress(Exception):
            answer = answer_as_text(eval(wrong.code, {**names}), kind=body.answer_type)
            if not any(matches(answer, known, kind=body.answer_type, tolerance=body.tolerance) for known in distinct):
                distinct.append(answer)
    return set(distinct[1:])


@every_exercise_card
def test_an_exercise_card_names_an_exercise_that_ships(card: Card) -> None:
    assert isinstance(card.body, ExerciseRef)

    assert card.body.exercise in {folder.name for folder in find_exercises(ROOT / "exercises")}


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


def test_a_misspelt_name_does_not_resolve() -> None:
    found = [resolves(name) for name in ("nn.ReLU", "nn.Linear.weight", "torch.nn.functional.conv2d")]
    missing = [resolves(name) for name in ("nn.ReLu", "torch.to", "F.conv2D")]

    assert (found, missing) == ([True] * 3, [False] * 3)
