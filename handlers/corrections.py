"""Corrections and recalls of what the groups have got."""

from campaign.messages import Acknowledge, Content, Message, Outgoing, Press, Text
from campaign.outreach.progress import figure
from campaign.talk.broadcast_words import RECALLED
from campaign.talk.notices import say
from handlers import drafts, roles
from handlers.broadcast_buttons import reach_of_copies
from handlers.broadcast_cards import preview
from handlers.broadcast_steps import old, write_down
from handlers.readers import reader
from handlers.visits import Visit, note
from storage import broadcasts, corrections, prompts
from storage.broadcasts import BroadcastRecord


def ask(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Ask for the new words; the next message answers."""
    original = corrections.in_force(visit.unit, broadcast.root)
    if original is None or original.started_at is None:
        return old(visit, press)
    if refusal := _refusal(visit, original):
        return note(press, refusal)
    prompts.ask(visit.unit, visit.sender.id, "correction", original.id, visit.now)
    reached = figure(reach_of_copies(visit.unit, original), visit.language)
    question = say("cast_ask_correction", visit.language, reach=reached)
    return [Acknowledge(press.id), visit.say(question)]


def answered(visit: Visit, message: Message, original_id: int) -> list[Outgoing]:
    """Take the message as the new words, and show them; ask again where they cannot be sent."""
    original = corrections.in_force(visit.unit, original_id)
    if original is None or original.content is None:
        return [visit.say(say("old_button", visit.language))]
    refusal = roles.turn_away_from(visit, original.campaign, f"correction {original_id}")
    if refusal := refusal or _refusal(visit, original):
        return [visit.say(refusal)]
    words = message.content
    if words is None:
        return _ask_again(visit, original_id, say("cast_unsupported", visit.language))
    wrong, content = drafts.correcting(visit, original.content, words)
    if wrong:
        return _ask_again(visit, original_id, wrong)
    new = original.follow_up("correction", content, visit.sender.id, visit.now)
    correction = broadcasts.add(visit.unit, new)
    write_down(visit, correction, "correct", f"→ #{original_id}")
    return preview(reader(visit), correction)


def recall(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Show what a recall would do, and let it be confirmed."""
    original = broadcasts.find(visit.unit, broadcast.root)
    if original is None or original.started_at is None or original.content is None:
        return old(visit, press)
    if refusal := _refusal(visit, original):
        return note(press, refusal)
    content = Content(RECALLED, (), original.content.media)
    new = original.follow_up("recall", content, visit.sender.id, visit.now)
    draft = broadcasts.add(visit.unit, new)
    write_down(visit, draft, "recall", f"→ #{original.id}")
    return [Acknowledge(press.id), *preview(reader(visit), draft)]


def _refusal(visit: Visit, original: BroadcastRecord) -> Text | None:
    if corrections.under_way(visit.unit, original):
        return say("cast_under_way", visit.language)
    if corrections.recalled(visit.unit, original):
        return say("old_button", visit.language)
    if not reach_of_copies(visit.unit, original):
        return say("cast_nothing_delivered", visit.language)
    return None


def _ask_again(visit: Visit, original_id: int, wrong: Text) -> list[Outgoing]:
    prompts.ask(visit.unit, visit.sender.id, "correction", original_id, visit.now)
    return [visit.say((*wrong, "\n", *say("cast_ask_again", visit.language)))]
