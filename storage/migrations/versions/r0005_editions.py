"""Editions of plans."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0005"
down_revision = "0004"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "editions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("author", BIG, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("doubts", sa.JSON, nullable=False),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("published_at", UTCDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_editions"),
    )
    op.create_index("ix_editions_campaign", "editions", ["campaign"])
