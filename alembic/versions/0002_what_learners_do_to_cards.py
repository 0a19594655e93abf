"""What learners do to cards: suspend, flag, tag, remark; the log of it; the text that a search looks into.

Revision: 0002; follows 0001.
"""

import json
import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
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

PLACE = ("card_key", "deck_id", "topic_id", "requirement_id", "position")
SCHEDULE = (
    *("state", "repetitions", "lapses", "stability", "difficulty", "step", "interval_days"),
    *("due_at_ms", "due_on", "reviewed_at_ms", "reviewed_on"),
)

INDICES = (
    *("ix_card_state_deck", "ix_card_state_learning", "ix_card_state_new"),
    *("ix_card_state_review", "ix_card_state_topic"),
)

BATCH = 1000
CLOZE = re.compile(r"\{\{c\d+::(.*?)\}\}(?!\})", re.DOTALL)
NOT_READ = frozenset({"answer_type"})


def upgrade() -> None:
    op.add_column("deck", sa.Column("origin", sa.Text(), nullable=True))
    _move_states_aside()
    _create_states(
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("flag", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), sa.Computed("NOT retired AND NOT suspended", persisted=True), nullable=False),
        constraint=sa.CheckConstraint("flag BETWEEN 0 AND 7", name=op.f("ck_card_state_flag")),
    )
    _copy_states(into=("retired", "suspended", "flag"), values=("NOT active", "FALSE", "0"))
    _index_states()
    _partial_index("ix_card_state_suspended", ["position"], where="suspended")
    _partial_index("ix_card_state_flag", ["flag", "position"], where="flag > 0")
    _create_learners_tables()
    _fill_from_cards()
    # The built-in content is read once more, so that its decks learn where they come from.
    op.execute("DELETE FROM setting WHERE name LIKE 'content_hash:%'")


def downgrade() -> None:
    for table in ("act_log", "remark", "card_tag", "card_text"):
        op.drop_table(table)
    for index in ("ix_card_state_suspended", "ix_card_state_flag"):
        op.drop_index(index, "card_state")
    _move_states_aside()
    _create_states(sa.Column("active", sa.Boolean(), nullable=False))
    _copy_states(into=("active",), values=("NOT retired",))
    _index_states()
    op.drop_column("deck", "origin")


def _move_states_aside() -> None:
    # Nothing refers to card_state, so the old table can wait beside the new one.
    for index in INDICES:
        op.drop_index(index, "card_state")
    op.rename_table("card_state", "old_card_state")


def _create_states(*wanted: sa.Column, constraint: sa.CheckConstraint | None = None) -> None:
    op.create_table(
        "card_state",
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("deck_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        *wanted,
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
        *([] if constraint is None else [constraint]),
        sa.ForeignKeyConstraint(
            ["card_key"], ["card.key"], name=op.f("fk_card_state_card_key_card"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["deck_id"], ["deck.id"], name=op.f("fk_card_state_deck_id_deck")),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_card_state_requirement_id_requirement")
        ),
        sa.PrimaryKeyConstraint("card_key", name=op.f("pk_card_state")),
    )


def _copy_states(*, into: tuple[str, ...], values: tuple[str, ...]) -> None:
    columns, sources = ", ".join((*PLACE, *into, *SCHEDULE)), ", ".join((*PLACE, *values, *SCHEDULE))
    op.execute(f"INSERT INTO card_state ({columns}) SELECT {sources} FROM old_card_state")  # noqa: S608 - names of this file
    op.drop_table("old_card_state")


def _index_states() -> None:
    op.create_index(op.f("ix_card_state_deck"), "card_state", ["deck_id"])
    _partial_index("ix_card_state_learning", ["due_at_ms"], where="active AND due_at_ms IS NOT NULL")
    _partial_index("ix_card_state_new", ["position", "requirement_id", "deck_id"], where="active AND state = 'new'")
    _partial_index("ix_card_state_review", ["due_on", "card_key", "deck_id"], where="active AND due_on IS NOT NULL")
    _partial_index("ix_card_state_topic", ["topic_id", "state"], where="active")


def _create_learners_tables() -> None:
    op.create_table(
        "card_text",
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_key"], ["card.key"], name=op.f("fk_card_text_card_key_card"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("card_key", name=op.f("pk_card_text")),
    )
    op.create_table(
        "card_tag",
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["card_key"], ["card.key"], name=op.f("fk_card_tag_card_key_card"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("tag", "card_key", "own", name=op.f("pk_card_tag")),
    )
    op.create_index(op.f("ix_card_tag_card_key"), "card_tag", ["card_key"])
    op.create_table(
        "remark",
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("changed_at_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["card_key"], ["card.key"], name=op.f("fk_remark_card_key_card"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("card_key", name=op.f("pk_remark")),
    )
    op.create_table(
        "act_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("acted_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("after_review_id", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act_log")),
    )


def _fill_from_cards() -> None:
    connection = op.get_bind()
    last = -1
    while rows := connection.execute(
        sa.text("SELECT key, content FROM card WHERE key > :last ORDER BY key LIMIT :batch"),
        {"last": last, "batch": BATCH},
    ).all():
        last = rows[-1].key
        cards = [(row.key, json.loads(row.content)) for row in rows]
        connection.execute(
            sa.text("INSERT INTO card_text (card_key, folded) VALUES (:key, :folded)"),
            [{"key": key, "folded": _folded(content)} for key, content in cards],
        )
        tags = [{"tag": tag, "key": key} for key, content in cards for tag in dict.fromkeys(content.get("tags", ()))]
        if tags:
            connection.execute(sa.text("INSERT INTO card_tag (tag, card_key, own) VALUES (:tag, :key, FALSE)"), tags)


def _folded(content: dict) -> str:
    """As ``quizzer.domain.card_text`` did when this was written; a test compares the two."""
    parts = [part for name in ("body", "why", "source") for part in _texts(content.get(name))]
    return unicodedata.normalize("NFKC", CLOZE.sub(r"\1", "\n".join(parts))).casefold()


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for name, part in value.items() if name not in NOT_READ for text in _texts(part)]
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else []


def _partial_index(name: str, columns: list[str], *, where: str) -> None:
    condition = sa.text(where)
    op.create_index(op.f(name), "card_state", columns, sqlite_where=condition, postgresql_where=condition)
