"""The bot joins a chat or leaves it, and chats get new ids."""

import datetime
from dataclasses import replace

from campaign.messages import Membership, Migration, Outgoing
from handlers import arrivals, greetings
from handlers.visits import Front, Visit
from storage import chats
from storage.database import Unit


def join_or_leave(
    front: Front, unit: Unit, membership: Membership, now: datetime.datetime
) -> list[Outgoing]:
    """Greet a group that the bot is new in, remember a chat that it has left; tell the staff."""
    if not membership.present:
        return lose(front, unit, membership.chat.id, now)
    before = chats.find(unit, membership.chat.id)
    visit = Visit.of(front, unit, membership, now)
    chats.mute(unit, [membership.chat.id], muted=not membership.writable)
    if membership.chat.kind != "group":
        return []
    new = before is None or not before.present
    told = [*(greetings.greet_group(visit) if new else []), *arrivals.announce(visit)]
    about = visit.chat.id if chats.has_namesake(unit, membership.chat) else None
    return [replace(each, about=about) for each in told]


def lose(front: Front, unit: Unit, chat_id: int, now: datetime.datetime) -> list[Outgoing]:
    """Remember that the bot is no longer in the chat, however that was found out.

    The staff are told of an approved group, once: an update and a message that could not be
    sent may both say so.
    """
    told = arrivals.tell_of_leaving(front, unit, chat_id)
    chats.leave(unit, chat_id, now)
    return told


def migrate(unit: Unit, migration: Migration, now: datetime.datetime) -> list[Outgoing]:
    """Give the chat its new id everywhere; Telegram says it up to three times, in any order."""
    chats.rename(unit, migration.old_id, migration.new_id, now)
    return []
