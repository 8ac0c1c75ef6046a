"""What staff see of a plan that they change: its activities, one of them, a change to confirm."""

from collections.abc import Sequence
from dataclasses import replace

from campaign.ledger.names import shortened
from campaign.ledger.states import called
from campaign.messages import Button, Buttons, Text
from campaign.outreach.change_texts import is_past, say_when, told
from campaign.outreach.progress import joined
from campaign.plan.changes import ChangedActivity, amended, issued, owner, planned
from campaign.plan.model import Activity, Plan
from campaign.plan.new_times import When
from campaign.talk.change_words import KINDS, line, word
from campaign.talk.conversation import show
from campaign.talk.notices import AnyNotice, say
from campaign.talk.questions import Intent
from campaign.talk.times import is_about
from handlers.change_announcements import offer
from handlers.visits import Visit
from storage import changes
from storage.changes import ChangeRecord

_LONGEST_LABEL = 60
_SHORT = 30
_WITHDRAWN = 20
"""How many changes have a button, the newest ones."""


def plan_now(visit: Visit, campaign: str) -> Plan:
    """Return the plan with the changes that count by now, those of this very visit included."""
    plan = visit.front.handbooks[campaign].plan
    return amended(issued(plan), changes.made(visit.unit, campaign))


def activity_now(visit: Visit, campaign: str, no: int) -> Activity | None:
    """Return the activity as it is now; None where the plan has none of that number."""
    return next((each for each in plan_now(visit, campaign).activities if each.no == no), None)


def choose(visit: Visit, campaign: str) -> tuple[Text, Buttons]:
    """Return the activities, with a mark at those that are not as planned."""
    rows = tuple(
        (Button(_label(visit, each), f"act:{campaign}:{each.no}"),)
        for each in plan_now(visit, campaign).activities
    )
    return say("plan_choose", visit.language, campaign=visit.front.label(campaign)), rows


def _label(visit: Visit, activity: Activity) -> str:
    mark = "● " if isinstance(activity, ChangedActivity) else ""
    name = f"{mark}{activity.section} · {called(activity, visit.language)}"
    return shortened(name, _LONGEST_LABEL)


def card(
    visit: Visit, campaign: str, no: int, head: AnyNotice = "change_card"
) -> tuple[Text, Buttons]:
    """Return an activity as members see it, and what can be done to it."""
    plan = plan_now(visit, campaign)
    activities = {each.no: each for each in plan.activities}
    handbook = replace(visit.front.handbooks[campaign], plan=plan, activities=activities)
    seen = show(handbook, Intent.CARD, visit.today, activity=no, language=visit.language)
    text = (*say(head, visit.language), "\n\n", *seen.reply.text)
    return text, _buttons(visit, campaign, activities[no], _made(visit, plan, no))


def _made(visit: Visit, plan: Plan, no: int) -> list[ChangeRecord]:
    """Return the changes of the activity that count, the newest first."""
    standing = changes.standing(visit.unit, plan.id)
    return [each for each in reversed(standing) if owner(plan, each.made(visit.now)) == no]


def _buttons(
    visit: Visit, campaign: str, activity: Activity, made: Sequence[ChangeRecord]
) -> Buttons:
    language, begin = visit.language, f"act:{campaign}:{activity.no}"
    gone = next((each for each in made if each.kind == "cancelled"), None)
    tentative = any(time.tentative for time in activity.times)
    possible = [
        Button(KINDS[kind][language], f"{begin}:{kind}")
        for kind in KINDS
        if not (gone and kind in ("time", "confirmed", "cancelled"))
        and (tentative or kind != "confirmed")
    ]
    rows = [tuple(possible[at : at + 2]) for at in range(0, len(possible), 2)]
    if gone:
        rows.insert(0, (Button(word("restore", language), f"change:{gone.id}:undo"),))
    rows += [
        (Button(_withdrawal(visit, each), f"change:{each.id}:undo"),)
        for each in made[:_WITHDRAWN]
        if each is not gone
    ]
    return (*rows, (Button(word("back", language), f"act:{campaign}"),))


def _withdrawal(visit: Visit, change: ChangeRecord) -> str:
    value = change.value or ""
    if change.kind in ("time", "confirmed"):
        value = say_when(When.of(value), visit.language)
    kind = KINDS[change.kind][visit.language]
    return word("withdraw", visit.language, kind=kind, value=shortened(value, _SHORT))


def confirmation(
    visit: Visit, activity: Activity, proposed: Sequence[ChangeRecord]
) -> tuple[Text, Buttons]:
    """Return what was understood, to be confirmed before it counts."""
    language, numbers = visit.language, ids(proposed)
    facts = {"activity": called(activity, language), "section": activity.section}
    made = [each.made(visit.now) for each in proposed]
    lines = [told(activity, each, language) for each in made]
    lines += [_past(visit, each.value) for each in made if is_past(each, visit.today)]
    text = (*say("change_confirm", language, **facts), *(f"\n{each}" for each in lines))
    return text, (
        (Button(word("apply", language), f"change:{numbers}:apply"),),
        (Button(word("drop", language), f"change:{numbers}:drop"),),
    )


def _past(visit: Visit, value: str) -> str:
    return line("past", visit.language, now=say_when(When.of(value), visit.language))


def applied(visit: Visit, activity: Activity, made: Sequence[ChangeRecord]) -> tuple[Text, Buttons]:
    """Return what has become of the activity, with the way to tell the groups."""
    language, numbers = visit.language, ids(made)
    lines = [told(activity, each.made(visit.now), language) for each in made]
    head = say("change_applied", language, activity=called(activity, language))
    text = (*head, *(f"\n{each}" for each in lines))
    shown, tell = offer(visit, activity, made, numbers)
    card_of = f"act:{made[0].campaign}:{activity.no}"
    rest = (
        Button(word("undo", language), f"change:{numbers}:undo"),
        Button(shortened(f"« {called(activity, language)}", _SHORT), card_of),
    )
    return joined([text, *shown]), (*tell, rest)


def as_planned(visit: Visit, change: ChangeRecord, activity: Activity) -> Buttons:
    """Return the button that makes the plan's own day certain, where it has one."""
    base = planned(activity).times
    time = base[change.part] if change.part < len(base) else None
    if change.kind != "confirmed" or time is None or time.end is None or is_about(time):
        return ()
    return ((Button(word("same", visit.language), f"change:{change.id}:same"),),)


def ids(records: Sequence[ChangeRecord]) -> str:
    """Return the numbers of changes as a button has them."""
    return ".".join(str(each.id) for each in records)
