"""Openings: for which activities people can register, and on which terms."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, select, update

from storage.database import Unit
from storage.ledger_tables import OPENINGS
from storage.statements import Statement
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class OpeningRecord:
    """Registration for an activity; `storage.ledger_tables.Opening` says what the fields mean."""

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
        OPENINGS.c.campaign == bindparam("of"), OPENINGS.c.is_open == bindparam("open")
    )
)


def prepare(unit: Unit, campaign: str, no: int) -> OpeningRecord:
    """Return the opening of the activity; a new one is closed, and has no terms."""
    row = {"campaign": campaign, "no": no, "is_open": False}
    unit.connection.execute(insert(OPENINGS).values(row).on_conflict_do_nothing())
    return _select(unit, and_(OPENINGS.c.campaign == campaign, OPENINGS.c.no == no))[0]


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


def any_is_open(unit: Unit, campaign: str) -> bool:
    """Say whether people can register for anything now."""
    return _OPEN.one(unit, {"of": campaign, "open": True}) is not None


def set_terms(unit: Unit, opening_id: int, seats: int | None, condition: str | None) -> None:
    """Let there be so many seats, None being any number, on this condition, None being none."""
    change = update(OPENINGS).where(OPENINGS.c.id == opening_id)
    unit.connection.execute(change.values(seats=seats, condition=condition))


def turn(unit: Unit, opening_id: int, *, is_open: bool) -> bool:
    """Let people register, or no longer; False when that is so already."""
    other = and_(OPENINGS.c.id == opening_id, OPENINGS.c.is_open.is_not(is_open))
    change = update(OPENINGS).where(other).values(is_open=is_open)
    return unit.connection.execute(change).rowcount == 1


def _select(unit: Unit, which: ColumnElement[bool]) -> list[OpeningRecord]:
    rows = unit.connection.execute(select(*_COLUMNS).where(which).order_by(OPENINGS.c.no))
    return [OpeningRecord(*row) for row in rows]
