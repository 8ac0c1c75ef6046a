"""Members register for what has an opening: /dangky, and the button "Đăng ký tham gia"."""

import re

from campaign.ledger.states import is_over
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Chat,
    Edit,
    Outgoing,
    Press,
    Send,
    Text,
)
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import AnyNotice, say
from handlers.ledger import activity_called, activity_of
from handlers.taking import why_shut
from handlers.visits import Visit, note
from storage import chats, openings, prompts, registrations
from storage.openings import OpeningRecord
from storage.registrations import Party, RegistrationRecord

LIMIT = 500
"""People in one party."""
_OFFERED = ((1, 2, 3, 4, 5), (6, 8, 10, 15, 20))
_NUMBER = re.compile("[1-9][0-9]{0,2}")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/dangky: what one can register for here, or has in private, a message for each."""
    handbook = visit.handbook  # whoever has no plan any more is told so first
    found = [
        each
        for each in openings.listing(visit.unit, [handbook.plan.id])
        if activity_of(visit.front, visit.unit, each.campaign, each.no)
        and (not why_shut(visit, each) or _shown(visit, each))
    ]
    if not found or is_over(handbook.plan, visit.today):
        return [visit.say(say("reg_none", visit.language))]
    return [visit.say(*_invitation(visit, each)) for each in found]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Ask with how many, then for the condition, then register."""
    opening = opening_for(visit, *[*arguments, "", ""][:2])
    if not isinstance(opening, OpeningRecord):
        return note(press, opening)
    if known := party_of(visit, opening):
        return note(press, say("reg_already", visit.language, people=str(known.party.people)))
    match arguments[2:]:
        case []:
            return [Acknowledge(press.id), visit.say(*how_many(visit, opening))]
        case [people] if is_count(people):
            return _turned(visit, press, take(visit, opening, int(people)))
        case [people, "yes"] if is_count(people):
            return _turned(visit, press, take(visit, opening, int(people), sure=True))
    return note(press, say("old_button", visit.language))


