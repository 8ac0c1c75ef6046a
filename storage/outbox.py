"""The outbox: every call that is to be made, claimed before it is made and settled after it.

docs/delivery.md tells what each state means.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil
from typing import Literal

from sqlalchemy import and_, bindparam, delete, or_, select, update

from campaign.outreach.kinds import POLICIES, Kind
from storage import pace
from storage.database import Unit
from storage.statements import Statement
from storage.tables import BROADCASTS, OUTBOX
from storage.upserts import insert

LEASE = datetime.timedelta(seconds=60)
"""How long a row that is being sent belongs to the process that sends it."""
KEPT = datetime.timedelta(hours=48)
"""For how long a reply or notice that is over is kept."""
_AHEAD = 0.25
"""How many seconds before it may go a call is claimed."""
_LONGEST_PAUSE = datetime.timedelta(seconds=pace.LONGEST_HOLD)
_URGENT = [kind for kind, policy in POLICIES.items() if policy.urgent]
_AGAIN = [kind for kind, policy in POLICIES.items() if policy.interrupted == "again"]


@dataclass(frozen=True, slots=True)
class Over:
    """How a call ended. `reason` is a short code for the staff.

    sent: what was wanted is the case, as `message_id` where a message was sent; gone: the chat
    cannot be written to until somebody brings the bot back; failed: refused for good; unknown:
    nobody knows whether it took effect.
    """

    state: Literal["sent", "gone", "failed", "unknown"]
    reason: str | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A call that is being made by the process that holds the row.

    It may go `wait` seconds after it was claimed.
    """

    key: str
    kind: Kind
    chat_id: int
    broadcast_id: int | None
    step: str | None
    target_id: int | None
    payload: str | None
    attempts: int
    expires_at: datetime.datetime
    wait: float = 0


