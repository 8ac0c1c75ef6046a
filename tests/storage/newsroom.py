"""Groups, and broadcasts to them, for tests."""

import datetime
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update

from campaign.messages import Content, Media
from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.tables import CHATS, OUTBOX

NOON = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
OWN, OTHER = "song-xanh-2024", "nui-cao-2024"
WORDS = Content("Mời họp", ({"type": "bold", "offset": 0, "length": 3},), Media("photo", "F1"))


def later(**time: float) -> datetime.datetime:
    return NOON + datetime.timedelta(**time)


def groups(unit: Unit, *chat_ids: int, **different: object) -> None:
    """Let the bot be in these approved groups, which chose no campaign."""
    row = {
        "kind": "group",
        "title": "Nhóm",
        "campaign": None,
        "language": None,
        "present": True,
        "approved": True,
        "created_at": NOON,
        "updated_at": NOON,
    }
    unit.connection.execute(
        insert(CHATS), [row | different | {"id": chat_id} for chat_id in chat_ids]
    )


def drafted(unit: Unit, **different: Any) -> BroadcastRecord:
    before = broadcasts.draft(unit, 7, OWN, NOON)
    after = replace(before, content=WORDS, **different)
    assert broadcasts.keep(unit, before, after)
    return after


def started(unit: Unit, **different: Any) -> BroadcastRecord:
    draft = drafted(unit, **different)
    assert broadcasts.start(unit, draft, OWN, NOON)
    return found(unit, draft)


def found(unit: Unit, broadcast: BroadcastRecord) -> BroadcastRecord:
    again = broadcasts.find(unit, broadcast.id)
    assert again
    return again


def settle(
    unit: Unit, broadcast: BroadcastRecord, outcomes: dict[int, tuple[str, int | None]]
) -> None:
    """Let the posts to these chats end in a state, as a message, at noon."""
    for chat_id, (state, message_id) in outcomes.items():
        mine = (OUTBOX.c.broadcast_id == broadcast.id) & (OUTBOX.c.chat_id == chat_id)
        change = {"state": state, "message_id": message_id, "settled_at": NOON}
        unit.connection.execute(update(OUTBOX).where(mine).values(change))


def rows(unit: Unit, broadcast: BroadcastRecord) -> list[tuple[str | None, int, int | None, str]]:
    """Return (step, chat, target, state) of each row; the order of the chats does not matter."""
    columns = (OUTBOX.c.step, OUTBOX.c.chat_id, OUTBOX.c.target_id, OUTBOX.c.state)
    ours = select(*columns).where(OUTBOX.c.broadcast_id == broadcast.id)
    return [
        tuple(row)
        for row in unit.connection.execute(ours.order_by(OUTBOX.c.step, OUTBOX.c.chat_id.desc()))
    ]
