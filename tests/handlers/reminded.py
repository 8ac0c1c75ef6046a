"""Groups that are reminded as time goes by, for tests."""

import datetime
from dataclasses import replace

from sqlalchemy import select, update

from campaign.messages import Send
from campaign.plan.model import Time
from campaign.talk.handbook import Handbook
from campaign.zone import VIETNAM
from handlers import due
from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.tables import OUTBOX
from tests.handlers.office import OWN, Office, text_of

STEP = datetime.timedelta(hours=1)


def moment(text: str) -> datetime.datetime:
    """ "14/3 8:00" in 2024, in Vietnam."""
    local = datetime.datetime.strptime(f"{text} 2024", "%d/%m %H:%M %Y")  # noqa: DTZ007 - no zone said
    return local.replace(tzinfo=VIETNAM)


def at(office: Office, text: str) -> list[tuple[int, str]]:
    """Let time go by until that moment; return which groups are reminded then, and of what."""
    while office.bot.now + STEP < moment(text):
        office.bot.now += STEP
        notices(office)
        all_sent(office)
    return out(office, text)


def all_sent(office: Office) -> None:
    """Let everything that was queued have arrived."""
    office.bot.unit.connection.execute(update(OUTBOX).values(state="sent"))


def out(office: Office, text: str) -> list[tuple[int, str]]:
    """Let the bot be out of order until that moment; return which groups are reminded then."""
    before = {number for number, _, _ in reminded(office)}
    office.bot.now = moment(text)
    notices(office)
    found = [(chat, text) for number, chat, text in reminded(office) if number not in before]
    return sorted(found, reverse=True)


def notices(office: Office) -> list[tuple[int, str]]:
    """Let time go by; return what people are told."""
    told = due.tick(office.bot.front, office.bot.unit, office.bot.now)
    return [(each.chat.id, text_of(each)) for _, each in told if isinstance(each, Send)]


def reminded(office: Office) -> list[tuple[int, int, str]]:
    """Return (row, chat, text without its heading) of every reminder."""
    rows = office.bot.unit.connection.execute(
        select(OUTBOX.c.id, OUTBOX.c.chat_id, OUTBOX.c.broadcast_id)
        .where(OUTBOX.c.kind == "reminder")
        .order_by(OUTBOX.c.id)
    ).all()
    found = []
    for number, chat, broadcast in rows:
        record = broadcasts.find(office.bot.unit, broadcast)
        assert record
        assert record.content
        found.append((number, chat, record.content.text.partition("\n\n")[2]))
    return found


def newest_of(office: Office) -> BroadcastRecord:
    return broadcasts.listing(office.bot.unit, None, 1)[0]


def due_by_the_twentieth(office: Office, no: int, words: str = "trước 21/3/2024") -> None:
    """Let an activity have a deadline, "before 21/3", and no other time."""
    plan = office.bot.front.handbooks[OWN].plan
    later = Time(text=words, kind="deadline", end=datetime.date(2024, 3, 20))
    moved = tuple(
        each.model_copy(update={"times": (later,)}) if each.no == no else each
        for each in plan.activities
    )
    changed = Handbook.of(plan.model_copy(update={"activities": moved}))
    office.bot.front = replace(office.bot.front, handbooks={OWN: changed})
