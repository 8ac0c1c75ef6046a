"""Reminders that are queued and not sent yet are taken back when their plan has changed."""

import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, select, update

from storage.database import Unit
from storage.reminder_tables import OCCASIONS, REMINDED
from storage.tables import BROADCASTS, OUTBOX


def stop(unit: Unit, campaign: str) -> bool:
    """Let no more of the campaign's reminders go out that wait to.

    False when there was nothing to be stopped, and nothing that was is in anybody's hands: from
    there, what could not be sent comes back into the queue.
    """
    waiting = select(OUTBOX.c.broadcast_id).where(OUTBOX.c.state.in_(("queued", "sending")))
    going = and_(_ours(campaign), BROADCASTS.c.state.in_(("running", "scheduled", "paused")))
    stopped = (
        update(BROADCASTS)
        .where(going, BROADCASTS.c.id.in_(waiting))
        .values(state="cancelled", due_at=None)
    )
    found = unit.connection.execute(stopped).rowcount
    in_hand = select(OUTBOX.c.id).where(
        OUTBOX.c.state == "sending", OUTBOX.c.broadcast_id.in_(_stopped(campaign))
    )
    return bool(found) or unit.connection.scalar(in_hand.limit(1)) is not None


def take_back(unit: Unit, campaign: str, now: datetime.datetime) -> list[str]:
    """Forget what was stopped: its chats have not been reminded, and may be again.

    Returns the keys of the occasions on which they were to be.
    """
    left = and_(OUTBOX.c.state == "queued", OUTBOX.c.broadcast_id.in_(_stopped(campaign)))
    keys: set[str] = set()
    numbers = select(OUTBOX.c.broadcast_id).where(left).distinct()
    for number in unit.connection.scalars(numbers).all():
        ours = and_(OUTBOX.c.broadcast_id == number, OUTBOX.c.state == "queued")
        chats = select(OUTBOX.c.chat_id).where(ours)
        mine = and_(REMINDED.c.broadcast_id == number, REMINDED.c.chat_id.in_(chats))
        occasions = select(REMINDED.c.occasion_id).where(mine)
        named = select(OCCASIONS.c.key).where(OCCASIONS.c.id.in_(occasions))
        keys.update(unit.connection.scalars(named))
        unit.connection.execute(delete(REMINDED).where(mine))
        values = {"state": "cancelled", "settled_at": now}
        unit.connection.execute(update(OUTBOX).where(ours).values(values))
    return sorted(keys)


def _stopped(campaign: str) -> Select[Any]:
    return select(BROADCASTS.c.id).where(_ours(campaign), BROADCASTS.c.state == "cancelled")


def _ours(campaign: str) -> ColumnElement[bool]:
    return and_(BROADCASTS.c.kind == "reminder", BROADCASTS.c.campaign == campaign)
