"""Changes in mid-campaign: the plan as it is now, with its own wording beside what is new.

What is new stands in the ordinary fields, so that whatever looks at a plan goes by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from campaign.plan.model import Activity, Day, Fact, Plan, Time
from campaign.plan.new_times import When

ChangeKind = Literal[
    "time", "confirmed", "cancelled", "place", "phone", "dossier", "correction", "alias"
]
_AUTUMN = 10
FactKind = Literal["place", "phone", "dossier", "correction"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an activity, made on `day` in Vietnam.

    The activity is the one numbered `no` while it has that `title`, else the one that has the
    title, or had it before: a new edition may count and call it otherwise. `value` is a `When` as
    text for times, empty for a cancellation, and words for the rest. `part` says which of several
    times, counted from 0.
    """

    no: int
    title: str
    kind: ChangeKind
    value: str
    day: Day
    part: int = 0


class NewTime(Time):
    """A time that staff set on the day `since`; `confirmed` where they made a date certain.

    `planned` is the plan's own time, None where it states none.
    """

    planned: Time | None
    since: Day
    confirmed: bool


class NewFact(Fact):
    """What staff added on the day `since`; `planned` is what the plan says of it, if anything."""

    kind: FactKind
    planned: Fact | None
    since: Day


class ChangedActivity(Activity):
    """An activity as it is now, and as it was `planned`.

    One that was `cancelled`, on that day, has no times any more.
    """

    planned: Activity
    cancelled: Day | None

    @property
    def corrections(self) -> tuple[NewFact, ...]:
        """What staff corrected, the first correction first."""
        return tuple(each for each in new_facts(self) if each.kind == "correction")


def new_facts(activity: Activity) -> tuple[NewFact, ...]:
    """Return what staff added about the activity."""
    facts = (activity.place, *activity.content)
    return tuple(fact for fact in facts if isinstance(fact, NewFact))


def cancelled_on(activity: Activity) -> Day | None:
    """Return the day on which the activity was cancelled; None while it is to take place."""
    return activity.cancelled if isinstance(activity, ChangedActivity) else None


def planned(activity: Activity) -> Activity:
    """Return the activity as the plan has it."""
    return activity.planned if isinstance(activity, ChangedActivity) else activity


def issued(plan: Plan) -> Plan:
    """Return the plan without its changes."""
    return plan.model_copy(update={"activities": tuple(map(planned, plan.activities))})


def amended(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return the plan with the changes, given in the order in which they were made.

    Of several changes of the same, the last one counts. One whose activity the plan does not have
    any more is left out.
    """
    owned = [(number, each) for each in changes if (number := owner(plan, each)) is not None]
    owned.sort(key=lambda pair: pair[0])
    by_number = {
        number: _changed(next(a for a in plan.activities if a.no == number), [c for _, c in group])
        for number, group in groupby(owned, key=lambda pair: pair[0])
    }
    activities = tuple(by_number.get(each.no, each) for each in plan.activities)
    return plan.model_copy(update={"activities": activities}) if by_number else plan


def owner(plan: Plan, change: Change) -> int | None:
    """Return the number of the activity that the change is about, None when it is gone.

    What was changed in an earlier year's plan ended with that; another name stays.
    """
    if change.kind != "alias" and _is_of_earlier_year(change, plan):
        return None
    titled = [each.no for each in plan.activities if each.title == change.title]
    if change.no in titled:
        return change.no
    titled = titled or [each.no for each in plan.activities if change.title in each.formerly]
    return titled[0] if len(titled) == 1 else None


def _is_of_earlier_year(change: Change, plan: Plan) -> bool:
    """Whether it was made in a year before the plan's, and before the plan was issued.

    A plan that has no date is taken for issued in the autumn before its year, at the earliest.
    """
    issued_on = plan.date or Day(plan.year - 1, _AUTUMN, 1)
    return change.day.year < plan.year and change.day < issued_on


def _changed(activity: Activity, changes: Sequence[Change]) -> ChangedActivity:
    newest = {each.kind: each for each in changes}
    cancelled, place = newest.get("cancelled"), newest.get("place")
    facts = tuple(
        _fact(activity, each, *_FACTS[each.kind])
        for each in changes
        if each.kind in _FACTS and (each.kind == "correction" or each is newest[each.kind])
    )
    now = {
        "times": () if cancelled else _times(activity, changes),
        "place": _place(activity, place) if place else activity.place,
        "content": (*activity.content, *facts),
        "aliases": (*activity.aliases, *(c.value for c in changes if c.kind == "alias")),
        "submits": activity.submits or "dossier" in newest,
    }
    return ChangedActivity(
        **{**dict(activity), **now},
        planned=activity,
        cancelled=cancelled.day if cancelled else None,
    )


def _times(activity: Activity, changes: Sequence[Change]) -> tuple[Time, ...]:
    """The times by now, in the place of those that they replace."""
    times = dict(enumerate(activity.times))
    for each in changes:
        if each.kind in ("time", "confirmed"):
            before = activity.times[each.part] if each.part < len(activity.times) else None
            times[each.part] = _time(before, each)
    return tuple(times[part] for part in sorted(times))


def _time(before: Time | None, change: Change) -> NewTime:
    when = When.of(change.value)
    long = when.start is not None and when.start != when.end
    return NewTime(
        text=when.vietnamese(),
        text_en=when.english(),
        kind="range" if long else "on" if when.start else "deadline",
        start=when.start,
        end=when.end,
        peak=bool(before and before.peak),
        scope=before.scope if before else None,
        scope_en=before.scope_en if before else None,
        planned=before,
        since=change.day,
        confirmed=change.kind == "confirmed",
    )


def _place(activity: Activity, change: Change) -> NewFact:
    section = activity.section
    return NewFact(
        text=change.value, section=section, kind="place", planned=activity.place, since=change.day
    )


def _fact(
    activity: Activity, change: Change, kind: FactKind, vietnamese: str, english: str
) -> NewFact:
    return NewFact(
        text=f"{vietnamese}: {change.value}",
        text_en=f"{english}: {change.value}",
        section=activity.section,
        kind=kind,
        planned=None,
        since=change.day,
    )


_FACTS: Mapping[ChangeKind, tuple[FactKind, str, str]] = {
    "phone": ("phone", "Số điện thoại", "Phone"),
    "dossier": ("dossier", "Hồ sơ gồm", "The dossier"),
    "correction": ("correction", "Đính chính", "Correction"),
}
"""What is added to the content of an activity, and how it begins."""
