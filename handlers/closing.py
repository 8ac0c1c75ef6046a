"""The day after a deadline, staff are told once how it ended."""

import datetime
from collections.abc import Iterator
from itertools import groupby

from campaign.ledger.standing import Board
from campaign.ledger.states import Due, called, last_day
from campaign.ledger.tables import show_districts
from campaign.messages import Language, Send, Text
from campaign.outreach.moments import is_quiet
from campaign.outreach.progress import joined
from campaign.talk.notices import say
from campaign.zone import VIETNAM
from handlers import progress
from handlers.ledger import board, dues_of
from handlers.readers import somebody, staff_of
from handlers.visits import Front, Keyed
from storage import cooperatives, outbox, reminders
from storage.database import Unit

HOUR = datetime.time(8)
"""In Vietnam."""
WITHIN = outbox.KEPT - datetime.timedelta(hours=1)
"""For how long it is looked for; the outbox remembers for longer that it has been sent."""
_NAMED = 30


def tick(front: Front, unit: Unit, now: datetime.datetime) -> Iterator[Keyed]:
    """Yield the reports that are due, each with the key under which it is sent once.

    What was due on the same day is in one report. It comes whenever the bot is back: the mark up to
    which reminders were seen to says since when it was away, and is moved after this.
    """
    if is_quiet(now):
        return
    for campaign, handbook in front.handbooks.items():
        days = {last for each in handbook.plan.activities if (last := last_day(each))}
        since = _since(unit, campaign, now)
        if any(since < _moment(last) <= now for last in days):
            by_day = sorted(dues_of(front, unit, campaign), key=_last)
            for last, together in groupby(by_day, key=_last):
                if since < _moment(last) <= now:
                    yield from _reports(front, unit, now, campaign, list(together))


def _since(unit: Unit, campaign: str, now: datetime.datetime) -> datetime.datetime:
    mark = reminders.mark(unit, campaign)
    return min(mark.until, now - WITHIN) if mark else now - WITHIN


def _last(due: Due) -> datetime.date:
    return due.last


def _moment(last: datetime.date) -> datetime.datetime:
    after = last + datetime.timedelta(days=1)
    return datetime.datetime.combine(after, HOUR, VIETNAM)


def _reports(
    front: Front, unit: Unit, now: datetime.datetime, campaign: str, over: list[Due]
) -> Iterator[Keyed]:
    if not cooperatives.count(unit, campaign):
        return
    for user_id in staff_of(front, unit, campaign):
        key = f"closing:{campaign}:{over[0].last}:{user_id}"
        if outbox.holds(unit, key):
            continue
        reader = somebody(front, unit, now, user_id)
        known = board(front, unit, campaign)
        lines = [line for due in over for line in (("",), *_lines(known, due, reader.language))]
        text = joined([*lines[1:], say("progress_short", reader.language)])
        yield key, Send(reader.chat, text)
        sent = progress.files(reader.chat, campaign, known.label, reader.language)
        yield from ((f"{key}:file{number}", file) for number, file in enumerate(sent))


def _lines(known: Board, due: Due, language: Language) -> Iterator[Text]:
    no, count = due.no, known.count(due.no)
    yield say(
        "closing_title",
        language,
        activity=called(due.activity, language),
        campaign=known.label,
        settled=str(count.settled),
        total=str(count.total),
    )
    yield (show_districts(known, no, language),)
    names = [line.name for line in known.lines if line.at(no) in ("missing", "returned")]
    if names:
        yield say("closing_missing", language, names=", ".join(names[:_NAMED]))
    if len(names) > _NAMED:
        yield say("more", language, number=str(len(names) - _NAMED))
