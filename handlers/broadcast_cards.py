"""What staff see of an announcement: its exact words, and its card."""

from collections.abc import Iterator

from campaign.messages import Buttons, Outgoing, Post, Send, Text, plain
from campaign.outreach.cards import Card, show_card, show_cautions
from campaign.outreach.moments import is_quiet
from campaign.outreach.progress import figure, joined, show_progress, show_report
from campaign.outreach.warnings import doubts
from campaign.talk.notices import say
from handlers.broadcast_buttons import below, buttons, name, reach, reach_of_copies
from handlers.readers import Reader, reader
from handlers.visits import Front, Visit
from storage import broadcasts, corrections, groups, outcomes, queueing
from storage.broadcasts import BroadcastRecord

_NAMED = 10
"""How many groups a report names."""


def card(visit: Visit, broadcast: BroadcastRecord) -> tuple[Text, Buttons]:
    """Return how the broadcast stands, and what can be done."""
    return show(reader(visit), broadcast)


def preview(reader: Reader, broadcast: BroadcastRecord) -> list[Outgoing]:
    """Return the words exactly as the groups will see them, and the card."""
    shown: list[Outgoing] = [Send(reader.chat, *show(reader, broadcast))]
    if broadcast.content is None or broadcast.kind == "recall":
        return shown
    said = corrections.in_force(reader.unit, broadcast.id) or broadcast
    return [Post(reader.chat, said.content or broadcast.content, below(broadcast)), *shown]


def show(reader: Reader, broadcast: BroadcastRecord) -> tuple[Text, Buttons]:
    """Return the card as `reader` sees it, with the buttons that they may press."""
    lines = [
        *_head(reader, broadcast),
        *_beyond(reader, broadcast),
        *_figures(reader, broadcast),
    ]
    if _is_ahead(broadcast):
        lines.append(outlook(reader, broadcast))
    elif broadcast.kind == "correction" and broadcast.state in broadcasts.UNSENT:
        lines += _cautions(reader, broadcast)
    return joined(lines), buttons(reader, broadcast)


def _is_ahead(broadcast: BroadcastRecord) -> bool:
    return broadcast.kind == "announcement" and broadcast.state in broadcasts.UNSENT


