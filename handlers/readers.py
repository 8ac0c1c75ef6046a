"""Who reads what staff are shown: not always who has just spoken to the bot."""

import datetime
from dataclasses import dataclass

from campaign.messages import Chat, Language
from handlers.visits import Front, Visit
from storage import chats, staff
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who sees a card, now (aware), in their private chat."""

    front: Front
    unit: Unit
    now: datetime.datetime
    user_id: int
    language: Language

    @property
    def chat(self) -> Chat:
        """Where they see it."""
        return Chat(self.user_id, "private")


def reader(visit: Visit) -> Reader:
    """Return who speaks to the bot as one who reads a card."""
    return Reader(visit.front, visit.unit, visit.now, visit.sender.id, visit.language)


def somebody(front: Front, unit: Unit, now: datetime.datetime, user_id: int) -> Reader:
    """Return somebody to whom the bot speaks first."""
    return Reader(front, unit, now, user_id, chats.language(unit, user_id))


def staff_of(front: Front, unit: Unit, campaign: str) -> list[int]:
    """Return the ids of all who act for the campaign, owners included."""
    members = {each.user_id for each in staff.members(unit, campaign)}
    return sorted(members | front.owners)
