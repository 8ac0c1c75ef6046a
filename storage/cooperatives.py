"""Cooperatives: what the staff of a campaign, or their groups, say of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, func, select, update

from campaign.language.text import fold
from storage.database import Unit
from storage.ledger_tables import COOPERATIVES, SUBMISSIONS
from storage.upserts import insert

LONGEST_NAME = 255
LONGEST_DISTRICT = 64
"""In characters, like the name's."""


@dataclass(frozen=True, slots=True)
class CooperativeRecord:
    """A cooperative of a campaign; `chat_id` None is one that no group has named as its own."""

    id: int
    campaign: str
    name: str
    district: str
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class NewCooperative:
    """A cooperative that is to be kept, or is already."""

    name: str
    district: str
    chat_id: int | None = None


_COLUMNS = [COOPERATIVES.c[name] for name in CooperativeRecord.__slots__]


def find(unit: Unit, cooperative_id: int) -> CooperativeRecord | None:
    """Return the cooperative, None when there is none with that id."""
    found = _select(unit, COOPERATIVES.c.id == cooperative_id)
    return found[0] if found else None


def of_campaign(unit: Unit, campaign: str) -> list[CooperativeRecord]:
    """Return the campaign's cooperatives by district and name."""
    return _select(unit, COOPERATIVES.c.campaign == campaign)


def of_chat(unit: Unit, campaign: str, chat_id: int) -> list[CooperativeRecord]:
    """Return those that the chat speaks for in the campaign."""
    return _select(
        unit, and_(COOPERATIVES.c.campaign == campaign, COOPERATIVES.c.chat_id == chat_id)
    )


def count(unit: Unit, campaign: str) -> int:
    """Return how many the campaign has."""
    counted = select(func.count()).select_from(COOPERATIVES)
    return unit.connection.scalar(counted.where(COOPERATIVES.c.campaign == campaign)) or 0


def add(unit: Unit, campaign: str, new: Iterable[NewCooperative]) -> None:
    """Keep them; of one that is known, its chat is replaced where a chat is given."""
    for each in new:
        row = {"campaign": campaign, "name": each.name, "district": each.district}
        added = insert(COOPERATIVES).values(**row, chat_id=each.chat_id)
        chat = func.coalesce(added.excluded.chat_id, COOPERATIVES.c.chat_id)
        key = [COOPERATIVES.c.campaign, COOPERATIVES.c.district, COOPERATIVES.c.name]
        unit.connection.execute(
            added.on_conflict_do_update(index_elements=key, set_={"chat_id": chat})
        )


def claim(unit: Unit, cooperative_id: int, chat_id: int) -> bool:
    """Let the chat speak for it; False when another one does by now."""
    mine = and_(COOPERATIVES.c.id == cooperative_id, COOPERATIVES.c.chat_id.is_(None))
    change = update(COOPERATIVES).where(mine).values(chat_id=chat_id)
    return unit.connection.execute(change).rowcount == 1


def remove(unit: Unit, cooperative_id: int) -> bool:
    """Forget it with all that it has handed in; False when it is gone already."""
    theirs = delete(SUBMISSIONS).where(SUBMISSIONS.c.cooperative_id == cooperative_id)
    unit.connection.execute(theirs)
    gone = delete(COOPERATIVES).where(COOPERATIVES.c.id == cooperative_id)
    return unit.connection.execute(gone).rowcount == 1


def _select(unit: Unit, which: ColumnElement[bool]) -> list[CooperativeRecord]:
    rows = unit.connection.execute(select(*_COLUMNS).where(which))
    found = [CooperativeRecord(*row) for row in rows]
    # As Vietnamese sorts, more or less, and on every database alike.
    return sorted(found, key=lambda each: (fold(each.district), fold(each.name), each.id))
