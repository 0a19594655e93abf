"""Answers: stored, logged, counted and undone, each in the one transaction that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.act import OF_AN_ANSWER, UndoneAct
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Progress, Rating, State, StudyDay
from quizzer.domain.review import AnswerRecord, DailyCounts, ReviewId, StaleAnswerError, UndoneAnswer
from quizzer.storage.credits import CreditRows
from quizzer.storage.schedule_columns import columns_of, from_log, progress_of, stored_columns, to_log
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from quizzer.domain.card import CardId
    from quizzer.storage.connection import Value

STATE_OF_CARD = """
SELECT s.card_key, s.state, s.repetitions, s.lapses, s.stability, s.difficulty, s.step, s.interval_days,
 s.due_at_ms, s.due_on, s.reviewed_at_ms, s.reviewed_on
FROM card c JOIN card_state s ON s.card_key = c.key
WHERE c.id = :card_id
"""

SET_STATE = """
UPDATE card_state SET state = :state, repetitions = :repetitions, lapses = :lapses, stability = :stability,
 difficulty = :difficulty, step = :step, interval_days = :interval_days, due_at_ms = :due_at_ms,
 due_on = :due_on, reviewed_at_ms = :reviewed_at_ms, reviewed_on = :reviewed_on
WHERE card_key = :card_key
"""

# A review that stays one, as most do: the indexes of other columns need not be touched, nor their pages written.
SET_REVIEW = """
UPDATE card_state SET repetitions = :repetitions, lapses = :lapses, stability = :stability, difficulty = :difficulty,
 interval_days = :interval_days, due_on = :due_on, reviewed_at_ms = :reviewed_at_ms, reviewed_on = :reviewed_on
WHERE card_key = :card_key
"""

ADD_REVIEW = """
INSERT INTO review_log (card_key, rating, state_before, answered_at_ms, answered_on, interval_s, elapsed_days,
 scheduled_days, duration_ms, correct, hints, clock_went_back, progress_before, progress_after,
 interval_before)
VALUES (:card_key, :rating, :state_before, :answered_at_ms, :answered_on, :interval_s, :elapsed_days,
 :scheduled_days, :duration_ms, :correct, :hints, :clock_went_back, :progress_before, :progress_after,
 :interval_before)
"""

LAST_REVIEW = """
SELECT l.id, l.card_key, c.id AS card_id, c.note_id, s.deck_id, s.state, l.rating, l.state_before, l.answered_at_ms,
 l.answered_on, l.duration_ms, l.progress_before
FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = l.card_key
ORDER BY l.id DESC LIMIT 1
"""

REMOVE_REVIEW = "DELETE FROM review_log WHERE id = :review_id"

LAST_STUDY_DAY = "SELECT MAX(answered_on) FROM review_log"

COUNT_ANSWER = """
INSERT INTO daily_count (study_day, new_cards, reviews, answers, duration_ms)
VALUES (:study_day, :new_cards, :reviews, 1, :duration_ms)
ON CONFLICT (study_day) DO UPDATE SET new_cards = daily_count.new_cards + excluded.new_cards,
 reviews = daily_count.reviews + excluded.reviews, answers = daily_count.answers + 1,
 duration_ms = daily_count.duration_ms + excluded.duration_ms
"""

UNCOUNT_ANSWER = """
UPDATE daily_count SET new_cards = new_cards - :new_cards, reviews = reviews - :reviews,
 answers = answers - 1, duration_ms = duration_ms - :duration_ms
