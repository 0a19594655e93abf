"""quizzer's own cards inside other programs' files: a field that only quizzer reads holds the whole card.

What comes back is checked as if a stranger had written it: a card that could not be asked is refused.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from quizzer.domain.card import Bug, Card, Choice, Cloze, Code, Compute, Order
from quizzer.domain.codec.cards import card_from_plain, card_to_plain
from quizzer.domain.codec.plain import CodecError
from quizzer.domain.text import LANGUAGES, Text
from quizzer.interchange.clozes import asks
from quizzer.interchange.html_markdown import cleaned
from quizzer.interchange.names import digest
from quizzer.interchange.shape import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DATA_VERSION = 1
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(rf"(?P<note>{_SLUG}/{_SLUG})(?:#c\d{{1,3}})?")
_SHOWN_DIGITS = 16
_MAX_TEXT = 20_000


def packed(cards: Sequence[Card], *, shown: Iterable[str]) -> str:
    """The field that holds ``cards``, as HTML; ``shown`` are the fields beside it, whose edits will be noticed."""
    data = {"quizzer": DATA_VERSION, "shown": _digest(shown), "cards": [card_to_plain(card) for card in cards]}
    return html.escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")), quote=False)


def unpacked(field: str, *, shown: Iterable[str]) -> tuple[tuple[Card, ...], bool]:
    """The cards that ``packed`` wrote, and whether the fields beside them were edited since; CodecError otherwise."""
    try:
        data = json.loads(html.unescape(field))
        if data["quizzer"] != DATA_VERSION:
            raise CodecError("of another version")
        cards = tuple(map(sound_card, data["cards"]))
        return cards, data["shown"] != _digest(shown)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise CodecError("not a field of quizzer's") from error


def sound_card(plain: Mapping[str, Any]) -> Card:
    """The card of a plain value; CodecError unless it has the right shape and can be asked."""
    card = card_from_plain(cleaned(plain))
    if not fits(card, Card):
        raise CodecError("a value of the card has the wrong type")
    found = _ID.fullmatch(card.id)
    if found is None or card.note != found["note"] or not re.fullmatch(_SLUG, card.deck) or not card.topic:
        raise CodecError(f"the names of card {card.id!r} are not well formed")
    if not all(_texts_are_right(text) for text in _texts(card)) or not _can_be_asked(card):
        raise CodecError(f"card {card.id!r} cannot be asked")
    return card


def _texts(card: Card) -> list[Text]:
    names = ("prompt", "text", "answer")
    found = [getattr(card.body, name, None) for name in names]
    return [text for text in (*found, card.why) if isinstance(text, Text)]


def _texts_are_right(text: Text) -> bool:
    return all(tag in LANGUAGES and len(version) <= _MAX_TEXT for tag, version in text.versions)


def _can_be_asked(card: Card) -> bool:
    match card.body:
        case Cloze(text=text, number=number):
            return bool(text.versions) and all(asks(version, number) for _, version in text.versions)
        case Choice(options=options):
            return len(options) > 1 and sum(option.correct for option in options) == 1
        case Order(lines=lines, before=before):
            return len(lines) > 1 and all(0 <= first < second < len(lines) for first, second in before)
        case Compute(parameters=parameters):
            return bool(parameters) and all(parameter.values for parameter in parameters)
        case Bug(lines=lines, line=line):
            return 1 <= line <= len(lines)
        case Code(cases=cases, compare=compare):
            return bool(cases) and bool(compare)
    return True


def _digest(shown: Iterable[str]) -> str:
    # Anki stores text in its composed form.
    return digest(unicodedata.normalize("NFC", "\x1f".join(shown)), digits=_SHOWN_DIGITS)
