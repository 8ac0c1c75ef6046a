"""Those who registered for an activity are told of its changes, each once and at once."""

from collections.abc import Callable, Sequence

from campaign.ledger.states import called
from campaign.messages import Chat, Language, Send, Text
from campaign.outreach.change_texts import stands, told
from campaign.outreach.progress import joined
from campaign.plan.model import Activity
from campaign.talk.notices import AnyNotice, say
from handlers.visits import Visit
from storage import chats, openings, registrations
from storage.changes import ChangeRecord

_MATTERS = ("time", "confirmed", "cancelled", "place")
"""What makes a difference to who has planned to come."""
_Lines = Callable[[Language], list[str]]


def changed(visit: Visit, activity: Activity, made: Sequence[ChangeRecord]) -> list[Send]:
    """Return what those who registered are told of changes that count from now on."""
    matters = [each.made(visit.now) for each in made if each.kind in _MATTERS]

    def lines(language: Language) -> list[str]:
        return [f"{told(activity, each, language).rstrip('.')}." for each in matters]

    return _for_each(visit, made[0].campaign, activity, "reg_changed", lines) if matters else []


def restored(visit: Visit, activity: Activity, gone: Sequence[ChangeRecord]) -> list[Send]:
    """Return what they are told when changes count no longer: how the activity stands now."""
    if not any(each.kind in _MATTERS for each in gone):
        return []

    def lines(language: Language) -> list[str]:
        return stands(activity, language)

    return _for_each(visit, gone[0].campaign, activity, "reg_restored", lines)


def count(news: Sequence[Send], language: Language) -> list[Text]:
    """Return, for the staff, how many were told; nothing where nobody has registered."""
    groups = sum(each.chat.kind == "group" for each in news)
    facts = {"people": str(len(news) - groups), "groups": str(groups)}
    return [say("reg_told", language, **facts)] if news else []


def _for_each(
    visit: Visit, campaign: str, activity: Activity, head: AnyNotice, lines: _Lines
) -> list[Send]:
    there = _chats(visit, campaign, activity)
    return [_message(visit, chat, activity, head, lines) for chat in there]


def _message(visit: Visit, chat: Chat, activity: Activity, head: AnyNotice, lines: _Lines) -> Send:
    language = chats.language(visit.unit, chat.id)
    first = say(head, language, activity=called(activity, language))
    return Send(chat, joined([first, *((line,) for line in lines(language))]))


def _chats(visit: Visit, campaign: str, activity: Activity) -> list[Chat]:
    """Return where people are told: in private where the bot may write to them, else where they
    registered, a group as a whole.
    """
    opening = openings.of(visit.unit, campaign, activity.no)
    queue = registrations.listing(visit.unit, opening.id) if opening else []
    found: dict[int, Chat] = {}
    for party in (each.party for each in queue):
        for chat_id in (party.user_id, party.chat_id):
            record = chats.find(visit.unit, chat_id)
            if record and record.present:
                found[chat_id] = Chat(chat_id, record.kind)
                break
    return list(found.values())
