"""The table of editions of plans (`storage.tables` has the others)."""

import datetime
from typing import Any

from sqlalchemy import JSON, Column, String, Text
from sqlmodel import Field
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.bases import BIG, METADATA, Table


class Edition(Table, table=True):
    """A plan that was read from a document: `plan` is a plan file (TOML), for `campaign`.

    Of each campaign the one that was published last is in force. `doubts` are those that nobody
    has looked at yet.
    """

    __tablename__ = "editions"

    id: int | None = Field(default=None, sa_column=Column(BIG, primary_key=True))
    campaign: str = Field(sa_column=Column(String(64), nullable=False, index=True))
    author: int = Field(sa_column=Column(BIG, nullable=False))
    plan: str = Field(sa_column=Column(Text, nullable=False))
    doubts: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime.datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    published_at: datetime.datetime | None = Field(sa_column=Column(UTCDateTime))


EDITIONS = METADATA.tables["editions"]
