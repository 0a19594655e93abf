"""The order of one running session, in memory: what comes next, what waits for its step, what is set aside."""

from __future__ import annotations

import heapq
from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, islice
from typing import TYPE_CHECKING

from quizzer.domain.memory import Learning, Relearning, Review, State
from quizzer.domain.question import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quizzer.domain.card import CardId, NoteId
    from quizzer.domain.memory import Progress, Schedule
    from quizzer.scheduler.queue import Queue

LEARN_AHEAD = timedelta(minutes=20)
"""How early a learning step may come when nothing else is left, rather than make the learner wait."""


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    due_at: datetime
    card_id: CardId
    note: NoteId


@dataclass(frozen=True, slots=True)
class Ticket:
    """A card's place in the session."""

    card_id: CardId
    note: NoteId
    state: State

    def is_outdated(self, progress: Progress, *, due_by: int) -> bool:
        """Whether the card was answered elsewhere, or an answer taken back there, since it got this place.

        A step is as good as any other: whether it is due, the clock of the moment decides.
        """
        schedule = progress.schedule
        return progress.state is not self.state or (isinstance(schedule, Review) and schedule.due_on > due_by)


class SessionQueue:
    """Hands out tickets: cards brought back first, then steps that are due, then the arranged rest.

    When only steps are left, one that is due within ``LEARN_AHEAD`` comes early. A card set aside never comes.
    """

    def __init__(self) -> None:
        # By card: undo and the keys that put a card away take it out of wherever it stands.
        self._front: OrderedDict[CardId, Ticket] = OrderedDict()
        self._ready: OrderedDict[CardId, Ticket] = OrderedDict()
        self._steps: list[_Step] = []
        self._step_states: dict[CardId, State] = {}
        """The state of each card that has a step."""
        self._aside: set[CardId] = set()

    def fill(self, queue: Queue, *, now: datetime) -> None:
        """Start afresh from an arranged queue; only what was set aside stays so."""
        self._front.clear()
        self._ready.clear()
        self._steps.clear()
        self._step_states.clear()
        for candidate in (*queue.ready, *queue.later):
            if candidate.card_id in self._aside:
                continue
            ticket = Ticket(candidate.card_id, candidate.note, candidate.state)
            in_steps = candidate.state in (State.LEARNING, State.RELEARNING)
            if in_steps and candidate.due_at is not None:
                # A step arranged as ready although due later was met by a clock set back: it is due.
                ready_early = candidate.due_at > now and candidate in queue.ready
                self._push_step(ticket, due_at=now if ready_early else candidate.due_at)
            else:
                self._ready[ticket.card_id] = ticket

    def take(self, now: datetime) -> Ticket | None:
        """Remove and return the next ticket, or None when nothing can be shown now."""
        if self._front:
            return self._front.popitem(last=False)[1]
        if self._steps and self._steps[0].due_at <= now:
            return self._pop_step()
        if self._ready:
            return self._ready.popitem(last=False)[1]
        if self._steps and self._steps[0].due_at <= now + LEARN_AHEAD:
            return self._pop_step()
        return None

    def bring_back(self, ticket: Ticket) -> None:
        """Put a card in front of all others, wherever it stood before."""
        self.drop(ticket.card_id)
        self._aside.discard(ticket.card_id)
        self._front[ticket.card_id] = ticket
        self._front.move_to_end(ticket.card_id, last=False)

    def answered(self, ticket: Ticket, schedule: Schedule, *, day_ends_at: datetime) -> None:
        """Let the card return within the session if its new schedule has a step that is due today."""
        if isinstance(schedule, Learning | Relearning) and schedule.due_at < day_ends_at:
            self._push_step(Ticket(ticket.card_id, ticket.note, schedule.state), due_at=schedule.due_at)

    def put_last(self, ticket: Ticket) -> None:
        """Let the card come once more after all others."""
        self._ready[ticket.card_id] = ticket
        self._ready.move_to_end(ticket.card_id)

    def set_aside(self, card_id: CardId) -> None:
        """Keep a card out of the rest of this session."""
        self.drop(card_id)
        self._aside.add(card_id)

    def drop(self, card_id: CardId) -> None:
        """Forget a card's place, if it has one."""
        self._front.pop(card_id, None)
        self._ready.pop(card_id, None)
        if self._step_states.pop(card_id, None) is not None:
            self._steps = [step for step in self._steps if step.card_id != card_id]
            heapq.heapify(self._steps)

    def drop_note(self, note: NoteId) -> None:
        """Forget every card of a note."""
        for card_id in {ticket.card_id for ticket in self._tickets() if ticket.note == note}:
            self.drop(card_id)

    def upcoming(self, count: int) -> tuple[CardId, ...]:
        """The next cards that are not in steps, without taking them."""
        return tuple(islice(chain(self._front, self._ready), count))

    def counts(self, current: Ticket | None = None) -> Counts:
        """How many cards are left, the one in front of the learner included."""
        states = [ticket.state for ticket in self._tickets()] + ([current.state] if current else [])
        new, due = states.count(State.NEW), states.count(State.REVIEW)
        return Counts(new=new, learning=len(states) - new - due, due=due)

    def _tickets(self) -> Iterator[Ticket]:
        yield from self._front.values()
        yield from self._ready.values()
        for step in self._steps:
            yield Ticket(step.card_id, step.note, self._step_states[step.card_id])

    def _push_step(self, ticket: Ticket, *, due_at: datetime) -> None:
        self._step_states[ticket.card_id] = ticket.state
        heapq.heappush(self._steps, _Step(due_at, ticket.card_id, ticket.note))

    def _pop_step(self) -> Ticket:
        step = heapq.heappop(self._steps)
        return Ticket(step.card_id, step.note, self._step_states.pop(step.card_id))
