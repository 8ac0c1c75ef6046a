"""Changes of a plan: asked for, worded, applied by a person's word, and perhaps withdrawn."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from campaign.plan.changes import Change, ChangeKind
from campaign.plan.model import Activity
from campaign.zone import VIETNAM
from storage.change_tables import CHANGES
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A change as it is kept; `storage.change_tables.PlanChange` says what its fields mean."""

    id: int
    campaign: str
    no: int
    title: str
    kind: ChangeKind
    value: str | None
    part: int
    author: int
    created_at: datetime.datetime
    applied_at: datetime.datetime | None
    withdrawn_at: datetime.datetime | None

    @property
    def counts(self) -> bool:
        """Whether the plan is changed by it now."""
        return self.applied_at is not None and self.withdrawn_at is None

    def made(self, now: datetime.datetime) -> Change:
        """Return it as it changes a plan, as of `now` where it does not yet count."""
        day = (self.applied_at or now).astimezone(VIETNAM).date()
        return Change(self.no, self.title, self.kind, self.value or "", day, self.part)


_COLUMNS = [CHANGES.c[name] for name in ChangeRecord.__slots__]
_COUNTS = and_(CHANGES.c.applied_at.is_not(None), CHANGES.c.withdrawn_at.is_(None))
_OPEN = CHANGES.c.applied_at.is_(None)


def begin(  # noqa: PLR0913, PLR0917 - the fields of one change
    unit: Unit,
    author: int,
    campaign: str,
    activity: Activity,
    kind: ChangeKind,
    part: int,
    now: datetime.datetime,
) -> int:
    """Begin a change of which nothing is said yet, in place of any that the author left open."""
    unit.connection.execute(delete(CHANGES).where(_OPEN, CHANGES.c.author == author))
    row = {
        "campaign": campaign,
        "no": activity.no,
        "title": activity.title,
        "kind": kind,
        "part": part,
        "author": author,
        "created_at": now,
    }
    return _added(unit, row)


def beside(unit: Unit, first: ChangeRecord, kind: ChangeKind, value: str) -> int:
    """Begin another change of the same activity, said in the same breath; return its id."""
    names = ("campaign", "no", "title", "author", "created_at")
    row = {name: getattr(first, name) for name in names}
    others = and_(_OPEN, CHANGES.c.author == first.author, CHANGES.c.id != first.id)
    unit.connection.execute(delete(CHANGES).where(others))
    return _added(unit, {**row, "kind": kind, "value": value, "part": 0})


def word(unit: Unit, change_id: int, value: str) -> bool:
    """Let the change say `value`; False when it is no longer open."""
    return _change(unit, and_(CHANGES.c.id == change_id, _OPEN), value=value)


def apply(unit: Unit, change_id: int, now: datetime.datetime) -> bool:
    """Let the change count from now on; False when it is not worded, or has counted before."""
    ready = and_(CHANGES.c.id == change_id, _OPEN, CHANGES.c.value.is_not(None))
    return _change(unit, ready, applied_at=now)


def withdraw(unit: Unit, change_id: int, now: datetime.datetime) -> bool:
    """Let the change count no longer; False when it does not."""
    return _change(unit, and_(CHANGES.c.id == change_id, _COUNTS), withdrawn_at=now)


def drop(unit: Unit, change_id: int) -> None:
    """Forget a change that was never applied."""
    unit.connection.execute(delete(CHANGES).where(_OPEN, CHANGES.c.id == change_id))


def find(unit: Unit, change_id: int) -> ChangeRecord | None:
    """Return the change, None when there is none with that id."""
    found = _select(unit, CHANGES.c.id == change_id)
    return found[0] if found else None


def hold(unit: Unit, change_id: int) -> None:
    """Let nobody else do anything with the change until the transaction ends."""
    unit.connection.execute(select(CHANGES.c.id).where(CHANGES.c.id == change_id).with_for_update())


def standing(unit: Unit, campaign: str) -> list[ChangeRecord]:
    """Return the changes of the campaign that count, in the order in which they were made."""
    return _select(unit, and_(CHANGES.c.campaign == campaign, _COUNTS))


def made(unit: Unit, campaign: str) -> list[Change]:
    """Return what the plan of the campaign is to be amended by."""
    return [each.made(each.created_at) for each in standing(unit, campaign)]


def _added(unit: Unit, row: dict[str, object]) -> int:
    new = insert(CHANGES).values(row).returning(CHANGES.c.id)
    number: int = unit.connection.execute(new).scalar_one()
    return number


def _change(unit: Unit, which: ColumnElement[bool], **values: object) -> bool:
    return unit.connection.execute(update(CHANGES).where(which).values(**values)).rowcount == 1


def _select(unit: Unit, which: ColumnElement[bool]) -> list[ChangeRecord]:
    ordered = select(*_COLUMNS).where(which).order_by(CHANGES.c.applied_at, CHANGES.c.id)
    return [ChangeRecord(*row) for row in unit.connection.execute(ordered)]
