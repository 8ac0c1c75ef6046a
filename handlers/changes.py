"""Staff change a plan in mid-campaign: its activities, and what can be done to each of them."""

import re
from typing import get_args

from campaign.messages import Acknowledge, Edit, Outgoing, Press
from campaign.plan.changes import ChangeKind, planned
from campaign.plan.model import Activity
from campaign.talk.notices import say
from handlers import change_questions, roles
from handlers.change_cards import activity_now, card, choose
from handlers.visits import Visit, note

_NUMBER = re.compile("[1-9][0-9]{0,4}")
_KINDS: dict[str, ChangeKind] = {kind: kind for kind in get_args(ChangeKind)}


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Show the activities or one of them, or begin a change of it."""
    campaign, number, name, part = [*arguments, "", "", "", ""][:4]
    if campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    if not number:
        shown = choose(visit, campaign)
        return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]
    known = activity_now(visit, campaign, int(number)) if _NUMBER.fullmatch(number) else None
    if known is None or not _fits(known, name, part):
        return note(press, say("old_button", visit.language))
    if name:
        which = int(part) if part else None
        asked = change_questions.begin(visit, campaign, known, _KINDS[name], which)
        return [Acknowledge(press.id), asked]
    shown = card(visit, campaign, known.no)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def _fits(activity: Activity, name: str, part: str) -> bool:
    """Whether a button's last words name something that can be changed about the activity."""
    parts = {"", *map(str, range(len(planned(activity).times)))}
    return part in parts and (name in _KINDS or not name)
