"""The tables, declared once: a new database is built from here, and migrations are compared with it.

Units: ``*_at_ms`` is milliseconds since 1970 in UTC, ``*_on`` a study day (``date.toordinal()``), ``*_days`` whole
days, ``*_ms`` milliseconds, stability in days; texts in several languages and whole objects are JSON. Ids that
authors chose are text; ``card.key`` is a short local number that keeps states, log and indices small.

``card`` holds what is shown; ``card_state`` where a card stands: its place in the curriculum, written by a sync,
its schedule, written by an answer, and whether the learner wants to see it. They share a row because the queue asks
for all of it at once, and one narrow indexed table finds the first card among 100,000. Nothing here is imported to
study (see ``quizzer.storage.connection``).
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


def _partial_index(name: str, *columns: Column[int], where: str) -> Index:
    condition = text(where)
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


deck = Table(
    "deck",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("origin", Text),
)

topic = Table(
    "topic",
    metadata,
    Column("deck_id", Text, ForeignKey("deck.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("requires", Text, nullable=False),
    Column("confused_with", Text),
)

# The distinct sets of topics that cards wait for: few, so that a locked set is one number in the queue's index.
requirement = Table(
    "requirement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("topics", Text, nullable=False, unique=True),
)

# What cards are counted by, the distinct decks, topics and kinds together: few, so that statistics of any number of
# answers are grouped by one number.
place = Table(
    "place",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("deck_id", Text, nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    UniqueConstraint("deck_id", "topic_id", "kind"),
)

card = Table(
    "card",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("note_id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("exercise_id", Text, index=True),
    Column("added_at_ms", BigInteger, nullable=False),
    Column("changed_at_ms", BigInteger, nullable=False),
    Column("content", Text, nullable=False),
)

# What a search looks into, derived from ``card.content``: what a learner reads of the card in any language, folded.
card_text = Table(
    "card_text",
    metadata,
    Column("card_key", Integer, ForeignKey("card.key", ondelete="CASCADE"), primary_key=True),
    Column("folded", Text, nullable=False),
)

# ``own`` tells the learner's tags, which no sync touches, from the author's.
card_tag = Table(
    "card_tag",
    metadata,
    Column("tag", Text, nullable=False),
    Column("card_key", Integer, ForeignKey("card.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("own", Boolean, nullable=False),
    PrimaryKeyConstraint("tag", "card_key", "own"),
)

# What the learner wrote to a card; a sync never touches it.
remark = Table(
    "remark",
    metadata,
    Column("card_key", Integer, ForeignKey("card.key", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("changed_at_ms", BigInteger, nullable=False),
)

_SCHEDULE_IS_WHOLE = """
CASE state
WHEN 'new' THEN stability IS NULL AND difficulty IS NULL AND reviewed_at_ms IS NULL AND reviewed_on IS NULL
 AND step IS NULL AND due_at_ms IS NULL AND interval_days IS NULL AND due_on IS NULL
WHEN 'review' THEN stability IS NOT NULL AND difficulty IS NOT NULL AND reviewed_at_ms IS NOT NULL
 AND reviewed_on IS NOT NULL AND step IS NULL AND due_at_ms IS NULL
 AND interval_days IS NOT NULL AND due_on IS NOT NULL
ELSE stability IS NOT NULL AND difficulty IS NOT NULL AND reviewed_at_ms IS NOT NULL
 AND reviewed_on IS NOT NULL AND step IS NOT NULL AND due_at_ms IS NOT NULL
 AND interval_days IS NULL AND due_on IS NULL
