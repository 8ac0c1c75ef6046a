"""Registrations: who comes with how many, and for whom there is a seat.

Who came first has a seat first: a party waits while those before it leave less room than it needs.
One that is larger than all seats together keeps nobody waiting.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, case, delete, func, or_, select, update

from storage.database import Unit
from storage.ledger_tables import OPENINGS, REGISTRATIONS
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with whom `people` come, themselves included; `chat_id` is where they said so."""

    user_id: int
    chat_id: int
    people: int


@dataclass(frozen=True, slots=True)
class RegistrationRecord:
    """A party in the queue; `seated` says that there is room for it."""

    party: Party
    at: datetime.datetime
    seated: bool


def add(unit: Unit, opening_id: int, party: Party, now: datetime.datetime) -> bool:
    """Register a party at the end of the queue; False when its person is in it already."""
    row = {"opening_id": opening_id, "at": now}
    row |= {name: getattr(party, name) for name in Party.__slots__}
    added = insert(REGISTRATIONS).values(row).on_conflict_do_nothing()
    found = unit.connection.execute(added.returning(REGISTRATIONS.c.id))
    return found.one_or_none() is not None


def resize(unit: Unit, opening_id: int, user_id: int, people: int) -> None:
    """Let so many people come with the person, who keeps their place in the queue."""
    mine = and_(REGISTRATIONS.c.opening_id == opening_id, REGISTRATIONS.c.user_id == user_id)
    unit.connection.execute(update(REGISTRATIONS).where(mine).values(people=people))


def remove(unit: Unit, opening_id: int, user_id: int) -> bool:
    """Let the person's party not come; False when it was not registered."""
    mine = and_(REGISTRATIONS.c.opening_id == opening_id, REGISTRATIONS.c.user_id == user_id)
    return unit.connection.execute(delete(REGISTRATIONS).where(mine)).rowcount == 1


def listing(unit: Unit, opening_id: int) -> list[RegistrationRecord]:
    """Return all parties in their order."""
    queue = _queue().where(REGISTRATIONS.c.opening_id == opening_id)
    rows = unit.connection.execute(queue.order_by(REGISTRATIONS.c.id))
    return [
        RegistrationRecord(Party(row.user_id, row.chat_id, row.people), row.at, bool(row.seated))
        for row in rows
    ]


def registered_chats(campaign: str, no: int) -> Select[Any]:
    """Return the query for the `chat_id` of each chat in which a party with a seat registered."""
    ours = and_(OPENINGS.c.campaign == campaign, OPENINGS.c.no == no)
    queue = _queue().where(ours).subquery()
    return select(queue.c.chat_id).where(queue.c.seated).distinct()


def _queue() -> Select[Any]:
    people, seats = REGISTRATIONS.c.people, OPENINGS.c.seats
    fits = or_(seats.is_(None), people <= seats)
    taken = func.sum(case((fits, people), else_=0)).over(
        partition_by=REGISTRATIONS.c.opening_id, order_by=REGISTRATIONS.c.id
    )
    seated = and_(fits, or_(seats.is_(None), taken <= seats)).label("seated")
    columns = [REGISTRATIONS.c[name] for name in ("user_id", "chat_id", "people", "at")]
    return select(*columns, seated).join(OPENINGS, OPENINGS.c.id == REGISTRATIONS.c.opening_id)
