"""What a person has to look at before a plan that was read is published, and what they make of it.

Each doubt is about the plan as a whole, about an activity, or about a time of one.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.language.dates import find_dates
from campaign.language.text import clean, fold
from campaign.language.weekdays import wrong_weekdays
from campaign.plan.model import Activity, Person, Plan, Time
from campaign.reader.checks import Problem
from campaign.reader.findings import Doing
from campaign.reader.names import aliases, short_name
from campaign.reader.reading import Reading
from campaign.reader.times import Calendar, times_of
from campaign.reader.units import units

_WHOLE = {"no_title": "title", "no_issuer": "issuer", "no_number": "number"}
_OF_TIMES = {
    *("no_time", "unread_time", "early_deadline", "early_time", "other_year", "outside_period"),
    *("wrong_weekday", "no_such_day"),
}
_SIGNS = "Người ký"


class UnclearError(ValueError):
    """What was written in place of something doubtful cannot be understood."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem of the document; `no` is the activity of the plan that it is about, and `time`
    the wording of one of its times.
    """

    problem: Problem
    no: int | None = None
    time: str | None = None

    @property
    def mendable(self) -> bool:
        """Whether the right words can be put in its place."""
        code = self.problem.code
        if code in _WHOLE or code in ("no_date", "no_signer"):
            return True
        return self.no is not None and (code in _OF_TIMES or code in ("no_lead", "same_name"))

    @property
    def removable(self) -> bool:
        """Whether what is doubtful can be left out: a time, or an activity."""
        return self.no is not None


def doubts_of(reading: Reading, plan: Plan) -> list[Doubt]:
    """Return the doubts about `plan`, which was made of `reading`."""
    pairs = list(zip(reading.activities, plan.activities, strict=True))
    return [_about(problem, pairs) for problem in reading.problems]


def _about(problem: Problem, pairs: Sequence[tuple[Doing, Activity]]) -> Doubt:
    for doing, activity in pairs:
        if problem.code in _OF_TIMES:
            for when in doing.times:
                if when.line == problem.line:
                    return Doubt(problem, activity.no, when.time.text)
        if doing.title.line == problem.line:
            return Doubt(problem, activity.no)
    return Doubt(problem)


def mended(plan: Plan, doubt: Doubt, words: str) -> Plan:
    """Return the plan with `words` in the place of what is doubtful. Raises UnclearError."""
    said = " ".join(clean(words).split())
    if not said or not doubt.mendable:
        raise UnclearError(said)
    code = doubt.problem.code
    if code in _WHOLE:
        return plan.model_copy(update={_WHOLE[code]: said})
    if code == "no_signer":
        return plan.model_copy(update={"signer": Person(name=said, role=_SIGNS)})
    if code == "no_date":
        return plan.model_copy(update={"date": _day(plan, said)})
    return _with(plan, _mended_activity(plan, _activity(plan, doubt), doubt, said))


def _mended_activity(plan: Plan, activity: Activity, doubt: Doubt, said: str) -> Activity:
    match doubt.problem.code:
        case "no_lead":
            return activity.model_copy(update={"lead": units(said) or (said,)})
        case "same_name":
            if any(fold(said) == fold(each.title) for each in plan.activities):
                raise UnclearError(said)
            named = {"title": said, "name": short_name(said), "aliases": aliases(said)}
            return activity.model_copy(update=named)
        case _:
            return _with_times(activity, doubt, _times(plan, activity, doubt, said))


def _times(plan: Plan, activity: Activity, doubt: Doubt, said: str) -> list[Time]:
    old = next((time for time in activity.times if time.text == doubt.time), None)
    due = old is not None and old.kind == "deadline"
    found = times_of(said, Calendar(plan.year, plan.date), due=due)
    wrong = next(wrong_weekdays(said, plan.date or Calendar(plan.year).today), None)
    if wrong or not any(time.start or time.end for time in found):
        raise UnclearError(said)
    return found


def _with_times(activity: Activity, doubt: Doubt, new: Sequence[Time]) -> Activity:
    kept = [time for time in activity.times if time.text != doubt.time]
    return activity.model_copy(update={"times": tuple(dict.fromkeys([*kept, *new]))})


def without(plan: Plan, doubt: Doubt) -> Plan:
    """Return the plan without what is doubtful: the time, or else the activity.

    Raises UnclearError where nothing can be left out, since a plan has an activity at least.
    """
    if not doubt.removable:
        raise UnclearError
    if doubt.time is not None:
        return _with(plan, _with_times(_activity(plan, doubt), doubt, []))
    rest = tuple(each for each in plan.activities if each.no != doubt.no)
    if not rest:
        raise UnclearError
    return plan.model_copy(update={"activities": rest})


def is_gone(doubt: Doubt, plan: Plan) -> bool:
    """Say whether the plan no longer has the activity, or the time, that the doubt is about."""
    if doubt.no is None:
        return False
    about = next((each for each in plan.activities if each.no == doubt.no), None)
    if about is None or doubt.time is None:
        return about is None
    return all(time.text != doubt.time for time in about.times)


def _activity(plan: Plan, doubt: Doubt) -> Activity:
    found = next((each for each in plan.activities if each.no == doubt.no), None)
    if found is None:
        raise UnclearError
    return found


def _with(plan: Plan, changed: Activity) -> Plan:
    activities = tuple(changed if each.no == changed.no else each for each in plan.activities)
    return plan.model_copy(update={"activities": activities})


def _day(plan: Plan, said: str) -> datetime.date:
    days = [each for each in find_dates(said, Calendar(plan.year).today) if each.valid]
    if len(days) != 1 or days[0].start is None or days[0].start != days[0].end:
        raise UnclearError(said)
    return days[0].start
