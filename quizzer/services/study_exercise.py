# ruff: noqa: PLC0415 - imports wait for the first exercise, so that the first card does not
"""The card of an exercise in a session: runs are stored as they come, and the first success is the answer.

A failed run is an attempt and no answer yet: the card stays where it is until it is solved, given up or put off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.marking import Mark
from quizzer.domain.memory import Rating
from quizzer.services.study_acts import SessionActs
from quizzer.services.study_turn import Revealed, Solved, Turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.review import ReviewId
    from quizzer.domain.verdict import GradeResult
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.exercises import Hint
    from quizzer.services.study_arrange import SessionOptions
    from quizzer.storage.store import Store, Transaction


class SessionExercises(SessionActs):
    """Hints, runs and the answer of the exercise asked; ValueError where the card asked is none."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        scheduling: SchedulerOptions,
        model: MemoryModel,
        options: SessionOptions | None = None,
    ) -> None:
        super().__init__(store, now=now, zone=zone, scheduling=scheduling, options=options)
        self._model = model
        self.credited = 0
        """How many cards are due later because of the exercise answered last."""

    @property
    def is_solved(self) -> bool:
        """Whether a run of the exercise asked was accepted since it was asked."""
        return self._asked_turn().solved is not None

    def exercise_hint(self) -> Hint | None:
        """The next hint of today, recorded as ``quizzer exercise hint`` does; None where there are none."""
        from quizzer.services.exercises import next_hint

        _, exercise = self._exercise_asked()
        return next_hint(self._store, exercise, today=self.today)

    def is_old_solution(self, source: str) -> bool:
        """Whether a source is one that was accepted before: to hand it in again recalls nothing."""
        _, exercise = self._exercise_asked()
        with self._store.read() as tx:
            return any(one.source == source for one in tx.submissions(exercise.id) if one.result.accepted)

    def waited(self, seconds: float) -> None:
        """Do not count some time as the learner's: the judge took it."""
        self._asked_turn().waited_s += max(0.0, seconds)

    def file_run(self, result: GradeResult, *, source: str, path: str) -> None:
        """Store one judged run of the exercise asked; no schedule moves before the card is answered."""
        from quizzer.services.grade import already_failed, ratings_of_day

        turn, exercise = self._exercise_asked()
        day = self.today
        with self._store.write() as tx:
            if result.accepted and turn.solved is None:
                today = ratings_of_day(tx, turn.ticket.card_id, day)
                worked_s = (result.graded_at - turn.shown_at).total_seconds() - turn.waited_s
                failed_runs = tx.failed_runs_since_last_review(exercise.id) + already_failed(today)
                turn.solved = Solved(failed_runs, max(0.0, worked_s))
            tx.save_submission(exercise.id, source, result, path=path)

    def reveal_run(self) -> Revealed:
        """What each rating will store: the passes where a run was accepted, or else Again, which gives up."""
        from quizzer.services.exercise_run import ExerciseRun, Scheduling
        from quizzer.services.exercises import hints_taken, was_revealed

        turn, exercise = self._exercise_asked()
        card = turn.asked.question.card
        self.credited = 0
        turn.moment = self._moment()
        solved = turn.solved
        with self._store.read() as tx:
            run = ExerciseRun(
                moment=turn.moment,
                scheduling=Scheduling(self._zone, self._scheduling, self._model),
                accepted=solved is not None,
                failed_runs=solved.failed_runs if solved else 0,
                hints=hints_taken(tx, exercise.id, today=turn.moment.today),
                revealed=was_revealed(tx, exercise.id, today=turn.moment.today),
                worked_s=solved.worked_s if solved else None,
            )
        outcomes = run.outcomes(
            turn.asked.progress, card_id=card.id, deck=card.deck, due=self._due_counts(turn.moment.today)
        )
        turn.hints = run.hints
        turn.revealed = Revealed(
            mark=Mark(run.accepted, "", ""),
            why="",
            outcomes={rating: outcomes[rating] for rating in run.allowed},
            proposed=run.rating,
            remark=turn.asked.standing.remark,
        )
        return turn.revealed

    def _credit(self, tx: Transaction, turn: Turn, *, rating: Rating, after: ReviewId) -> None:
        """Let a passed exercise count for the cards of its topics."""
        self.credited = 0
        if turn.asked.exercise is None or turn.moment is None or rating is Rating.AGAIN:
            return
        from quizzer.services.exercise_credit import credit_cards

        self.credited = credit_cards(
            tx,
            turn.asked.exercise.id,
            rating=rating,
            after=after,
            moment=turn.moment,
            options=self._scheduling,
            model=self._model,
        )

    def _exercise_asked(self) -> tuple[Turn, Exercise]:
        turn = self._asked_turn()
        if turn.asked.exercise is None:
            raise ValueError("the card asked is not that of an exercise")
        return turn, turn.asked.exercise