END
""".strip()

card_state = Table(
    "card_state",
    metadata,
    Column("card_key", Integer, ForeignKey("card.key", ondelete="CASCADE"), primary_key=True),
    Column("deck_id", Text, ForeignKey("deck.id"), nullable=False),
    Column("topic_id", Text, nullable=False),
    Column("requirement_id", Integer, ForeignKey("requirement.id"), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("flag", Integer, nullable=False),
    # Whether the card may be asked at all; every index of the queue leaves the others out.
    Column("active", Boolean, Computed("NOT retired AND NOT suspended", persisted=True), nullable=False),
    Column("state", Text, nullable=False),
    Column("repetitions", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("stability", Double),
    Column("difficulty", Double),
    Column("step", Integer),
    Column("interval_days", Integer),
    Column("due_at_ms", BigInteger),
    Column("due_on", Integer),
    Column("reviewed_at_ms", BigInteger),
    Column("reviewed_on", Integer),
    # Every card has one, as of its deck, topic and kind; a migration could only add a column that may be NULL.
    Column("place_id", Integer),
    CheckConstraint("state IN ('new', 'learning', 'review', 'relearning')", name="state"),
    CheckConstraint(_SCHEDULE_IS_WHOLE, name="schedule"),
    CheckConstraint("flag BETWEEN 0 AND 7", name="flag"),
)
_state = card_state.c
_partial_index(
    "ix_card_state_new",
    _state.position,
    _state.requirement_id,
    _state.deck_id,
    where="active AND state = 'new'",
)
_partial_index("ix_card_state_learning", _state.due_at_ms, where="active AND due_at_ms IS NOT NULL")
_partial_index(
    "ix_card_state_review",
    _state.due_on,
    _state.card_key,
    _state.deck_id,
    where="active AND due_on IS NOT NULL",
)
_partial_index("ix_card_state_topic", _state.topic_id, _state.state, where="active")
_partial_index("ix_card_state_suspended", _state.position, where="suspended")
_partial_index("ix_card_state_flag", _state.flag, _state.position, where="flag > 0")
Index("ix_card_state_deck", _state.deck_id)

review_log = Table(
    "review_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("card_key", Integer, ForeignKey("card.key"), nullable=False),
    Column("rating", Integer, nullable=False),
    Column("state_before", Text, nullable=False),
    Column("answered_at_ms", BigInteger, nullable=False),
    Column("answered_on", Integer, nullable=False),
    Column("interval_s", Double, nullable=False),
    Column("elapsed_days", Integer, nullable=False),
    Column("scheduled_days", Integer, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    Column("correct", Boolean),
    Column("hints", Integer, nullable=False),
    Column("clock_went_back", Boolean, nullable=False),
    Column("progress_before", Text, nullable=False),
    Column("progress_after", Text, nullable=False),
    # That of ``progress_before``, so that statistics need not read it; NULL unless the card was in review.
    Column("interval_before", Integer),
    CheckConstraint("rating BETWEEN 1 AND 4", name="rating"),
)
_log = review_log.c
# All that is counted of an answer, by day and by card: statistics read no row of the log itself, and find the cards
# of many answers one after the other.
_counted = (_log.state_before, _log.rating, _log.interval_before, _log.duration_ms)
Index("ix_review_log_day", _log.answered_on, *_counted, _log.card_key)
Index("ix_review_log_card", _log.card_key, _log.answered_on, *_counted)
_partial_index("ix_review_log_mistake", _log.card_key, where="""rating = 1 AND progress_after LIKE '%"mistake":%'""")

# What a learner did to cards beside answering them, so that an undo can take it back. after_review_id: the newest
# review when it was done, 0 if none; the two logs are one sequence, without trusting the clock.
act_log = Table(
    "act_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("acted_at_ms", BigInteger, nullable=False),
    Column("after_review_id", Integer, nullable=False),
    Column("changes", Text, nullable=False),
)

daily_count = Table(
    "daily_count",
    metadata,
    Column("study_day", Integer, primary_key=True, autoincrement=False),
    Column("new_cards", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("duration_ms", BigInteger, nullable=False),
)

buried_note = Table(
    "buried_note",
    metadata,
    Column("note_id", Text, primary_key=True),
    Column("until_on", Integer, nullable=False),
)

exercise_version = Table(
    "exercise_version",
    metadata,
    Column("exercise_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("added_at_ms", BigInteger, nullable=False),
    Column("content", Text, nullable=False),
    PrimaryKeyConstraint("exercise_id", "version"),
)

exercise = Table(
    "exercise",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("difficulty", Integer, nullable=False),
    Column("topics", Text, nullable=False),
    Column("max_score", Double, nullable=False),
    ForeignKeyConstraint(["id", "version"], ["exercise_version.exercise_id", "exercise_version.version"]),
)

# after_review_id: the newest review of the exercise's cards when this was judged, 0 if none. It counts the failed
# runs since a review without trusting the clock, and without a foreign key, because an undo removes reviews.
submission = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("exercise_id", Text, nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("path", Text),
    Column("verdict", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("max_score", Double, nullable=False),
    Column("graded_at_ms", BigInteger, nullable=False),
    Column("after_review_id", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("result", Text, nullable=False),
    ForeignKeyConstraint(["exercise_id", "version"], ["exercise_version.exercise_id", "exercise_version.version"]),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Alembic's own table, as Alembic makes it; outside ``metadata``, so that comparisons leave it alone.
alembic_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
