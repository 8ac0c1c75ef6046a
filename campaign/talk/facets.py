"""Which side of an activity a question asks for."""

from campaign.plan.model import Activity
from campaign.talk.case import Case, facts_of
from campaign.talk.lexicon.attributes import ATTRIBUTES
from campaign.talk.questions import Intent, Question

_SHADES = ("start", "end", "weekday", "deadline", "how", "how_many")
_TIMES = ("weekday", "deadline", "start", "end", "when")


def facet_question(case: Case, numbers: tuple[int, ...], award: str = "") -> Question:
    """The question about the activities `numbers`, of which the first fits best."""
    intent = _intent(case, numbers[0])
    facts = _facts(case, intent, numbers[0])
    if facts and intent in _NARROWED:
        intent = Intent.DETAIL
    elif intent is Intent.DETAIL:
        intent = Intent.CONTENT if "how_many" not in case.facets else Intent.NOT_STATED
    elif intent is Intent.CARD and not facts and case.unknown:
        intent = Intent.NOT_STATED
    return Question(
        intent,
        case.reading.language,
        activities=numbers,
        span=case.span,
        facts=facts,
        attribute=_attribute(case, numbers[0]),
        award=award,
        aspects=aspects(case),
    )


_ACTIVITY_GROUPS = ("content", "participants", "lead_note", "place")
_NARROWED = {
    Intent.WHERE: 2.0,
    Intent.LEAD: 2.0,
    Intent.PARTICIPANTS: 1.5,
    Intent.CONTENT: 1.2,
    Intent.CARD: 0.75,
    Intent.DETAIL: 0.5,
}
"""How well a fact must fit to be the answer instead of a whole side of the activity."""


def aspects(case: Case) -> frozenset[str]:
    """The finer shades of the question."""
    shades = {shade for shade in _SHADES if shade in case.facets}
    if "peak" in case.subjects:
        shades.add("peak")
    if "confirm" in case.facets:
        shades.add("claim")
    return frozenset(shades)


def _intent(case: Case, number: int) -> Intent:
    facets, subjects = case.facets, case.subjects
    if _attribute(case, number):
        return Intent.NOT_STATED
    if "budget" in subjects:
        return Intent.BUDGET
    if "countdown" in facets:
        return Intent.COUNTDOWN
    if "weekday" in facets or ("peak" in subjects and "content" not in facets):
        return Intent.WHEN
    if "coordinating" in facets:
        return Intent.COORDINATING
    if "lead" in facets:
        return Intent.LEAD
    if "where" in facets:
        return Intent.WHERE
    if facets & set(_TIMES) and not ("content" in facets and not facets & {"when", "deadline"}):
        return Intent.WHEN
    if "participants" in facets:
        return Intent.PARTICIPANTS
    if "how_many" in facets or "theme" in subjects:
        return Intent.DETAIL
    if facets & {"content", "how"} or subjects & {"purpose", "requirements", "awards"}:
        return Intent.CONTENT
    if case.span and "confirm" in facets:
        return Intent.WHEN
    return _as_before(case)


def _as_before(case: Case) -> Intent:
    """ "Còn ký kết chương trình?": the same side of another activity; else all of it."""
    carried = {Intent.WHEN, Intent.WHERE, Intent.LEAD, Intent.COORDINATING, Intent.PARTICIPANTS}
    carried |= {Intent.COUNTDOWN, Intent.CONTENT}
    if "follow" in case.facets and case.before.intent in carried:
        return Intent(case.before.intent)
    return Intent.CARD


def _attribute(case: Case, number: int) -> str:
    """The attribute that was asked for and that no fact of the activity speaks of."""
    for name in case.reading.labels("attribute"):
        if name in ATTRIBUTES and not _spoken_of(case, name, number):
            return name
    return ""


def _spoken_of(case: Case, attribute: str, number: int) -> bool:
    label = f"attribute:{attribute}"
    asked = {
        case.reading.words[p].folded
        for f in case.reading.found
        if f.label == label
        for p in range(f.start, f.end)
    } - case.name_words(number)
    return bool(asked) and any(
        asked <= entry.words for entry in case.handbook.entries_of(activity=number)
    )


def _facts(case: Case, intent: Intent, number: int) -> tuple:
    if intent not in _NARROWED:
        return ()
    groups = ("content",) if intent is Intent.CONTENT else _ACTIVITY_GROUPS
    found = [m for m in case.activity_matches(number) if m.entry.group in groups]
    if not found or found[0].score < _NARROWED[intent]:
        return ()
    return facts_of(found)
