"""Which cards ask the same, or nearly: found without comparing each with each.

Two questions are alike when they name the same code and the same numbers and share most of their other words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ALIKE = 0.7
"""The share of common words, of all words of both, from which on two questions are alike."""
FEWEST_WORDS = 4
"""With fewer words, one word makes another question."""

_EXACT = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|\d+(?:\.\d+)?", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_][A-Za-z_']*|[\u3400-\u9fff]")

_Words: TypeAlias = frozenset[str]


def alike(questions: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of questions that are alike but not equal: each later one once, with the first match."""
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, question in enumerate(questions):
        groups[tuple(sorted(_EXACT.findall(question)))].append(number)
    for members in groups.values():
        if len(members) > 1:
            yield from _alike_in_words([(number, questions[number]) for number in members])


def _alike_in_words(members: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The pairs within a group, by prefix filtering: sets that are alike share one of their rarest words."""
    words = {number: _words(text) for number, text in members}
    frequency = Counter(word for found in words.values() for word in found)
    having: defaultdict[str, list[int]] = defaultdict(list)
    texts = dict(members)
    for number, found in words.items():
        if len(found) < FEWEST_WORDS:
            continue
        rarest = _rarest(found, frequency)
        earlier = sorted({other for word in rarest for other in having[word]})
        match = next(
            (other for other in earlier if _share(words[other], found) and texts[other] != texts[number]), None
        )
        if match is not None:
            yield match, number
        for word in rarest:
            having[word].append(number)


def _words(text: str) -> _Words:
    return frozenset(_WORD.findall(_EXACT.sub(" ", text).casefold()))


def _rarest(words: _Words, frequency: Mapping[str, int]) -> list[str]:
    ranked = sorted(words, key=lambda word: (frequency[word], word))
    return ranked[: len(words) - math.ceil(ALIKE * len(words)) + 1]


def _share(one: _Words, other: _Words) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
