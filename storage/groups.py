"""Groups as the staff of a campaign see them: approved, named and tagged.

A chat belongs to its campaign; where it chose none, to `default`, the configured one.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    update,
)

from storage.database import Unit
from storage.tables import CHATS, TAGS

LONGEST_NAME = 255
LONGEST_TAG = 64
"""In characters, like the name's."""


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A group. `title` is its own, `name` the staff's; `approved` None waits for a decision.

    `campaign` is the one that it belongs to; `muted` says that the bot may not write there.
    """

    chat_id: int
    title: str
    name: str | None
    campaign: str
    approved: bool | None
    present: bool
    muted: bool
    tags: tuple[str, ...]

    @property
    def label(self) -> str:
        """What to call the group; never empty."""
        return self.name or self.title or str(self.chat_id)


def find(unit: Unit, chat_id: int, default: str) -> GroupRecord | None:
    """Return the group, None when there is no such group."""
    rows = _records(unit, _groups(default).where(CHATS.c.id == chat_id))
    return rows[0] if rows else None


def page(
    unit: Unit, campaigns: Collection[str], default: str, limit: int, offset: int
) -> list[GroupRecord]:
    """Return groups of the campaigns: those that wait for a decision first, those left last."""
    standing = case(
        (CHATS.c.present.is_(False), 3),
        (CHATS.c.approved.is_(None), 0),
        (CHATS.c.approved.is_(True), 1),
        else_=2,
    )
    called = func.coalesce(CHATS.c.name, CHATS.c.title)
    listed = _groups(default).where(_campaign(default).in_(campaigns))
    listed = listed.order_by(standing, called, CHATS.c.id).limit(limit).offset(offset)
    return _records(unit, listed)


def total(unit: Unit, campaigns: Collection[str], default: str) -> int:
    """Return how many groups the campaigns have."""
    return _count(unit, _campaign(default).in_(campaigns))


def pending(unit: Unit, campaigns: Collection[str], default: str) -> int:
    """Return how many groups of the campaigns, in which the bot is, wait for a decision."""
    waiting = CHATS.c.approved.is_(None) & CHATS.c.present.is_(True)
    return _count(unit, _campaign(default).in_(campaigns) & waiting)


def audience(campaign: str, default: str, tags: Collection[str] = ()) -> Select[Any]:
    """Return the query for the `chat_id` of each group that an announcement goes to.

    These are the approved groups of the campaign in which the bot still is, with any of `tags`;
    without `tags` all of them.
    """
    return select(CHATS.c.id.label("chat_id")).where(
        CHATS.c.kind == "group",
        CHATS.c.approved.is_(True),
        CHATS.c.present.is_(True),
        _campaign(default) == campaign,
        _tagged(tags),
    )


def labels(unit: Unit, campaign: str, default: str) -> dict[int, str]:
    """Return what to call each group of the campaign (`GroupRecord.label`), by the chat's id."""
    found = select(CHATS.c.id, CHATS.c.name, CHATS.c.title).where(
        CHATS.c.kind == "group", _campaign(default) == campaign
    )
    rows = unit.connection.execute(found.order_by(CHATS.c.id.desc()))
    return {chat_id: name or title or str(chat_id) for chat_id, name, title in rows}


def count(unit: Unit, campaign: str, default: str, tags: Collection[str] = ()) -> int:
    """Return how many groups an announcement goes to (`audience`)."""
    groups = audience(campaign, default, tags).subquery()
    return unit.connection.scalar(select(func.count()).select_from(groups)) or 0


def count_muted(unit: Unit, campaign: str, default: str, tags: Collection[str] = ()) -> int:
    """Return in how many of these groups the bot may not write."""
    muted = audience(campaign, default, tags).where(CHATS.c.muted.is_(True)).subquery()
    return unit.connection.scalar(select(func.count()).select_from(muted)) or 0


def tags_in_use(unit: Unit, campaign: str, default: str) -> list[str]:
    """Return the tags that groups of the campaign have, in order."""
    found = (
        select(TAGS.c.tag)
        .join(CHATS, CHATS.c.id == TAGS.c.chat_id)
        .where(_campaign(default) == campaign)
        .distinct()
        .order_by(TAGS.c.tag)
    )
    return list(unit.connection.scalars(found))


def decide(
    unit: Unit, chat_id: int, before: bool | None, after: bool, now: datetime.datetime
) -> bool:
    """Approve the group, or refuse it, if it still stands at `before`; say whether it did."""
    decision = update(CHATS).where(CHATS.c.id == chat_id, CHATS.c.approved.is_(before))
    change = {"approved": after, "updated_at": now}
    return unit.connection.execute(decision.values(change)).rowcount == 1


def rename(unit: Unit, chat_id: int, name: str | None, now: datetime.datetime) -> None:
    """Let the staff call the group `name`; None takes its name away."""
    change = {"name": name, "updated_at": now}
    unit.connection.execute(update(CHATS).where(CHATS.c.id == chat_id).values(change))


def tag(unit: Unit, chat_id: int, tags: Iterable[str]) -> None:
    """Let the group have these tags and no others."""
    unit.connection.execute(delete(TAGS).where(TAGS.c.chat_id == chat_id))
    rows = [{"chat_id": chat_id, "tag": each} for each in sorted(set(tags))]
    if rows:
        unit.connection.execute(insert(TAGS), rows)


def reset(unit: Unit, chat_id: int, now: datetime.datetime) -> None:
    """Forget what the staff of one campaign said of the group: it belongs to another one now."""
    tag(unit, chat_id, ())
    change = {"approved": None, "name": None, "updated_at": now}
    unit.connection.execute(update(CHATS).where(CHATS.c.id == chat_id).values(change))


def _campaign(default: str) -> ColumnElement[str]:
    return func.coalesce(CHATS.c.campaign, literal(default))


def _tagged(tags: Collection[str]) -> ColumnElement[bool]:
    if not tags:
        return true()
    return CHATS.c.id.in_(select(TAGS.c.chat_id).where(TAGS.c.tag.in_(tags)))


def _count(unit: Unit, which: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(CHATS).where(CHATS.c.kind == "group", which)
    return unit.connection.scalar(counted) or 0


def _groups(default: str) -> Select[Any]:
    return select(
        CHATS.c.id,
        CHATS.c.title,
        CHATS.c.name,
        _campaign(default),
        CHATS.c.approved,
        CHATS.c.present,
        CHATS.c.muted,
    ).where(CHATS.c.kind == "group")


def _records(unit: Unit, chosen: Select[Any]) -> list[GroupRecord]:
    rows = unit.connection.execute(chosen).all()
    tags: dict[int, list[str]] = {row[0]: [] for row in rows}
    found = select(TAGS.c.chat_id, TAGS.c.tag).where(TAGS.c.chat_id.in_(tags)).order_by(TAGS.c.tag)
    for chat_id, each in unit.connection.execute(found):
        tags[chat_id].append(each)
    return [GroupRecord(*(*row, tuple(tags[row[0]]))) for row in rows]
