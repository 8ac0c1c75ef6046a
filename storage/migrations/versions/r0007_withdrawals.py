"""Which message reminded a group, so that it can be taken back before it is sent."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the column."""
    op.add_column("reminded", sa.Column("broadcast_id", BIG))
