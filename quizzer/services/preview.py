"""Cards of an author's file as a learner will see them: question and answer, with nothing stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from quizzer.domain.card import Compute
from quizzer.domain.draw import DrawError, render
from quizzer.domain.errors import InputError, Location, UncomputedAnswer, UsageError
from quizzer.domain.marking import answer_as_text, mark
from quizzer.domain.preview import Preview
from quizzer.domain.question import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from quizzer.domain.card import Card, Deck, Scalar
    from quizzer.services.study_torch import Evaluation


class Judge(Protocol):
    """What computes the answer of a compute card."""

    def evaluate(self, body: Compute, values: Mapping[str, Scalar]) -> Evaluation: ...


def deck_to_preview(path: Path, *, card: str | None = None) -> Deck:
    """The deck with all of its cards, or those of the one file that is meant; with ``card``, those of this note.

    Raises:
        InputError: no deck there, or one that cannot be used, with every error.
        UsageError: no such card.
    """
    from quizzer.content import read_deck  # noqa: PLC0415 - loads PyYAML and pydantic
    from quizzer.content.card_ids import ids_of  # noqa: PLC0415 - as above
    from quizzer.content.problems import Problems  # noqa: PLC0415 - as above

    folder = _deck_folder(path)
    if not (folder / "deck.yaml").is_file() or not path.exists():
        raise InputError("there is no deck here", location=Location(str(path)), hint="a deck has a deck.yaml")
    deck = read_deck(folder)
    found: Iterable[Card] = deck.cards
    if not path.is_dir() and path.name != "deck.yaml":
        text = path.read_text(encoding="utf-8-sig")
        here = {f"{deck.id}/{name}" for name in ids_of(str(path), text, problems=Problems())}
        found = (one for one in found if one.note in here)
    if card is None:
        return replace(deck, cards=tuple(found))
    chosen = tuple(one for one in found if card in (one.id, one.note, one.note.partition("/")[2]))
    if not chosen:
        raise UsageError(f"there is no card {card!r} in {path}", hint="give its id as it stands in the file")
    return replace(deck, cards=chosen)


def deck_files(path: Path) -> tuple[Path, ...]:
    """The files whose change may change what is shown for ``path``."""
    folder = _deck_folder(path)
    return (folder / "deck.yaml", *sorted((folder / "cards").glob("*.yaml")))


def _deck_folder(path: Path) -> Path:
    if path.is_dir():
        return path
    return next((up for up in path.absolute().parents if (up / "deck.yaml").is_file()), path.parent)


def preview(card: Card, *, judge: Judge, language: str, repetition: int = 1) -> Preview:
    """The card as it is asked for its ``repetition``-th time.

    ``judge`` computes the answer of a compute card, and is asked for nothing else.

    Raises:
        JudgeError, EnvironmentProblem: torch does not start.
        InputError: no draw satisfies the conditions of the card, or its answer cannot be computed.
    """
    try:
        question = ask(card, repetition=repetition, language=language)
    except DrawError as problem:
        raise InputError(f"{card.id}: {problem}") from None
    expected, derived = "", {}
    if isinstance(card.body, Compute):
        try:
            evaluation = judge.evaluate(card.body, question.values)
        except UncomputedAnswer as problem:
            drawn = ", ".join(f"{name} = {value!r}" for name, value in question.values.items())
            raise InputError(f"{card.id}: {problem.message}", hint=f"drawn were {drawn}") from None
        expected = answer_as_text(evaluation.answer, kind=card.body.answer_type)
        derived = {name: answer_as_text(value) for name, value in evaluation.derived.items()}
    marked = mark(question, "", expected=expected, derived=derived)
    why = card.why.in_(language) if card.why.versions else ""
    return Preview(question, replace(marked, correct=None), render(why, {**question.values, **derived}))
