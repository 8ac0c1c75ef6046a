"""What staff call a group, and the tags by which they address groups together."""

import re
from hashlib import sha256

from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Message,
    Outgoing,
    Press,
    Text,
)
from campaign.talk.notices import say
from campaign.talk.staff_words import WORDS
from handlers import roles
from handlers.group_cards import card
from handlers.visits import FRESH, Visit, note
from storage import audit, groups, prompts
from storage.groups import LONGEST_NAME, LONGEST_TAG, GroupRecord
from storage.prompts import PromptRecord

MOST_TAGS = 20
_OFFERED = 60
"""How many tags have a button; others can be typed. Telegram shows about 100 buttons."""
_NOTHING = {"-", "bỏ"}
_ID = re.compile("-?[1-9][0-9]{0,15}")


def find(visit: Visit, chat_id: str) -> GroupRecord | None:
    """Return the group that a button names."""
    if not _ID.fullmatch(chat_id):
        return None
    return groups.find(visit.unit, int(chat_id), visit.front.default)


def ask_name(visit: Visit, press: Press, group: GroupRecord) -> list[Outgoing]:
    """Ask what to call the group; the next message answers."""
    prompts.ask(visit.unit, visit.sender.id, "name", group.chat_id, visit.now)
    return [Acknowledge(press.id), visit.say(say("ask_name", visit.language, group=group.label))]


def ask_tags(visit: Visit, press: Press, group: GroupRecord) -> list[Outgoing]:
    """Ask for the group's tags: buttons add and remove one, the next message sets all."""
    prompts.ask(visit.unit, visit.sender.id, "tags", group.chat_id, visit.now)
    text = say("ask_tags", visit.language, group=group.label)
    return [Acknowledge(press.id), visit.say(text, _choice(visit, group))]


def ask_no_more(visit: Visit, group: GroupRecord) -> None:
    """Ask for nothing about the group any more: a button under it was pressed instead.

    What the person says next is no name and no tag.
    """
    asked = prompts.find(visit.unit, visit.sender.id, visit.now - FRESH)
    if asked in [PromptRecord(question, group.chat_id) for question in ("name", "tags")]:
        prompts.forget(visit.unit, visit.sender.id)


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Add the tag of the button to the group, or take it away."""
    group = find(visit, arguments[0]) if arguments else None
    if group is None:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, group.campaign, press.data):
        return note(press, refusal)
    known = {_short(tag): tag for tag in _known(visit, group)}
    tag = known.get(arguments[1]) if len(arguments) == 2 else None  # noqa: PLR2004 - the tag's
    if tag is None:
        return note(press, say("old_button", visit.language))
    tags = set(group.tags) ^ {tag}
    if len(tags) > MOST_TAGS:
        return note(press, say("too_many_tags", visit.language, limit=str(MOST_TAGS)))
    ask_no_more(visit, group)
    group = _tag(visit, group, tags)
    text = say("choose_tags", visit.language, group=group.label)
    written = Button(WORDS["write"][visit.language], f"group:{group.chat_id}:tags")
    buttons = (*_choice(visit, group), (written,))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, text, buttons)]


def named(visit: Visit, message: Message, chat_id: int) -> list[Outgoing]:
    """Take the message as the group's name; ask again where it is none."""
    group, refusal = _asked(visit, chat_id, "name")
    if group is None:
        return [visit.say(refusal)]
    name = " ".join(message.text.split())
    if wrong := _wrong_name(visit, name):
        prompts.ask(visit.unit, visit.sender.id, "name", chat_id, visit.now)
        return [visit.say(wrong)]
    groups.rename(visit.unit, chat_id, None if name.lower() in _NOTHING else name, visit.now)
    detail = f"{chat_id} {group.label}: {name}"
    audit.add(visit.unit, visit.now, visit.sender.id, group.campaign, "name", detail)
    return [visit.say(*card(visit, _again(visit, group)))]


def tagged(visit: Visit, message: Message, chat_id: int) -> list[Outgoing]:
    """Take the message as all tags of the group; ask again where they are none."""
    group, refusal = _asked(visit, chat_id, "tags")
    if group is None:
        return [visit.say(refusal)]
    tags = _read(message.text, _known(visit, group))
    if wrong := _wrong_tags(visit, message.text, tags):
        prompts.ask(visit.unit, visit.sender.id, "tags", chat_id, visit.now)
        return [visit.say(wrong)]
    return [visit.say(*card(visit, _tag(visit, group, tags)))]


def _asked(visit: Visit, chat_id: int, question: str) -> tuple[GroupRecord | None, Text]:
    """Return the group that was asked about, or None and why nothing can be said of it now."""
    group = groups.find(visit.unit, chat_id, visit.front.default)
    if group is None:
        return None, say("group_unknown", visit.language)
    refusal = roles.turn_away_from(visit, group.campaign, f"{question} {chat_id}")
    return (None, refusal) if refusal else (group, ())


def _wrong_name(visit: Visit, name: str) -> Text | None:
    if not name:
        return say("name_needed", visit.language)
    if len(name) > LONGEST_NAME:
        return say("name_too_long", visit.language, limit=str(LONGEST_NAME))
    return None


def _wrong_tags(visit: Visit, text: str, tags: set[str]) -> Text | None:
    long = next((tag for tag in sorted(tags) if len(tag) > LONGEST_TAG), None)
    if long:
        shown, limit = f"{long[:LONGEST_TAG]}…", str(LONGEST_TAG)
        return say("tag_too_long", visit.language, tag=shown, limit=limit)
    if len(tags) > MOST_TAGS:
        return say("too_many_tags", visit.language, limit=str(MOST_TAGS))
    if not tags and text.strip().lower() not in _NOTHING:
        return say("tags_needed", visit.language)
    return None


def _read(text: str, known: list[str]) -> set[str]:
    """Return the tags in `text`; one that is in use keeps its spelling."""
    if text.strip().lower() in _NOTHING:
        return set()
    typed = (" ".join(written.split()) for written in re.split("[,;\n]", text))
    spelt = {tag.casefold(): tag for tag in known}
    return {spelt.setdefault(tag.casefold(), tag) for tag in typed if tag}


def _tag(visit: Visit, group: GroupRecord, tags: set[str]) -> GroupRecord:
    groups.tag(visit.unit, group.chat_id, tags)
    detail = f"{group.chat_id} {group.label}: {', '.join(sorted(tags)) or '-'}"
    audit.add(visit.unit, visit.now, visit.sender.id, group.campaign, "tag", detail)
    return _again(visit, group)


def _again(visit: Visit, group: GroupRecord) -> GroupRecord:
    return groups.find(visit.unit, group.chat_id, visit.front.default) or group


def _choice(visit: Visit, group: GroupRecord) -> Buttons:
    offered = _known(visit, group)[:_OFFERED]
    buttons = [
        Button(f"✓ {tag}" if tag in group.tags else tag, f"tag:{group.chat_id}:{_short(tag)}")
        for tag in offered
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = Button(WORDS["card"][visit.language], f"group:{group.chat_id}")
    return (*rows, (back,))


def _known(visit: Visit, group: GroupRecord) -> list[str]:
    return groups.tags_in_use(visit.unit, group.campaign, visit.front.default)


def _short(tag: str) -> str:
    """Return a name for the tag that fits into a button's 64 bytes, whatever its letters."""
    return sha256(tag.encode()).hexdigest()[:12]
