"""The tables. Times are UTC; ids of chats and users are Telegram's (52 significant bits).

Nothing is kept of a person but the number of their account: no name, no user name. Every column
that holds the id of a chat is called `chat_id`; `storage.chats.rename` relies on it.
"""

import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# In SQLite an INTEGER key is the row itself and holds 64 bits; a BIGINT key is a second index.
BIG = BigInteger().with_variant(Integer, "sqlite")


class Table(SQLModel):
    """What all tables share: one set of metadata with predictable names of constraints."""

    metadata = METADATA


class Chat(Table, table=True):
    """A chat that the bot has spoken in.

    `campaign` None follows the configured default; `language` None follows each question's.
    """

    __tablename__ = "chats"

    id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    title: str = Field(sa_column=Column(String(255), nullable=False))
    campaign: str | None = Field(sa_column=Column(String(64)))
    language: str | None = Field(sa_column=Column(String(2)))
    present: bool = Field(sa_column=Column(Boolean, nullable=False))
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


CHATS = METADATA.tables["chats"]
MEMBERS = METADATA.tables["members"]
UPDATES = METADATA.tables["updates"]
DIALOGS = METADATA.tables["dialogs"]
QUESTIONS = METADATA.tables["questions"]
