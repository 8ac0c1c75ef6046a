"""What groups are reminded of, and when: computed from the plan, so that nothing has to be kept."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from campaign.language.text import fold
from campaign.plan.model import Activity, Plan, Time
from campaign.talk.questions import Span
from campaign.talk.times import all_times, fixed_in, is_about, is_deadline, years_of
from campaign.zone import VIETNAM

Kind = Literal["deadline", "start", "peak", "digest"]
KINDS: tuple[Kind, ...] = ("deadline", "start", "peak", "digest")

_DAY = datetime.timedelta(days=1)
_SUNDAY = datetime.timedelta(days=6)
_MONTH = datetime.timedelta(days=27)
"""What lasts longer, begins on no day that one would put into a diary."""
_NEWS = datetime.timedelta(days=6)
"""For how long after its first day it is still news that something has begun."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a campaign reminds its groups.

    `hour` is a time of day in Vietnam; the days are those before the last safe day of a deadline
    and before the start of a dated activity. `digest` is the list of the week, on Mondays.
    """

    hour: datetime.time = datetime.time(8)
    deadline_days: tuple[int, ...] = (14, 7, 3, 1, 0)
    start_days: tuple[int, ...] = (7, 1)
    digest: bool = True

    def at(self, hour: int | None) -> "Schedule":
        """Return the same at an hour of the day; None leaves it as it is."""
        return self if hour is None else replace(self, hour=datetime.time(hour))


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder, to be sent at the moment `at`; from `until` on it is of no use.

    It reminds of `day`: the last safe day of a deadline, the first one of anything else, the
    Monday of a week. `activity` None stands for the campaign as a whole. Of the activities
    `without`, a week does not name the deadlines.
    """

    kind: Kind
    activity: Activity | None
    times: tuple[Time, ...]
    day: datetime.date
    before: int
    at: datetime.datetime
    until: datetime.datetime
    without: frozenset[int] = frozenset()

    @property
    def target(self) -> tuple[Kind, int, datetime.date]:
        """What it reminds of: of several reminders of the same, the newest says all."""
        return (self.kind, self.activity.no if self.activity else 0, self.day)

    @property
    def key(self) -> str:
        """Its name within the campaign, which depends neither on the hour nor on numbers.

        A new edition of a plan may number its activities otherwise.
        """
        title = fold(self.activity.title) if self.activity else ""
        about = sha256(title.encode()).hexdigest()[:16]
        return f"{self.kind}:{about}:{self.day}:{self.before}"


@dataclass(frozen=True, slots=True)
class _Target:
    """Something to be reminded of `before` days ahead; after the day `over` it is no news."""

    kind: Kind
    activity: Activity | None
    times: tuple[Time, ...]
    day: datetime.date
    before: tuple[int, ...]
    over: datetime.date


def reminders(plan: Plan, schedule: Schedule) -> list[Reminder]:
    """Return every reminder of the plan but the digests, the first ones first."""
    found = [each for target in _targets(plan, schedule) for each in _spread(target, schedule)]
    return sorted(found, key=_order)


def reminders_of(activity: Activity) -> list[Reminder]:
    """Return the usual reminders of one activity; one that counts no days names no day."""
    usual = Schedule()
    return [
        each
        for time in activity.times
        for target in _of(activity, time, usual)
        for each in _spread(target, usual)
    ]


def falls_due(
    plan: Plan, schedule: Schedule, since: datetime.datetime, now: datetime.datetime
) -> list[Reminder]:
    """Return what is to be sent after `since` and by `now` (both aware), the first ones first."""
    days = _days(schedule, since, now)
    if not days:
        return []
    found = [each for each in reminders(plan, schedule) if since < each.at <= now]
    if schedule.digest:
        begin, end = years_of(plan)
        mondays = (day for day in days if day.weekday() == 0 and begin - _SUNDAY <= day <= end)
        found += [each for monday in mondays for each in _digest(plan, schedule, monday)]
    return sorted(found, key=_order)


def sort_out(
    due: Iterable[Reminder], now: datetime.datetime
) -> tuple[list[Reminder], list[Reminder]]:
    """Return which of `due` are to be sent at `now`, and which have lost their point.

    Of several reminders of the same only the newest is sent: after an outage it says all.
    """
    newest = {each.target: each for each in sorted(due, key=_order)}
    helpful = [each for each in newest.values() if now < each.until]
    return helpful, [each for each in newest.values() if each.until <= now]


