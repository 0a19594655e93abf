"""One asking of a card: options shuffled, parameters drawn, the blank left open.

Pure: all chance comes from the card's id and its repetition.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Bug, Card, Choice, Cloze, Code, Compute, Order
from quizzer.domain.draw import draw, parameter_seed, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.domain.card import CardId, Scalar

LETTERS = "abcdefghijklmnopqrstuvwxyz"
BLANK = "[...]"
BLANK_IN_CODE = "____"

# A deletion may itself end in a brace, as in {{c1::{1: 2}}}: the last two braces of the run close it.
DELETION = re.compile(r"\{\{c(\d+)::(.*?)\}\}(?!\})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Question:
    """A card as it is put to the learner once, in one language; ``prompt`` is Markdown.

    ``places`` maps what is shown to what the author wrote: option or line ``i`` as shown is ``places[i]``.
    """

    card: Card
    language: str
    prompt: str
    lines: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    values: Mapping[str, Scalar] = field(default_factory=dict)

    @property
    def letters(self) -> str:
        """The letters that answer this question, in the order shown; none where lines go by number."""
        return "" if isinstance(self.card.body, Bug) else LETTERS[: len(self.lines)]


@dataclass(frozen=True, slots=True)
class Counts:
    """What this session still has to show: new cards, cards in steps, reviews."""

    new: int
    learning: int
    due: int


def ask(card: Card, *, repetition: int, language: str) -> Question:
    """Put the question of ``card`` for its ``repetition``-th time; the same arguments give the same question.

    Raises:
        DrawError: no parameters of a compute card satisfy its conditions.
    """
    body = card.body
    if isinstance(body, Basic | Code):
        return Question(card, language, body.prompt.in_(language))
    if isinstance(body, Bug):
        return Question(card, language, body.prompt.in_(language), body.lines, tuple(range(len(body.lines))))
    if isinstance(body, Cloze):
        return Question(card, language, _with_blank(body.text.in_(language), number=body.number))
    if isinstance(body, Compute):
        values = draw(body, seed=parameter_seed(card.id, repetition))
        return Question(card, language, render(body.prompt.in_(language), values), values=values)
    if isinstance(body, Choice):
        places = _shuffled(len(body.options), card_id=card.id, repetition=repetition)
        lines = tuple(body.options[place].text.in_(language) for place in places)
        return Question(card, language, body.prompt.in_(language), lines, places)
    if isinstance(body, Order):
        places = _disordered(body, card_id=card.id, repetition=repetition)
        lines = tuple(body.lines[place] for place in places)
        return Question(card, language, body.prompt.in_(language), lines, places)
    return Question(card, language, "")


def cloze_answers(body: Cloze) -> dict[str, str]:
    """What the blank hides, by language; several deletions of one number are joined by commas."""

    def hidden(text: str) -> str:
        return ", ".join(dict.fromkeys(word for number, word in _deletions(text) if number == body.number))

    return {language: hidden(text) for language, text in body.text.versions}


def respects(order: tuple[int, ...], before: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether ``order`` (line numbers, first to last) puts each pair's first line before its second."""
    place = {line: position for position, line in enumerate(order)}
    return all(place[first] < place[second] for first, second in before)


def _deletions(text: str) -> list[tuple[int, str]]:
    return [(int(number), hidden.split("::")[0]) for number, hidden in DELETION.findall(text)]


def _with_blank(text: str, *, number: int) -> str:
    def replace(match: re.Match[str]) -> str:
        if int(match[1]) != number:
            return match[2].split("::")[0]
        # An odd number of backticks before the blank means that it stands inside inline code.
        in_code = text[: match.start()].count("`") % 2 == 1
        return BLANK_IN_CODE if in_code else BLANK

    return DELETION.sub(replace, text)


def _shuffled(size: int, *, card_id: CardId, repetition: int) -> tuple[int, ...]:
    digest = blake2b(f"{card_id}\0{repetition}".encode(), digest_size=8).digest()
    places = list(range(size))
    random.Random(int.from_bytes(digest, "big")).shuffle(places)  # noqa: S311 - a shuffle, not a secret
    return tuple(places)


def _disordered(body: Order, *, card_id: CardId, repetition: int) -> tuple[int, ...]:
    """A shuffle that is not itself a right answer, where there is one."""
    size = len(body.lines)
    places = _shuffled(size, card_id=card_id, repetition=repetition)
    turns = (places[turn:] + places[:turn] for turn in range(size))
    return next((turned for turned in turns if not respects(turned, body.before)), places)
