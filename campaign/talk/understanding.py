"""From a message to a question: rules in the order in which they are tried."""

import datetime
import re
from collections.abc import Callable

from campaign.messages import Language
from campaign.language.templates import Found
from campaign.language.words import words
from campaign.plan.model import Basis, Fact, Person
from campaign.talk.case import Case, facts_of
from campaign.talk.answers.diary import fixed_activities
from campaign.talk.evidence import linked
from campaign.talk.facets import aspects, facet_question
from campaign.talk.followup import follow_up, next_deadline
from campaign.talk.handbook import Entry, Handbook, people
from campaign.talk.lexicon.phrases import FILLER_WORDS
from campaign.talk.lexicon.subjects import AWARD_NAMES
from campaign.talk.questions import Context, Intent, Question, Span
from campaign.talk.reading import read

_SMALL = {
    "help": Intent.HELP,
    "identity": Intent.IDENTITY,
    "thanks": Intent.THANKS,
    "bye": Intent.BYE,
    "greeting": Intent.GREETING,
}
_SUBJECTS: dict[str, tuple[Intent, str]] = {
    "slogans": (Intent.SLOGANS, "slogans"),
    "theme": (Intent.THEME, ""),
    "signer": (Intent.SIGNER, ""),
    "number": (Intent.NUMBER, ""),
    "issuer": (Intent.ISSUER, ""),
    "recipients": (Intent.RECIPIENTS, "recipients"),
    "budget": (Intent.BUDGET, "budget"),
    "history": (Intent.HISTORY, "history"),
    "bases": (Intent.BASES, "bases"),
    "requirements": (Intent.REQUIREMENTS, "requirements"),
    "purpose": (Intent.PURPOSE, "purposes"),
    "organisation": (Intent.ORGANISATION, "organisation"),
    "channels": (Intent.CHANNELS, "channels"),
    "awards": (Intent.AWARDS, ""),
}
_FIT = 0.8
"""How well a fact of the plan must fit to answer by itself."""


def understand(
    handbook: Handbook,
    text: str,
    today: datetime.date,
    before: Context | None = None,
    language: Language | None = None,
) -> Question:
    """Return what `text` asks on the day `today`; `before` is what it may refer to.

    `language` None follows the text.
    """
    case = Case(handbook, read(handbook, text, today, language), today, before or Context())
    for rule in _RULES:
        if (question := rule(case)) is not None:
            return question
    return Question(Intent.UNCLEAR, case.reading.language)


def _nothing_said(case: Case) -> Question | None:
    if any(each.folded.isalnum() for each in case.reading.words) or case.reading.dates:
        return None
    return Question(Intent.UNCLEAR, case.reading.language)


def _impossible_date(case: Case) -> Question | None:
    if not case.impossible or case.named:
        return None
    return Question(Intent.NO_SUCH_DAY, case.reading.language, attribute=case.impossible)


def _smalltalk(case: Case) -> Question | None:
    """Only what says nothing else: a greeting before a question is not a greeting."""
    if not case.small or case.content or case.reading.dates or case.named:
        return None
    if case.small & {"help", "identity"} and not case.subjects:
        pass
    elif case.subjects or case.facets - {"follow", "confirm", "content"}:
        return None
    intent = next(_SMALL[name] for name in _SMALL if name in case.small)
    return Question(intent, case.reading.language)


def _other_award(case: Case) -> Question | None:
    """The award under the name that another alliance's plan gives it."""
    own = next((a for a in case.handbook.plan.activities if a.award), None)
    for name in case.reading.labels("award"):
        asked = AWARD_NAMES[int(name)]
        if own is None:
            return Question(Intent.NOT_STATED, case.reading.language, award=asked[0])
        if own.award not in asked:
            return facet_question(case, (own.no,), award=asked[0])
    return None


def _activity(case: Case) -> Question | None:
    if not case.named:
        return None
    if _another_year(case):
        return Question(Intent.AGENDA, case.reading.language, span=case.span)
    return _about(case)


