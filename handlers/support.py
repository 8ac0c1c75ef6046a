"""The button "Cần hỗ trợ" of a reminder: the staff are told, and answer into the group."""

from campaign.ledger.states import Due, called
from campaign.messages import Acknowledge, Button, Chat, Message, Outgoing, Press, Send, Text
from campaign.outreach.moments import show_moment
from campaign.outreach.progress import joined
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers import roles, tagging
from handlers.ledger import pressed_due
from handlers.readers import Reader, somebody, staff_of
from handlers.visits import FRESH, Visit, note
from storage import audit, cooperatives, groups, prompts
from storage.groups import GroupRecord

LONGEST = 1_000
"""Characters of an answer."""


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Tell the staff of the campaign, once in half an hour."""
    due = pressed_due(visit, arguments)
    if not isinstance(due, Due):
        return note(press, due)
    readers = staff_of(visit.front, visit.unit, visit.campaign)
    group = groups.find(visit.unit, visit.chat.id, visit.front.default)
    if not readers or group is None:
        return note(press, say("help_nobody", visit.language))
    if _told_lately(visit, due):
        return note(press, say("help_again", visit.language))
    detail = f"{group.chat_id} {due.activity.section} · {group.label}"
    audit.add(visit.unit, visit.now, visit.sender.id, visit.campaign, "help", detail)
    told = [_call(visit, due, group, reader) for reader in readers]
    return [*note(press, say("help_sent", visit.language)), *told]


def ask(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Ask a member of staff what to answer; their next message goes to the group."""
    group = tagging.find(visit, arguments[0]) if arguments else None
    if group is None:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, group.campaign, press.data):
        return note(press, refusal)
    if not group.present:
        return note(press, say("group_gone", visit.language))
    prompts.ask(visit.unit, visit.sender.id, "help", group.chat_id, visit.now)
    question = say("help_ask_reply", visit.language, group=group.label)
    return [Acknowledge(press.id), visit.say(joined([*_answer_before(visit, group), question]))]


def answered(visit: Visit, message: Message, chat_id: int) -> list[Outgoing]:
    """Send the message to the group; ask again where it cannot be sent."""
    group = groups.find(visit.unit, chat_id, visit.front.default)
    if group is None:
        return [visit.say(say("group_unknown", visit.language))]
    if refusal := roles.turn_away_from(visit, group.campaign, f"help {chat_id}"):
        return [visit.say(refusal)]
    if not group.present:
        return [visit.say(say("group_gone", visit.language))]
    text = message.text.strip()
    if not text or len(text) > LONGEST:
        prompts.ask(visit.unit, visit.sender.id, "help", chat_id, visit.now)
        return [visit.say(say("help_text_needed", visit.language, limit=str(LONGEST)))]
    detail = f"{chat_id} {group.label}"
    audit.add(visit.unit, visit.now, visit.sender.id, group.campaign, "help_reply", detail)
    to_group = somebody(visit.front, visit.unit, visit.now, chat_id).language
    answer: Text = (*say("help_reply", to_group), "\n", text)
    replied = say("help_replied", visit.language, group=group.label)
    return [Send(Chat(chat_id, "group"), answer), visit.say(replied)]


def _answer_before(visit: Visit, group: GroupRecord) -> list[Text]:
    """Say when one of the staff answered the group's last call, if anybody did."""
    last = audit.latest(visit.unit, group.chat_id, ["help", "help_reply"])
    if last is None or last.action == "help":
        return []
    moment = show_moment(last.at, visit.language)
    return [say("help_answered", visit.language, moment=moment)]


def _told_lately(visit: Visit, due: Due) -> bool:
    last = audit.latest(visit.unit, visit.chat.id, ["help"], f"{due.activity.section} · ")
    return last is not None and last.at > visit.now - FRESH


def _call(visit: Visit, due: Due, group: GroupRecord, user_id: int) -> Send:
    reader = somebody(visit.front, visit.unit, visit.now, user_id)
    text = say(
        "help_asked",
        reader.language,
        group=group.label,
        activity=called(due.activity, reader.language),
        campaign=visit.front.label(group.campaign),
    )
    reply = Button(word("reply", reader.language), f"aid:{group.chat_id}")
    return Send(reader.chat, text + _names(visit, reader), ((reply,),))


def _names(visit: Visit, reader: Reader) -> Text:
    ours = cooperatives.of_chat(visit.unit, visit.campaign, visit.chat.id)
    names = ", ".join(each.name for each in ours)
    return ("\n", *say("help_cooperatives", reader.language, names=names)) if names else ()
