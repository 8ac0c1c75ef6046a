"""What groups were reminded of: as the sandbox has it, and as Loa's database does."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import func, insert, select

from campaign.zone import VIETNAM
from sandbox.chats import Chat
from storage import broadcasts
from storage.database import Database
from storage.reminder_tables import MARKS
from storage.tables import CHATS, OUTBOX
from tests.campaign.outreach.reminder_tables import TABLES, expected, sections

Heard = tuple[int, str, tuple[str, ...]]
"""A group, a day ("14/3"), and the sections of the plan that a message reminded of."""

_EIGHT = datetime.time(8)


def approve(database: Database, campaign: str, chats: Sequence[Chat]) -> None:
    """Let the database know the groups, which belong to `campaign`, approved by the staff."""
    moment = datetime.datetime(2023, 12, 1, tzinfo=datetime.UTC)
    fixed = {"kind": "group", "campaign": campaign, "present": True, "approved": True}
    times = {"created_at": moment, "updated_at": moment}
    rows = [{"id": chat.id, "title": chat.title, **fixed, **times} for chat in chats]
    with database.begin() as unit:
        unit.connection.execute(insert(CHATS), rows)


def wanted(campaign: str, chats: Iterable[Chat], days: Collection[datetime.date]) -> Counter[Heard]:
    """Return what the table says that these groups are to hear, from the first day to the last."""
    first, last = min(days), max(days)
    span = (first + datetime.timedelta(days=each) for each in range((last - first).days + 1))
    shown = {_shown(day) for day in span}
    said = [each for each in expected(TABLES[campaign]) if each[0] in shown]
    return Counter((chat.id, *each) for chat in chats for each in said)


def heard(chats: Iterable[Chat]) -> Counter[Heard]:
    """Return what has arrived in these groups; what came before its hour has no day."""
    return Counter(each for chat in chats for each in _heard_in(chat))


def _heard_in(chat: Chat) -> Iterator[Heard]:
    for message in chat.messages.values():
        if message.sender.is_bot:
            at = datetime.datetime.fromtimestamp(message.date, VIETNAM)
            day = _shown(at.date()) if at.time() >= _EIGHT else "too early"
            yield chat.id, day, sections(message.text)


def doubtful(database: Database) -> Counter[Heard]:
    """Return what Loa says that nobody knows to have arrived."""
    found = select(OUTBOX.c.chat_id, OUTBOX.c.broadcast_id).where(
        OUTBOX.c.kind == "reminder", OUTBOX.c.state == "unknown"
    )
    counted: Counter[Heard] = Counter()
    with database.begin() as unit:
        for chat_id, number in unit.connection.execute(found).all():
            said = broadcasts.find(unit, number)
            if said and said.content and said.started_at:
                day = said.started_at.astimezone(VIETNAM).date()
                counted[chat_id, _shown(day), sections(said.content.text)] += 1
    return counted


def seen_to(database: Database, moment: datetime.datetime) -> bool:
    """Whether all that fell due up to `moment` has been sent, or given up."""
    late = select(func.count()).where(MARKS.c.until >= moment)
    is_open = select(func.count()).where(
        OUTBOX.c.kind == "reminder", OUTBOX.c.state.in_(("queued", "sending"))
    )
    with database.begin() as unit:
        seen = unit.connection.scalar(late) == len(TABLES)
        return seen and not unit.connection.scalar(is_open)


def _shown(day: datetime.date) -> str:
    return f"{day.day}/{day.month}"
