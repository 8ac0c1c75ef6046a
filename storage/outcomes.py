"""What became of a broadcast, group by group."""

from sqlalchemy import func, select

from storage.broadcasts import COUNTED, FAILED, BroadcastRecord
from storage.database import Unit
from storage.tables import CHATS, OUTBOX


def unreached(unit: Unit, broadcast: BroadcastRecord, limit: int) -> list[str]:
    """Return what to call the groups that it did not reach, as far as is known, or `limit`."""
    missed = (
        select(func.coalesce(CHATS.c.name, CHATS.c.title))
        .join(OUTBOX, OUTBOX.c.chat_id == CHATS.c.id)
        .where(
            OUTBOX.c.broadcast_id == broadcast.id,
            OUTBOX.c.step.in_(COUNTED[broadcast.kind]),
            OUTBOX.c.state.in_((*FAILED, "gone")),
        )
        .order_by(OUTBOX.c.id)
    )
    return list(unit.connection.scalars(missed.limit(limit)))
