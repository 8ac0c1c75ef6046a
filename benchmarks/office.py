"""An office with groups in a sandbox, and announcements in Loa's database."""

import datetime
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, insert, select

from bot.bulk import IN_HAND
from campaign.messages import Content
from sandbox.chats import Chat
from sandbox.server import Sandbox
from storage import broadcasts
from storage.database import Database
from storage.tables import CHATS, OUTBOX

CAMPAIGN = "nam-dinh-2024"
AUTHOR = 1
MOST_IN_FLIGHT = IN_HAND
"""How many messages of announcements a process may have under way."""
TEXT = (
    "Kính gửi các hợp tác xã thành viên: hồ sơ đề nghị xét chọn gửi về Văn phòng "
    "trước ngày 15/3/2024, tức chậm nhất hết ngày 14/3. Thông báo số {number}."
)


def now() -> datetime.datetime:
    """Return the moment."""
    return datetime.datetime.now(datetime.UTC)


def groups(sandbox: Sandbox, count: int) -> list[Chat]:
    """Let `count` groups with the bot exist."""
    return [sandbox.world.add_group(f"HTX {number}") for number in range(count)]


def approve(database: Database, chats: list[int]) -> None:
    """Let the database know the groups, approved by the staff."""
    moment = now()
    with database.begin() as unit:
        unit.connection.execute(
            insert(CHATS),
            [
                {
                    "id": chat_id,
                    "kind": "group",
                    "title": f"HTX {chat_id}",
                    "campaign": CAMPAIGN,
                    "present": True,
                    "approved": True,
                    "created_at": moment,
                    "updated_at": moment,
                }
                for chat_id in chats
            ],
        )


def announce(database: Database, number: int = 1) -> int:
    """Start an announcement to all approved groups; return its id."""
    moment = now()
    with database.begin() as unit:
        draft = broadcasts.draft(unit, AUTHOR, CAMPAIGN, moment)
        said = replace(draft, content=Content(TEXT.format(number=number)))
        if not broadcasts.keep(unit, draft, said) or not broadcasts.start(
            unit, said, CAMPAIGN, moment
        ):
            raise RuntimeError("the announcement was not started")
    return draft.id


def states(database: Database, broadcast_id: int | None = None) -> dict[str, int]:
    """Return how many rows of the announcement, or of the whole outbox, are in which state."""
    counted = select(OUTBOX.c.state, func.count()).group_by(OUTBOX.c.state)
    if broadcast_id is not None:
        counted = counted.where(OUTBOX.c.broadcast_id == broadcast_id)
    with database.begin() as unit:
        rows = unit.connection.execute(counted)
        return {str(state): int(number) for state, number in rows}


def chats_in(database: Database, broadcast_id: int, state: str) -> set[int]:
    """Return the groups whose row of the announcement is in `state`."""
    with database.begin() as unit:
        found = select(OUTBOX.c.chat_id).where(
            OUTBOX.c.broadcast_id == broadcast_id, OUTBOX.c.state == state
        )
        return set(unit.connection.scalars(found))


def is_over(database: Database, broadcast_id: int) -> bool:
    """Say whether the announcement has been reported to its author."""
    with database.begin() as unit:
        found = broadcasts.find(unit, broadcast_id)
    return found is not None and found.state == "done"


def send_again(database: Database, broadcast_id: int) -> None:
    """Do what the staff's button does: send again what failed or is not known to have arrived."""
    with database.begin() as unit:
        broadcasts.resend(unit, broadcast_id, now())


def cancel(database: Database, broadcast_id: int) -> None:
    """Send no more of the announcement."""
    with database.begin() as unit:
        broadcasts.cancel(unit, broadcast_id, now())


def opened(folder: Path) -> Database:
    """Return Loa's database in `folder`, with its tables."""
    database = Database(f"sqlite:///{folder}/loa.db")
    database.upgrade()
    return database
