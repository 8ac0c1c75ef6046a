"""What a member is offered below an answer."""

from campaign.messages import Button, Buttons
from campaign.plan.changes import cancelled_on
from campaign.talk.ledger_words import word
from handlers.visits import Visit
from storage import openings


def offer(visit: Visit, activities: tuple[int, ...] | list[int]) -> Buttons:
    """Return the button below an answer about the one activity that one can register for."""
    if len(activities) != 1 or cancelled_on(visit.handbook.activities[activities[0]]):
        return ()
    if not openings.is_open(visit.unit, visit.campaign, activities[0]):
        return ()
    join = Button(word("join", visit.language), f"join:{visit.campaign}:{activities[0]}")
    return ((join,),)
