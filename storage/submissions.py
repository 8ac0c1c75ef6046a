"""Submissions: what cooperatives have handed in for an activity, and what staff say of it."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, delete, func, select, update

from campaign.ledger.states import SETTLED, State
from storage.database import Unit
from storage.ledger_tables import COOPERATIVES, SUBMISSIONS
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """What a cooperative has handed in; for its fields see `storage.ledger_tables.Submission`."""

    id: int
    cooperative_id: int
    no: int
    state: State
    reason: str | None
    changed_at: datetime.datetime


_COLUMNS = [SUBMISSIONS.c[name] for name in SubmissionRecord.__slots__]


def hand_in(unit: Unit, cooperative_id: int, no: int, now: datetime.datetime) -> bool:
    """Let the cooperative have handed in; False when it had, and nothing was sent back."""
    row = {"cooperative_id": cooperative_id, "no": no, "state": "handed_in", "changed_at": now}
    added = insert(SUBMISSIONS).values(row)
    again = added.on_conflict_do_update(
        index_elements=[SUBMISSIONS.c.cooperative_id, SUBMISSIONS.c.no],
        set_={"state": added.excluded.state, "changed_at": added.excluded.changed_at},
        where=SUBMISSIONS.c.state == "returned",
    )
    found = unit.connection.execute(again.returning(SUBMISSIONS.c.id))
    return found.one_or_none() is not None


def find(unit: Unit, submission_id: int) -> SubmissionRecord | None:
    """Return the submission, None when there is none with that id."""
    return _one(unit, SUBMISSIONS.c.id == submission_id)


def of(unit: Unit, cooperative_id: int, no: int) -> SubmissionRecord | None:
    """Return what the cooperative has handed in for the activity, None where nothing."""
    mine = and_(SUBMISSIONS.c.cooperative_id == cooperative_id, SUBMISSIONS.c.no == no)
    return _one(unit, mine)


def decide(
    unit: Unit, before: SubmissionRecord, state: State, reason: str | None, now: datetime.datetime
) -> bool:
    """Let it be accepted or returned; False when it is no longer in the state of `before`."""
    same = and_(SUBMISSIONS.c.id == before.id, SUBMISSIONS.c.state == before.state)
    change = {"state": state, "reason": reason, "changed_at": now}
    return unit.connection.execute(update(SUBMISSIONS).where(same).values(change)).rowcount == 1


def forget(unit: Unit, submission_id: int) -> bool:
    """Let nothing have been handed in; False when that is so already."""
    gone = delete(SUBMISSIONS).where(SUBMISSIONS.c.id == submission_id)
    return unit.connection.execute(gone).rowcount == 1


def of_campaign(unit: Unit, campaign: str) -> list[SubmissionRecord]:
    """Return everything that the campaign's cooperatives have handed in."""
    ours = select(COOPERATIVES.c.id).where(COOPERATIVES.c.campaign == campaign)
    found = select(*_COLUMNS).where(SUBMISSIONS.c.cooperative_id.in_(ours))
    return [SubmissionRecord(*row) for row in unit.connection.execute(found)]


def settled_chats(campaign: str, no: int) -> Select[Any]:
    """Return the query for the `chat_id` of each chat whose cooperatives have all handed in."""
    done = case((SUBMISSIONS.c.state.in_(SETTLED), 1))
    theirs = and_(SUBMISSIONS.c.cooperative_id == COOPERATIVES.c.id, SUBMISSIONS.c.no == no)
    return (
        select(COOPERATIVES.c.chat_id)
        .outerjoin(SUBMISSIONS, theirs)
        .where(COOPERATIVES.c.campaign == campaign, COOPERATIVES.c.chat_id.is_not(None))
        .group_by(COOPERATIVES.c.chat_id)
        .having(func.count() == func.count(done))
    )


def _one(unit: Unit, which: ColumnElement[bool]) -> SubmissionRecord | None:
    row = unit.connection.execute(select(*_COLUMNS).where(which)).one_or_none()
    return SubmissionRecord(*row) if row else None
