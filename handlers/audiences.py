"""Which groups get an announcement: buttons for the tags in use, and how many groups that is."""

from dataclasses import replace

from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text
from campaign.outreach.cards import show_audience
from campaign.outreach.progress import joined
from campaign.talk.notices import say
from handlers.broadcast_buttons import button, reach
from handlers.broadcast_steps import old, turned, write_down
from handlers.drafts import short
from handlers.visits import Visit
from storage import broadcasts, groups
from storage.broadcasts import BroadcastRecord

_OFFERED = 60
"""Telegram shows about 100 buttons."""


def choose(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Show the tags in the place of the card."""
    announces = draft.state == "draft" and draft.kind == "announcement"
    return _choice(visit, press, draft) if announces else old(visit, press)


def toggle(
    visit: Visit, press: Press, draft: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Address the groups with the tag of the button, or no longer."""
    known = {short(tag): tag for tag in _tags(visit, draft)}
    tag = known.get(":".join(arguments))
    if tag is None:
        return old(visit, press)
    return _address(visit, press, draft, set(draft.tags) ^ {tag})


def everybody(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Address all groups of the campaign."""
    return _address(visit, press, draft, set())


def back(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Show the card again."""
    return turned(visit, press, draft)


def _address(visit: Visit, press: Press, draft: BroadcastRecord, tags: set[str]) -> list[Outgoing]:
    changed = replace(draft, tags=tuple(sorted(tags)))
    announces = draft.state == "draft" and draft.kind == "announcement"
    if not announces or not broadcasts.keep(visit.unit, draft, changed):
        return old(visit, press)
    write_down(visit, draft, "audience", ", ".join(changed.tags))
    return _choice(visit, press, changed)


def _choice(visit: Visit, press: Press, draft: BroadcastRecord) -> list[Outgoing]:
    return [
        Acknowledge(press.id),
        Edit(visit.chat, press.message_id, _question(visit, draft), _buttons(visit, draft)),
    ]


def _question(visit: Visit, draft: BroadcastRecord) -> Text:
    label, reached = visit.front.label(draft.campaign), reach(visit.front, visit.unit, draft)
    chosen = show_audience(label, draft.tags, reached, visit.language)
    return joined([say("cast_choose_groups", visit.language), chosen])


def _buttons(visit: Visit, draft: BroadcastRecord) -> Buttons:
    begin = f"cast:{draft.id}"
    tags = [
        Button(f"{'☑' if tag in draft.tags else '☐'} {tag}", f"{begin}:tag:{short(tag)}")
        for tag in _tags(visit, draft)
    ]
    rows = (tuple(tags[at : at + 2]) for at in range(0, len(tags), 2))
    everybody = (button("all", visit.language, f"{begin}:all"),)
    return (*rows, everybody, (button("back", visit.language, f"{begin}:back"),))


def _tags(visit: Visit, draft: BroadcastRecord) -> list[str]:
    """Return the tags to choose from: those that were chosen can be taken back in any case."""
    used = groups.tags_in_use(visit.unit, draft.campaign, visit.front.default)
    return [*draft.tags, *(tag for tag in used if tag not in draft.tags)][:_OFFERED]
