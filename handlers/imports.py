"""A list of cooperatives as a file: it is taken in whole, or what is wrong is told row by row."""

from campaign.language.text import fold
from campaign.ledger.grids import Grid, Unreadable
from campaign.ledger.lists import DOUBTS, Entry, Known, Listing, Problem, read_list
from campaign.ledger.reasons import say_problems, say_unreadable
from campaign.messages import Acknowledge, Fetch, Media, Message, Outgoing, Press, Send, Text
from campaign.outreach.progress import joined
from campaign.talk.notices import say
from handlers import roles
from handlers.readers import Reader
from handlers.visits import Visit, campaigns_for, note
from storage import audit, cooperatives, groups, prompts
from storage.cooperatives import NewCooperative

READER = "cooperatives"
LARGEST = 5
"""MB of a file."""
_SHOWN = 30
"""How many problems are told."""
_SURE = ("chac", "sure")


def ask(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Ask for the file; the next message is to bring it."""
    campaign = ":".join(arguments)
    if campaign not in visit.front.handbooks:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refusal)
    if campaign != visit.acts_for:  # the answer is for the campaign of the chat
        return note(press, say("old_button", visit.language))
    prompts.ask(visit.unit, visit.sender.id, "list", visit.chat.id, visit.now)
    return [Acknowledge(press.id), visit.say(say("list_ask", visit.language))]


def answered(visit: Visit, message: Message, _subject: int) -> list[Outgoing]:
    """Take the file; ask again where the message brings none."""
    if not visit.manages:
        return [visit.say(roles.refuse(visit, "staff_only", "list"))]
    media = message.content.media if message.content else None
    return take(visit, media, message.text)


def take(visit: Visit, media: Media | None, words: str) -> list[Outgoing]:
    """Have the file fetched and read.

    `words` that are sent with it may name the campaign, by its id, and say that all is right.
    """
    if media is None or media.kind != "document":
        prompts.ask(visit.unit, visit.sender.id, "list", visit.chat.id, visit.now)
        return [visit.say(say("list_ask_again", visit.language))]
    said = words.split()
    if foreign := next((each for each in said if each in _others(visit)), None):
        return [visit.say(roles.refuse(visit, "not_your_campaign", "list", foreign))]
    sure = "sure" if any(fold(word) in _SURE for word in said) else ""
    named = (each for each in sorted(visit.manages) if each in said)
    about = (next(named, visit.acts_for), sure)
    return [Fetch(visit.chat, visit.message_id, visit.sender.id, media.file, READER, about)]


def read(
    reader: Reader, about: tuple[str, ...], found: Unreadable | tuple[Grid, ...]
) -> list[Outgoing]:
    """Import what was found in the file, or tell what is wrong with it."""
    campaign, sure = about
    if campaign not in campaigns_for(reader.front, reader.unit, reader.user_id):
        return [Send(reader.chat, say("not_your_campaign", reader.language))]
    if isinstance(found, Unreadable):
        why = say_unreadable(found, LARGEST, reader.language)
        return [Send(reader.chat, (*say("list_unread", reader.language), " ", *why))]
    labels = groups.labels(reader.unit, campaign, reader.front.default)
    known = cooperatives.of_campaign(reader.unit, campaign)
    names = [(each.name, each.district) for each in known]
    listing = read_list(found, Known(names, list(labels.values())))
    wrong = [each for each in listing.problems if not (sure and each.wrong in DOUBTS)]
    if wrong:
        return [Send(reader.chat, _report(reader, campaign, wrong))]
    return [Send(reader.chat, _import(reader, campaign, listing, labels))]


def _others(visit: Visit) -> frozenset[str]:
    """Return the campaigns that somebody else acts for."""
    return frozenset(visit.front.handbooks) - visit.manages


def _report(reader: Reader, campaign: str, wrong: list[Problem]) -> Text:
    language = reader.language
    lines = [say("list_problems", language, number=str(len(wrong)))]
    told = say_problems(wrong, language)
    lines += told[:_SHOWN]
    if len(told) > _SHOWN:
        lines.append(say("list_more", language, number=str(len(told) - _SHOWN)))
    if all(each.wrong in DOUBTS for each in wrong):
        several = len(campaigns_for(reader.front, reader.unit, reader.user_id)) > 1
        named = f" {campaign}" if several else ""
        lines.append(say("list_sure", language, campaign=named))
    return joined(lines)


def _import(reader: Reader, campaign: str, listing: Listing, labels: dict[int, str]) -> Text:
    chats = {label: chat_id for chat_id, label in labels.items()}
    before = {
        (each.name, each.district): each.chat_id
        for each in cooperatives.of_campaign(reader.unit, campaign)
    }
    new = [_new(entry, chats) for entry in listing.entries]
    cooperatives.add(reader.unit, campaign, new)
    added = sum((each.name, each.district) not in before for each in new)
    moved = sum(
        each.chat_id not in (None, before.get((each.name, each.district), each.chat_id))
        for each in new
    )
    detail = f"+{added} ~{moved} ={len(new) - added - moved}"
    audit.add(reader.unit, reader.now, reader.user_id, campaign, "coop_import", detail)
    return say(
        "list_imported",
        reader.language,
        campaign=reader.front.label(campaign),
        new=str(added),
        changed=str(moved),
        same=str(len(new) - added - moved),
    )


def _new(entry: Entry, chats: dict[str, int]) -> NewCooperative:
    return NewCooperative(entry.name, entry.district, chats.get(entry.group))
