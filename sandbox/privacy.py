"""Which messages of a group a bot receives (Bot features, privacy mode; Bots FAQ)."""

from sandbox.bots import Bot
from sandbox.chats import Chat, Message
from sandbox.people import Json, Member


def sees(bot: Bot, message: Message) -> bool:
    """Return whether `bot` gets `message` as an update."""
    chat = message.chat
    if chat.is_private:
        return bot.private.get(chat.id) is chat and message.sender is not bot.user
    member = chat.present(bot.id)
    if member is None:
        return bool(message.content.get("left_chat_member", {}).get("id") == bot.id)
    if message.is_service:
        return True
    if message.sender.is_bot and message.sender_chat is None:
        return False
    return member.reads_all or member.administers or _meant_for(bot, message)


def _meant_for(bot: Bot, message: Message) -> bool:
    """Let a reply win over a command; a plain mention is no reason."""
    target = message.reply_to
    if target and target.sender.is_bot and target.sender_chat is None:
        return target.sender is bot.user
    return any(
        _addressee(bot, message.chat, _slice(message.text, entity)) == bot.user.username.lower()
        for entity in message.entities
        if entity["type"] == "bot_command"
    )


def _addressee(bot: Bot, chat: Chat, command: str) -> str:
    """Return the bot that `command` is for: `/x@bot` names it, a bare `/x` means the last writer.

    Where no bot ever wrote, the only bot in the group is meant.
    """
    _, at, name = command.partition("@")
    if at:
        return name.lower()
    present = {member.user.id for member in chat.members.values() if _is_bot(member)}
    last = chat.last_bot if chat.last_bot in present else None
    meant = last == bot.id or (last is None and present == {bot.id})
    return bot.user.username.lower() if meant else ""


def _is_bot(member: Member) -> bool:
    return member.present and member.user.is_bot


def _slice(text: str, entity: Json) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    start = 2 * entity["offset"]
    return units[start : start + 2 * entity["length"]].decode("utf-16-le", "surrogatepass")
