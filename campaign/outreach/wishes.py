"""What a member wants to be reminded of, in plain words: "nhắc tôi trước 3 ngày về hội thao"."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from campaign.language.dates import DateMatch, find_dates
from campaign.language.numerals import SMALL_WORDS, number
from campaign.language.patterns import exact, phrase
from campaign.language.text import clean
from campaign.language.weekdays import wrong_weekdays
from campaign.outreach.ahead import Ahead, by_the_clock, cut_ahead, lasting
from campaign.outreach.hours import Hour, count_hours, cut_hour
from campaign.outreach.moments import read_moment, spelt_out
from campaign.outreach.reminders import midnight, reminders_of
from campaign.outreach.waits import read_wait
from campaign.plan.model import Activity
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Intent
from campaign.talk.times import is_about, is_deadline
from campaign.talk.understanding import understand
from campaign.zone import VIETNAM

LONGEST = 200
"""In characters: longer is no wish that can be kept."""

_ME = (
    r"(?:tôi|mình|em|tớ|tui|cháu|t|mk|e|me|us|chúng (?:tôi|em|mình)|bọn (?:mình|em)|anh|chị|bác|cô)"
)
_CALL = (
    r"(?:(?:bạn|bot|loa|ad|ơi|hãy|xin|làm ơn|giúp|nhờ|phiền|có thể|cho (?:tôi|mình|em) hỏi|hẹn giờ"
    r"|please|can you|could you)\W{1,3}){0,5}"
)
_FIRST = re.compile(
    phrase(
        rf"{_CALL}(?:(?:(?:đặt|hẹn|tạo) (?:lịch |lời )?)?nhắc(?: nhở)?"
        rf"(?! (?:lại|đến|{exact('tới')}|việc gì)\b)"
        rf"(?: (?:cho |giúp |hộ |dùm |giùm )?{_ME}\b)?|remind {_ME}\b)"
    )
)
_LATER = re.compile(
    phrase(
        r"(?<!\w)(?:(?:bạn|bot|loa|hãy|nhờ|thì|giúp) ){0,3}"
        rf"(?:nhắc(?: nhở)? (?:cho |giúp |hộ )?{_ME}|remind {_ME})(?!\w)"
    )
)
_REPEATED = re.compile(
    phrase(
        r"(?<!\w)(?:mỗi|hàng|hằng|every|each) (?:ngày|tuần|tháng|thứ|sáng|chiều|tối|day|week|month"
    )
    + phrase(
        r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\w)|(?<!\w)(?:daily|weekly)(?!\w)"
    )
)
_SOON = re.compile(
    phrase(r"(?<!\w)(?:lát|tí|tý|chút|ít|ít phút|vài phút|mấy phút) nữa(?!\w)"), re.IGNORECASE
)
"""These are no moment, and still ask."""
_WEEKS = re.compile(
    phrase(rf"(?<!\w)(?<!thứ\s)(?P<many>\d|{SMALL_WORDS}) tuần (?:nữa|sau)(?!\w)"), re.IGNORECASE
)
_NO_MORE = re.compile(
    phrase(
        r"(?<!\w)(?:đừng|khỏi|thôi|hủy|huỷ|bỏ|xóa|xoá|không (?:cần|muốn)|ngừng|dừng|tắt)"
        r"(?: (?:các|những|hết|mọi|tất cả|bạn|phải)){0,3} (?:lời )?nhắc(?! đến)"
        r"|(?:don't|do not|stop|cancel)"
        r" (?:the |my |all )?remind"
    )
)
_WHICH = re.compile(
    phrase(
        rf"(?<!\w)(?:lời nhắc (?:của|riêng)|các lời nhắc|đã nhờ (?:bạn )?nhắc"
        rf"|nhắc {_ME} (?:những|việc) gì|my reminders)(?!\w)"
    )
)
_BARE_HOUR = re.compile(
    phrase(r"(?<!\w)(lúc|at) (\d{1,2})(?![\w/.:-]| ?(?:giờ|h|g|rưỡi|kém|[ap]\.?m|ngày|phút)\b)"),
    re.IGNORECASE,
)
_EDGE = (
    r"hãy|về|việc|là|rằng|để|cho|vào|lúc|khi|có|đi|nhé|nha|nhá|với|ạ|thì|trước|của|of|about|to|that"
    r"|the|for|at|on|please|được không|không|ad"
)
_JOINT = r"[\s,.;:!?…–—\-\"'“”/]|\([\s,.…]*\)"
_EDGES = re.compile(phrase(rf"^(?:(?:{_EDGE})(?!\w)|{_JOINT})+|(?:(?<!\w)(?:{_EDGE})|{_JOINT})+$"))
_LAST_HOUR = 23
_DEFAULT_HOURS = ("8:00", "14:00", "19:00")
"""Added to a day without an hour; "chiều mai" is not eight o'clock."""

