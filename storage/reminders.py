"""Reminders to groups: who is to get which, and that nobody gets one twice.

However many groups there are, each step is one statement.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    case,
    cast,
    delete,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
    update,
)

from campaign.messages import Buttons, Content, Language
from campaign.outreach.reminders import Kind
from storage import broadcasts, groups, queueing, unreached
from storage.database import Unit
from storage.queueing import Step
from storage.reminder_choices import Band
from storage.reminder_tables import CHOICES, MARKS, OCCASIONS, REMINDED, WISHES
from storage.tables import BROADCASTS, CHATS, OUTBOX
from storage.upserts import insert


@dataclass(frozen=True, slots=True)
class Mark:
    """Up to when the reminders of a campaign have been seen to, and by which `basis`."""

    until: datetime.datetime
    basis: str


@dataclass(frozen=True, slots=True)
class Audience:
    """The groups of `campaign` in one band at the moment `now`.

    A chat that chose no campaign belongs to `default`; choices since `since` are new. `again` is a
    message that is sent once more: to those alone that are in doubt about it, as if it had not
    been said.
    """

    campaign: str
    default: str
    band: Band
    since: datetime.datetime
    now: datetime.datetime
    again: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reminder to be sent. `occasion` is what `occasion` returned for it.

    `except_chats` is a query for the ids of chats that are not to get it, `only_chats` for those
    that alone are, private ones among them; what has none of the latter is for groups.
    """

    occasion: int
    kind: Kind
    except_chats: Select[Any] | None = None
    only_chats: Select[Any] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """Chats that are to get the same message: in `language`, of the reminders at `places`."""

    language: Language
    places: tuple[int, ...]


def mark(unit: Unit, campaign: str) -> Mark | None:
    """Return up to when the campaign has been seen to; None before the first time."""
    columns = (MARKS.c.until, MARKS.c.basis)
    row = unit.connection.execute(select(*columns).where(MARKS.c.campaign == campaign)).first()
    return Mark(*row) if row else None


def move(unit: Unit, campaign: str, before: Mark | None, after: Mark) -> bool:
    """Put `after` in the place of `before`; False when somebody else has moved it meanwhile."""
    values = {"until": after.until, "basis": after.basis}
    if before is None:
        added = insert(MARKS).values(campaign=campaign, **values).on_conflict_do_nothing()
        return unit.connection.execute(added.returning(MARKS.c.campaign)).first() is not None
    same = and_(MARKS.c.campaign == campaign, MARKS.c.until == before.until)
    return unit.connection.execute(update(MARKS).where(same).values(values)).rowcount == 1


def occasion(unit: Unit, campaign: str, key: str) -> int:
    """Return the id of what the groups of the campaign are reminded of under `key`."""
    values = {"campaign": campaign, "key": key}
    unit.connection.execute(insert(OCCASIONS).on_conflict_do_nothing(), values)
    found = select(OCCASIONS.c.id).filter_by(**values)
    number: int = unit.connection.execute(found).scalar_one()
    return number


def known(unit: Unit, campaign: str, keys: Collection[str]) -> set[str]:
    """Return those of `keys` that have been seen to: sent to groups, or reported."""
    found = select(OCCASIONS.c.key).where(
        OCCASIONS.c.campaign == campaign, OCCASIONS.c.key.in_(keys)
    )
    return set(unit.connection.scalars(found))


def shares(unit: Unit, audience: Audience, wanted: Sequence[Wanted]) -> list[Share]:
    """Return who is still to be reminded of which of `wanted`: chats that get the same together."""
    chats = _chats(audience, wanted).subquery()
    found = select(chats.c.language, chats.c.mask).where(chats.c.mask > 0)
    rows = unit.connection.execute(found.distinct().order_by(chats.c.language.desc(), chats.c.mask))
    return [
        Share(language, tuple(place for place in range(len(wanted)) if mask & 1 << place))
        for language, mask in rows
    ]


def queue(
    unit: Unit,
    audience: Audience,
    wanted: Sequence[Wanted],
    share: Share,
    broadcast: Step,
) -> int:
    """Queue `broadcast` for the chats of `share`, which have been reminded from then on.

    Returns how many these are.
    """
    chats = _chats(audience, wanted).subquery()
    mask = sum(1 << place for place in share.places)
    target = cast(null(), BigInteger).label("target_id")
    chosen = select(chats.c.chat_id, target).where(
        chats.c.mask == mask, chats.c.language == share.language
    )
    number = queueing.add(unit, broadcast, chosen, audience.now)
    for place in share.places:
        _remember(unit, wanted[place].occasion, broadcast.broadcast_id)
    return number


