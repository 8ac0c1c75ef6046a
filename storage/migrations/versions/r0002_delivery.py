"""The outbox and its pace, broadcasts and receipts, staff, and what staff say of groups."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0002"
down_revision = "0001"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
OPEN = sa.text("state IN ('queued', 'sending')")


def upgrade() -> None:
    """Add the tables, and three columns to the chats."""
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("approved", sa.Boolean))
        chats.add_column(sa.Column("name", sa.String(255)))
        chats.add_column(
            sa.Column("muted", sa.Boolean, nullable=False, server_default=sa.text("false"))
        )
    _groups_and_staff()
    _broadcasts()
    _outbox()


def _groups_and_staff() -> None:
    op.create_table(
        "tags",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("tag", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "tag", name="pk_tags"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_tags_chat_id"),
    )
    op.create_table(
        "staff",
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("added_by", BIG, nullable=False),
        sa.Column("added_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "campaign", name="pk_staff"),
    )
    op.create_table(
        "invitations",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("expires_at", UTCDateTime, nullable=False),
        sa.Column("used_by", BIG),
        sa.Column("used_at", UTCDateTime),
        sa.PrimaryKeyConstraint("digest", name="pk_invitations"),
    )
    op.create_table(
        "prompts",
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("question", sa.String(32), nullable=False),
        sa.Column("subject", BIG, nullable=False),
        sa.Column("asked_at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_prompts"),
    )
    op.create_table(
        "audit",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", UTCDateTime, nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("campaign", sa.String(64)),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("detail", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )


def _broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("campaign", sa.String(64), nullable=False),
        sa.Column("author", BIG, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("content", sa.JSON),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("pin", sa.Boolean, nullable=False),
        sa.Column("receipt", sa.Boolean, nullable=False),
        sa.Column("original_id", BIG),
        sa.Column("due_at", UTCDateTime),
        sa.Column("card_id", BIG),
        sa.Column("decided_by", BIG),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("started_at", UTCDateTime),
        sa.Column("finished_at", UTCDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sa.ForeignKeyConstraint(
            ["original_id"], ["broadcasts.id"], name="fk_broadcasts_original_id"
        ),
    )
    op.create_index("ix_broadcasts_state", "broadcasts", ["state"])
    op.create_table(
        "receipts",
        sa.Column("broadcast_id", BIG, autoincrement=False, nullable=False),
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("at", UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "chat_id", "user_id", name="pk_receipts"),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name="fk_receipts_broadcast_id"
        ),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", BIG, nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("broadcast_id", BIG),
        sa.Column("step", sa.String(8)),
        sa.Column("target_id", BIG),
        sa.Column("payload", sa.Text),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("due_at", UTCDateTime, nullable=False),
        sa.Column("expires_at", UTCDateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(36)),
        sa.Column("leased_until", UTCDateTime),
        sa.Column("message_id", BIG),
        sa.Column("reason", sa.String(64)),
        sa.Column("created_at", UTCDateTime, nullable=False),
        sa.Column("settled_at", UTCDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcasts.id"], name="fk_outbox_broadcast_id"),
    )
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["state", "expires_at"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index("ix_outbox_broadcast_id", "outbox", ["broadcast_id", "state", "id"])
    op.create_table(
        "pace",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("tat", sa.Float(53), nullable=False),
        sa.Column("urgent_at", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_pace"),
    )
