"""Broadcasts: what staff announce, and how far it has come. Their rows are in the outbox."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    delete,
    insert,
    null,
    or_,
    select,
    true,
    update,
)

from campaign.messages import Button, Buttons, Content
from campaign.outreach.content import from_json, to_json
from campaign.outreach.kinds import NO_MESSAGE, POLICIES
from storage import queueing
from storage.database import Unit
from storage.queueing import Step
from storage.tables import BROADCASTS, OUTBOX

Kind = Literal["announcement", "correction", "recall", "reminder"]
FollowUp = Literal["correction", "recall"]
State = Literal["draft", "waiting", "scheduled", "running", "paused", "done", "cancelled"]

UNSENT: frozenset[State] = frozenset({"draft", "waiting", "scheduled"})
"""States of a broadcast that has never been started."""
FAILED = ("failed", "unknown", "expired")
"""States of rows that staff may have sent again."""


@dataclass(frozen=True, slots=True)
class BroadcastRecord:
    """A broadcast as it is kept; `storage.tables.Broadcast` says what its fields mean."""

    id: int
    kind: Kind
    campaign: str
    author: int
    state: State
    content: Content | None
    tags: tuple[str, ...]
    pin: bool
    receipt: bool
    original_id: int | None
    due_at: datetime.datetime | None
    card_id: int | None
    decided_by: int | None
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    buttons: Buttons

    @property
    def root(self) -> int:
        """The announcement that it is, or is about."""
        return self.original_id or self.id

    def follow_up(
        self, kind: FollowUp, content: Content, author: int, now: datetime.datetime
    ) -> "BroadcastRecord":
        """Return a draft, not kept yet, that puts `content` in the place of what this one said."""
        return replace(
            blank(author, self.campaign, now),
            kind=kind,
            content=content,
            original_id=self.root,
            receipt=self.receipt and kind == "correction",
        )


_COLUMNS = [BROADCASTS.c[name] for name in BroadcastRecord.__slots__]


def draft(unit: Unit, author: int, campaign: str, now: datetime.datetime) -> BroadcastRecord:
    """Return a new announcement that says nothing yet, in place of an earlier one of the author."""
    unsaid = and_(BROADCASTS.c.author == author, BROADCASTS.c.content.is_(None))
    unit.connection.execute(delete(BROADCASTS).where(unsaid, BROADCASTS.c.state == "draft"))
    return add(unit, blank(author, campaign, now))


def add(unit: Unit, new: BroadcastRecord) -> BroadcastRecord:
    """Keep a new broadcast; return it with its id."""
    added = insert(BROADCASTS).values(_values(new)).returning(BROADCASTS.c.id)
    return replace(new, id=unit.connection.execute(added).scalar_one())


def find(unit: Unit, broadcast_id: int) -> BroadcastRecord | None:
    """Return the broadcast, None when there is none with that id."""
    found = _select(unit, BROADCASTS.c.id == broadcast_id)
    return found[0] if found else None


def follow_ups(unit: Unit, root: int) -> list[BroadcastRecord]:
    """Return the corrections and recalls of the announcement that were started, in their order."""
    return _select(unit, _follows(root))


def with_follow_ups(unit: Unit, root: int) -> list[BroadcastRecord]:
    """Return the announcement, and its corrections and recalls, in their order."""
    return _select(unit, or_(BROADCASTS.c.id == root, _follows(root)))


def _follows(root: int) -> ColumnElement[bool]:
    return and_(BROADCASTS.c.original_id == root, BROADCASTS.c.started_at.is_not(None))


def listing(
    unit: Unit, campaigns: Collection[str] | None, limit: int, before: int | None = None
) -> list[BroadcastRecord]:
    """Return the newest of the campaigns, or of all, without drafts that are blank or dropped.

    Those of campaigns are what their staff say; among all there are reminders, too. `before` is
    the id of a broadcast that is newer than all of them.
    """
    older = true() if before is None else BROADCASTS.c.id < before
    said = BROADCASTS.c.kind != "reminder"
    ours = true() if campaigns is None else and_(said, BROADCASTS.c.campaign.in_(campaigns))
    dropped = and_(BROADCASTS.c.state == "cancelled", BROADCASTS.c.started_at.is_(None))
    kept = and_(BROADCASTS.c.content.is_not(None), ~dropped)
    return _select(unit, and_(ours, kept, older), newest=limit)


def keep(unit: Unit, before: BroadcastRecord, after: BroadcastRecord) -> bool:
    """Put `after` in the place of `before`; False when it is no longer in the state of `before`."""
    same = and_(BROADCASTS.c.id == before.id, BROADCASTS.c.state == before.state)
    change = update(BROADCASTS).where(same).values(_values(after))
    return unit.connection.execute(change).rowcount == 1


def start(unit: Unit, broadcast: BroadcastRecord, default: str, now: datetime.datetime) -> bool:
    """Queue one row for each who is to get it; False when it has been started already.

    A chat that chose no campaign belongs to `default`.
    """
    running = replace(broadcast, state="running", started_at=now, due_at=None)
    if broadcast.state not in UNSENT or not keep(unit, broadcast, running):
        return False
    for step, chosen in _steps(running, default, now):
        queueing.add(unit, Step(broadcast.id, broadcast.kind, step), chosen, now)
    return True


def _steps(
    broadcast: BroadcastRecord, default: str, now: datetime.datetime
) -> list[tuple[str, Select[Any]]]:
    """Return what is to be done, in this order, and for whom."""
    match broadcast.kind:
        case "announcement":
            chosen = queueing.audience(broadcast.campaign, default, broadcast.tags)
            return [("post", chosen)]
        case "correction":
            copies = queueing.copies(broadcast.root)
            return [("edit", copies), ("note", copies)]
        case "recall":
            young, old = queueing.young(broadcast.root, now), queueing.old(broadcast.root, now)
            notes = queueing.notes(broadcast.root)
            return [("delete", young), ("edit", old), ("erase", notes)]
        case "reminder":
            return []  # it is queued when it is made


def pause(unit: Unit, broadcast_id: int) -> bool:
    """Claim no more of its rows; what is being sent is sent. False when it does not run."""
    return _move(unit, broadcast_id, ("running",), state="paused")


def resume(unit: Unit, broadcast_id: int) -> bool:
    """Go on with it; False when it is not paused."""
    return _move(unit, broadcast_id, ("paused",), state="running")


def cancel(unit: Unit, broadcast_id: int, now: datetime.datetime) -> bool:
    """Send no more of it; False when it is over already. What is being sent is still sent.

    One that was started is `live` until that is over.
    """
    if _move(unit, broadcast_id, UNSENT, state="cancelled", due_at=None, finished_at=now):
        return True
    if not _move(unit, broadcast_id, ("running", "paused"), state="cancelled"):
        return False
    queued = and_(OUTBOX.c.broadcast_id == broadcast_id, OUTBOX.c.state == "queued")
    change = {"state": "cancelled", "settled_at": now}
    unit.connection.execute(update(OUTBOX).where(queued).values(change))
    return True


def resend(unit: Unit, broadcast_id: int, now: datetime.datetime) -> int:
    """Queue what failed, expired or is unknown again; return how many rows of the outbox.

    It is 0 when there is nothing to send again, or it is still being sent.
    """
    broadcast = find(unit, broadcast_id)
    if broadcast is None or broadcast.state not in ("done", "cancelled"):
        return 0
    ours = and_(OUTBOX.c.broadcast_id == broadcast_id, OUTBOX.c.state.in_(FAILED))
    failed = and_(ours, OUTBOX.c.reason.is_distinct_from(NO_MESSAGE))
    change = (
        update(OUTBOX)
        .where(failed)
        .values(
            state="queued",
            due_at=now,
            expires_at=now + POLICIES[broadcast.kind].expires,
            attempts=0,
            reason=None,
            settled_at=None,
        )
    )
    again = unit.connection.execute(change).rowcount
    if again:
        _move(unit, broadcast_id, (broadcast.state,), state="running", finished_at=None)
    return again


def live(unit: Unit) -> list[BroadcastRecord]:
    """Return those that wait for approval or their time, or are being sent, and those that were
    stopped but may still be under way.
    """
    stopped = and_(BROADCASTS.c.state == "cancelled", BROADCASTS.c.finished_at.is_(None))
    return _select(unit, or_(BROADCASTS.c.state.in_(("waiting", "scheduled", "running")), stopped))


def is_over(unit: Unit, broadcast: BroadcastRecord) -> bool:
    """Say whether nothing is left to be sent of one that runs, or was stopped."""
    # A pin that was queued after the broadcast was stopped is not waited for.
    waiting = ("sending",) if broadcast.state == "cancelled" else ("queued", "sending")
    left = and_(OUTBOX.c.broadcast_id == broadcast.id, OUTBOX.c.state.in_(waiting))
    return unit.connection.scalar(select(OUTBOX.c.id).where(left).limit(1)) is None


def finish(unit: Unit, broadcast: BroadcastRecord, now: datetime.datetime) -> bool:
    """Let one that `is_over` end; False when it has been moved on meanwhile."""
    state: State = "cancelled" if broadcast.state == "cancelled" else "done"
    return keep(unit, broadcast, replace(broadcast, state=state, finished_at=now))


def blank(author: int, campaign: str, now: datetime.datetime) -> BroadcastRecord:
    """Return a draft, not kept yet, that says nothing."""
    return BroadcastRecord(
        id=0,
        kind="announcement",
        campaign=campaign,
        author=author,
        state="draft",
        content=None,
        tags=(),
        pin=False,
        receipt=False,
        original_id=None,
        due_at=None,
        card_id=None,
        decided_by=None,
        created_at=now,
        started_at=None,
        finished_at=None,
        buttons=(),
    )


def _move(unit: Unit, broadcast_id: int, before: Collection[str], **after: object) -> bool:
    same = and_(BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state.in_(before))
    return unit.connection.execute(update(BROADCASTS).where(same).values(after)).rowcount == 1


def _select(
    unit: Unit, which: ColumnElement[bool], *, newest: int | None = None
) -> list[BroadcastRecord]:
    found = select(*_COLUMNS).where(which)
    order = BROADCASTS.c.id if newest is None else BROADCASTS.c.id.desc()
    rows = unit.connection.execute(found.order_by(order).limit(newest))
    return [_record(row._asdict()) for row in rows]


def _record(row: dict[str, Any]) -> BroadcastRecord:
    content = from_json(row["content"]) if row["content"] else None
    buttons = tuple(
        tuple(Button(label, data) for label, data in each) for each in row["buttons"] or ()
    )
    same = {"content": content, "tags": tuple(row["tags"]), "buttons": buttons}
    return BroadcastRecord(**row | same)


def _values(record: BroadcastRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in BroadcastRecord.__slots__ if name != "id"}
    # Of a JSON column, None would be the JSON null, which is a value.
    content = to_json(record.content) if record.content else null()
    buttons = [[[each.label, each.data] for each in row] for row in record.buttons] or null()
    return values | {"content": content, "tags": list(record.tags), "buttons": buttons}
