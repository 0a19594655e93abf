"""Which cards a session has before it: the store's candidates, put in order by the scheduler."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.candidate import Work
from quizzer.domain.card import CardId
from quizzer.domain.memory import StudyDay
from quizzer.scheduler.interleave import families
from quizzer.scheduler.queue import DayRecord, Queue, Topics, arrange
from quizzer.storage.times import to_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.domain.candidate import Candidates
    from quizzer.domain.card import DeckId, NoteId
    from quizzer.domain.search_query import Query
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.search_sql import Condition
    from quizzer.storage.store import Store

MOST = 9999
CANDIDATES = 500
"""Rows of each kind that one arrangement looks at; when they are used up, it is arranged anew."""
MORE_CANDIDATES = 10_000
"""The same where decks have limits of their own: one that is used up must not hide those behind it."""


@dataclass(frozen=True, slots=True)
class SessionOptions:
    """What a session is limited to; None means no limit beyond the day's."""

    language: str = "en"
    deck: DeckId | None = None
    new_cards: int | None = None
    """At most so many new cards in this session, whatever the day's limit says."""
    cards: int | None = None
    minutes: int | None = None
    """No card is begun after so many minutes."""
    only: CardFilter | None = None
    """The cards that the session is about."""
    ahead_days: int = 0
    """Reviews of so many days to come are asked today; the day's limit of reviews does not count for them."""
    cram: bool = False
    """Cards are asked due or not, and nothing that is answered is stored."""
    unplanned: bool = False
    """The weekly plan is left aside, as it is wherever the learner says which cards the session is about."""

    def work_on(self, day: StudyDay, scheduling: SchedulerOptions) -> Work:
        """What the session is for on a study day."""
        chosen = self.unplanned or self.cram or self.only is not None or self.ahead_days > 0
        return Work.ALL if chosen else scheduling.work_on(day)


@dataclass(frozen=True, slots=True)
class CardFilter:
    """A search, and what it needs of the memory model (see ``SearchMoment``)."""

    query: Query
    share: Callable[[float], float]

    def at(self, moment: Moment) -> Condition:
        """What it means at a moment."""
        from quizzer.storage.search_sql import SearchMoment, compile_search  # noqa: PLC0415 - few sessions have one

        found = SearchMoment(to_ms(moment.now), moment.today, to_ms(moment.next_rollover_at), self.share)
        return compile_search(self.query, found)


def arrange_session(
    store: Store,
    *,
    moment: Moment,
    scheduling: SchedulerOptions,
    options: SessionOptions,
    new_answered: int = 0,
) -> Queue:
    """The cards of this moment in order; ``new_answered`` counts the session's own new cards so far."""
    where = None if options.only is None else options.only.at(moment)
    if options.cram:
        return _rehearsal(store, today=moment.today, options=options, where=where)
    own = scheduling if options.deck is None else scheduling.for_deck(options.deck)
    with store.read() as tx:
        candidates = tx.candidates(
            now=moment.now,
            today=moment.today,
            next_rollover_at=moment.next_rollover_at,
            deck=options.deck,
            limit=MORE_CANDIDATES if scheduling.decks else CANDIDATES,
            ahead_days=options.ahead_days,
            where=where,
            work=options.work_on(moment.today, scheduling),
            first=own.review_order,
        )
        done = tx.daily_counts(moment.today)
        by_deck = tx.deck_counts(moment.today) if scheduling.decks else {}
    record = DayRecord(done.new, done.review, _answered_cards(candidates), by_deck)
    if options.deck is not None:
        scheduling = replace(scheduling, new_order=own.new_order, review_order=own.review_order)
    if options.new_cards is not None:
        scheduling = _with_limits(scheduling, new=options.new_cards)
        record = replace(record, new_done=new_answered)
    if options.ahead_days:
        scheduling, record = _with_limits(scheduling, reviews=MOST), replace(record, reviews_done=0)
    # Storage leaves locked cards out already: whatever is here may be asked.
    topics = Topics(known=candidates.known_topics, families=families(candidates.confusable))
    return arrange(
        candidates.all,
        moment=moment,
        options=scheduling,
        done=record,
        topics=topics,
        ahead_days=options.ahead_days,
    )


def _rehearsal(store: Store, *, today: StudyDay, options: SessionOptions, where: Condition | None) -> Queue:
    with store.read() as tx:
        found = tx.rehearsal(today=today, deck=options.deck, limit=MOST, where=where)
    # Without its step a card keeps its place in the order.
    return Queue(tuple(replace(candidate, due_at=None) for candidate in found), (), (), (), (), ())


def _with_limits(
    scheduling: SchedulerOptions, *, new: int | None = None, reviews: int | None = None
) -> SchedulerOptions:
    """The same settings with other limits of the day, which no deck's own lower; None leaves a limit as it is."""
    decks = {
        deck: replace(
            own,
            new_per_day=own.new_per_day if new is None else MOST,
            reviews_per_day=own.reviews_per_day if reviews is None else MOST,
        )
        for deck, own in scheduling.decks.items()
    }
    return replace(
        scheduling,
        new_per_day=scheduling.new_per_day if new is None else new,
        reviews_per_day=scheduling.reviews_per_day if reviews is None else reviews,
        decks=decks,
    )


def _answered_cards(candidates: Candidates) -> frozenset[tuple[NoteId, CardId]]:
    """The notes answered today, each with its card that is still in steps, or with none that may come again."""
    in_steps = {card.note: card.card_id for card in reversed(candidates.learning)}
    return frozenset((note, in_steps.get(note, CardId(""))) for note in candidates.answered_today)
