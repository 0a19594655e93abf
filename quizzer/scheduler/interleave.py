"""Topics that learners confuse, one beside the other: telling them apart is practised where both are asked in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizzer.domain.candidate import Candidate
    from quizzer.domain.card import TopicId

BLOCK = 50
"""How many cards, as they are due, change places among each other at most: some minutes of study, not a day's."""


def families(pairs: Iterable[tuple[TopicId, TopicId]]) -> dict[TopicId, TopicId]:
    """Each topic of a pair, and one topic that stands for all that pairs join it with: the first by name."""
    parents: dict[TopicId, TopicId] = {}

    def root(topic: TopicId) -> TopicId:
        while (parent := parents.setdefault(topic, topic)) != topic:
            topic = parent
        return topic

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    return {topic: root(topic) for topic in parents}


def interleaved(cards: Sequence[Candidate], family_of: Mapping[TopicId, TopicId]) -> list[Candidate]:
    """The cards, those of one family brought together in each ``BLOCK`` of them, in turn by topic.

    A card is followed by the next one of its family that is about another topic, and so on while there is one. What
    cannot alternate keeps its place: the same topic over and over is what this is to avoid.
    """
    if not family_of:
        return list(cards)
    starts = range(0, len(cards), BLOCK)
    return [card for start in starts for card in _in_turn(cards[start : start + BLOCK], family_of)]


def _in_turn(cards: Sequence[Candidate], family_of: Mapping[TopicId, TopicId]) -> Iterator[Candidate]:
    waiting = dict(enumerate(cards))
    for place in range(len(cards)):
        found = place if place in waiting else None
        while found is not None:
            last = waiting.pop(found)
            yield last
            found = _partner(last, waiting, family_of)


def _partner(last: Candidate, waiting: Mapping[int, Candidate], family_of: Mapping[TopicId, TopicId]) -> int | None:
    """The place of the next card that is easily confused with the last one."""
    family = family_of.get(last.topic)
    if family is None:
        return None
    partners = (
        place for place, card in waiting.items() if card.topic != last.topic and family_of.get(card.topic) == family
    )
    return next(partners, None)
