"""What every answer is made of: lines, names in bold, and the section that a fact comes from."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from campaign.language.text import fold
from campaign.messages import Language, Run, Text
from campaign.plan.changes import NewFact, cancelled_on
from campaign.plan.model import Activity, Fact, Plan
from campaign.talk.handbook import Handbook
from campaign.talk.phrases import say
from campaign.talk.questions import Question
from campaign.talk.times import first_day, last_day, show_day

Line = Text

_NUMBERED = re.compile(r"(?:[IVXLC]+|[A-Z]|\d+)(?![^\W_])")
"""A section with a number: "III.8", "2.1", "A.3"; not "Căn cứ"."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to be answered on the day `today`."""

    handbook: Handbook
    question: Question
    today: datetime.date

    @property
    def plan(self) -> Plan:
        """The plan that answers."""
        return self.handbook.plan

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.question.language

    def say(self, key: str, **values: object) -> str:
        """A sentence of the bot in the language of the answer."""
        return say(self.language, key, **values)

    def activities(self) -> list[Activity]:
        """The activities that the question is about, the likeliest first."""
        return [self.handbook.activities[number] for number in self.question.activities]

    def name(self, activity: Activity) -> str:
        """The short name of `activity` in the language of the answer."""
        return (self.language == "en" and activity.name_en) or activity.name

    def listed(self, activity: Activity) -> str:
        """The short name of `activity`, with the word that it is cancelled if it is."""
        return self.name(activity) + (self.say("cancelled") if cancelled_on(activity) else "")

    def text(self, fact: Fact) -> str:
        """What a fact says in the language of the answer; what staff added, beside the plan's."""
        told = ((self.language == "en" and fact.text_en) or fact.text).rstrip(". ")
        if not isinstance(fact, NewFact):
            return told
        day = show_day(fact.since)
        if fact.kind != "place":
            return self.say("added", now=told, day=day)
        before = self.text(fact.planned) if fact.planned else self.say("nothing")
        return self.say("changed", before=before, day=day, now=told)

    def unit(self, name: str) -> str:
        """A unit of the plan in the language of the answer."""
        if self.language == "vi":
            return name
        return next((u.name_en or u.name for u in self.plan.units if u.name == name), name)

    @property
    def staff(self) -> str:
        """Whom to ask instead: the staff of the alliance, or else the office of the plan."""
        if "lien minh" in fold(self.plan.issuer):
            return self.say("ask_staff")
        return self.say("ask_office", office=self.plan.issuer)

    @property
    def no_period(self) -> str:
        """That the plan states no period, and when its activities are instead."""
        first, last = first_day(self.plan), last_day(self.plan)
        days = {"start": show_day(first), "end": show_day(last)} if first else {}
        return self.say("period_of" if days else "no_period", year=self.plan.year, **days)

    @property
    def ended(self) -> str:
        """That the campaign is over, once it is; empty before."""
        over = self.today > last_day(self.plan)
        return self.say("ended", year=self.plan.year) if over else ""

    def section(self, section: str | None) -> str:
        """ " (Mục III.8)", or the part of the document where it has no number."""
        if not section:
            return ""
        if _NUMBERED.match(section):
            return self.say("section", section=section)
        own = section.removeprefix("Phần ") if self.language == "vi" else section
        return self.say("part", section=own)

    def cited(self, fact: Fact) -> str:
        """What a fact says, with its section."""
        return self.text(fact) + self.section(fact.section)


def lines(*parts: Iterable[Run] | str) -> Text:
    """Join lines, each a string or a sequence of runs, leaving empty ones out."""
    text: list[Run] = []
    for part in parts:
        runs = [part] if isinstance(part, str) else list(part)
        if any(runs):
            text += (["\n"] if text else []) + runs
    return tuple(text)


def bullets(texts: Iterable[str]) -> list[str]:
    """Texts as lines of a list."""
    return [f"• {text}" for text in texts]


def listed(ask: Ask, facts: Iterable[Fact]) -> list[str]:
    """Facts as bullets. A section that all share is named once, by the caller."""
    return bullets(ask.text(fact) for fact in facts)


def shared_section(sections: Iterable[str | None]) -> str | None:
    """The section that all come from, cut to what is common: V.1 and V.2 give V."""
    known = {section for section in sections if section}
    if len(known) == 1:
        return known.pop()
    heads = {section.split(".")[0] for section in known}
    return heads.pop() if len(heads) == 1 else None
