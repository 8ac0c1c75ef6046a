"""What staff change in mid-campaign."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0006"
down_revision = "0005"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("author", BIG, nullable=False),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("applied_at", UTCDateTime),
        sa.Column("withdrawn_at", UTCDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_index("ix_changes_campaign", "changes", ["campaign"])
