"""After a run has been judged, or the solution shown: store it, and move the exercise's cards by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.memory import Learning, New, Rating, Relearning, Review
from quizzer.domain.review import AnswerRecord, ReviewId
from quizzer.domain.verdict import Verdict
from quizzer.scheduler.answers import Outcome, becomes_leech
from quizzer.scheduler.moment import moment_at
from quizzer.services.exercise_credit import credit_cards
from quizzer.services.exercise_run import ExerciseRun, Scheduling
from quizzer.services.exercises import hints_taken, note_reveal, was_revealed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.domain.card import CardId, ExerciseId
    from quizzer.domain.memory import Progress, StudyDay
    from quizzer.domain.verdict import GradeResult
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Filed:
    """What a stored run did to the schedule.

    ``returns_in_s`` is the wait until the exercise's card is due, None where no card asks for the exercise;
    ``counted`` is False where this run did not move it; ``credited`` cards of its topics are due later for it.
    """

    returns_in_s: float | None
    counted: bool
    rating: Rating | None = None
    credited: int = 0


def file_result(store: Store, result: GradeResult, *, source: str, path: str, scheduling: Scheduling) -> Filed:
    """Store one judged run and reschedule the exercise, in one transaction.

    A judge's failure (JE) is stored, but never counts. Of the runs of one day, the first failure and the
    first success count; later ones only when the card is due again. A success on the day on which the solution was
    shown counts as little as a failure.
    """
    with store.write() as tx:
        moment = _moment(tx, result.graded_at, scheduling)
        run = ExerciseRun(
            accepted=result.accepted,
            judged=result.verdict is not Verdict.JE,
            duration_s=result.duration_s,
            # Asked before this run is stored, which would count itself.
            failed_runs=tx.failed_runs_since_last_review(result.exercise),
            hints=hints_taken(tx, result.exercise, today=moment.today),
            revealed=was_revealed(tx, result.exercise, today=moment.today),
            moment=moment,
            scheduling=scheduling,
        )
        tx.save_submission(result.exercise, source, result, path=path)
        filed = [_reschedule(tx, card_id, run) for card_id in tx.exercise_cards(result.exercise)]
        credited = _credit(tx, result.exercise, filed, run)
    return replace(_soonest(filed), credited=credited)


def file_reveal(store: Store, exercise_id: ExerciseId, *, at: datetime, scheduling: Scheduling) -> Filed:
    """Record that the solution was shown before the exercise was solved: once a day it counts as Again.

    The exercise returns on another day, not in minutes: what was just read would be copied, not recalled.
    """
    with store.write() as tx:
        moment = _moment(tx, at, scheduling)
        if was_revealed(tx, exercise_id, today=moment.today):
            waits = (_wait_s(tx.progress(card_id), moment=moment) for card_id in tx.exercise_cards(exercise_id))
            return _soonest([Filed(wait_s, counted=False) for wait_s in waits])
        run = ExerciseRun(
            hints=hints_taken(tx, exercise_id, today=moment.today),
            revealed=True,
            moment=moment,
            scheduling=scheduling,
        )  # fmt: skip
        recorded = [_record(tx, card_id, tx.progress(card_id), run) for card_id in tx.exercise_cards(exercise_id)]
        note_reveal(tx, exercise_id, today=moment.today, reviews=[review for _, review in recorded])
    return _soonest([filed for filed, _ in recorded])


def _credit(tx: Transaction, exercise_id: ExerciseId, filed: Sequence[Filed], run: ExerciseRun) -> int:
    """Let a review that this run became count for the cards of the exercise's topics; how many."""
    ratings = [one.rating for one in filed if one.rating is not None]
    if not ratings:
        return 0
    return credit_cards(
        tx,
        exercise_id,
        rating=min(ratings),
        after=ReviewId(tx.newest_review()),
        moment=run.moment,
        options=run.scheduling.options,
        model=run.scheduling.model,
    )


def _moment(tx: Transaction, at: datetime, scheduling: Scheduling) -> Moment:
    return moment_at(
        at, zone=scheduling.zone, rollover_hour=scheduling.options.rollover_hour, last=tx.last_study_day()
    )  # fmt: skip


def _soonest(filed: Sequence[Filed]) -> Filed:
    return min(filed, key=lambda one: one.returns_in_s or 0.0) if filed else Filed(None, counted=False)


def _reschedule(tx: Transaction, card_id: CardId, run: ExerciseRun) -> Filed:
    before = tx.progress(card_id)
    today = ratings_of_day(tx, card_id, run.moment.today)
    if not _counts(before, run, today=today):
        return Filed(_wait_s(before, moment=run.moment), counted=False)
    failed_runs = run.failed_runs + already_failed(today)
    filed, _ = _record(tx, card_id, before, replace(run, failed_runs=failed_runs))
    return filed


def ratings_of_day(tx: Transaction, card_id: CardId, day: StudyDay) -> list[Rating]:
    """A card's ratings since the day began, oldest first."""
    return [row.rating for row in tx.review_rows(day) if row.card_id == card_id]


def already_failed(today: Sequence[Rating]) -> bool:
    """Whether a day's last answer was a failure: that run became a review itself, and is none since the last one."""
    return today[-1:] == [Rating.AGAIN]


def _record(tx: Transaction, card_id: CardId, before: Progress, run: ExerciseRun) -> tuple[Filed, ReviewId]:
    rating, deck = run.rating, tx.card(card_id).deck
    outcome = run.outcomes(before, card_id=card_id, deck=deck, due=tx.due_counts(run.moment.today))[rating]
    review = tx.record_answer(_answer(card_id, before, outcome, run, options=run.options(deck)))
    return Filed(outcome.interval_s, counted=True, rating=rating), review


def _counts(before: Progress, run: ExerciseRun, *, today: Sequence[Rating]) -> bool:
    if not run.judged:
        return False
    if any(rating > Rating.AGAIN for rating in today):
        return _wait_s(before, moment=run.moment) == 0
    # Failing again while working on it says nothing new about what was remembered.
    return run.succeeded or not today


def _wait_s(progress: Progress, *, moment: Moment) -> float:
    match progress.schedule:
        case New():
            return 0.0
        case Learning(due_at=due_at) | Relearning(due_at=due_at):
            return max(0.0, (due_at - moment.now).total_seconds())
        case Review(due_on=due_on):
            days = due_on - moment.today
            return 0.0 if days <= 0 else days * 86_400.0


def _answer(
    card_id: CardId, before: Progress, outcome: Outcome, run: ExerciseRun, *, options: SchedulerOptions
) -> AnswerRecord:
    return AnswerRecord(
        card_id=card_id,
        rating=outcome.rating,
        before=before,
        after=outcome.progress,
        answered_at=run.moment.now,
        answered_on=run.moment.today,
        interval_s=outcome.interval_s,
        elapsed_days=outcome.elapsed_days,
        scheduled_days=outcome.scheduled_days,
        duration_s=run.duration_s,
        correct=run.accepted,
        hints=run.hints,
        clock_went_back=outcome.clock_went_back,
        leech=becomes_leech(before, outcome.progress, options=options),
    )
