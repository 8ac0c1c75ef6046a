"""How the outbox stands, for whoever operates the bot. Nothing here changes anything."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select

from campaign.outreach.kinds import POLICIES
from storage.database import Unit
from storage.tables import BROADCASTS, OUTBOX

OVERDUE = datetime.timedelta(minutes=5)
"""How late a call may be while nothing of its kind has gone out, before something is wrong."""
_PATIENT = [kind for kind, policy in POLICIES.items() if not policy.urgent]


@dataclass(frozen=True, slots=True)
class Stuck:
    """A row of the outbox that does not end by itself; `since` is when that began."""

    id: int
    kind: str
    chat_id: int
    state: str
    since: datetime.datetime
    reason: str | None


def counts(unit: Unit) -> dict[tuple[str, str], int]:
    """Return how many rows of the outbox there are, by (kind, state)."""
    by = (OUTBOX.c.kind, OUTBOX.c.state)
    rows = unit.connection.execute(select(*by, func.count()).group_by(*by))
    return {(kind, state): number for kind, state, number in rows}


def broadcast_counts(unit: Unit) -> dict[str, int]:
    """Return how many broadcasts there are, by state."""
    by = BROADCASTS.c.state
    rows = unit.connection.execute(select(by, func.count()).group_by(by))
    return {state: number for state, number in rows}  # noqa: C416 - of rows, mypy knows no dict


def stuck(unit: Unit, now: datetime.datetime) -> list[Stuck]:
    """Return the rows that somebody should look at, in the order in which they came.

    Those are being sent by a process that let its lease run out, or are overdue while nothing
    goes out, or are announcements of which nobody knows whether they arrived.
    """
    abandoned = and_(OUTBOX.c.state == "sending", OUTBOX.c.leased_until < now)
    overdue = and_(_due(now - OVERDUE), ~_moving(now - OVERDUE))
    unknown = and_(OUTBOX.c.state == "unknown", OUTBOX.c.kind.in_(_PATIENT))
    since = func.coalesce(OUTBOX.c.settled_at, OUTBOX.c.leased_until, OUTBOX.c.due_at)
    columns = (OUTBOX.c.id, OUTBOX.c.kind, OUTBOX.c.chat_id, OUTBOX.c.state, since, OUTBOX.c.reason)
    found = select(*columns).where(or_(abandoned, overdue, unknown)).order_by(OUTBOX.c.id)
    return [Stuck(*row) for row in unit.connection.execute(found)]


def oldest_due(unit: Unit, now: datetime.datetime) -> datetime.datetime | None:
    """Return since when the call that has waited longest could have been made; None if none can.

    What belongs to a paused broadcast is not waiting for the bot.
    """
    oldest: datetime.datetime | None = unit.connection.scalar(
        select(func.min(OUTBOX.c.due_at)).where(_due(now))
    )
    return oldest


def answers(unit: Unit) -> bool:
    """Ask the database for something; True, unless it raises DatabaseError."""
    return bool(unit.connection.scalar(select(literal(1))))


def _due(now: datetime.datetime) -> ColumnElement[bool]:
    paused = exists().where(
        BROADCASTS.c.id == OUTBOX.c.broadcast_id, BROADCASTS.c.state == "paused"
    )
    return and_(OUTBOX.c.state == "queued", OUTBOX.c.due_at <= now, ~paused)


def _moving(since: datetime.datetime) -> ColumnElement[bool]:
    """Whether anything that may wait has gone out since: then the rest is only waiting its turn."""
    other: Any = OUTBOX.alias()
    return exists().where(
        other.c.kind.in_(_PATIENT), other.c.state != "queued", other.c.settled_at > since
    )
