"""Editions of the plan: /kehoach, a document that was sent, and publishing what it says."""

import datetime
import re
from collections.abc import Sequence

from campaign.ledger.grids import Unreadable
from campaign.ledger.names import shortened
from campaign.ledger.reasons import say_unreadable
from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Edit,
    Fetch,
    Outgoing,
    Press,
    Send,
    Text,
    plain,
)
from campaign.outreach.progress import joined
from campaign.plan.toml import plan_toml
from campaign.reader.doubts import doubts_of
from campaign.reader.plans import plan_of
from campaign.reader.reading import Reading
from campaign.reader.refusals import MEGABYTES, Refusal, refusal
from campaign.talk.edition_notices import EditionWord, edition_word
from campaign.talk.notices import say
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import doubts, publishing, registered, roles
from handlers.doubts import Kept, plan_in
from handlers.readers import Reader, reader
from handlers.visits import Visit, campaigns_for, note
from storage import audit, editions
from storage.editions import EditionRecord

READER = "plan"
_LISTED = 8
_MOST_OTHERS = 10
_SHOWN = 30
"""How many activities are told."""
_LONGEST_LABEL = 60
_NUMBER = re.compile("[1-9][0-9]{0,14}")
_PLACE = re.compile("0|[1-9][0-9]{0,4}")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/kehoach: the editions of the plan, or reads the document that came with it."""
    if (asked := offered(visit)) is not None:
        return asked
    return [visit.say(*_page(visit, visit.acts_for, 0))]


def _page(visit: Visit, campaign: str, first: int) -> tuple[Text, Buttons]:
    """Return the editions of a campaign from the `first` one on, the newest being 0."""
    found = editions.of_campaign(visit.unit, campaign, first + _LISTED + 1)[first:]
    now = editions.in_force(visit.unit, campaign)
    rows = [(Button(_named(visit, each, now), f"plan:{each.id}"),) for each in found[:_LISTED]]
    turns: list[tuple[EditionWord, int, bool]] = [
        ("newer", first - _LISTED, first > 0),
        ("older", first + _LISTED, len(found) > _LISTED),
    ]
    page = tuple(
        Button(edition_word(turn, visit.language), f"plan:list:{to}:{campaign}")
        for turn, to, there in turns
        if there
    )
    change = (Button(edition_word("change", visit.language), f"act:{campaign}"),)
    label = visit.front.label(campaign)
    told = say("edition_listed" if found else "edition_none", visit.language, campaign=label)
    return told, (*rows, *([page] if page else []), change, *_others(visit, campaign))


def _others(visit: Visit, campaign: str) -> Buttons:
    """Return the ways to the plans of the person's other campaigns."""
    there = [each for each in sorted(visit.manages) if each != campaign][:_MOST_OTHERS]
    return tuple((Button(_plan_of(visit, each), f"plan:list:0:{each}"),) for each in there)


def _plan_of(visit: Visit, campaign: str) -> str:
    label = visit.front.label(campaign)
    named = edition_word("plan_of", visit.language, campaign=label)
    return shortened(named, _LONGEST_LABEL)


def offered(visit: Visit) -> list[Outgoing] | None:
    """Have the document read that staff send in private; None where there is none."""
    media = visit.content.media if visit.content else None
    if media is None or media.kind != "document" or visit.chat.kind != "private":
        return None
    if not visit.manages:
        return None
    about = (visit.acts_for,)
    fetch = Fetch(visit.chat, visit.message_id, visit.sender.id, media.file, READER, about)
    return [visit.say(say("plan_reading", visit.language)), fetch]


def read(
    staff: Reader, about: tuple[str, ...], found: Reading | Refusal | Unreadable
) -> list[Outgoing]:
    """Keep what was read as a draft and show it, or tell why it could not be read."""
    (campaign,), ours = about, campaigns_for(staff.front, staff.unit, staff.user_id)
    if campaign not in ours:
        return [Send(staff.chat, say("not_your_campaign", staff.language))]
    if isinstance(found, Reading) and not found.activities:
        found = "no_activities"
    if not isinstance(found, Reading):
        why = _why(found, staff)
        return [Send(staff.chat, say("edition_unread", staff.language, why=why))]
    plan = plan_of(found, campaign)
    campaign = publishing.by_likeness(staff.front, ours, plan, campaign)[0]
    open_doubts = [Kept(doubt) for doubt in doubts_of(found, plan)]
    draft = EditionRecord(
        id=0,
        campaign=campaign,
        author=staff.user_id,
        plan=plan_toml(plan),
        doubts=doubts.to_json(open_doubts),
        created_at=staff.now,
        published_at=None,
    )
    kept = editions.add(staff.unit, draft)
    audit.add(staff.unit, staff.now, staff.user_id, campaign, "plan_read", f"#{kept.id}")
    return [Send(staff.chat, *_card(staff, kept))]


