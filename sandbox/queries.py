"""What people ask a bot by pressing a button or by typing its name, and its answers."""

from dataclasses import dataclass, field

from sandbox.bots import Bot
from sandbox.chats import Chat
from sandbox.people import Json, User


@dataclass(slots=True, eq=False)
class Press:
    """A pressed button; `answer` is the notice of answerCallbackQuery once it came."""

    id: str
    bot: Bot
    user: User
    chat: Chat
    message_id: int
    data: str
    date: float
    answer: Json | None = None

    def as_json(self) -> Json:
        """Return the Bot API's CallbackQuery; a message that is gone is an inaccessible one."""
        target = self.chat.messages.get(self.message_id)
        gone = {"chat": self.chat.as_json(), "message_id": self.message_id, "date": 0}
        return {
            "id": self.id,
            "from": self.user.as_json(),
            "message": target.as_json() if target else gone,
            "chat_instance": str(self.chat.id),
            "data": self.data,
        }


@dataclass(slots=True, eq=False)
class InlineQuery:
    """Something typed after the bot's name; `results` are those of answerInlineQuery."""

    id: str
    bot: Bot
    user: User
    text: str
    date: float
    results: list[Json] = field(default_factory=list)

    def as_json(self) -> Json:
        """Return the Bot API's InlineQuery."""
        return {"id": self.id, "from": self.user.as_json(), "query": self.text, "offset": ""}
