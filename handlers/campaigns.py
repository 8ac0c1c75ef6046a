"""Which campaign a chat belongs to: /chiendich, the payload of /start, and the buttons."""

from dataclasses import replace

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
from campaign.plan.model import Plan
from campaign.talk.notices import Notice, say
from campaign.talk.reminder_notices import ReminderNotice
from handlers import arrivals
from handlers.visits import Visit
from storage import chats, groups


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/chiendich: choose the campaign named by `argument`, or show what there is to choose."""
    if refused := refusal(visit):
        return [visit.say(refused)]
    if plan := find(visit, argument):
        return _choose(visit, plan)
    text = say("campaign_current", visit.language, **names(visit))
    if argument:
        text = (*say("no_such_campaign", visit.language), "\n\n", *text)
    buttons = choices(visit)
    question = ("\n\n", *say("choose_campaign", visit.language)) if buttons else ()
    return [visit.say(text + question, buttons)]


def invite(visit: Visit, plan: Plan) -> list[Outgoing]:
    """Bind a group to `plan`: somebody added the bot through the plan's startgroup link.

    Anybody may do so in a group that has no campaign yet.
    """
    refused = refusal(visit) if visit.record.campaign else None
    return [visit.say(refused)] if refused else _choose(visit, plan)


def pressed(visit: Visit, press: Press, argument: str) -> list[Outgoing]:
    """Choose a campaign by its button; the message shows the choice."""
    plan = find(visit, argument)
    if refused := refusal(visit):
        return [Acknowledge(press.id, plain(refused))]
    if plan is None:
        return [Acknowledge(press.id, plain(say("old_button", visit.language)))]
    visit = bind(visit, plan)
    edit = Edit(visit.chat, press.message_id, _chosen(visit), choices(visit))
    return [Acknowledge(press.id), edit, *arrivals.announce(visit)]


def gone(visit: Visit) -> list[Outgoing]:
    """Say that the chat's campaign is no longer here, rather than answer from another one."""
    return [visit.say(say("campaign_gone", visit.language), choices(visit))]


def find(visit: Visit, argument: str) -> Plan | None:
    """Return the plan with the id `argument`, in any letter case."""
    plans = [handbook.plan for handbook in visit.front.handbooks.values()]
    same = [plan for plan in plans if plan.id.lower() == argument.lower()]
    exact = [plan for plan in same if plan.id == argument]
    return next(iter(exact + same), None)


def bind(visit: Visit, plan: Plan) -> Visit:
    """Let the chat belong to `plan`; return the visit as it goes on.

    Of a group the staff of another campaign has decided nothing yet.
    """
    if visit.chat.kind == "group" and plan.id != visit.campaign:
        groups.reset(visit.unit, visit.chat.id, visit.now)
    chats.bind(visit.unit, visit.chat.id, plan.id, visit.now)
    return replace(visit, record=replace(visit.record, campaign=plan.id))


def choices(visit: Visit) -> Buttons:
    """Return a button for each campaign, the chat's own ticked; none where there is no choice."""
    plans = [handbook.plan for handbook in visit.front.handbooks.values()]
    if [plan.id for plan in plans] == [visit.campaign]:
        return ()
    return tuple(
        (_button(plan, visit.front.label(plan.id), chosen=plan.id == visit.campaign),)
        for plan in plans
    )


def names(visit: Visit) -> dict[str, str]:
    """Return whose plan the chat follows and its title, for a sentence. Raises CampaignGone."""
    plan = visit.handbook.plan
    english = visit.language == "en"
    return {
        "plan": (english and plan.title_en) or plan.title,
        "issuer": (english and plan.issuer_en) or plan.issuer,
    }


def _button(plan: Plan, label: str, *, chosen: bool) -> Button:
    return Button(f"✓ {label}" if chosen else label, f"campaign:{plan.id}")


def _choose(visit: Visit, plan: Plan) -> list[Outgoing]:
    visit = bind(visit, plan)
    return [visit.say(_chosen(visit)), *arrivals.announce(visit)]


def _chosen(visit: Visit) -> Text:
    return say("campaign_chosen", visit.language, **names(visit))


def refusal(visit: Visit, others: Notice | ReminderNotice = "admins_only") -> Text | None:
    """Return why the person may not choose for the chat, None where they may.

    `others` is what those are told who are no administrators.
    """
    if visit.may_choose:
        return None
    if visit.sender.anonymous:
        return say("write_as_yourself", visit.language)
    return say("admin_unknown" if visit.sender.admin is None else others, visit.language)
