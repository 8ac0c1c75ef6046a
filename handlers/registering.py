"""Members register, change that, or cancel it in words, which do what the buttons do."""

import re

from campaign.language.dates import find_dates
from campaign.ledger.names import shortened
from campaign.ledger.reports import asks
from campaign.ledger.requests import Request, read_request
from campaign.messages import Button, Message, Outgoing, Text
from campaign.talk import conversation
from campaign.talk.ledger_words import LedgerWord, word
from campaign.talk.notices import say
from handlers import questions
from handlers import registrations as members
from handlers.taking import why_shut
from handlers.visits import Visit
from storage import activities, openings, prompts, registrations
from storage.openings import OpeningRecord
from storage.registrations import RegistrationRecord

_LONGEST_LABEL = 60


def said(visit: Visit, text: str) -> list[Outgoing] | None:
    """Do what `text` wants of registration; None where it wants nothing, or nothing is open."""
    wanted = read_request(text)
    if wanted is None:
        return None
    here = openings.listing(visit.unit, [visit.handbook.plan.id])
    if not here and not (wanted.want == "quit" and wanted.sure):
        return None
    if visit.sender.anonymous:
        return [visit.say(say("reg_anonymous", visit.language))]
    mine = [each for each in here if members.party_of(visit, each)]
    if wanted.want == "join":
        return _join(visit, wanted, [each for each in here if not why_shut(visit, each)])
    if not mine:
        return [visit.say(say("reg_nowhere", visit.language))]
    meant = _named(visit, wanted, mine) or mine
    clear = wanted.sure and (wanted.is_all or _activities(visit, wanted))
    if len(meant) > 1 or not clear or (wanted.want == "change" and not wanted.people):
        return _which(visit, wanted, meant)
    return _quit(visit, meant[0]) if wanted.want == "quit" else _change(visit, wanted, meant[0])


def counted(visit: Visit, message: Message, opening_id: int) -> list[Outgoing]:
    """Take the message as the number of people; ask again where it is none.

    Who asks something else instead is answered.
    """
    found = openings.find(visit.unit, opening_id)
    opening = members.opening_for(visit, found.campaign, str(found.no)) if found else None
    if not isinstance(opening, OpeningRecord):
        return [visit.say(opening or say("reg_closed", visit.language))]
    if mine := members.party_of(visit, opening):
        return [visit.say(_already(visit, mine))]
    wanted = read_request(message.text)
    if wanted and wanted.want != "join" and (done := said(visit, message.text)) is not None:
        return done
    if _is_a_question(visit, message.text):
        return questions.ask(visit, message.text)
    numbers = re.findall(r"\d+", message.text)
    if len(numbers) != 1 or not members.is_count(numbers[0]):
        prompts.ask(visit.unit, visit.sender.id, "people", opening.id, visit.now)
        return [visit.say(say("reg_number", visit.language, limit=str(members.LIMIT)))]
    return [visit.say(*members.take(visit, opening, int(numbers[0])))]


def _is_a_question(visit: Visit, text: str) -> bool:
    """Whether it is no number of people: "tháng 4 có gì" has a number, too."""
    if not any(each.isalpha() for each in text):
        return False
    counts = any(each.isdigit() for each in text)
    return not counts or asks(text) or bool(find_dates(text, visit.today))


def _join(visit: Visit, wanted: Request, taking: list[OpeningRecord]) -> list[Outgoing] | None:
    named = _activities(visit, wanted)
    meant = _named(visit, wanted, taking)
    if named and not meant:
        return _refused(visit, named)
    clear = bool(named) or wanted.is_all
    if not clear and not wanted.people:
        return None  # "đăng ký nhãn hiệu" is about something else
    meant = meant or taking
    if len(meant) != 1 or not clear:
        return _which(visit, wanted, meant) if meant else [_nothing_open(visit)]
    opening = meant[0]
    if mine := members.party_of(visit, opening):
        return [visit.say(_already(visit, mine))]
    if not wanted.people:
        return [visit.say(*members.how_many(visit, opening))]
    if not members.is_count(str(wanted.people)):
        return [visit.say(say("reg_number", visit.language, limit=str(members.LIMIT)))]
    return [visit.say(*members.take(visit, opening, wanted.people))]


