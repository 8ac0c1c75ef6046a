"""Which activities take registrations now: what staff opened, until it begins."""

from typing import Literal

from campaign.ledger.doors import has_begun
from campaign.ledger.states import is_over
from campaign.messages import Button, Buttons
from campaign.plan.changes import cancelled_on
from campaign.talk.ledger_words import word
from handlers.ledger import activity_of
from handlers.visits import Visit
from storage import activities, openings
from storage.openings import OpeningRecord

Shut = Literal["reg_begun", "reg_closed", "reg_gone"]


def why_shut(visit: Visit, opening: OpeningRecord) -> Shut | None:
    """Return why nobody can register in a loaded campaign by the opening; None where one can."""
    plan = visit.front.handbooks[opening.campaign].plan
    activity = activity_of(visit.front, visit.unit, opening.campaign, opening.no)
    if activity is None:
        return "reg_gone"
    if not opening.is_open or cancelled_on(activity) or is_over(plan, visit.today):
        return "reg_closed"
    return "reg_begun" if has_begun(activity, visit.today) else None


def offer(visit: Visit, numbers: tuple[int, ...] | list[int]) -> Buttons:
    """Return the button below an answer about the one activity that one can register for."""
    if len(numbers) != 1 or not openings.any_is_open(visit.unit, visit.campaign):
        return ()
    activity = visit.handbook.activities[numbers[0]]
    no = activities.numbered(visit.unit, visit.handbook.plan).of(activity)
    opening = openings.of(visit.unit, visit.campaign, no)
    if opening is None or why_shut(visit, opening):
        return ()
    return ((Button(word("join", visit.language), f"join:{visit.campaign}:{no}"),),)
