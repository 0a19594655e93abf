"""Anki's card templates: fields put in, conditions kept, deletions marked. Nothing of a template runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"\{\{\s*(?P<sign>[#^/]?)\s*(?P<name>[^{}]*?)\s*\}\}")
_EMPTY = re.compile(r"(?:<(?:br|div|p)\s*/?>|</(?:div|p)>|&nbsp;|\s)*", re.IGNORECASE)
_RULE = re.compile(r"<hr\b[^>]*\bid\s*=\s*[\"']?answer[\"']?[^>]*>", re.IGNORECASE)
_SPECIAL = ("tags", "type", "deck", "subdeck", "card", "cardflag", "cardid")
_MAX_OUTPUT = 400_000


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The HTML of a side: fields by name, ``{{#Field}}…{{/Field}}`` only where it is filled, ``{{^…}}`` where not.

    Filters (``type:``, ``hint:``, ``furigana:`` …) leave the field's text. Unknown names give nothing.
    """
    parts: list[str] = []
    shown: list[bool] = [True]
    size = position = 0
    for tag in _TAG.finditer(template):
        literal = template[position : tag.start()]
        position = tag.end()
        if shown[-1]:
            parts.append(literal)
        name = tag["name"]
        if tag["sign"] in ("#", "^"):
            shown.append(shown[-1] and is_filled(fields, name) == (tag["sign"] == "#"))
        elif tag["sign"] == "/":
            del shown[max(1, len(shown) - 1) :]
        elif shown[-1]:
            parts.append(_value(name, fields))
        size += len(parts[-1]) if parts else 0
        if size > _MAX_OUTPUT:
            break
    if shown[-1]:
        parts.append(template[position:])
    return "".join(parts)


def question_and_answer(question: str, answer: str, fields: Mapping[str, str]) -> tuple[str, str]:
    """Both sides of a card as HTML; the answer without the question that it repeats."""
    front = fill(question, fields)
    back = fill(answer, {**fields, "FrontSide": ""})
    rule = _RULE.search(back)
    if rule:
        return front, back[rule.end() :]
    return front, back.removeprefix(front)


def is_filled(fields: Mapping[str, str], name: str) -> bool:
    """Tell whether a field has more in it than empty HTML."""
    return _EMPTY.fullmatch(fields.get(name, "")) is None


def cloze_field(template: str) -> str | None:
    """The name of the field whose deletions make the cards."""
    for tag in _TAG.finditer(template):
        filters, _, name = tag["name"].rpartition(":")
        if "cloze" in filters.split(":"):
            return name
    return None


def _value(name: str, fields: Mapping[str, str]) -> str:
    name = name.rpartition(":")[2]
    if name.casefold() in _SPECIAL and name not in fields:
        return ""
    return fields.get(name, "")
