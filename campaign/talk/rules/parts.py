"""Questions about a part of the plan besides its activities."""

import datetime
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from campaign.language.dates import find_dates
from campaign.language.words import Word, words
from campaign.plan.model import Fact
from campaign.talk.case import Case, facts_of
from campaign.talk.entries import Entry
from campaign.talk.evidence import Match
from campaign.talk.lexicon.phrases import FILLER_SPELT, FILLER_WORDS
from campaign.talk.links import linked
from campaign.talk.questions import Intent, Question, Span
from campaign.talk.rules.people import signer
from campaign.talk.times import anniversary_day

_PARTS: dict[str, tuple[Intent, str]] = {
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
"""What each subject of the lexicon asks for, and the group of the plan that answers."""
_WHOLE = ("budget", "channels")
_FIT = 0.8
_MOST = 0.75
_SAME_WORDS = 4
_SAME_TASK, _SAME_WORDS_OF_TASK = 3, 2
_MOST_OF_TASK = 0.6
_ANY_DAY = datetime.date(2000, 1, 1)
_DUE_WORDS = frozenset(
    "han deadline cham muon nhat truoc ngay nao khi hom may gio thang phai xong chot cuoi thoi"
    " gian nop gui thu".split()
)


def task(case: Case) -> Question | None:
    """Who does something that the organisation says in the same words: "ai xây dựng kế hoạch
    chi tiết?".
    """
    if case.named or not case.facets & {"who", "lead", "work"}:
        return None
    said = [each.folded for each in case.reading.words]
    found = [
        (_run(said, [each.folded for each in words(entry.fact.text)]), entry.fact)
        for entry in case.handbook.entries_of("organisation")
    ]
    longest = max((length for length, _ in found), default=0)
    if longest < _SAME_WORDS:
        return None
    facts = tuple(fact for length, fact in found if length == longest)
    return case.question(Intent.ORGANISATION, facts=facts)


def due_task(case: Case) -> Question | None:
    """When one of the plan's own tasks is due: "hạn gửi danh sách học viên"."""
    asks = (
        case.facets & {"deadline", "when", "day", "weekday", "countdown"}
        or "hour" in case.attributes
    )
    if not asks or case.span or (case.topics and "deadline" not in case.facets):
        return None
    found = [
        (_fit(case, entry), entry.fact)
        for entry in case.handbook.entries_of("organisation")
        if _has_day(entry.fact.text)
    ]
    best = max((fit for fit, _ in found), default=0.0)
    if best < _SAME_WORDS_OF_TASK or best <= _named_fit(case):
        return None
    facts = tuple(fact for fit, fact in found if fit == best)
    return case.question(Intent.ORGANISATION, facts=facts, aspects=case.aspects)


def _fit(case: Case, entry: Entry) -> float:
    """How many telling words of the question stand in a task, beside the same neighbours."""
    said = case.reading.words
    asked = [
        p
        for p, each in enumerate(said)
        if each.folded not in _DUE_WORDS and not _is_filler(each, entry)
    ]
    has = {p for p in asked if entry.has(said[p].folded, said[p])}
    joined = {
        p
        for p in has
        if any(
            (said[min(p, q)].folded, said[max(p, q)].folded) in entry.pairs
            for q in (p - 1, p + 1)
            if 0 <= q < len(said)
        )
    }
    enough = len(has) == len(asked) or len(joined) >= _SAME_TASK
    return len(joined) if enough and len(joined) >= _MOST_OF_TASK * len(asked) else 0.0


def _is_filler(said: Word, entry: Entry) -> bool:
    """Whether a word says nothing; a bare one is read as the entry spells it."""
    if said.marked:
        return said in FILLER_SPELT
    spelt = [each for each in entry.words if each.folded == said.folded]
    if spelt:
        return all(each in FILLER_SPELT for each in spelt)
    return said.folded in FILLER_WORDS


def _named_fit(case: Case) -> int:
    """How many words the name has by which an activity, or the campaign, was called."""
    campaign = (f for f in case.reading.spans("subject") if f.label == "subject:campaign")
    return max((found.length for found in (*case.reading.called, *campaign)), default=0)


@lru_cache(maxsize=4096)
def _has_day(text: str) -> bool:
    return any(date.valid and date.grain != "year" for date in find_dates(text, _ANY_DAY))


def _run(said: Sequence[str], told: Sequence[str]) -> int:
    """The length of the longest run of words that both have."""
    match = SequenceMatcher(None, said, told, autojunk=False)
    return match.find_longest_match().size


def campaign_time(case: Case) -> Question | None:
    """When the whole campaign takes place, and its peak; or what it is for."""
    runs = {"all_year"} if case.facets & {"when", "start", "end"} else set()
    if case.named or case.subjects - {"campaign", "overview", "peak"} - runs:
        return None
    counts = "countdown" in case.facets
    counts = counts or ("follow" in case.facets and case.before.intent == Intent.COUNTDOWN)
    if "peak" in case.subjects and not case.topics:
        return case.question(Intent.COUNTDOWN if counts else Intent.PEAK, aspects=case.aspects)
    said = [word for word in case.content if word not in case.title_words]
    if "campaign" not in case.subjects or len(said) > 1:
        return None
    if case.facets & {"lead", "organiser"}:
        return case.question(Intent.ORGANISATION)
    if said:
        return None
    if "why" in case.facets:
        return case.question(Intent.PURPOSE)
    if case.facets & {"when", "start", "end", "countdown"} and not case.span:
        return case.question(Intent.COUNTDOWN if counts else Intent.PERIOD, aspects=case.aspects)
    return None


def part(case: Case) -> Question | None:
    """A part that was called by its name: the theme, the slogans, the funding."""
    name = next((name for name in _PARTS if name in case.subjects), None)
    if name is None or case.named:
        return None
    intent, group = _PARTS[name]
    if intent is Intent.RECIPIENTS and (sent := due_task(case)):
        return sent
    if intent is Intent.THEME and case.facets & {"countdown", "when", "start", "end"}:
        return _peak(case)
    if intent is Intent.SIGNER:
        return signer(case)
    if intent is Intent.HISTORY and "countdown" in case.facets:
        return _to_anniversary(case)
    if intent is Intent.BUDGET and case.facets & {"lead", "who"}:
        return case.question(Intent.ORGANISATION, facts=tasks_of(case, case.said - FILLER_WORDS))
    found = case.group_matches(group) if group and case.content and name not in _WHOLE else []
    return _narrowed(case, intent, found)


def _peak(case: Case) -> Question:
    """A theme has no time: "cđ" stands for the peak as well."""
    intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent.PEAK
    return case.question(intent, aspects=case.aspects | {"peak"})


def _narrowed(case: Case, intent: Intent, found: list[Match]) -> Question:
    """The facts that fit; all of them where nothing narrower was asked."""
    facts = facts_of(found) if found and found[0].score >= _FIT else ()
    if not facts and intent is Intent.BASES:
        if len(case.content) > 1 and case.unknown:
            return case.question(Intent.NOT_STATED)
        own = case.handbook.plan.bases[:1]
        facts = own if len(_premises(case)) == 1 else ()
    if not facts and intent is Intent.SLOGANS and _about_something(case):
        return case.question(intent, aspects=frozenset({"no_such"}))
    return case.question(intent, facts=facts, span=case.span, aspects=case.aspects)


def _premises(case: Case) -> list[Fact]:
    """The documents that the plan rests on, without those that an activity is about."""
    return [basis for basis in case.handbook.plan.bases if basis.section == "Căn cứ"]


def _about_something(case: Case) -> bool:
    """Whether a slogan "về …" was asked for, and not all of them."""
    return len(case.content) > 1 and bool(case.said & {"ve", "about", "on"})


def _to_anniversary(case: Case) -> Question:
    plan = case.handbook.plan
    day = anniversary_day(plan.anniversaries[0], plan.year) if plan.anniversaries else None
    if day is None:
        return case.question(Intent.HISTORY)
    return case.question(Intent.COUNTDOWN, span=Span("", day, day, "day"))


def tasks_of(case: Case, about: frozenset[str]) -> tuple[Fact, ...]:
    """The tasks of the organisation that speak most of what the words are `about`."""
    entries = case.handbook.entries_of("organisation")
    best = max((len(about & entry.folded) for entry in entries), default=0)
    return tuple(e.fact for e in entries if best and len(about & e.folded) == best)


def some_fact(case: Case) -> Question | None:
    """No part of the plan was named, but one of its facts speaks of what was asked."""
    if not case.content or case.unknown:
        return None
    best: list[Match] = []
    asked = Intent.UNCLEAR
    for intent, group in _PARTS.values():
        found = case.group_matches(group) if group else []
        if not found or found[0].score < _FIT or not _covers(case, found[0].entry):
            continue
        if not best or found[0].score > best[0].score:
            best, asked = found, intent
    return case.question(asked, facts=facts_of(best), aspects=case.aspects) if best else None


def _covers(case: Case, entry: Entry) -> bool:
    """Whether the fact has most of the telling words of the question."""
    positions, said = case.reading.content, case.reading.words
    known = [
        p
        for p in positions
        if entry.has(said[p].folded, said[p]) and linked(case.reading, p, entry.pairs)
    ]
    letters = any(said[p].folded.isalpha() for p in known)
    return letters and len(known) >= _MOST * len(positions)
