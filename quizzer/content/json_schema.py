"""The formats as JSON Schema (draft 2020-12), made from the models that lint reads files with.

An editor knows less than lint: it sees one file, and no rule that holds between entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.content.deck_models import CARD_ENTRIES, CardsFile, DeckEntry
from quizzer.content.exercise_models import ExerciseEntry
from quizzer.content.schema_words import DESCRIPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.content.schema import Entry

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE = "#/$defs/{model}"


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of ``deck.yaml``, of a file of cards, or of ``exercise.yaml``: one of ``KINDS``."""
    return {"$schema": DRAFT, "title": f"quizzer {kind}", **KINDS[kind]()}


def _of_deck() -> dict[str, Any]:
    return _of_model(DeckEntry)


def _of_exercise() -> dict[str, Any]:
    return _of_model(ExerciseEntry)


def _of_cards() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for kind, model in CARD_ENTRIES.items():
        schema = _of_model(model)
        definitions.update(schema.pop("$defs", {}))
        schema["properties"]["kind"] = {"const": kind, "description": DESCRIPTIONS["kind"]}
        definitions[model.__name__] = schema
    file = _of_model(CardsFile)
    file["properties"]["cards"]["items"] = _any_card()
    return {**file, "$defs": definitions}


def _any_card() -> dict[str, Any]:
    """A card of any kind. With a branch for each kind, and no ``oneOf``, an editor names the key that is wrong."""
    branches = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"$ref": _REFERENCE.format(model=model.__name__)},
        }
        for kind, model in CARD_ENTRIES.items()
    ]
    kinds = {"enum": list(CARD_ENTRIES), "description": DESCRIPTIONS["kind"]}
    return {"type": "object", "required": ["kind"], "properties": {"kind": kinds}, "allOf": branches}


def _of_model(model: type[Entry]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, ref_template=_REFERENCE)
    for part in (schema, *schema.get("$defs", {}).values()):
        _describe(part)
    return schema


def _describe(schema: dict[str, Any]) -> None:
    name = schema.pop("title", "")
    for key, value in schema.get("properties", {}).items():
        value.pop("title", None)
        if "patternProperties" in value:
            # pydantic leaves names of another form free.
            value["additionalProperties"] = False
        value["description"] = DESCRIPTIONS.get(f"{name}.{key}") or DESCRIPTIONS[key]


KINDS: Mapping[str, Callable[[], dict[str, Any]]] = {"deck": _of_deck, "cards": _of_cards, "exercise": _of_exercise}
"""What there is a schema of."""
