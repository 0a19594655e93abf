"""The desk of a session: its cards in order, the one in front of the learner, and what is set aside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quizzer.domain.memory import Review
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.study_day import study_day
from quizzer.services.study_arrange import SessionOptions, arrange_session
from quizzer.services.study_outlook import Outlook, look_ahead
from quizzer.services.study_queue import SessionQueue, Ticket
from quizzer.services.study_tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from quizzer.domain.candidate import Work
    from quizzer.domain.card import CardId
    from quizzer.domain.memory import Progress, Schedule, StudyDay
    from quizzer.domain.question import Counts
    from quizzer.domain.review import ReviewId
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.study_turn import Turn
    from quizzer.storage.store import Store


class SessionDesk:
    """What is before the learner and what comes next; asks and stores nothing itself."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        scheduling: SchedulerOptions,
        options: SessionOptions | None = None,
    ) -> None:
        self._store = store
        self._now = now
        self._zone = zone
        self._scheduling = scheduling
        self.options = options or SessionOptions()
        self.tally = Tally()
        self._queue = SessionQueue()
        self._arranged: Moment | None = None
        self._last_day: StudyDay | None = None
        self._answered_since_arranged = False
        self._turn: Turn | None = None
        self._put_away: dict[CardId, Ticket] = {}
        """Cards that this session suspended or buried, as they stood in it."""
        self._history: list[tuple[ReviewId, Turn] | None] = []
        """What was done in this session, newest last: answers that are not stored, and None for a stored act."""
        self._due: dict[StudyDay, int] | None = None
        """Reviews due on later days, read when first wanted and kept up to date by this session."""
        self._ends_at = None if self.options.minutes is None else now() + timedelta(minutes=self.options.minutes)

    @property
    def counts(self) -> Counts:
        """What is left, the card in front of the learner included."""
        return self._queue.counts(self._turn.ticket if self._turn else None)

    @property
    def limit_reached(self) -> bool:
        """True once the session has shown as many cards, or lasted as long, as it was limited to."""
        return self.time_is_up or (self.options.cards is not None and self.tally.shown >= self.options.cards)

    @property
    def time_is_up(self) -> bool:
        """True once the session has lasted as long as it was limited to."""
        return self._ends_at is not None and self._now() >= self._ends_at

    @property
    def is_asking(self) -> bool:
        """Whether a card is in front of the learner."""
        return self._turn is not None

    @property
    def today(self) -> StudyDay:
        """The study day that counts now."""
        return self._moment().today

    @property
    def work(self) -> Work:
        """What today is for, by the learner's weekly plan."""
        return self.options.work_on(self.today, self._scheduling)

    def outlook(self) -> Outlook:
        """What is left today, and when to come back."""
        return look_ahead(
            self._store,
            moment=self._moment(),
            scheduling=self._scheduling,
            options=self.options,
            new_answered=self.tally.new_answered,
        )

    def skip(self) -> None:
        """Leave the card asked for the next session."""
        self._queue.set_aside(self._asked_turn().ticket.card_id)
        self.tally.skipped += 1
        self._turn = None

    def leave_out(self, *, reason: str) -> None:
        """Drop the card asked from this session because it cannot be answered now, and remember why."""
        self._set_broken(self._asked_turn().ticket.card_id, reason=reason)
        self._turn = None

    def wait_for_grading(self) -> None:
        """Leave the card of an exercise until its code is graded; buttons do not answer it."""
        turn = self._asked_turn()
        if turn.asked.exercise is None:
            raise ValueError("only the card of an exercise waits for grading")
        self._queue.set_aside(turn.ticket.card_id)
        self.tally.exercises.append(turn.asked.exercise.id)
        self._turn = None

    def reload(self) -> None:
        """Arrange the session anew: something was answered elsewhere meanwhile."""
        self._arranged = None
        self._turn = None

    def days_ahead(self) -> int:
        """By how many days the last day studied lies beyond the clock's: more than 1 where a clock was wrong."""
        by_the_clock = study_day(self._now(), zone=self._zone, rollover_hour=self._scheduling.rollover_hour)
        return self._moment().today - by_the_clock

    def _asked_turn(self) -> Turn:
        if self._turn is None:
            raise ValueError("no card is in front of the learner")
        return self._turn

    def _moment(self) -> Moment:
        with self._store.read() as tx:
            self._last_day = tx.last_study_day()
        return self._moment_by_now()

    def _moment_by_now(self) -> Moment:
        """The moment by the days of the log as it was last read: whoever stores something by it must look again."""
        hour = self._scheduling.rollover_hour
        return moment_at(self._now(), zone=self._zone, rollover_hour=hour, last=self._last_day)

    def _take(self) -> Ticket | None:
        moment = self._moment()
        # A new day changes nothing about what there is to rehearse.
        if self._arranged is None or (self._arranged.today != moment.today and not self.options.cram):
            self._arrange(moment)
        ticket = self._queue.take(moment.now)
        if ticket is None and self._answered_since_arranged:
            # More rows than one arrangement looks at, and topics known by now, show up here.
            self._arrange(moment)
            ticket = self._queue.take(moment.now)
        return ticket

    def _is_outdated(self, ticket: Ticket, progress: Progress) -> bool:
        if self.options.cram or self._arranged is None:
            return False
        return ticket.is_outdated(progress, due_by=self._arranged.today + self.options.ahead_days)

    def _arrange(self, moment: Moment) -> None:
        queue = arrange_session(
            self._store,
            moment=moment,
            scheduling=self._scheduling,
            options=self.options,
            new_answered=self.tally.new_answered,
        )
        self._queue.fill(queue, now=moment.now)
        self._arranged = moment
        self._answered_since_arranged = False
        self._due = None

    def _due_counts(self, today: StudyDay) -> dict[StudyDay, int]:
        if self._due is None:
            with self._store.read() as tx:
                self._due = tx.due_counts(today)
        return self._due

    def _count_due(self, schedule: Schedule) -> None:
        if self._due is not None and isinstance(schedule, Review):
            self._due[schedule.due_on] = self._due.get(schedule.due_on, 0) + 1

    def _set_broken(self, card_id: CardId, *, reason: str) -> None:
        self._queue.set_aside(card_id)
        self.tally.broken.append((card_id, reason))
