"""A deck without its cards as plain JSON values and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizzer.domain.card import Deck, DeckId, Topic, TopicId
from quizzer.domain.codec.plain import CodecError, Plain, reading
from quizzer.domain.text import Text
from quizzer.interchange.html_markdown import cleaned
from quizzer.interchange.shape import fits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADERS_KEY = "quizzerDecks"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def header_to_plain(deck: Deck) -> Plain:
    """Title, version, topics and the like."""
    return {
        "id": deck.id,
        "version": deck.version,
        "title": deck.title.plain(),
        "description": deck.description.plain(),
        "licence": deck.licence,
        "topics": [_topic_to_plain(topic) for topic in deck.topics],
    }


def header_from_plain(plain: Mapping[str, Any]) -> Deck:
    """The deck that ``header_to_plain`` wrote, without cards; CodecError otherwise."""
    deck = reading("deck", _header, cleaned(plain))
    if not fits(deck, Deck) or not _SLUG.fullmatch(deck.id):
        raise CodecError("not a deck of quizzer's")
    return deck


def _header(plain: Mapping[str, Any]) -> Deck:
    return Deck(
        id=DeckId(plain["id"]),
        version=plain["version"],
        title=Text.of(plain["title"]),
        description=Text.of(plain["description"]),
        licence=plain["licence"],
        topics=tuple(map(_topic, plain["topics"])),
        cards=(),
    )


def _topic_to_plain(topic: Topic) -> list[Any]:
    plain = [topic.id, list(topic.requires)]
    return [*plain, list(topic.confused_with)] if topic.confused_with else plain


def _topic(plain: Sequence[Any]) -> Topic:
    # Two parts, as earlier versions wrote them, or three.
    name, requires, *more = plain
    (confused_with,) = more or ((),)
    return Topic(TopicId(name), tuple(map(TopicId, requires)), tuple(map(TopicId, confused_with)))
