"""Ids for cards that have none, put into an author's file as one line each; nothing else of the file changes.

The file is never written anew from what was read: text is inserted at the place that the parser names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizzer.content.prose import without_code
from quizzer.content.yaml_nodes import parse
from quizzer.domain.errors import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.content.problems import Problems

MAX_WORDS = 4
_STEMS = ("prompt", "text", "exercise")
_WORD = re.compile(r"[a-z0-9]+")
_DELETION = re.compile(r"\{\{c\d+::.*?\}\}", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_LITTLE = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "in", "is", "it", "its", "not", "of"}
    | {"on", "or", "that", "the", "this", "to", "was", "with"}
)
_ASKING = frozenset({"how", "many", "much", "what", "when", "where", "which", "who", "why"})


@dataclass(frozen=True, slots=True)
class NewId:
    """An id for the card at ``location``; ``text`` is inserted at a line and column (both from 0)."""

    location: Location
    id: str
    line: int
    column: int
    text: str


def new_ids(path: str, text: str, *, taken: set[str], problems: Problems) -> tuple[NewId, ...]:
    """An id for each card of a file of cards that has none; they are added to ``taken``."""
    place = parse(path, text, problems=problems)
    if place is None:
        return ()
    return tuple(_new_id(path, card, taken=taken) for card in _cards(place.node) if _value(card, "id") is None)


def ids_of(path: str, text: str, *, problems: Problems) -> Iterator[str]:
    """The ids that cards of a file have."""
    place = parse(path, text, problems=problems)
    for card in _cards(place.node) if place else ():
        found = _value(card, "id")
        if isinstance(found, ScalarNode):
            yield found.value


def inserted(raw: str, edits: tuple[NewId, ...]) -> str:
    """The text with the ids in it; every line end, and all else, stays as it is."""
    ends = [0, *(match.end() for match in _LINE_END.finditer(raw))]
    end_of_line = _LINE_END.search(raw)
    written = end_of_line.group() if end_of_line else "\n"
    # From the last to the first, so that the places of the others stay true.
    for edit in sorted(edits, key=lambda one: (one.line, one.column), reverse=True):
        at = ends[edit.line] + edit.column if edit.line < len(ends) else len(raw)
        before = written if edit.column == 0 and at == len(raw) and not raw.endswith(("\n", "\r")) else ""
        raw = raw[:at] + before + edit.text.replace("\n", written) + raw[at:]
    return raw


def _cards(root: Node) -> Iterator[MappingNode]:
    cards = _value(root, "cards") if isinstance(root, MappingNode) else None
    if isinstance(cards, SequenceNode):
        yield from (card for card in cards.value if isinstance(card, MappingNode) and card.value)


def _value(card: MappingNode, key: str) -> Node | None:
    return next((value for name, value in card.value if name.value == key), None)


def _new_id(path: str, card: MappingNode, *, taken: set[str]) -> NewId:
    start = card.start_mark
    location = Location(path, start.line + 1, start.column + 1)
    name = _free(_proposed(card), taken)
    if card.flow_style:
        # Behind the brace: in a card within braces there is no line of its own.
        return NewId(location, name, start.line, start.column + 1, f"id: {name}, ")
    line = card.value[1][0].start_mark.line if len(card.value) > 1 else card.end_mark.line
    return NewId(location, name, line, 0, f"{' ' * start.column}id: {name}\n")


def _proposed(card: MappingNode) -> str:
    """The first telling words of the question in English; the kind where there are none."""
    stem = next(filter(None, (_value(card, key) for key in _STEMS)), None)
    if isinstance(stem, MappingNode):
        stem = _value(stem, "en")
    text = stem.value if isinstance(stem, ScalarNode) else ""
    text = _DELETION.sub(" ", text).casefold()
    words = [word for word in _WORD.findall(without_code(text)) if word not in _LITTLE] or _WORD.findall(text)
    telling = [word for word in words if word not in _ASKING] or words
    kind = _value(card, "kind")
    fallback = [kind.value] if isinstance(kind, ScalarNode) and _WORD.fullmatch(kind.value) else ["card"]
    return "-".join(telling[:MAX_WORDS] or fallback)


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
