"""Editions of the plan: /kehoach, a document that was sent, and publishing what it says."""

import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice

from campaign.language.text import fold
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
from campaign.plan.changes import issued
from campaign.plan.differences import Difference, differences
from campaign.plan.model import Plan
from campaign.plan.toml import plan_toml
from campaign.reader.doubts import doubts_of
from campaign.reader.plans import plan_of
from campaign.reader.reading import Reading
from campaign.reader.refusals import MEGABYTES, Refusal, refusal
from campaign.talk.edition_notices import EditionWord, edition_word
from campaign.talk.notices import say
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import doubts, roles
from handlers.doubts import Kept, plan_in
from handlers.readers import Reader, reader
from handlers.visits import Visit, campaigns_for, note
from storage import audit, editions
from storage.editions import EditionRecord

READER = "plan"
_LISTED = 8
_SHOWN = 30
"""How many activities or differences are told."""
_LONGEST_LABEL = 60
_LONGEST_ID = 40
_NUMBER = re.compile("[1-9][0-9]{0,14}")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/kehoach: the editions of the plan, or reads the document that came with it."""
    if (asked := offered(visit)) is not None:
        return asked
    campaign = visit.acts_for
    label = visit.front.label(campaign)
    found = editions.of_campaign(visit.unit, campaign, _LISTED)
    rows = tuple((Button(_named(visit, each), f"plan:{each.id}"),) for each in found)
    change = (Button(edition_word("change", visit.language), f"act:{campaign}"),)
    told = say("edition_listed" if found else "edition_none", visit.language, campaign=label)
    return [visit.say(told, (*rows, change))]


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
    (campaign,) = about
    if campaign not in campaigns_for(staff.front, staff.unit, staff.user_id):
        return [Send(staff.chat, say("not_your_campaign", staff.language))]
    if isinstance(found, Reading) and not found.activities:
        found = "no_activities"
    if not isinstance(found, Reading):
        why = _why(found, staff)
        return [Send(staff.chat, say("edition_unread", staff.language, why=why))]
    plan = plan_of(found, campaign)
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
        return plain(say_unreadable(found, MEGABYTES, staff.language))
    return refusal(found, staff.language)


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Do what a button of an edition's card says."""
    known = bool(arguments) and _NUMBER.fullmatch(arguments[0])
    edition = editions.find(visit.unit, int(arguments[0])) if known else None
    if edition is None:
        return note(press, say("old_button", visit.language))
    if refused := roles.turn_away_from(visit, edition.campaign, press.data):
        return note(press, refused)
    if len(arguments) == 3 and arguments[1] not in ("for", "now"):  # noqa: PLR2004 - "5:fix:0"
        return doubts.pressed(visit, press, edition, arguments[1], arguments[2])
    shown = _step(visit, edition, arguments[1:])
    if shown is None:
        return note(press, say("old_button", visit.language))
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
            return _targets(visit, edition)
        case ["for", campaign] if campaign in _choices(visit, edition):
            return _compared(staff, edition, campaign)
        case ["now", campaign, mark] if campaign in _choices(visit, edition):
            return _publish(staff, edition, campaign, mark)
        case ["drop_now"]:
            return _drop(staff, edition)
    return None


def _card(staff: Reader, edition: EditionRecord) -> tuple[Text, Buttons]:
    language, plan = staff.language, plan_in(edition)
    left = doubts.first_open(edition)
    facts = {
        "title": plan.title,
        "issuer": plan.issuer,
        "activities": str(len(plan.activities)),
        "deadlines": str(sum(_is_due(each.times) for each in plan.activities)),
        "untimed": str(sum(not each.times for each in plan.activities)),
        "doubts": str(doubts.how_many(edition)),
        "state": _state(staff, edition),
    }
    rows: list[tuple[Button, ...]] = []
    if left is not None and edition.published_at is None:
        look = edition_word("look", language, number=facts["doubts"])
        rows.append((Button(look, f"plan:{edition.id}:look:{left}"),))
    rows.append((_button("activities", staff, edition, "all"),))
    rows.append((_button("publish", staff, edition, "to"),))
    if edition.published_at is None:
        rows.append((_button("drop_draft", staff, edition, "drop_now"),))
    return say("edition_card", language, **facts), tuple(rows)


def _is_due(times: Sequence[object]) -> bool:
    return any(getattr(time, "kind", "") == "deadline" for time in times)


def _button(word: EditionWord, staff: Reader, edition: EditionRecord, step: str) -> Button:
    return Button(edition_word(word, staff.language), f"plan:{edition.id}:{step}")


def _back(staff: Reader, edition: EditionRecord) -> tuple[Button, ...]:
    return (Button(edition_word("back_card", staff.language), f"plan:{edition.id}"),)


