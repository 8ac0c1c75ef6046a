"""A cooperative as staff see it: its group, how far it is with what is due, what they can do."""

from campaign.ledger.names import ON_A_NOTICE, shortened
from campaign.ledger.states import STANDINGS, Due, called, is_over
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Outgoing,
    Press,
    Text,
    plain,
)
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers.ledger import due_of, dues_of
from handlers.visits import Visit, note
from storage import audit, groups, submissions
from storage.cooperatives import CooperativeRecord
from storage.submissions import SubmissionRecord

_Standing = tuple[Due, SubmissionRecord | None]


def card(visit: Visit, each: CooperativeRecord) -> tuple[Text, Buttons]:
    """Return what staff see of the cooperative, which is of a loaded campaign."""
    language = visit.language
    group = groups.find(visit.unit, each.chat_id or 0, visit.front.default)
    where = group.label if group else plain(say("coop_no_group", language))
    title = say("coop_card", language, name=each.name, district=each.district, group=where)
    standings = _standings(visit, each)
    buttons = (
        *((_button(visit, each, standing),) for standing in standings),
        (Button(word("drop", language), f"coop:{each.id}:drop"),),
        (Button(word("back_list", language), f"coops:{each.campaign}:0"),),
    )
    return joined([title, *(_line(visit, standing) for standing in standings)]), buttons


def hand_in(visit: Visit, press: Press, each: CooperativeRecord, number: str) -> list[Outgoing]:
    """Note that it has handed in at the office: one without a group has no button for that."""
    plan = visit.front.handbooks[each.campaign].plan
    due = due_of(visit.front, visit.unit, each.campaign, number)
    if due is None:
        return note(press, say("old_button", visit.language))
    if is_over(plan, visit.today):
        return note(press, say("hand_over", visit.language))
    if not submissions.hand_in(visit.unit, each.id, due.no, visit.now):
        return note(
            press, say("hand_again", visit.language, name=shortened(each.name, ON_A_NOTICE))
        )
    detail = f"{each.name} · {due.activity.section}"
    audit.add(visit.unit, visit.now, visit.sender.id, each.campaign, "coop_hand", detail)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *card(visit, each))]


def _standings(visit: Visit, each: CooperativeRecord) -> list[_Standing]:
    found = dues_of(visit.front, visit.unit, each.campaign)
    return [(due, submissions.of(visit.unit, each.id, due.no)) for due in found]


def _button(visit: Visit, each: CooperativeRecord, standing: _Standing) -> Button:
    due, found = standing
    section = due.activity.section
    if found:
        return Button(word("look", visit.language, section=section), f"judge:{found.id}")
    label = word("hand_for", visit.language, section=section)
    return Button(label, f"coop:{each.id}:hand:{due.no}")


def _line(visit: Visit, standing: _Standing) -> Text:
    due, found = standing
    return say(
        "coop_standing",
        visit.language,
        section=due.activity.section,
        activity=called(due.activity, visit.language),
        standing=STANDINGS[found.state if found else "missing"][visit.language],
    )
