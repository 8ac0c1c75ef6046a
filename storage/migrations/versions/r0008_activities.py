"""Numbers of activities that stay. What the ledger has keeps its numbers.

The plan in force says whose they are when the bot next starts (`storage.activities`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "activities",
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("campaign", "no", name="pk_activities"),
    )
