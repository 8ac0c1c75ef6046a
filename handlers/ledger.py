"""What the parts of the ledger share: who stands where, and what a reminder's button is about."""

from typing import Literal

from campaign.ledger.names import name_key, shortened
from campaign.ledger.standing import Board, Line
from campaign.ledger.states import Due, Standing, called, dues, is_over
from campaign.messages import Button, Buttons, Language, Text
from campaign.plan.model import Activity
from campaign.talk.ledger_words import word
from campaign.talk.notices import say
from handlers.visits import Front, Visit
from storage import activities, cooperatives, groups, submissions
from storage.cooperatives import CooperativeRecord
from storage.database import Unit


def dues_of(front: Front, unit: Unit, campaign: str) -> list[Due]:
    """Return what is due in a loaded campaign."""
    plan = front.handbooks[campaign].plan
    return list(dues(plan, activities.numbered(unit, plan)))


def due_of(front: Front, unit: Unit, campaign: str, no: int | str) -> Due | None:
    """Return what is due under a number of the ledger, None where nothing is."""
    return next((each for each in dues_of(front, unit, campaign) if str(each.no) == str(no)), None)


def activity_of(front: Front, unit: Unit, campaign: str, no: int) -> Activity | None:
    """Return the activity of a loaded campaign that has the number in the ledger."""
    plan = front.handbooks[campaign].plan
    return activities.numbered(unit, plan).find(plan, no)


def board(front: Front, unit: Unit, campaign: str) -> Board:
    """Return how far every cooperative of a loaded campaign is."""
    standings: dict[int, dict[int, Standing]] = {}
    for each in submissions.of_campaign(unit, campaign):
        standings.setdefault(each.cooperative_id, {})[each.no] = each.state
    labels = groups.labels(unit, campaign, front.default)
    lines = [
        Line(
            each.name, each.district, labels.get(each.chat_id or 0, ""), standings.get(each.id, {})
        )
        for each in cooperatives.of_campaign(unit, campaign)
    ]
    return Board(front.label(campaign), dues_of(front, unit, campaign), lines)


def unsettled(unit: Unit, ours: list[CooperativeRecord], no: int) -> list[CooperativeRecord]:
    """Return those of the cooperatives from which something is still expected."""
    settled = {each.id for each in ours if _is_settled(unit, each, no)}
    return [each for each in ours if each.id not in settled]


def pressed_due(visit: Visit, arguments: list[str]) -> Due | Text:
    """Return what a button of a reminder is about, or why it can no longer be pressed.

    Its `arguments` are the campaign and the activity's number in the ledger.
    """
    campaign, number = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004 - both
    if campaign not in visit.front.handbooks:
        return say("old_button", visit.language)
    if visit.chat.kind != "group":
        return say("hand_in_group", visit.language)
    if campaign != visit.campaign:
        return say("hand_elsewhere", visit.language)
    if not is_approved(visit):
        return say("hand_pending", visit.language)
    found = due_of(visit.front, visit.unit, campaign, number)
    if found is None:
        return say(_why_not_due(visit, number), visit.language)
    return say("hand_over", visit.language) if is_over(visit.handbook.plan, visit.today) else found


def _why_not_due(visit: Visit, number: str) -> Literal["hand_changed", "old_button"]:
    known = activities.numbered(visit.unit, visit.handbook.plan)
    changed = number in map(str, {*known.ours.values(), *known.gone})
    return "hand_changed" if changed else "old_button"


def is_approved(visit: Visit) -> bool:
    """Say whether the staff have let the group in. What others tell the bot is not kept."""
    group = groups.find(visit.unit, visit.chat.id, visit.front.default)
    return group is not None and group.approved is True


def called_among(ours: list[CooperativeRecord], each: CooperativeRecord, longest: int) -> str:
    """Return its name; with its district where another of `ours` is called the same."""
    same = [other for other in ours if name_key(other.name) == name_key(each.name)]
    if len(same) == 1:
        return shortened(each.name, longest)
    place = f" ({shortened(each.district, longest // 2)})"
    return shortened(each.name, longest - len(place)) + place


def reminder_buttons(campaign: str, no: int, language: Language, section: str = "") -> Buttons:
    """Return the buttons of a reminder: handed in, and we need help.

    Where a message reminds of several activities, they name the `section` of each.
    """
    about = f" · {section}" if section else ""
    return (
        (
            Button(f"{word('hand', language)}{about}", f"hand:{campaign}:{no}"),
            Button(f"{word('help', language)}{about}", f"help:{campaign}:{no}"),
        ),
    )


def activity_called(front: Front, unit: Unit, campaign: str, no: int, language: Language) -> str:
    """Return what to call an activity of a loaded campaign, even one that was dropped from it."""
    activity = activity_of(front, unit, campaign, no)
    return called(activity, language) if activity else f"#{no}"


def _is_settled(unit: Unit, each: CooperativeRecord, no: int) -> bool:
    found = submissions.of(unit, each.id, no)
    return found is not None and found.state != "returned"