def begin(
    unit: Unit, campaign: str, content: Content, buttons: Buttons, now: datetime.datetime
) -> int:
    """Keep a message that is being sent from now on; return its id. No person is its author."""
    said = replace(broadcasts.blank(0, campaign, now), kind="reminder", content=content)
    running = replace(said, buttons=buttons, state="running", started_at=now)
    return broadcasts.add(unit, running).id


def hush(unit: Unit, until: datetime.datetime | None) -> None:
    """Send no reminder before `until`; None lets those go on that were held back."""
    before, after = ("running", "scheduled") if until else ("scheduled", "running")
    ours = and_(BROADCASTS.c.kind == "reminder", BROADCASTS.c.state == before)
    unit.connection.execute(update(BROADCASTS).where(ours).values(state=after, due_at=until))


def restart(unit: Unit, now: datetime.datetime) -> None:
    """Forget what has been seen to: what fell due up to `now` may have been sent by somebody."""
    unit.connection.execute(delete(MARKS))
    unit.connection.execute(delete(WISHES).where(WISHES.c.at <= now))


def _remember(unit: Unit, occasion_id: int, broadcast_id: int) -> None:
    queued = select(OUTBOX.c.chat_id, literal(occasion_id), OUTBOX.c.broadcast_id).where(
        OUTBOX.c.broadcast_id == broadcast_id
    )
    columns = ["chat_id", "occasion_id", "broadcast_id"]
    added = insert(REMINDED).from_select(columns, queued)
    # What is sent again takes the place of what was sent before.
    newest = {"broadcast_id": added.excluded.broadcast_id}
    same = [REMINDED.c.chat_id, REMINDED.c.occasion_id]
    unit.connection.execute(added.on_conflict_do_update(index_elements=same, set_=newest))


def _chats(audience: Audience, wanted: Sequence[Wanted]) -> Select[Any]:
    """Return the query for each chat with its language, and a bit for each reminder it gets."""
    band, chosen = audience.band, CHOICES.c
    hour = chosen.hour.is_(None) if band.hour is None else chosen.hour == band.hour
    changed = func.coalesce(chosen.changed_at > audience.since, false())
    awake = or_(chosen.snoozed_until.is_(None), chosen.snoozed_until <= audience.now)
    english = case((CHATS.c.language == "en", "en"), else_="vi")
    mask: ColumnElement[Any] = literal(0, BigInteger)
    for place, each in enumerate(wanted):
        mask = mask + case((_gets(each, audience.again), literal(1 << place, BigInteger)), else_=0)
    ours = groups.audience(audience.campaign, audience.default)
    persons = and_(CHATS.c.kind == "private", CHATS.c.present, or_(*map(_alone, wanted)))
    return (
        select(CHATS.c.id.label("chat_id"), english.label("language"), mask.label("mask"))
        .select_from(CHATS.outerjoin(CHOICES, CHOICES.c.chat_id == CHATS.c.id))
        .where(or_(CHATS.c.id.in_(ours), persons), hour, changed.is_(band.changed), awake)
        .where(
            true() if audience.again is None else CHATS.c.id.in_(unreached.chats(audience.again))
        )
    )


def _alone(each: Wanted) -> ColumnElement[bool]:
    """Whether a chat is one of those that alone are to get the reminder."""
    return false() if each.only_chats is None else CHATS.c.id.in_(each.only_chats)


def _gets(each: Wanted, again: int | None) -> ColumnElement[bool]:
    """Whether a chat is to get the reminder, and has not got it but by the message `again`."""
    known = and_(REMINDED.c.chat_id == CHATS.c.id, REMINDED.c.occasion_id == each.occasion)
    got = exists().where(known)
    if again is not None:
        got = exists().where(known, REMINDED.c.broadcast_id.is_distinct_from(again))
    return and_(
        func.coalesce(CHOICES.c[each.kind], true()),
        ~got,
        true() if each.except_chats is None else CHATS.c.id.not_in(each.except_chats),
        CHATS.c.kind == "group" if each.only_chats is None else _alone(each),
    )
