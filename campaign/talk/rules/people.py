"""Questions about the people and the units of a plan."""

import re

from campaign.language.words import words
from campaign.plan.model import Person, Unit
from campaign.talk.case import Case
from campaign.talk.lexicon.shorthand import SHORTHAND
from campaign.talk.naming import people, units
from campaign.talk.questions import Intent, Question

_OFFICE_WORDS = 4
_NAME_WORDS = 2
_MOST = 0.75
_FOREIGN_UNIT = re.compile(
    r"\b(?:phong|trung tam|ban|so)\s+(?!trao\b|nao\b|ban\b|gi\b|may\b|lam\b|to\b)[a-z]+"
    r"|[a-z]+ (?:department|centre|center|division|board)\b"
)


def person(case: Case) -> Question | None:
    """Somebody by name or by office, or who signed the plan."""
    if case.named or case.span or "signer" in case.subjects:
        return None
    everybody = people(case.handbook.plan)
    found = tuple(dict.fromkeys(everybody[int(p)] for p in case.reading.labels("person")))
    if found and "ky" in case.content:
        return signer(case)
    found = found or _by_office(case)
    if found:
        return case.question(Intent.PERSON, people=found)
    return case.question(Intent.NOT_STATED) if _asks_for_somebody(case) else None


def signer(case: Case) -> Question:
    """Who signed the plan."""
    own = case.handbook.plan.signer
    return case.question(Intent.SIGNER, people=(own,) if own else ())


def _by_office(case: Case) -> tuple[Person, ...]:
    """The person whose office has nearly all the words of a question for "who"."""
    asked = set(case.content)
    if "who" not in case.facets or len(asked) < _OFFICE_WORDS:
        return ()
    everybody = people(case.handbook.plan)
    return tuple(p for p in everybody if len(asked & _office(p)) >= _MOST * len(asked))


def _office(each: Person) -> set[str]:
    said = [word for text in (each.role, each.role_en or "") for word in words(text)]
    spelt = " ".join(SHORTHAND.get(word.text, (word.text,))[0] for word in said)
    return {word.folded for word in words(spelt)}


def _asks_for_somebody(case: Case) -> bool:
    """ "X là ai?", "ông X giữ chức gì?" with a name that the plan does not have."""
    enough = 1 if "office" in case.facets else _NAME_WORDS
    if len(case.content) < enough or case.reading.labels("unit") or case.topics:
        return False
    asks = case.sentence.endswith((" la ai", " la ai vay")) or "who is" in case.sentence
    return asks or "office" in case.facets


def unit_work(case: Case) -> Question | None:
    """What a unit does: "văn phòng chủ trì việc gì"."""
    every = units(case.handbook.plan)
    asked = [every[int(place)] for place in case.reading.labels("unit")]
    if case.named or case.span or case.subjects - {"overview", "campaign", "organisation"}:
        return None
    asks = case.facets & {"content", "work", "lead", "coordinating", "how_many", "follow"}
    if not (asks or "overview" in case.subjects or _only_unit(case)):
        return None
    if not case.facets & {"work", "coordinating"}:
        asked = [unit for unit in asked if _has_work(case, unit)]
    if not asked:
        return None
    led = tuple(a.no for a in case.handbook.plan.activities if asked[0].name in a.lead)
    if led and "coordinating" in case.facets and "voi" in case.said:
        return case.question(Intent.COORDINATING, activities=led)
    return case.question(
        Intent.UNIT_WORK,
        units=tuple(dict.fromkeys(unit.name for unit in asked)),
        aspects=case.aspects,
    )


def _has_work(case: Case, unit: Unit) -> bool:
    """Whether the plan charges the unit with anything, so that a bare name may ask for it."""
    plan = case.handbook.plan
    leads = any(unit.name in activity.lead for activity in plan.activities)
    return leads or any(unit.name in fact.text for fact in plan.organisation)


def _only_unit(case: Case) -> bool:
    said = {p for f in case.reading.spans("unit") for p in range(f.start, f.end)}
    return bool(said) and all(position in said for position in case.reading.content)


def foreign_unit(case: Case) -> Question | None:
    """The work of a unit that this plan does not know."""
    if case.reading.spans("unit") or case.attributes:
        return None
    asks_work = "work" in case.facets or case.sentence.endswith(" do")
    if not asks_work or not _FOREIGN_UNIT.search(case.sentence):
        return None
    return case.question(Intent.NOT_STATED)
