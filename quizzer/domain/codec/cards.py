"""Cards as plain values and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.domain.card import (
    Basic,
    Body,
    Bug,
    Card,
    CardId,
    CardKind,
    Choice,
    Cloze,
    Code,
    Compute,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NamedMistake,
    NoteId,
    Option,
    Order,
    Parameter,
    TopicId,
)
from quizzer.domain.codec.plain import Plain, reading, text_from_plain, text_to_plain
from quizzer.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_BUG_FIELDS = ("code", "line", "fix", "setup", "check", "error")


def card_to_plain(card: Card) -> Plain:
    """All of a card as JSON values."""
    plain: Plain = {
        "id": card.id,
        "note": card.note,
        "deck": card.deck,
        "topic": card.topic,
        "kind": card.kind.value,
        "body": _body_to_plain(card.body),
        "why": card.why.plain(),
        "source": card.source,
        "requires": list(card.requires),
        "tags": list(card.tags),
        "verify": card.verify,
    }
    # Written only where there is one: the stored content of every other card stays as it was.
    return plain if card.guid is None else plain | {"guid": card.guid}


def card_from_plain(plain: Mapping[str, Any]) -> Card:
    """The card that ``card_to_plain`` wrote; CodecError otherwise."""
    return reading("card", _card, plain)


def _body_to_plain(body: Body) -> Plain:
    match body:
        case Basic():
            return {"prompt": body.prompt.plain(), "answer": body.answer.plain()}
        case Cloze():
            return {"text": body.text.plain(), "number": body.number, "accept": list(body.accept)}
        case Choice():
            options = [[o.text.plain(), o.correct, o.mistake, text_to_plain(o.feedback)] for o in body.options]
            return {"prompt": body.prompt.plain(), "options": options}
        case Order():
            before = [list(pair) for pair in body.before]
            return {"prompt": body.prompt.plain(), "lines": list(body.lines), "before": before}
        case Compute():
            return _compute_to_plain(body)
        case Bug():
            return {"prompt": body.prompt.plain(), **{name: getattr(body, name) for name in _BUG_FIELDS}}
        case Code():
            return _code_to_plain(body)
        case ExerciseRef():
            return {"exercise": body.exercise}


def _compute_to_plain(body: Compute) -> Plain:
    return {
        "prompt": body.prompt.plain(),
        "parameters": [[parameter.name, list(parameter.values)] for parameter in body.parameters],
        "where": list(body.where),
        "derive": [list(pair) for pair in body.derive],
        "answer": body.answer,
        "answer_type": body.answer_type,
        "tolerance": body.tolerance,
        "mistakes": _mistakes_to_plain(body.mistakes),
    }


def _code_to_plain(body: Code) -> Plain:
    return {
        "prompt": body.prompt.plain(),
        "cases": list(body.cases),
        "answer": body.answer,
        "compare": list(body.compare),
        "accept": list(body.accept),
        "mistakes": _mistakes_to_plain(body.mistakes),
        "tolerance": body.tolerance,
    }


def _mistakes_to_plain(mistakes: tuple[NamedMistake, ...]) -> list[list[Any]]:
    return [[wrong.code, wrong.mistake, wrong.feedback.plain()] for wrong in mistakes]


def _mistakes(plain: Iterable[tuple[str, str, Any]]) -> tuple[NamedMistake, ...]:
    return tuple(NamedMistake(code, mistake, Text.of(feedback)) for code, mistake, feedback in plain)


def _card(plain: Mapping[str, Any]) -> Card:
    return Card(
        id=CardId(plain["id"]),
        note=NoteId(plain["note"]),
        deck=DeckId(plain["deck"]),
        topic=TopicId(plain["topic"]),
        body=_BODY_READERS[CardKind(plain["kind"])](plain["body"]),
        why=Text.of(plain["why"]),
        source=plain["source"],
        requires=tuple(plain["requires"]),
        tags=tuple(plain["tags"]),
        verify=plain["verify"],
        guid=plain.get("guid"),
    )


def _basic(plain: Mapping[str, Any]) -> Basic:
    return Basic(Text.of(plain["prompt"]), Text.of(plain["answer"]))


def _cloze(plain: Mapping[str, Any]) -> Cloze:
    return Cloze(Text.of(plain["text"]), plain["number"], tuple(plain["accept"]))


def _choice(plain: Mapping[str, Any]) -> Choice:
    options = tuple(
        Option(Text.of(text), correct, mistake, text_from_plain(feedback))
        for text, correct, mistake, feedback in plain["options"]
    )
    return Choice(Text.of(plain["prompt"]), options)


def _order(plain: Mapping[str, Any]) -> Order:
    before = tuple((earlier, later) for earlier, later in plain["before"])
    return Order(Text.of(plain["prompt"]), tuple(plain["lines"]), before)


def _compute(plain: Mapping[str, Any]) -> Compute:
    return Compute(
        prompt=Text.of(plain["prompt"]),
        parameters=tuple(Parameter(name, tuple(values)) for name, values in plain["parameters"]),
        where=tuple(plain["where"]),
        derive=tuple((name, expression) for name, expression in plain["derive"]),
        answer=plain["answer"],
        answer_type=plain["answer_type"],
        tolerance=plain["tolerance"],
        # Cards stored by an earlier version have none.
        mistakes=_mistakes(plain.get("mistakes", ())),
    )


def _bug(plain: Mapping[str, Any]) -> Bug:
    return Bug(prompt=Text.of(plain["prompt"]), **{name: plain[name] for name in _BUG_FIELDS})


def _code(plain: Mapping[str, Any]) -> Code:
    return Code(
        prompt=Text.of(plain["prompt"]),
        cases=tuple(plain["cases"]),
        answer=plain["answer"],
        compare=tuple(plain["compare"]),
        accept=tuple(plain["accept"]),
        mistakes=_mistakes(plain["mistakes"]),
        tolerance=plain["tolerance"],
    )


def _exercise_ref(plain: Mapping[str, Any]) -> ExerciseRef:
    return ExerciseRef(ExerciseId(plain["exercise"]))


_BODY_READERS: Mapping[CardKind, Callable[[Mapping[str, Any]], Body]] = {
    CardKind.BASIC: _basic,
    CardKind.CLOZE: _cloze,
    CardKind.CHOICE: _choice,
    CardKind.ORDER: _order,
    CardKind.COMPUTE: _compute,
    CardKind.BUG: _bug,
    CardKind.CODE: _code,
    CardKind.EXERCISE: _exercise_ref,
}
