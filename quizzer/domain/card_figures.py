"""What learners' answers say about the cards of a deck: how hard, how telling, and wrong in which way. Pure.

Only the first answer of a study day to a card counts: minutes after the answer was shown the next one proves nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean
from typing import TYPE_CHECKING

from quizzer.domain.card import Choice
from quizzer.domain.memory import New, Progress, Rating
from quizzer.domain.review import Retention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizzer.domain.card import Card, CardId, DeckId
    from quizzer.domain.review import AnswerRecord

MIN_LEARNERS = 5
"""With fewer, a correlation between learners is noise."""
MIN_OTHERS = 5
"""The fewest other cards that a learner must have tried for their share of right ones to mean something."""
MIN_CHOICES = 10
"""After so many answers, an option that nobody took is one that nobody believes."""


@dataclass(frozen=True, slots=True)
class Learner:
    """One learner's past with the cards of a deck: where each stands, and its answers, oldest first."""

    progress: Mapping[CardId, Progress]
    answers: Mapping[CardId, Sequence[AnswerRecord]]


@dataclass(frozen=True, slots=True)
class CardFigures:
    """What the answers to one card say.

    ``first`` counts learners' very first answers, ``success`` the first of each study day; ``difficulty`` is the mean
    of the memory model's (1 to 10). ``discrimination`` is the correlation, over learners, of being right at first with
    the share of the deck's other cards that the learner had right at first: the item-rest correlation of classical
    test theory (the total without the item, as S. Henrysson, Psychometrika 28, 1963, argues). None where fewer than
    ``MIN_LEARNERS`` learners can be compared, or all of them did the same.
    """

    card: Card
    learners: int
    answers: int
    first: Retention
    success: Retention
    difficulty: float | None
    discrimination: float | None
    leeches: int
    """Learners who have forgotten it so often that it is a leech to them."""
    typed: tuple[tuple[str, int], ...]
    """Wrong answers as they were typed, and how often; the most frequent first."""
    mistakes: Mapping[str, int]
    """Named mistakes, and how often each was made; of a choice card also those that nobody made."""
    unchosen: tuple[str, ...]
    """Mistakes of a choice card that nobody made in ``MIN_CHOICES`` answers or more."""


@dataclass(frozen=True, slots=True)
class DeckReport:
    """The figures of each card of a deck, and how many learners they come from."""

    deck: DeckId
    learners: int
    cards: tuple[CardFigures, ...]


def card_figures(cards: Iterable[Card], learners: Sequence[Learner], *, leech_lapses: int) -> tuple[CardFigures, ...]:
    """The figures of each card, in their order; cards that nobody answered too."""
    tries = [_first_tries(learner) for learner in learners]
    return tuple(_figures(card, learners, tries, leech_lapses=leech_lapses) for card in cards)


def _figures(
    card: Card, learners: Sequence[Learner], tries: Sequence[Mapping[CardId, bool]], *, leech_lapses: int
) -> CardFigures:
    pasts = [past for learner in learners if (past := learner.answers.get(card.id))]
    answers = [answer for past in pasts for answer in _first_of_each_day(past)]
    firsts = [tried[card.id] for tried in tries if card.id in tried]
    progress = [one for learner in learners if (one := learner.progress.get(card.id)) is not None]
    memories = [one.schedule.memory.difficulty for one in progress if not isinstance(one.schedule, New)]
    mistakes = _mistakes(card, answers)
    return CardFigures(
        card=card,
        learners=len(pasts),
        answers=len(answers),
        first=Retention(sum(firsts), len(firsts)),
        success=Retention(sum(map(_right, answers)), len(answers)),
        difficulty=fmean(memories) if memories else None,
        discrimination=_discrimination(card.id, tries),
        leeches=sum(one.lapses >= leech_lapses for one in progress),
        typed=_most_typed(answers),
        mistakes=mistakes,
        unchosen=_unchosen(card, mistakes, count=len(answers)),
    )


def _right(answer: AnswerRecord) -> bool:
    return answer.correct if answer.correct is not None else answer.rating > Rating.AGAIN


def _first_of_each_day(past: Iterable[AnswerRecord]) -> Iterator[AnswerRecord]:
    seen = None
    for answer in past:
        if answer.answered_on != seen:
            seen = answer.answered_on
            yield answer


def _first_tries(learner: Learner) -> dict[CardId, bool]:
    """Whether the learner was right when each card was new; a log that begins later tells nothing of that."""
    return {
        card: _right(past[0])
        for card, past in learner.answers.items()
        if past and isinstance(past[0].before.schedule, New)
    }


def _discrimination(card: CardId, tries: Sequence[Mapping[CardId, bool]]) -> float | None:
    pairs = [
        (float(tried[card]), (sum(tried.values()) - tried[card]) / (len(tried) - 1))
        for tried in tries
        if card in tried and len(tried) > MIN_OTHERS
    ]
    if len(pairs) < MIN_LEARNERS:
        return None
    try:
        return correlation([right for right, _ in pairs], [rest for _, rest in pairs])
    except StatisticsError:
        # All were right, all were wrong, or all are equally good: nothing to tell apart.
        return None


def _most_typed(answers: Iterable[AnswerRecord]) -> tuple[tuple[str, int], ...]:
    counted = Counter(answer.typed for answer in answers if answer.typed)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _mistakes(card: Card, answers: Iterable[AnswerRecord]) -> dict[str, int]:
    counted = Counter(answer.mistake for answer in answers if answer.mistake is not None)
    options = card.body.options if isinstance(card.body, Choice) else ()
    named = dict.fromkeys((option.mistake for option in options if option.mistake is not None), 0)
    return dict(sorted({**named, **counted}.items(), key=lambda one: (-one[1], one[0])))


def _unchosen(card: Card, mistakes: Mapping[str, int], *, count: int) -> tuple[str, ...]:
    if not isinstance(card.body, Choice) or count < MIN_CHOICES:
        return ()
    return tuple(name for name, times in mistakes.items() if not times)
