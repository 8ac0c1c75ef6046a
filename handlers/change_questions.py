"""What is to be changed about an activity: asked, read, and shown to be confirmed."""

import re
from collections.abc import Mapping

from campaign.ledger.states import called
from campaign.messages import Button, Message, Outgoing, Send, Text
from campaign.outreach.rescheduling import Rescheduled, read_new_time
from campaign.outreach.warnings import say_doubt
from campaign.plan.changes import ChangeKind, owner, planned
from campaign.plan.model import Activity
from campaign.talk.aliases import Taken, alias_problem
from campaign.talk.notices import AnyNotice, say
from campaign.talk.phrases import say as phrase
from campaign.talk.times import describe, is_deadline
from handlers import roles
from handlers.change_cards import activity_now, as_planned, confirmation, plan_now
from handlers.visits import Visit
from storage import changes, prompts
from storage.changes import ChangeRecord

LONGEST = 500
LONGEST_ALIAS = 80
_PHONE = re.compile(r"\d(?:[\s.-]?\d){2,}")
_BULLET = "-–•+* \t"
_ASK: Mapping[ChangeKind, AnyNotice] = {
    "place": "change_ask_place",
    "phone": "change_ask_phone",
    "dossier": "change_ask_dossier",
    "correction": "change_ask_correction",
    "alias": "change_ask_alias",
}


def begin(
    visit: Visit, campaign: str, activity: Activity, kind: ChangeKind, part: int | None
) -> Send:
    """Ask what the change is, or which of several times is meant; cancelling needs no words."""
    base = planned(activity)
    if kind in ("time", "confirmed") and len(base.times) > 1 and part is None:
        return _ask_part(visit, campaign, base, kind)
    author, number = visit.sender.id, part or 0
    change_id = changes.begin(visit.unit, author, campaign, base, kind, number, visit.now)
    if kind == "cancelled":
        changes.word(visit.unit, change_id, "")
        return confirm(visit, activity, [change_id])
    prompts.ask(visit.unit, author, "change", change_id, visit.now)
    change = records(visit, [change_id])[0]
    return visit.say(_question(visit, activity, change), as_planned(visit, change, activity))


def _ask_part(visit: Visit, campaign: str, activity: Activity, kind: ChangeKind) -> Send:
    rows = tuple(
        (Button(describe(time, visit.language), f"act:{campaign}:{activity.no}:{kind}:{part}"),)
        for part, time in enumerate(activity.times)
    )
    name = called(activity, visit.language)
    return visit.say(say("change_ask_part", visit.language, activity=name), rows)


def _question(visit: Visit, activity: Activity, change: ChangeRecord) -> Text:
    language, name = visit.language, called(activity, visit.language)
    if change.kind in _ASK:
        return say(_ASK[change.kind], language, activity=name)
    notice: AnyNotice = "change_ask_confirmed" if change.kind == "confirmed" else "change_ask_time"
    if _is_due(activity, change):
        notice = "change_ask_deadline"
    times = "; ".join(describe(time, language) for time in activity.times)
    return say(notice, language, activity=name, times=times or phrase(language, "nothing"))


def _is_due(activity: Activity, change: ChangeRecord) -> bool:
    times = planned(activity).times
    return change.part < len(times) and is_deadline(times[change.part])


def answered(visit: Visit, message: Message, change_id: int) -> list[Outgoing]:
    """Take the message as what the change says, to be confirmed; ask again where it is unclear."""
    change = changes.find(visit.unit, change_id)
    if change is None or change.applied_at or change.author != visit.sender.id:
        return [visit.say(say("change_gone", visit.language))]
    if refusal := roles.turn_away_from(visit, change.campaign, f"change {change_id}"):
        return [visit.say(refusal)]
    activity = activity_of(visit, change)
    if activity is None:
        return [visit.say(say("change_gone", visit.language))]
    timed = change.kind in ("time", "confirmed")
    read = _take_time if timed else _take_words
    said = read(visit, message.text, change, activity)
    if isinstance(said, tuple):
        prompts.ask(visit.unit, visit.sender.id, "change", change_id, visit.now)
        return [visit.say(said)]
    return [confirm(visit, activity, said)]


def _take_time(
    visit: Visit, text: str, change: ChangeRecord, activity: Activity
) -> list[int] | Text:
    """Return the ids of what is to be confirmed, or what is wrong with the text."""
    year = visit.front.handbooks[change.campaign].plan.year
    said = read_new_time(text, visit.today, year, due=_is_due(activity, change))
    if said is None:
        return say("change_time_unclear", visit.language)
    if not isinstance(said, Rescheduled):
        return say_doubt(said, visit.language)
    changes.word(visit.unit, change.id, str(said.when))
    if not said.place:
        return [change.id]
    return [change.id, changes.beside(visit.unit, change, "place", said.place[:LONGEST])]


def _take_words(
    visit: Visit, text: str, change: ChangeRecord, activity: Activity
) -> list[int] | Text:
    lines = (" ".join(row.split()).strip(_BULLET) for row in text.splitlines())
    words = "; ".join(filter(None, lines))
    if wrong := _wrong(visit, words, change, activity):
        return wrong
    changes.word(visit.unit, change.id, words)
    return [change.id]


def _wrong(visit: Visit, words: str, change: ChangeRecord, activity: Activity) -> Text | None:
    if not words:
        return say("change_text_needed", visit.language)
    limit = LONGEST_ALIAS if change.kind == "alias" else LONGEST
    if len(words) > limit:
        return say("change_too_long", visit.language, limit=str(limit))
    if change.kind == "phone" and not _PHONE.search(words):
        return say("change_not_a_phone", visit.language)
    return _wrong_name(visit, words, change, activity) if change.kind == "alias" else None


def _wrong_name(visit: Visit, name: str, change: ChangeRecord, activity: Activity) -> Text | None:
    handbook = visit.front.handbooks[change.campaign]
    match alias_problem(handbook, name, activity.no, visit.today):
        case Taken(other):
            told = called(other, visit.language)
            return say("change_alias_taken", visit.language, other=told)
        case "known":
            return say("change_alias_known", visit.language)
        case "general":
            return say("change_alias_general", visit.language)
    return None


def confirm(visit: Visit, activity: Activity, numbers: list[int]) -> Send:
    """Ask whether the changes are right as they were understood."""
    return visit.say(*confirmation(visit, activity, records(visit, numbers)))


def records(visit: Visit, numbers: list[int]) -> list[ChangeRecord]:
    """Return the changes with these ids that there are."""
    found = (changes.find(visit.unit, number) for number in numbers)
    return [each for each in found if each]


def activity_of(visit: Visit, change: ChangeRecord) -> Activity | None:
    """Return the activity of the change as it is now; None where the plan has it no more."""
    if change.campaign not in visit.front.handbooks:
        return None
    number = owner(plan_now(visit, change.campaign), change.made(visit.now))
    return None if number is None else activity_now(visit, change.campaign, number)
