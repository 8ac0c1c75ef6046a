"""Staff: who acts for which campaign. Who runs the bot acts for all and is not kept here."""

import datetime
from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from storage.database import Unit
from storage.tables import STAFF


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """Somebody who acts for a campaign, and since when."""

    user_id: int
    added_at: datetime.datetime


def campaigns_of(unit: Unit, user_id: int) -> frozenset[str]:
    """Return the campaigns for which the person acts."""
    found = select(STAFF.c.campaign).where(STAFF.c.user_id == user_id)
    return frozenset(unit.connection.scalars(found))


def members(unit: Unit, campaign: str) -> list[StaffRecord]:
    """Return the staff of the campaign, who was added first coming first."""
    found = (
        select(STAFF.c.user_id, STAFF.c.added_at)
        .where(STAFF.c.campaign == campaign)
        .order_by(STAFF.c.added_at, STAFF.c.user_id)
    )
    return [StaffRecord(*row) for row in unit.connection.execute(found)]


def add(unit: Unit, user_id: int, campaign: str, added_by: int, now: datetime.datetime) -> None:
    """Let the person, who does not yet, act for the campaign."""
    row = {"user_id": user_id, "campaign": campaign, "added_by": added_by, "added_at": now}
    unit.connection.execute(insert(STAFF), row)


def remove(unit: Unit, user_id: int, campaign: str) -> bool:
    """Let the person no longer act for the campaign; say whether they did."""
    gone = delete(STAFF).where(STAFF.c.user_id == user_id, STAFF.c.campaign == campaign)
    return unit.connection.execute(gone).rowcount == 1
