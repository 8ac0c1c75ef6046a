"""The bot joins a chat or leaves it, and chats get new ids."""

import datetime

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
        told = arrivals.tell_of_leaving(front, unit, membership.chat)
        chats.leave(unit, membership.chat.id, now)
        return told
    before = chats.find(unit, membership.chat.id)
    visit = Visit.of(front, unit, membership, now)
    chats.mute(unit, [membership.chat.id], muted=not membership.writable)
    if membership.chat.kind != "group":
        return []
    new = before is None or not before.present
    return [*(greetings.greet_group(visit) if new else []), *arrivals.announce(visit)]


def migrate(unit: Unit, migration: Migration, now: datetime.datetime) -> list[Outgoing]:
    """Give the chat its new id everywhere; Telegram says it up to three times, in any order."""
    chats.rename(unit, migration.old_id, migration.new_id, now)
    return []
