"""The tables of the ledger and of registration (`storage.tables` has the others)."""

import datetime

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlmodel import Field
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.bases import BIG, METADATA, Table


class KnownActivity(Table, table=True):
    """An activity of a campaign's plans, by the number that the other tables here have for it.

    The number stays, whatever new editions say; the title is the newest one. `listed` says that
    the plan in force has it.
    """

    __tablename__ = "activities"

    campaign: str = Field(sa_column=Column(String(64), primary_key=True))
    no: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    listed: bool = Field(sa_column=Column(Boolean, nullable=False))


class Cooperative(Table, table=True):
    """A cooperative that a campaign counts. `chat_id` is where it can be reached, if anywhere."""

    __tablename__ = "cooperatives"
    __table_args__ = (UniqueConstraint("campaign", "district", "name"),)

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    name: str = Field(sa_column=Column(String(255), nullable=False))
    district: str = Field(sa_column=Column(String(64), nullable=False))
    chat_id: int | None = Field(sa_column=Column(BIG, ForeignKey("chats.id"), index=True))


class Submission(Table, table=True):
    """How far a cooperative is with what is due for activity `no`; without a row, nowhere yet.

    States: handed_in, returned (with a `reason`), accepted.
    """

    __tablename__ = "submissions"
    __table_args__ = (UniqueConstraint("cooperative_id", "no"),)

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    cooperative_id: int = Field(
        sa_column=Column(BIG, ForeignKey("cooperatives.id"), nullable=False)
    )
    no: int = Field(sa_column=Column(Integer, nullable=False))
    state: str = Field(sa_column=Column(String(16), nullable=False))
    reason: str | None = Field(sa_column=Column(String(255)))
    changed_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Opening(Table, table=True):
    """Registration for activity `no`: how many `seats`, None being any number; for whom."""

    __tablename__ = "openings"
    __table_args__ = (UniqueConstraint("campaign", "no"),)

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False))
    no: int = Field(sa_column=Column(Integer, nullable=False))
    seats: int | None = Field(sa_column=Column(Integer))
    condition: str | None = Field(sa_column=Column(String(255)))
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False))


class Registration(Table, table=True):
    """Somebody comes with `people` to what has an opening. Who came first has the lower id.

    `chat_id` is where they said so.
    """

    __tablename__ = "registrations"
    __table_args__ = (UniqueConstraint("opening_id", "user_id"),)

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    opening_id: int = Field(sa_column=Column(BIG, ForeignKey("openings.id"), nullable=False))
    user_id: int = Field(sa_column=Column(BIG, nullable=False))
    chat_id: int = Field(sa_column=Column(BIG, ForeignKey("chats.id"), nullable=False))
    people: int = Field(sa_column=Column(Integer, nullable=False))
    at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


ACTIVITIES = METADATA.tables["activities"]
COOPERATIVES = METADATA.tables["cooperatives"]
SUBMISSIONS = METADATA.tables["submissions"]
OPENINGS = METADATA.tables["openings"]
REGISTRATIONS = METADATA.tables["registrations"]
