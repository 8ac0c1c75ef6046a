"""Those who registered for an activity are told that it is moved or cancelled, each at once."""

from collections.abc import Callable, Sequence

from campaign.ledger.states import called
from campaign.messages import Chat, Language, Send, Text
from campaign.outreach.change_texts import stands, told
from campaign.outreach.progress import joined
from campaign.plan.changes import amended, issued
from campaign.plan.differences import counterparts, is_moved
from campaign.plan.inheritance import remember
from campaign.plan.model import Activity
from campaign.talk.notices import AnyNotice, say
from handlers.doubts import plan_in
from handlers.ledger import activity_of
from handlers.visits import Visit
from storage import activities, changes, chats, editions, openings, registrations
from storage.changes import ChangeRecord
from storage.editions import EditionRecord
from storage.openings import OpeningRecord

_MATTERS = ("time", "confirmed", "cancelled", "place")
"""What makes a difference to who has planned to come."""
_Lines = Callable[[Language], list[str]]


def changed(visit: Visit, activity: Activity, made: Sequence[ChangeRecord]) -> list[Send]:
    """Return what those who registered are told of changes that count from now on."""
    matters = [each.made(visit.now) for each in made if each.kind in _MATTERS]

    def lines(language: Language) -> list[str]:
        return [f"{told(activity, each, language).rstrip('.')}." for each in matters]

    opening = _opening(visit, made[0].campaign, activity)
    return _for_each(visit, opening, activity, "reg_changed", lines) if matters else []


def restored(visit: Visit, activity: Activity, gone: Sequence[ChangeRecord]) -> list[Send]:
    """Return what they are told when changes count no longer: how the activity stands now."""
    if not any(each.kind in _MATTERS for each in gone):
        return []

    def lines(language: Language) -> list[str]:
        return stands(activity, language)

    opening = _opening(visit, gone[0].campaign, activity)
    return _for_each(visit, opening, activity, "reg_restored", lines)


def published(visit: Visit, campaign: str, before: EditionRecord | None) -> list[Send]:
    """Return what they are told when an edition that is in force now has moved what they come to,
    or left it out; nothing while the one `before` is still in force.
    """
    now, book = editions.in_force(visit.unit, campaign), visit.front.handbooks.get(campaign)
    if book is None or now is None or (before is not None and before.id == now.id):
        return []
    issue = remember(plan_in(now), issued(book.plan))
    after = amended(issue, changes.made(visit.unit, campaign))
    new = {old.no: no for no, old in counterparts(book.plan, after).items()}
    by_number = {each.no: each for each in after.activities}
    return [
        message
        for opening in openings.listing(visit.unit, [campaign])
        if (old := activity_of(visit.front, visit.unit, campaign, opening.no))
        and not _is_past(visit, old)
        for message in _news(visit, opening, old, by_number.get(new.get(old.no, 0)))
    ]


def _is_past(visit: Visit, activity: Activity) -> bool:
    ends = [time.end for time in activity.times]
    return bool(ends) and all(end is not None and end < visit.today for end in ends)


def _news(visit: Visit, opening: OpeningRecord, old: Activity, new: Activity | None) -> list[Send]:
    if new is None:
        return _for_each(visit, opening, old, "reg_left_out", lambda _: [])
    if not is_moved(old, new):
        return []

    def lines(language: Language) -> list[str]:
        return stands(new, language)

    return _for_each(visit, opening, new, "reg_changed", lines)


def count(news: Sequence[Send], language: Language) -> list[Text]:
    """Return, for the staff, how many were told; nothing where nobody has registered."""
    groups = sum(each.chat.kind == "group" for each in news)
    facts = {"people": str(len(news) - groups), "groups": str(groups)}
    return [say("reg_told", language, **facts)] if news else []


def _for_each(
    visit: Visit, opening: OpeningRecord | None, activity: Activity, head: AnyNotice, lines: _Lines
) -> list[Send]:
    there = _chats(visit, opening) if opening else []
    return [_message(visit, chat, activity, head, lines) for chat in there]


def _opening(visit: Visit, campaign: str, activity: Activity) -> OpeningRecord | None:
    plan = visit.front.handbooks[campaign].plan
    return openings.of(visit.unit, campaign, activities.numbered(visit.unit, plan).of(activity))


def _message(visit: Visit, chat: Chat, activity: Activity, head: AnyNotice, lines: _Lines) -> Send:
    language = chats.language(visit.unit, chat.id)
    first = say(head, language, activity=called(activity, language))
    return Send(chat, joined([first, *((line,) for line in lines(language))]))


def _chats(visit: Visit, opening: OpeningRecord) -> list[Chat]:
    """Return where people are told: in private where the bot may write to them, else where they
    registered, a group as a whole.
    """
    found: dict[int, Chat] = {}
    for party in (each.party for each in registrations.listing(visit.unit, opening.id)):
        for chat_id in (party.user_id, party.chat_id):
            record = chats.find(visit.unit, chat_id)
            if record and record.present:
                found[chat_id] = Chat(chat_id, record.kind)
                break
    return list(found.values())
