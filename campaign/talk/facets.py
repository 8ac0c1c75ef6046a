"""Which side of an activity a question asks for."""

import re

from campaign.language.text import fold
from campaign.language.words import Word, words
from campaign.plan.model import Fact
from campaign.talk.case import Case, facts_of
from campaign.talk.handbook import Entry
from campaign.talk.lexicon.phrases import FILLER_WORDS
from campaign.talk.questions import Intent, Question

_TIMES = ("weekday", "deadline", "start", "end", "when", "day")


def facet_question(case: Case, numbers: tuple[int, ...], award: str = "") -> Question:
    """The question about the activities `numbers`, of which the first fits best."""
    intent = _intent(case, numbers[0])
    facts = _facts(case, intent, numbers[0])
    if facts and intent in _NARROWED:
        intent = Intent.DETAIL
    elif intent is Intent.DETAIL:
        intent = Intent.NOT_STATED if _sending(case) or _counts(case) else Intent.CONTENT
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
        aspects=case.aspects,
    )


_ACTIVITY_GROUPS = ("content", "participants", "lead_note", "place", "title")
_NARROWED = {
    Intent.CONTENT: 1.2,
    Intent.CARD: 0.75,
    Intent.DETAIL: 0.5,
}
"""How well a fact must fit to be the answer instead of a whole side of the activity."""


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
    if "ordinal" in facets:
        return Intent.TITLE
    if "organiser" in facets and _organised(case, number):
        return Intent.DETAIL
    if _sending(case):
        return Intent.DETAIL
    if facets & {"made_of", "who"} and not facets & {"lead", "coordinating", "organiser"}:
        return _who(case, number)
    if "with_whom" in facets:
        return _partners(case, number)
    if "where" in facets:
        return Intent.WHERE
    if "coordinating" in facets:
        return Intent.COORDINATING
    if facets & {"lead", "organiser"}:
        return Intent.LEAD
    if "deadlines" in subjects:
        return Intent.WHEN
    if facets & set(_TIMES) and not (
        "content" in facets and not facets & {"when", "day", "deadline"}
    ):
        return Intent.WHEN
    if "participants" in facets:
        return Intent.PARTICIPANTS
    if "how_many" in facets or subjects & {"theme", "bases", "history"}:
        return Intent.DETAIL
    if facets & {"content", "how", "why", "work"} or subjects & {
        "purpose",
        "requirements",
        "awards",
    }:
        return Intent.CONTENT
    if "confirm" in facets:
        return _claimed(case)
    return _as_before(case)


_WHO = 0.5
_SENDING = frozenset("gui nop submit submitted send sent".split())
_NUMBERS = frozenset(
    (

    "mot hai ba bon nam sau bay tam chin muoi one two three four five six"
    ).split()
)


def _organised(case: Case, number: int) -> list[Fact]:
    """Facts that say who holds an event: "do Liên minh HTX Việt Nam tổ chức"."""
    return [
        entry.fact
        for entry in case.handbook.entries_of("content", activity=number)
        if _HELD_BY.search(fold(f"{entry.fact.text} {' '.join(entry.fact.keywords)}"))
    ]


_HELD_BY = re.compile(r"\bdo\b.+\bto chuc\b|\bdon vi to chuc\b|\bai to chuc\b")


def _counted(fact: Fact, said: frozenset[str]) -> bool:
    """Whether the fact gives a number of what was asked for: "2 đoàn", "từ 3 sao"."""
    told = [each.folded for text in (fact.text, fact.text_en or "") for each in words(text)]
    return any(
        (_is_count(a) or a in _NUMBERS) and b in said for a, b in zip(told, told[1:], strict=False)
    )


def _is_count(word: str) -> bool:
    return word.isdigit() and int(word) < _YEARS


_YEARS = 1900


def _who(case: Case, number: int) -> Intent:
    """Bare "ai": those of whom a fact speaks, those who take part, or those in charge."""
    if "participants" in case.facets and "made_of" not in case.facets:
        return Intent.PARTICIPANTS
    found = case.activity_matches(number)
    if found and found[0].score >= _WHO and found[0].entry.group == "content":
        return Intent.DETAIL
    if "made_of" in case.facets or "participants" in case.facets:
        return Intent.PARTICIPANTS
    return Intent.LEAD