def _why(found: Refusal | Unreadable, staff: Reader) -> str:
    if isinstance(found, Unreadable):
        why = plain(say_unreadable(found, MEGABYTES, staff.language)).rstrip(".")
        return f"{why[:1].upper()}{why[1:]}."
    return refusal(found, staff.language)


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Do what a button of an edition's card says."""
    if arguments[:1] == ["list"]:
        return _listed(visit, press, arguments[1:])
    known = bool(arguments) and _NUMBER.fullmatch(arguments[0])
    edition = editions.hold(visit.unit, int(arguments[0])) if known else None
    if edition is None:
        return note(press, say("edition_gone", visit.language))
    if refused := roles.turn_away_from(visit, edition.campaign, press.data):
        return note(press, refused)
    if len(arguments) == 3 and arguments[1] not in ("for", "now", "back"):  # noqa: PLR2004 - "5:fix:0"
        return doubts.pressed(visit, press, edition, arguments[1], arguments[2])
    campaign = arguments[2] if arguments[1:2] == ["now"] else edition.campaign
    before = editions.in_force(visit.unit, campaign)
    shown = _step(visit, edition, arguments[1:])
    if shown is None:
        return note(press, say("old_button", visit.language))
    news = registered.published(visit, campaign, before)
    text = joined([shown[0], *registered.count(news, visit.language)])
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, text, shown[1]), *news]


def _listed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    first, campaign = [*arguments, "", ""][:2]
    if campaign not in visit.front.handbooks or not _PLACE.fullmatch(first):
        return note(press, say("old_button", visit.language))
    if refused := roles.turn_away_from(visit, campaign, press.data):
        return note(press, refused)
    shown = _page(visit, campaign, int(first))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def _step(visit: Visit, edition: EditionRecord, step: list[str]) -> tuple[Text, Buttons] | None:
    """Return what is shown after a step, None for one that cannot be taken."""
    staff = reader(visit)
    match step:
        case []:
            return _card(staff, edition)
        case ["all"]:
            return _activities(staff, edition)
        case ["to"]:
            return publishing.targets(visit, edition)
        case ["for", campaign] if campaign in publishing.choices(visit, edition):
            return publishing.compared(staff, edition, campaign)
        case ["now", campaign, mark] if campaign in publishing.choices(visit, edition):
            return publishing.publish(staff, edition, campaign, mark)
        case ["back", number]:
            return publishing.go_back(staff, edition, number)
        case ["drop_now"]:
            return _drop(staff, edition)
    return None


def _card(staff: Reader, edition: EditionRecord) -> tuple[Text, Buttons]:
    language, plan = staff.language, plan_in(edition)
    left, now = doubts.first_open(edition), editions.in_force(staff.unit, edition.campaign)
    facts = {
        "title": plan.title,
        "issuer": plan.issuer,
        "activities": str(len(plan.activities)),
        "deadlines": str(sum(_is_due(each.times) for each in plan.activities)),
        "untimed": str(sum(not each.times for each in plan.activities)),
        "doubts": str(doubts.how_many(edition)),
        "state": _state(staff, edition, now),
    }
    rows: list[tuple[Button, ...]] = []
    if left is not None and edition.published_at is None:
        look = edition_word("look", language, number=facts["doubts"])
        rows.append((Button(look, f"plan:{edition.id}:look:{left}"),))
    rows.append((_button("activities", staff, edition, "all"),))
    if edition.published_at and now and now.id != edition.id:
        again = edition_word("go_back", language)
        rows.append((Button(again, publishing.going(edition, now)),))
    rows.append((_button("publish", staff, edition, "to"),))
    if edition.published_at is None:
        rows.append((_button("drop_draft", staff, edition, "drop_now"),))
    return say("edition_card", language, **facts), tuple(rows)


def _is_due(times: Sequence[object]) -> bool:
    return any(getattr(time, "kind", "") == "deadline" for time in times)


def _button(word: EditionWord, staff: Reader, edition: EditionRecord, step: str) -> Button:
    return Button(edition_word(word, staff.language), f"plan:{edition.id}:{step}")


def _state(staff: Reader, edition: EditionRecord, now: EditionRecord | None) -> str:
    """Say that it is a draft, or when it was published; `now` is the edition in force."""
    if edition.published_at is None:
        return edition_word("state_draft", staff.language)
    state: EditionWord = "state_in_force" if now and now.id == edition.id else "state_published"
    return edition_word(state, staff.language, moment=_moment(edition.published_at))


def _moment(moment: datetime.datetime) -> str:
    local = moment.astimezone(VIETNAM)
    return f"{local:%H:%M} {show_day(local.date())}"


def _named(visit: Visit, edition: EditionRecord, now: EditionRecord | None) -> str:
    state = _state(reader(visit), edition, now)
    if edition.published_at is None:
        state = f"{state} {_moment(edition.created_at)}"
    return shortened(f"{state} · {plan_in(edition).title}", _LONGEST_LABEL)


def _activities(staff: Reader, edition: EditionRecord) -> tuple[Text, Buttons]:
    plan = plan_in(edition)
    lines = [say("edition_activities", staff.language)]
    for each in plan.activities[:_SHOWN]:
        times = "; ".join(time.text for time in each.times) or "–"
        facts = {"number": str(each.no), "title": each.title, "times": times}
        lines.append(say("edition_line", staff.language, **facts))
    if len(plan.activities) > _SHOWN:
        left = str(len(plan.activities) - _SHOWN)
        lines.append(say("list_more", staff.language, number=left))
    return joined(lines), (publishing.back(staff, edition),)


def _drop(staff: Reader, edition: EditionRecord) -> tuple[Text, Buttons] | None:
    if not editions.drop(staff.unit, edition):
        return None
    detail = f"#{edition.id}"
    audit.add(staff.unit, staff.now, staff.user_id, edition.campaign, "plan_drop", detail)
    return say("edition_dropped", staff.language), ()
