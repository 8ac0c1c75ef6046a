"""Reminders that did not reach every group: the staff are told, and have them sent again, once."""

import datetime
import re
from collections.abc import Collection
from dataclasses import replace

from campaign.messages import Acknowledge, Button, Edit, Outgoing, Press, Send, Text
from campaign.outreach.moments import is_quiet, quiet_until, show_moment
from campaign.outreach.reminders import Reminder, Schedule, due_day, falls_due, midnight
from campaign.plan.model import Plan
from campaign.talk.notices import say
from campaign.talk.reminder_notices import REMINDER_WORDS
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import roles
from handlers.readers import Reader, reader, somebody, staff_of
from handlers.reminding import remind
from handlers.visits import Front, Keyed, Visit, note
from storage import audit, broadcasts, outcomes, reminder_choices, unreached
from storage import reminders as kept
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.reminders import Audience

_DAY = datetime.timedelta(days=1)
_NUMBER = re.compile("[1-9][0-9]{0,14}")


def look(front: Front, unit: Unit, now: datetime.datetime, each: BroadcastRecord) -> list[Keyed]:
    """Let a reminder end that nobody waits for any more; tell the staff whom it did not reach.

    Groups in which the bot may not write are no news: the staff see that at the group.
    """
    if each.state == "scheduled" or not broadcasts.is_over(unit, each):
        return []
    broadcasts.finish(unit, each, now)
    if not _missed(unit, each):
        return []
    readers = [somebody(front, unit, now, user) for user in staff_of(front, unit, each.campaign)]
    return [(f"reminded:{each.id}:{who.user_id}", _report(who, each)) for who in readers]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Send a reminder again, in the words of now, to the groups that are in doubt about it."""
    number = arguments[0] if len(arguments) == 1 else ""
    found = unreached.hold(visit.unit, int(number)) if _NUMBER.fullmatch(number) else None
    if found is None:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, found.campaign, press.data):
        return note(press, refusal)
    if found.decided_by is not None:
        who = roles.who(found.decided_by, visit.sender.id, visit.language)
        return note(press, say("again_done", visit.language, who=who))
    return _again(visit, press, found)


def _again(visit: Visit, press: Press, reminder: BroadcastRecord) -> list[Outgoing]:
    moment = quiet_until(visit.now) if is_quiet(visit.now) else visit.now
    in_doubt = unreached.count(visit.unit, reminder.id)
    if in_doubt and not _helpful(visit.front, visit.unit, moment, reminder):
        return note(press, say("again_pointless", visit.language))
    number = _send(visit.front, visit.unit, moment, reminder)
    if not number:
        return note(press, say("again_nobody", visit.language))
    if moment > visit.now:
        kept.hush(visit.unit, moment)
    broadcasts.keep(visit.unit, reminder, replace(reminder, decided_by=visit.sender.id))
    what = f"#{reminder.id}"
    audit.add(visit.unit, visit.now, visit.sender.id, reminder.campaign, "reminder_again", what)
    done = _done(visit, moment, number, in_doubt - number)
    text = (*_said(reader(visit), reminder), "\n", *done)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, text)]


def _send(front: Front, unit: Unit, now: datetime.datetime, reminder: BroadcastRecord) -> int:
    """Queue it once more, for groups of every hour; return for how many."""
    number, plan = 0, front.handbooks[reminder.campaign].plan
    keys = unreached.keys(unit, reminder.id)
    for band in reminder_choices.bands(unit, now):
        schedule = front.schedule(reminder.campaign).at(band.hour)
        audience = Audience(reminder.campaign, front.default, band, now, now, reminder.id)
        if due := _still(plan, schedule, keys, now):
            number += remind(unit, plan, audience, due)
    return number


def _helpful(
    front: Front, unit: Unit, now: datetime.datetime, reminder: BroadcastRecord
) -> list[Reminder]:
    """Return what of the message still helps those that are in doubt about it."""
    plan, schedule = front.handbooks[reminder.campaign].plan, front.schedule(reminder.campaign)
    return _still(plan, schedule, unreached.keys(unit, reminder.id), now)


def _still(
    plan: Plan, schedule: Schedule, keys: Collection[str], now: datetime.datetime
) -> list[Reminder]:
    """Return what has one of these keys, of the plan as it is by now, and still helps.

    Its hour may be later than now: it has been said before.
    """
    days = [due_day(key) for key in keys]
    if not days:
        return []
    found = falls_due(plan, schedule, midnight(min(days)), midnight(max(days) + _DAY))
    return [each for each in found if each.key in keys and now < each.until]


def _report(who: Reader, reminder: BroadcastRecord) -> Send:
    text, number = _said(who, reminder), unreached.count(who.unit, reminder.id)
    if not number or not _helpful(who.front, who.unit, who.now, reminder):
        return Send(who.chat, text)
    label = REMINDER_WORDS["again"][who.language].format(number=number)
    return Send(who.chat, text, ((Button(label, f"nudge:{reminder.id}"),),))


def _said(who: Reader, reminder: BroadcastRecord) -> Text:
    facts = {
        "day": show_day((reminder.started_at or who.now).astimezone(VIETNAM).date()),
        "sent": str(outcomes.tally(who.unit, reminder).sent),
        "missed": str(_missed(who.unit, reminder)),
    }
    return say("reminder_missed", who.language, **facts)


def _missed(unit: Unit, reminder: BroadcastRecord) -> int:
    tally = outcomes.tally(unit, reminder)
    return tally.failed + tally.unknown + tally.expired - tally.reasons.get(unreached.MUTED, 0)


def _done(visit: Visit, moment: datetime.datetime, number: int, left: int) -> Text:
    language, facts = visit.language, {"number": str(number)}
    if moment > visit.now:
        text = say("again_later", language, moment=show_moment(moment, language), **facts)
    else:
        text = say("again_sent", language, **facts)
    if left:
        text = (*text, *say("again_left", language, number=str(left)))
    return (*text, *say("again_watched", language))
