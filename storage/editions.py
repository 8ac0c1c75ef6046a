"""Editions of plans: drafts that were read from documents, and those that were published."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from storage.database import Unit
from storage.edition_tables import EDITIONS


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
_PUBLISHED = EDITIONS.c.published_at.is_not(None)
_LAST = EDITIONS.c.published_at.desc(), EDITIONS.c.id.desc()
_PUBLISHING = 0x4C6F61_03  # any number, as long as all who publish take the same lock
_NEXT = datetime.timedelta(microseconds=1)


def add(unit: Unit, draft: EditionRecord) -> EditionRecord:
    """Keep a draft; return it with its id."""
    values = {name: getattr(draft, name) for name in EditionRecord.__slots__ if name != "id"}
    added = insert(EDITIONS).values(values).returning(EDITIONS.c.id)
    return replace(draft, id=unit.connection.execute(added).scalar_one())


def find(unit: Unit, edition_id: int) -> EditionRecord | None:
    """Return the edition, None when there is none with that id."""
    row = unit.connection.execute(select(*_COLUMNS).where(EDITIONS.c.id == edition_id)).first()
    return EditionRecord(*row) if row else None


def hold(unit: Unit, edition_id: int) -> EditionRecord | None:
    """Return the edition as it is; nobody else changes it until the transaction ends."""
    held = select(*_COLUMNS).where(EDITIONS.c.id == edition_id).with_for_update()
    row = unit.connection.execute(held).first()
    return EditionRecord(*row) if row else None


def revise(unit: Unit, edition_id: int, plan: str, doubts: Sequence[Any]) -> None:
    """Change a draft. Hold it before."""
    change = update(EDITIONS).where(EDITIONS.c.id == edition_id)
    unit.connection.execute(change.values(plan=plan, doubts=list(doubts)))


def take_turns(unit: Unit) -> None:
    """Let nobody else publish until the transaction ends: SQLite has one writer anyway."""
    if unit.kind == "postgresql":
        unit.connection.execute(select(func.pg_advisory_xact_lock(_PUBLISHING)))


def publish(unit: Unit, edition_id: int, campaign: str, now: datetime.datetime) -> None:
    """Let the edition be the one in force of `campaign`. Hold it before, and take turns.

    It is the newest one even where a clock has gone back.
    """
    change = update(EDITIONS).where(EDITIONS.c.id == edition_id)
    moment = _after_all(unit, now)
    unit.connection.execute(change.values(campaign=campaign, published_at=moment))


def add_first(unit: Unit, first: EditionRecord, now: datetime.datetime) -> EditionRecord:
    """Keep what a campaign had before its first edition, as one that was published. Take turns."""
    return add(unit, replace(first, published_at=_after_all(unit, now)))


def _after_all(unit: Unit, now: datetime.datetime) -> datetime.datetime:
    newest = unit.connection.scalar(select(func.max(EDITIONS.c.published_at)))
    return max(now, newest + _NEXT) if newest else now


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


def in_force(unit: Unit, campaign: str) -> EditionRecord | None:
    """Return the edition that was published last; None where none ever was."""
    ours = select(*_COLUMNS).where(EDITIONS.c.campaign == campaign, _PUBLISHED)
    row = unit.connection.execute(ours.order_by(*_LAST).limit(1)).first()
    return EditionRecord(*row) if row else None


def published(unit: Unit) -> dict[str, list[EditionRecord]]:
    """Return the published editions of each campaign: the one in force, then those before it."""
    found: dict[str, list[EditionRecord]] = {}
    every = select(*_COLUMNS).where(_PUBLISHED).order_by(*_LAST)
    for row in unit.connection.execute(every):
        found.setdefault(row.campaign, []).append(EditionRecord(*row))
    return found
