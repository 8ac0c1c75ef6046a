"""What became of a broadcast, group by group."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import func, select

from campaign.outreach.progress import Tally
from storage import receipts
from storage.broadcasts import FAILED, BroadcastRecord, Kind
from storage.database import Unit
from storage.tables import CHATS, OUTBOX

COUNTED: Mapping[Kind, tuple[str, ...]] = {
    "announcement": ("post",),
    "correction": ("edit",),
    "recall": ("edit", "delete"),
    "reminder": ("post",),
}
"""The steps that are one for each group."""


def tally(unit: Unit, broadcast: BroadcastRecord) -> Tally:
    """Return how many of its groups are in which state, and how many have confirmed it."""
    columns = (OUTBOX.c.step, OUTBOX.c.state, OUTBOX.c.reason)
    counted = select(*columns, func.count()).where(OUTBOX.c.broadcast_id == broadcast.id)
    found: dict[str, list[tuple[str, str | None, int]]] = defaultdict(list)
    for step, *row in unit.connection.execute(counted.group_by(*columns)):
        found["" if step in COUNTED[broadcast.kind] else step].append(tuple(row))
    groups = found.pop("", [])
    besides = {step: Tally.of(rows) for step, rows in found.items()}
    return replace(Tally.of(groups, *receipts.count(unit, broadcast.id)), besides=besides)


def unreached(unit: Unit, broadcast: BroadcastRecord) -> list[str]:
    """Return what to call the groups in which not all of it is done, as far as is known."""
    missed = (
        select(func.coalesce(CHATS.c.name, CHATS.c.title))
        .join(OUTBOX, OUTBOX.c.chat_id == CHATS.c.id)
        .where(
            OUTBOX.c.broadcast_id == broadcast.id,
            OUTBOX.c.state.in_((*FAILED, "gone")),
        )
        .group_by(CHATS.c.id)
        .order_by(func.min(OUTBOX.c.id))
    )
    return list(unit.connection.scalars(missed))
