"""Receipts: who in which group has confirmed a broadcast, each person once."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, select

from storage.database import Unit
from storage.tables import CHATS, OUTBOX, RECEIPTS
from storage.upserts import insert

_SENT = ("sending", "sent", "unknown")


@dataclass(frozen=True, slots=True)
class GroupReceipts:
    """A group, as it is called, and how many people in it have confirmed a broadcast."""

    label: str
    people: int


def add(unit: Unit, broadcast_id: int, chat_id: int, user_id: int, now: datetime.datetime) -> bool:
    """Count the person's receipt in the group; False when it has been counted already."""
    row = {"broadcast_id": broadcast_id, "chat_id": chat_id, "user_id": user_id, "at": now}
    added = insert(RECEIPTS).values(row).on_conflict_do_nothing()
    found = unit.connection.execute(added.returning(RECEIPTS.c.user_id))
    return found.one_or_none() is not None


def expected(unit: Unit, broadcast_id: int, chat_id: int) -> bool:
    """Say whether the broadcast was sent to the group, as far as is known."""
    key = f"broadcast:{broadcast_id}:post:{chat_id}"
    sent = select(OUTBOX.c.id).where(OUTBOX.c.state.in_(_SENT))
    renamed = and_(_sent(broadcast_id), OUTBOX.c.chat_id == chat_id)
    # The key keeps the id that the group had before it became a supergroup.
    return any(
        unit.connection.scalar(sent.where(which)) is not None
        for which in (OUTBOX.c.key == key, renamed)
    )


def count(unit: Unit, broadcast_id: int) -> tuple[int, int]:
    """Return how many people have confirmed the broadcast, and in how many groups."""
    ours = RECEIPTS.c.broadcast_id == broadcast_id
    counted = select(func.count(), func.count(RECEIPTS.c.chat_id.distinct())).where(ours)
    people, groups = unit.connection.execute(counted).one()
    return people, groups


def by_group(unit: Unit, broadcast_id: int, limit: int, offset: int) -> list[GroupReceipts]:
    """Return the groups that the broadcast was sent to, those without a receipt first."""
    people = func.count(RECEIPTS.c.user_id)
    called = func.coalesce(CHATS.c.name, CHATS.c.title)
    same = and_(RECEIPTS.c.broadcast_id == broadcast_id, RECEIPTS.c.chat_id == CHATS.c.id)
    got_it = (
        select(called, people)
        .select_from(CHATS)
        .join(OUTBOX, OUTBOX.c.chat_id == CHATS.c.id)
        .outerjoin(RECEIPTS, same)
        .where(_sent(broadcast_id))
        .group_by(CHATS.c.id, CHATS.c.name, CHATS.c.title)
        .order_by(case((people == 0, 0), else_=1), called, CHATS.c.id)
    )
    rows = unit.connection.execute(got_it.limit(limit).offset(offset))
    return [GroupReceipts(*row) for row in rows]


def count_groups(unit: Unit, broadcast_id: int) -> int:
    """Return how many groups the broadcast was sent to, as far as is known."""
    return unit.connection.scalar(select(func.count()).where(_sent(broadcast_id))) or 0


def _sent(broadcast_id: int) -> ColumnElement[bool]:
    return and_(
        OUTBOX.c.broadcast_id == broadcast_id, OUTBOX.c.step == "post", OUTBOX.c.state.in_(_SENT)
    )
