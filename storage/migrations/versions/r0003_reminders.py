"""Reminders: what groups were reminded of and how they want it, what people wish in private."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the tables, and the buttons of a broadcast."""
    with op.batch_alter_table("broadcasts") as broadcasts:
        broadcasts.add_column(sa.Column("buttons", sa.JSON))
    _occasions()
    _choices()
    _wishes()


def _occasions() -> None:
    op.create_table(
        "reminder_marks",
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("until", UTCDateTime, nullable=False),
        sa.Column("basis", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("campaign", name="pk_reminder_marks"),
    )
    op.create_table(
        "occasions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_occasions"),
        sa.UniqueConstraint("campaign", "key", name="uq_occasions_campaign"),
    )
    op.create_table(
        "reminded",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("occasion_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "occasion_id", name="pk_reminded"),
        sa.ForeignKeyConstraint(["occasion_id"], ["occasions.id"], name="fk_reminded_occasion_id"),
    )


def _choices() -> None:
    op.create_table(
        "reminder_choices",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("hour", sa.Integer),
        sa.Column("deadline", sa.Boolean, nullable=False),
        sa.Column("start", sa.Boolean, nullable=False),
        sa.Column("peak", sa.Boolean, nullable=False),
        sa.Column("digest", sa.Boolean, nullable=False),
        sa.Column("snoozed_until", UTCDateTime),
        sa.Column("changed_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_reminder_choices"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_reminder_choices_chat_id"),
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("activity", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", UTCDateTime, nullable=False),
        sa.Column("until", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wishes"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_wishes_chat_id"),
    )
    op.create_index("ix_wishes_chat_id", "wishes", ["chat_id"])
    op.create_index("ix_wishes_at", "wishes", ["at"])
