"""Messages that ask nothing of the plan: greetings, thanks, and what is outside of it."""

import re

from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question
from campaign.talk.rules import people
from campaign.talk.told import told_elsewhere

_INTENTS = {
    "help": Intent.HELP,
    "identity": Intent.IDENTITY,
    "thanks": Intent.THANKS,
    "bye": Intent.BYE,
    "greeting": Intent.GREETING,
}
_OF_AN_EVENT = ("hour", "room")
_DAY_WORD = re.compile(r"^(?:ngày|ngay)\s+", re.IGNORECASE)
_IDLE = frozenset(("follow", "confirm", "content"))


def nothing_said(case: Case) -> Question | None:
    """Emoji and signs alone."""
    if any(each.folded.isalnum() for each in case.reading.words) or case.reading.dates:
        return None
    return case.question(Intent.UNCLEAR)


def impossible_date(case: Case) -> Question | None:
    """A day that no calendar has, such as 31/2."""
    if not case.impossible or case.named:
        return None
    said = _DAY_WORD.sub("", case.impossible)
    return case.question(Intent.NO_SUCH_DAY, attribute=said)


def smalltalk(case: Case) -> Question | None:
    """Only what says nothing else: a greeting before a question is not a greeting."""
    if not case.small or case.reading.dates or case.named or case.subjects:
        return None
    if case.content and (
        case.facets - {"content"}
        or case.attributes
        or case.reading.spans("outside")
        or not case.small & {"thanks", "bye", "greeting"}
    ):
        return None
    if people.foreign_unit(case) or case.reading.spans("unit"):
        return None
    if not case.small & {"help", "identity"} and case.facets - _IDLE:
        return None
    return case.question(next(_INTENTS[name] for name in _INTENTS if name in case.small))


def outside(case: Case) -> Question | None:
    """The weather, a recipe, an order to forget all orders."""
    if case.named or not case.reading.spans("outside"):
        return None
    return case.question(Intent.OUTSIDE)


def not_stated(case: Case) -> Question | None:
    """Things that plans seldom state, where no activity was named."""
    names = case.attributes
    single = len(case.topics) == 1 and not case.reading.spans("unit")
    task = names[:1] == ("hour",) and case.reading.spans("fact")
    if not names or case.named or single or task:
        return None
    if told := told_elsewhere(case):
        return told
    numbers = case.before.activities if not case.content else ()
    if names[0] in _OF_AN_EVENT and not (numbers or case.content or case.span):
        return case.question(Intent.WHICH, aspects=frozenset({Intent.WHEN.value}))
    return case.question(Intent.NOT_STATED, activities=numbers, attribute=names[0])


def which(case: Case) -> Question | None:
    """A side of something that was not named: ask back."""
    if not case.facets & _SIDES or case.content:
        return None
    return case.question(Intent.WHICH, aspects=frozenset({_wanted(case).value}))


def _wanted(case: Case) -> Intent:
    return next(intent for name, intent in _SIDES_ASKED.items() if name in case.facets)


_SIDES_ASKED = {
    "countdown": Intent.COUNTDOWN,
    "where": Intent.WHERE,
    "coordinating": Intent.COORDINATING,
    "lead": Intent.LEAD,
    "participants": Intent.PARTICIPANTS,
    "when": Intent.WHEN,
    "weekday": Intent.WHEN,
    "start": Intent.WHEN,
    "end": Intent.WHEN,
    "content": Intent.CONTENT,
    "how": Intent.CONTENT,
}
_SIDES = frozenset(_SIDES_ASKED)
