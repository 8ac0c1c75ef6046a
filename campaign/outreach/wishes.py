"""What a member wants to be reminded of, in plain words: "nhắc tôi trước 3 ngày về hội thao"."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.language.dates import DateMatch, find_dates
from campaign.language.numerals import ENGLISH_WORDS, SMALL_WORDS, number
from campaign.language.patterns import phrase
from campaign.language.text import clean
from campaign.language.weekdays import wrong_weekdays
from campaign.outreach.hours import cut_hour
from campaign.outreach.moments import read_moment
from campaign.outreach.reminders import midnight, reminders_of
from campaign.outreach.waits import read_wait
from campaign.plan.model import Activity
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Intent
from campaign.talk.times import is_about, is_deadline
from campaign.talk.understanding import understand
from campaign.zone import VIETNAM

LONGEST = 200
"""In characters: longer is no wish."""
USUAL_HOUR = datetime.time(8)

_ME = (
    r"(?:tôi|mình|em|tớ|tui|cháu|t|mk|e|me|us|chúng (?:tôi|em|mình)|bọn (?:mình|em)|anh|chị|bác|cô)"
)
_CALL = r"(?:(?:bạn|bot|loa|ad|ơi|hãy|xin|làm ơn|giúp|phiền|please|can you|could you)\W{1,3})*"
_FIRST = re.compile(
    phrase(
        rf"{_CALL}(?:(?:(?:đặt|hẹn|tạo) (?:lịch |lời )?)?nhắc(?: nhở)?"
        r"(?! (?:lại|đến|tới|việc gì)\b)"
        rf"(?: (?:cho |giúp |hộ |dùm |giùm )?{_ME}\b)?|remind {_ME}\b)"
    )
)
_LATER = re.compile(
    phrase(rf"(?<!\w)(?:nhắc(?: nhở)? (?:cho |giúp |hộ )?{_ME}|remind {_ME})(?!\w)")
)
_AHEAD = re.compile(
    phrase(
        rf"(?<![\w/])(?P<many>\d{{1,3}}|{SMALL_WORDS}|{ENGLISH_WORDS}) "
        r"(?P<unit>ngày|hôm|tuần|days?|weeks?)(?! (?:nữa|tới|sau)\b)(?![\w/])"
    )
)
_BEFORE = re.compile(phrase(r"(?<!\w)(?:trước(?! ngày)|before|ahead of|in advance|sớm)(?!\w)"))
_SAME_DAY = re.compile(phrase(r"(?<!\w)(?:đúng (?:ngày|hôm)(?: đó)?|on the day)(?!\w)"))
_EDGE = (
    r"hãy|về|việc|là|rằng|để|cho|vào|lúc|khi|có|đi|nhé|nha|nhá|với|ạ|thì|trước|của|of|about|to|that"
    r"|the|for|at|on|please"
)
_EDGES = re.compile(phrase(rf"^(?:(?:{_EDGE})(?!\w)|\W)+|(?:(?<!\w)(?:{_EDGE})|\W)+$"))
_LAST_HOUR = 23
_DEFAULT_HOURS = ("8:00", "14:00", "19:00")
"""Added to a day without an hour; "chiều mai" is not eight o'clock."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to be reminded of: `words` as they typed them.

    At `moment` (aware), or else `before` days ahead of one of the `activities`, at `hour`; None
    is what was not said.
    """

    words: str
    moment: datetime.datetime | None = None
    activities: tuple[int, ...] = ()
    before: int | None = None
    hour: datetime.time | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of an activity from which one counts; `exact` where the plan names that day."""

    day: datetime.date
    exact: bool


def read_wish(handbook: Handbook, text: str, now: datetime.datetime) -> Asked | None:
    """Return what `text` asks to be reminded of at `now` (aware); None where it asks no such thing.

    An `Asked` without a moment and activities asks, but does not say of what.
    """
    said = " ".join(clean(text).split())
    if len(said) > LONGEST or len(said.lower()) != len(said):
        return None
    if first := _FIRST.match(said.lower()):
        return _asked(handbook, said[first.end() :], now)
    later = _LATER.search(said.lower())
    if later is None:
        return None
    asked = _asked(handbook, f"{said[: later.start()]} {said[later.end() :]}", now)
    return asked if asked.moment or asked.before is not None else None


