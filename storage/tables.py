"""The tables. Times are UTC; ids of chats and users are Telegram's (52 significant bits).

Nothing is kept of a person but the number of their account: no name, no user name. Every column
that holds the id of a chat is called `chat_id`; `storage.chats.rename` relies on it.
"""

import datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    text,
)
from sqlmodel import Field
from sqlmodel.sql.sqltypes import UTCDateTime

import storage.change_tables
import storage.edition_tables
import storage.ledger_tables
import storage.reminder_tables  # noqa: F401 - METADATA is to be complete for who imports it here
from storage.bases import BIG, Table

METADATA = Table.metadata
"""All tables."""


class Chat(Table, table=True):
    """A chat that the bot has spoken in.

    `campaign` None follows the configured default; `language` None follows each question's.
    `approved` None waits for the staff to decide; `name` is what the staff call the group; `muted`
    says that the bot may not write there.
    """

    __tablename__ = "chats"

    id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    title: str = Field(sa_column=Column(String(255), nullable=False))
    campaign: str | None = Field(sa_column=Column(String(64)))
    language: str | None = Field(sa_column=Column(String(2)))
    present: bool = Field(sa_column=Column(Boolean, nullable=False))
    approved: bool | None = Field(default=None, sa_column=Column(Boolean))
    name: str | None = Field(default=None, sa_column=Column(String(255)))
    muted: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=text("false"))
    )
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    updated_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Member(Table, table=True):
    """Somebody who has spoken to the bot. `last_seen` is right to the day."""

    __tablename__ = "members"

    user_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    first_seen: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    last_seen: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Update(Table, table=True):
    """An update that was handled, so that a redelivered one is not answered again."""

    __tablename__ = "updates"

    update_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    seen_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Dialog(Table, table=True):
    """An open conversation: what one person's next question in one chat may refer to.

    It is about one campaign, and means nothing to another one.
    """

    __tablename__ = "dialogs"

    chat_id: int = Field(
        sa_column=Column(BIG, ForeignKey("chats.id"), primary_key=True, autoincrement=False)
    )
    user_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    context: str = Field(sa_column=Column(Text, nullable=False))
    language: str = Field(sa_column=Column(String(2), nullable=False))
    updated_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Question(Table, table=True):
    """A question and what was understood of it. Who asked is not kept."""

    __tablename__ = "questions"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    asked_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    chat_id: int = Field(sa_column=Column(BIG, ForeignKey("chats.id"), nullable=False, index=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    intent: str = Field(sa_column=Column(String(32), nullable=False))
    activities: list[int] = Field(sa_column=Column(JSON, nullable=False))
    language: str = Field(sa_column=Column(String(2), nullable=False))
    answered: bool = Field(sa_column=Column(Boolean, nullable=False))


class Tag(Table, table=True):
    """A word by which the staff address groups together: a district, a kind of cooperative."""

    __tablename__ = "tags"

    chat_id: int = Field(
        sa_column=Column(BIG, ForeignKey("chats.id"), primary_key=True, autoincrement=False)
    )
    tag: str = Field(sa_column=Column(String(64), primary_key=True))


class Staff(Table, table=True):
    """Somebody who acts for one campaign. Who runs the bot acts for all and is not in here."""

    __tablename__ = "staff"

    user_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    campaign: str = Field(sa_column=Column(String(64), primary_key=True))
    added_by: int = Field(sa_column=Column(BIG, nullable=False))
    added_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Invitation(Table, table=True):
    """A link that makes one person staff, once. Only the SHA-256 of its secret is kept."""

    __tablename__ = "invitations"

    digest: str = Field(sa_column=Column(String(64), primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    created_by: int = Field(sa_column=Column(BIG, nullable=False))
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    expires_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    used_by: int | None = Field(default=None, sa_column=Column(BIG))
    used_at: datetime.datetime | None = Field(default=None, sa_column=Column(UTCDateTime))


class Prompt(Table, table=True):
    """What the bot has asked somebody in private, who answers with their next message.

    `subject` is the id of what is asked about: a broadcast, a chat.
    """

    __tablename__ = "prompts"

    user_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    question: str = Field(sa_column=Column(String(32), nullable=False))
    subject: int = Field(sa_column=Column(BIG, nullable=False))
    asked_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Audit(Table, table=True):
    """Something that a member of staff did, or tried to. Rows are added and never changed."""

    __tablename__ = "audit"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    user_id: int = Field(sa_column=Column(BIG, nullable=False))
    campaign: str | None = Field(sa_column=Column(String(64)))
    action: str = Field(sa_column=Column(String(32), nullable=False))
    detail: str = Field(sa_column=Column(String(255), nullable=False))


class Broadcast(Table, table=True):
    """What the staff of a campaign announce; a correction or a recall is of an `original_id`.

    States: draft, waiting (for a second person), scheduled, running, paused, done, cancelled.
    `content` is JSON (`storage.broadcasts`); `tags` are the groups addressed, [] being all;
    `card_id` is the bot's message in the author's private chat that shows how it stands.
    """

    __tablename__ = "broadcasts"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    author: int = Field(sa_column=Column(BIG, nullable=False))
    state: str = Field(sa_column=Column(String(16), nullable=False, index=True))
    content: dict[str, object] | None = Field(sa_column=Column(JSON))
    tags: list[str] = Field(sa_column=Column(JSON, nullable=False))
    pin: bool = Field(sa_column=Column(Boolean, nullable=False))
    receipt: bool = Field(sa_column=Column(Boolean, nullable=False))
    original_id: int | None = Field(sa_column=Column(BIG, ForeignKey("broadcasts.id")))
    due_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    card_id: int | None = Field(sa_column=Column(BIG))
    decided_by: int | None = Field(sa_column=Column(BIG))
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    started_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    finished_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    buttons: list[list[list[str]]] | None = Field(sa_column=Column(JSON))


class Receipt(Table, table=True):
    """Somebody in a group pressed "Đã nhận" under a broadcast."""

    __tablename__ = "receipts"

    broadcast_id: int = Field(
        sa_column=Column(BIG, ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False)
    )
    chat_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    user_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


_OPEN = text("state IN ('queued', 'sending')")


class Delivery(Table, table=True):
    """One call to the Bot API that is to be made, or was: the outbox.

    `payload` is the call itself; where it is None, the call is `step` of the broadcast: post, pin,
    edit, note (a reply to what was edited), delete or erase (a note), of the message `target_id`
    where there is one. `message_id` is what
    Telegram named the message that was sent. docs/delivery.md tells of the states.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_open", "state", "expires_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_outbox_broadcast_id", "broadcast_id", "state", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    key: str = Field(sa_column=Column(String(100), nullable=False, unique=True))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    chat_id: int = Field(sa_column=Column(BIG, nullable=False))
    broadcast_id: int | None = Field(sa_column=Column(BIG, ForeignKey("broadcasts.id")))
    step: str | None = Field(sa_column=Column(String(8)))
    target_id: int | None = Field(sa_column=Column(BIG))
    payload: str | None = Field(sa_column=Column(Text))
    state: str = Field(sa_column=Column(String(12), nullable=False))
    due_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    expires_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    attempts: int = Field(sa_column=Column(Integer, nullable=False))
    owner: str | None = Field(sa_column=Column(String(36)))
    leased_until: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    message_id: int | None = Field(sa_column=Column(BIG))
    reason: str | None = Field(sa_column=Column(String(64)))
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    settled_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))


class Pace(Table, table=True):
    """When the next message to a chat may go, in seconds since 1970 (GCRA's theoretical arrival).

    Chat 0 stands for all chats together; there `urgent_at` is when somebody was last answered.
    """

    __tablename__ = "pace"

    chat_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    tat: float = Field(sa_column=Column(Float(53), nullable=False))
    urgent_at: float = Field(sa_column=Column(Float(53), nullable=False))


CHATS = METADATA.tables["chats"]
MEMBERS = METADATA.tables["members"]
UPDATES = METADATA.tables["updates"]
DIALOGS = METADATA.tables["dialogs"]
QUESTIONS = METADATA.tables["questions"]
TAGS = METADATA.tables["tags"]
STAFF = METADATA.tables["staff"]
INVITATIONS = METADATA.tables["invitations"]
PROMPTS = METADATA.tables["prompts"]
AUDIT = METADATA.tables["audit"]
BROADCASTS = METADATA.tables["broadcasts"]
RECEIPTS = METADATA.tables["receipts"]
OUTBOX = METADATA.tables["outbox"]
PACE = METADATA.tables["pace"]
