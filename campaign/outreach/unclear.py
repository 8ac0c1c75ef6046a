"""What keeps the words of staff from being a moment, where it can be told."""

import re
from dataclasses import dataclass
from datetime import datetime

from campaign.language.dates import find_dates
from campaign.language.text import clean
from campaign.language.weekdays import WrongWeekday, wrong_weekdays
from campaign.outreach.warnings import NoSuchDay
from campaign.zone import VIETNAM

_HOUR = re.compile(r"\d\s?[hg:]")


@dataclass(frozen=True, slots=True)
class NoHour:
    """`text` is a day, and no hour of it was said."""

    text: str


def why_unclear(text: str, now: datetime) -> WrongWeekday | NoSuchDay | NoHour | None:
    """Return what is wrong with `text` as a moment, meant at `now` (aware); None if it is unknown.

    `text` is such that `campaign.outreach.moments.read_moment` cannot read it.
    """
    said, today = " ".join(clean(text).split()), now.astimezone(VIETNAM).date()
    days = find_dates(said, today)
    if wrong := next(wrong_weekdays(said, today), None):
        return wrong
    if impossible := next((day for day in days if not day.valid), None):
        return NoSuchDay(impossible.text)
    if len(days) == 1 and days[0].grain == "day" and not _HOUR.search(said.lower()):
        return NoHour(days[0].text)
    return None
