"""What is doubtful about a plan that was read: one place after another, with the line it is on."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Message,
    Outgoing,
    Press,
    Text,
    plain,
)
from campaign.outreach.progress import joined
from campaign.plan.model import Plan
from campaign.plan.toml import parse_plan, plan_toml
from campaign.reader.checks import Problem
from campaign.reader.doubts import Doubt, UnclearError, is_gone, mended, without
from campaign.reader.sentences import told
from campaign.talk.edition_notices import EditionWord, edition_word
from campaign.talk.notices import say
from handlers import roles
from handlers.visits import Visit, note
from storage import audit, editions, prompts
from storage.editions import EditionRecord

_MOST = 1000
"""How many doubts an edition may have, so that one number names an edition and a doubt of it."""
_PLACE = re.compile("0|[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A doubt, and whether somebody has dealt with it."""

    doubt: Doubt
    done: bool = False


def to_json(kept: Sequence[Kept]) -> list[Any]:
    """Return them as they are kept, the first `_MOST`."""
    return [asdict(each) for each in kept[:_MOST]]


def of(edition: EditionRecord) -> list[Kept]:
    """Return the doubts about an edition, those that were dealt with included."""
    return [_from_json(each) for each in edition.doubts]


def how_many(edition: EditionRecord) -> int:
    """Return how many are still to be looked at."""
    return sum(not each.done for each in of(edition))


def first_open(edition: EditionRecord) -> int | None:
    """Return the place of the first one that is still to be looked at."""
    return next((place for place, each in enumerate(of(edition)) if not each.done), None)


def pressed(
    visit: Visit, press: Press, edition: EditionRecord, step: str, number: str
) -> list[Outgoing]:
    """Do what a button under a doubt says."""
    kept = of(edition)
    if edition.published_at:
        return note(press, say("doubt_published", visit.language))
    if not _PLACE.fullmatch(number) or int(number) >= len(kept):
        return note(press, say("old_button", visit.language))
    place = int(number)
    if step == "look":
        return _shown(visit, press, edition, place)
    if kept[place].done:
        return note(press, say("doubt_gone", visit.language))
    doubt = kept[place].doubt
    match step:
        case "ok":
            return _settle(visit, press, edition, place, plan_in(edition), "plan_right")
        case "out" if doubt.removable:
            return _leave_out(visit, press, edition, place)
        case "fix" if doubt.mendable:
            subject = edition.id * _MOST + place
            prompts.ask(visit.unit, visit.sender.id, "doubt", subject, visit.now)
            what = told(doubt.problem, visit.language)
            return [Acknowledge(press.id), visit.say(say("doubt_ask", visit.language, what=what))]
    return note(press, say("old_button", visit.language))


def answered(visit: Visit, message: Message, subject: int) -> list[Outgoing]:
    """Take what somebody wrote in the place of something doubtful."""
    number, place = divmod(subject, _MOST)
    edition = editions.hold(visit.unit, number)
    if edition is None:
        return [visit.say(say("edition_gone", visit.language))]
    if edition.published_at:
        return [visit.say(say("doubt_published", visit.language))]
    if of(edition)[place].done:
        return [visit.say(say("doubt_gone", visit.language))]
    if refused := roles.turn_away_from(visit, edition.campaign, "doubt"):
        return [visit.say(refused)]
    try:
        plan = mended(plan_in(edition), of(edition)[place].doubt, message.text)
    except UnclearError:
        prompts.ask(visit.unit, visit.sender.id, "doubt", subject, visit.now)
        return [visit.say(say("doubt_unclear", visit.language, said=message.text[:80]))]
    after = _keep(visit, edition, place, plan, "plan_mend")
    return [visit.say(*_card(visit, after, _next(after, place)))]


def _leave_out(visit: Visit, press: Press, edition: EditionRecord, place: int) -> list[Outgoing]:
    try:
        plan = without(plan_in(edition), of(edition)[place].doubt)
    except UnclearError:
        return note(press, say("old_button", visit.language))
    return _settle(visit, press, edition, place, plan, "plan_leave")


def _settle(  # noqa: PLR0913, PLR0917 - what was pressed, where, and what comes of it
    visit: Visit, press: Press, edition: EditionRecord, place: int, plan: Plan, action: str
) -> list[Outgoing]:
    after = _keep(visit, edition, place, plan, action)
    return _shown(visit, press, after, _next(after, place))


def _keep(
    visit: Visit, edition: EditionRecord, place: int, plan: Plan, action: str
) -> EditionRecord:
    """Keep what came of a doubt: those about what is no longer there are dealt with as well."""
    kept = of(edition)
    kept[place] = replace(kept[place], done=True)
    kept = [replace(each, done=each.done or is_gone(each.doubt, plan)) for each in kept]
    after = replace(edition, plan=plan_toml(plan), doubts=to_json(kept))
    editions.revise(visit.unit, edition.id, after.plan, after.doubts)
    audit.add(visit.unit, visit.now, visit.sender.id, edition.campaign, action, f"#{edition.id}")
    return after


def _next(edition: EditionRecord, place: int) -> int | None:
    """Return the next place to look at after `place`, from the beginning again after the last."""
    left = [number for number, each in enumerate(of(edition)) if not each.done]
    return next((number for number in left if number > place), left[0] if left else None)


def _shown(visit: Visit, press: Press, edition: EditionRecord, place: int | None) -> list[Outgoing]:
    shown = _card(visit, edition, place)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def _card(visit: Visit, edition: EditionRecord, place: int | None) -> tuple[Text, Buttons]:
    language = visit.language
    back = (Button(edition_word("back_card", language), f"plan:{edition.id}"),)
    if place is None:
        return say("doubt_none", language), (back,)
    kept = of(edition)
    doubt = kept[place].doubt
    line = doubt.problem.line
    where = plain(say("doubt_line", language, line=str(line))) if line else ""
    text = say(
        "doubt_card",
        language,
        place=str(place + 1),
        total=str(len(kept)),
        line=where,
        what=told(doubt.problem, language),
        quote=f"\n“{doubt.problem.quote}”" if doubt.problem.quote else "",
    )
    if kept[place].done:
        return joined([text, say("doubt_done", language)]), (_turns(edition, place), back)
    return text, (_choices(visit, edition, place, doubt), _turns(edition, place), back)


def _choices(visit: Visit, edition: EditionRecord, place: int, doubt: Doubt) -> tuple[Button, ...]:
    begin, language = f"plan:{edition.id}", visit.language
    row = [Button(edition_word("right", language), f"{begin}:ok:{place}")]
    if doubt.mendable:
        row.append(Button(edition_word("fix", language), f"{begin}:fix:{place}"))
    if doubt.removable:
        what: EditionWord = "leave_out_time" if doubt.time is not None else "leave_out_activity"
        row.append(Button(edition_word(what, language), f"{begin}:out:{place}"))
    return tuple(row)


def _turns(edition: EditionRecord, place: int) -> tuple[Button, ...]:
    last = len(edition.doubts) - 1
    turns = [("«", place - 1), ("»", place + 1)]
    return tuple(
        Button(label, f"plan:{edition.id}:look:{to}") for label, to in turns if 0 <= to <= last
    )


def plan_in(edition: EditionRecord) -> Plan:
    """Return the plan of an edition."""
    return parse_plan(edition.plan, id=edition.campaign, source=f"edition {edition.id}")


def _from_json(kept: Any) -> Kept:
    doubt = kept["doubt"]
    problem = doubt["problem"] | {"facts": tuple(map(tuple, doubt["problem"]["facts"]))}
    return Kept(Doubt(Problem(**problem), doubt["no"], doubt["time"]), kept["done"])