def give_up(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Let the person's party not come; who moves up is told."""
    campaign, number = [*arguments, "", ""][:2]
    opening = openings.of(visit.unit, campaign, int(number)) if _NUMBER.fullmatch(number) else None
    if opening is None or campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    before = registrations.listing(visit.unit, opening.id)
    if not registrations.remove(visit.unit, opening.id, visit.sender.id):
        return note(press, say("reg_quit_none", visit.language))
    told = note(press, say("reg_quit", visit.language))
    return [*told, *moved_up(visit, opening, before)]


def moved_up(
    visit: Visit, opening: OpeningRecord, before: list[RegistrationRecord]
) -> list[Outgoing]:
    """Tell those who waited and have a seat now, where they registered."""
    waited = {each.party.user_id for each in before if not each.seated}
    return [
        _tell(visit, opening, each.party)
        for each in registrations.listing(visit.unit, opening.id)
        if each.seated and each.party.user_id in waited
    ]


def _tell(visit: Visit, opening: OpeningRecord, party: Party) -> Send:
    language = chats.language(visit.unit, party.chat_id)
    activity = activity_called(visit.front, visit.unit, opening.campaign, opening.no, language)
    text = say("reg_moved_up", language, people=str(party.people), activity=activity)
    record = chats.find(visit.unit, party.chat_id)
    return Send(Chat(party.chat_id, record.kind if record else "private"), text)


def opening_for(visit: Visit, campaign: str, number: str) -> OpeningRecord | Text:
    """Return what a button is about, or why nobody can register by it."""
    language = visit.language
    if visit.sender.anonymous:
        return say("reg_anonymous", language)
    if campaign not in visit.front.handbooks or not _NUMBER.fullmatch(number):
        return say("old_button", language)
    if campaign != visit.campaign:
        return say("reg_elsewhere", language)
    opening = openings.of(visit.unit, campaign, int(number))
    if opening is None:
        return say("old_button", language)
    shut = why_shut(visit, opening)
    return say(shut, language) if shut else opening


def party_of(visit: Visit, opening: OpeningRecord) -> RegistrationRecord | None:
    """Return with how many the person comes, and whether there is room for them."""
    queue = registrations.listing(visit.unit, opening.id)
    return next((each for each in queue if each.party.user_id == visit.sender.id), None)


def _shown(visit: Visit, opening: OpeningRecord) -> RegistrationRecord | None:
    """Return the person's registration where nobody else reads of it."""
    return party_of(visit, opening) if visit.chat.kind == "private" else None


def called(visit: Visit, opening: OpeningRecord) -> str:
    """Return what to call the activity."""
    named = (visit.front, visit.unit, opening.campaign, opening.no, visit.language)
    return activity_called(*named)


def _invitation(visit: Visit, opening: OpeningRecord) -> tuple[Text, Buttons]:
    language, is_open = visit.language, not why_shut(visit, opening)
    activity = called(visit, opening)
    title = say("reg_open" if is_open else "reg_shut", language, activity=activity)
    lines = [title, *_terms(visit, opening)] if is_open else [title]
    place = f"{opening.campaign}:{opening.no}"
    row = [Button(word("join", language), f"join:{place}")]
    if mine := _shown(visit, opening):
        standing: AnyNotice = "reg_mine" if mine.seated else "reg_mine_waits"
        lines.append(say(standing, language, people=str(mine.party.people)))
        row = []
    return joined(lines), ((*row, Button(word("quit", language), f"quit:{place}")),)


def _terms(visit: Visit, opening: OpeningRecord) -> list[Text]:
    lines = _room(visit, opening)
    if opening.condition:
        lines.append(say("reg_condition", visit.language, condition=opening.condition))
    return lines


def _room(visit: Visit, opening: OpeningRecord) -> list[Text]:
    if opening.seats is None:
        return []
    queue = registrations.listing(visit.unit, opening.id)
    left = opening.seats - sum(each.party.people for each in queue if each.seated)
    seats = str(opening.seats)
    if left <= 0 or not all(each.seated for each in queue):
        return [say("reg_full", visit.language, seats=seats)]
    return [say("reg_left", visit.language, left=str(left), seats=seats)]


def how_many(visit: Visit, opening: OpeningRecord) -> tuple[Text, Buttons]:
    """Return the question how many come; in private a number may answer it."""
    question = say("reg_how_many", visit.language, activity=called(visit, opening))
    if visit.chat.kind == "private":
        prompts.ask(visit.unit, visit.sender.id, "people", opening.id, visit.now)
        more = say("reg_type_number", visit.language, limit=str(LIMIT))
        question = (*question, "\n", *more)
    begin = f"join:{opening.campaign}:{opening.no}"
    return question, tuple(
        tuple(Button(str(number), f"{begin}:{number}") for number in row) for row in _OFFERED
    )


def take(
    visit: Visit, opening: OpeningRecord, people: int, *, sure: bool = False
) -> tuple[Text, Buttons]:
    """Register the party; where there is a condition, only who is `sure` that it is met."""
    if opening.seats is not None and people > opening.seats:
        return say("reg_too_many", visit.language, seats=str(opening.seats)), ()
    if sure or not opening.condition:
        return _register(visit, opening, people), ()
    text = say(
        "reg_confirm",
        visit.language,
        people=str(people),
        activity=called(visit, opening),
        condition=opening.condition,
    )
    data = f"join:{opening.campaign}:{opening.no}:{people}:yes"
    return text, ((Button(word("confirm", visit.language, people=str(people)), data),),)


def _register(visit: Visit, opening: OpeningRecord, people: int) -> Text:
    if visit.chat.kind == "private":
        prompts.forget(visit.unit, visit.sender.id)
    party = Party(visit.sender.id, visit.chat.id, people)
    registrations.add(visit.unit, opening.id, party, visit.now)
    mine = party_of(visit, opening)
    facts = {"people": str(people), "activity": called(visit, opening)}
    return say("reg_done" if mine and mine.seated else "reg_waits", visit.language, **facts)


def _turned(visit: Visit, press: Press, shown: tuple[Text, Buttons]) -> list[Outgoing]:
    """In private the question becomes what follows; in a group it is there for others, too."""
    if visit.chat.kind == "private":
        return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]
    return [Acknowledge(press.id), visit.say(*shown)]


def is_count(people: str) -> bool:
    """Say whether it is a number of people that may come together."""
    return bool(_NUMBER.fullmatch(people)) and int(people) <= LIMIT
