"""Claims about the decks that ship with the program: proved as `quizzer verify` does, and what ours must be beyond.

A failure names the card.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from quizzer.content import find_decks, find_exercises, lint_deck, read_deck
from quizzer.domain.card import Basic, Card, CardKind, Choice, Cloze, Compute, Deck, ExerciseRef, Order
from quizzer.domain.draw import draw, parameter_seed, placeholders
from quizzer.domain.drawn_claims import wrong_answers
from quizzer.domain.text import LANGUAGES, Text
from quizzer.grader.client import Grader
from quizzer.services.verify_cards import prove_card, read_target

ROOT = Path(__file__).resolve().parents[3]
NAMES = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}
DRAWS = 500
RUNNING = frozenset(CardKind) - {CardKind.ORDER, CardKind.EXERCISE}

DECK_FOLDERS = find_decks(ROOT / "decks")
PROVED = [*DECK_FOLDERS, ROOT / "tests" / "golden" / "study" / "coded"]
DECKS: tuple[Deck, ...] = tuple(read_deck(folder) for folder in DECK_FOLDERS)
CARDS: tuple[Card, ...] = tuple({card.note: card for deck in DECKS for card in deck.cards}.values())
"""One card of each note: siblings share their text, snippet and explanation."""

CHINESE = re.compile(r"[\u3400-\u9fff]")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
DELETION = re.compile(r"\{\{c\d+::(.*?)\}\}(?!\})", re.DOTALL)
API_NAME = re.compile(r"(?<![\w.])(?:torch|nn|F)(?:\.[A-Za-z_]\w*)+")


def cards_with(*bodies: type) -> pytest.MarkDecorator:
    """Parametrise over the notes of some kinds."""
    chosen = [card for card in CARDS if isinstance(card.body, bodies)]
    return pytest.mark.parametrize("card", chosen, ids=[card.note for card in chosen])


every_asking_card = cards_with(Basic, Cloze, Choice, Order, Compute)
every_claim = cards_with(Basic, Cloze, Choice)
every_choice = cards_with(Choice)
every_compute_card = cards_with(Compute)
every_card_with_mistakes = pytest.mark.parametrize(
    "card", [pytest.param(c, id=c.note) for c in CARDS if isinstance(c.body, Compute) and c.body.mistakes]
)
every_exercise_card = cards_with(ExerciseRef)
every_deck = pytest.mark.parametrize("deck", DECKS, ids=[deck.id for deck in DECKS])


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


@pytest.mark.slow
@pytest.mark.parametrize("folder", PROVED, ids=[folder.name for folder in PROVED])
def test_the_cards_of_a_deck_are_proved_with_nothing_to_say(folder: Path, warm_grader: Grader) -> None:
    proofs = [prove_card(warm_grader, card) for card in read_target(folder).cards]

    found = [f"{one.location} {proof.note} [{one.fault}] {one.message}" for proof in proofs for one in proof.findings]
    assert found == []
    assert all(proof.ran for proof in proofs if proof.kind in RUNNING)


@pytest.mark.slow
@every_card_with_mistakes
def test_each_draw_has_three_wrong_answers_that_deserve_a_word(card: Card, warm_grader: Grader) -> None:
    body = card.body
    assert isinstance(body, Compute)
    every = [draw(body, seed=parameter_seed(card.id, repetition)) for repetition in range(DRAWS)]
    draws = list({tuple(values.items()): values for values in every}.values())

    for one in warm_grader.evaluate_draws(body, draws):
        assert len(wrong_answers(body, one)) >= 3, one


@every_compute_card
def test_no_name_is_left_open_in_question_and_explanation(card: Card) -> None:
    assert isinstance(card.body, Compute)
    parameters = {parameter.name for parameter in card.body.parameters}
    derived = {name for name, _ in card.body.derive}

    for _, prompt in card.body.prompt.versions:
        assert placeholders(prompt) <= parameters
    for _, why in card.why.versions:
        assert placeholders(why) <= parameters | derived


@every_exercise_card
def test_an_exercise_card_names_an_exercise_that_ships(card: Card) -> None:
    assert isinstance(card.body, ExerciseRef)

    assert card.body.exercise in {folder.name for folder in find_exercises(ROOT / "exercises")}


def test_a_misspelt_name_does_not_resolve() -> None:
    found = [resolves(name) for name in ("nn.ReLU", "nn.Linear.weight", "torch.nn.functional.conv2d")]
    missing = [resolves(name) for name in ("nn.ReLu", "torch.to", "F.conv2D")]

    assert (found, missing) == ([True] * 3, [False] * 3)
