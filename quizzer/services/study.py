"""One study session: what to show, what an answer leads to, and storing it before anything else is shown.

Knows no terminal. Clock, zone and options are arguments; every answer is one transaction of the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind, Code, Compute, ExerciseRef
from quizzer.domain.code_answer import CodeRuns
from quizzer.domain.draw import DrawError, render
from quizzer.domain.marking import answer_as_text, clue, mark
from quizzer.domain.memory import StudyDay
from quizzer.domain.question import ask
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.rating import allowed_ratings
from quizzer.services.study_arrange import SessionOptions, arrange_session
from quizzer.services.study_outlook import Outlook, look_ahead
from quizzer.services.study_queue import SessionQueue, Ticket
from quizzer.services.study_tally import Tally
from quizzer.services.study_turn import Asked, Revealed, Turn, answer_record, propose_rating

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from quizzer.domain.card import CardId
    from quizzer.domain.marking import Clue
    from quizzer.domain.memory import Rating
    from quizzer.domain.question import Counts
    from quizzer.domain.review import UndoneAnswer
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.study_torch import BackgroundTorch, Evaluation, Pending
    from quizzer.storage.store import Store

_LOOK_AHEAD = 10


class StudySession:
    """Leads through one session over a store: ``next`` asks, ``reveal`` marks, ``answer`` stores."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        scheduling: SchedulerOptions,
        model: MemoryModel,
        torch: BackgroundTorch,
        options: SessionOptions | None = None,
    ) -> None:
        self._store = store
        self._now = now
        self._zone = zone
        self._scheduling = scheduling
        self._model = model
        self._torch = torch
        self.options = options or SessionOptions()
        self.tally = Tally()
        self._queue = SessionQueue()
        self._arranged: Moment | None = None
        self._answered_since_arranged = False
        self._turn: Turn | None = None
        self._evaluations: dict[tuple[CardId, int], Pending] = {}

    @property
    def counts(self) -> Counts:
        """What is left, the card in front of the learner included."""
        return self._queue.counts(self._turn.ticket if self._turn else None)

    @property
    def limit_reached(self) -> bool:
        """True once the session has shown as many cards as it was limited to."""
        return self.options.cards is not None and self.tally.shown >= self.options.cards

    def next(self) -> Asked | None:
        """Put the next card in front of the learner; None when nothing is left to show now.

        A card that cannot be asked (no draw satisfies its conditions) is left out; ``tally.broken`` says why.
        """
        self._turn = None
        while not self.limit_reached and (ticket := self._take()) is not None:
            asked = self._ask(ticket)
            if asked is not None:
                self._turn = Turn(ticket, asked, shown_at=self._now())
                return asked
        return None

    def warm_up(self) -> None:
        """Start torch in the background if one of the next cards needs it; to be called once a card is drawn."""
        with self._store.read() as tx:
            kinds = {tx.card(card_id).kind for card_id in self._queue.upcoming(_LOOK_AHEAD)}
        if kinds & {CardKind.COMPUTE, CardKind.CODE}:
            self._torch.prepare()

    def hint(self) -> Clue | None:
        """A hint for the card asked, noted with its answer; None where there is none. Waits for torch."""
        turn = self._asked_turn()
        evaluation = self._evaluation(turn)
        found = clue(turn.asked.question, expected=_expected(turn, evaluation))
        turn.hints += found is not None
        return found

    @property
    def answer_is_ready(self) -> bool:
        """False while torch is still computing the answer of the card asked."""
        pending = self._evaluations.get(self._asked_turn().key)
        return pending is None or pending.done

    def reveal(self, typed: str = "") -> Revealed:
        """Mark what was typed and compute what each rating will store, before any button is drawn.

        Raises:
            JudgeError, EnvironmentProblem: torch could not compute the answer; nothing counts against the learner.
        """
        turn = self._asked_turn()
        thought_s = (self._now() - turn.shown_at).total_seconds()
        evaluation = self._evaluation(turn)
        runs = self._runs(turn, typed, evaluation)
        marked = mark(
            turn.asked.question,
            typed,
            expected=_expected(turn, evaluation),
            mistaken=_mistaken(turn, evaluation),
            derived=_derived(evaluation),
            runs=runs,
        )
        turn.moment = self._moment()
        outcomes = four_answers(
            turn.asked.progress,
            card_id=turn.ticket.card_id,
            moment=turn.moment,
            options=self._scheduling.for_deck(turn.asked.question.card.deck),
            model=self._model,
        )
        turn.revealed = Revealed(
            mark=marked,
            why=self._why(turn, evaluation),
            outcomes={rating: outcomes[rating] for rating in allowed_ratings(marked.correct)},
            proposed=propose_rating(turn, correct=marked.correct, thought_s=thought_s),
        )
        return turn.revealed

    def answer(self, rating: Rating) -> None:
        """Store the answer in one transaction; when this returns, it is on disk.

        Raises:
            ValueError: the card is not revealed yet, or does not allow this rating.
            StaleAnswerError: the card was answered elsewhere since it was shown; nothing was stored.
        """
        turn = self._asked_turn()
        record = answer_record(turn, rating=rating, now=self._now())
        with self._store.write() as tx:
            review_id = tx.record_answer(record)
        assert self._arranged is not None
        self._queue.answered(turn.ticket, record.after.schedule, day_ends_at=self._arranged.next_rollover_at)
        self.tally.add(review_id, record)
        self._answered_since_arranged = True
        self._turn = None

    def undo(self) -> UndoneAnswer | None:
        """Take back the last answer, whichever session gave it; its card comes next, before the one asked."""
        with self._store.write() as tx:
            undone = tx.undo_last()
            card = tx.card(undone.card_id) if undone else None
        if undone is None or card is None:
            return None
        if self._turn is not None:
            self._queue.bring_back(self._turn.ticket)
            self._turn = None
        if self.options.deck in (None, card.deck):
            self._queue.bring_back(Ticket(card.id, card.note, undone.restored.state))
        self.tally.take_back(undone.review_id)
        return undone

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

    def bury(self) -> None:
        """Keep the card asked and its siblings away until tomorrow."""
        note = self._asked_turn().ticket.note
        tomorrow = StudyDay(self._moment().today + 1)
        with self._store.write() as tx:
            tx.bury(note, tomorrow)
        self._queue.drop_note(note)
        self._turn = None

    @property
    def today(self) -> StudyDay:
        """The study day that counts now."""
        return self._moment().today

    def outlook(self) -> Outlook:
        """What is left today, and when to come back."""
        return look_ahead(
            self._store,
            moment=self._moment(),
            scheduling=self._scheduling,
            options=self.options,
            new_answered=self.tally.new_answered,
        )

    def _asked_turn(self) -> Turn:
        if self._turn is None:
            raise ValueError("no card is in front of the learner")
        return self._turn

    def _moment(self) -> Moment:
        with self._store.read() as tx:
            last = tx.last_study_day()
        return moment_at(self._now(), zone=self._zone, rollover_hour=self._scheduling.rollover_hour, last=last)

    def _take(self) -> Ticket | None:
        moment = self._moment()
        if self._arranged is None or self._arranged.today != moment.today:
            self._arrange(moment)
        ticket = self._queue.take(moment.now)
        if ticket is None and self._answered_since_arranged:
            # More rows than one arrangement looks at, and topics known by now, show up here.
            self._arrange(moment)
            ticket = self._queue.take(moment.now)
        return ticket

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

    def _ask(self, ticket: Ticket) -> Asked | None:
        with self._store.read() as tx:
            card, progress = tx.card(ticket.card_id), tx.progress(ticket.card_id)
            exercise = tx.exercise(card.body.exercise) if isinstance(card.body, ExerciseRef) else None
        if isinstance(card.body, ExerciseRef) and exercise is None:
            self._set_broken(card.id, reason=f"exercise {card.body.exercise} is not in the database")
            return None
        try:
            question = ask(card, repetition=progress.repetitions, language=self.options.language)
        except DrawError as error:
            self._set_broken(card.id, reason=str(error))
            return None
        key = (card.id, progress.repetitions)
        if isinstance(card.body, Compute | Code) and key not in self._evaluations:
            self._evaluations[key] = self._torch.start(question)
        return Asked(question, progress, exercise)

    def _set_broken(self, card_id: CardId, *, reason: str) -> None:
        self._queue.set_aside(card_id)
        self.tally.broken.append((card_id, reason))

    def _evaluation(self, turn: Turn) -> Evaluation | None:
        pending = self._evaluations.get(turn.key)
        return None if pending is None else pending.result()

    def _runs(self, turn: Turn, typed: str, evaluation: Evaluation | None) -> CodeRuns | None:
        body = turn.asked.question.card.body
        if evaluation is None or not isinstance(body, Code) or not typed.strip():
            return None
        answer, *mistakes = evaluation.answer
        return CodeRuns(answer, tuple(mistakes), self._torch.run(body, typed))

    def _why(self, turn: Turn, evaluation: Evaluation | None) -> str:
        question = turn.asked.question
        why = question.card.why.in_(self.options.language)
        return why if evaluation is None else render(why, {**question.values, **_derived(evaluation)})


def _derived(evaluation: Evaluation | None) -> dict[str, str]:
    """The derived values of a compute card as its texts show them."""
    return {name: answer_as_text(value) for name, value in evaluation.derived.items()} if evaluation else {}


def _expected(turn: Turn, evaluation: Evaluation | None) -> str | None:
    body = turn.asked.question.card.body
    if evaluation is None or not isinstance(body, Compute):
        return None
    return answer_as_text(evaluation.answer, kind=body.answer_type)


def _mistaken(turn: Turn, evaluation: Evaluation | None) -> tuple[str | None, ...]:
    body = turn.asked.question.card.body
    if evaluation is None or not isinstance(body, Compute):
        return ()
    values = evaluation.mistakes
    return tuple(None if value is None else answer_as_text(value, kind=body.answer_type) for value in values)
