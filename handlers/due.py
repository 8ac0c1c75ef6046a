"""What happens to announcements as time goes by: they start, they are shown going, they end."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from campaign.messages import Edit, Outgoing, Send
from campaign.outreach.moments import show_moment
from campaign.talk.notices import say
from handlers.broadcast_cards import Reader, show, somebody
from handlers.visits import Front
from storage import broadcasts, outbox
from storage.broadcasts import BroadcastRecord
from storage.database import Unit

STEP = datetime.timedelta(seconds=5)
"""A card that shows progress is edited at most once in this time."""
LATE = datetime.timedelta(hours=2)
"""A scheduled announcement that could not start for longer than this is not sent unasked."""

Keyed = tuple[str, Outgoing]


def tick(front: Front, unit: Unit, now: datetime.datetime) -> list[Keyed]:
    """Start what is due, end what is over, and show the staff how it goes.

    Each outgoing value has the key under which it belongs into the outbox, once.
    """
    told = [each for due in broadcasts.due(unit, now) for each in _start(front, unit, now, due)]
    for over in broadcasts.finished(unit):
        told += _finish(front, unit, now, over)
    for going in broadcasts.running(unit):
        told += _progress(front, unit, now, going)
    return told


def _start(
    front: Front, unit: Unit, now: datetime.datetime, due: BroadcastRecord
) -> Iterator[Keyed]:
    moment = due.due_at or now
    if now - moment <= LATE:
        broadcasts.start(unit, due, front.default, now)
        return
    broadcasts.keep(unit, due, replace(due, state="draft", due_at=None))
    author = somebody(front, unit, now, due.author)
    facts = {"number": str(due.id), "moment": show_moment(moment, author.language)}
    late = Send(author.chat, say("cast_late", author.language, **facts))
    yield f"late:{due.id}:{int(moment.timestamp())}", late


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
        author: Reader = somebody(front, unit, now, going.author)
        yield key, Edit(author.chat, going.card_id, *show(author, going))
