"""Editions of plans: drafts that were read from documents, and those that were published."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from storage.database import Unit
from storage.edition_tables import EDITIONS
from storage.statements import Statement


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """An edition as it is kept; `storage.edition_tables.Edition` says what is in it."""

    id: int
    campaign: str
    author: int
    plan: str
    doubts: list[Any]
    created_at: datetime.datetime
    published_at: datetime.datetime | None


_COLUMNS = [EDITIONS.c[name] for name in EditionRecord.__slots__]
# Whatever the bot does asks first whether anything has been published meanwhile.
_NEWEST = Statement(select(func.max(EDITIONS.c.published_at)))


def add(unit: Unit, draft: EditionRecord) -> EditionRecord:
    """Keep a draft; return it with its id."""
    values = {name: getattr(draft, name) for name in EditionRecord.__slots__ if name != "id"}
    added = insert(EDITIONS).values(values).returning(EDITIONS.c.id)
    return replace(draft, id=unit.connection.execute(added).scalar_one())


def find(unit: Unit, edition_id: int) -> EditionRecord | None:
    """Return the edition, None when there is none with that id."""
    row = unit.connection.execute(select(*_COLUMNS).where(EDITIONS.c.id == edition_id)).first()
    return EditionRecord(*row) if row else None


def revise(unit: Unit, edition: EditionRecord, plan: str, doubts: Sequence[Any]) -> bool:
    """Change a draft; False when it is no longer what `edition` is, or has been published."""
    same = EDITIONS.c.id == edition.id, EDITIONS.c.plan == edition.plan
    change = update(EDITIONS).where(*same, EDITIONS.c.published_at.is_(None))
    return unit.connection.execute(change.values(plan=plan, doubts=list(doubts))).rowcount == 1


def publish(unit: Unit, edition: EditionRecord, campaign: str, now: datetime.datetime) -> bool:
    """Let the edition be the one in force of `campaign`; False when it has changed meanwhile."""
    same = EDITIONS.c.id == edition.id, EDITIONS.c.plan == edition.plan
    change = update(EDITIONS).where(*same).values(campaign=campaign, published_at=now)
    return unit.connection.execute(change).rowcount == 1


def drop(unit: Unit, edition: EditionRecord) -> bool:
    """Forget a draft; False when it has been published."""
    gone = delete(EDITIONS).where(EDITIONS.c.id == edition.id, EDITIONS.c.published_at.is_(None))
    return unit.connection.execute(gone).rowcount == 1


def of_campaign(unit: Unit, campaign: str, limit: int) -> list[EditionRecord]:
    """Return the newest editions of the campaign, those in force and drafts included."""
    found = select(*_COLUMNS).where(EDITIONS.c.campaign == campaign)
    newest = func.coalesce(EDITIONS.c.published_at, EDITIONS.c.created_at).desc()
    rows = unit.connection.execute(found.order_by(newest, EDITIONS.c.id.desc()).limit(limit))
    return [EditionRecord(*row) for row in rows]


def was_published(unit: Unit, campaign: str) -> bool:
    """Return whether an edition of the campaign was ever published."""
    published = EDITIONS.c.campaign == campaign, EDITIONS.c.published_at.is_not(None)
    return (
        unit.connection.execute(select(EDITIONS.c.id).where(*published).limit(1)).first()
        is not None
    )


def newest(unit: Unit) -> datetime.datetime | None:
    """Return when something was published last, None when nothing ever was."""
    row = _NEWEST.one(unit, {})
    moment: datetime.datetime | None = row[0] if row else None
    return moment


def published(unit: Unit) -> dict[str, list[EditionRecord]]:
    """Return the published editions of each campaign: the one in force, then those before it."""
    found: dict[str, list[EditionRecord]] = {}
    order = EDITIONS.c.published_at.desc(), EDITIONS.c.id.desc()
    every = select(*_COLUMNS).where(EDITIONS.c.published_at.is_not(None)).order_by(*order)
    for row in unit.connection.execute(every):
        found.setdefault(row.campaign, []).append(EditionRecord(*row))
    return found
