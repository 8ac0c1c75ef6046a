"""Joining, leaving, promoting, muting, blocking: who stands how in a chat, and who is told."""

from dataclasses import replace

from sandbox.bots import Bot
from sandbox.chats import Chat
from sandbox.events import Event
from sandbox.people import ADMINISTRATOR_RIGHTS, Json, Member, Status, User
from sandbox.world import World


def add(
    world: World, chat: Chat, user: User, by: User | None = None, *, service_first: bool = False
) -> None:
    """Let `user`, who may be a bot, join `chat`: by themselves, or added `by` somebody.

    A bot hears of it twice, `my_chat_member` and a service message; `service_first` swaps them.
    """
    bot = world.bot_of(user)
    joined = Member(user, reads_all=bool(bot and not bot.privacy))
    _move(world, chat, joined, by or user, service_first=service_first)


def remove(
    world: World,
    chat: Chat,
    user: User,
    by: User | None = None,
    *,
    service_first: bool = False,
) -> None:
    """Let `user` leave `chat` by themselves, or be removed and banned `by` somebody else."""
    gone = Member(user, "left" if by in {None, user} else "kicked")
    _move(world, chat, gone, by or user, service_first=service_first)


def promote(
    world: World, chat: Chat, user: User, by: User, rights: frozenset[str] | None = None
) -> None:
    """Make `user` an administrator with `rights`, by default all; with none, a member again."""
    if rights is None:
        rights = frozenset(ADMINISTRATOR_RIGHTS)
    status: Status = "administrator" if rights else "member"
    change(world, chat, replace(_standing(chat, user), status=status, rights=rights), by)


def restrict(
    world: World, chat: Chat, user: User, by: User, permissions: frozenset[str] = frozenset()
) -> None:
    """Leave `user` only `permissions`: without any they are muted."""
    muted = replace(
        _standing(chat, user), status="restricted", permissions=permissions, rights=frozenset()
    )
    change(world, chat, muted, by)


def change(world: World, chat: Chat, member: Member, by: User) -> None:
    """Give somebody another standing, and tell them, if a bot, and the bots that administer."""
    before = _put(chat, member)
    announce(world, chat, by, before, member)


def announce(world: World, chat: Chat, by: User, before: Member, after: Member) -> None:
    """Send `my_chat_member` to the bot that is meant, `chat_member` to administering bots."""
    body: Json = {
        "chat": chat.as_json(),
        "from": by.as_json(),
        "date": world.now(),
        "old_chat_member": before.as_json(),
        "new_chat_member": after.as_json(),
    }
    for bot in world.bots.values():
        if bot.user is after.user:
            world.tell(bot, "my_chat_member", body, lane=f"my member {chat.id}")
        elif (watcher := chat.present(bot.id)) and watcher.administers:
            world.tell(bot, "chat_member", body, lane=f"member {after.user.id}")
    world.emit(Event("chat", chat))


def block(world: World, user: User, bot: Bot | None = None, *, blocked: bool = True) -> None:
    """Let a person block the bot in private, or unblock it; it is told once."""
    bot = bot or world.bot
    chat = world.private_chat(user, bot)
    if chat.blocked != blocked:
        chat.blocked = blocked
        member, kicked = Member(bot.user), Member(bot.user, "kicked")
        announce(world, chat, user, *((member, kicked) if blocked else (kicked, member)))


def _move(world: World, chat: Chat, after: Member, by: User, *, service_first: bool) -> None:
    before = _put(chat, after)
    user = after.user.as_json()
    content: Json = {"new_chat_members": [user]} if after.present else {"left_chat_member": user}
    if service_first:
        world.record(chat, by, content)
    announce(world, chat, by, before, after)
    if not service_first:
        world.record(chat, by, content)


def _put(chat: Chat, member: Member) -> Member:
    before = chat.members.get(member.user.id) or Member(member.user, "left")
    chat.members[member.user.id] = member
    return before


def _standing(chat: Chat, user: User) -> Member:
    return chat.members.get(user.id) or Member(user)
