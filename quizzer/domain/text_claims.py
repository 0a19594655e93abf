"""What a card says that can be held against itself without running it: languages, options, versions of torch."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Bug, Choice, Cloze, Code, Compute, Order
from quizzer.domain.card_proof import CardFault, CardIssue
from quizzer.domain.question import DELETION, ask, cloze_answers
from quizzer.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.domain.card import Card

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_VERSION = re.compile(r"(?:torch|version|since|before|版本)\W{0,3}\d+\.\d+|\b[12]\.\d{1,2}\.\d\b", re.IGNORECASE)
_ASKS = re.compile(r"\btorch\s*\.\s*(?:__version__|torch_version|version\s*\.\s*__version__)\b")


def issues_of_texts(card: Card) -> Iterator[CardIssue]:
    """What is wrong with one card of an entry by its texts alone."""
    if isinstance(card.body, Cloze):
        yield from _issues_of_cloze(card, card.body)
    elif isinstance(card.body, Choice):
        yield from _issues_of_options(card.body)
    code = [(loc, source) for loc, source in _sources(card) if _ASKS.search(source)]
    if code and not any(_VERSION.search(version) for text in _texts(card) for _, version in text.versions):
        message = "this depends on the installed version of torch, and no text of the card names one"
        yield CardIssue(CardFault.VERSION_UNSAID, message, code[0][0], "say it in 'why' or 'source'")


def asserts(source: str) -> bool:
    """Whether a snippet that runs through has shown anything: it asserts, raises, or calls what is called so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name.startswith("assert"):
                return True
    return False


def _issues_of_cloze(card: Card, body: Cloze) -> Iterator[CardIssue]:
    answers = cloze_answers(body)
    opened = {language: DELETION.sub(_opened, text) for language, text in body.text.versions}
    first, *others = opened
    for language in others:
        one, other = (_NUMBER.findall(answers[name]) for name in (first, language))
        what = f"what deletion c{body.number} hides"
        if one == other:
            # Around it, another language may well have another order.
            one, other = (sorted(_NUMBER.findall(opened[name])) for name in (first, language))
            what = "the sentence"
        if one != other:
            message = f"{what} has {_listed(one)} in {first} and {_listed(other)} in {language}"
            yield CardIssue(CardFault.NUMBERS_DIFFER, message, ("text", language))
    for language, hidden in answers.items():
        shown = ask(card, repetition=0, language=language).prompt.casefold()
        if re.search(rf"(?<![\w.]){re.escape(hidden.casefold())}(?![\w.])", shown):
            message = f"what deletion c{body.number} hides stands in the rest of the sentence: {hidden}"
            yield CardIssue(CardFault.ANSWER_SHOWN, message, ("text", language))


def _opened(match: re.Match[str]) -> str:
    return match[2].split("::")[0]


def _listed(numbers: list[str]) -> str:
    return ", ".join(numbers) or "no number"


def _issues_of_options(body: Choice) -> Iterator[CardIssue]:
    for language in dict.fromkeys(tag for option in body.options for tag in option.text.languages):
        seen: dict[str, int] = {}
        for number, option in enumerate(body.options):
            first = seen.setdefault(option.text.in_(language).strip(), number)
            if first != number:
                message = f"in {language} this option says what option {first + 1} says"
                yield CardIssue(CardFault.SAME_OPTIONS, message, ("options", number, "text"))


def _sources(card: Card) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All code of a card that runs to prove or to answer it."""
    if card.verify is not None:
        yield ("verify",), card.verify
    body = card.body
    if isinstance(body, Compute):
        yield ("answer",), body.answer
        yield from ((("derive", name), source) for name, source in body.derive)
    elif isinstance(body, Bug):
        yield from (((name,), getattr(body, name)) for name in ("setup", "code", "fix", "check"))
    elif isinstance(body, Code):
        yield ("answer",), body.answer
        yield from ((("cases", number), source) for number, source in enumerate(body.cases))


def _texts(card: Card) -> Iterator[Text]:
    yield card.why
    body = card.body
    if isinstance(body, Cloze):
        yield body.text
    elif isinstance(body, Basic | Choice | Order | Compute | Bug | Code):
        yield body.prompt
    if isinstance(body, Basic):
        yield body.answer
    if isinstance(body, Choice):
        yield from (option.text for option in body.options)
    yield Text.of(card.source)
