"""Chats, members, updates seen, open conversations, and the question log."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "chats",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("title", sa.String(255), nullable=False),
        sa.Column("campaign", sa.String(64)),
        sa.Column("language", sa.String(2)),
        sa.Column("present", sa.Boolean, nullable=False),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("updated_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
    )
    op.create_table(
        "members",
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("first_seen", UTCDateTime, nullable=False),
        sa.Column("last_seen", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_members"),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", BIG, autoincrement=False, nullable=False),
        sa.Column("seen_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_updates"),
    )
    op.create_table(
        "dialogs",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("context", sa.Text, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("updated_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name="pk_dialogs"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_dialogs_chat_id"),
    )
    op.create_table(
        "questions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("asked_at", UTCDateTime, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("intent", sa.String(32), nullable=False),
        sa.Column("activities", sa.JSON, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("answered", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_questions_chat_id"),
    )
    op.create_index("ix_questions_chat_id", "questions", ["chat_id"])
