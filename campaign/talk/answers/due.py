"""How long it is to the day by which a statement of the plan wants something."""

import datetime
import re

from campaign.language.dates import DateMatch, find_dates
from campaign.plan.model import Fact
from campaign.talk.answers.page import Ask
from campaign.talk.times import show_day

_AT_THE_LATEST = re.compile(r"\bhạn\b[^.;]*$", re.IGNORECASE)


def how_long(ask: Ask, fact: Fact) -> str:
    """The days that are left, or that have passed; nothing where no deadline was asked for, or the
    fact does not have exactly one.
    """
    if "deadline" not in ask.question.aspects:
        return ""
    dates = find_dates(fact.text, datetime.date(ask.plan.year, 1, 1))
    due = [day for date in dates if (day := _last_safe_day(fact.text, date))]
    return days_to(ask, due[0]) if len(due) == 1 else ""


def days_to(ask: Ask, last: datetime.date) -> str:
    """How many days are left until the `last` safe one, or have passed since."""
    days = (last - ask.today).days
    if days < 0:
        return ask.say("passed", days=-days)
    return ask.say("left", days=days, day=show_day(last)) if days else ask.say("last_today")


def _last_safe_day(text: str, date: DateMatch) -> datetime.date | None:
    """The day of "trước 25/3", which is 24/3, or of "hạn cuối 6/5"."""
    if date.start is None:
        return date.end
    said = _AT_THE_LATEST.search(text[: date.offset])
    return date.end if said and date.grain == "day" else None
