"""Due days that a passed exercise moved: an act in the log, done by the answer that it follows and undone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.domain.act import ActKind
from quizzer.domain.card import CardId
from quizzer.domain.credit import Credit, PastCredit
from quizzer.domain.memory import StudyDay
from quizzer.storage.acts import ActRows
from quizzer.storage.rows import from_json, to_json
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from quizzer.domain.card import ExerciseId
    from quizzer.domain.review import ReviewId
    from quizzer.storage.acts import Change

MOVE_DUE = """
UPDATE card_state SET interval_days = interval_days + :days, due_on = due_on + :days
WHERE card_key = (SELECT c.key FROM card c WHERE c.id = :card_id)
 AND repetitions = :repetitions AND state = 'review' AND interval_days + :days > 0
"""

LOWEST_ACT = "SELECT COALESCE(MIN(id), 1) FROM act_log"

BRING_ACT = """
INSERT INTO act_log (id, kind, acted_at_ms, after_review_id, changes)
VALUES (:id, :kind, :acted_at_ms, :after_review_id, :changes)
"""

CREDITS = "SELECT acted_at_ms, changes FROM act_log WHERE kind = 'credit' ORDER BY id"

_ASPECT = "credit"


class CreditRows(ActRows):
    """Putting cards off, and why a card was."""

    def credit(
        self, exercise: ExerciseId, moves: Iterable[Credit], *, after: ReviewId, at: datetime, on: StudyDay
    ) -> tuple[CardId, ...]:
        """Let cards be due later because of the answer ``after``; those that are. One answered since is left alone."""
        moved = [move for move in moves if self._move_due(move, days=move.due_after - move.due_before)]
        if moved:
            changes = [(_ASPECT, move.card_id, [exercise, on, *move[1:]]) for move in moved]
            self._log_act(ActKind.CREDIT, changes, at=at, after=after)
        return tuple(move.card_id for move in moved)

    def credits_of(self, card_id: CardId) -> tuple[PastCredit, ...]:
        """Every time that the card was put off, oldest first."""
        return tuple(past for card, past in self.past_credits() if card == card_id)

    def past_credits(self) -> Iterator[tuple[CardId, PastCredit]]:
        """Each card that was put off, each time, oldest first."""
        for exercise, at, on, move in self._credits():
            days = StudyDay(move.due_before), StudyDay(move.due_after)
            yield move.card_id, PastCredit(exercise, at, on, *days, repetitions=move.repetitions)

    def bring_credits(
        self, arrived: Iterable[tuple[CardId, PastCredit]], *, reviews: Mapping[datetime, int], never: int
    ) -> None:
        """Log what put cards off elsewhere; their due days have come with them.

        ``reviews`` are those that came along, by their times: undone, one takes back what it did. For the others it is
        as if they stood at the review ``never``, to which no undo comes.
        """
        acts: dict[tuple[int, datetime], list[Change]] = {}
        for card, past in arrived:
            after = reviews.get(past.passed_at, never)
            numbers = (past.passed_on, past.repetitions, past.due_before, past.due_after)
            acts.setdefault((after, past.passed_at), []).append((_ASPECT, card, [past.exercise, *numbers]))
        # Before all that the log holds, as the answers: the newest act must be one that was done here.
        first_id = self._connection.value(LOWEST_ACT) - len(acts)
        for number, ((after, at), changes) in enumerate(sorted(acts.items(), key=lambda one: one[0])):
            self._connection.run(
                BRING_ACT,
                id=first_id + number,
                kind=ActKind.CREDIT.value,
                acted_at_ms=to_ms(at),
                after_review_id=after,
                changes=to_json(changes),
            )

    def credited_days(self) -> dict[tuple[CardId, int], int]:
        """By how many days each card, at so many repetitions, was put off in all."""
        days: dict[tuple[CardId, int], int] = {}
        for _, _, _, move in self._credits():
            key = (move.card_id, move.repetitions)
            days[key] = days.get(key, 0) + move.due_after - move.due_before
        return days

    def _credits(self) -> Iterator[tuple[ExerciseId, datetime, StudyDay, Credit]]:
        for acted_at_ms, changes in self._connection.each(CREDITS):
            for _, card_id, (exercise, on, *numbers) in from_json(changes):
                yield exercise, from_ms(acted_at_ms), on, Credit(card_id, *numbers)

    def _set(self, aspect: str, target: str, value: Any) -> None:
        if aspect != _ASPECT:
            super()._set(aspect, target, value)
            return
        move = Credit(CardId(target), *value[2:])
        self._move_due(move, days=move.due_before - move.due_after)

    def _move_due(self, move: Credit, *, days: int) -> int:
        # By a difference, and only at the same answer: rescheduling may have moved the card meanwhile.
        return self._connection.run(MOVE_DUE, card_id=move.card_id, repetitions=move.repetitions, days=days)