def _already(visit: Visit, mine: RegistrationRecord) -> Text:
    return say("reg_already", visit.language, people=str(mine.party.people))


def _refused(visit: Visit, named: list[int]) -> list[Outgoing] | None:
    """Say why one cannot register for what was named; None where it was never opened."""
    known = [openings.of(visit.unit, visit.campaign, no) for no in named]
    shut = [(each, why) for each in known if each and (why := why_shut(visit, each))]
    if not shut:
        return None
    opening, why = shut[0]
    title = say("reg_shut", visit.language, activity=members.called(visit, opening))
    return [visit.say((*title, "\n", *say(why, visit.language)))]


def _nothing_open(visit: Visit) -> Outgoing:
    return visit.say(say("reg_none", visit.language))


def _which(visit: Visit, wanted: Request, meant: list[OpeningRecord]) -> list[Outgoing]:
    """Show what the person has, or may register for, with a button for each."""
    joins = wanted.want == "join"
    label: LedgerWord = "join" if joins else "quit"
    people = wanted.people if joins and members.is_count(str(wanted.people)) else None
    end = f":{people}" if people else ""
    rows = tuple(
        (
            Button(
                shortened(
                    f"{word(label, visit.language)} · {members.called(visit, each)}", _LONGEST_LABEL
                ),
                f"{label}:{each.campaign}:{each.no}{end}",
            ),
        )
        for each in meant
    )
    notice = say("reg_which" if joins else "reg_yours", visit.language)
    return [visit.say(notice, rows)]


def _quit(visit: Visit, opening: OpeningRecord) -> list[Outgoing]:
    before = registrations.listing(visit.unit, opening.id)
    registrations.remove(visit.unit, opening.id, visit.sender.id)
    told = say("reg_quit_from", visit.language, activity=members.called(visit, opening))
    return [visit.say(told), *members.moved_up(visit, opening, before)]


def _change(visit: Visit, wanted: Request, opening: OpeningRecord) -> list[Outgoing]:
    """Let another number of people come, unless somebody else would lose a seat by it."""
    people, language = wanted.people or 0, visit.language
    if not members.is_count(str(people)):
        return [visit.say(say("reg_number", language, limit=str(members.LIMIT)))]
    if opening.seats is not None and people > opening.seats:
        return [visit.say(say("reg_too_many", language, seats=str(opening.seats)))]
    if why := why_shut(visit, opening):
        return [visit.say(say(why, language))]
    before = registrations.listing(visit.unit, opening.id)
    seated = {each.party.user_id for each in before if each.seated}
    mine = members.party_of(visit, opening)
    registrations.resize(visit.unit, opening.id, visit.sender.id, people)
    after = registrations.listing(visit.unit, opening.id)
    if mine and not seated <= {each.party.user_id for each in after if each.seated}:
        had = mine.party.people
        registrations.resize(visit.unit, opening.id, visit.sender.id, had)
        return [visit.say(say("reg_no_room", language, people=str(people), had=str(had)))]
    now = members.party_of(visit, opening)
    facts = {"people": str(people), "activity": members.called(visit, opening)}
    told = say("reg_done" if now and now.seated else "reg_waits", language, **facts)
    others = [each for each in before if each.party.user_id != visit.sender.id]
    return [visit.say(told), *members.moved_up(visit, opening, others)]


def _named(visit: Visit, wanted: Request, among: list[OpeningRecord]) -> list[OpeningRecord]:
    """Return those of the openings whose activity was named, or has just been spoken of."""
    named = _activities(visit, wanted)
    if not named and visit.context and len(visit.context.activities) == 1:
        named = _numbers(visit, visit.context.activities)
    return [each for each in among if each.no in named]


def _activities(visit: Visit, wanted: Request) -> list[int]:
    """Return the ledger's numbers of the activities that were named."""
    if not wanted.about:
        return []
    turn = conversation.ask(visit.handbook, wanted.about, visit.today)
    return _numbers(visit, turn.activities)


def _numbers(visit: Visit, found: tuple[int, ...]) -> list[int]:
    plan = visit.handbook.plan
    ours = activities.numbered(visit.unit, plan)
    return [ours.of(visit.handbook.activities[no]) for no in found]
