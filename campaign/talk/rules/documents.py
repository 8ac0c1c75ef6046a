"""Questions about the documents that a plan rests on."""

import re

from campaign.plan.model import Basis
from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question

_DOCUMENT = re.compile(
    r"\b(?:ke hoach|nghi quyet|cong van|chuong trinh|plan|resolution|letter|programme|program"
    r"|document|van ban|nq|cv)(?: hanh dong)?(?: (?:so|no|number))? 0*(\d+)\b"
)


_YEAR = re.compile(r"(?:19|20)\d\d")


def dated(case: Case) -> Question | None:
    """What the plan tells of a day in another year: "11/4/1946 là ngày gì?"."""
    span = case.span
    if case.named or span is None or span.start is None or span.start != span.end:
        return None
    day = span.start
    if day.year == case.handbook.plan.year:
        return None
    written = re.compile(rf"\b0?{day.day}/0?{day.month}/{day.year}\b")
    told = tuple(fact for fact in case.handbook.plan.history if written.search(fact.text))
    if told:
        return case.question(Intent.HISTORY, facts=told)
    found = _by_day(case)
    return case.question(Intent.BASES, facts=found) if found else None


def document(case: Case) -> Question | None:
    """A document by its kind and number, a keyword, or its date: "văn bản ngày 1/3/2024"."""
    found = _by_number(case) or _by_keyword(case)
    if not found and "bases" in case.subjects and not case.named:
        found = _by_day(case)
        if not found and (_numbers(case) or _exact_day(case)):
            return case.question(Intent.NOT_STATED, attribute="document")
    if not found:
        return None
    return case.question(Intent.BASES, facts=_likeliest(case, found), aspects=case.aspects)


def _by_number(case: Case) -> tuple[Basis, ...]:
    if case.named:
        return ()
    asked = _DOCUMENT.findall(case.sentence)
    if "bases" in case.subjects:
        asked += _numbers(case)
    return tuple(b for b in case.handbook.plan.bases if b.number and _leading(b.number) in asked)


def _numbers(case: Case) -> list[str]:
    """Figures that may be the number of a document; a law is called by its year instead."""
    return [w.lstrip("0") for w in case.said if w.isdigit() and not _YEAR.fullmatch(w)]


def _leading(number: str) -> str:
    """The digits that a document is called by: 9 of 09/NQ-CP."""
    return re.split(r"\D", number.lstrip("0"), maxsplit=1)[0]


def _by_keyword(case: Case) -> tuple[Basis, ...]:
    """By a keyword of the plan that has a number in it."""
    found = [
        (case.handbook.entries[int(f.label[5:])].fact, case.reading.words[f.start : f.end])
        for f in case.reading.spans("fact")
    ]
    return tuple(
        fact
        for fact, said in found
        if isinstance(fact, Basis) and any(each.folded.isdigit() for each in said)
    )


def _by_day(case: Case) -> tuple[Basis, ...]:
    days = {date.start for date in case.reading.dates if date.valid}
    return tuple(b for b in case.handbook.plan.bases if b.date and b.date in days)


def _exact_day(case: Case) -> bool:
    """Whether a day was named with its year, as on a document."""
    return any(date.year_said and date.grain == "day" for date in case.reading.dates)


def _likeliest(case: Case, found: tuple[Basis, ...]) -> tuple[Basis, ...]:
    """The one that the other words of the question fit best, or all of them."""
    best = [match.entry.fact for match in case.group_matches("bases")][:1]
    return tuple(basis for basis in found if basis in best) or found
