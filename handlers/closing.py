"""The day after a deadline, staff are told once how it ended."""

import datetime
from collections.abc import Iterator

from campaign.ledger.standing import Board
from campaign.ledger.states import Due, called, dues
from campaign.messages import Language, Send, Text
from campaign.outreach.progress import joined
from campaign.talk.notices import say
from handlers import progress
from handlers.due import Keyed
from handlers.ledger import board
from handlers.readers import somebody, staff_of
from handlers.visits import VIETNAM, Front
from storage import cooperatives, outbox
from storage.database import Unit

HOUR = datetime.time(8)
"""In Vietnam."""
WITHIN = outbox.KEPT - datetime.timedelta(hours=1)
"""For how long it is of use; the outbox remembers for longer that it has been sent."""
_NAMED = 30


def tick(front: Front, unit: Unit, now: datetime.datetime) -> Iterator[Keyed]:
    """Yield the reports that are due, each with the key under which it is sent once."""
    for campaign, handbook in front.handbooks.items():
        for due in dues(handbook.plan):
            if datetime.timedelta() <= now - _moment(due) < WITHIN:
                yield from _report(front, unit, now, campaign, due)


def _moment(due: Due) -> datetime.datetime:
    after = due.last + datetime.timedelta(days=1)
    return datetime.datetime.combine(after, HOUR, VIETNAM)


def _report(
    front: Front, unit: Unit, now: datetime.datetime, campaign: str, due: Due
) -> Iterator[Keyed]:
    if not cooperatives.count(unit, campaign):
        return
    for user_id in staff_of(front, unit, campaign):
        key = f"closing:{campaign}:{due.activity.no}:{user_id}"
        if outbox.holds(unit, key):
            continue
        reader = somebody(front, unit, now, user_id)
        known = board(front, unit, campaign)
        yield key, Send(reader.chat, _text(known, due, reader.language))
        sent = progress.files(reader.chat, campaign, known.label, reader.language)
        yield from ((f"{key}:{number}", file) for number, file in enumerate(sent))


def _text(known: Board, due: Due, language: Language) -> Text:
    no, count = due.activity.no, known.count(due.activity.no)
    title = say(
        "closing_title",
        language,
        activity=called(due.activity, language),
        campaign=known.label,
        settled=str(count.settled),
        total=str(count.total),
    )
    names = [line.name for line in known.lines if line.at(no) in ("missing", "returned")]
    lines = [title, progress.share(known, due, language)]
    if names:
        lines.append(say("closing_missing", language, names=", ".join(names[:_NAMED])))
    if len(names) > _NAMED:
        lines.append(say("more", language, number=str(len(names) - _NAMED)))
    return joined(lines)
