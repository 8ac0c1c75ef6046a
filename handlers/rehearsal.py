"""Conversations without a channel: the way of a chat, from text to text, with nothing sent."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from campaign.language.text import clean
from campaign.messages import Chat, ChatKind, Message, Outgoing, Send, Sender, plain
from campaign.zone import VIETNAM
from handlers import router
from handlers.visits import Front
from storage import chats
from storage.database import Database

_SOMEBODY = Sender(id=1)
_NOON = datetime.time(12, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Conversations with `front`, each in a chat of its own, kept in `database`."""

    front: Front
    database: Database
    _numbers: Iterator[int] = field(default_factory=lambda: count(1), init=False)

    def converse(
        self,
        texts: Iterable[str],
        today: datetime.date,
        *,
        campaign: str | None = None,
        kind: ChatKind = "private",
        reply_to_bot: bool = False,
    ) -> list[str | None]:
        """Return the answer to each text of one conversation as plain text; None is silence.

        The chat belongs to `campaign`, None being the default one; it is noon in Vietnam.
        """
        chat = Chat(next(self._numbers), kind)
        now = datetime.datetime.combine(today, _NOON)
        with self.database.begin() as unit:
            if campaign is not None:
                chats.meet(unit, chat, now)
                chats.bind(unit, chat.id, campaign, now)
            return [
                _text(router.handle(self.front, unit, message, now))
                for message in _messages(chat, texts, reply_to_bot=reply_to_bot)
            ]


def _messages(chat: Chat, texts: Iterable[str], *, reply_to_bot: bool) -> Iterator[Message]:
    for number, text in enumerate(texts, 1):
        yield Message(chat, _SOMEBODY, clean(text), number, reply_to_bot)


def _text(outgoing: list[Outgoing]) -> str | None:
    sent = [plain(message.text) for message in outgoing if isinstance(message, Send)]
    return "\n\n".join(sent) or None
