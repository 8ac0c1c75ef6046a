"""Drafts of announcements: what they say, and how they are to be shown."""

from dataclasses import replace
from hashlib import sha256

from campaign.messages import Acknowledge, Button, Buttons, Content, Message, Outgoing, Press, Text
from campaign.outreach.content import CAPTION_LIMIT, TEXT_LIMIT, is_empty, too_long
from campaign.outreach.progress import figure
from campaign.talk.notices import say
from handlers import roles
from handlers.broadcast_buttons import reach
from handlers.broadcast_cards import preview
from handlers.broadcast_steps import old, turned, write_down
from handlers.readers import reader
from handlers.visits import Visit
from storage import broadcasts, prompts
from storage.broadcasts import BroadcastRecord


def begin(visit: Visit) -> list[Outgoing]:
    """Ask what is to be announced, and before that for which campaign, if there is a choice."""
    return _begun(visit, _new(visit))


def begin_with(visit: Visit, content: Content | None) -> list[Outgoing]:
    """Begin an announcement that says `content`; None is what cannot be carried."""
    wrong = problem(visit, content)
    if content is None or wrong:
        return [visit.say(wrong or ()), *begin(visit)]
    return _begun(visit, keep(visit, _new(visit), content))


def begin_for(visit: Visit, campaign: str, content: Content) -> list[Outgoing]:
    """Begin an announcement of a campaign that says `content`, which the bot proposes."""
    draft = broadcasts.draft(visit.unit, visit.sender.id, campaign, visit.now)
    return _go_on(visit, keep(visit, draft, content))


