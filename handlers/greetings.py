"""The first words in a chat: /start, and being added to a group."""

from campaign.messages import Outgoing, Send
from campaign.talk.notices import say
from campaign.talk.questions import Intent
from handlers import campaigns, questions, staff
from handlers.visits import Visit


def start(visit: Visit, argument: str) -> list[Outgoing]:
    """/start, which a deep link sends with the id of a campaign, or in private with an invitation.

    Any other payload is ignored.
    https://core.telegram.org/bots/features#deep-linking
    """
    if visit.chat.kind == "private" and argument.startswith(staff.PAYLOAD):
        return staff.redeem(visit, argument.removeprefix(staff.PAYLOAD))
    plan = campaigns.find(visit, argument)
    if plan and visit.chat.kind == "group":
        return campaigns.invite(visit, plan)
    if plan:
        visit = campaigns.bind(visit, plan)
    reply = questions.show(visit, Intent.GREETING)
    buttons = campaigns.choices(visit) if visit.chat.kind == "private" and not plan else ()
    return [visit.say(reply.text, reply.buttons + buttons)]


def explain(visit: Visit, _argument: str) -> list[Outgoing]:
    """/help; staff are told of their own commands, too."""
    reply = questions.show(visit, Intent.HELP)
    ours = visit.chat.kind == "private" and visit.manages
    more = ("\n\n", *say("staff_help", visit.language)) if ours else ()
    return [visit.say(reply.text + more, reply.buttons)]


def greet_group(visit: Visit) -> list[Send]:
    """Tell a group what the bot can do, how to ask, and let its administrators choose the plan."""
    bot = f"@{visit.front.username}"
    greeting = say("group_greeting", visit.language, bot=bot, **campaigns.names(visit))
    buttons = campaigns.choices(visit)
    if buttons:
        greeting += ("\n\n", *say("choose_campaign", visit.language))
    return [visit.say(greeting, buttons)]
