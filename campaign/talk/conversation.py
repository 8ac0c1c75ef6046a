"""The door to the wing: one turn of a conversation about a plan."""

import datetime
from dataclasses import dataclass, replace

from campaign.messages import Language, Reply
from campaign.talk.answers.compose import answer
from campaign.talk.facets import WHICH
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Context, Intent, Question, Span
from campaign.talk.understanding import understand

__all__ = ["Context", "Turn", "ask", "show"]


@dataclass(frozen=True, slots=True)
class Turn:
    """The reply, the context for the next turn, and what was understood (for the question log)."""

    reply: Reply
    context: Context
    intent: Intent
    activities: tuple[int, ...]
    language: Language


def ask(
    handbook: Handbook,
    text: str,
    today: datetime.date,
    context: Context | None = None,
    language: Language | None = None,
) -> Turn:
    """Answer free `text` on the day `today` in Vietnam; `language` None follows the text."""
    before = _still_there(handbook, context or Context())
    question = understand(handbook, text, today, before, language)
    return _turn(handbook, question, today, before)


def show(  # noqa: PLR0913 - each is a choice of its own, by keyword
    handbook: Handbook,
    intent: Intent,
    today: datetime.date,
    *,
    activity: int | None = None,
    span: Span | None = None,
    page: int = 0,
    language: Language = "vi",
) -> Turn:
    """Answer a command or a button, where nothing needs to be guessed.

    `page` of OVERVIEW is the number of the activity to turn to, 0 for the list itself. An activity
    or a page that the plan does not have gives the list.
    """
    numbers = (activity,) if activity is not None and activity in handbook.activities else ()
    if intent is Intent.OVERVIEW and page in handbook.activities:
        question = Question(Intent.CARD, language, (page,), page=page)
    elif activity is not None and not numbers:
        question = Question(Intent.OVERVIEW, language)
    else:
        question = Question(intent, language, numbers, span)
    return _turn(handbook, question, today, Context())


def _turn(handbook: Handbook, question: Question, today: datetime.date, before: Context) -> Turn:
    return Turn(
        answer(handbook, question, today),
        _context(question, before),
        question.intent,
        question.activities,
        question.language,
    )


def _still_there(handbook: Handbook, before: Context) -> Context:
    """The context without activities that the plan no longer has: plans are edited."""
    numbers = tuple(number for number in before.activities if number in handbook.activities)
    return replace(before, activities=numbers)


_PASSING = {
    Intent.GREETING,
    Intent.THANKS,
    Intent.BYE,
    Intent.HELP,
    Intent.IDENTITY,
    Intent.UNCLEAR,
    Intent.OUTSIDE,
    Intent.NO_SUCH_DAY,
}


def _context(question: Question, before: Context) -> Context:
    """What the next turn may refer to: a word of thanks in between changes nothing."""
    if question.intent in _PASSING:
        return before
    span = question.span
    if question.intent is Intent.NOT_STATED and not question.activities:
        return before
    if question.intent is Intent.DEADLINES and span and span.end is None:
        return before  # there is no next one
    if question.intent is Intent.WHICH:
        wanted = next(iter(question.aspects), Intent.CARD.value)
        return replace(before, intent=f"{WHICH}{wanted}", activities=question.activities)
    return Context(
        question.intent.value,
        question.activities,
        span.start if span else None,
        span.end if span else None,
        next(iter(question.units), ""),
        question.people[0].name if question.people else "",
        question.facts[0].text if len(question.facts) == 1 else "",
    )
