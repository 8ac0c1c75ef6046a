"""A basic group becomes a supergroup with a new id, and says so in four ways, in any order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from sandbox.chats import Chat
from sandbox.events import Event
from sandbox.membership import announce
from sandbox.people import Member, Status, User
from sandbox.world import World

Signal = Literal["to", "from", "left", "joined"]
SIGNALS: tuple[Signal, ...] = ("left", "joined", "to", "from")


def migrate(
    world: World, chat: Chat, by: User | None = None, signals: Sequence[Signal] = SIGNALS
) -> Chat:
    """Turn the group `chat` into a supergroup, which is returned, empty of messages.

    `signals` are sent in the order given: the service messages "to" (in the old chat) and "from"
    (in the new one), and `my_chat_member` "left" the old and "joined" the new. Any send to the
    old id is answered 400 with `migrate_to_chat_id`. Raises ValueError if it is no basic group.
    """
    if chat.kind != "group" or chat.migrated_to is not None:
        raise ValueError("only a basic group can become a supergroup")
    by = by or _owner(chat)
    new = Chat(world.new_group_id(supergroup=True), "supergroup", title=chat.title)
    new.members = {member.user.id: replace(member) for member in chat.members.values()}
    world.groups[new.id] = new
    acts: dict[Signal, Callable[[], object]] = {
        "to": lambda: world.record(chat, by, {"migrate_to_chat_id": new.id}),
        "from": lambda: world.record(new, by, {"migrate_from_chat_id": chat.id}),
        "left": lambda: _tell_bots(world, chat, by, "member", "left"),
        "joined": lambda: _tell_bots(world, new, by, "left", "member"),
    }
    for signal in signals:
        acts[signal]()
    chat.migrated_to = new.id
    world.emit(Event("chat", chat))
    world.emit(Event("chat", new))
    return new


def _tell_bots(world: World, chat: Chat, by: User, before: Status, after: Status) -> None:
    for bot in world.bots.values():
        if chat.present(bot.id):
            announce(world, chat, by, Member(bot.user, before), Member(bot.user, after))


def _owner(chat: Chat) -> User:
    members = list(chat.members.values())
    return next((member for member in members if member.status == "creator"), members[0]).user
