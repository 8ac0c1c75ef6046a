"""What happens as time goes by: announcements start, are shown going, end; reminders fall due."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from campaign.messages import Edit, Send
from campaign.outreach.moments import show_moment
from campaign.talk.notices import say
from handlers import reminding, unreached, wishes
from handlers.broadcast_cards import show
from handlers.readers import somebody, staff_of
from handlers.visits import Front, Keyed
from storage import broadcasts, outbox
from storage.broadcasts import BroadcastRecord
from storage.database import Unit

STEP = datetime.timedelta(seconds=5)
"""A card that shows progress is edited at most once in this time."""
LATE = datetime.timedelta(hours=2)
"""A scheduled announcement that could not start for longer than this is not sent unasked."""

_CalledOff = Literal["cast_late", "cast_unapproved"]


def tick(front: Front, unit: Unit, now: datetime.datetime) -> list[Keyed]:
    """Start what is due, end what is over, and show the staff how it goes.

    Each outgoing value has the key under which it belongs into the outbox, once.
    """
    told = [told for each in broadcasts.live(unit) for told in _look(front, unit, now, each)]
    return [*told, *reminding.tick(front, unit, now), *wishes.tick(front, unit, now)]


def _look(
    front: Front, unit: Unit, now: datetime.datetime, each: BroadcastRecord
) -> Iterator[Keyed]:
    if each.kind == "reminder":
        yield from unreached.look(front, unit, now, each)
    elif each.state in broadcasts.UNSENT:
        if each.due_at is not None and each.due_at <= now:
            yield from _start(front, unit, now, each)
    elif broadcasts.is_over(unit, each):
        yield from _finish(front, unit, now, each)
    else:
        yield from _progress(front, unit, now, each)


def _start(
    front: Front, unit: Unit, now: datetime.datetime, due: BroadcastRecord
) -> Iterator[Keyed]:
    moment = due.due_at or now
    if due.state == "waiting":
        yield from _call_off(front, unit, now, due, "cast_unapproved")
    elif now - moment > LATE:
        yield from _call_off(front, unit, now, due, "cast_late")
    else:
        broadcasts.start(unit, due, front.default, now)


def _call_off(
    front: Front, unit: Unit, now: datetime.datetime, due: BroadcastRecord, why: _CalledOff
) -> Iterator[Keyed]:
    """Make a draft again of what did not start when it was to; tell all who waited for it."""
    moment, draft = due.due_at or now, replace(due, state="draft", due_at=None)
    broadcasts.keep(unit, due, draft)
    key = f"{why.removeprefix('cast_')}:{due.id}:{int(moment.timestamp())}"
    author = somebody(front, unit, now, due.author)
    if due.card_id:
        yield f"{key}:card", Edit(author.chat, due.card_id, *show(author, draft))
    approvers = staff_of(front, unit, due.campaign) if due.state == "waiting" else []
    for user_id in {due.author, *approvers}:
        told = somebody(front, unit, now, user_id)
        facts = {"number": str(due.id), "moment": show_moment(moment, told.language)}
        yield f"{key}:{user_id}", Send(told.chat, say(why, told.language, **facts))


def _finish(
    front: Front, unit: Unit, now: datetime.datetime, over: BroadcastRecord
) -> Iterator[Keyed]:
    if not broadcasts.finish(unit, over, now):
        return
    author, ended = somebody(front, unit, now, over.author), broadcasts.find(unit, over.id) or over
    text, buttons = show(author, ended)
    key = f"report:{over.id}:{int(now.timestamp())}"
    if over.card_id:
        yield f"{key}:card", Edit(author.chat, over.card_id, text)
    yield key, Send(author.chat, text, buttons)


def _progress(
    front: Front, unit: Unit, now: datetime.datetime, going: BroadcastRecord
) -> Iterator[Keyed]:
    number = (now - (going.started_at or now)) // STEP
    key = f"progress:{going.id}:{number}"
    if going.card_id and number and not outbox.holds(unit, key):
        author = somebody(front, unit, now, going.author)
        yield key, Edit(author.chat, going.card_id, *show(author, going))
