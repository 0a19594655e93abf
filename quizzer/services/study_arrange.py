"""Which cards a session has before it: the store's candidates, put in order by the scheduler."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.card import CardId
from quizzer.domain.memory import StudyDay
from quizzer.scheduler.queue import DayRecord, Topics, arrange

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.candidate import Candidates
    from quizzer.domain.card import DeckId, NoteId
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.scheduler.queue import Queue
    from quizzer.storage.store import Store

MOST_NEW = 9999
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


def arrange_session(
    store: Store,
    *,
    moment: Moment,
    scheduling: SchedulerOptions,
    options: SessionOptions,
    new_answered: int = 0,
) -> Queue:
    """The cards of this moment in order; ``new_answered`` counts the session's own new cards so far."""
    with store.read() as tx:
        candidates = tx.candidates(
            now=moment.now,
            today=moment.today,
            next_rollover_at=moment.next_rollover_at,
            deck=options.deck,
            limit=MORE_CANDIDATES if scheduling.decks else CANDIDATES,
        )
        done = tx.daily_counts(moment.today)
        by_deck = tx.deck_counts(moment.today) if scheduling.decks else {}
    record = DayRecord(done.new, done.review, _answered_cards(candidates), by_deck)
    if options.deck is not None:
        scheduling = replace(scheduling, new_order=scheduling.for_deck(options.deck).new_order)
    if options.new_cards is not None:
        scheduling = with_new_limit(scheduling, options.new_cards)
        record = replace(record, new_done=new_answered)
    # Storage leaves locked cards out already: whatever is here may be asked.
    topics = Topics(known=candidates.known_topics)
    return arrange(candidates.all, moment=moment, options=scheduling, done=record, topics=topics)


def with_new_limit(scheduling: SchedulerOptions, new_cards: int) -> SchedulerOptions:
    """The same settings with another number of new cards, which no deck's own number lowers."""
    decks = {deck: replace(own, new_per_day=MOST_NEW) for deck, own in scheduling.decks.items()}
    return replace(scheduling, new_per_day=new_cards, decks=decks)


def deck_ids(store: Store, *, now: datetime) -> tuple[DeckId, ...]:
    """The decks that can be studied."""
    with store.read() as tx:
        return tuple(deck.id for deck in tx.decks(now=now, today=StudyDay(now.toordinal())))


def _answered_cards(candidates: Candidates) -> frozenset[tuple[NoteId, CardId]]:
    """The notes answered today, each with its card that is still in steps, or with none that may come again."""
    in_steps = {card.note: card.card_id for card in reversed(candidates.learning)}
    return frozenset((note, in_steps.get(note, CardId(""))) for note in candidates.answered_today)
