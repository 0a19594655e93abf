"""Numbers about the past and the days to come, and the rows that statistics count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import ReviewId, ReviewRow
from quizzer.domain.statistics import BUTTONS, MATURE_DAYS, CardStanding, LoggedMistake, Phase
from quizzer.storage.rows import Rows
from quizzer.storage.schedule_columns import logged_interval_days, logged_mistake
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from quizzer.domain.card import DeckId
    from quizzer.domain.statistics import LoggedAnswer

REVIEW_ROWS = """
SELECT l.id, c.id AS card_id, s.deck_id, l.rating, l.state_before, l.answered_at_ms, l.answered_on,
 l.elapsed_days, l.scheduled_days, l.duration_ms
FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = l.card_key
WHERE l.answered_on >= :since ORDER BY l.id
"""

STATES = """
SELECT state, COUNT(*) FROM card_state
WHERE active AND (CAST(:deck AS TEXT) IS NULL OR deck_id = :deck) GROUP BY state
"""

DUE_NOW = """
SELECT COUNT(*) FROM card_state s
WHERE s.active AND s.due_at_ms <= :now_ms AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
"""

DUE_BY_DAY = """
SELECT CASE WHEN s.due_on < :today THEN :today ELSE s.due_on END AS due_day, COUNT(*) FROM card_state s
WHERE s.active AND s.due_on <= :last AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
GROUP BY due_day
"""

# The interval that a card had is in what the log kept of it; only reviews have one.
ANSWERS = """
SELECT l.answered_on, l.card_key, l.rating, l.state_before, l.duration_ms,
 CASE WHEN l.state_before = 'review' THEN l.progress_before END AS reviewed
FROM review_log l
WHERE l.answered_on >= :since AND (CAST(:deck AS TEXT) IS NULL
 OR l.card_key IN (SELECT s.card_key FROM card_state s WHERE s.deck_id = :deck))
ORDER BY l.answered_on, l.id
"""

STANDINGS = """
SELECT s.card_key, s.deck_id, s.topic_id, c.kind, s.active, s.state, s.stability, s.difficulty
FROM card_state s JOIN card c ON c.key = s.card_key
WHERE CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck
"""

# Whoever makes a named mistake answers Again. "Right" is what the machine found.
MISTAKES = """
SELECT c.id, s.topic_id, l.answered_on, l.progress_after, EXISTS (
 SELECT 1 FROM review_log r WHERE r.card_key = l.card_key AND r.answered_on > l.answered_on AND r.correct
) AS right_since
FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = l.card_key
WHERE l.rating = 1 AND l.progress_after LIKE '%"mistake":%' AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
ORDER BY l.id
"""

STUDIED_DAYS = "SELECT DISTINCT answered_on FROM review_log"

STUDIED_DAYS_OF_DECK = """
SELECT DISTINCT l.answered_on FROM review_log l JOIN card_state s ON s.card_key = l.card_key
WHERE s.deck_id = :deck
"""

_PHASES = {State.NEW: Phase.NEW, State.LEARNING: Phase.LEARNING, State.RELEARNING: Phase.LEARNING}
# By state and rating as stored. Enums are slow as keys, and there are many answers to look up.
_BUTTONS = {
    (state.value, rating.value): BUTTONS.index((_PHASES.get(state, Phase.YOUNG), rating))
    for state in State
    for rating in Rating
}
_MATURE_BUTTONS = {rating.value: BUTTONS.index((Phase.MATURE, rating)) for rating in Rating}
_KINDS = {kind.value: kind for kind in CardKind}
_STATES = {state.value: state for state in State}


class StatisticsRows(Rows):
    """What statistics are made of; retired cards count in the past, not in the present."""

    def review_rows(self, since: StudyDay) -> tuple[ReviewRow, ...]:
        """The log from the study day ``since`` on, oldest first."""
        return tuple(
            ReviewRow(
                id=ReviewId(row["id"]),
                card_id=row["card_id"],
                deck=row["deck_id"],
                rating=Rating(row["rating"]),
                state=State(row["state_before"]),
                answered_at=from_ms(row["answered_at_ms"]),
                answered_on=StudyDay(row["answered_on"]),
                elapsed_days=row["elapsed_days"],
                scheduled_days=row["scheduled_days"],
                duration_s=row["duration_ms"] / 1000,
            )
            for row in self._connection.rows(REVIEW_ROWS, since=since)
        )

    def state_counts(self, *, deck: DeckId | None = None) -> Mapping[State, int]:
        """How many cards, not retired, stand in each state; every state is there."""
        counts = {row[0]: row[1] for row in self._connection.rows(STATES, deck=deck)}
        return {state: counts.get(state.value, 0) for state in State}

    def due_learning(self, *, now: datetime, deck: DeckId | None = None) -> int:
        """How many cards in learning or relearning are due at this moment."""
        count: int = self._connection.value(DUE_NOW, now_ms=to_ms(now), deck=deck)
        return count

    def forecast(self, *, today: StudyDay, days: int, deck: DeckId | None = None) -> tuple[int, ...]:
        """Reviews due on each of ``days`` study days; the first is today with all that is overdue."""
        rows = self._connection.rows(DUE_BY_DAY, today=today, last=today + days - 1, deck=deck)
        counts = {row[0]: row[1] for row in rows}
        return tuple(counts.get(today + ahead, 0) for ahead in range(days))

    def answers(self, *, since: StudyDay, deck: DeckId | None = None) -> Iterator[LoggedAnswer]:
        """The answers from the study day ``since`` on, day by day, within a day in the order of the log."""
        for on, card, rating, state, duration_ms, reviewed in self._connection.each(ANSWERS, since=since, deck=deck):
            mature = reviewed is not None and logged_interval_days(reviewed) >= MATURE_DAYS
            button = _MATURE_BUTTONS[rating] if mature else _BUTTONS[state, rating]
            yield on, card, button, duration_ms

    def standings(self, *, deck: DeckId | None = None) -> tuple[CardStanding, ...]:
        """Where every card stands, retired ones included."""
        return tuple(
            CardStanding(key, deck_id, topic, _KINDS[kind], bool(active), _STATES[state], stability, difficulty)
            for key, deck_id, topic, kind, active, state, stability, difficulty in self._connection.each(
                STANDINGS, deck=deck
            )
        )

    def mistakes(self, *, deck: DeckId | None = None) -> Iterator[LoggedMistake]:
        """Every answer that stood for a named mistake, oldest first."""
        for card, topic, on, logged, right_since in self._connection.each(MISTAKES, deck=deck):
            name = logged_mistake(logged)
            if name is not None:
                yield LoggedMistake(name, card, topic, on, bool(right_since))

    def studied_days(self, *, deck: DeckId | None = None) -> frozenset[StudyDay]:
        """Every study day with an answer."""
        rows = (
            self._connection.rows(STUDIED_DAYS)
            if deck is None
            else self._connection.rows(STUDIED_DAYS_OF_DECK, deck=deck)
        )
        return frozenset(StudyDay(row[0]) for row in rows)
