"""People who run the bot and who act for a campaign, each in their own private chat."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import select

from campaign.messages import Chat, Edit, Outgoing, Send, Sender, plain
from storage import groups, staff
from storage.audit import AuditRecord
from storage.groups import GroupRecord
from storage.tables import AUDIT, METADATA
from tests.handlers.bot import GROUP, Bot, said

OWN, OTHER = "song-xanh-2024", "nui-cao-2024"
OWNER = Sender(19, "Người vận hành", "vi")
OFFICER = Sender(20, "Cán bộ Sông Xanh", "vi")
COLLEAGUE = Sender(21, "Cán bộ Sông Xanh", "vi")
RIVAL = Sender(22, "Cán bộ Núi Cao", "vi")
STRANGER = Sender(23, "Người lạ", "vi")


@dataclass
class Person:
    """Somebody in private with the bot."""

    bot: Bot
    sender: Sender

    @property
    def chat(self) -> Chat:
        return Chat(self.sender.id, "private")

    def writes(self, text: str) -> list[Outgoing]:
        return self.bot.hears(text, self.chat, self.sender)

    def asks(self, text: str) -> str:
        """Return the one answer to `text`."""
        return said(self.writes(text))

    def presses(self, data: str, chat: Chat | None = None) -> list[Outgoing]:
        return self.bot.press(data, chat or self.chat, self.sender)


@dataclass
class Office:
    """The bot of two alliances and those who look after it."""

    bot: Bot
    owner: Person
    officer: Person
    colleague: Person
    rival: Person
    stranger: Person

    @classmethod
    def of(cls, bot: Bot) -> Self:
        for sender, campaign in ((OFFICER, OWN), (COLLEAGUE, OWN), (RIVAL, OTHER)):
            staff.add(bot.unit, sender.id, campaign, OWNER.id, bot.now)
        return cls.at_work(bot)

    @classmethod
    def at_work(cls, bot: Bot) -> Self:
        """Return the office where the staff are known already."""
        people = (OWNER, OFFICER, COLLEAGUE, RIVAL, STRANGER)
        return cls(bot, *(Person(bot, sender) for sender in people))

    def group(self, chat: Chat = GROUP) -> GroupRecord:
        found = groups.find(self.bot.unit, chat.id, self.bot.front.default)
        assert found
        return found

    def log(self) -> list[AuditRecord]:
        """Return everything that was written down, the newest first."""
        columns = [AUDIT.c[name] for name in AuditRecord.__slots__]
        rows = self.bot.unit.connection.execute(select(*columns).order_by(AUDIT.c.id.desc()))
        return [AuditRecord(*row) for row in rows]

    def lines(self) -> list[tuple[int, str, str]]:
        return [(line.user_id, line.action, line.detail) for line in self.log()]


def cards(outgoing: list[Outgoing]) -> dict[int, Send]:
    """Return what is sent to private chats, by the number of the person."""
    return {
        each.chat.id: each
        for each in outgoing
        if isinstance(each, Send) and each.chat.kind == "private"
    }


def text_of(message: Send | Edit) -> str:
    return plain(message.text)


def kept(office: Office) -> dict[str, list[str]]:
    """Return every row of every table, except for the audit log."""
    return {
        name: sorted(map(repr, office.bot.unit.connection.execute(select(table))))
        for name, table in METADATA.tables.items()
        if name != "audit"
    }


def written(office: Office) -> list[tuple[int, str, str]]:
    """Return who did what, as the audit log has it, from the beginning."""
    columns = (AUDIT.c.user_id, AUDIT.c.action, AUDIT.c.detail)
    found = office.bot.unit.connection.execute(select(*columns).order_by(AUDIT.c.id))
    return [(user_id, action, detail) for user_id, action, detail in found]