def _another_year(case: Case) -> bool:
    year, span = case.handbook.plan.year, case.span
    return bool(span and span.start and span.start.year > year and case.today.year <= year)


def _guessed_activity(case: Case) -> Question | None:
    """An activity that was described rather than named."""
    if not case.topics or (case.span and case.facets <= {"content", "follow", "work"}):
        return None
    other = case.subjects - _COMBINED and case.topics[0].score < _STRONG
    if other or case.reading.spans("outside"):
        return None
    return _about(case)


_COMBINED = frozenset("purpose requirements peak awards campaign overview".split())
_STRONG = 2.5


def _about(case: Case) -> Question:
    numbers = tuple(topic.activity for topic in case.topics)
    if len(numbers) > 1 and not _same_answer(case, numbers):
        return Question(
            Intent.WHICH, case.reading.language, numbers, aspects=frozenset({_asked(case, numbers)})
        )
    return facet_question(case, numbers)


def _asked(case: Case, numbers: tuple[int, ...]) -> str:
    return facet_question(case, numbers).intent.value


def _same_answer(case: Case, numbers: tuple[int, ...]) -> bool:
    """Several activities may be answered together where the answer is a line for each."""
    return "deadline" in case.facets and all(case.activity(n).submits for n in numbers)


_REFERENCE = re.compile(
    r"(?:hoat dong|muc|viec|activity|item|number|section|so|no)\W*(?:so|thu|number|no)?\W*"
    r"(?:[ivx]+\s+)?\s*(\d{1,2})\b(?!\s*(?:[/-]|thang|sao))"
)


def _numbered(case: Case) -> Question | None:
    """An activity by its number: "hoạt động số 5", "mục III.8"."""
    said = " ".join(each.folded for each in case.reading.words)
    if case.facets & {"first_item", "last_item"} and not case.named:
        numbers = sorted(case.handbook.activities)
        return facet_question(case, (numbers[0 if "first_item" in case.facets else -1],))
    match = _REFERENCE.search(said)
    if match is None or case.named or case.subjects & {"bases", "number"}:
        return None
    if int(match[1]) not in case.handbook.activities:
        return None
    return facet_question(case, (int(match[1]),))


def _person(case: Case) -> Question | None:
    named = people(case.handbook.plan)
    found = tuple(dict.fromkeys(named[int(p)] for p in case.reading.labels("person")))
    if case.named or case.span or "signer" in case.subjects:
        return None
    if found and "ky" in case.content:
        return _signer(case)
    if not found:
        found = _held_office(case)
    if not found and _asks_for_person(case):
        return Question(Intent.NOT_STATED, case.reading.language)
    if not found:
        return None
    return Question(Intent.PERSON, case.reading.language, people=found, aspects=aspects(case))


def _signer(case: Case) -> Question:
    signer = case.handbook.plan.signer
    return Question(
        Intent.SIGNER, case.reading.language, people=(signer,) if signer else (), span=None
    )


def _held_office(case: Case) -> tuple[Person, ...]:
    """The person whose office has nearly all the words of a question for "who"."""
    asked = set(case.content)
    if "who" not in case.facets or len(asked) < _OFFICE:
        return ()
    return tuple(
        person
        for person in people(case.handbook.plan)
        if len(asked & _office_words(person)) >= _MOST_WORDS * len(asked)
    )


def _asks_for_person(case: Case) -> bool:
    """ "X là ai?", "ông X giữ chức gì?" about a name that the plan does not have."""
    said = " ".join(each.folded for each in case.reading.words)
    if len(case.content) < _NAME or case.reading.labels("unit") or case.topics:
        return False
    return "office" in case.facets or said.endswith((" la ai", " la ai vay")) or "who is" in said


_NAME = 2


def _office_words(person: Person) -> set[str]:
    return {each.folded for text in (person.role, person.role_en or "") for each in words(text)}


_OFFICE = 4
_MOST_WORDS = 0.75


