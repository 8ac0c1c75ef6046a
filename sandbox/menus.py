"""Which menu of commands a person sees (Bot API, determining the list of commands)."""

from sandbox.bots import Bot, Scope
from sandbox.chats import Chat
from sandbox.people import Json, User


def menu(bot: Bot, chat: Chat, user: User) -> list[Json]:
    """Return the commands that `user` is offered in `chat`, in the language of their app."""
    language = (user.language or "").partition("-")[0]
    for scope in _scopes(chat, user):
        for wanted in (language, ""):
            if commands := bot.commands.get((scope, wanted)):
                return commands
    return []


def _scopes(chat: Chat, user: User) -> list[Scope]:
    """Return the scopes that hold, the narrowest first."""
    everyone = [Scope("chat", chat.id)]
    if chat.is_private:
        return [*everyone, Scope("all_private_chats"), Scope()]
    member = chat.present(user.id)
    administers = member is not None and member.administers
    return [
        Scope("chat_member", chat.id, user.id),
        *([Scope("chat_administrators", chat.id)] if administers else []),
        *everyone,
        *([Scope("all_chat_administrators")] if administers else []),
        Scope("all_group_chats"),
        Scope(),
    ]
