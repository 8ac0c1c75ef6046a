"""What people want to be reminded of themselves: asked for in private, listed, dropped, done."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from campaign.messages import Acknowledge, Button, Buttons, Chat, Edit, Outgoing, Press, Send, Text
from campaign.outreach.moments import show_moment
from campaign.outreach.wishes import (
    Anchor,
    Asked,
    Fault,
    anchor,
    asks_for_list,
    moment_before,
    over_after,
    put_off,
    read_wish,
)
from campaign.plan.changes import cancelled_on
from campaign.plan.model import Activity
from campaign.talk import conversation
from campaign.talk.notices import say
from campaign.talk.questions import Intent
from campaign.talk.reminder_notices import REMINDER_WORDS, ReminderNotice
from campaign.talk.times import describe
from campaign.zone import VIETNAM
from handlers import campaigns
from handlers.readers import Reader, somebody
from handlers.visits import Front, Keyed, Visit, note
from storage import wishes
from storage.database import Unit
from storage.wishes import WishRecord

_MOST = 50
"""Wishes of one person at a time."""
_OFFERED = (7, 3, 1, 0)
_EXAMPLE = datetime.timedelta(days=4)
"""The example is for three days ahead of something."""
_LATE = datetime.timedelta(minutes=10)
_NUMBER = re.compile("[1-9][0-9]{0,14}")
_DAYS = re.compile("[0-9]{1,3}|-")
_HOUR = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]|-")

_FAULTS: Mapping[Fault, ReminderNotice] = {"repeated": "wish_repeated", "no_day": "wish_no_day"}


def ask(visit: Visit, text: str) -> list[Outgoing] | None:
    """Take `text` as a wish to be reminded, and confirm or ask back; None where it is none.

    Who asks for their wishes, or wants one dropped, gets the list of them.
    """
    if asks_for_list(text):
        return [visit.say(*listing(visit))]
    asked = read_wish(visit.handbook, text, visit.now)
    return None if asked is None else [visit.say(*_answer(visit, asked))]


def picked(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Go on with the activity, the days ahead and the hour of a button."""
    match arguments:
        case [step, campaign, number, days, hour] if _fits(visit, campaign, number, days, hour):
            before = None if days == "-" else int(days)
            at = None if hour == "-" else datetime.time(int(hour[:2]), int(hour[2:]))
            activity = visit.handbook.activities[int(number)]
            text, buttons = _about(visit, activity, before, at, sure=step == "at")
            return [Acknowledge(press.id), Edit(visit.chat, press.message_id, text, buttons)]
    return note(press, say("old_button", visit.language))


def drop(visit: Visit, press: Press, number: str) -> list[Outgoing]:
    """Forget a wish; the message of the button shows what is left."""
    if not _NUMBER.fullmatch(number) or not wishes.drop(visit.unit, visit.chat.id, int(number)):
        return note(press, say("old_button", visit.language))
    text, buttons = listing(visit)
    gone = (*say("wish_gone", visit.language), "\n\n", *text)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, gone, buttons)]


def listing(visit: Visit) -> tuple[Text, Buttons]:
    """Return the person's wishes, with a button to drop each."""
    language, found = visit.language, wishes.of(visit.unit, visit.chat.id)
    if not found:
        return say("wishes_none", language), ()
    text = say("wishes_title", language)
    labels = []
    for number, each in enumerate(found, 1):
        moment = show_moment(each.at, language)
        facts = {"number": str(number), "moment": moment, "what": each.words}
        text = (*text, "\n", *say("wish_line", language, **facts))
        label = REMINDER_WORDS["drop"][language].format(number=number)
        labels.append(Button(label, f"remind:drop:{each.id}"))
    return text, tuple(tuple(labels[first : first + 4]) for first in range(0, len(labels), 4))


def how(visit: Visit) -> Text:
    """Return how one asks to be reminded, with something that the plan has ahead."""
    text, soon = say("remind_how", visit.language), visit.today + _EXAMPLE
    ahead = ((anchor(each, soon), each) for each in visit.handbook.plan.activities)
    days = [(found.day, each) for found, each in ahead if found and found.exact]
    if not days:
        return text
    _, first = min(days, key=lambda pair: pair[0])
    return (*text, "\n", *say("remind_how_about", visit.language, what=_name(visit, first)))


def tick(front: Front, unit: Unit, now: datetime.datetime) -> list[Keyed]:
    """Remind people of what they wished for; what has lost its point is dropped."""
    return [
        # SQLite gives the number of a row that is gone to the next one, hence the moment.
        (f"wish:{each.id}:{int(each.at.timestamp())}", _remind(front, unit, now, each))
        for each in wishes.take(unit, now)
        if now < each.until
    ]


def follow(front: Front, unit: Unit, now: datetime.datetime, campaign: str) -> Iterator[Keyed]:
    """Let wishes go along with what has another day by now, and tell those whose they are."""
    activities, today = front.handbooks[campaign].activities, now.astimezone(VIETNAM).date()
    for each in wishes.about_activities(unit, campaign):
        activity = activities.get(each.activity or 0)
        if activity is None or each.words not in (activity.name, activity.name_en):
            continue
        if moved := put_off(activity, each.at, each.until, today):
            at, until = moved
            wishes.move(unit, replace(each, at=max(at, now), until=until))
            if at > now:
                reader = somebody(front, unit, now, each.chat_id)
                facts = {"moment": show_moment(at, reader.language), "what": each.words}
                text = say("wish_moved", reader.language, **facts)
                key = f"wish:{each.id}:{int(at.timestamp())}:moved:{int(now.timestamp())}"
                yield key, Send(Chat(each.chat_id, "private"), text)