def _foreign_unit(case: Case) -> Question | None:
    """The work of a unit that this plan does not know."""
    if case.reading.spans("unit") or case.reading.labels("attribute"):
        return None
    said = " ".join(each.folded for each in case.reading.words)
    asks_work = "work" in case.facets or said.endswith(" do")
    if not asks_work or not _UNIT.search(said):
        return None
    return Question(Intent.NOT_STATED, case.reading.language)


_UNIT = re.compile(
    r"\b(?:phong|trung tam|ban|so)\s+(?!nao\b|ban\b|gi\b|may\b|lam\b|to\b)[a-z]+"
    r"|[a-z]+ (?:department|centre|center|division|board)\b"
)


def _not_stated(case: Case) -> Question | None:
    """Things that plans seldom state, where no activity was named."""
    for name in case.reading.labels("attribute"):
        if not case.named:
            return Question(
                Intent.NOT_STATED,
                case.reading.language,
                activities=case.before.activities if len(case.content) == 0 else (),
                attribute=name,
            )
    return None


def _outside(case: Case) -> Question | None:
    if not case.reading.spans("outside") or case.named:
        return None
    return Question(Intent.OUTSIDE, case.reading.language)


def _basis(case: Case) -> Question | None:
    """A document by its number or its date: "nghị quyết 785", "văn bản ngày 1/3/2024"."""
    by_keyword = [
        case.handbook.entries[int(f.label[5:])].fact
        for f in case.reading.spans("fact")
        if case.handbook.entries[int(f.label[5:])].group == "bases" and _has_number(case, f)
    ]
    if by_keyword:
        return Question(
            Intent.BASES, case.reading.language, facts=tuple(by_keyword), aspects=aspects(case)
        )
    if "bases" not in case.subjects or case.named:
        return None
    numbers = {each.folded.lstrip("0") for each in case.reading.words if each.folded.isdigit()}
    days = {date.start for date in case.reading.dates if date.valid}
    found = tuple(
        basis
        for basis in case.handbook.plan.bases
        if (basis.number and basis.number.split("/")[0].split("-")[0].lstrip("0") in numbers)
        or (basis.date and basis.date in days)
    )
    if found:
        return Question(
            Intent.BASES,
            case.reading.language,
            facts=_best_bases(case, found),
            aspects=aspects(case),
        )
    if numbers:
        return Question(Intent.NOT_STATED, case.reading.language, attribute="document")
    return None


def _has_number(case: Case, found: Found) -> bool:
    return any(each.folded.isdigit() for each in case.reading.words[found.start : found.end])


def _best_bases(case: Case, found: tuple[Basis, ...]) -> tuple[Basis, ...]:
    fitting = [m.entry.fact for m in case.group_matches("bases")]
    return tuple(basis for basis in found if basis in fitting[:1]) or found


def _unit_work(case: Case) -> Question | None:
    """What a unit does: "văn phòng chủ trì việc gì"."""
    units = case.reading.labels("unit")
    if not units or case.named or case.subjects - {"overview", "campaign", "organisation"}:
        return None
    asks = case.facets & {"content", "work", "lead", "coordinating", "how_many", "follow"}
    if case.span or not (asks or "overview" in case.subjects or _only_unit(case)):
        return None
    plan = case.handbook.plan
    found = [plan.units[int(position)] for position in units]
    charged = {name for activity in plan.activities for name in activity.lead}
    tasks = " ".join(fact.text for fact in plan.organisation)
    if not (case.facets & {"work", "coordinating"}):
        found = [unit for unit in found if unit.name in charged or unit.name in tasks]
    if not found:
        return None
    return Question(
        Intent.UNIT_WORK, case.reading.language, unit=found[0].name, aspects=aspects(case)
    )


def _only_unit(case: Case) -> bool:
    said = {p for f in case.reading.spans("unit") for p in range(f.start, f.end)}
    return all(position in said for position in case.reading.content())


