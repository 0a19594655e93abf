"""What statistics count, as columns and indexes: the interval that an answer found, and deck, topic and kind as one.

Revision: 0004; follows 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PLACE = "SELECT {what} FROM card_state s JOIN card c ON c.key = s.card_key"
# As to_log wrote it: compact or not, and nothing before it can hold these characters unescaped.
INTERVAL = """
UPDATE review_log SET interval_before = CAST(
 LTRIM(SUBSTR(progress_before, INSTR(progress_before, '"interval_days":') + 16)) AS INTEGER
) WHERE state_before = 'review' AND INSTR(progress_before, '"interval_days":') > 0
"""
MISTAKE = """rating = 1 AND progress_after LIKE '%"mistake":%'"""


def upgrade() -> None:
    op.add_column("review_log", sa.Column("interval_before", sa.Integer(), nullable=True))
    op.execute(INTERVAL)
    _create_places()
    op.drop_index("ix_review_log_answered_on", "review_log")
    op.drop_index("ix_review_log_card_key", "review_log")
    counted = ["state_before", "rating", "interval_before", "duration_ms"]
    op.create_index(op.f("ix_review_log_day"), "review_log", ["answered_on", *counted, "card_key"])
    op.create_index(op.f("ix_review_log_card"), "review_log", ["card_key", "answered_on", *counted])
    condition = sa.text(MISTAKE)
    op.create_index(
        op.f("ix_review_log_mistake"),
        "review_log",
        ["card_key"],
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    for index in ("ix_review_log_day", "ix_review_log_card", "ix_review_log_mistake"):
        op.drop_index(index, "review_log")
    op.create_index(op.f("ix_review_log_answered_on"), "review_log", ["answered_on"])
    op.create_index(op.f("ix_review_log_card_key"), "review_log", ["card_key"])
    op.drop_column("review_log", "interval_before")
    op.drop_column("card_state", "place_id")
    op.drop_table("place")


def _create_places() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deck_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("deck_id", "topic_id", "kind", name=op.f("uq_place_deck_id_topic_id_kind")),
    )
    op.execute(
        f"INSERT INTO place (deck_id, topic_id, kind) {PLACE.format(what='DISTINCT s.deck_id, s.topic_id, c.kind')}"
    )
    op.add_column("card_state", sa.Column("place_id", sa.Integer(), nullable=True))
    op.execute(
        """
        UPDATE card_state SET place_id = (
         SELECT p.id FROM card c CROSS JOIN place p WHERE c.key = card_state.card_key
         AND p.deck_id = card_state.deck_id AND p.topic_id = card_state.topic_id AND p.kind = c.kind
        )
        """
    )
