"""Reminders as time goes by: what falls due is queued, what has lost its point is reported."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from campaign.ledger import states
from campaign.ledger.numbers import Numbers
from campaign.messages import Buttons, Chat, Language, Send
from campaign.outreach.content import styled
from campaign.outreach.moments import is_quiet, quiet_until
from campaign.outreach.reminder_texts import called, compose
from campaign.outreach.reminders import (
    Reminder,
    Schedule,
    due_day,
    falls_due,
    fingerprint,
    midnight,
    sort_out,
    week,
)
from campaign.plan.model import Plan
from campaign.talk.notices import say
from campaign.talk.times import is_deadline, show_day
from campaign.zone import VIETNAM
from handlers import wishes
from handlers.ledger import reminder_buttons
from handlers.readers import staff_of
from handlers.visits import Front, Keyed
from storage import (
    activities,
    chats,
    openings,
    registrations,
    reminder_choices,
    submissions,
    withdrawals,
)
from storage import reminders as kept
from storage.database import Unit
from storage.openings import OpeningRecord
from storage.queueing import Step
from storage.reminder_choices import Band
from storage.reminders import Audience, Mark, Share, Wanted

_STRIDE = datetime.timedelta(minutes=1)
"""While nothing falls due, this often it is written down up to when that is so."""
_OTHER = "changing"
"""The basis of a mark that no plan has."""
_TOGETHER = 30
"""Reminders in one message at most."""


def tick(front: Front, unit: Unit, now: datetime.datetime) -> list[Keyed]:
    """Queue what has fallen due for the groups since the last time, each once.

    At night nothing is queued and nothing sent: it is late by then, and waits for the morning.
    """
    if is_quiet(now):
        kept.hush(unit, quiet_until(now))
        return []
    kept.hush(unit, None)
    return [told for campaign in front.handbooks for told in _campaign(front, unit, now, campaign)]


def _campaign(front: Front, unit: Unit, now: datetime.datetime, campaign: str) -> list[Keyed]:
    plan, schedule = front.handbooks[campaign].plan, front.schedule(campaign)
    before, after = kept.mark(unit, campaign), Mark(now, fingerprint(plan, schedule))
    if before is None:
        kept.move(unit, campaign, None, after)
        return []
    if before.until > now:  # the clock was set back: who was reminded of what is known
        kept.move(unit, campaign, before, replace(before, until=now))
        return []
    same = before.basis == after.basis
    if not same and withdrawals.stop(unit, campaign):
        # It is taken back when all of it is back; until then no plan is the one that it was.
        kept.move(unit, campaign, before, Mark(before.until, _OTHER))
        return []
    since = before.until if same else _anew(unit, campaign, before.until, now)
    bands = reminder_choices.bands(unit, before.until)
    due = [(band, _due(plan, schedule, band, since, now)) for band in bands]
    idle = same and not any(band.changed or found for band, found in due)
    if (idle and now - before.until < _STRIDE) or not kept.move(unit, campaign, before, after):
        return []
    told = [] if same else [*wishes.follow(front, unit, now, campaign)]
    for band, found in due:
        audience = Audience(campaign, front.default, band, before.until, now)
        helpful, lost = sort_out(found, now)
        for first in range(0, len(helpful), _TOGETHER):
            remind(unit, plan, audience, helpful[first : first + _TOGETHER])
        if band == bands[0]:
            # What was over before is so by a change of the plan, and not by an outage.
            told += _report(front, unit, campaign, [it for it in lost if it.until > before.until])
    return told


def _anew(
    unit: Unit, campaign: str, until: datetime.datetime, now: datetime.datetime
) -> datetime.datetime:
    """Take back what has not been sent; return from when on it is asked again what falls due."""
    days = [due_day(key) for key in withdrawals.take_back(unit, campaign, now)]
    return min([_morning(until), *map(midnight, days)])


def _due(
    plan: Plan, schedule: Schedule, band: Band, since: datetime.datetime, now: datetime.datetime
) -> list[Reminder]:
    """Return what has fallen due for the groups of a band.

    A changed choice or plan is looked at from the morning on, so that nothing is left out that
    falls into the hours between; what a group has got already, it does not get again.
    """
    since = _morning(since) if band.changed else since
    return falls_due(plan, schedule.at(band.hour), since, now)


def remind(unit: Unit, plan: Plan, audience: Audience, due: Sequence[Reminder]) -> int:
    """Queue one message of all of `due` for each chat, as far as it is for it; return how many."""
    number = 0
    pieces = [piece for each in due for piece in _pieces(unit, plan, audience.campaign, each)]
    wanted = [each.wanted for each in pieces]
    for share in kept.shares(unit, audience, wanted):
        theirs = _whole([pieces[place] for place in share.places], pieces)
        broadcast = _message(unit, plan, audience, share, theirs)
        until = min(each.until for each in theirs)
        step = Step(broadcast, "reminder", "post", until)
        number += kept.queue(unit, audience, wanted, share, step)
    return number


@dataclass(frozen=True, slots=True)
class _Piece:
    """A reminder; of a week, what it says of the deadline of activity `no`, None being the rest."""

    reminder: Reminder
    wanted: Wanted
    no: int | None = None


def _pieces(unit: Unit, plan: Plan, campaign: str, each: Reminder) -> Iterator[_Piece]:
    """Yield what of the reminder is not for the same groups: a week, without what is handed in."""
    wanted = _wanted(unit, plan, campaign, each)
    if each.kind != "digest":
        yield _Piece(each, wanted)
        return
    ours = activities.numbered(unit, plan)
    found = [
        about
        for about in dict.fromkeys(a for a, time in week(plan, each.day) if a and is_deadline(time))
        if states.last_day(about)
    ][:_TOGETHER]
    for about in found:
        settled = submissions.settled_chats(campaign, ours.of(about))
        yield _Piece(each, replace(wanted, except_chats=settled), about.no)
    if week(plan, each.day, frozenset(about.no for about in found)):
        yield _Piece(each, wanted)


def _whole(theirs: Sequence[_Piece], pieces: Sequence[_Piece]) -> list[Reminder]:
    """Return the reminders of which these are the pieces; what is missing of a week is left out."""
    whole = {each.reminder.target: each.reminder for each in theirs}
    said = {(each.reminder.target, each.no) for each in theirs}
    for each in pieces:
        target, reminder = each.reminder.target, whole.get(each.reminder.target)
        if reminder and each.no is not None and (target, each.no) not in said:
            whole[target] = replace(reminder, without=reminder.without | {each.no})
    return [*whole.values()]


def _wanted(unit: Unit, plan: Plan, campaign: str, each: Reminder) -> Wanted:
    """Return whom the reminder is for.

    Who has handed in is not reminded of it any more, and where people can register, only those
    chats are in which somebody has.
    """
    occasion = kept.occasion(unit, campaign, each.key)
    if opening := _registered_for(unit, plan, campaign, each):
        guests = registrations.registered_chats(campaign, opening.no)
        return Wanted(occasion, each.kind, only_chats=guests)
    if each.kind == "deadline" and each.activity:
        no = activities.numbered(unit, plan).of(each.activity)
        settled = submissions.settled_chats(campaign, no)
        return Wanted(occasion, each.kind, except_chats=settled)
    return Wanted(occasion, each.kind)


def _registered_for(unit: Unit, plan: Plan, campaign: str, each: Reminder) -> OpeningRecord | None:
    """Return how one registers for what begins, or is to be over by a day; None where one does not.

    A dossier is due from everybody.
    """
    due = each.kind == "deadline" and each.activity and states.last_day(each.activity)
    if each.activity is None or each.kind == "peak" or due:
        return None
    opening = openings.of(unit, campaign, activities.numbered(unit, plan).of(each.activity))
    return opening if opening and _takes_part(unit, opening) else None


def _takes_part(unit: Unit, opening: OpeningRecord) -> bool:
    """Whether one registers for it: an opening that was never used says nothing."""
    return opening.is_open or bool(registrations.listing(unit, opening.id))


def _message(
    unit: Unit, plan: Plan, audience: Audience, share: Share, due: Sequence[Reminder]
) -> int:
    today, language = audience.now.astimezone(VIETNAM).date(), share.language
    content = styled(compose(plan, due, today, language))
    campaign = audience.campaign
    handed = [each for each in due if not _registered_for(unit, plan, campaign, each)]
    buttons = _buttons(activities.numbered(unit, plan), campaign, handed, language)
    return kept.begin(unit, audience.campaign, content, buttons, audience.now)


def _buttons(ours: Numbers, campaign: str, due: Sequence[Reminder], language: Language) -> Buttons:
    handed = [
        each.activity
        for each in due
        if each.kind == "deadline" and each.activity and states.last_day(each.activity)
    ]
    return tuple(
        row
        for activity in handed
        for row in reminder_buttons(
            campaign, ours.of(activity), language, activity.section if len(handed) > 1 else ""
        )
    )


def _report(front: Front, unit: Unit, campaign: str, lost: Sequence[Reminder]) -> Iterator[Keyed]:
    """Tell the staff what was not sent because it came too late, once."""
    known = kept.known(unit, campaign, [each.key for each in lost])
    missed = [each for each in lost if each.key not in known]
    for each in missed:
        kept.occasion(unit, campaign, each.key)
    for reader in staff_of(front, unit, campaign) if missed else ():
        language = chats.language(unit, reader)
        what = "\n".join(f"• {called(each, language)} ({show_day(each.day)})" for each in missed)
        facts = {"campaign": front.label(campaign), "what": what}
        key = f"lost:{missed[-1].key}:{campaign}:{reader}"
        yield key, Send(Chat(reader, "private"), say("reminders_lost", language, **facts))


def _morning(moment: datetime.datetime) -> datetime.datetime:
    return midnight(moment.astimezone(VIETNAM).date())
