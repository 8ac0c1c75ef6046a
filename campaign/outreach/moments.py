"""Moments in words: "8h sáng thứ Hai tuần sau", in Vietnam's time."""

import datetime
import re
from zoneinfo import ZoneInfo

from campaign.language.dates import find_dates
from campaign.messages import Language
from campaign.talk.times import show_day, show_weekday

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_HOUR = re.compile(
    r"\b([01]?\d|2[0-3])\s*(?:h|g|giờ|:)\s*([0-5]\d)?\s*(sáng|trưa|chiều|tối)?\b", re.IGNORECASE
)
_NOON = 12
_QUIET = (datetime.time(21), datetime.time(6))


def read_moment(text: str, now: datetime.datetime) -> datetime.datetime | None:
    """Return the moment that `text` names; None where it names no hour, or one that is over."""
    here = now.astimezone(VIETNAM)
    hour = _HOUR.search(text)
    if hour is None:
        return None
    rest = f"{text[: hour.start()]} {text[hour.end() :]}"
    days = [match.start for match in find_dates(rest, here.date()) if match.start]
    day = days[0] if days else here.date()
    moment = datetime.datetime.combine(day, _time(*hour.groups()), VIETNAM)
    if moment <= here and not days:
        moment += datetime.timedelta(days=1)
    return moment.astimezone(datetime.UTC) if moment > here else None


def _time(hour: str, minute: str | None, part: str | None) -> datetime.time:
    number = int(hour)
    late = (part or "").lower() in {"chiều", "tối"} and number < _NOON
    return datetime.time(number + _NOON * late, int(minute or 0))


def is_quiet(moment: datetime.datetime) -> bool:
    """Say whether people sleep at that moment."""
    time = moment.astimezone(VIETNAM).time()
    return time >= _QUIET[0] or time < _QUIET[1]


def show_moment(moment: datetime.datetime, language: Language) -> str:
    """Return the moment with its time zone."""
    here = moment.astimezone(VIETNAM)
    zone = "giờ Việt Nam" if language == "vi" else "Vietnam time"
    day = f"{show_weekday(here.date(), language)} {show_day(here.date())}"
    return f"{here:%H:%M} {day} ({zone})"
