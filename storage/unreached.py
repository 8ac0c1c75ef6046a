"""Whom a reminder did not reach, or may not have, and what it reminded them of."""

from typing import Any

from sqlalchemy import Select, func, select

from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.reminder_tables import OCCASIONS, REMINDED
from storage.tables import BROADCASTS, OUTBOX

MUTED = "muted"
"""Why it did not reach a group in which the bot may not write: no use in trying again."""


def chats(broadcast_id: int) -> Select[Any]:
    """Return the query for the `chat_id` of each chat that it failed to reach, or may have."""
    return select(OUTBOX.c.chat_id).where(
        OUTBOX.c.broadcast_id == broadcast_id,
        OUTBOX.c.state.in_(("failed", "unknown")),
        OUTBOX.c.reason.is_distinct_from(MUTED),
    )


def count(unit: Unit, broadcast_id: int) -> int:
    """Return how many chats these are."""
    found = chats(broadcast_id).subquery()
    return unit.connection.scalar(select(func.count()).select_from(found)) or 0


def keys(unit: Unit, broadcast_id: int) -> set[str]:
    """Return the keys of the occasions on which it reminded these chats."""
    named = (
        select(OCCASIONS.c.key)
        .join(REMINDED, REMINDED.c.occasion_id == OCCASIONS.c.id)
        .where(
            REMINDED.c.broadcast_id == broadcast_id,
            REMINDED.c.chat_id.in_(chats(broadcast_id)),
        )
    )
    return set(unit.connection.scalars(named.distinct()))


def hold(unit: Unit, broadcast_id: int) -> BroadcastRecord | None:
    """Return the reminder, None where there is none that is over.

    Until this transaction ends nobody else can hold it.
    """
    ours = select(BROADCASTS.c.id).where(
        BROADCASTS.c.id == broadcast_id,
        BROADCASTS.c.kind == "reminder",
        BROADCASTS.c.finished_at.is_not(None),
    )
    if unit.connection.scalar(ours.with_for_update()) is None:
        return None
    return broadcasts.find(unit, broadcast_id)
