"""From a message to a question: rules in the order in which they are tried."""

import datetime
from collections.abc import Callable

from campaign.messages import Language
from campaign.plan.model import Basis
from campaign.talk.case import Case, facts_of
from campaign.talk.facets import aspects, facet_question
from campaign.talk.followup import follow_up
from campaign.talk.handbook import Handbook, people
from campaign.talk.lexicon.attributes import ATTRIBUTES
from campaign.talk.lexicon.subjects import AWARD_NAMES
from campaign.talk.questions import Context, Intent, Question
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
    if not case.topics or _plan_level(case):
        return None
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


def _plan_level(case: Case) -> bool:
    """Whether the words that name an activity belong to a part of the plan instead."""
    if case.named:
        return False
    return bool(case.subjects & (_SUBJECTS.keys() - {"awards", "purpose", "requirements"}))


def _person(case: Case) -> Question | None:
    named = people(case.handbook.plan)
    found = tuple(dict.fromkeys(named[int(p)] for p in case.reading.labels("person")))
    if not found or case.named:
        return None
    return Question(Intent.PERSON, case.reading.language, people=found, aspects=aspects(case))


def _not_stated(case: Case) -> Question | None:
    """Things that plans seldom state, where no activity was named."""
    for name in case.reading.labels("attribute"):
        if name in ATTRIBUTES and not case.named:
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


def _best_bases(case: Case, found: tuple[Basis, ...]) -> tuple[Basis, ...]:
    fitting = [m.entry.fact for m in case.group_matches("bases")]
    return tuple(basis for basis in found if basis in fitting[:1]) or found


def _unit_work(case: Case) -> Question | None:
    """What a unit does: "văn phòng chủ trì việc gì"."""
    units = case.reading.labels("unit")
    if not units or case.named or case.subjects - {"overview", "campaign", "organisation"}:
        return None
    if case.span or not (
        case.facets & {"content", "lead", "coordinating", "how_many", "follow"}
        or "overview" in case.subjects
        or _only_unit(case)
    ):
        return None
    unit = case.handbook.plan.units[int(units[0])]
    return Question(Intent.UNIT_WORK, case.reading.language, unit=unit.name, aspects=aspects(case))


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
    if "campaign" in case.subjects and asks_time and not (case.content or case.span):
        intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent.PERIOD
        return Question(intent, case.reading.language, aspects=aspects(case))
    return None


def _subject(case: Case) -> Question | None:
    for name, (intent, group) in _SUBJECTS.items():
        if name in case.subjects and not case.named:
            found = case.group_matches(group, _BESIDES.get(name, frozenset())) if group else []
            facts = facts_of(found) if found and found[0].score >= _FIT else ()
            if name == "budget" or not case.content:
                facts = ()
            return Question(
                intent, case.reading.language, facts=facts, span=case.span, aspects=aspects(case)
            )
    return None


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
    intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent.AGENDA
    if len(case.unknown) > 1 and not (case.facets or case.subjects):
        return None
    return Question(intent, case.reading.language, span=span, aspects=aspects(case))


def _lists(case: Case) -> bool:
    return bool(case.subjects & {"overview", "deadlines"})


def _deadlines(case: Case) -> Question | None:
    if case.named or not ("deadlines" in case.subjects or "deadline" in case.facets):
        return None
    if case.unknown or _foreign(case):
        return Question(Intent.NOT_STATED, case.reading.language, aspects=frozenset({"deadline"}))
    shade = {"next"} if "next" in case.facets else set()
    return Question(Intent.DEADLINES, case.reading.language, aspects=aspects(case) | shade)


_DOSSIER = frozenset("ho so nop don giay to gui mau san pham dossier documents application".split())


def _foreign(case: Case) -> bool:
    """Whether the words name something that the plan has no activity for."""
    return bool(set(case.content) - _DOSSIER) and len(set(case.content) - _DOSSIER) > 1


def _overview(case: Case) -> Question | None:
    if "all_year" in case.subjects and not case.content:
        return Question(Intent.AGENDA, case.reading.language, aspects=frozenset({"all_year"}))
    if "overview" in case.subjects and not (case.content or case.facets & {"next", "remaining"}):
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
        if found and found[0].score >= 2 * _FIT and (best is None or found[0].score > best[0]):
            asked = Question(intent, case.reading.language, facts=facts_of(found))
            best = (found[0].score, asked)
    if best is None or len(case.unknown) * 2 > len(case.content):
        return None
    return best[1]


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
    _person,
    _activity,
    _unit_work,
    _not_stated,
    _outside,
    _campaign_time,
    _untimed,
    _subject,
    _overview,
    _next,
    _deadlines,
    _agenda,
    _some_fact,
    _which,
)
