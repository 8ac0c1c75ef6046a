"""What happens in the world, as onlookers are told of it."""

from dataclasses import dataclass
from typing import Any, Literal

from sandbox.chats import Chat, Message

EventKind = Literal[
    "message",
    "edit",
    "delete",
    "pin",
    "chat",
    "action",
    "answer",
    "commands",
    "day",
    "webhook",
    "polling",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something an onlooker wants to know at once: a message, an edit, an answer to a press."""

    kind: EventKind
    chat: Chat | None = None
    message: Message | None = None
    body: Any = None
