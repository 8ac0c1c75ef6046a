"""The rows of a broadcast: one statement puts them all into the outbox, however many they are."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, String, cast, func, literal, null, select
from sqlmodel.sql.sqltypes import UTCDateTime

from campaign.outreach.kinds import POLICIES, Kind
from storage import groups
from storage.database import Unit
from storage.tables import BROADCASTS, OUTBOX
from storage.upserts import insert

DELETABLE = datetime.timedelta(hours=47)
"""How old a message may be that is to be deleted: Telegram allows 48 hours, and it takes a while
until it is its turn (Bot API, deleteMessage)."""


def audience(campaign: str, default: str, tags: Collection[str]) -> Select[Any]:
    """Return the groups that an announcement goes to."""
    chosen = groups.audience(campaign, default, tags).subquery()
    return select(chosen.c.chat_id, cast(null(), BigInteger).label("target_id"))


def copies(root: int) -> Select[Any]:
    """Return the messages that the announcement `root` became, as far as they can be changed."""
    return _posts(root).where(OUTBOX.c.message_id.is_not(None))


def left_behind(root: int) -> Select[Any]:
    """Return what can no longer be reached, as its chat has become another one."""
    return _posts(root).where(OUTBOX.c.message_id.is_(None))


def _posts(root: int) -> Select[Any]:
    return select(OUTBOX.c.chat_id, OUTBOX.c.message_id.label("target_id")).where(
        OUTBOX.c.broadcast_id == root, OUTBOX.c.state == "sent", OUTBOX.c.step == "post"
    )


def young(root: int, now: datetime.datetime) -> Select[Any]:
    """Return those of `copies` that can still be deleted."""
    return copies(root).where(OUTBOX.c.settled_at > now - DELETABLE)


def old(root: int, now: datetime.datetime) -> Select[Any]:
    """Return those of `copies` that can only be edited."""
    return copies(root).where(OUTBOX.c.settled_at <= now - DELETABLE)


def notes(root: int) -> Select[Any]:
    """Return the replies that the corrections of `root` have sent."""
    return (
        select(OUTBOX.c.chat_id, OUTBOX.c.message_id.label("target_id"))
        .join(BROADCASTS, BROADCASTS.c.id == OUTBOX.c.broadcast_id)
        .where(
            BROADCASTS.c.original_id == root,
            OUTBOX.c.state == "sent",
            OUTBOX.c.step == "note",
            OUTBOX.c.message_id.is_not(None),
        )
    )


def count(unit: Unit, chosen: Select[Any]) -> int:
    """Return how many rows `chosen` stands for."""
    rows = chosen.subquery()
    return unit.connection.scalar(select(func.count()).select_from(rows)) or 0


@dataclass(frozen=True, slots=True)
class Step:
    """What is done for a broadcast in each chat: post, pin, edit, note, delete or erase.

    `until` is when it no longer helps, where that is before its kind's usual end.
    """

    broadcast_id: int
    kind: Kind
    name: str
    until: datetime.datetime | None = None


def add(unit: Unit, step: Step, chosen: Select[Any], now: datetime.datetime) -> int:
    """Queue `step` for each of `chosen`, once, however often it is added; return how many."""
    each = chosen.subquery()
    expires_at = now + POLICIES[step.kind].expires
    prefix = f"broadcast:{step.broadcast_id}:{step.name}:"
    # There may be several notes in a chat to be erased.
    upon = func.coalesce(":" + cast(each.c.target_id, String), "")
    values: dict[str, ColumnElement[Any]] = {
        "key": literal(prefix) + cast(each.c.chat_id, String) + upon,
        "kind": literal(step.kind),
        "chat_id": each.c.chat_id,
        "broadcast_id": literal(step.broadcast_id),
        "step": literal(step.name),
        "target_id": each.c.target_id,
        "state": literal("queued"),
        "due_at": literal(now, UTCDateTime),
        "expires_at": literal(min(expires_at, step.until or expires_at), UTCDateTime),
        "attempts": literal(0),
        "created_at": literal(now, UTCDateTime),
    }
    # Without a WHERE, SQLite would read ON CONFLICT as a part of the SELECT; no chat has the id 0.
    rows = select(*values.values()).where(each.c.chat_id != 0)
    added = insert(OUTBOX).from_select(list(values), rows).on_conflict_do_nothing()
    counted = added.execution_options(preserve_rowcount=True)  # of an INSERT it is not kept else
    return unit.connection.execute(counted).rowcount
