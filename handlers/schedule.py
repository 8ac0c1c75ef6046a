"""What takes place and is due when: /lich, /homnay, /tuannay, /han."""

import datetime

from campaign.language.dates import find_dates
from campaign.messages import Outgoing
from campaign.talk.questions import Intent, Span
from handlers import questions
from handlers.visits import Visit


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/lich: the whole plan, or the days that `argument` names, or the answer to other words."""
    if not argument:
        return questions.tell(visit, Intent.OVERVIEW)
    return _tell(visit, Intent.AGENDA, argument)


def deadlines(visit: Visit, argument: str) -> list[Outgoing]:
    """/han: all deadlines, or those in the days of `argument`, or the answer to other words."""
    if not argument:
        return questions.tell(visit, Intent.DEADLINES)
    return _tell(visit, Intent.DEADLINES, argument)


def today(visit: Visit, _argument: str) -> list[Outgoing]:
    """/homnay."""
    day = visit.today
    words = "today" if visit.language == "en" else "hôm nay"
    return questions.tell(visit, Intent.AGENDA, Span(words, day, day, "day"))


def this_week(visit: Visit, _argument: str) -> list[Outgoing]:
    """/tuannay: from Monday to Sunday."""
    monday = visit.today - datetime.timedelta(days=visit.today.weekday())
    words = "this week" if visit.language == "en" else "tuần này"
    return questions.tell(
        visit, Intent.AGENDA, Span(words, monday, monday + datetime.timedelta(6), "week")
    )


def _tell(visit: Visit, intent: Intent, argument: str) -> list[Outgoing]:
    span = _span(argument, visit.today)
    return questions.tell(visit, intent, span) if span else questions.ask(visit, argument)


def _span(argument: str, today: datetime.date) -> Span | None:
    """Return the days when `argument` is one time expression and nothing else."""
    if len(argument) > questions.LONGEST:
        return None
    match find_dates(argument, today):
        case [found] if found.valid and found.length == len(argument):
            return Span(found.text, found.start, found.end, found.grain)
    return None
