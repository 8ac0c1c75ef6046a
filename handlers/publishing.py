"""Publishing an edition of the plan, or going back to one, and what is different then."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from campaign.language.text import fold
from campaign.ledger.names import shortened
from campaign.messages import Button, Buttons, Text
from campaign.outreach.progress import joined
from campaign.plan.changes import issued
from campaign.plan.model import Plan
from campaign.plan.toml import plan_toml
from campaign.talk.edition_notices import edition_word
from campaign.talk.notices import say
from handlers.comparisons import comparison, replacing
from handlers.doubts import plan_in
from handlers.readers import Reader, reader
from handlers.visits import Front, Visit
from storage import audit, editions
from storage.editions import EditionRecord

_LONGEST_LABEL = 60
_LONGEST_ID = 40


def targets(visit: Visit, edition: EditionRecord) -> tuple[Text, Buttons]:
    """Ask which campaign the edition is for."""
    staff = reader(visit)
    rows = [
        (Button(_target(staff, campaign), f"plan:{edition.id}:for:{campaign}"),)
        for campaign in choices(visit, edition)
    ]
    return say("edition_target", visit.language), (*rows, back(staff, edition))


def _target(staff: Reader, campaign: str) -> str:
    if campaign in staff.front.handbooks:
        return shortened(staff.front.label(campaign), _LONGEST_LABEL)
    return edition_word("new_campaign", staff.language, campaign=campaign)


def choices(visit: Visit, edition: EditionRecord) -> list[str]:
    """Return the campaigns that it can be published for; owners may begin a new one."""
    plan = plan_in(edition)
    known = by_likeness(visit.front, visit.manages, plan, edition.campaign)
    new = _id_for(plan)
    return [*known, new] if visit.owns and new not in visit.front.handbooks else known


def by_likeness(front: Front, campaigns: Collection[str], plan: Plan, otherwise: str) -> list[str]:
    """Return the campaigns, those of the plan's province and year first, then `otherwise`."""

    def unlike(campaign: str) -> tuple[bool, int, bool, str]:
        known = front.handbooks[campaign].plan
        same = plan.province is not None and fold(plan.province) == fold(known.province or "")
        years = abs(plan.year - known.year) if same else 0
        return not same, years, campaign != otherwise, campaign

    return sorted(campaigns, key=unlike)


def _id_for(plan: Plan) -> str:
    """Return what to call a campaign of the plan's province and year: "nam-dinh-2026"."""
    place = re.sub("[^a-z0-9]+", "-", fold(plan.province or plan.issuer)).strip("-")
    return f"{place[: _LONGEST_ID - 5].strip('-') or 'plan'}-{plan.year}"


def compared(staff: Reader, edition: EditionRecord, campaign: str) -> tuple[Text, Buttons]:
    """Show what would be different, with the button that publishes it."""
    text = comparison(staff, edition, campaign)
    mark = _mark(staff, edition, campaign)
    label = edition_word("publish_now", staff.language, campaign=_called(staff, campaign))
    now = Button(shortened(label, _LONGEST_LABEL), f"plan:{edition.id}:now:{campaign}:{mark}")
    return text, ((now,), back(staff, edition))


def _called(staff: Reader, campaign: str) -> str:
    return staff.front.label(campaign) if campaign in staff.front.handbooks else campaign


def _mark(staff: Reader, edition: EditionRecord, campaign: str) -> str:
    """Return a mark of what is shown: a button that was made for something else does nothing."""
    before = editions.in_force(staff.unit, campaign)
    known = staff.front.handbooks.get(campaign)
    instead = f"{before.id}" if before else plan_toml(issued(known.plan)) if known else ""
    return sha256(f"{edition.plan}\0{instead}".encode()).hexdigest()[:6]


def publish(
    staff: Reader, edition: EditionRecord, campaign: str, mark: str
) -> tuple[Text, Buttons]:
    """Publish what was shown; where that has changed meanwhile, show it anew."""
    editions.take_turns(staff.unit)
    if mark != _mark(staff, edition, campaign):
        shown, buttons = compared(staff, edition, campaign)
        return joined([say("edition_meanwhile", staff.language), shown]), buttons
    known, before = staff.front.handbooks.get(campaign), _before(staff, campaign)
    if edition.published_at is not None and edition.campaign != campaign:
        edition = editions.add(staff.unit, replace(edition, published_at=None))
    editions.publish(staff.unit, edition.id, campaign, staff.now)
    audit.add(staff.unit, staff.now, staff.user_id, campaign, "plan_publish", f"#{edition.id}")
    text = say("edition_published", staff.language, campaign=_called(staff, campaign))
    if known:
        text = joined([text, *replacing(staff, known.plan, plan_in(edition))])
    undo = [(_undo(staff, before, edition),)] if before and before.id != edition.id else []
    return text, (*undo, back(staff, edition))


def _before(staff: Reader, campaign: str) -> EditionRecord | None:
    """Return the edition in force; the plan that a campaign began with is kept as its first one."""
    book = staff.front.handbooks.get(campaign)
    found = editions.in_force(staff.unit, campaign)
    if found or book is None:
        return found
    first = EditionRecord(
        id=0,
        campaign=campaign,
        author=staff.user_id,
        plan=plan_toml(issued(book.plan)),
        doubts=[],
        created_at=staff.now - timedelta(seconds=1),
        published_at=None,
    )
    return editions.add_first(staff.unit, first, first.created_at)


def _undo(staff: Reader, before: EditionRecord, now: EditionRecord) -> Button:
    return Button(edition_word("undo", staff.language), going(before, now))


def going(to: EditionRecord, before: EditionRecord) -> str:
    """Return what a button sends back that goes from the edition `before` to another one."""
    return f"plan:{to.id}:back:{before.id}"


def go_back(staff: Reader, edition: EditionRecord, number: str) -> tuple[Text, Buttons] | None:
    """Let a published edition be in force again in place of that of this `number`, at once.

    None where another one is in force by now: the button was pressed before, or is an old one.
    """
    editions.take_turns(staff.unit)
    campaign = edition.campaign
    before = editions.in_force(staff.unit, campaign)
    if before is None or str(before.id) != number or before.id == edition.id:
        return None
    if edition.published_at is None or campaign not in staff.front.handbooks:
        return None
    editions.publish(staff.unit, edition.id, campaign, staff.now)
    audit.add(staff.unit, staff.now, staff.user_id, campaign, "plan_back", f"#{edition.id}")
    head = say("edition_back", staff.language, campaign=_called(staff, campaign))
    told = replacing(staff, plan_in(before), plan_in(edition))
    return joined([head, *told]), ((_undo(staff, before, edition),), back(staff, edition))


def back(staff: Reader, edition: EditionRecord) -> tuple[Button, ...]:
    """Return the row that leads back to the card of the edition."""
    return (Button(edition_word("back_card", staff.language), f"plan:{edition.id}"),)
