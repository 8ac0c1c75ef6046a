"""Questions about an activity: by its name, its number, its award, or a description."""

import datetime
import re

from campaign.language.text import fold
from campaign.talk.case import Case
from campaign.talk.facets import facet_question, which_of
from campaign.talk.lexicon.subjects import AWARD_NAMES
from campaign.talk.questions import Intent, Question, Span
from campaign.talk.times import years_of

_COMBINED = frozenset("purpose peak awards campaign overview".split())
"""Parts of the plan that an activity has as well: a purpose, a peak."""
_STRONG = 2.5
_DOSSIER = frozenset(("ho", "so", "dossier", "dossiers"))
_HANDED_IN = _DOSSIER | {"nop", "gui", "don"}
_REFERENCE = re.compile(
    r"(?:hoat dong|muc|viec|activity|item|number|section|so|no) (?:(?:so|thu|number|no) )?"
    r"(?:[ivx]+ )?(\d{1,2}|(?<=thu )(?:hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi))\b"
    r"(?! (?:thang|sao))"
)
_BARE = ("so ", "no ", "number ")
_ORDINALS = dict(zip("hai ba tu nam sau bay tam chin muoi".split(), range(2, 11), strict=True))
_ORDINALS["bon"] = 4


def other_award(case: Case) -> Question | None:
    """The award under the name that another alliance's plan gives it."""
    own = next((a for a in case.handbook.plan.activities if a.award), None)
    names = {(f.start, f.end) for f in case.reading.called}
    for found in case.reading.spans("award"):
        asked = AWARD_NAMES[int(found.label.removeprefix("award:"))]
        if (found.start, found.end) in names:
            continue
        if own is None:
            return case.question(Intent.NOT_STATED, award=asked[0])
        if own.award not in asked:
            return facet_question(case, (own.no,), award=asked[0])
    return None


def numbered(case: Case) -> Question | None:
    """An activity by its number: "hoạt động số 5", "mục III.8", "hoạt động cuối cùng"."""
    if case.named or case.subjects & {"bases", "number"}:
        return None
    numbers = sorted(case.handbook.activities)
    if case.facets & {"first_item", "last_item"}:
        return facet_question(case, (numbers[0 if "first_item" in case.facets else -1],))
    match = _REFERENCE.search(case.sentence)
    if match and match[0].startswith(_BARE) and any(word.isalpha() for word in case.content):
        return None  # "cụm số 3" is a part of something that was described
    number = _ORDINALS.get(match[1]) or int(match[1]) if match else None
    return facet_question(case, (number,)) if number in numbers else None


def after_activity(case: Case) -> Question | None:
    """What comes after an activity: "sau lễ phát động thì có gì?"."""
    if not case.named or not case.facets & {"content", "work", "next", "remaining"}:
        return None
    start = case.reading.called[0].start
    if not start or case.reading.words[start - 1].folded not in ("sau", "after"):
        return None
    ends = [t.end for t in case.activity(case.topics[0].activity).times if t.end]
    if not ends:
        return None
    return case.question(
        Intent.NEXT, span=Span("", max(ends) + datetime.timedelta(days=1), None, "day")
    )


def named_activity(case: Case) -> Question | None:
    """An activity by one of its names."""
    if not case.named:
        return None
    if _another_year(case):
        return case.question(Intent.AGENDA, span=case.span)
    return _about(case)


def _another_year(case: Case) -> bool:
    (first, last), span = years_of(case.handbook.plan), case.span
    if span is None or span.start is None:
        return False
    return span.start < first or span.start > last >= case.today


def described_activity(case: Case) -> Question | None:
    """An activity that was described rather than named."""
    if not case.topics:
        return None
    listing = case.span and case.facets <= {"content", "follow", "work"}
    if listing and case.topics[0].score < 2 * _STRONG:
        return None
    if "deadline" in case.facets and set(case.content) <= _HANDED_IN and _submitting(case):
        return facet_question(case, _submitting(case))
    if "campaign" in case.subjects and case.title_words.issuperset(case.content):
        return None
    topic = case.topics[0]
    another_part = case.subjects - _COMBINED - _own_parts(case) and topic.score < _STRONG
    if another_part or case.reading.spans("outside"):
        return None
    return _about(case)


def _submitting(case: Case) -> tuple[int, ...]:
    """The activities for which a dossier is handed in."""
    return tuple(a.no for a in case.handbook.plan.activities if a.submits)


def _own_parts(case: Case) -> set[str]:
    """A forum may have a theme of its own, where its words were said and not the campaign's."""
    described = "campaign" not in case.subjects and any(word.isalpha() for word in case.content)
    return {"theme"} if described and case.has_theme(case.topics[0].activity) else set()


def _about(case: Case) -> Question:
    numbers = tuple(topic.activity for topic in case.topics)
    if len(numbers) > 1 and not _told_together(case, numbers):
        return which_of(case, numbers)
    return facet_question(case, numbers)


def _asks_where_only(case: Case) -> bool:
    """ "Nộp hồ sơ ở đâu?": where to, though the words speak of a deadline as well."""
    return {"where", "deadline"} <= case.facets and not case.said & {"han", "deadline", "due"}


def dossier(case: Case) -> Question | None:
    """ "Hồ sơ" alone, or who deals with it: of the activity that was spoken of or
    that alone asks for one, or of which.
    """
    numbers = _submitting(case)
    if case.named or not numbers or set(case.content) - _DOSSIER:
        return None
    if case.subjects - {"recipients"} or case.facets & {"when", "day"}:
        return None
    if not (case.content or _asks_where_only(case)):
        return None
    spoken_of = tuple(number for number in case.before.activities if number in numbers)
    numbers = spoken_of if len(spoken_of) == 1 else numbers
    return facet_question(case, numbers) if len(numbers) == 1 else which_of(case, numbers)


def _told_together(case: Case, numbers: tuple[int, ...]) -> bool:
    """Several deadlines for dossiers are answered with a line for each, and so are activities
    that the plan calls the same.
    """
    if len({fold(case.activity(number).title) for number in numbers}) == 1:
        return True
    asks = case.facets & {"deadline", "when"}
    return bool(asks) and all(case.activity(n).submits for n in numbers)
