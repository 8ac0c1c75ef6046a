"""What may not simply go on after a restore: the backup does not know what was sent after it."""

import datetime
from dataclasses import dataclass

from sqlalchemy import and_, func, select, update

from campaign.outreach.kinds import POLICIES
from storage import reminders
from storage.database import Unit
from storage.tables import BROADCASTS, OUTBOX

_URGENT = [kind for kind, policy in POLICIES.items() if policy.urgent]


@dataclass(frozen=True, slots=True)
class Held:
    """How many were held back, and how many announcements are still to go by themselves."""

    rows: int
    running: int
    overdue: int
    scheduled: int


def hold_back(unit: Unit, now: datetime.datetime) -> Held:
    """Let nothing be sent that may have been sent after the backup was made.

    Open answers end as cancelled; open announcements, corrections, recalls and reminders as
    unknown, so that staff decide; what was running is paused, and what should have started by
    `now` is a draft again. What is scheduled for later stays so. Reminders of the time between
    are given up; those that were going end with the next tick, which tells the staff.
    """
    is_open = OUTBOX.c.state.in_(("queued", "sending"))
    answer = OUTBOX.c.kind.in_(_URGENT)
    over = {"reason": "restored", "settled_at": now, "owner": None, "leased_until": None}
    unit.connection.execute(
        update(OUTBOX).where(and_(is_open, answer)).values(state="cancelled", **over)
    )
    rows = unit.connection.execute(
        update(OUTBOX).where(and_(is_open, ~answer)).values(state="unknown", **over)
    )
    state, staffs = BROADCASTS.c.state, BROADCASTS.c.kind != "reminder"
    running = unit.connection.execute(
        update(BROADCASTS).where(staffs, state == "running").values(state="paused")
    )
    overdue = unit.connection.execute(
        update(BROADCASTS)
        .where(staffs, state == "scheduled", BROADCASTS.c.due_at <= now)
        .values(state="draft", due_at=None)
    )
    reminders.restart(unit, now)
    scheduled = select(func.count()).select_from(BROADCASTS).where(staffs, state == "scheduled")
    return Held(
        rows.rowcount,
        running.rowcount,
        overdue.rowcount,
        unit.connection.scalar(scheduled) or 0,
    )
