"""A bot to speak to in tests, and people and chats to speak from."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from campaign.messages import (
    Acknowledge,
    Chat,
    Edit,
    Incoming,
    Membership,
    Message,
    Migration,
    Outgoing,
    Press,
    Send,
    Sender,
    plain,
)
from handlers import router
from handlers.visits import Front
from storage.database import Unit

PRIVATE = Chat(7, "private")
GROUP = Chat(-100, "group", "Nhóm HTX")
OTHER_GROUP = Chat(-200, "group", "Nhóm khác")
MEMBER = Sender(7, "Chị A", "vi")
NEIGHBOUR = Sender(8, "Bác B", "vi")
FOREIGNER = Sender(9, "C", "en-GB")
ADMIN = Sender(10, "Tổ trưởng", "vi", admin=True)
UNKNOWN = Sender(11, "Chị D", "vi", admin=None)
ANONYMOUS = Sender(1087968824, "Nhóm HTX", anonymous=True, admin=True)


@dataclass
class Bot:
    """Hears one thing at a time; `now` can be moved."""

    front: Front
    unit: Unit
    now: datetime.datetime
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def handle(self, incoming: Incoming) -> list[Outgoing]:
        return router.handle(self.front, self.unit, incoming, self.now)

    def hears(
        self, text: str, chat: Chat = PRIVATE, sender: Sender = MEMBER, *, reply: bool = False
    ) -> list[Outgoing]:
        return self.handle(Message(chat, sender, text, next(self._ids), reply))

    def answer(
        self, text: str, chat: Chat = PRIVATE, sender: Sender = MEMBER, *, reply: bool = False
    ) -> str:
        """Return the text of the one message that answers `text`."""
        return said(self.hears(text, chat, sender, reply=reply))

    def press(self, data: str, chat: Chat = PRIVATE, sender: Sender = MEMBER) -> list[Outgoing]:
        """Return what follows the press, whose message is number 50."""
        return self.handle(Press(chat, sender, data, "press", 50))

    def joins(self, chat: Chat = GROUP, sender: Sender = ADMIN) -> list[Outgoing]:
        return self.handle(Membership(chat, sender, present=True))

    def leaves(self, chat: Chat = GROUP, sender: Sender = ADMIN) -> list[Outgoing]:
        return self.handle(Membership(chat, sender, present=False))

    def migrates(self, old: int, new: int) -> list[Outgoing]:
        return self.handle(Migration(old, new))

    def wait(self, **time: float) -> None:
        self.now += datetime.timedelta(**time)


def sent(outgoing: list[Outgoing]) -> Send:
    """Return the one message that is sent, and nothing else."""
    (only,) = outgoing
    assert isinstance(only, Send)
    return only


def said(outgoing: list[Outgoing]) -> str:
    return plain(sent(outgoing).text)


def edited(outgoing: list[Outgoing]) -> Edit:
    """Return the edit that follows a press without a notice."""
    acknowledge, edit = outgoing
    assert acknowledge == Acknowledge("press")
    assert isinstance(edit, Edit)
    assert edit.message_id == 50
    return edit


def picked(outgoing: list[Outgoing]) -> Send:
    """Return the message that follows a press without a notice."""
    acknowledge, send = outgoing
    assert acknowledge == Acknowledge("press")
    assert isinstance(send, Send)
    return send


def notice(outgoing: list[Outgoing]) -> str:
    """Return the short notice that is all that a press brings."""
    (only,) = outgoing
    assert isinstance(only, Acknowledge)
    assert only.press_id == "press"
    return only.notice


def data(message: Send | Edit) -> list[str]:
    """Return what the buttons under a message send back."""
    return [button.data for row in message.buttons for button in row]


def labels(message: Send | Edit) -> list[str]:
    return [button.label for row in message.buttons for button in row]
