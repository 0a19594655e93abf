"""The first schema: content, schedules, the review log, exercises and their submissions.

Revision: 0001; follows none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SCHEDULE_IS_WHOLE = """
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

TABLES = (
    "setting",
    "submission",
    "exercise",
    "exercise_version",
    "daily_count",
    "review_log",
    "buried_note",
    "card_state",
    "card",
    "requirement",
    "topic",
    "deck",
)


def upgrade() -> None:
    _create_content()
    _create_states()
    _create_log()
    _create_exercises()
    _create_submissions()
    _create_settings()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _create_content() -> None:
    op.create_table(
        "deck",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deck")),
        sa.UniqueConstraint("position", name=op.f("uq_deck_position")),
    )
    op.create_table(
        "topic",
        sa.Column("deck_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("requires", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deck_id"], ["deck.id"], name=op.f("fk_topic_deck_id_deck"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("deck_id", "id", name=op.f("pk_topic")),
    )
    op.create_table(
        "requirement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement")),
        sa.UniqueConstraint("topics", name=op.f("uq_requirement_topics")),
    )
    op.create_table(
        "card",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=True),
        sa.Column("added_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("changed_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_card")),
        sa.UniqueConstraint("id", name=op.f("uq_card_id")),
    )
    op.create_index(op.f("ix_card_exercise_id"), "card", ["exercise_id"])
    op.create_index(op.f("ix_card_note_id"), "card", ["note_id"])


def _create_states() -> None:
    op.create_table(
        "card_state",
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("deck_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("stability", sa.Double(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("interval_days", sa.Integer(), nullable=True),
        sa.Column("due_at_ms", sa.BigInteger(), nullable=True),
        sa.Column("due_on", sa.Integer(), nullable=True),
        sa.Column("reviewed_at_ms", sa.BigInteger(), nullable=True),
        sa.Column("reviewed_on", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'learning', 'review', 'relearning')", name=op.f("ck_card_state_state")),
        sa.CheckConstraint(SCHEDULE_IS_WHOLE, name=op.f("ck_card_state_schedule")),
        sa.ForeignKeyConstraint(
            ["card_key"], ["card.key"], name=op.f("fk_card_state_card_key_card"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["deck_id"], ["deck.id"], name=op.f("fk_card_state_deck_id_deck")),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_card_state_requirement_id_requirement")
        ),
        sa.PrimaryKeyConstraint("card_key", name=op.f("pk_card_state")),
    )
    op.create_index(op.f("ix_card_state_deck"), "card_state", ["deck_id"])
    _partial_index("ix_card_state_learning", ["due_at_ms"], where="active AND due_at_ms IS NOT NULL")
    _partial_index("ix_card_state_new", ["position", "requirement_id", "deck_id"], where="active AND state = 'new'")
    _partial_index("ix_card_state_review", ["due_on", "card_key", "deck_id"], where="active AND due_on IS NOT NULL")
    _partial_index("ix_card_state_topic", ["topic_id", "state"], where="active")
    op.create_table(
        "buried_note",
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_buried_note")),
    )


def _create_log() -> None:
    op.create_table(
        "review_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("state_before", sa.Text(), nullable=False),
        sa.Column("answered_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("answered_on", sa.Integer(), nullable=False),
        sa.Column("interval_s", sa.Double(), nullable=False),
        sa.Column("elapsed_days", sa.Integer(), nullable=False),
        sa.Column("scheduled_days", sa.Integer(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=True),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("clock_went_back", sa.Boolean(), nullable=False),
        sa.Column("progress_before", sa.Text(), nullable=False),
        sa.Column("progress_after", sa.Text(), nullable=False),
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name=op.f("ck_review_log_rating")),
        sa.ForeignKeyConstraint(["card_key"], ["card.key"], name=op.f("fk_review_log_card_key_card")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_log")),
    )
    op.create_index(op.f("ix_review_log_answered_on"), "review_log", ["answered_on"])
    op.create_index(op.f("ix_review_log_card_key"), "review_log", ["card_key"])
    op.create_table(
        "daily_count",
        sa.Column("study_day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("new_cards", sa.Integer(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("duration_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("study_day", name=op.f("pk_daily_count")),
    )


def _create_exercises() -> None:
    op.create_table(
        "exercise_version",
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("added_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("exercise_id", "version", name=op.f("pk_exercise_version")),
    )
    op.create_table(
        "exercise",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("difficulty", sa.Integer(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("max_score", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id", "version"],
            ["exercise_version.exercise_id", "exercise_version.version"],
            name=op.f("fk_exercise_id_version_exercise_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise")),
    )


def _create_submissions() -> None:
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("max_score", sa.Double(), nullable=False),
        sa.Column("graded_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("after_review_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id", "version"],
            ["exercise_version.exercise_id", "exercise_version.version"],
            name=op.f("fk_submission_exercise_id_version_exercise_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_exercise_id"), "submission", ["exercise_id"])


def _create_settings() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )


def _partial_index(name: str, columns: list[str], *, where: str) -> None:
    condition = sa.text(where)
    op.create_index(op.f(name), "card_state", columns, sqlite_where=condition, postgresql_where=condition)
