"""Cooperatives and what they have handed in; registration for activities."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0004"
down_revision = "0003"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the four tables."""
    _ledger()
    _registration()


def _ledger() -> None:
    op.create_table(
        "cooperatives",
        sa.Column("id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("district", sa.String(64), nullable=False),
        sa.Column("chat_id", BIG),
        sa.PrimaryKeyConstraint("id", name="pk_cooperatives"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_cooperatives_chat_id"),
        sa.UniqueConstraint("campaign", "district", "name", name="uq_cooperatives_campaign"),
    )
    op.create_index("ix_cooperatives_chat_id", "cooperatives", ["chat_id"])
    op.create_table(
        "submissions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("cooperative_id", BIG, nullable=False),
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(255)),
        sa.Column("changed_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.ForeignKeyConstraint(
            ["cooperative_id"], ["cooperatives.id"], name="fk_submissions_cooperative_id"
        ),
        sa.UniqueConstraint("cooperative_id", "no", name="uq_submissions_cooperative_id"),
    )


def _registration() -> None:
    op.create_table(
        "openings",
        sa.Column("id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("seats", sa.Integer),
        sa.Column("condition", sa.String(255)),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_openings"),
        sa.UniqueConstraint("campaign", "no", name="uq_openings_campaign"),
    )
    op.create_table(
        "registrations",
        sa.Column("id", BIG, nullable=False),
        sa.Column("opening_id", BIG, nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_registrations"),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["openings.id"], name="fk_registrations_opening_id"
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_registrations_chat_id"),
        sa.UniqueConstraint("opening_id", "user_id", name="uq_registrations_opening_id"),
    )
