"""One study session: what to show, what an answer leads to, and storing it before anything else is shown.

Knows no terminal. Clock, zone and options are arguments; every answer is one transaction of the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.act import Leech
from quizzer.domain.card import CardKind, Code, Compute, ExerciseRef
from quizzer.domain.code_answer import CodeRuns
from quizzer.domain.draw import DrawError, render
from quizzer.domain.marking import clue, mark
from quizzer.domain.question import ask
from quizzer.domain.review import StaleAnswerError
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.rating import allowed_ratings
from quizzer.services.study_evaluation import derived, expected, mistaken
from quizzer.services.study_exercise import SessionExercises
from quizzer.services.study_turn import Asked, Revealed, Turn, answer_record, propose_rating, rehearsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from quizzer.domain.card import Card, CardId
    from quizzer.domain.marking import Clue
    from quizzer.domain.memory import Rating
    from quizzer.domain.review import AnswerRecord
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.study_arrange import SessionOptions
    from quizzer.services.study_queue import Ticket
    from quizzer.services.study_torch import BackgroundTorch, Evaluation, Pending
    from quizzer.storage.store import Store

_LOOK_AHEAD = 10


class StudySession(SessionExercises):
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
        super().__init__(store, now=now, zone=zone, scheduling=scheduling, model=model, options=options)
        self._torch = torch
        self._evaluations: dict[tuple[CardId, int], Pending] = {}

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
        found = clue(turn.asked.question, expected=expected(turn, evaluation))
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
            expected=expected(turn, evaluation),
            mistaken=mistaken(turn, evaluation),
            derived=derived(evaluation),
            runs=runs,
        )
        turn.moment = self._moment_by_now()
        outcomes = four_answers(
            turn.asked.progress,
            card_id=turn.ticket.card_id,
            moment=turn.moment,
            options=self._scheduling.for_deck(turn.asked.question.card.deck),
            model=self._model,
            due=self._due_counts(turn.moment.today),
        )
        turn.revealed = Revealed(
            mark=marked,
            why=self._why(turn, evaluation),
            outcomes={rating: outcomes[rating] for rating in allowed_ratings(marked.correct)},
            proposed=propose_rating(turn, correct=marked.correct, thought_s=thought_s),
            remark=turn.asked.standing.remark,
        )
        if self.options.cram:
            turn.revealed = rehearsed(turn.revealed)
        return turn.revealed

    def answer(self, rating: Rating) -> Leech | None:
        """Store the answer in one transaction; when this returns, it is on disk. The leech that the card became.

        Raises:
            ValueError: the card is not revealed yet, or does not allow this rating.
            StaleAnswerError: the card was answered elsewhere since it was shown, or any card on a later day; nothing
                was stored.
        """
        turn = self._asked_turn()
        scheduling = self._scheduling.for_deck(turn.asked.question.card.deck)
        record = answer_record(turn, rating=rating, now=self._now(), options=scheduling)
        if self.options.cram:
            self._rehearse(turn, record)
            return None
        with self._store.write() as tx:
            if (tx.last_study_day() or record.answered_on) > record.answered_on:
                raise StaleAnswerError(
                    "A later day was studied elsewhere meanwhile; this answer was not stored.",
                    hint="the card will come back, by that day",
                )
            review_id = tx.record_answer(record)
            self._credit(tx, turn, rating=rating, after=review_id)
        assert self._arranged is not None
        self._queue.answered(turn.ticket, record.after.schedule, day_ends_at=self._arranged.next_rollover_at)
        self._count_due(record.after.schedule)
        self.tally.add(review_id, record)
        self._answered_since_arranged = True
        if self.credited:
            # Some of what waits is due on a later day now.
            self._arranged = None
        self._turn = None
        return self._leech(turn.asked.question.card, record) if record.leech else None

    def _leech(self, card: Card, record: AnswerRecord) -> Leech:
        with self._store.read() as tx:
            exercises = tuple(exercise.id for exercise in tx.exercises() if card.topic in exercise.topics)
        return Leech(card.id, record.after.lapses, exercises)

    def _ask(self, ticket: Ticket) -> Asked | None:
        with self._store.read() as tx:
            card, progress = tx.card(ticket.card_id), tx.progress(ticket.card_id)
            standing = tx.standing(ticket.card_id)
            exercise = tx.exercise(card.body.exercise) if isinstance(card.body, ExerciseRef) else None
        if self._is_outdated(ticket, progress):
            # Another session has been here: what is left is asked of the database once the queue is through.
            self._answered_since_arranged = True
            return None
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
        return Asked(question, progress, exercise, standing)

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
        return why if evaluation is None else render(why, {**question.values, **derived(evaluation)})