Fault = Literal["repeated", "no_day", "long"]
"""Why a wish cannot be kept: one reminds once, no calendar has 31 February, it is a novel."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to be reminded of: `words` as they typed them.

    At `moment` (aware), or else ahead of one of the `activities`: `before` days, at `hour`, or by
    hours and minutes, of which `hour` is then when it begins. None is what was not said. With a
    `fault`, `words` are what is at fault.
    """

    words: str
    moment: datetime.datetime | None = None
    activities: tuple[int, ...] = ()
    before: Ahead | None = None
    hour: datetime.time | None = None
    fault: Fault | None = None


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
    if len(said.lower()) != len(said):
        return None
    first = _FIRST.match(said.lower())
    if len(said) > LONGEST:
        return Asked("", fault="long") if first else None
    if first:
        return _asked(handbook, said[first.end() :], now)
    later = _LATER.search(said.lower())
    if later is None:
        return None
    rest = f"{said[: later.start()]} {said[later.end() :]}"
    asked = _asked(handbook, rest, now)
    ahead = asked.moment is not None and (asked.moment > now or count_hours(rest) > 0)
    return asked if ahead or asked.before is not None or asked.fault or _SOON.search(rest) else None


def asks_for_list(text: str) -> bool:
    """Whether `text` asks what one will be reminded of, or wants no more of it."""
    said = " ".join(clean(text).lower().split())
    return len(said) <= LONGEST and bool(_NO_MORE.search(said) or _WHICH.search(said))


def anchor(activity: Activity, today: datetime.date) -> Anchor | None:
    """Return the day of `activity` that comes next, a named one if possible; None if none does."""
    days = [
        Anchor(each.day, exact=each.before > 0 and not any(map(is_about, each.times)))
        for each in reminders_of(activity)
        if each.day >= today
    ]
    return min(days, key=lambda each: (not each.exact, each.day), default=None)


def begins_at(activity: Activity, day: datetime.date) -> datetime.time | None:
    """Return the hour that is stated for `day`, when the activity begins or is due; None if none.

    Of several, the first.
    """
    days = [time for time in activity.times if day in {time.start, time.end}]
    found = [hour for time in days if (hour := _cut_hour(time.text)[0])]
    return min((datetime.time(each.hour, each.minute) for each in found), default=None)


def moment_before(day: datetime.date, days: int, hour: datetime.time) -> datetime.datetime:
    """Return the moment `days` ahead of `day`."""
    ahead = day - datetime.timedelta(days=days)
    return datetime.datetime.combine(ahead, hour, VIETNAM)


def put_off(
    activity: Activity, at: datetime.datetime, until: datetime.datetime, today: datetime.date
) -> tuple[datetime.datetime, datetime.datetime] | None:
    """Return the moment as far ahead of the activity's new day as `at` is of its old one, and
    when that is over. None where the old day, which is over at `until`, still is one of it, and
    where there is no new one.
    """
    old = until.astimezone(VIETNAM).date() - datetime.timedelta(days=1)
    found = anchor(activity, today)
    if found is None or any(each.day == old for each in reminders_of(activity)):
        return None
    new = over_after(found.day)
    return at + (new - until), new


