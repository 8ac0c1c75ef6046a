"""The tables of reminders: see `storage.tables` for what is true of all."""

import datetime

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlmodel import Field
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.bases import BIG, METADATA, Table


class ReminderMark(Table, table=True):
    """Up to when a campaign's reminders have been seen to.

    `basis` stands for the plan and the schedule that it was seen to by.
    """

    __tablename__ = "reminder_marks"

    campaign: str = Field(sa_column=Column(String(64), primary_key=True))
    until: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    basis: str = Field(sa_column=Column(String(64), nullable=False))


class Occasion(Table, table=True):
    """Something that the groups of a campaign were reminded of, once each."""

    __tablename__ = "occasions"
    __table_args__ = (UniqueConstraint("campaign", "key"),)

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    key: str = Field(sa_column=Column(String(64), nullable=False))


class Reminded(Table, table=True):
    """A chat that has been reminded on an occasion, or whose reminder is in the outbox.

    `broadcast_id` is the message; it is not known of those from before it was kept.
    """

    __tablename__ = "reminded"

    chat_id: int = Field(sa_column=Column(BIG, primary_key=True, autoincrement=False))
    occasion_id: int = Field(
        sa_column=Column(BIG, ForeignKey("occasions.id"), primary_key=True, autoincrement=False)
    )
    broadcast_id: int | None = Field(sa_column=Column(BIG))


class ReminderChoice(Table, table=True):
    """What an administrator of a group has chosen; a group without one is reminded as usual.

    `hour` is an hour of the day in Vietnam, None the campaign's. Until `snoozed_until` there are
    no reminders.
    """

    __tablename__ = "reminder_choices"

    chat_id: int = Field(
        sa_column=Column(BIG, ForeignKey("chats.id"), primary_key=True, autoincrement=False)
    )
    hour: int | None = Field(sa_column=Column(Integer))
    deadline: bool = Field(sa_column=Column(Boolean, nullable=False))
    start: bool = Field(sa_column=Column(Boolean, nullable=False))
    peak: bool = Field(sa_column=Column(Boolean, nullable=False))
    digest: bool = Field(sa_column=Column(Boolean, nullable=False))
    snoozed_until: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    changed_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Wish(Table, table=True):
    """What somebody has asked in private to be reminded of, until that is done.

    It is about the activity with the number `activity` of the campaign's plan, or about `words`.
    From `until` on it is of no use.
    """

    __tablename__ = "wishes"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    chat_id: int = Field(sa_column=Column(BIG, ForeignKey("chats.id"), nullable=False, index=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    activity: int | None = Field(sa_column=Column(Integer))
    words: str = Field(sa_column=Column(Text, nullable=False))
    at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))
    until: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


MARKS = METADATA.tables["reminder_marks"]
OCCASIONS = METADATA.tables["occasions"]
REMINDED = METADATA.tables["reminded"]
CHOICES = METADATA.tables["reminder_choices"]
WISHES = METADATA.tables["wishes"]
