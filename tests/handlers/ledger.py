"""Cooperatives of Sông Xanh and their groups, for tests of the ledger."""

from dataclasses import replace

from campaign.messages import Acknowledge, Chat, Message, Outgoing, Press, Send, Sender, plain
from campaign.talk.handbook import Handbook
from storage import cooperatives, submissions
from storage.cooperatives import CooperativeRecord, NewCooperative
from storage.submissions import SubmissionRecord
from tests.handlers.bot import GROUP, MEMBER, OTHER_GROUP, Bot
from tests.handlers.newsroom import approve
from tests.handlers.office import OWN, Office

NO = 15
"""The activity of Sông Xanh that is due before 15/3/2024."""
HAND, HELP = f"hand:{OWN}:{NO}", f"help:{OWN}:{NO}"


def ledger(office: Office) -> None:
    """Let one group speak for one cooperative, the other for three; one more has no group."""
    approve(office, GROUP, OTHER_GROUP)
    new = [
        NewCooperative("HTX Hoa Sen", "Bến Đò", GROUP.id),
        NewCooperative("HTX Lúa Vàng", "Cầu Tre", OTHER_GROUP.id),
        NewCooperative("HTX Cá Sông", "Cầu Tre", OTHER_GROUP.id),
        NewCooperative("HTX Gốm", "Bến Đò", OTHER_GROUP.id),
        NewCooperative("HTX Xa", "Đảo Xa"),
    ]
    cooperatives.add(office.bot.unit, OWN, new)


def second_due(office: Office) -> int:
    """Let one more activity be due on the same day; return its number."""
    front = office.bot.front
    plan = front.handbooks[OWN].plan
    award = plan.activities[-1]
    second = award.model_copy(update={"no": 16, "section": "III.16", "name": "Xét giải Lúa"})
    more = plan.model_copy(update={"activities": (*plan.activities, second)})
    books = {**front.handbooks, OWN: Handbook.of(more)}
    office.bot.front = replace(front, handbooks=books)
    return second.no


def named(bot: Bot, name: str) -> CooperativeRecord:
    return next(each for each in cooperatives.of_campaign(bot.unit, OWN) if each.name == name)


def handed_in(bot: Bot, name: str) -> SubmissionRecord:
    """Return what the cooperative has handed in by now."""
    cooperative = named(bot, name)
    submissions.hand_in(bot.unit, cooperative.id, NO, bot.now)
    found = submissions.of(bot.unit, cooperative.id, NO)
    assert found
    return found


def state(bot: Bot, name: str) -> str | None:
    found = submissions.of(bot.unit, named(bot, name).id, NO)
    return found.state if found else None


def told(outgoing: list[Outgoing], chat: Chat) -> str:
    """Return the one text that is sent to the chat."""
    (text,) = [
        plain(each.text) for each in outgoing if isinstance(each, Send) and each.chat == chat
    ]
    return text


def acknowledged(outgoing: list[Outgoing]) -> str:
    """Return the notice over the pressed button."""
    (first, *_) = outgoing
    assert isinstance(first, Acknowledge)
    return first.notice


def admin_writes(bot: Bot, text: str, chat: Chat, sender: Sender) -> list[Outgoing]:
    return bot.handle(Message(chat, sender, text, 900))


def member_presses(bot: Bot, data: str, chat: Chat = GROUP, who: Sender = MEMBER) -> list[Outgoing]:
    return bot.handle(Press(chat, who, data, "press", 50))