WHERE study_day = :study_day
"""

FORGET_EMPTY_DAY = "DELETE FROM daily_count WHERE study_day = :study_day AND answers = 0"

COUNTS_OF_DAY = """
SELECT new_cards, reviews, answers, duration_ms FROM daily_count WHERE study_day = :study_day
"""


class StudyRows(CreditRows):
    """What a learner's answers change."""

    def progress(self, card_id: CardId) -> Progress:
        """The card's stored progress; UsageError if there is no such card."""
        return progress_of(self._state(card_id))

    def record_answer(self, record: AnswerRecord) -> ReviewId:
        """Store the answer: state, log and daily counts; the card's tag as well where the answer makes it a leech.

        StaleAnswerError, and nothing is stored, unless the card still stands where ``record.before`` says.
        """
        row = self._state(record.card_id)
        before, after = stored_columns(row), columns_of(record.after)
        if before != columns_of(record.before):
            raise StaleAnswerError(
                f"The card {record.card_id} was answered elsewhere meanwhile; this answer was not stored.",
                hint="the card will come back as it now stands",
            )
        self._set_state(row["card_key"], after, was=row["state"])
        review_id = self._connection.insert(
            ADD_REVIEW,
            card_key=row["card_key"],
            rating=record.rating.value,
            state_before=row["state"],
            answered_at_ms=to_ms(record.answered_at),
            answered_on=record.answered_on,
            interval_s=record.interval_s,
            elapsed_days=record.elapsed_days,
            scheduled_days=record.scheduled_days,
            duration_ms=_duration_ms(record),
            correct=record.correct,
            hints=record.hints,
            clock_went_back=record.clock_went_back,
            progress_before=to_log(before),
            progress_after=to_log(after, mistake=record.mistake, typed=record.typed),
            interval_before=before["interval_days"],
        )
        self._connection.run(
            COUNT_ANSWER,
            study_day=record.answered_on,
            duration_ms=_duration_ms(record),
            **_counted(row["state"]),
        )
        if record.leech:
            self._tag_as_leech(record.card_id, review_id=ReviewId(review_id), at=record.answered_at)
        return ReviewId(review_id)

    def undo_last(self) -> UndoneAnswer | UndoneAct | None:
        """Take back the newest answer or act, whoever it is by, exactly; None where there is none."""
        while (act := self._last_act()) is not None:
            undone = self._take_back(act)
            # What an answer did beside its own row is one with it.
            if undone.kind not in OF_AN_ANSWER:
                return undone
        return self._undo_last_answer()

    def _undo_last_answer(self) -> UndoneAnswer | None:
        row = self._connection.row(LAST_REVIEW)
        if row is None:
            return None
        before = from_log(row["progress_before"])
        self._set_state(row["card_key"], before, was=row["state"])
        self._connection.run(REMOVE_REVIEW, review_id=row["id"])
        self._connection.run(
            UNCOUNT_ANSWER,
            study_day=row["answered_on"],
            duration_ms=row["duration_ms"],
            **_counted(row["state_before"]),
        )
        self._connection.run(FORGET_EMPTY_DAY, study_day=row["answered_on"])
        return UndoneAnswer(
            review_id=ReviewId(row["id"]),
            card_id=row["card_id"],
            note=row["note_id"],
            deck=row["deck_id"],
            rating=Rating(row["rating"]),
            answered_at=from_ms(row["answered_at_ms"]),
            answered_on=StudyDay(row["answered_on"]),
            restored=progress_of(before),
        )

    def daily_counts(self, today: StudyDay) -> DailyCounts:
        """What was answered on this study day."""
        row = self._connection.row(COUNTS_OF_DAY, study_day=today)
        if row is None:
            return DailyCounts()
        return DailyCounts(row["new_cards"], row["reviews"], row["answers"], row["duration_ms"] / 1000)

    def last_study_day(self) -> StudyDay | None:
        """The latest study day with an answer."""
        day = self._connection.value(LAST_STUDY_DAY)
        return None if day is None else StudyDay(day)

    def _set_state(self, card_key: int, columns: Mapping[str, Value], *, was: str) -> None:
        stays = was == columns["state"] == State.REVIEW.value
        self._connection.run(SET_REVIEW if stays else SET_STATE, card_key=card_key, **columns)

    def _state(self, card_id: CardId) -> sqlite3.Row:
        row = self._connection.row(STATE_OF_CARD, card_id=card_id)
        if row is None:
            raise UsageError(f"There is no card {card_id}.", hint="quizzer deck list shows what there is")
        return row


def _duration_ms(record: AnswerRecord) -> int:
    return round(record.duration_s * 1000)


def _counted(state_before: str) -> dict[str, int]:
    return {
        "new_cards": int(state_before == State.NEW),
        "reviews": int(state_before == State.REVIEW),
    }