def _partners(case: Case, number: int) -> Intent:
    """ "Với ai?": a fact that names them, else those who take part, else all that is done."""
    found = case.activity_matches(number)
    if found and found[0].score >= _WHO:
        return Intent.DETAIL
    return Intent.PARTICIPANTS if case.activity(number).participants else Intent.CONTENT


def _claimed(case: Case) -> Intent:
    """What a question takes for granted: a day, or else a place."""
    if case.span:
        return Intent.WHEN
    return Intent.WHERE if case.said & {"o", "tai", "at", "in"} else Intent.CARD


def _as_before(case: Case) -> Intent:
    """ "Còn ký kết chương trình?": the same side of another activity; else all of it."""
    carried = {Intent.WHEN, Intent.WHERE, Intent.LEAD, Intent.COORDINATING, Intent.PARTICIPANTS}
    carried |= {Intent.COUNTDOWN, Intent.CONTENT}
    asked_which = case.before.intent.startswith(WHICH)
    wanted = case.before.intent.removeprefix(WHICH)
    if ("follow" in case.facets or asked_which) and wanted in carried:
        return Intent(wanted)
    return Intent.CARD


WHICH = "which:"
"""Before the side that was asked for, in a context where the activity is still to be named."""


def _attribute(case: Case, number: int) -> str:
    """The attribute that was asked for and that no fact of the activity speaks of."""
    for name in case.reading.labels("attribute"):
        if not _spoken_of(case, name, number) and not _at_the_place(case, name, number):
            return name
    return ""


def _at_the_place(case: Case, attribute: str, number: int) -> bool:
    """The place that the plan names answers best, though it does not name the room."""
    asked = attribute in ("room", "address") and "where" in case.facets
    return asked and case.activity(number).place is not None


def _spoken_of(case: Case, attribute: str, number: int) -> bool:
    label = f"attribute:{attribute}"
    for found in case.reading.found:
        if found.label == label:
            said = case.reading.words[found.start : found.end]
            asked = [w for w in said if w.folded not in FILLER_WORDS]
            entries = case.handbook.entries_of("content", activity=number)
            if asked and any(_speaks_of(entry, asked) for entry in entries):
                return True
    return False


def _speaks_of(entry: Entry, asked: list[Word]) -> bool:
    neighbours = zip(asked, asked[1:], strict=False)
    return all(entry.has(w.folded, w) for w in asked) and all(
        (a.folded, b.folded) in entry.pairs for a, b in neighbours
    )


def _facts(case: Case, intent: Intent, number: int) -> tuple[Fact, ...]:
    if intent not in _NARROWED:
        return ()
    if "organiser" in case.facets:
        return tuple(_organised(case, number))
    if intent is Intent.DETAIL and _counts(case):
        entries = case.handbook.entries_of(activity=number)
        return tuple(e.fact for e in entries if _counted(e.fact, case.said))
    if intent is Intent.DETAIL and _sending(case):
        entries = case.handbook.entries_of("content", activity=number)
        return tuple(e.fact for e in entries if _SENT_TO.search(fold(f"{e.fact.text}")))
    groups = ("content",) if intent is Intent.CONTENT else _ACTIVITY_GROUPS
    found = [m for m in case.activity_matches(number) if m.entry.group in groups]
    if not found or found[0].score < _NARROWED[intent]:
        return ()
    if "with_whom" in case.facets:
        found = [m for m in found if m.asked_by_name] or found
    return facts_of(found)


_SENT_TO = re.compile(r"\b(?:gui|nop)\b.*\b(?:ve|cho|toi|den|tai)\b")


def _counts(case: Case) -> bool:
    said = " ".join(each.folded for each in case.reading.words)
    return ("how_many" in case.facets or "bao nhieu" in said) and "nam bao nhieu" not in said


def _sending(case: Case) -> bool:
    return bool(case.facets & {"where", "who", "participants"} and _SENDING & case.said)
