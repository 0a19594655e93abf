"""Topics that learners confuse with others, so that a session can ask them in turn.

Revision: 0003; follows 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("topic", sa.Column("confused_with", sa.Text(), nullable=True))
    # The built-in content is read once more, so that its topics learn it.
    op.execute("DELETE FROM setting WHERE name LIKE 'content_hash:%'")


def downgrade() -> None:
    op.drop_column("topic", "confused_with")
