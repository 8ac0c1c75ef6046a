"""Announcements as staff meet them: what they write, what they see, what the groups got."""

from itertools import count

from sqlalchemy import select, update

from campaign.messages import (
    Acknowledge,
    Chat,
    Content,
    Edit,
    Media,
    Message,
    Outgoing,
    Post,
    Press,
    Send,
)
from handlers import due
from storage import broadcasts, groups, queueing
from storage.broadcasts import BroadcastRecord
from storage.queueing import Step
from storage.tables import OUTBOX
from tests.handlers.bot import GROUP, OTHER_GROUP, Bot, data
from tests.handlers.office import Office, Person

PHOTO = Media("photo", "F1")
WORDS = Content("Mời cả nhóm dự lễ phát động", ({"type": "bold", "offset": 0, "length": 3},))
_IDS = count(1000)


def approve(office: Office, *chats: Chat) -> None:
    """Let the bot be in these groups, which are approved."""
    for chat in chats or (GROUP, OTHER_GROUP):
        office.bot.joins(chat)
        groups.decide(office.bot.unit, chat.id, None, after=True, now=office.bot.now)


def writes(person: Person, content: Content | str | None) -> list[Outgoing]:
    """Return what follows a message with this content; None is what cannot be carried."""
    whole = Content(content) if isinstance(content, str) else content
    text = whole.text if whole else ""
    return person.bot.handle(Message(person.chat, person.sender, text, next(_IDS), content=whole))


def presses(person: Person, label: str, card: Send | Edit, message_id: int = 50) -> list[Outgoing]:
    """Return what follows a press on the one button with these words."""
    (found,) = [
        button for row in card.buttons for button in row if button.label.lstrip("☐☑ ") == label
    ]
    return person.bot.handle(Press(person.chat, person.sender, found.data, "press", message_id))


def shown(outgoing: list[Outgoing]) -> tuple[Content | None, Send]:
    """Return the preview, if any, and the card that comes last."""
    posts = [each for each in outgoing if isinstance(each, Post)]
    card = outgoing[-1]
    assert isinstance(card, Send)
    return (posts[0].content if posts else None), card


def turned(outgoing: list[Outgoing]) -> Edit:
    """Return what the card whose button was pressed has become."""
    assert outgoing[0] == Acknowledge("press")
    assert isinstance(outgoing[1], Edit)
    return outgoing[1]


def drafted(person: Person, content: Content | str = WORDS) -> Send:
    """Return the card of a new draft."""
    writes(person, "/thongbao")
    return shown(writes(person, content))[1]


def started(person: Person, content: Content | str = WORDS) -> Edit:
    """Return the card of an announcement that has just been let go."""
    return turned(presses(person, "Gửi ngay", drafted(person, content)))


def only(bot: Bot) -> BroadcastRecord:
    """Return the newest broadcast."""
    return broadcasts.listing(bot.unit, set(bot.front.handbooks), 1)[0]


def queued(bot: Bot, broadcast: BroadcastRecord) -> list[tuple[str | None, int]]:
    """Return step and chat of each row."""
    columns = (OUTBOX.c.step, OUTBOX.c.chat_id)
    rows = bot.unit.connection.execute(
        select(*columns)
        .where(OUTBOX.c.broadcast_id == broadcast.id)
        .order_by(OUTBOX.c.step, OUTBOX.c.chat_id.desc())
    )
    return [(step, chat_id) for step, chat_id in rows]


def settle(
    bot: Bot, broadcast: BroadcastRecord, state: str, reason: str | None = None, **which: int | str
) -> None:
    """Let its rows end like this: all of them, or those to `chat_id`, of `step`."""
    mine = update(OUTBOX).where(OUTBOX.c.broadcast_id == broadcast.id).filter_by(**which)
    message_id = 77 if state == "sent" else None
    change = {"state": state, "reason": reason, "message_id": message_id, "settled_at": bot.now}
    bot.unit.connection.execute(mine.values(change))


def all_got(bot: Bot, broadcast: BroadcastRecord) -> None:
    """Let every group that is approved by now have got it."""
    everybody = queueing.audience(broadcast.campaign, bot.front.default, ())
    queueing.add(bot.unit, Step(broadcast.id, broadcast.kind, "post"), everybody, bot.now)
    settle(bot, broadcast, "sent")


def tick(office: Office) -> list[tuple[str, Outgoing]]:
    """Return what is due by now, with its keys."""
    return due.tick(office.bot.front, office.bot.unit, office.bot.now)


def steps(card: Send | Edit) -> list[str]:
    """Return the words of the card's buttons that say what they do."""
    return [each.split(":")[2] for each in data(card)]
