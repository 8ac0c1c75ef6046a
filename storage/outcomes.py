"""What became of a broadcast, group by group."""

from sqlalchemy import func, select

from storage.broadcasts import FAILED, BroadcastRecord
from storage.database import Unit
from storage.tables import CHATS, OUTBOX


def unreached(unit: Unit, broadcast: BroadcastRecord) -> list[str]:
    """Return what to call the groups in which not all of it is done, as far as is known."""
    missed = (
        select(func.coalesce(CHATS.c.name, CHATS.c.title))
        .join(OUTBOX, OUTBOX.c.chat_id == CHATS.c.id)
        .where(
            OUTBOX.c.broadcast_id == broadcast.id,
            OUTBOX.c.state.in_((*FAILED, "gone")),
        )
        .group_by(CHATS.c.id)
        .order_by(func.min(OUTBOX.c.id))
    )
    return list(unit.connection.scalars(missed))
