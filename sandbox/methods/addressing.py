"""Finding the chat of a call, and whether the bot may write there."""

from sandbox.bots import Bot
from sandbox.calls import Call
from sandbox.chats import Chat, Message
from sandbox.errors import bad_request, forbidden, migrated
from sandbox.people import User


def chat_of(call: Call, name: str = "chat_id") -> Chat:
    """Return the chat that the parameter `name` means. Raises ApiError as Telegram does."""
    value = call.text(name).strip()
    if not value:
        raise bad_request(f"{name} is empty")
    if value.startswith("@"):
        return _public(call, value[1:])
    try:
        chat_id = int(value)
    except ValueError:
        raise bad_request("chat not found") from None
    if chat_id > 0:
        return _private(call, chat_id)
    chat = call.world.groups.get(chat_id)
    if chat is None or call.bot.id not in chat.members:
        raise bad_request("chat not found")
    return chat


def chat_with(call: Call) -> Chat:
    """Return the chat of a call which needs the bot to be in it."""
    chat = chat_of(call)
    check_presence(call.bot, chat)
    return chat


def check_presence(bot: Bot, chat: Chat) -> None:
    """Raise ApiError unless `bot` is in `chat` and the chat still exists."""
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if chat.user:
        _check_person(chat, chat.user)
        return
    member = chat.members[bot.id]
    name = "supergroup chat" if chat.kind == "supergroup" else "group chat"
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {name}")
    if not member.present:
        raise forbidden(f"bot is not a member of the {name}")


def writable(call: Call, permission: str, what: str) -> Chat:
    """Return the chat of a call that sends `what` ("text messages"), or raise ApiError."""
    chat = chat_with(call)
    check_may_send(call.bot, chat, permission, what)
    return chat


def check_may_send(bot: Bot, chat: Chat, permission: str, what: str) -> None:
    """Raise ApiError unless `bot` may send `what` in `chat`, which takes `permission`."""
    member = chat.members.get(bot.id)
    if member is None or member.administers:
        return
    if not member.may_send(permission) or permission not in chat.permissions:
        raise bad_request(f"not enough rights to send {what} to the chat")


def message_of(call: Call, chat: Chat, doing: str, name: str = "message_id") -> Message:
    """Return the message of a call, or raise ApiError "message to `doing` not found"."""
    message = chat.messages.get(call.integer(name))
    if message is None:
        raise bad_request(f"message to {doing} not found")
    return message


def _public(call: Call, username: str) -> Chat:
    for chat in call.world.groups.values():
        if chat.username and chat.username.lower() == username.lower():
            return chat
    raise bad_request("chat not found")


def _private(call: Call, user_id: int) -> Chat:
    chat = call.bot.private.get(user_id)
    if chat:
        return chat
    user = call.world.users.get(user_id)
    if user is None:
        raise bad_request("chat not found")
    return Chat(user_id, "private", user=user)


def _check_person(chat: Chat, user: User) -> None:
    if user.is_bot:
        raise forbidden("the bot can't send messages to the bot")
    if user.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
