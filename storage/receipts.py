"""Receipts: who in which group has confirmed a broadcast, each person once."""

import datetime

from sqlalchemy import and_, func, select

from storage.database import Unit
from storage.tables import OUTBOX, RECEIPTS
from storage.upserts import insert


def add(unit: Unit, broadcast_id: int, chat_id: int, user_id: int, now: datetime.datetime) -> bool:
    """Count the person's receipt in the group; False when it has been counted already."""
    row = {"broadcast_id": broadcast_id, "chat_id": chat_id, "user_id": user_id, "at": now}
    added = insert(RECEIPTS).values(row).on_conflict_do_nothing()
    found = unit.connection.execute(added.returning(RECEIPTS.c.user_id))
    return found.one_or_none() is not None


def expected(unit: Unit, broadcast_id: int, chat_id: int) -> bool:
    """Say whether the broadcast was sent to the group, as far as is known."""
    key = f"broadcast:{broadcast_id}:post:{chat_id}"
    sent = select(OUTBOX.c.id).where(OUTBOX.c.state.in_(("sending", "sent", "unknown")))
    renamed = and_(
        OUTBOX.c.broadcast_id == broadcast_id, OUTBOX.c.step == "post", OUTBOX.c.chat_id == chat_id
    )
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