_COLUMNS = [OUTBOX.c[name] for name in Row.__slots__ if name != "wait"]
_ADD_COLUMNS = (
    *("key", "kind", "chat_id", "payload", "state", "due_at", "expires_at", "attempts"),
    *("owner", "leased_until", "created_at"),
)
_ADD = Statement(insert(OUTBOX).on_conflict_do_nothing(), *_ADD_COLUMNS)
_SETTLE = Statement(
    update(OUTBOX)
    .where(
        OUTBOX.c.key == bindparam("row"),
        or_(OUTBOX.c.state == "sending", OUTBOX.c.state == "unknown"),
    )
    .values(
        state=bindparam("becomes"),
        message_id=bindparam("message"),
        reason=bindparam("why"),
        settled_at=bindparam("now"),
        owner=None,
        leased_until=None,
    )
)
_HELD = update(OUTBOX).where(OUTBOX.c.key == bindparam("row"), OUTBOX.c.state == "sending")
_DEFER = update(OUTBOX).where(OUTBOX.c.key == bindparam("row")).values(due_at=bindparam("due"))
_LATER = _HELD.values(state="queued", due_at=bindparam("due"), owner=None, leased_until=None)
_EXTEND = _HELD.values(leased_until=bindparam("until"))
_PLACE = select(OUTBOX.c.chat_id).where(OUTBOX.c.key == bindparam("row"))  # it may have moved
_RUNNING = select(BROADCASTS.c.id).where(BROADCASTS.c.state == "running").order_by(BROADCASTS.c.id)


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that sends: `owner` names it; `rate` is what all chats may get in a second."""

    owner: str
    rate: float


def begin(unit: Unit, holder: Holder, row: Row, now: datetime.datetime) -> bool:
    """Add a call that `holder` makes at once; False when its key has been added before."""
    values = {
        "key": row.key,
        "kind": row.kind,
        "chat_id": row.chat_id,
        "payload": row.payload,
        "state": "sending",
        "due_at": now,
        "expires_at": row.expires_at,
        "attempts": row.attempts,
        "owner": holder.owner,
        "leased_until": now + LEASE,
        "created_at": now,
    }
    if _ADD.run(unit, values) == 0:
        return False
    pace.charge(unit, row.chat_id, now, holder.rate)
    return True


def claim(unit: Unit, holder: Holder, now: datetime.datetime, limit: int) -> tuple[list[Row], bool]:
    """Return the next calls that may wait, and whether there are others that are due.

    They are committed as being sent before the first is made, and belong to `holder`.
    """
    # Some of the chats may have got something else just now.
    found = _queued(unit, now, 2 * min(limit, ceil(holder.rate * _AHEAD)))
    if not found:
        return [], False
    free = pace.slots(unit, now, holder.rate)
    room = min(limit, free.until(_AHEAD))
    chosen = _free(unit, found, now)[:room] if room else []
    rows = [replace(row, wait=free.waits(number)) for number, row in enumerate(chosen)]
    if rows:
        pace.take(unit, free, [row.chat_id for row in rows])
        _hold(unit, holder, [row.key for row in rows], now)
    return rows, True


def _hold(unit: Unit, holder: Holder, keys: list[str], now: datetime.datetime) -> None:
    unit.connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.key.in_(keys))
        .values(
            state="sending",
            attempts=OUTBOX.c.attempts + 1,
            owner=holder.owner,
            leased_until=now + LEASE,
        )
    )


def _queued(unit: Unit, now: datetime.datetime, limit: int) -> list[Row]:
    """Return up to `limit` rows that are due; the broadcasts that are running take turns."""
    sources = [None, *unit.connection.scalars(_RUNNING)]
    turns = zip_longest(*(_due(unit, source, now, limit) for source in sources))
    return [row for turn in turns for row in turn if row][:limit]


def _due(unit: Unit, broadcast_id: int | None, now: datetime.datetime, limit: int) -> list[Row]:
    found = (
        select(*_COLUMNS)
        .where(
            OUTBOX.c.broadcast_id == broadcast_id,
            OUTBOX.c.state == "queued",
            # Nothing is put off for so long: then it is the clock that was set back.
            or_(OUTBOX.c.due_at <= now, OUTBOX.c.due_at > now + _LONGEST_PAUSE),
            OUTBOX.c.expires_at > now,
        )
        .order_by(OUTBOX.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Row(*row) for row in unit.connection.execute(found)]


def _free(unit: Unit, found: Sequence[Row], now: datetime.datetime) -> list[Row]:
    """Return the rows whose chats may be written to now, one for each; the others wait."""
    early = pace.busy(unit, {row.chat_id for row in found}, now)
    rows: list[Row] = []
    for row in found:
        if row.chat_id in early:
            unit.connection.execute(_DEFER, {"row": row.key, "due": early[row.chat_id]})
        else:
            rows.append(row)
            early[row.chat_id] = now + datetime.timedelta(seconds=pace.interval(row.chat_id))
    return rows


def holds(unit: Unit, occasion: str) -> bool:
    """Say whether anything that was said on this occasion is in the outbox."""
    keys = (occasion, f"{occasion}:0")
    found = select(OUTBOX.c.id).where(OUTBOX.c.key.in_(keys)).limit(1)
    return unit.connection.scalar(found) is not None


def settle(unit: Unit, ended: Iterable[tuple[str, Over]], now: datetime.datetime) -> None:
    """Let rows end that were being sent, by their keys; those that have ended already stay.

    Whoever sent a row knows better than whoever took its lease for over.
    """
    rows = [
        {
            "row": key,
            "becomes": over.state,
            "message": over.message_id,
            "why": over.reason,
            "now": now,
        }
        for key, over in ended
    ]
    _SETTLE.run_each(unit, rows)


def postpone(unit: Unit, key: str, due: datetime.datetime) -> None:
    """Put a row that is known not to have been sent back, to be claimed again at `due`."""
    unit.connection.execute(_LATER, {"row": key, "due": due})


def extend(unit: Unit, key: str, until: datetime.datetime) -> None:
    """Keep a row that is still to be sent by its holder until `until` and a lease longer."""
    unit.connection.execute(_EXTEND, {"row": key, "until": until + LEASE})


def follow(unit: Unit, row: Row, step: str, target_id: int, now: datetime.datetime) -> None:
    """Queue the call that comes after `row` has been sent: `step` upon its message."""
    values = {
        "key": f"broadcast:{row.broadcast_id}:{step}:{row.chat_id}",
        "kind": row.kind,
        "chat_id": unit.connection.scalar(_PLACE, {"row": row.key}),
        "broadcast_id": row.broadcast_id,
        "step": step,
        "target_id": target_id,
        "payload": None,
        "state": "queued",
        "due_at": now,
        "expires_at": row.expires_at,
        "attempts": 0,
        "created_at": now,
    }
    unit.connection.execute(insert(OUTBOX).on_conflict_do_nothing(), values)


def recover(unit: Unit, holder: Holder, now: datetime.datetime, *, alone: bool) -> list[Row]:
    """Settle what was being sent by a process that has died, as the policy of its kind says.

    Returns the rows that `holder` is to send again. `alone` says that no other process sends, so
    that whatever somebody else holds has been left behind; else its lease must be over.
    """
    left = and_(OUTBOX.c.state == "sending", OUTBOX.c.owner != holder.owner)
    if not alone:
        left = and_(left, OUTBOX.c.leased_until < now)
    unit.connection.execute(
        update(OUTBOX)
        .where(left, OUTBOX.c.kind.not_in(_AGAIN))
        .values(state="unknown", reason="interrupted", settled_at=now, owner=None)
    )
    again = (
        update(OUTBOX)
        .where(left, OUTBOX.c.expires_at > now)
        .values(owner=holder.owner, leased_until=now + LEASE, attempts=OUTBOX.c.attempts + 1)
        .returning(*_COLUMNS)
    )
    return [Row(*row) for row in unit.connection.execute(again)]


def expire(unit: Unit, now: datetime.datetime) -> int:
    """End what comes too late to be of use; return how many rows."""
    late = (
        update(OUTBOX)
        .where(
            OUTBOX.c.expires_at <= now,
            or_(
                OUTBOX.c.state == "queued",
                and_(OUTBOX.c.state == "sending", OUTBOX.c.leased_until < now),
            ),
        )
        .values(state="expired", reason="expired", settled_at=now, owner=None)
    )
    return unit.connection.execute(late).rowcount


def prune(unit: Unit, now: datetime.datetime) -> int:
    """Forget replies and notices that are long over; return how many."""
    old = delete(OUTBOX).where(
        OUTBOX.c.kind.in_(_URGENT),
        OUTBOX.c.created_at < now - KEPT,
        OUTBOX.c.state.not_in(("queued", "sending")),
    )
    return unit.connection.execute(old).rowcount
