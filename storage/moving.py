"""What the outbox has of a chat that comes, goes, or turns out to have got a new id."""

import datetime

from sqlalchemy import and_, update

from campaign.outreach.kinds import NO_MESSAGE
from storage.database import Unit
from storage.outbox import Row
from storage.tables import OUTBOX
from storage.upserts import insert


def key_about(chat_id: int, occasion: str) -> str:
    """Return the key of what tells that the chat has come or gone."""
    return f"about:{chat_id}:{occasion}"


def hold(unit: Unit, row: Row, until: datetime.datetime, now: datetime.datetime) -> None:
    """Add a call that is to be made at `until`, by whoever claims it then; once."""
    values = {
        "key": row.key,
        "kind": row.kind,
        "chat_id": row.chat_id,
        "payload": row.payload,
        "state": "queued",
        "due_at": until,
        "expires_at": row.expires_at,
        "attempts": 0,
        "created_at": now,
    }
    unit.connection.execute(insert(OUTBOX).on_conflict_do_nothing(), values)


def drop_about(unit: Unit, chat_id: int, now: datetime.datetime) -> None:
    """Do not tell that the chat has come or gone, where that still waits."""
    waiting = and_(OUTBOX.c.key.startswith(key_about(chat_id, "")), OUTBOX.c.state == "queued")
    change = {"state": "cancelled", "settled_at": now}
    unit.connection.execute(update(OUTBOX).where(waiting).values(change))


def leave_behind(unit: Unit, chat_id: int, now: datetime.datetime) -> None:
    """Give up the messages in a chat that gets a new id, where they are out of reach.

    What was to be done to them fails; those that were sent are no `message_id` any more.
    """
    upon = and_(OUTBOX.c.chat_id == chat_id, OUTBOX.c.target_id.is_not(None))
    lost = {"state": "failed", "reason": NO_MESSAGE, "settled_at": now, "owner": None}
    undone = OUTBOX.c.state.not_in(("sent", "cancelled", "gone"))
    unit.connection.execute(update(OUTBOX).where(upon, undone).values(lost))
    sent = and_(OUTBOX.c.chat_id == chat_id, OUTBOX.c.message_id.is_not(None))
    unit.connection.execute(update(OUTBOX).where(sent).values(message_id=None))