def anchor(activity: Activity, today: datetime.date) -> Anchor | None:
    """Return the day of `activity` that comes next, a named one if possible; None if none does."""
    days = [
        Anchor(each.day, exact=each.before > 0 and not any(map(is_about, each.times)))
        for each in reminders_of(activity)
        if each.day >= today
    ]
    return min(days, key=lambda each: (not each.exact, each.day), default=None)


def moment_before(day: datetime.date, days: int, hour: datetime.time) -> datetime.datetime:
    """Return the moment `days` ahead of `day`."""
    ahead = day - datetime.timedelta(days=days)
    return datetime.datetime.combine(ahead, hour, VIETNAM)


def over_after(day: datetime.date) -> datetime.datetime:
    """Return when reminding of `day` has become pointless."""
    return midnight(day + datetime.timedelta(days=1))


def _asked(handbook: Handbook, said: str, now: datetime.datetime) -> Asked:
    today = now.astimezone(VIETNAM).date()
    rest, before = _cut_before(said)
    if before is None and (found := _after_a_while(rest, now)):
        return found
    hour, rest = _cut_hour(rest)
    days = find_dates(rest, today)
    if len(days) > 1 or any(not day.valid for day in days) or any(wrong_weekdays(rest, today)):
        return Asked(_trimmed(rest))
    words = _trimmed(_without(rest, days))
    about = _activities(handbook, words, today)
    if before is not None or not (days or hour) or (about and not _is_day(days)):
        return Asked(words, None, about, before, hour)
    return Asked(words, _moment(days, hour, now) if _is_day(days) or not days else None)


def _is_day(days: list[DateMatch]) -> bool:
    return bool(days) and days[0].start is not None and days[0].start == days[0].end


def _moment(
    days: list[DateMatch], hour: datetime.time | None, now: datetime.datetime
) -> datetime.datetime | None:
    """Return the moment of one day or of none, and of an hour or of none."""
    day = days[0].text if days else ""
    hours = (f"{hour:%H:%M}",) if hour else _DEFAULT_HOURS
    return next((found for each in hours if (found := read_moment(f"{each} {day}", now))), None)


def _after_a_while(said: str, now: datetime.datetime) -> Asked | None:
    """Read "gọi điện 30 phút nữa", at either end."""
    for end, rest in _splits(said.split()):
        if wait := read_wait(end.lower()):
            return Asked(_trimmed(rest), now + wait)
    return None


def _without(said: str, days: list[DateMatch]) -> str:
    for each in days:
        said = f"{said[: each.offset]} {said[each.offset + each.length :]}"
    return said


def _cut_before(said: str) -> tuple[str, int | None]:
    """Cut "trước 3 ngày" out; return the rest and the number of days."""
    lowered = said.lower()
    if same := _SAME_DAY.search(lowered):
        return f"{said[: same.start()]} {said[same.end() :]}", 0
    ahead, word = _AHEAD.search(lowered), _BEFORE.search(lowered)
    if not ahead or not word:
        return said, None
    days = number(ahead["many"]) * (7 if ahead["unit"][0] in "tw" else 1)
    rest = said
    for match in sorted((ahead, word), key=lambda each: -each.start()):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return rest, days


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each end of the words and what is left, the longest ones first."""
    for length in range(len(words), 0, -1):
        yield " ".join(words[-length:]), " ".join(words[:-length])
        yield " ".join(words[:length]), " ".join(words[length:])


def _cut_hour(said: str) -> tuple[datetime.time | None, str]:
    found = cut_hour(said)
    if found is None or found[0].hour > _LAST_HOUR:
        return None, said
    hour, rest = found
    return datetime.time(hour.hour, hour.minute), hour.without_part(rest)


def _trimmed(words: str) -> str:
    """Return the words without those that only join them to the rest."""
    found = _EDGES.sub("", words.lower())
    start = words.lower().find(found)
    return " ".join(words[start : start + len(found)].split())


def _activities(handbook: Handbook, words: str, today: datetime.date) -> tuple[int, ...]:
    """Return the activities that the words may mean."""
    if not words:
        return ()
    question = understand(handbook, words, today)
    if question.intent is Intent.DEADLINES and not question.activities:
        return tuple(
            activity.no
            for activity in handbook.plan.activities
            if any(map(is_deadline, activity.times)) and activity.submits
        )
    return question.activities
