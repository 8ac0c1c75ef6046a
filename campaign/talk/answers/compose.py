"""One answer for every question: the composer of its kind, and the buttons under it."""

import datetime
from collections.abc import Callable

from campaign.messages import Bold, Button, Buttons, Reply, Run, Text
from campaign.talk.answers.countdown import countdown
from campaign.talk.answers.diary import agenda, coming, deadlines, overview, untimed
from campaign.talk.answers.page import Ask, lines
from campaign.talk.answers.parts import PARTS
from campaign.talk.answers.sides import SIDES
from campaign.talk.answers.updates import added, changes, since_then
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.attributes import ATTRIBUTES
from campaign.talk.questions import Intent, Question
from campaign.talk.times import describe

_OF_THEIR_TIME = frozenset({*SIDES, Intent.UNIT_WORK}) - {Intent.WHEN, Intent.TITLE}
"""Answers that do not speak of time, and so do not show that all of it is over."""
_ABOUT_ACTIVITIES = frozenset({*SIDES, Intent.COUNTDOWN, Intent.NOT_STATED})
_PER_ROW = 6
_LABEL = 40


def answer(handbook: Handbook, question: Question, today: datetime.date) -> Reply:
    """Compose the reply to `question` as of the day `today`."""
    ask = Ask(handbook, question, today)
    text = lines(_COMPOSERS[question.intent](ask), *(_COMPOSERS[s](ask) for s in question.sides))
    if question.award and question.intent is not Intent.NOT_STATED:
        text = lines(_other_award(ask), text)
    if question.intent in _ABOUT_ACTIVITIES:
        text = since_then(ask, text)
    if question.intent in _OF_THEIR_TIME:
        text = lines(text, ask.ended)
    return Reply(text, _buttons(ask))


def _other_award(ask: Ask) -> str:
    own = ask.activities()[0].award
    return ask.say("other_award", asked=ask.question.award, own=own)


def not_stated(ask: Ask) -> Text:
    """That the plan does not say it, and what it does say instead of a guess."""
    question = ask.question
    if question.award and not question.activities:
        return lines(ask.say("no_award", asked=question.award))
    if question.attribute == "document":
        return lines(ask.say("no_document"))
    if told := added(ask):
        return told
    if question.attribute:
        return lines(_attribute(ask), ask.staff)
    if question.activities:
        return lines(_of_activity(ask, "no_detail"), ask.staff)
    key = "no_deadline_there" if "deadline" in question.aspects else "no_such"
    return lines(f"{ask.say(key)} {ask.staff}")


def _attribute(ask: Ask) -> tuple[Run, ...]:
    vietnamese, english, _ = ATTRIBUTES[ask.question.attribute]
    what = vietnamese if ask.language == "vi" else english
    if not ask.question.activities:
        return (ask.say("no_attribute", what=what),)
    runs = _of_activity(ask, "no_attribute_of", what=what)
    activity = ask.activities()[0]
    if ask.question.attribute == "hour" and activity.times:
        return (*runs, f" {ask.say('when')}: {describe(activity.times[0], ask.language)}.")
    return runs


def _of_activity(ask: Ask, key: str, **values: str) -> tuple[Run, ...]:
    activity = ask.activities()[0]
    name, section = Bold(ask.name(activity)), ask.section(activity.section)
    return (f"{ask.say(key, **values)} ", name, f"{section}.")


def _sentence(ask: Ask) -> Text:
    title = (ask.language == "en" and ask.plan.title_en) or ask.plan.title
    issuer = (ask.language == "en" and ask.plan.issuer_en) or ask.plan.issuer
    key = ask.question.intent.value
    return lines(ask.say(key, title=title, issuer=issuer, day=ask.question.attribute))


def _awards(ask: Ask) -> Text:
    told = [
        (Bold(activity.award), f": {ask.name(activity)}{ask.section(activity.section)}.")
        for activity in ask.plan.activities
        if activity.award
    ]
    return lines(*told) if told else lines(ask.say("no_such"))


def _buttons(ask: Ask) -> Buttons:
    """Activities to choose from, or the way to the next page."""
    intent, plan = ask.question.intent, ask.plan
    if intent is Intent.WHICH:
        wanted = next(iter(ask.question.aspects), Intent.CARD.value)
        numbers = ask.question.activities or tuple(ask.handbook.activities)
        return tuple(
            (Button(_label(ask, number), f"pick:{plan.id}:{wanted}:{number}"),)
            for number in numbers
        )
    if intent is Intent.OVERVIEW:
        keys = [Button(str(n), f"page:{plan.id}:{n}") for n in ask.handbook.activities]
        return tuple(tuple(keys[i : i + _PER_ROW]) for i in range(0, len(keys), _PER_ROW))
    if intent is Intent.CARD and ask.question.page:
        return (_turn_pages(ask),)
    return ()


def _label(ask: Ask, number: int) -> str:
    name = ask.name(ask.handbook.activities[number])
    return f"{number}. {name if len(name) <= _LABEL else name[: _LABEL - 1] + '…'}"


def _turn_pages(ask: Ask) -> tuple[Button, ...]:
    numbers = list(ask.handbook.activities)
    here = numbers.index(ask.question.page)
    before = [Button("‹", f"page:{ask.plan.id}:{numbers[here - 1]}")] if here else []
    after = numbers[here + 1 : here + 2]
    return (
        *before,
        Button(ask.say("list_button"), f"page:{ask.plan.id}:0"),
        *(Button("›", f"page:{ask.plan.id}:{number}") for number in after),
    )


_COMPOSERS: dict[Intent, Callable[[Ask], Text]] = {
    **SIDES,
    **PARTS,
    Intent.CHANGES: changes,
    Intent.COUNTDOWN: countdown,
    Intent.AGENDA: agenda,
    Intent.NEXT: coming,
    Intent.DEADLINES: deadlines,
    Intent.OVERVIEW: overview,
    Intent.UNTIMED: untimed,
    Intent.AWARDS: _awards,
    Intent.NOT_STATED: not_stated,
    **dict.fromkeys(
        (
            Intent.GREETING,
            Intent.HELP,
            Intent.IDENTITY,
            Intent.THANKS,
            Intent.BYE,
            Intent.WHICH,
            Intent.UNCLEAR,
            Intent.OUTSIDE,
            Intent.NO_SUCH_DAY,
        ),
        _sentence,
    ),
}
