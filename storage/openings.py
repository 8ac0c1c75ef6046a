"""Openings: for which activities people can register, and on which terms."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, select, update

from storage.database import Unit
from storage.statements import Statement
from storage.tables import OPENINGS
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class OpeningRecord:
    """Registration for an activity; `storage.tables.Opening` says what the fields mean."""

    id: int
    campaign: str
    no: int
    seats: int | None
    condition: str | None
    is_open: bool


_COLUMNS = [OPENINGS.c[name] for name in OpeningRecord.__slots__]

# Every answer about one activity asks for it.
_OPEN = Statement(
    select(OPENINGS.c.id).where(
        OPENINGS.c.campaign == bindparam("of"),
        OPENINGS.c.no == bindparam("activity"),
        OPENINGS.c.is_open == bindparam("open"),
    )
)


def open_up(unit: Unit, campaign: str, no: int) -> OpeningRecord:
    """Let people register for the activity, on the terms that were said before, if any."""
    row = {"campaign": campaign, "no": no, "is_open": True}
    added = insert(OPENINGS).values(row)
    opened = added.on_conflict_do_update(
        index_elements=[OPENINGS.c.campaign, OPENINGS.c.no], set_={"is_open": True}
    )
    return OpeningRecord(*unit.connection.execute(opened.returning(*_COLUMNS)).one())


def find(unit: Unit, opening_id: int) -> OpeningRecord | None:
    """Return the opening, None when there is none with that id."""
    found = _select(unit, OPENINGS.c.id == opening_id)
    return found[0] if found else None


def of(unit: Unit, campaign: str, no: int) -> OpeningRecord | None:
    """Return the opening of the activity, None when there was never one."""
    found = _select(unit, and_(OPENINGS.c.campaign == campaign, OPENINGS.c.no == no))
    return found[0] if found else None


def listing(unit: Unit, campaigns: Collection[str]) -> list[OpeningRecord]:
    """Return the openings of the campaigns, those that are closed included."""
    return _select(unit, OPENINGS.c.campaign.in_(campaigns))


def is_open(unit: Unit, campaign: str, no: int) -> bool:
    """Say whether people can register for the activity now."""
    return _OPEN.one(unit, {"of": campaign, "activity": no, "open": True}) is not None


def set_terms(unit: Unit, opening_id: int, seats: int | None, condition: str | None) -> None:
    """Let there be so many seats, None being any number, on this condition, None being none."""
    change = update(OPENINGS).where(OPENINGS.c.id == opening_id)
    unit.connection.execute(change.values(seats=seats, condition=condition))


def close(unit: Unit, opening_id: int) -> bool:
    """Let nobody register any more; False when that is so already."""
    mine = and_(OPENINGS.c.id == opening_id, OPENINGS.c.is_open.is_(True))
    return unit.connection.execute(update(OPENINGS).where(mine).values(is_open=False)).rowcount == 1


def _select(unit: Unit, which: ColumnElement[bool]) -> list[OpeningRecord]:
    rows = unit.connection.execute(select(*_COLUMNS).where(which).order_by(OPENINGS.c.no))
    return [OpeningRecord(*row) for row in rows]