def _head(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    language = reader.language
    lines = [_state(reader, broadcast)]
    if broadcast.kind == "correction" and broadcast.state == "waiting":
        reached = figure(reach_of_copies(reader.unit, broadcast), language)
        lines.append(say("cast_replaces", language, reach=reached))
    if len(reader.front.handbooks) > 1 and not _is_ahead(broadcast):
        label = _label(reader.front, broadcast.campaign)
        lines.append(say("cast_campaign", language, campaign=label))
    return [*lines, *_followed(reader, broadcast)]


def _followed(reader: Reader, broadcast: BroadcastRecord) -> Iterator[Text]:
    """Yield what has become of an announcement since it was sent."""
    if broadcast.kind != "announcement" or broadcast.started_at is None:
        return
    found = broadcasts.follow_ups(reader.unit, broadcast.id)
    if numbers := [str(each.id) for each in found if each.kind == "correction"]:
        yield say("cast_was_corrected", reader.language, numbers=", ".join(numbers))
    over = [each for each in found if each.state == "done"]
    if numbers := [str(each.id) for each in over if each.kind == "recall"]:
        yield say("cast_was_recalled", reader.language, numbers=", ".join(numbers))


def _state(reader: Reader, broadcast: BroadcastRecord) -> Text:
    language, named = reader.language, name(broadcast, reader.language)
    what = named[:1].upper() + named[1:]
    match broadcast.state:
        case "draft":
            return _draft(reader, broadcast)
        case "waiting" if broadcast.author != reader.user_id:
            return say("cast_approval", language, who=str(broadcast.author), what=named)
        case "waiting":
            return say("cast_waiting", language, what=what)
        case "scheduled":
            return say("cast_scheduled", language, number=str(broadcast.id))
        case "cancelled" if broadcast.started_at is None:
            return say("cast_dropped", language, number=str(broadcast.id))
        case _:
            return _course(reader, broadcast, what)


def _course(reader: Reader, started: BroadcastRecord, what: str) -> Text:
    language = reader.language
    match started.state:
        case "running" if started.kind != "announcement":
            return say("cast_changing", language, what=what)
        case "running":
            return say("cast_running", language, what=what)
        case "paused":
            return say("cast_paused", language, what=what)
        case "done" if not outcomes.tally(reader.unit, started).total:
            return say("cast_for_nobody", language, what=what)
        case "done":
            return say("cast_done", language, what=what)
        case _:
            return say("cast_cancelled", language, what=what)


def _draft(reader: Reader, broadcast: BroadcastRecord) -> Text:
    language, original = reader.language, str(broadcast.root)
    match broadcast.kind:
        case "announcement":
            return say("cast_draft", language, number=str(broadcast.id))
        case "correction":
            reached = figure(reach_of_copies(reader.unit, broadcast), language)
            return say("cast_correction", language, original=original, reach=reached)
        case "recall":
            reached = figure(reach_of_copies(reader.unit, broadcast), language)
            how = _how(reader, broadcast)
            return say("cast_recall", language, original=original, reach=reached, how=how)
        case "reminder":
            return ()  # it is never a draft


def _how(reader: Reader, recall: BroadcastRecord) -> str:
    language = reader.language
    young = queueing.count(reader.unit, queueing.young(recall.root, reader.now))
    old = queueing.count(reader.unit, queueing.old(recall.root, reader.now))
    ways = []
    if young:
        ways.append(say("cast_recall_young", language, number=figure(young, language)))
    if old:
        ways.append(say("cast_recall_old", language, number=figure(old, language)))
    return "; ".join(map(plain, ways))


def _beyond(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    """Return what no correction or recall can do."""
    original = broadcasts.find(reader.unit, broadcast.root)
    dropped = broadcast.state == "cancelled" and broadcast.started_at is None
    if broadcast.kind == "announcement" or dropped or original is None:
        return []
    language, lines = reader.language, list[Text]()
    if unknown := outcomes.tally(reader.unit, original).unknown:
        lines.append(say("cast_unreachable", language, number=figure(unknown, language)))
    if left := queueing.count(reader.unit, queueing.left_behind(original.id)):
        lines.append(say("cast_left_behind", language, number=figure(left, language)))
    return lines


def _figures(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    if broadcast.started_at is None:
        return []
    tally, language = outcomes.tally(reader.unit, broadcast), reader.language
    if broadcast.finished_at is None:
        return [show_progress(tally, language)]
    named = outcomes.unreached(reader.unit, broadcast)
    facts = {"groups": ", ".join(named[:_NAMED])}
    more = len(named) - _NAMED
    lines = [show_report(tally, language)]
    if more > 0:
        lines.append(say("cast_unreached_more", language, **facts, more=figure(more, language)))
    elif named:
        lines.append(say("cast_unreached", language, **facts))
    return lines


def outlook(reader: Reader, broadcast: BroadcastRecord) -> Text:
    """Return whom it will go to, when and how, and what is doubtful about it."""
    return show_card(_ahead(reader, broadcast), reader.language)


def _cautions(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    cautions = show_cautions(_ahead(reader, broadcast), reader.language)
    return [cautions] if cautions else []


def _ahead(reader: Reader, broadcast: BroadcastRecord) -> Card:
    front, unit = reader.front, reader.unit
    addressed = (broadcast.campaign, front.default, broadcast.tags)
    handbook = front.handbooks.get(broadcast.campaign)
    words = broadcast.content.text if broadcast.content else ""
    read_at = broadcast.due_at or reader.now
    return Card(
        campaign=_label(front, broadcast.campaign),
        tags=broadcast.tags,
        recipients=reach(front, unit, broadcast),
        muted=groups.count_muted(unit, *addressed) if _is_ahead(broadcast) else 0,
        due=broadcast.due_at,
        pin=broadcast.pin,
        receipt=broadcast.receipt,
        second_approver=front.second_approver and broadcast.state == "draft",
        doubts=doubts(words, handbook, read_at) if handbook else (),
        quiet=is_quiet(read_at),
    )


def _label(front: Front, campaign: str) -> str:
    return front.label(campaign) if campaign in front.handbooks else campaign
