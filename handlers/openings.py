"""Staff let people register for an activity, and on which terms: /modangky."""

import re

from campaign.language.text import fold
from campaign.ledger.names import shortened, tidy
from campaign.ledger.states import called
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Made,
    Message,
    Outgoing,
    Press,
    SendFile,
    Text,
    plain,
)
from campaign.outreach.progress import joined
from campaign.plan.model import Activity
from campaign.talk.ledger_words import NO_CONDITION, NO_LIMIT, OPEN_OR_CLOSED, word
from campaign.talk.notices import AnyNotice, say
from handlers import registrations as members
from handlers import roles
from handlers.ledger import activity_called, activity_of
from handlers.taking import why_shut
from handlers.visits import Visit, note
from storage import activities, audit, openings, prompts, registrations
from storage.openings import OpeningRecord

MOST_SEATS = 99_999
LONGEST_CONDITION = 200
_NUMBER = re.compile("[1-9][0-9]{0,4}")
_NOTHING = "-"
_STEPS = ("", "open", "close", "seats", "condition", "file")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/modangky: the activities, each of which can be opened."""
    campaign = visit.acts_for
    plan = visit.front.handbooks[campaign].plan
    numbers = activities.numbered(visit.unit, plan)
    known = {each.no: each for each in openings.listing(visit.unit, [campaign])}
    rows = tuple(
        (Button(_label(visit, each, known.get(no)), f"open:{campaign}:{no}"),)
        for each in plan.activities
        for no in (numbers.of(each),)
    )
    label = visit.front.label(campaign)
    return [visit.say(say("open_choose", visit.language, campaign=label), rows)]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Show how registration stands, open or close it, ask for its terms, send the list."""
    campaign, number, step = [*arguments, "", "", ""][:3]
    if step not in _STEPS or campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    known_number = _NUMBER.fullmatch(number) is not None
    if not known_number or not activity_of(visit.front, visit.unit, campaign, int(number)):
        return note(press, say("old_button", visit.language))
    known = openings.prepare(visit.unit, campaign, int(number))
    match step:
        case "open" | "close":
            return _turn(visit, press, known, is_open=step == "open")
        case "seats":
            return _ask(visit, press, known, "seats", "open_ask_seats")
        case "condition":
            return _ask(visit, press, known, "condition", "open_ask_condition")
        case "file":
            return _send(visit, press, known)
    return [Acknowledge(press.id), visit.say(*_card(visit, known))]


def seats_given(visit: Visit, message: Message, opening_id: int) -> list[Outgoing]:
    """Take the message as the number of seats; ask again where it is none, or too few."""
    opening = openings.find(visit.unit, opening_id)
    if opening is None:
        return [visit.say(say("old_button", visit.language))]
    if refusal := roles.turn_away_from(visit, opening.campaign, f"seats {opening_id}"):
        return [visit.say(refusal)]
    text = _seats(message.text)
    if text != _NOTHING and not _NUMBER.fullmatch(text):
        return _ask_again(visit, opening, "seats", "open_seats_wrong", limit=str(MOST_SEATS))
    seats = None if text == _NOTHING else int(text)
    before = registrations.listing(visit.unit, opening.id)
    seated = sum(each.party.people for each in before if each.seated)
    if seats is not None and seats < seated:
        return _ask_again(visit, opening, "seats", "open_seats_few", number=str(seated))
    openings.set_terms(visit.unit, opening.id, seats, opening.condition)
    _write_down(visit, "reg_seats", opening, text)
    shown = visit.say(*_card(visit, _again(visit, opening)))
    return [shown, *members.moved_up(visit, opening, before)]


def _seats(text: str) -> str:
    """Return the one number in `text`, `_NOTHING` for any number, and "" where it is unclear."""
    if text.strip() == _NOTHING or fold(tidy(text)) in map(fold, NO_LIMIT.values()):
        return _NOTHING
    numbers = re.findall(r"-?\d[\d.]*", text)
    return numbers[0].replace(".", "") if len(numbers) == 1 else ""


