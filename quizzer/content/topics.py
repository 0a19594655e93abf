"""Topics and what they require: known by name, and never in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizzer.domain.card import TopicId


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