def _remind(front: Front, unit: Unit, now: datetime.datetime, due: WishRecord) -> Send:
    reader = somebody(front, unit, now, due.chat_id)
    text = say("wish_due", reader.language, what=due.words)
    if now - due.at > _LATE:
        late = say("wish_late", reader.language, moment=show_moment(due.at, reader.language))
        text = (*text, "\n", *late)
    return Send(Chat(due.chat_id, "private"), (*text, *_detail(reader, due)))


def _detail(reader: Reader, due: WishRecord) -> Text:
    """Return what the plan says, where the wish is about an activity of it."""
    book = reader.front.handbooks.get(due.campaign)
    activity = book.activities.get(due.activity or 0) if book else None
    if book is None or activity is None or due.words not in (activity.name, activity.name_en):
        return ()  # another edition of the plan may give the number to another activity
    today = reader.now.astimezone(VIETNAM).date()
    turn = conversation.show(
        book, Intent.COUNTDOWN, today, activity=activity.no, language=reader.language
    )
    return ("\n\n", *turn.reply.text)


def _answer(visit: Visit, asked: Asked) -> tuple[Text, Buttons]:
    language = visit.language
    if asked.fault:
        return say(_FAULTS[asked.fault], language, what=asked.words), ()
    if asked.moment and asked.moment <= visit.now:
        return say("wish_past", language, moment=show_moment(asked.moment, language)), ()
    if asked.moment and asked.words:
        until = over_after(asked.moment.astimezone(VIETNAM).date())
        return _keep(visit, None, asked.words, asked.moment, until)
    known = [visit.handbook.activities[number] for number in asked.activities]
    if not known:
        return (*_unclear(visit, asked), "\n\n", *how(visit)), ()
    if len(known) == 1:
        return _about(visit, known[0], asked.before, asked.hour, sure=False)
    rows = tuple(
        (Button(_name(visit, each), _data(visit, "ask", each, asked.before, asked.hour)),)
        for each in known
    )
    return say("wish_which", language), rows


def _unclear(visit: Visit, asked: Asked) -> Text:
    if asked.before is None or not asked.words:
        return say("wish_unclear", visit.language)
    issuer = campaigns.names(visit)["issuer"]
    return say("wish_unknown", visit.language, what=asked.words, issuer=issuer)


def _about(
    visit: Visit,
    activity: Activity,
    before: int | None,
    hour: datetime.time | None,
    *,
    sure: bool,
) -> tuple[Text, Buttons]:
    """Return the confirmation, or which moments there are: `sure` says that one was chosen."""
    name, found = _name(visit, activity), anchor(activity, visit.today)
    if found is None:
        return say(_why_not(activity), visit.language, what=name), ()
    if before is not None and (sure or found.exact):
        at = moment_before(found.day, before, hour or visit.front.schedule(visit.campaign).hour)
        if at > visit.now or sure:
            return _keep(visit, activity.no, name, at, over_after(found.day))
    return _offer(visit, activity, found, [*_OFFERED] if before is None else [before, 0], hour)


def _why_not(activity: Activity) -> ReminderNotice:
    """Return why nothing can be counted from what has no day ahead."""
    if cancelled_on(activity):
        return "wish_cancelled"
    dated = any(time.start or time.end for time in activity.times)
    return "wish_over" if dated else "wish_undated"


def _offer(
    visit: Visit,
    activity: Activity,
    found: Anchor,
    days: Iterable[int],
    hour: datetime.time | None,
) -> tuple[Text, Buttons]:
    language = visit.language
    at = hour or visit.front.schedule(visit.campaign).hour
    rows = []
    for before in dict.fromkeys(days):
        moment = moment_before(found.day, before, at)
        if moment > visit.now:
            word = REMINDER_WORDS["before" if before else "same_day"][language]
            label = word.format(days=before, moment=show_moment(moment, language))
            rows.append((Button(label, _data(visit, "at", activity, before, hour)),))
    name = _name(visit, activity)
    if not rows:
        return say("wish_over", language, what=name), ()
    times = "; ".join(describe(time, language) for time in activity.times)
    notice: ReminderNotice = "wish_when" if found.exact else "wish_about"
    return say(notice, language, what=name, times=times), tuple(rows)


def _keep(
    visit: Visit,
    activity: int | None,
    words: str,
    at: datetime.datetime,
    until: datetime.datetime,
) -> tuple[Text, Buttons]:
    language = visit.language
    facts = {"moment": show_moment(at, language), "what": words}
    if at <= visit.now:
        return say("wish_past", language, moment=facts["moment"]), ()
    mine = wishes.of(visit.unit, visit.chat.id)
    new = WishRecord(0, visit.chat.id, visit.campaign, activity, words, at, until)
    same = [each for each in mine if (each.activity, each.words, each.at) == (activity, words, at)]
    if len(mine) >= _MOST and not same:
        return say("wish_too_many", language), ()
    kept = same[0] if same else wishes.add(visit.unit, new)
    label = REMINDER_WORDS["drop"][language].format(number="").strip()
    return say("wish_kept", language, **facts), ((Button(label, f"remind:drop:{kept.id}"),),)


def _fits(visit: Visit, campaign: str, number: str, days: str, hour: str) -> bool:
    numbers = {str(no) for no in visit.handbook.activities}
    shaped = _DAYS.fullmatch(days) and _HOUR.fullmatch(hour)
    return campaign == visit.campaign and number in numbers and bool(shaped)


def _data(
    visit: Visit, step: str, activity: Activity, before: int | None, hour: datetime.time | None
) -> str:
    days = "-" if before is None else before
    at = "-" if hour is None else f"{hour:%H%M}"
    return f"remind:{step}:{visit.campaign}:{activity.no}:{days}:{at}"


def _name(visit: Visit, activity: Activity) -> str:
    return (visit.language == "en" and activity.name_en) or activity.name
