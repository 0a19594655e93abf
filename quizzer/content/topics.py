"""Topics and what they require: known by name, never in a circle, and what orders the decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import TopicId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizzer.domain.card import Deck, DeckId


def find_circle(requires: Mapping[TopicId, Iterable[TopicId]]) -> tuple[TopicId, ...] | None:
    """A chain of topics in which the last requires the first, or None; topics without an entry end a chain."""
    done: set[TopicId] = set()
    for start in requires:
        circle = _circle_from(start, requires, done)
        if circle:
            return circle
    return None


def _circle_from(
    start: TopicId, requires: Mapping[TopicId, Iterable[TopicId]], done: set[TopicId]
) -> tuple[TopicId, ...] | None:
    # An explicit stack: a chain of topics may be longer than Python's own stack is deep.
    chain = [start]
    waiting = [iter(requires.get(start, ()))]
    while chain:
        topic = next(waiting[-1], None)
        if topic is None:
            done.add(chain.pop())
            waiting.pop()
        elif topic in chain:
            return tuple(chain[chain.index(topic) :])
        elif topic not in done:
            chain.append(topic)
            waiting.append(iter(requires.get(topic, ())))
    return None


def topics_behind(topic: str, requires: Mapping[TopicId, Iterable[TopicId]]) -> frozenset[str]:
    """The topics that ``topic`` requires, those that these require, and so on."""
    found: set[str] = set()
    waiting = [topic]
    while waiting:
        for required in requires.get(TopicId(waiting.pop()), ()):
            if required not in found:
                found.add(required)
                waiting.append(required)
    return frozenset(found)


def study_order(decks: Sequence[Deck]) -> tuple[Deck, ...]:
    """The decks so that each comes after those whose topics it requires; else by their authors' order, then by id.

    Two decks may well require topics of each other: then the authors' order alone decides between them.
    """
    ranked = sorted(decks, key=lambda deck: (deck.order is None, deck.order or 0, deck.id))
    requires = {deck.id: _required_decks(deck, decks) for deck in decks}
    placed: dict[DeckId, Deck] = {}
    while ranked:
        free = (deck for deck in ranked if requires[deck.id] <= placed.keys())
        deck = next(free, ranked[0])
        ranked.remove(deck)
        placed[deck.id] = deck
    return tuple(placed.values())


def _required_decks(deck: Deck, decks: Sequence[Deck]) -> set[DeckId]:
    own = {topic.id for topic in deck.topics}
    required = {topic for one in deck.topics for topic in one.requires} - own
    return {other.id for other in decks if other is not deck and any(topic.id in required for topic in other.topics)}
