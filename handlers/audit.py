"""What was done lately: /nhatky."""

import re

from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text
from campaign.talk.broadcast_words import CAST_ACTIONS
from campaign.talk.change_words import CHANGE_ACTIONS
from campaign.talk.edition_notices import EDITION_ACTIONS
from campaign.talk.ledger_words import LEDGER_ACTIONS
from campaign.talk.notices import say
from campaign.talk.staff_words import ACTIONS, WORDS
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import roles
from handlers.visits import Visit, note
from storage import audit
from storage.audit import AuditLine

_LINES = 20
_ACTIONS = {**ACTIONS, **CAST_ACTIONS, **CHANGE_ACTIONS, **EDITION_ACTIONS, **LEDGER_ACTIONS}
_CHAT_ID = re.compile("^-[0-9]+ ")
_NUMBER = re.compile("[1-9][0-9]{0,14}")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/nhatky: the newest lines of the person's campaigns; for an owner of everything."""
    return [visit.say(*_page(visit, None))]


def turned(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Turn to the lines before the one of the button, or to the newest."""
    match arguments:
        case []:
            before = None
        case [number] if _NUMBER.fullmatch(number):
            before = int(number)
        case _:
            return note(press, say("old_button", visit.language))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *_page(visit, before))]


def _page(visit: Visit, before: int | None) -> tuple[Text, Buttons]:
    campaigns = None if visit.owns else visit.manages
    found = audit.page(visit.unit, campaigns, _LINES + 1, before)
    if not found:
        return say("audit_empty", visit.language), ()
    shown, turns = found[:_LINES], []
    if before is not None:
        turns.append(Button(WORDS["newest"][visit.language], "log"))
    if len(found) > _LINES:
        turns.append(Button(WORDS["older"][visit.language], f"log:{shown[-1].id}"))
    text = say("audit_title" if before is None else "audit_older", visit.language)
    lines = tuple(f"\n{_line(visit, line)}" for line in shown)
    return text + lines, (tuple(turns),) if turns else ()


def _line(visit: Visit, line: AuditLine) -> str:
    record, language = line.record, visit.language
    local = record.at.astimezone(VIETNAM)
    parts = [
        f"{local:%H:%M} {show_day(local.date())}",
        roles.who(record.user_id, visit.sender.id, language),
        _ACTIONS.get(record.action, {}).get(language, record.action),
        _CHAT_ID.sub("", record.detail),
        _campaign(visit, record.campaign),
        WORDS["refusals"][language].format(more=line.more) if line.more else "",
    ]
    return " · ".join(part for part in parts if part)


def _campaign(visit: Visit, campaign: str | None) -> str:
    """Return whose line it is, where there could be a doubt."""
    if campaign is None or len(visit.front.handbooks) == 1:
        return ""
    return visit.front.label(campaign) if campaign in visit.front.handbooks else campaign
