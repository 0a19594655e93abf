"""What may be shown today, as a few hundred small rows out of any number of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.domain.candidate import Candidate, Candidates, ReviewOrder, Work
from quizzer.domain.memory import State
from quizzer.storage.rows import Rows, from_json
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from quizzer.domain.card import DeckId, TopicId
    from quizzer.domain.memory import StudyDay
    from quizzer.storage.search_sql import Condition

_COLUMNS = """
SELECT c.id, c.note_id, s.deck_id, s.topic_id, s.requirement_id, s.state, s.due_at_ms, s.due_on,
 s.interval_days, s.position, s.difficulty
FROM card_state s JOIN card c ON c.key = s.card_key
"""

_WANTED = """
 AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
 AND c.note_id NOT IN (SELECT b.note_id FROM buried_note b WHERE b.until_on > :today)
"""

LEARNING = f"""{_COLUMNS}
WHERE s.active AND s.due_at_ms IS NOT NULL
 AND (s.due_at_ms < :before_ms OR s.reviewed_at_ms > :now_ms) {_WANTED}
ORDER BY s.due_at_ms, s.card_key LIMIT :limit
"""

REVIEWS = f"""{_COLUMNS}
WHERE s.active AND s.due_on <= :due_by {_WANTED}
ORDER BY s.due_on, s.card_key LIMIT :limit
"""

# What the scheduler would ask first must be among the rows that it gets. Of those due only the latest are looked at, so
# that years of arrears cost no more than some weeks of them; the join is there for conditions on the card.
_EASIEST = """
SELECT card_key FROM (
 SELECT s.card_key, s.difficulty, s.due_on, s.interval_days
 FROM card_state s LEFT JOIN card c ON c.key = s.card_key
 WHERE s.active AND s.due_on <= :due_by AND (CAST(:deck AS TEXT) IS NULL OR s.deck_id = :deck)
  AND s.card_key NOT IN (
   SELECT k.key FROM card k JOIN buried_note b ON b.note_id = k.note_id WHERE b.until_on > :today
  )
 ORDER BY s.due_on DESC LIMIT :latest
)
ORDER BY CAST(difficulty AS INTEGER), (due_on - :today) * 1.0 / COALESCE(NULLIF(interval_days, 0), 1), card_key
LIMIT :limit
"""
LATEST = 2000
EASIEST_REVIEWS = f"{_COLUMNS} WHERE s.card_key IN ({_EASIEST})"

NEW = f"""{_COLUMNS}
WHERE s.active AND s.state = 'new' {_WANTED}
ORDER BY s.position LIMIT :limit
"""

NEW_UNLOCKED = f"""{_COLUMNS}
WHERE s.active AND s.state = 'new' AND s.requirement_id NOT IN (%s) {_WANTED}
ORDER BY s.position LIMIT :limit
"""

# The weakest memory first: longest ago, in stabilities; then what was never answered. Code is graded, not rehearsed.
REHEARSAL = f"""{_COLUMNS}
WHERE s.active AND c.exercise_id IS NULL {_WANTED}
ORDER BY s.stability IS NULL, (s.reviewed_on - :today) / s.stability, s.position LIMIT :limit
"""

_OF_WORK = {
    Work.ALL: "",
    Work.CARDS: " AND c.exercise_id IS NULL",
    Work.CODE: " AND c.exercise_id IS NOT NULL",
}

REQUIREMENTS = "SELECT id, topics FROM requirement"

# By topic and through its index: counting every card of a large collection would take most of a start.
TOPIC_STATES = "SELECT state, COUNT(*) FROM card_state WHERE active AND topic_id = :topic GROUP BY state"

EXERCISE_STATES = """
SELECT topic_id, state, COUNT(*) FROM card_state
WHERE active AND card_key IN (SELECT key FROM card WHERE exercise_id IS NOT NULL) GROUP BY topic_id, state
"""

ALL_TOPICS = "SELECT id FROM topic UNION SELECT topic_id FROM card_state WHERE active GROUP BY topic_id"

CONFUSABLE = "SELECT id, confused_with FROM topic WHERE confused_with IS NOT NULL"

NOTES_OF_DAY = """
SELECT DISTINCT c.note_id FROM review_log l JOIN card c ON c.key = l.card_key WHERE l.answered_on = :today
"""


class QueueRows(Rows):
    """What the scheduler needs to arrange a session."""

    def candidates(
        self,
        *,
        now: datetime,
        today: StudyDay,
        next_rollover_at: datetime,
        deck: DeckId | None = None,
        limit: int,
        ahead_days: int = 0,
        where: Condition | None = None,
        work: Work = Work.ALL,
        first: ReviewOrder = ReviewOrder.EASIEST,
    ) -> Candidates:
        """The cards that may be shown today, at most ``limit`` of each kind; see Candidates.

        ``ahead_days`` takes in reviews of so many days to come; ``where`` and ``work`` leave all other cards out;
        ``first`` says which of the reviews are offered where there are more.
        """
        requirements = self._requirements()
        known = self._known_among({topic for topics in requirements.values() for topic in topics})
        wanted = {"deck": deck, "today": today, "limit": limit, **(where.values if where else {})}
        before_ms, rows = to_ms(next_rollover_at), self._connection.each
        learning = rows(_only(LEARNING, where, work), now_ms=to_ms(now), before_ms=before_ms, **wanted)
        # Ahead of time the latest are the days to come: what is due already must not be left out for them.
        statement = REVIEWS if first is ReviewOrder.OVERDUE or ahead_days else EASIEST_REVIEWS
        due = {"due_by": today + ahead_days, "latest": max(LATEST, limit), **wanted}
        reviews = rows(_only(statement, where, work), **due)
        locked = [key for key, topics in requirements.items() if not known.issuperset(topics)]
        new = rows(_only(_new_unlocked(locked), where, work), **wanted)
        answered = rows(NOTES_OF_DAY, today=today)
        return Candidates(
            learning=tuple(_candidate(row, requirements) for row in learning),
            reviews=tuple(_candidate(row, requirements) for row in reviews),
            new=tuple(_candidate(row, requirements) for row in new),
            answered_today=frozenset(note for (note,) in answered),
            known_topics=known,
            confusable=self._confusable(),
        )

    def rehearsal(
        self, *, today: StudyDay, deck: DeckId | None = None, limit: int, where: Condition | None = None
    ) -> tuple[Candidate, ...]:
        """Cards due or not, the weakest first, none that is retired, suspended, buried or answered by code."""
        values = {"deck": deck, "today": today, "limit": limit, **(where.values if where else {})}
        requirements = self._requirements()
        rows = self._connection.each(_only(REHEARSAL, where), **values)
        return tuple(_candidate(row, requirements) for row in rows)

    def known_topics(self) -> frozenset[TopicId]:
        """Topics of which half of the active cards have graduated, and those that no active card can teach.

        An exercise's card teaches none.
        """
        required = {topic for topics in self._requirements().values() for topic in topics}
        return self._known_among(required | {row[0] for row in self._connection.rows(ALL_TOPICS)})

    def _known_among(self, topics: Iterable[TopicId]) -> frozenset[TopicId]:
        exercises = {(topic, state): count for topic, state, count in self._connection.each(EXERCISE_STATES)}
        return frozenset(topic for topic in topics if self._is_known(topic, exercises))

    def _is_known(self, topic: TopicId, exercises: Mapping[tuple[str, str], int]) -> bool:
        """Whether half of the topic's active cards have graduated: asking for all would let one leech lock the rest.

        Exercises do not count: they wait for the topic themselves.
        """
        states = self._connection.each(TOPIC_STATES, topic=topic)
        cards: dict[str, int] = {state: count - exercises.get((topic, state), 0) for state, count in states}
        graduated = cards.get(State.REVIEW, 0) + cards.get(State.RELEARNING, 0)
        return 2 * graduated >= sum(cards.values())

    def _confusable(self) -> tuple[tuple[TopicId, TopicId], ...]:
        rows = self._connection.rows(CONFUSABLE)
        return tuple((row["id"], other) for row in rows for other in from_json(row["confused_with"]))

    def _requirements(self) -> dict[int, tuple[TopicId, ...]]:
        return {row["id"]: tuple(from_json(row["topics"])) for row in self._connection.rows(REQUIREMENTS)}


def _only(statement: str, where: Condition | None, work: Work = Work.ALL) -> str:
    more = _OF_WORK[work] + ("" if where is None else f" AND {where.sql}")
    return statement.replace("ORDER BY", f"{more} ORDER BY", 1) if more else statement


def _new_unlocked(locked: list[int]) -> str:
    # Numbers of our own table are written into the statement: a list has no portable parameter.
    return NEW_UNLOCKED % ", ".join(str(int(key)) for key in locked) if locked else NEW


def _candidate(row: tuple[Any, ...], requirements: Mapping[int, tuple[TopicId, ...]]) -> Candidate:
    card_id, note, deck, topic, requirement, state, due_at_ms, due_on, interval_days, position, difficulty = row
    return Candidate(
        card_id=card_id,
        note=note,
        deck=deck,
        topic=topic,
        requires=requirements[requirement],
        state=State(state),
        due_at=None if due_at_ms is None else from_ms(due_at_ms),
        due_on=due_on,
        interval_days=interval_days or 0,
        position=position,
        difficulty=difficulty or 0.0,
    )
