"""Numbers about the past and the days to come, and the rows that statistics count."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.review import ReviewId, ReviewRow
from quizzer.domain.statistics import MATURE_DAYS, AnswerCount, LoggedMistake, Place, Repeat, StandingCount
from quizzer.storage.rows import Rows
from quizzer.storage.schedule_columns import logged_mistake
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from quizzer.domain.card import DeckId

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

# Each of these walks an index that holds all it asks of the log (see ``ix_review_log_day``, ``ix_review_log_card``).
ANSWERS_BY_DAY = """
SELECT l.answered_on, l.state_before, l.rating, COUNT(*),
 COUNT(CASE WHEN l.interval_before >= :mature THEN 1 END), SUM(l.duration_ms)
FROM review_log l
WHERE l.answered_on >= :since AND (CAST(:deck AS TEXT) IS NULL
 OR l.card_key IN (SELECT s.card_key FROM card_state s WHERE s.deck_id = :deck))
GROUP BY l.answered_on, l.state_before, l.rating
"""

# One number for a place, a rating, a state, and whether the card was mature: counting them in a dictionary takes less
# time than the sorting that SQLite would group them by.
ANSWERS_WITH_PLACE = """
SELECT s.place_id * 40 + l.rating * 8 + CASE l.state_before WHEN 'new' THEN 0 WHEN 'learning' THEN 1
 WHEN 'relearning' THEN 2 ELSE CASE WHEN l.interval_before >= :mature THEN 4 ELSE 3 END END, l.duration_ms
FROM review_log l JOIN card_state s ON s.card_key = l.card_key
WHERE l.answered_on >= :since AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
"""

# The same card by card: all of the log is gone through, but each card's place is looked up once.
ANSWERS_WITH_PLACE_BY_CARD = f"{ANSWERS_WITH_PLACE.replace('l.answered_on', '+l.answered_on')} ORDER BY l.card_key"

REPEATS = """
SELECT l.answered_on, s.place_id, l.rating, l.interval_before >= :mature
FROM (
 SELECT r.card_key, r.answered_on FROM review_log r WHERE +r.answered_on >= :since
 GROUP BY r.card_key, r.answered_on HAVING COUNT(*) > 1
) AS d
JOIN review_log l ON l.card_key = d.card_key AND l.answered_on = d.answered_on
JOIN card_state s ON s.card_key = l.card_key
WHERE l.state_before = 'review' AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck) AND EXISTS (
 SELECT 1 FROM review_log e WHERE e.card_key = l.card_key AND e.answered_on = l.answered_on AND e.id < l.id
)
"""

PLACES = "SELECT id, deck_id, topic_id, kind FROM place"

STANDINGS = """
SELECT s.place_id, s.active, s.state, COUNT(*) FROM card_state s
WHERE CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck
GROUP BY s.place_id, s.active, s.state
"""

MEMORIES = """
SELECT s.stability, s.difficulty FROM card_state s
WHERE s.active AND s.stability IS NOT NULL AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
"""

# Whoever makes a named mistake answers Again. "Right" is what the machine found.
MISTAKES = """
SELECT c.id, s.topic_id, l.answered_on, l.progress_after, EXISTS (
 SELECT 1 FROM review_log r WHERE r.card_key = l.card_key AND r.answered_on > l.answered_on AND r.correct
) AS right_since
FROM review_log l JOIN card c ON c.key = l.card_key JOIN card_state s ON s.card_key = l.card_key
WHERE l.rating = 1 AND l.progress_after LIKE '%"mistake":%' AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
ORDER BY +l.id
"""

# From each day to the next by the index, however many answers the days have.
STUDIED_DAYS = """
WITH RECURSIVE studied (day) AS (
 SELECT MIN(answered_on) FROM review_log
 UNION ALL
 SELECT (SELECT MIN(l.answered_on) FROM review_log l WHERE l.answered_on > studied.day)
 FROM studied WHERE studied.day IS NOT NULL
)
SELECT day FROM studied WHERE day IS NOT NULL
"""

STUDIED_DAYS_OF_DECK = """
SELECT DISTINCT l.answered_on FROM review_log l JOIN card_state s ON s.card_key = l.card_key
WHERE s.deck_id = :deck
"""

BY_CARD_DAYS = 90
"""The answers of more days than this are many enough to be gone through card by card."""
_KINDS = {kind.value: kind for kind in CardKind}
_STATES = {state.value: state for state in State}
_RATINGS = {rating.value: rating for rating in Rating}
_FOUND = (State.NEW, State.LEARNING, State.RELEARNING, State.REVIEW, State.REVIEW)
_MATURE = 4
"""As ``ANSWERS_WITH_PLACE`` numbers the states; the last is a mature card's."""


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

    def answers_by_day(self, *, since: StudyDay, deck: DeckId | None = None) -> Iterator[tuple[StudyDay, AnswerCount]]:
        """The answers from the study day ``since`` on, those of a day that are alike together."""
        rows = self._connection.each(ANSWERS_BY_DAY, since=since, deck=deck, mature=MATURE_DAYS)
        for on, state, rating, *numbers in rows:
            yield on, AnswerCount(_STATES[state], _RATINGS[rating], *numbers)

    def answers_by_place(
        self, *, since: StudyDay, until: StudyDay, deck: DeckId | None = None
    ) -> Iterator[tuple[int, AnswerCount]]:
        """The answers from the study day ``since`` on, those of a place that are alike together.

        ``until`` is the newest day that has any.
        """
        statement = ANSWERS_WITH_PLACE_BY_CARD if until - since >= BY_CARD_DAYS else ANSWERS_WITH_PLACE
        numbers: dict[int, int] = defaultdict(int)
        spent_ms: dict[int, int] = defaultdict(int)
        for alike, duration_ms in self._connection.each(statement, since=since, deck=deck, mature=MATURE_DAYS):
            numbers[alike] += 1
            spent_ms[alike] += duration_ms
        for alike, number in numbers.items():
            place, button = divmod(alike, 40)
            rating, found = divmod(button, 8)
            mature = number if found == _MATURE else 0
            yield place, AnswerCount(_FOUND[found], _RATINGS[rating], number, mature, spent_ms[alike])

    def repeats(self, *, since: StudyDay, deck: DeckId | None = None) -> Iterator[Repeat]:
        """The answers from the study day ``since`` on to cards in review that had been answered that day already."""
        for on, place, rating, mature in self._connection.each(REPEATS, since=since, deck=deck, mature=MATURE_DAYS):
            yield Repeat(on, place, _RATINGS[rating], bool(mature))

    def places(self) -> dict[int, Place]:
        """What cards are counted by, by number."""
        rows = self._connection.each(PLACES)
        return {number: Place(deck, topic, _KINDS[kind]) for number, deck, topic, kind in rows}

    def standings(self, *, deck: DeckId | None = None) -> Iterator[StandingCount]:
        """Where all cards stand, retired ones included."""
        for place, active, state, number in self._connection.each(STANDINGS, deck=deck):
            yield StandingCount(place, bool(active), _STATES[state], number)

    def memory_figures(self, *, deck: DeckId | None = None) -> Iterator[tuple[float, float]]:
        """Stability and difficulty of every card that has a memory and is not retired."""
        return self._connection.each(MEMORIES, deck=deck)

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
