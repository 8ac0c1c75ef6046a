"""The list of cooperatives: /htx, for staff in private and for the administrators of a group."""

import re

from campaign.ledger.names import is_sought, shortened
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Made,
    Outgoing,
    Press,
    SendFile,
    Text,
)
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers import imports, own_cooperatives, roles
from handlers.cooperative_cards import card, hand_in
from handlers.visits import Visit, note
from storage import audit, cooperatives
from storage.cooperatives import CooperativeRecord

PER_PAGE = 10
_OFFERED = 40
_NUMBER = re.compile("[1-9][0-9]{0,14}")
_PAGE = re.compile("0|[1-9][0-9]{0,5}")


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/htx: in a group its own ones; for staff all of them, or the list that came with it.

    Staff find those of a name or district by writing it after the command.
    """
    if visit.chat.kind == "group":
        return own_cooperatives.command(visit, argument)
    if not visit.manages:
        return [visit.say(roles.refuse(visit, "coop_staff_or_group", "/htx"))]
    if visit.content and visit.content.media:
        return imports.take(visit, visit.content.media, argument)
    said = argument.split()
    named = (each for each in said if each in visit.manages)
    campaign = next(named, visit.acts_for)
    sought = " ".join(each for each in said if each != campaign)
    if sought:
        return [visit.say(*_found(visit, campaign, sought))]
    return [visit.say(*_listing(visit, campaign, 0))]


def turned(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Turn to another page of the list."""
    campaign, page = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004 - both
    if campaign not in visit.front.handbooks or not _PAGE.fullmatch(page):
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    shown = _listing(visit, campaign, int(page))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def send_file(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Send the list, or what can be filled in to become one."""
    what, campaign = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004 - both
    if what not in ("list", "template") or campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    file = Made("document", what, (campaign, visit.language))
    label = visit.front.label(campaign)
    caption = (
        say("list_template", visit.language)
        if what == "template"
        else say("list_file", visit.language, campaign=label)
    )
    return [Acknowledge(press.id), SendFile(visit.chat, file, caption)]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Show a cooperative, note that it has handed in, ask whether to delete it, or delete it."""
    known = bool(arguments) and _NUMBER.fullmatch(arguments[0])
    each = cooperatives.find(visit.unit, int(arguments[0])) if known else None
    if each is None or each.campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, each.campaign, press.data):
        return note(press, refusal)
    match arguments[1:]:
        case []:
            shown = card(visit, each)
        case ["drop"]:
            shown = _sure(visit, each)
        case ["drop_now"]:
            shown = _drop(visit, each)
        case ["hand", number]:
            return hand_in(visit, press, each, number)
        case _:
            return note(press, say("old_button", visit.language))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def _listing(visit: Visit, campaign: str, page: int) -> tuple[Text, Buttons]:
    found, label = cooperatives.of_campaign(visit.unit, campaign), visit.front.label(campaign)
    if not found:
        return say("coops_none", visit.language, campaign=label), _tools(visit, campaign)
    free = sum(each.chat_id is None for each in found)
    facts = {"campaign": label, "total": str(len(found)), "free": str(free)}
    last = (len(found) - 1) // PER_PAGE
    page = min(page, last)
    shown = found[page * PER_PAGE : (page + 1) * PER_PAGE]
    rows = ((Button(_label(each), f"coop:{each.id}"),) for each in shown)
    turns = [(f"« {page}", page - 1), (f"{page + 2} »", page + 1)]
    row = tuple(Button(label, f"coops:{campaign}:{to}") for label, to in turns if 0 <= to <= last)
    text = say("coops_title", visit.language, **facts)
    return text, (*rows, *((row,) if row else ()), *_tools(visit, campaign))


def _found(visit: Visit, campaign: str, sought: str) -> tuple[Text, Buttons]:
    """Return those whose name or district has all words that are `sought`."""
    known = cooperatives.of_campaign(visit.unit, campaign)
    found = [each for each in known if is_sought(sought, f"{each.name} {each.district}")]
    facts = {"campaign": visit.front.label(campaign), "said": shortened(sought, 80)}
    rows = tuple((Button(_label(each), f"coop:{each.id}"),) for each in found[:_OFFERED])
    back = (Button(word("back_list", visit.language), f"coops:{campaign}:0"),)
    if not found:
        return say("coops_not_found", visit.language, **facts), (back,)
    lines = [say("coops_found", visit.language, number=str(len(found)), **facts)]
    if len(found) > _OFFERED:
        lines.append(say("more", visit.language, number=str(len(found) - _OFFERED)))
    return joined(lines), (*rows, back)


def _label(each: CooperativeRecord) -> str:
    mark = "" if each.chat_id else "○ "
    return shortened(f"{mark}{each.name} · {each.district}", 60)


def _tools(visit: Visit, campaign: str) -> Buttons:
    language = visit.language
    return (
        (Button(word("import", language), f"import:{campaign}"),),
        (
            Button(word("template", language), f"file:template:{campaign}"),
            Button(word("file", language), f"file:list:{campaign}"),
        ),
    )


def _sure(visit: Visit, each: CooperativeRecord) -> tuple[Text, Buttons]:
    return say("coop_drop_sure", visit.language, name=each.name), (
        (
            Button(word("drop_now", visit.language), f"coop:{each.id}:drop_now"),
            Button(word("keep", visit.language), f"coop:{each.id}"),
        ),
    )


def _drop(visit: Visit, each: CooperativeRecord) -> tuple[Text, Buttons]:
    cooperatives.remove(visit.unit, each.id)
    detail = f"{each.name} ({each.district})"
    audit.add(visit.unit, visit.now, visit.sender.id, each.campaign, "coop_drop", detail)
    back = Button(word("back_list", visit.language), f"coops:{each.campaign}:0")
    return say("coop_dropped", visit.language, name=each.name), ((back,),)