def condition_given(visit: Visit, message: Message, opening_id: int) -> list[Outgoing]:
    """Take the message as the condition; ask again where it is too long."""
    opening = openings.find(visit.unit, opening_id)
    if opening is None:
        return [visit.say(say("old_button", visit.language))]
    if refusal := roles.turn_away_from(visit, opening.campaign, f"condition {opening_id}"):
        return [visit.say(refusal)]
    text = " ".join(message.text.split())
    if not text or len(text) > LONGEST_CONDITION:
        limit = str(LONGEST_CONDITION)
        return _ask_again(visit, opening, "condition", "open_condition_wrong", limit=limit)
    condition = None if text == _NOTHING else text
    openings.set_terms(visit.unit, opening.id, opening.seats, condition)
    _write_down(visit, "reg_condition", opening, text)
    return [visit.say(*_card(visit, _again(visit, opening)))]


def _turn(visit: Visit, press: Press, opening: OpeningRecord, *, is_open: bool) -> list[Outgoing]:
    turned = openings.turn(visit.unit, opening.id, is_open=is_open)
    if turned:
        _write_down(visit, "reg_open" if is_open else "reg_close", opening)
    late = "" if turned else plain(say("open_late", visit.language))
    shown = _card(visit, _again(visit, opening))
    return [Acknowledge(press.id, late), Edit(visit.chat, press.message_id, *shown)]


def _ask(
    visit: Visit, press: Press, opening: OpeningRecord, question: str, notice: AnyNotice
) -> list[Outgoing]:
    prompts.ask(visit.unit, visit.sender.id, question, opening.id, visit.now)
    return [
        Acknowledge(press.id),
        visit.say(say(notice, visit.language, limit=str(MOST_SEATS))),
    ]


def _ask_again(
    visit: Visit, opening: OpeningRecord, question: str, notice: AnyNotice, **facts: str
) -> list[Outgoing]:
    prompts.ask(visit.unit, visit.sender.id, question, opening.id, visit.now)
    return [visit.say(say(notice, visit.language, **facts))]


def _send(visit: Visit, press: Press, opening: OpeningRecord) -> list[Outgoing]:
    caption = say("open_file", visit.language, activity=_activity(visit, opening))
    about = (opening.campaign, str(opening.no), visit.language)
    file = Made("document", "registrations", about)
    return [Acknowledge(press.id), SendFile(visit.chat, file, caption)]


def _card(visit: Visit, opening: OpeningRecord) -> tuple[Text, Buttons]:
    language = visit.language
    queue = registrations.listing(visit.unit, opening.id)
    seated = sum(each.party.people for each in queue if each.seated)
    text = say(
        "open_card",
        language,
        activity=_activity(visit, opening),
        campaign=visit.front.label(opening.campaign),
        state=OPEN_OR_CLOSED[opening.is_open][language],
        seats=NO_LIMIT[language] if opening.seats is None else str(opening.seats),
        condition=opening.condition or NO_CONDITION[language],
        seated=str(seated),
        waiting=str(sum(each.party.people for each in queue) - seated),
    )
    shut = why_shut(visit, opening) if opening.is_open else None
    more = say(shut, language) if shut else say("open_how", language)
    lines = [text, more] if opening.is_open else [text]
    begin = f"open:{opening.campaign}:{opening.no}"
    switch = "close" if opening.is_open else "open"
    return joined(lines), (
        (
            Button(word("seats", language), f"{begin}:seats"),
            Button(word("condition", language), f"{begin}:condition"),
        ),
        (
            Button(word("file", language), f"{begin}:file"),
            Button(word("close" if opening.is_open else "open", language), f"{begin}:{switch}"),
        ),
    )


def _label(visit: Visit, activity: Activity, opening: OpeningRecord | None) -> str:
    mark = "" if opening is None else ("○ " if why_shut(visit, opening) else "● ")
    return shortened(f"{mark}{activity.section} · {called(activity, visit.language)}", 60)


def _activity(visit: Visit, opening: OpeningRecord) -> str:
    named = (visit.front, visit.unit, opening.campaign, opening.no, visit.language)
    return activity_called(*named)


def _again(visit: Visit, opening: OpeningRecord) -> OpeningRecord:
    return openings.find(visit.unit, opening.id) or opening


def _write_down(visit: Visit, action: str, opening: OpeningRecord, what: str = "") -> None:
    activity = activity_called(visit.front, visit.unit, opening.campaign, opening.no, "vi")
    detail = f"{activity} {what}".strip()
    audit.add(visit.unit, visit.now, visit.sender.id, opening.campaign, action, detail)
