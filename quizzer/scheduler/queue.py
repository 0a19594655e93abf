"""The order of one session: which of the candidates to show, in which order, and why the others wait."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.domain.candidate import ReviewOrder
from quizzer.domain.memory import State, StudyDay
from quizzer.scheduler.interleave import interleaved
from quizzer.scheduler.options import NewOrder, SchedulerOptions
from quizzer.scheduler.steps import longest_wait_s

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from quizzer.domain.candidate import Candidate
    from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
    from quizzer.scheduler.moment import Moment


REVIEWS_A_NEW_CARD = 3
"""Reviews before each mixed-in new card, at most: spread over all that wait, few would lie within a short session."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Every candidate in exactly one place; ``ready`` is in the order to show, ``later`` soonest first."""

    ready: tuple[Candidate, ...]
    later: tuple[Candidate, ...]
    """In steps and due before the day ends, but not yet."""
    buried: tuple[Candidate, ...]
    """Due or new, but a sibling has this day."""
    locked: tuple[Candidate, ...]
    """New, and a topic that they require is not known yet."""
    over_limit: tuple[Candidate, ...]
    """Beyond the day's number of new cards or reviews."""
    not_due: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What the study day has seen so far: numbers of new and review cards, and which cards were answered."""

    new_done: int = 0
    reviews_done: int = 0
    answered: frozenset[tuple[NoteId, CardId]] = frozenset()
    decks: Mapping[DeckId, tuple[int, int]] = field(default_factory=dict)
    """New and review cards of each deck that has settings of its own; a deck left out has seen none."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics that the learner knows, those that some stored card teaches, and which of them are taken for others."""

    known: AbstractSet[TopicId] = frozenset()
    taught: AbstractSet[TopicId] = frozenset()
    families: Mapping[TopicId, TopicId] = field(default_factory=dict)
    """Each topic that is easily confused with others, and the one that stands for them all."""

    def locks(self, candidate: Candidate) -> bool:
        """Whether a required topic could be learned first; untaught ones never lock."""
        return any(topic in self.taught and topic not in self.known for topic in candidate.requires)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The candidates by what they are today, each list in its own order."""

    due_steps: list[Candidate]
    later: list[Candidate]
    reviews: list[Candidate]
    new: list[Candidate]
    not_due: list[Candidate]


@dataclass(frozen=True, slots=True)
class _Picked:
    """What a limit and the siblings leave of a list."""

    chosen: list[Candidate]
    buried: list[Candidate]
    over_limit: list[Candidate]


def arrange(
    candidates: Iterable[Candidate],
    *,
    moment: Moment,
    options: SchedulerOptions,
    done: DayRecord | None = None,
    topics: Topics | None = None,
    ahead_days: int = 0,
) -> Queue:
    """Sort out the candidates of one day, of distinct ids, and order those to show.

    Steps that are due come first, soonest first; then reviews in their order and by id among equals, but topics that
    are easily confused in turn (see ``interleaved``). The easiest first goes by whole difficulty, within it by relative
    overdueness. New cards come in their author's order, evenly among the reviews, or after them; mixed is even too,
    but none waits for more than ``REVIEWS_A_NEW_CARD`` reviews. Reviews of ``ahead_days`` to come count as due.
    """
    done, topics = done or DayRecord(), topics or Topics()
    kinds = _by_kind(candidates, moment=moment, options=options, due_by=StudyDay(moment.today + ahead_days))
    locked = [candidate for candidate in kinds.new if topics.locks(candidate)]
    unlocked = [candidate for candidate in kinds.new if not topics.locks(candidate)]
    holders = _holders(done.answered)
    # Who is picked first keeps the day from its siblings: steps cannot wait, new cards can.
    steps = _pick(kinds.due_steps, holders, _NO_LIMIT)
    later = _pick(kinds.later, holders, _NO_LIMIT)
    reviews = _pick(kinds.reviews, holders, _review_room(options, done))
    new = _pick(unlocked, holders, _new_room(options, done))
    # Only the order changes: what the day has room for was decided by what is due.
    asked = interleaved(reviews.chosen, topics.families)
    return Queue(
        ready=(*steps.chosen, *_join(asked, new.chosen, order=options.new_order)),
        later=tuple(later.chosen),
        buried=(*steps.buried, *later.buried, *reviews.buried, *new.buried),
        locked=tuple(locked),
        over_limit=(*reviews.over_limit, *new.over_limit),
        not_due=tuple(kinds.not_due),
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """How many more cards the day has room for, in all and of single decks; None means no end."""

    total: int | None = None
    decks: Mapping[DeckId, int] = field(default_factory=dict)


_NO_LIMIT = _Room()


def _review_room(options: SchedulerOptions, done: DayRecord) -> _Room:
    decks = {deck: own.reviews_per_day - done.decks.get(deck, (0, 0))[1] for deck, own in options.decks.items()}
    return _Room(options.reviews_per_day - done.reviews_done, decks)


def _new_room(options: SchedulerOptions, done: DayRecord) -> _Room:
    decks = {deck: own.new_per_day - done.decks.get(deck, (0, 0))[0] for deck, own in options.decks.items()}
    return _Room(options.new_per_day - done.new_done, decks)


def relative_overdueness(candidate: Candidate, *, today: StudyDay) -> float:
    """Days overdue as a share of the interval: a day late weighs more on a short interval."""
    due_on = today if candidate.due_on is None else candidate.due_on
    return (today - due_on) / max(1, candidate.interval_days)


def _by_kind(
    candidates: Iterable[Candidate], *, moment: Moment, options: SchedulerOptions, due_by: StudyDay
) -> _Sorted:
    kinds = _Sorted([], [], [], [], [])
    for candidate in candidates:
        _place_of(candidate, kinds, moment=moment, options=options, due_by=due_by).append(candidate)
    for steps in (kinds.due_steps, kinds.later):
        steps.sort(key=lambda candidate: (candidate.due_at or moment.now, candidate.card_id))
    easiest = options.review_order is ReviewOrder.EASIEST
    kinds.reviews.sort(
        key=lambda candidate: (
            int(candidate.difficulty) if easiest else 0,
            -relative_overdueness(candidate, today=moment.today),
            candidate.card_id,
        )
    )
    kinds.new.sort(key=lambda candidate: (candidate.position, candidate.card_id))
    return kinds


def _place_of(
    candidate: Candidate, kinds: _Sorted, *, moment: Moment, options: SchedulerOptions, due_by: StudyDay
) -> list[Candidate]:
    if candidate.state is State.NEW:
        return kinds.new
    if candidate.due_at is None:
        is_due = candidate.due_on is None or candidate.due_on <= due_by
        return kinds.reviews if is_due else kinds.not_due
    wait_s = (candidate.due_at - moment.now).total_seconds()
    # No step waits that long, so the clock was set back: better now than in a year.
    if wait_s <= 0 or wait_s > longest_wait_s(options.for_deck(candidate.deck)):
        return kinds.due_steps
    return kinds.later if candidate.due_at < moment.next_rollover_at else kinds.not_due


def _holders(answered: Iterable[tuple[NoteId, CardId]]) -> dict[NoteId, set[CardId]]:
    holders: dict[NoteId, set[CardId]] = {}
    for note, card_id in answered:
        holders.setdefault(note, set()).add(card_id)
    return holders


def _pick(candidates: list[Candidate], holders: dict[NoteId, set[CardId]], room: _Room) -> _Picked:
    """Choose in order, at most one card a note; ``holders`` (note to the cards that have the day) grows."""
    picked = _Picked([], [], [])
    left = dict(room.decks)
    for candidate in candidates:
        if candidate.card_id not in holders.get(candidate.note, {candidate.card_id}):
            picked.buried.append(candidate)
        elif (room.total is not None and len(picked.chosen) >= room.total) or left.get(candidate.deck, 1) <= 0:
            picked.over_limit.append(candidate)
        else:
            holders.setdefault(candidate.note, set()).add(candidate.card_id)
            picked.chosen.append(candidate)
            if candidate.deck in left:
                left[candidate.deck] -= 1
    return picked


def _join(reviews: list[Candidate], new: list[Candidate], *, order: NewOrder) -> list[Candidate]:
    if order is NewOrder.AFTER:
        return [*reviews, *new]
    most = REVIEWS_A_NEW_CARD if order is NewOrder.MIXED else math.inf
    places = [(float(index), 0, card) for index, card in enumerate(reviews, 1)]
    places += [
        # One division, last: a place that is a whole number must be exactly that.
        (min(index * (len(reviews) + 1) / (len(new) + 1), index * most), 1, card)
        for index, card in enumerate(new, 1)
    ]
    return [card for _, _, card in sorted(places, key=lambda place: place[:2])]
