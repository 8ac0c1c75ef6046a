"""Wishes: what people have asked in private to be reminded of."""

import datetime
from dataclasses import asdict, dataclass, replace

from sqlalchemy import delete, func, insert, select, update

from storage.database import Unit
from storage.reminder_tables import WISHES


@dataclass(frozen=True, slots=True)
class WishRecord:
    """A wish as it is kept; `storage.tables.Wish` says what its fields mean."""

    id: int
    chat_id: int
    campaign: str
    activity: int | None
    words: str
    at: datetime.datetime
    until: datetime.datetime


_COLUMNS = [WISHES.c[name] for name in WishRecord.__slots__]


def add(unit: Unit, new: WishRecord) -> WishRecord:
    """Keep a new wish; return it with its id."""
    values = asdict(new)
    del values["id"]
    added = insert(WISHES).values(values).returning(WISHES.c.id)
    return replace(new, id=unit.connection.execute(added).scalar_one())


def of(unit: Unit, chat_id: int) -> list[WishRecord]:
    """Return the person's wishes, the next one first."""
    found = select(*_COLUMNS).where(WISHES.c.chat_id == chat_id)
    rows = unit.connection.execute(found.order_by(WISHES.c.at, WISHES.c.id))
    return [WishRecord(*row) for row in rows]


def about_activities(unit: Unit, campaign: str) -> list[WishRecord]:
    """Return the wishes that are about an activity of the campaign, the oldest first."""
    found = select(*_COLUMNS).where(WISHES.c.campaign == campaign, WISHES.c.activity.is_not(None))
    return [WishRecord(*row) for row in unit.connection.execute(found.order_by(WISHES.c.id))]


def move(unit: Unit, wish: WishRecord) -> None:
    """Let the wish be for its `at` and its `until`, whatever it was for before."""
    moved = update(WISHES).where(WISHES.c.id == wish.id)
    unit.connection.execute(moved.values(at=wish.at, until=wish.until))


def drop(unit: Unit, chat_id: int, wish_id: int) -> bool:
    """Forget a wish of this person's; False when there is none with that id."""
    theirs = delete(WISHES).where(WISHES.c.id == wish_id, WISHES.c.chat_id == chat_id)
    return unit.connection.execute(theirs).rowcount == 1


def take(unit: Unit, now: datetime.datetime, limit: int) -> list[WishRecord]:
    """Return wishes that are due by `now`, and forget them: of `limit` people, one of each.

    Those that are of no use any more are forgotten, too.
    """
    due = WISHES.c.at <= now
    unit.connection.execute(delete(WISHES).where(due, WISHES.c.until <= now))
    first = func.min(WISHES.c.id)
    chosen = select(first).where(due).group_by(WISHES.c.chat_id).order_by(first).limit(limit)
    taken = delete(WISHES).where(WISHES.c.id.in_(chosen)).returning(*_COLUMNS)
    return [WishRecord(*row) for row in unit.connection.execute(taken)]
