"""Parts of the plan besides its activities: theme, slogans, funding, bases, people."""

from collections.abc import Sequence

from campaign.language.dates import find_dates
from campaign.messages import Bold, Run, Text
from campaign.plan.model import Activity, Fact, Person
from campaign.talk.answers.anniversaries import kept_days
from campaign.talk.answers.due import how_long
from campaign.talk.answers.page import Ask, Line, bullets, lines, listed, shared_section
from campaign.talk.questions import Intent
from campaign.talk.times import show_day, show_span

_GROUPS = {
    Intent.SLOGANS: "slogans",
    Intent.PURPOSE: "purposes",
    Intent.REQUIREMENTS: "requirements",
    Intent.BUDGET: "budget",
    Intent.BASES: "bases",
    Intent.HISTORY: "history",
    Intent.ORGANISATION: "organisation",
    Intent.RECIPIENTS: "recipients",
    Intent.CHANNELS: "channels",
}


def group(ask: Ask) -> Text:
    """The facts of a part of the plan that were asked for, or all of them."""
    facts = ask.question.facts or _all(ask)
    if ask.question.intent is Intent.HISTORY and (not facts or _asks_years(ask, facts)):
        return lines(*kept_days(ask)) or lines(ask.say("not_part"))
    if not facts:
        return lines(ask.say("not_part"))
    if ask.question.intent is Intent.CHANNELS:
        return lines(*bullets(ask.cited(fact) for fact in facts), _no_address(ask, facts))
    if len(facts) == 1:
        return lines(_no_time(ask, facts[0]), f"{ask.cited(facts[0])}.", how_long(ask, facts[0]))
    section = shared_section(fact.section for fact in facts)
    if "no_such" in ask.question.aspects:
        head = ask.say("no_such_slogan", count=len(facts))
        return lines((head, f"{ask.section(section)}:"), *listed(ask, facts))
    head = ask.say(ask.question.intent.value, count=len(facts)).rstrip(":")
    if ask.question.intent is Intent.RECIPIENTS and ask.language == "en":
        rows = bullets(f"{ask.text(fact)} ({fact.text})" for fact in facts)
        return lines((Bold(head), f"{ask.section(section)}:"), *rows)
    rows = listed(ask, facts) if section else bullets(ask.cited(fact) for fact in facts)
    return lines((Bold(head), f"{ask.section(section)}:"), *rows)


def _asks_years(ask: Ask, facts: Sequence[Fact]) -> bool:
    """Whether the number of years was asked for, which only the days that are kept tell."""
    years = [str(each.years) for each in ask.plan.anniversaries if each.years]
    told = any(number in fact.text for number in years for fact in facts)
    narrow = bool(ask.question.facts) or "how_many" not in ask.question.aspects
    return bool(years) and not (told or narrow)


def _no_address(ask: Ask, facts: Sequence[Fact]) -> str:
    """That a channel is named, but not where to find it."""
    found = any("." in word.strip(".") for fact in facts for word in fact.text.split())
    return "" if found else ask.say("no_link")


def _no_time(ask: Ask, task: Fact) -> str:
    """A task of the organisation seldom has a time, or a place, of its own."""
    if ask.question.intent is not Intent.ORGANISATION:
        return ""
    dated = bool(find_dates(task.text, ask.today))
    for side in ("when", "where"):
        if side in ask.question.aspects and not (side == "when" and dated):
            return ask.say("only_says", what=ask.say(side).lower())
    return ""


def _all(ask: Ask) -> Sequence[Fact]:
    facts: Sequence[Fact] = getattr(ask.plan, _GROUPS[ask.question.intent])
    if ask.question.intent is Intent.BASES:
        topics = {activity.section for activity in ask.plan.activities}
        return [fact for fact in facts if fact.section not in topics] or facts
    return facts


