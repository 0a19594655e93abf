"""What a search finds a card by: everything of it that a learner reads, in all its languages, folded alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CLOZE = re.compile(r"\{\{c\d+::(.*?)\}\}(?!\})", re.DOTALL)
_READ = ("body", "why", "source")
_NOT_READ = frozenset({"answer_type"})


def fold(text: str) -> str:
    """Text as searches compare it: full-width and compatibility forms made plain (NFKC), case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def card_text(plain: Mapping[str, Any]) -> str:
    """The folded text of a card that ``card_to_plain`` wrote; deletions of a cloze stand there as plain words."""
    return fold(_CLOZE.sub(r"\1", "\n".join(texts_of(plain))))


def texts_of(plain: Mapping[str, Any]) -> Iterator[str]:
    """Each text of such a card that a learner reads, as it stands."""
    for name in _READ:
        yield from _texts(plain[name])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _NOT_READ:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