def _campaign_time(case: Case) -> Question | None:
    """When the whole campaign takes place, and its peak."""
    if case.named or case.subjects - {"campaign", "overview", "peak"}:
        return None
    asks_time = case.facets & {"when", "start", "end", "countdown"}
    if "peak" in case.subjects and not case.topics:
        intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent.PEAK
        return Question(intent, case.reading.language, aspects=aspects(case) | {"peak"})
    if "campaign" in case.subjects and "why" in case.facets and not case.content:
        return Question(Intent.PURPOSE, case.reading.language)
    if "campaign" in case.subjects and asks_time and not (case.content or case.span):
        intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent.PERIOD
        return Question(intent, case.reading.language, aspects=aspects(case))
    return None


def _subject(case: Case) -> Question | None:
    for name, (intent, group) in _SUBJECTS.items():
        if name in case.subjects and not case.named:
            if name == "budget" and case.facets & {"lead", "who"} and (tasks := _tasks(case)):
                return Question(Intent.ORGANISATION, case.reading.language, facts=tasks)
            if intent is Intent.SIGNER:
                return _signer(case)
            if name == "history" and "countdown" in case.facets and not case.span:
                return _to_anniversary(case)
            found = case.group_matches(group, _BESIDES.get(name, frozenset())) if group else []
            facts = facts_of(found) if found and found[0].score >= _FIT else ()
            if name in ("budget", "channels") or not case.content:
                facts = ()
            if name == "slogans" and not facts and _about_something(case):
                return Question(intent, case.reading.language, aspects=frozenset({"no_such"}))
            return Question(
                intent, case.reading.language, facts=facts, span=case.span, aspects=aspects(case)
            )
    return None


def _to_anniversary(case: Case) -> Question:
    plan = case.handbook.plan
    days = [datetime.date(plan.year, a.month, a.day) for a in plan.anniversaries]
    span = Span("", days[0], days[0], "day") if days else None
    intent = Intent.COUNTDOWN if days else Intent.HISTORY
    return Question(intent, case.reading.language, span=span)


def _about_something(case: Case) -> bool:
    """Whether a slogan "về …" was asked for, and not all of them."""
    said = {each.folded for each in case.reading.words}
    return len(case.content) > 1 and bool(said & {"ve", "about", "on"})


def _tasks(case: Case) -> tuple[Fact, ...]:
    """The tasks of the organisation that speak of the subject itself."""
    said = {each.folded for each in case.reading.words} - FILLER_WORDS
    entries = case.handbook.entries_of("organisation")
    best = max((len(said & entry.folded) for entry in entries), default=0)
    return tuple(e.fact for e in entries if best and len(said & e.folded) == best)


_BESIDES = {"budget": frozenset("kinh phi ngan sach nguon tien budget fund funds".split())}


def _untimed(case: Case) -> Question | None:
    if "untimed" in case.subjects and not case.named:
        return Question(Intent.UNTIMED, case.reading.language)
    return None


def _agenda(case: Case) -> Question | None:
    """What is on in some days; or how long it is until a day."""
    span = case.span
    if span is None or (case.named and not _lists(case)):
        return None
    language = case.reading.language
    if "countdown" in case.facets:
        return Question(Intent.COUNTDOWN, language, span=span, aspects=aspects(case))
    if case.content and not case.facets & {"content", "work", "next", "remaining"}:
        listing = "overview" in case.subjects or case.facets & {"day", "when", "again"}
        if case.unknown and not listing:
            return Question(Intent.NOT_STATED, language)
    if _most_of_the_year(case, span):
        throughout = (
            "all_year" in case.subjects or span.grain == "range" or _THROUGHOUT & _said(case)
        )
        if throughout:
            return Question(Intent.AGENDA, language, aspects=frozenset({"all_year"}))
        return Question(Intent.OVERVIEW, language)
    numbers = fixed_activities(case.handbook.plan, span)
    return Question(Intent.AGENDA, language, activities=numbers, span=span, aspects=aspects(case))


_THROUGHOUT = frozenset("ca quanh suot throughout whole entire".split())
_MOST = 330


def _said(case: Case) -> set[str]:
    return {each.folded for each in words(case.reading.text)}


def _most_of_the_year(case: Case, span: Span) -> bool:
    if not (span.start and span.end) or span.start.year != case.handbook.plan.year:
        return False
    return (span.end - span.start).days > _MOST