def week(
    plan: Plan, monday: datetime.date, without: frozenset[int] = frozenset()
) -> list[tuple[Activity | None, Time]]:
    """Return what a diary has for the week that begins on `monday`.

    It has no deadline whose last safe day is over, and none of the activities `without`. None
    stands for the campaign, whose peak begins.
    """
    peak = plan.period.peak if plan.period else None
    sunday = monday + _SUNDAY
    whole: list[tuple[Activity | None, Time]]
    whole = [(None, peak)] if peak and peak.start and monday <= peak.start <= sunday else []
    return whole + [
        (activity, time)
        for activity, time in fixed_in(plan, Span("", monday, sunday, "week"))
        if not is_deadline(time) or (time.end and time.end >= monday and activity.no not in without)
    ]


def fingerprint(plan: Plan, schedule: Schedule) -> str:
    """Return a mark of what falls due when, and of its words: of the plan and the schedule."""
    found = [(each.key, each.at.isoformat(), *_words(each)) for each in reminders(plan, schedule)]
    return sha256(repr((schedule, found)).encode()).hexdigest()[:16]


def _words(each: Reminder) -> Iterator[object]:
    """Yield what a reminder says by: less than all of it, which would take long."""
    yield each.activity and each.activity.name
    for time in each.times:
        yield from (time.text, time.tentative)


def due_day(key: str) -> datetime.date:
    """Return the day on which what has this `Reminder.key` falls due."""
    _, _, day, before = key.split(":")
    return datetime.date.fromisoformat(day) - _DAY * int(before)


def midnight(day: datetime.date) -> datetime.datetime:
    """Return the moment at which `day` begins in Vietnam."""
    return datetime.datetime.combine(day, datetime.time(), VIETNAM)


def _order(each: Reminder) -> tuple[datetime.datetime, bool, datetime.date, int]:
    number = each.activity.no if each.activity else 0
    return (each.at, each.kind == "digest", each.day, number)


def _days(
    schedule: Schedule, since: datetime.datetime, now: datetime.datetime
) -> list[datetime.date]:
    """Return the days whose hour comes after `since` and by `now`: mostly none."""
    first = since.astimezone(VIETNAM).date()
    number = (now.astimezone(VIETNAM).date() - first).days + 1
    days = (first + _DAY * offset for offset in range(number))
    return [day for day in days if since < _moment(day, schedule) <= now]


def _moment(day: datetime.date, schedule: Schedule) -> datetime.datetime:
    return datetime.datetime.combine(day, schedule.hour, VIETNAM)


def _spread(target: _Target, schedule: Schedule) -> Iterator[Reminder]:
    before = sorted(set(target.before), reverse=True)
    moments = [_moment(target.day - _DAY * days, schedule) for days in before]
    ends = [*moments, midnight(target.over + _DAY)][1:]
    for days, moment, end in zip(before, moments, ends, strict=True):
        yield Reminder(target.kind, target.activity, target.times, target.day, days, moment, end)


def _digest(plan: Plan, schedule: Schedule, monday: datetime.date) -> Iterator[Reminder]:
    if week(plan, monday):
        end = midnight(monday + _SUNDAY + _DAY)
        yield Reminder("digest", None, (), monday, 0, _moment(monday, schedule), end)


def _targets(plan: Plan, schedule: Schedule) -> Iterable[_Target]:
    """Return what there is to be reminded of; several times of an activity may be one of it."""
    found: dict[tuple[Kind, int, datetime.date], _Target] = {}
    pairs: list[tuple[Activity | None, Time]] = [*all_times(plan)]
    if plan.period and plan.period.peak:
        pairs.append((None, plan.period.peak))
    for activity, time in pairs:
        for each in _of(activity, time, schedule):
            place = (each.kind, activity.no if activity else 0, each.day)
            times = (*found[place].times, time) if place in found else (time,)
            found[place] = _Target(each.kind, activity, times, each.day, each.before, each.over)
    return found.values()


def _of(activity: Activity | None, time: Time, schedule: Schedule) -> Iterator[_Target]:
    if time.end and is_deadline(time):
        yield _Target("deadline", activity, (time,), time.end, schedule.deadline_days, time.end)
    if time.start and time.kind != "deadline":
        kind: Kind = "peak" if time.peak else "start"
        before, over = _notice(time, time.start, schedule)
        yield _Target(kind, activity, (time,), time.start, before, over)


def _notice(
    time: Time, start: datetime.date, schedule: Schedule
) -> tuple[tuple[int, ...], datetime.date]:
    """Return how many days ahead one says when `time` begins, and until when it is news."""
    end = time.end or datetime.date.max
    if time.peak or end - start >= _MONTH:
        return (0,), min(end, start + _NEWS)
    if is_about(time):  # nobody knows its day, so that days are not counted
        return schedule.start_days and (max(schedule.start_days),), start
    return schedule.start_days, start