def choose_campaign(
    visit: Visit, press: Press, draft: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Let the draft belong to the campaign of the button."""
    known = {short(campaign): campaign for campaign in visit.manages}
    campaign = known.get(":".join(arguments))
    if campaign is None or draft.state != "draft" or draft.kind != "announcement":
        return old(visit, press)
    chosen = replace(draft, campaign=campaign, tags=())
    broadcasts.keep(visit.unit, draft, chosen)
    return [Acknowledge(press.id), *_go_on(visit, chosen)]


def edit(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Ask for other words."""
    if draft.state != "draft" or draft.kind == "recall":
        return old(visit, press)
    return [Acknowledge(press.id), *_ask(visit, draft)]


def answered(visit: Visit, message: Message, broadcast_id: int) -> list[Outgoing]:
    """Take the message as what the draft says; ask again where it cannot be sent."""
    draft, refusal = _asked(visit, broadcast_id)
    if draft is None:
        return [visit.say(refusal)]
    content = message.content
    if draft.kind == "correction" and draft.content and content:
        wrong, content = correcting(visit, draft.content, content)
    else:
        wrong = problem(visit, content)
    if wrong or content is None:
        return _ask_again(visit, "content", draft, wrong or ())
    return preview(reader(visit), keep(visit, draft, content))


def answered_early(visit: Visit, message: Message, broadcast_id: int) -> list[Outgoing]:
    """Take the message as what the draft says, and ask for its campaign once more."""
    draft, refusal = _asked(visit, broadcast_id)
    if draft is None:
        return [visit.say(refusal)]
    content = message.content
    wrong = problem(visit, content)
    if wrong or content is None:
        return _ask_again(visit, "words", draft, wrong or ())
    return _begun(visit, keep(visit, draft, content))


def _asked(visit: Visit, broadcast_id: int) -> tuple[BroadcastRecord | None, Text]:
    """Return the draft that was asked about, or None and why nothing can be said of it now."""
    draft = broadcasts.find(visit.unit, broadcast_id)
    if draft is None or draft.state != "draft" or draft.author != visit.sender.id:
        return None, say("old_button", visit.language)
    refusal = roles.turn_away_from(visit, draft.campaign, f"content {broadcast_id}")
    return (None, refusal) if refusal else (draft, ())


def problem(visit: Visit, content: Content | None) -> Text | None:
    """Return why `content` cannot be sent, None where it can."""
    if content is None:
        return say("cast_unsupported", visit.language)
    if is_empty(content):
        return say("cast_empty", visit.language)
    if excess := too_long(content):
        most = CAPTION_LIMIT if content.media else TEXT_LIMIT
        facts = {"excess": figure(excess, visit.language), "limit": figure(most, visit.language)}
        return say("cast_too_long", visit.language, **facts)
    return None


def correcting(visit: Visit, before: Content, words: Content) -> tuple[Text | None, Content]:
    """Return what is wrong with `words` as a correction, and what is then shown.

    The picture or file of what was sent stays.
    """
    after = replace(words, media=before.media)
    if words.media:
        return say("cast_words_only", visit.language), after
    if is_empty(words):
        return say("cast_empty", visit.language), after
    return problem(visit, after), after


def toggle_pin(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Pin it in the groups, or do not."""
    changed = replace(draft, pin=not draft.pin)
    if not _announces(draft) or not broadcasts.keep(visit.unit, draft, changed):
        return old(visit, press)
    write_down(visit, draft, "pin")
    return turned(visit, press, changed)


def toggle_receipt(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Let groups confirm it, or do not; as that is seen in the groups, it is shown again."""
    changed = replace(draft, receipt=not draft.receipt)
    if not _announces(draft) or not broadcasts.keep(visit.unit, draft, changed):
        return old(visit, press)
    write_down(visit, draft, "receipt")
    return [Acknowledge(press.id), *preview(reader(visit), changed)]


def drop(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Give the draft up."""
    if draft.state != "draft" or not broadcasts.cancel(visit.unit, draft.id, visit.now):
        return old(visit, press)
    write_down(visit, draft, "drop")
    return turned(visit, press, draft)


def short(name: str) -> str:
    """Return a mark for a name that fits into a button's 64 bytes, whatever its letters."""
    return sha256(name.encode()).hexdigest()[:12]


def _announces(draft: BroadcastRecord) -> bool:
    return draft.state == "draft" and draft.kind == "announcement"


def _new(visit: Visit) -> BroadcastRecord:
    """Return a new draft; where there is a choice of campaigns, it is made next."""
    return broadcasts.draft(visit.unit, visit.sender.id, min(visit.manages), visit.now)


def _begun(visit: Visit, draft: BroadcastRecord) -> list[Outgoing]:
    campaigns = sorted(visit.manages)
    if len(campaigns) == 1:
        return _go_on(visit, draft)
    if draft.content is None:
        prompts.ask(visit.unit, visit.sender.id, "words", draft.id, visit.now)
    question = say("cast_choose_campaign", visit.language)
    return [visit.say(question, _campaigns(visit, draft, campaigns))]


def _go_on(visit: Visit, draft: BroadcastRecord) -> list[Outgoing]:
    return preview(reader(visit), draft) if draft.content else _ask(visit, draft)


def _ask(visit: Visit, draft: BroadcastRecord) -> list[Outgoing]:
    prompts.ask(visit.unit, visit.sender.id, "content", draft.id, visit.now)
    if draft.kind == "announcement":
        return [visit.say(say("cast_ask_content", visit.language))]
    reached = figure(reach(visit.front, visit.unit, draft), visit.language)
    return [visit.say(say("cast_ask_correction", visit.language, reach=reached))]


def _ask_again(visit: Visit, question: str, draft: BroadcastRecord, wrong: Text) -> list[Outgoing]:
    prompts.ask(visit.unit, visit.sender.id, question, draft.id, visit.now)
    return [visit.say((*wrong, "\n", *say("cast_ask_again", visit.language)))]


def keep(visit: Visit, draft: BroadcastRecord, content: Content) -> BroadcastRecord:
    """Let the draft say `content`; return it as it is then."""
    after = replace(draft, content=content)
    broadcasts.keep(visit.unit, draft, after)
    write_down(visit, draft, "write")
    return after


def _campaigns(visit: Visit, draft: BroadcastRecord, campaigns: list[str]) -> Buttons:
    return tuple(
        (Button(visit.front.label(each), f"cast:{draft.id}:for:{short(each)}"),)
        for each in campaigns
    )
