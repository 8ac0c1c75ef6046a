"""When staff want something sent, in their words: "8h sáng thứ Hai tuần sau"."""

import re
from datetime import date, datetime, time, timedelta

from campaign.language.dates import find_dates
from campaign.language.patterns import phrase
from campaign.language.text import clean
from campaign.language.weekdays import wrong_weekdays
from campaign.messages import Language
from campaign.outreach.hours import Hour, cut_hour
from campaign.outreach.waits import read_wait
from campaign.talk.times import show_day, show_weekday
from campaign.zone import VIETNAM

QUIET_FROM = time(21, 0)
QUIET_TO = time(6, 30)
"""Between these, in Vietnam, people are left alone."""

_DAY = timedelta(days=1)
_HALF_A_YEAR = timedelta(days=183)
_LIMIT = 200
"""Longer is no moment."""

_POLITE = re.compile(
    phrase(
        r"(?<!\w)(?:xin|hãy|gửi|đăng|phát|hẹn|giờ|đi|luôn|cho|mình|tôi|em|giúp|vào|lúc|khoảng|đúng"
        r"|tầm|là|nhé|nha|nhá|ạ|ngay|send|it|please|at|on|the|in)(?!\w)"
    )
)
_NOW = re.compile(
    phrase(
        r"(?:gửi |đăng |phát )?(?:ngay(?: và)? luôn|ngay(?: (?:bây giờ|lập tức|lúc này|đi))?"
        r"|luôn(?: đi)?|(?:bây|bi) giờ|lúc này|(?:right )?now|at once|immediately)"
        r"(?: (?:nhé|nha|ạ|đi|please))?\W{0,3}"
    )
)
_SHORT_WEEKDAY = re.compile(r"(?<!\d\s)\bt(?=[2-7]\b)", re.IGNORECASE)
_WEEK_FIRST = re.compile(
    phrase(r"(tuần (?:sau|tới|này)),? (thứ \w{1,3}|chủ nhật|cn)\b"), re.IGNORECASE
)


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return the moment that `text` names, as meant at `now` (aware), in the time of Vietnam.

    An hour without a day is the next time that it is that hour. None for a day without an hour,
    for a date with another day's weekday, and for what says more than a moment. The moment may be
    past, where the words say so.
    """
    said = " ".join(clean(text).split())
    local = now.astimezone(VIETNAM)
    if len(said) > _LIMIT:
        return None
    if _NOW.fullmatch(said.lower()):
        return local
    try:
        wait = read_wait(said.lower())
        return local + wait if wait else _at_some_hour(spelt_out(said), local)
    except (ValueError, OverflowError):
        return None


def spelt_out(said: str) -> str:
    """Return "T2" and "tuần sau thứ 2" as the date grammar has them."""
    return _WEEK_FIRST.sub(r"\2 \1", _SHORT_WEEKDAY.sub("thứ ", said))


def _at_some_hour(said: str, now: datetime) -> datetime | None:
    found = cut_hour(said)
    if found is None or any(wrong_weekdays(said, now.date())):
        return None
    hour, rest = found
    days = find_dates(rest, now.date())
    for each in reversed(days):
        rest = f"{rest[: each.offset]} {rest[each.offset + each.length :]}"
    if len(days) > 1 or re.search(r"\w", _POLITE.sub(" ", hour.without_part(rest.lower()))):
        return None
    if not days:
        return _next_time(hour, now)
    day = days[0]
    if day.start is None or day.start != day.end:
        return None
    return _on(_turn(day.start, now.date(), year_said=day.year_said), hour)


def _turn(day: date, today: date, *, year_said: bool) -> date:
    """In December, "2/1" is of the next year. Raises ValueError for a day that it does not have."""
    long_past = not year_said and today - day > _HALF_A_YEAR
    return day.replace(year=day.year + 1) if long_past else day


def _next_time(hour: Hour, now: datetime) -> datetime:
    at = _on(now.date(), hour)
    return at if at > now else at + _DAY


def _on(day: date, hour: Hour) -> datetime:
    midnight = datetime.combine(day, time(0), VIETNAM)
    return midnight + timedelta(hours=hour.hour, minutes=hour.minute)


def is_quiet(moment: datetime) -> bool:
    """Whether people in Vietnam are asleep or about to be: 21:00 to 6:30."""
    clock = moment.astimezone(VIETNAM).time()
    return clock >= QUIET_FROM or clock < QUIET_TO


def quiet_until(moment: datetime) -> datetime:
    """Return when people may be spoken to again, who are asleep at `moment`."""
    local = moment.astimezone(VIETNAM)
    morning = local.replace(hour=QUIET_TO.hour, minute=QUIET_TO.minute, second=0, microsecond=0)
    return morning if local < morning else morning + _DAY


def show_moment(moment: datetime, language: Language) -> str:
    """8:00 thứ Hai 18/3/2024 (giờ Việt Nam)."""
    local = moment.astimezone(VIETNAM)
    day = f"{show_weekday(local.date(), language)} {show_day(local.date())}"
    zone = "Vietnam time" if language == "en" else "giờ Việt Nam"
    return f"{local.hour}:{local.minute:02} {day} ({zone})"