def over_after(day: datetime.date) -> datetime.datetime:
    """Return when reminding of `day` has become pointless."""
    return midnight(day + datetime.timedelta(days=1))


def _asked(handbook: Handbook, said: str, now: datetime.datetime) -> Asked:
    today = now.astimezone(VIETNAM).date()
    if _REPEATED.search(said.lower()):
        return Asked(_trimmed(said), fault="repeated")
    rest, before = cut_ahead(said)
    rest = lasting(rest)
    if before is None and (found := _after_a_while(rest, now)):
        return found
    said_hour, rest = _cut_hour(by_the_clock(rest))
    short = said_hour is not None or not _activities(handbook, _trimmed(rest), today)
    rest, days = _cut_days(rest, today, short=short)
    if wrong := [day.text for day in days if not day.valid]:
        return Asked(wrong[0], fault="no_day")
    if len(days) > 1 or any(wrong_weekdays(rest, today)):
        return Asked(_trimmed(rest))
    left, hour = _without(rest, days), None
    if said_hour:
        left = said_hour.without_part(left)
        hour = datetime.time(said_hour.hour, said_hour.minute)
    words = _trimmed(left)
    about = _activities(handbook, words, today)
    if before is not None and (lead := _lead(before, days, hour, about)):
        moment = _moment(days, hour, now)
        return Asked(words, moment - lead if moment and moment > now else moment)
    if before is not None or not (days or hour) or (about and not _is_day(days)):
        return Asked(words, None, about, before, hour)
    return Asked(words, _moment(days, hour, now) if _is_day(days) or not days else None)


def _lead(
    before: Ahead, days: list[DateMatch], hour: datetime.time | None, about: tuple[int, ...]
) -> datetime.timedelta | None:
    """Return how long before the moment that was said it is; None where `about` has a day."""
    if isinstance(before, datetime.timedelta):
        return before if hour and (_is_day(days) or not about) else None
    return datetime.timedelta(days=before) if _is_day(days) and not about else None


def _cut_days(said: str, today: datetime.date, *, short: bool) -> tuple[str, list[DateMatch]]:
    """Return the days in `said`, and `said` itself; if none is, "t2" may be `short`."""
    said = _WEEKS.sub(lambda match: f"{7 * number(match['many'].lower())} ngày nữa", said)
    days = find_dates(said, today)
    spelt = spelt_out(said) if short and not _is_day(days) else said
    return (said, days) if spelt == said else (spelt, find_dates(spelt, today))


def _is_day(days: list[DateMatch]) -> bool:
    return bool(days) and days[0].start is not None and days[0].start == days[0].end


def _moment(
    days: list[DateMatch], hour: datetime.time | None, now: datetime.datetime
) -> datetime.datetime | None:
    """Return the moment of one day or of none, and of an hour or of none."""
    day = days[0].text if days else ""
    hours = (f"{hour:%H:%M}",) if hour else _DEFAULT_HOURS
    return next((found for each in hours if (found := read_moment(f"{day} {each}", now))), None)


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


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each end of the words and what is left, the longest ones first."""
    for length in range(len(words), 0, -1):
        yield " ".join(words[-length:]), " ".join(words[:-length])
        yield " ".join(words[:length]), " ".join(words[length:])


def _cut_hour(said: str) -> tuple[Hour | None, str]:
    found = cut_hour(_BARE_HOUR.sub(r"\1 \2h", said))
    if found is None or found[0].hour > _LAST_HOUR:
        return None, said
    return found


def _trimmed(words: str) -> str:
    """Return the words without those that only join them to the rest."""
    found = _EDGES.sub("", words.lower())
    start = words.lower().find(found)
    return " ".join(words[start : start + len(found)].split()).replace(" ,", ",")


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
