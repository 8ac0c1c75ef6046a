"""What was done lately: /nhatky."""

import re

from campaign.messages import Outgoing
from campaign.talk.broadcast_words import CAST_ACTIONS
from campaign.talk.edition_notices import EDITION_ACTIONS
from campaign.talk.ledger_words import LEDGER_ACTIONS
from campaign.talk.notices import say
from campaign.talk.staff_words import ACTIONS
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import roles
from handlers.visits import Visit
from storage import audit
from storage.audit import AuditRecord

_LINES = 20
_ACTIONS = {**ACTIONS, **CAST_ACTIONS, **LEDGER_ACTIONS, **EDITION_ACTIONS}
_CHAT_ID = re.compile("^-[0-9]+ ")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/nhatky: the newest lines of the person's campaigns; for an owner of everything."""
    lines = audit.recent(visit.unit, None if visit.owns else visit.manages, _LINES)
    if not lines:
        return [visit.say(say("audit_empty", visit.language))]
    text = say("audit_title", visit.language)
    return [visit.say(text + tuple(f"\n{_line(visit, line)}" for line in lines))]


def _line(visit: Visit, line: AuditRecord) -> str:
    local = line.at.astimezone(VIETNAM)
    what = _ACTIONS.get(line.action, {}).get(visit.language, line.action)
    parts = [
        f"{local:%H:%M} {show_day(local.date())}",
        roles.who(line.user_id, visit.sender.id, visit.language),
        what,
        _CHAT_ID.sub("", line.detail),
        _campaign(visit, line.campaign),
    ]
    return " · ".join(part for part in parts if part)


def _campaign(visit: Visit, campaign: str | None) -> str:
    """Return whose line it is, where there could be a doubt."""
    if campaign is None or len(visit.front.handbooks) == 1:
        return ""
    return visit.front.label(campaign) if campaign in visit.front.handbooks else campaign