def _state(staff: Reader, edition: EditionRecord) -> str:
    if edition.published_at is None:
        return edition_word("state_draft", staff.language)
    local = edition.published_at.astimezone(VIETNAM)
    moment = f"{local:%H:%M} {show_day(local.date())}"
    return edition_word("state_published", staff.language, moment=moment)


def _named(visit: Visit, edition: EditionRecord) -> str:
    staff = reader(visit)
    return shortened(f"{_state(staff, edition)} · {plan_in(edition).title}", _LONGEST_LABEL)


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
    return joined(lines), (_back(staff, edition),)


def _targets(visit: Visit, edition: EditionRecord) -> tuple[Text, Buttons]:
    staff = reader(visit)
    rows = [
        (Button(_target(staff, campaign), f"plan:{edition.id}:for:{campaign}"),)
        for campaign in _choices(visit, edition)
    ]
    return say("edition_target", visit.language), (*rows, _back(staff, edition))


def _target(staff: Reader, campaign: str) -> str:
    if campaign in staff.front.handbooks:
        return shortened(staff.front.label(campaign), _LONGEST_LABEL)
    return edition_word("new_campaign", staff.language, campaign=campaign)


def _choices(visit: Visit, edition: EditionRecord) -> list[str]:
    """Return the campaigns that it can be published for; owners may begin a new one."""
    known = sorted(visit.manages, key=lambda campaign: campaign != edition.campaign)
    new = _id_for(plan_in(edition))
    return [*known, new] if visit.owns and new not in visit.front.handbooks else known


def _id_for(plan: Plan) -> str:
    """Return what to call a campaign of the plan's province and year: "nam-dinh-2026"."""
    place = re.sub("[^a-z0-9]+", "-", fold(plan.province or plan.issuer)).strip("-")
    return f"{place[: _LONGEST_ID - 5].strip('-') or 'plan'}-{plan.year}"


def _compared(staff: Reader, edition: EditionRecord, campaign: str) -> tuple[Text, Buttons]:
    text = _comparison(staff, edition, campaign)
    mark = _mark(staff, edition, campaign)
    label = edition_word("publish_now", staff.language, campaign=_called(staff, campaign))
    now = Button(shortened(label, _LONGEST_LABEL), f"plan:{edition.id}:now:{campaign}:{mark}")
    return text, ((now,), _back(staff, edition))


def _called(staff: Reader, campaign: str) -> str:
    return staff.front.label(campaign) if campaign in staff.front.handbooks else campaign


def _comparison(staff: Reader, edition: EditionRecord, campaign: str) -> Text:
    name = _called(staff, campaign)
    if campaign not in staff.front.handbooks:
        return say("edition_first", staff.language, campaign=name)
    found = differences(issued(staff.front.handbooks[campaign].plan), plan_in(edition))
    if not found:
        return say("edition_same", staff.language, campaign=name)
    lines = [say("edition_different", staff.language, campaign=name)]
    lines += [(f"• {_told(each, staff)}",) for each in islice(found, _SHOWN)]
    if len(found) > _SHOWN:
        lines.append(say("list_more", staff.language, number=str(len(found) - _SHOWN)))
    return joined(lines)


def _told(each: Difference, staff: Reader) -> str:
    facts = {"activity": each.activity, "before": each.before or "–", "after": each.after or "–"}
    words: dict[str, EditionWord] = {
        "added": "difference_added",
        "removed": "difference_removed",
        "title": "difference_title",
        "time": "difference_time",
        "place": "difference_place",
        "lead": "difference_lead",
        "theme": "difference_theme",
        "period": "difference_period",
    }
    return edition_word(words[each.what], staff.language, **facts)


def _mark(staff: Reader, edition: EditionRecord, campaign: str) -> str:
    """Return a mark of what is shown: a button that was made for something else does nothing."""
    known = staff.front.handbooks.get(campaign)
    before = plan_toml(issued(known.plan)) if known else ""
    return sha256(f"{edition.plan}\0{before}".encode()).hexdigest()[:6]


def _publish(
    staff: Reader, edition: EditionRecord, campaign: str, mark: str
) -> tuple[Text, Buttons] | None:
    if mark != _mark(staff, edition, campaign):
        return None
    if not editions.publish(staff.unit, edition, campaign, staff.now):
        return None
    audit.add(staff.unit, staff.now, staff.user_id, campaign, "plan_publish", f"#{edition.id}")
    name = _called(staff, campaign)
    return say("edition_published", staff.language, campaign=name), (_back(staff, edition),)


def _drop(staff: Reader, edition: EditionRecord) -> tuple[Text, Buttons] | None:
    if not editions.drop(staff.unit, edition):
        return None
    detail = f"#{edition.id}"
    audit.add(staff.unit, staff.now, staff.user_id, edition.campaign, "plan_drop", detail)
    return say("edition_dropped", staff.language), ()
