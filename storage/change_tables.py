"""The table of what staff change in mid-campaign (`storage.tables` has the others)."""

import datetime

from sqlalchemy import Column, Integer, String, Text
from sqlmodel import Field
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.bases import BIG, METADATA, Table


class PlanChange(Table, table=True):
    """A change of the activity that had the number `no` and the `title` when it was made.

    `kind`, `value` and `part` are those of `campaign.plan.changes.Change`; `value` None is still
    to be said. It counts from `applied_at` until `withdrawn_at`.
    """

    __tablename__ = "changes"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False, index=True))
    no: int = Field(sa_column=Column(Integer, nullable=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    value: str | None = Field(sa_column=Column(Text))
    part: int = Field(sa_column=Column(Integer, nullable=False))
    author: int = Field(sa_column=Column(BIG, nullable=False))
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    applied_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))
    withdrawn_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))


CHANGES = METADATA.tables["changes"]