def theme(ask: Ask) -> Text:
    """The theme of the campaign."""
    if ask.plan.theme is None:
        return lines(ask.say("not_part"))
    told = f": “{ask.text(ask.plan.theme)}”{ask.section(ask.plan.theme.section)}."
    return lines((Bold(ask.say("theme")), told))


def period(ask: Ask) -> Text:
    """When the campaign runs; from its activities where the plan states no period."""
    own = ask.plan.period
    if own is None:
        return lines(ask.no_period, ask.ended)
    told = (ask.language == "en" and own.text_en) or own.text
    head = (Bold(ask.say("period")), f": {told.rstrip('. ')}.{ask.section(own.section)}")
    return lines(head, ask.ended)


def peak(ask: Ask) -> Text:
    """The peak of the campaign."""
    own = ask.plan.period
    if own is None or own.peak is None:
        return lines(ask.say("no_peak"))
    days = show_span(own.peak.start, own.peak.end, ask.language)
    return lines((Bold(ask.say("peak")), f": {days}.{ask.section(own.section)}"), ask.ended)


def signer(ask: Ask) -> Text:
    """Who signed the plan."""
    if ask.plan.signer is None:
        return lines(ask.say("no_signer"))
    return lines((f"{ask.say('signer')}: ", *_person(ask, ask.plan.signer)))


def person(ask: Ask) -> Text:
    """The people asked for, with their offices."""
    told = [_person(ask, each) for each in ask.question.people]
    return lines(*told) if told else lines(ask.say("no_such"))


def _person(ask: Ask, each: Person) -> tuple[Run, ...]:
    role = (ask.language == "en" and each.role_en) or each.role
    return (Bold(each.name), f" – {role}{ask.section(each.section)}.")


def number(ask: Ask) -> Text:
    """The number and date of the document, as far as it states them."""
    plan = ask.plan
    if plan.number is None:
        tail = ask.say("dated", day=show_day(plan.date)) if plan.date else ask.say("undated")
        return lines(ask.say("no_number") + tail)
    tail = ask.say("dated", day=show_day(plan.date)) if plan.date else ask.say("no_date")
    return lines(ask.say("number", number=plan.number) + tail)


def issuer(ask: Ask) -> Text:
    """Who issued the plan."""
    name = (ask.language == "en" and ask.plan.issuer_en) or ask.plan.issuer
    return lines(ask.say("issuer", issuer=name))


def unit_work(ask: Ask) -> Text:
    """The activities that each unit leads (or coordinates), and its tasks in the organisation."""
    told = [line for unit in ask.question.units for line in _work(ask, unit)]
    return lines(*told) if told else lines(ask.say("no_such"))


def _work(ask: Ask, name: str) -> list[Line | str]:
    coordinates = "coordinating" in ask.question.aspects
    mine = [a for a in ask.plan.activities if name in (a.coordinating if coordinates else a.lead)]
    tasks = [] if coordinates else _tasks(ask, name)
    if not (mine or tasks):
        return [ask.say("unit_none", unit=ask.unit(name))]
    key = "unit_coordinates" if coordinates else "unit_leads"
    told = ask.unit(name)
    rows = bullets([_titled(ask, a) for a in mine] + [ask.cited(f) for f in tasks])
    return [(Bold(ask.say(key, unit=told[:1].upper() + told[1:])),), *rows]


def _titled(ask: Ask, activity: Activity) -> str:
    return f"{ask.listed(activity)}{ask.section(activity.section)}"


def _tasks(ask: Ask, unit: str) -> list[Fact]:
    return [fact for fact in ask.plan.organisation if unit.lower() in fact.text.lower()]


PARTS = {
    **dict.fromkeys(_GROUPS, group),
    Intent.THEME: theme,
    Intent.PERIOD: period,
    Intent.PEAK: peak,
    Intent.SIGNER: signer,
    Intent.PERSON: person,
    Intent.NUMBER: number,
    Intent.ISSUER: issuer,
    Intent.UNIT_WORK: unit_work,
}
