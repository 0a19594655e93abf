"""Anki's note types: which fields a note has, and which templates make cards of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizzer.interchange.protobuf import ProtobufError, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CLOZE = 1
_KIND_FIELD, _STOCK_FIELD, _QUESTION_FIELD, _ANSWER_FIELD = 1, 9, 1, 2
_OCCLUSION_STOCK = 6


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type; ``templates`` by number, each with the HTML of its question and answer side."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: Mapping[int, tuple[str, str]]
    occlusion: bool = False
    """Its cards hide parts of a picture, which text cannot show."""


def note_types_of_json(models: Mapping[str, Any]) -> dict[int, NoteType]:
    """The note types of ``col.models`` (schema 11); those that are malformed are left out."""
    found = {}
    for key, model in models.items():
        try:
            templates = {int(one["ord"]): (str(one["qfmt"]), str(one["afmt"])) for one in model["tmpls"]}
            fields = sorted(model["flds"], key=lambda one: int(one["ord"]))
            found[int(key)] = NoteType(
                name=str(model["name"]),
                cloze=model.get("type") == _CLOZE,
                fields=tuple(str(one["name"]) for one in fields),
                templates=templates,
                occlusion=model.get("originalStockKind") == _OCCLUSION_STOCK,
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
    return found


def note_types_of_18(
    types: Iterable[tuple[Any, ...]], fields: Iterable[tuple[Any, ...]], templates: Iterable[tuple[Any, ...]]
) -> dict[int, NoteType]:
    """The note types of schema 18, whose tables hold rows of types that were left behind."""
    named: dict[int, dict[int, str]] = {}
    for type_id, place, name in fields:
        named.setdefault(type_id, {})[place] = str(name)
    made: dict[int, dict[int, tuple[str, str]]] = {}
    for type_id, place, config in templates:
        made.setdefault(type_id, {})[place] = _sides(config)
    found = {}
    for type_id, name, config in types:
        numbers = {number: value for number, value in _fields(config) if isinstance(value, int)}
        places = named.get(type_id, {})
        found[type_id] = NoteType(
            name=str(name),
            cloze=numbers.get(_KIND_FIELD) == _CLOZE,
            fields=tuple(places[place] for place in sorted(places)),
            templates=made.get(type_id, {}),
            occlusion=numbers.get(_STOCK_FIELD) == _OCCLUSION_STOCK,
        )
    return found


def _sides(config: Any) -> tuple[str, str]:
    texts = {number: value for number, value in _fields(config) if isinstance(value, bytes)}
    question, answer = texts.get(_QUESTION_FIELD, b""), texts.get(_ANSWER_FIELD, b"")
    return question.decode(errors="replace"), answer.decode(errors="replace")


def _fields(config: Any) -> list[tuple[int, int | bytes]]:
    if not isinstance(config, bytes):
        raise ProtobufError("not a message")
    return list(fields_of(config))
