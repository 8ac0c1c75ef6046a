"""What people want to be reminded of themselves: asked for in private, listed, dropped, done."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from campaign.ledger.names import shortened
from campaign.messages import Acknowledge, Button, Buttons, Chat, Edit, Outgoing, Press, Send, Text
from campaign.outreach.moments import show_moment
from campaign.outreach.wishes import (
    LONGEST,
    Asked,
    Fault,
    anchor,
    asks_for_list,
    over_after,
    put_off,
    read_wish,
)
from campaign.talk import conversation
from campaign.talk.notices import say
from campaign.talk.questions import Intent
from campaign.talk.reminder_notices import REMINDER_WORDS, ReminderNotice
from campaign.zone import VIETNAM
from handlers import campaigns
from handlers.readers import Reader, somebody
from handlers.visits import Front, Keyed, Visit, note
from handlers.wish_moments import about, ahead_of, data, fits, keep, name_of
from storage import wishes
from storage.database import Unit
from storage.wishes import WishRecord

_EXAMPLE = datetime.timedelta(days=4)
"""The example is for three days ahead of something."""
_LATE = datetime.timedelta(minutes=10)
_AT_A_TIME = 20
_FARTHEST = datetime.timedelta(days=5 * 365)
_LISTED = 20
_LONGEST_WORDS = 80
"""In a list, in characters."""
_NUMBER = re.compile("[1-9][0-9]{0,14}")

_FAULTS: Mapping[Fault, ReminderNotice] = {
    "repeated": "wish_repeated",
    "no_day": "wish_no_day",
    "long": "wish_long",
}


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
        case [step, campaign, number, days, hour] if fits(visit, campaign, number, days, hour):
            before = ahead_of(days)
            at = None if hour == "-" else datetime.time(int(hour[:2]), int(hour[2:]))
            activity = visit.handbook.activities[int(number)]
            text, buttons = about(visit, activity, before, at, sure=step == "at")
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
    """Return the person's next wishes, with a button to drop each."""
    language, found = visit.language, wishes.of(visit.unit, visit.chat.id)
    if not found:
        return say("wishes_none", language), ()
    text = say("wishes_title", language)
    labels = []
    for number, each in enumerate(found[:_LISTED], 1):
        moment = show_moment(each.at, language)
        what = shortened(each.words, _LONGEST_WORDS)
        facts = {"number": str(number), "moment": moment, "what": what}
        text = (*text, "\n", *say("wish_line", language, **facts))
        label = REMINDER_WORDS["drop"][language].format(number=number)
        labels.append(Button(label, f"remind:drop:{each.id}"))
    if more := len(found[_LISTED:]):
        text = (*text, "\n", *say("wishes_more", language, number=str(more)))
    return text, tuple(tuple(labels[first : first + 4]) for first in range(0, len(labels), 4))


def how(visit: Visit) -> Text:
    """Return how one asks to be reminded, with something that the plan has ahead."""
    text, soon = say("remind_how", visit.language), visit.today + _EXAMPLE
    ahead = ((anchor(each, soon), each) for each in visit.handbook.plan.activities)
    days = [(found.day, each) for found, each in ahead if found and found.exact]
    if not days:
        return text
    _, first = min(days, key=lambda pair: pair[0])
    return (*text, "\n", *say("remind_how_about", visit.language, what=name_of(visit, first)))


def tick(front: Front, unit: Unit, now: datetime.datetime) -> list[Keyed]:
    """Remind people of what they wished for; what has lost its point is dropped.

    A second has room for so many of them: all at once, Telegram would refuse to take.
    """
    return [
        # SQLite gives the number of a row that is gone to the next one, hence the moment.
        (f"wish:{each.id}:{int(each.at.timestamp())}", _remind(front, unit, now, each))
        for each in wishes.take(unit, now, _AT_A_TIME)
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
        return say(_FAULTS[asked.fault], language, what=asked.words, most=str(LONGEST)), ()
    if asked.moment and asked.moment <= visit.now:
        return say("wish_past", language, moment=show_moment(asked.moment, language)), ()
    if asked.moment and asked.moment - visit.now > _FARTHEST:
        return say("wish_far", language, moment=show_moment(asked.moment, language)), ()
    if asked.moment and asked.words:
        until = over_after(asked.moment.astimezone(VIETNAM).date())
        return keep(visit, None, asked.words, asked.moment, until)
    known = [visit.handbook.activities[number] for number in asked.activities]
    if not known:
        return (*_unclear(visit, asked), "\n\n", *how(visit)), ()
    if len(known) == 1:
        return about(visit, known[0], asked.before, asked.hour, sure=False)
    rows = tuple(
        (Button(name_of(visit, each), data(visit, "ask", each, asked.before, asked.hour)),)
        for each in known
    )
    return say("wish_which", language), rows


def _unclear(visit: Visit, asked: Asked) -> Text:
    if asked.before is None or not asked.words:
        return say("wish_unclear", visit.language)
    if isinstance(asked.before, datetime.timedelta):
        return say("wish_no_begin", visit.language, what=asked.words)
    issuer = campaigns.names(visit)["issuer"]
    return say("wish_unknown", visit.language, what=asked.words, issuer=issuer)
