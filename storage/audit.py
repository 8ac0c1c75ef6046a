"""The audit log: what staff did, and what was refused. It is only ever added to."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import case, func, insert, select, true

from storage.database import Unit
from storage.tables import AUDIT

_LONGEST = 255


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who did what, when; `campaign` None where it concerns none, or is not known."""

    at: datetime.datetime
    user_id: int
    campaign: str | None
    action: str
    detail: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line of the log with its id; `more` refusals of the same person before it are folded."""

    id: int
    more: int
    record: AuditRecord


REFUSED = "refused"
"""The action of somebody who was turned away."""
_COLUMNS = [AUDIT.c[name] for name in AuditRecord.__slots__]


def add(  # noqa: PLR0913, PLR0917 - the fields of one line
    unit: Unit,
    now: datetime.datetime,
    user_id: int,
    campaign: str | None,
    action: str,
    detail: str = "",
) -> None:
    """Write down that the person did `action`; of `detail`, 255 characters are kept.

    What is done to a group has the id of its chat and a space before the rest of its detail.
    """
    record = AuditRecord(now, user_id, campaign, action, detail[:_LONGEST])
    row = {name: getattr(record, name) for name in AuditRecord.__slots__}
    unit.connection.execute(insert(AUDIT), row)


def page(
    unit: Unit, campaigns: Collection[str] | None, limit: int, before: int | None = None
) -> list[AuditLine]:
    """Return the newest lines of the campaigns, of all and of none if None; the newest first.

    `before` None begins with the newest of all, the id of a line with what is older. What was
    refused to one person is one line, so that nobody can fill the page.
    """
    ours = true() if campaigns is None else AUDIT.c.campaign.in_(campaigns)
    older = true() if before is None else AUDIT.c.id < before
    refused = AUDIT.c.action == REFUSED
    newest = func.max(AUDIT.c.id)
    heads = (
        select(newest.label("id"), (func.count() - 1).label("more"))
        .where(ours, older)
        .group_by(case((refused, AUDIT.c.user_id)), case((~refused, AUDIT.c.id)))
        .order_by(newest.desc())
        .limit(limit)
        .subquery()
    )
    found = select(heads.c.id, heads.c.more, *_COLUMNS).join(AUDIT, AUDIT.c.id == heads.c.id)
    rows = unit.connection.execute(found.order_by(heads.c.id.desc()))
    return [AuditLine(id_, more, AuditRecord(*record)) for id_, more, *record in rows]


def latest(
    unit: Unit, chat_id: int, actions: Collection[str], what: str = ""
) -> AuditRecord | None:
    """Return the last time that one of `actions` was done to the group.

    With `what`, the last one whose detail goes on with it after the id of the chat.
    """
    about = AUDIT.c.detail.startswith(f"{chat_id} {what}", autoescape=True)
    found = select(*_COLUMNS).where(AUDIT.c.action.in_(actions), about)
    row = unit.connection.execute(found.order_by(AUDIT.c.id.desc()).limit(1)).one_or_none()
    return AuditRecord(*row) if row else None
