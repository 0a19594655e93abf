"""Known mistakes: which wrong solutions fail just the checks that a submission fails. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256

from quizzer.domain.exercise import Exercise, Mutant
from quizzer.domain.text import Text

MOST_TOLD = 2
_OR = {"en": " Or: ", "zh-CN": "或者："}


def known_mistake(exercise: Exercise, failed: Collection[str]) -> Text | None:
    """The mistakes that the wrong solutions with just this pattern of failed checks make; two at most.

    None where no solution has it, where they make more, or where one of them has no words for its own: a wrong guess
    would send a learner the wrong way. Solutions that fail just these checks on every seed go before those that only
    may fail some of them.
    """
    pattern = frozenset(failed)
    fitting = [mutant for mutant in exercise.mutants if mutant.always and mutant.always <= pattern <= mutant.sometimes]
    exact = [mutant for mutant in fitting if mutant.always == pattern]
    told = dict.fromkeys(mutant.mistake for mutant in exact or fitting)
    texts = [text for text in told if text is not None]
    return _joined(texts) if len(texts) == len(told) and 1 <= len(texts) <= MOST_TOLD else None


def _joined(texts: Sequence[Text]) -> Text:
    languages = [language for language in texts[0].languages if all(language in text.languages for text in texts)]
    return Text.of({tag: _OR.get(tag, _OR["en"]).join(text.in_(tag) for text in texts) for tag in languages})


def solutions_digest(version: str, mutants: Collection[Mutant]) -> str:
    """A hash of all that decides which check fails which wrong solution; ``version`` is that of the exercise."""
    digest = sha256(version.encode())
    for mutant in sorted(mutants, key=lambda mutant: mutant.path):
        digest.update(f"\0{mutant.path}\0{_without_header(mutant.source)}".encode())
    return digest.hexdigest()


def _without_header(source: str) -> str:
    """The source without the comments above it: a reworded mistake changes no pattern."""
    lines = source.split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return "\n".join(lines)
