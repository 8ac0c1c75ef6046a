"""What the page and the control endpoints show of the world, as JSON."""

from sandbox.bots import Bot
from sandbox.chats import Chat, Message
from sandbox.events import Event
from sandbox.people import Json
from sandbox.world import World

_NEWEST = 200
SHOWN = frozenset(
    {"message", "edit", "delete", "pin", "chat", "action", "answer", "commands", "day"}
)
"""The kinds of events that onlookers get."""


def world_view(world: World) -> Json:
    """Return the first bot and its chats, those that live on as a supergroup left out."""
    chats = [chat for chat in world.chats() if chat.migrated_to is None]
    return {"bot": bot_view(world.bot), "chats": [chat_view(world, chat) for chat in chats]}


def bot_view(bot: Bot) -> Json:
    """Return the bot's name and switches."""
    return {
        "id": bot.id,
        "name": bot.user.name,
        "username": bot.user.username,
        "privacy": bot.privacy,
        "pending": len(bot.updates),
    }


def chat_view(world: World, chat: Chat) -> Json:
    """Return a chat with its people and its newest messages."""
    messages = list(chat.messages.values())[-_NEWEST:]
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.user.name if chat.user else chat.title,
        "forum": chat.is_forum,
        "migrated_to": chat.migrated_to,
        "blocked": chat.blocked,
        "pinned": _pinned(chat),
        "general_closed": chat.general_closed,
        "reads_all": _reads_all(world.bot, chat),
        "topics": [
            {"id": topic.id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ],
        "members": _members(world, chat),
        "messages": [message_view(message) for message in messages],
    }


def _pinned(chat: Chat) -> Json | None:
    """Return the message that was pinned last."""
    message = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    return message_view(message) if message else None


def _reads_all(bot: Bot, chat: Chat) -> bool:
    member = chat.members.get(bot.id)
    return chat.is_private or (member is not None and (member.reads_all or member.administers))


def _members(world: World, chat: Chat) -> list[Json]:
    if chat.user:
        people = [(chat.user, "member"), (world.bot.user, "member")]
    else:
        people = [(member.user, member.status) for member in chat.members.values()]
    return [
        {
            "id": user.id,
            "name": user.name,
            "language": user.language,
            "is_bot": user.is_bot,
            "status": status,
        }
        for user, status in people
    ]


def message_view(message: Message) -> Json:
    """Return a message with the reactions to it, which the Bot API keeps apart."""
    reactions = [reaction for chosen in message.reactions.values() for reaction in chosen]
    return message.as_json() | ({"reactions": reactions} if reactions else {})


def event_view(world: World, event: Event) -> Json:
    """Return an event as onlookers get it."""
    body: Json = {"kind": event.kind, "chat_id": event.chat.id if event.chat else None}
    if event.message:
        body["message"] = message_view(event.message)
    elif event.kind == "chat" and event.chat:
        body["chat"] = chat_view(world, event.chat)
    elif event.kind == "pin" and event.chat:
        body["pinned"] = _pinned(event.chat)
    elif event.kind in {"action", "answer", "day"}:
        body["body"] = event.body
    return body