def _lists(case: Case) -> bool:
    return bool(case.subjects & {"overview", "deadlines"})


def _deadlines(case: Case) -> Question | None:
    if case.named or not ("deadlines" in case.subjects or "deadline" in case.facets):
        return None
    if case.unknown or _foreign(case):
        return Question(Intent.NOT_STATED, case.reading.language, aspects=frozenset({"deadline"}))
    shade = {"next"} if "next" in case.facets else set()
    shade |= (
        {"dossier"} if _DOSSIER_NAMED & set(_pairs(case)) or "submit" in case.content else set()
    )
    if "next" in shade:
        return next_deadline(case, case.today)
    return Question(
        Intent.DEADLINES, case.reading.language, span=case.span, aspects=aspects(case) | shade
    )


_DOSSIER = frozenset("ho so nop don giay to gui mau san pham dossier documents application".split())


_DOSSIER_NAMED = {("ho", "so"), ("application", "deadline"), ("nop", "don")}


def _pairs(case: Case) -> list[tuple[str, str]]:
    said = [each.folded for each in case.reading.words]
    return list(zip(said, said[1:], strict=False))


def _foreign(case: Case) -> bool:
    """Whether the words name something that the plan has no activity for."""
    return bool(set(case.content) - _DOSSIER) and len(set(case.content) - _DOSSIER) > 1


def _overview(case: Case) -> Question | None:
    if "all_year" in case.subjects and not (case.content or case.span):
        return Question(Intent.AGENDA, case.reading.language, aspects=frozenset({"all_year"}))
    if (
        case.span is None
        and "overview" in case.subjects
        and not (case.content or case.facets & {"next", "remaining"})
    ):
        return Question(Intent.OVERVIEW, case.reading.language, aspects=aspects(case))
    return None


def _next(case: Case) -> Question | None:
    if case.facets & {"next", "remaining"} and not case.content:
        return Question(Intent.NEXT, case.reading.language, aspects=aspects(case))
    return None


def _some_fact(case: Case) -> Question | None:
    """No part of the plan was named, but one of its facts speaks of what was asked."""
    best: tuple[float, Question] | None = None
    for name, (intent, group) in _SUBJECTS.items():
        if not group or not case.content:
            continue
        found = case.group_matches(group)
        if found and found[0].score >= _FIT and (best is None or found[0].score > best[0]):
            if not _covers(case, found[0].entry):
                continue
            asked = Question(
                intent, case.reading.language, facts=facts_of(found), aspects=aspects(case)
            )
            best = (found[0].score, asked)
    if best is None or case.unknown:
        return None
    return best[1]


def _covers(case: Case, entry: Entry) -> bool:
    """Whether the fact has most of the telling words of the question."""
    positions = case.reading.content()
    said = case.reading.words
    known = [
        p
        for p in positions
        if entry.has(said[p].folded, said[p]) and linked(case.reading, p, entry.pairs)
    ]
    letters = any(said[p].folded.isalpha() for p in known)
    return letters and len(known) >= _MOST_WORDS * len(positions)


def _which(case: Case) -> Question | None:
    """A side was asked for, but of what?"""
    asked = case.facets & {"when", "where", "lead", "coordinating", "participants", "content", "end",
                           "start", "how", "countdown", "weekday"}  # fmt: skip
    if not asked or case.content:
        return None
    intent = facet_question(case, (case.handbook.plan.activities[0].no,)).intent
    return Question(Intent.WHICH, case.reading.language, aspects=frozenset({intent.value}))


_RULES: tuple[Callable[[Case], Question | None], ...] = (
    _nothing_said,
    _impossible_date,
    _smalltalk,
    _other_award,
    follow_up,
    _basis,
    _numbered,
    _person,
    _foreign_unit,
    _activity,
    _not_stated,
    _unit_work,
    _guessed_activity,
    _campaign_time,
    _untimed,
    _outside,
    _subject,
    _deadlines,
    _overview,
    _next,
    _agenda,
    _some_fact,
    _which,
)
