"""A group says which cooperatives are its own: /htx there, for its administrators."""

import re

from campaign.ledger.declarations import Declared, declarations, is_same
from campaign.ledger.names import district_key, meant, name_key, shortened
from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers.ledger import called_among, is_approved
from handlers.visits import Visit, note
from storage import audit, cooperatives
from storage.cooperatives import (
    LONGEST_DISTRICT,
    LONGEST_NAME,
    CooperativeRecord,
    NewCooperative,
)

MOST = 20
_OFFERED = 5
_ON_A_BUTTON = 40
_NUMBER = re.compile("[1-9][0-9]{0,14}")


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """Show the group's cooperatives, or take in those that are named after the command."""
    if not argument.strip():
        return [visit.say(_ours(visit))]
    if refusal := _refusal(visit):
        return [visit.say(refusal)]
    said = list(declarations(argument))
    if len(said) > MOST:
        return [visit.say(say("coop_too_many", visit.language, limit=str(MOST)))]
    answers = [_take(visit, each) for each in said]
    buttons = tuple(row for _, rows in answers for row in rows)
    return [visit.say(joined([text for text, _ in answers]), buttons)]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Take the cooperative of the button as the group's own: it was meant by another spelling."""
    number = ":".join(arguments)
    if visit.chat.kind != "group" or not _NUMBER.fullmatch(number):
        return note(press, say("old_button", visit.language))
    if refusal := _refusal(visit):
        return note(press, refusal)
    each = cooperatives.find(visit.unit, int(number))
    if each is None or each.campaign != visit.campaign:
        return note(press, say("old_button", visit.language))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, _claim(visit, each))]


def _refusal(visit: Visit) -> Text | None:
    """Return why the person may say nothing of it. A group of strangers is not asked."""
    if not visit.may_choose:
        if visit.sender.anonymous:
            return say("write_as_yourself", visit.language)
        unknown = visit.sender.admin is None
        return say("admin_unknown" if unknown else "coop_admins_only", visit.language)
    return None if is_approved(visit) else say("coop_pending", visit.language)


def _ours(visit: Visit) -> Text:
    language = visit.language
    ours = cooperatives.of_chat(visit.unit, visit.campaign, visit.chat.id)
    lines = [say("coop_line", language, name=each.name, district=each.district) for each in ours]
    title = say("coop_ours" if ours else "coop_ours_none", language)
    return joined([title, *lines, say("coop_how", language)])


def _take(visit: Visit, said: Declared) -> tuple[Text, Buttons]:
    known = cooperatives.of_campaign(visit.unit, visit.campaign)
    same = [each for each in known if is_same(said, each.name, each.district)]
    if len(same) == 1:
        return _claim(visit, same[0]), ()
    nearby = [each for each in known if _is_near(said, each)]
    like = meant(name_key(said.name), [name_key(each.name) for each in nearby])
    if doubtful := [each for each in nearby if name_key(each.name) in like]:
        return _doubt(visit, said, doubtful[:_OFFERED])
    if not _is_whole(said):
        return say("coop_unread", visit.language, said=shortened(said.name, 80)), ()
    return _add(visit, said, known), ()


def _is_near(said: Declared, each: CooperativeRecord) -> bool:
    return not said.district or district_key(said.district) == district_key(each.district)


def _is_whole(said: Declared) -> bool:
    short = len(said.name) <= LONGEST_NAME and len(said.district) <= LONGEST_DISTRICT
    return short and bool(name_key(said.name) and district_key(said.district))


def _claim(visit: Visit, each: CooperativeRecord) -> Text:
    mine = each.chat_id == visit.chat.id
    if not mine and not cooperatives.claim(visit.unit, each.id, visit.chat.id):
        return say("coop_taken", visit.language, name=each.name)
    if not mine:
        _write_down(visit, "coop_claim", each.name, each.district)
    return say("coop_added", visit.language, name=each.name, district=each.district)


def _doubt(visit: Visit, said: Declared, doubtful: list[CooperativeRecord]) -> tuple[Text, Buttons]:
    names = [called_among(doubtful, each, _ON_A_BUTTON) for each in doubtful]
    text = say("coop_like", visit.language, said=shortened(said.name, 80), hint=" / ".join(names))
    return text, tuple(
        (Button(word("yes_it_is", visit.language, name=name), f"mine:{each.id}"),)
        for name, each in zip(names, doubtful, strict=True)
    )


def _add(visit: Visit, said: Declared, known: list[CooperativeRecord]) -> Text:
    place = district_key(said.district)
    spelt = (each.district for each in known if district_key(each.district) == place)
    district = next(spelt, said.district)
    new = NewCooperative(said.name, district, visit.chat.id)
    cooperatives.add(visit.unit, visit.campaign, [new])
    _write_down(visit, "coop_add", said.name, district)
    return say("coop_added", visit.language, name=said.name, district=district)


def _write_down(visit: Visit, action: str, name: str, district: str) -> None:
    detail = f"{visit.chat.id} {name} ({district})"
    audit.add(visit.unit, visit.now, visit.sender.id, visit.campaign, action, detail)
