"""How a group wants to be reminded: which kinds, at which hour, and not before when."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

from campaign.outreach.reminders import KINDS, Kind
from storage.database import Unit
from storage.reminder_tables import CHOICES
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class Choice:
    """What a group has chosen: `hour` is one of the day in Vietnam, None the campaign's."""

    hour: int | None = None
    kinds: tuple[Kind, ...] = KINDS
    snoozed_until: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Groups that are reminded at the same `hour`, None being the campaign's.

    `changed` are those whose choice is newer than what has been seen to.
    """

    hour: int | None
    changed: bool


def find(unit: Unit, chat_id: int) -> Choice:
    """Return what the group has chosen, or what is usual."""
    row = unit.connection.execute(select(CHOICES).where(CHOICES.c.chat_id == chat_id)).one_or_none()
    if row is None:
        return Choice()
    kinds = tuple(kind for kind in KINDS if row._mapping[kind])  # noqa: SLF001 - Row's public mapping
    return Choice(row.hour, kinds, row.snoozed_until)


def keep(unit: Unit, chat_id: int, choice: Choice, now: datetime.datetime) -> None:
    """Let the group be reminded so from `now` on."""
    values: dict[str, Any] = {kind: kind in choice.kinds for kind in KINDS}
    values |= {name: value for name, value in asdict(choice).items() if name != "kinds"}
    values["changed_at"] = now
    added = insert(CHOICES).values(chat_id=chat_id, **values)
    unit.connection.execute(added.on_conflict_do_update(["chat_id"], set_=values))


def bands(unit: Unit, since: datetime.datetime) -> list[Band]:
    """Return the bands that there are, the groups that chose nothing being in the first."""
    changed = func.coalesce(CHOICES.c.changed_at > since, False)
    rows = unit.connection.execute(select(CHOICES.c.hour, changed).distinct())
    found = {Band(hour, bool(new)) for hour, new in rows}
    usual = Band(hour=None, changed=False)
    return [usual, *sorted(found - {usual}, key=lambda each: (each.hour or 0, each.changed))]
