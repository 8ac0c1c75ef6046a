"""The plan's own words where no rule has a better answer: the passage that speaks of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.language.templates import Found
from campaign.language.words import Word
from campaign.talk.case import Case
from campaign.talk.entries import Entry
from campaign.talk.evidence import meanings
from campaign.talk.lexicon.phrases import FILLER_SPELT, FILLER_WORDS
from campaign.talk.links import linked
from campaign.talk.questions import Intent, Question
from campaign.talk.rules.people import foreign_unit
from campaign.talk.spelling import GAP
from campaign.talk.telling import asks_number, counts, speaks_of
from campaign.talk.wanted import is_told_by_sight, shows, wanted

_OPEN = frozenset({Intent.UNCLEAR, Intent.NOT_STATED, Intent.WHICH})
"""What is said where nothing was found: any passage of the plan is better."""
_SIDES = frozenset(
    {
        Intent.WHEN,
        Intent.WHERE,
        Intent.LEAD,
        Intent.COORDINATING,
        Intent.PARTICIPANTS,
        Intent.COUNTDOWN,
    }
)
"""Whole sides of an activity, of which a passage may tell the part that was asked for."""
_OF_TIME = frozenset({Intent.WHEN, Intent.COUNTDOWN})
_OF_PEOPLE = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.PARTICIPANTS})
_GROUPS = {
    "budget": Intent.BUDGET,
    "organisation": Intent.ORGANISATION,
    "channels": Intent.CHANNELS,
}
_PASSAGES = frozenset({"content", "participants", "lead_note", *_GROUPS})
"""Groups of facts that say what is done. Aims and premises speak of everything."""

_HOW_MANY = frozenset({"may", "nhieu", "many"})
_SUMS = frozenset({"amount", "fee"})
_CLAIMS = frozenset({"confirm", "work", "why", "over"})
_COVERED = 0.6
_OF_ITS_ACTIVITY = 0.5
_TELLING = 0.6
_TELLING_PART = 0.45
_ABOVE = 0.6
_COUNTED = 1.0
_EXPLAINED = 0.4
_UNLINKED = 0.2
_NEAR = 0.85
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a passage fits: by its `own` words, and with those of what it stands under."""

    entry: Entry
    own: float
    score: float
    covered: float


def in_its_own_words(case: Case, question: Question) -> Question:
    """Return `question`, or in its place the one that the passages of the plan that speak of the
    same answer, where they do so better.
    """
    numbers = question.activities
    of_a_side = question.intent in _SIDES and len(numbers) == 1
    if not (of_a_side or question.intent in _OPEN or lacks_part(case, question)):
        return question
    if case.facets & _CLAIMS or foreign_unit(case) or not _telling(case):
        return question
    if of_a_side:
        return _of_a_side(case, question) if _says_more(case, question) else question
    if question.intent is Intent.WHICH and not case.facets:
        return question
    entries = [e for e in case.handbook.entries if e.activity in numbers or not numbers]
    found = _found(case, entries, _OF_ITS_ACTIVITY if len(numbers) == 1 else _COVERED, _TELLING)
    if not found and _asks_amount(case):  # of the activity whose name alone was said
        told = [e for e in entries if not asks_number(case) or counts(e.fact, case.said)]
        found = _found(case, told, 1.0, 0.0)
    return _quoting(case, found) if found else question


def _says_more(case: Case, question: Question) -> bool:
    """Whether more was said than the name of the activity, or it lacks what was asked for."""
    named = case.name_words(question.activities[0])
    more = (case.reading.words[p].folded for p in _telling(case))
    return any(word not in named for word in more) or _lacks(case, question)


def lacks_part(case: Case, question: Question) -> bool:
    """Whether a part of the plan was asked for that this plan does not have."""
    plan = case.handbook.plan
    parts = {
        Intent.SLOGANS: plan.slogans,
        Intent.CHANNELS: plan.channels,
        Intent.HISTORY: plan.history or plan.anniversaries,
        Intent.BUDGET: plan.budget,
        Intent.THEME: plan.theme,
        Intent.AWARDS: any(activity.award for activity in plan.activities),
        Intent.PEAK: plan.period and plan.period.peak,
    }
    return not question.activities and not parts.get(question.intent, True)


def _of_a_side(case: Case, question: Question) -> Question:
    """The passage of the activity that tells the part of a side that was asked for: "chung kết"."""
    number = question.activities[0]
    entries = case.handbook.entries_of("content", activity=number)
    if _lacks(case, question):
        found = _found(case, entries, 0.0, 0.0)
    elif question.intent in _OF_PEOPLE:
        return question
    else:
        found = _found(case, entries, _COVERED, _TELLING_PART)
    if found and question.intent in _OF_TIME:
        told = " ".join(fit.entry.fact.text for fit in found)
        if times := tuple(t for t in case.activity(number).times if t.text in told):
            return replace(question, times=times)
    return _quoting(case, found) if found else question


def _lacks(case: Case, question: Question) -> bool:
    """Whether the activity has nothing of the side that was asked for."""
    activity = case.activity(question.activities[0])
    told = {
        Intent.LEAD: activity.lead or activity.lead_note,
        Intent.COORDINATING: activity.coordinating,
        Intent.PARTICIPANTS: activity.participants,
    }
    return not told.get(question.intent, True) and bool(wanted(case))


def _quoting(case: Case, found: Sequence[_Fit]) -> Question:
    entry = found[0].entry
    facts = tuple(fit.entry.fact for fit in found if fit.entry.activity == entry.activity)
    if entry.activity is not None:
        return case.question(
            Intent.DETAIL, activities=(entry.activity,), facts=facts, aspects=case.aspects
        )
    facts = tuple(f.entry.fact for f in found if f.entry.group == entry.group)
    return case.question(_GROUPS[entry.group], facts=facts, aspects=case.aspects)


def _found(case: Case, entries: Sequence[Entry], enough: float, telling: float) -> list[_Fit]:
    """The passages that speak of what was asked and have what it asks for, the best first."""
    asked = _asked(case)
    kinds = wanted(case)
    unpatterned = [name for name in case.attributes if not is_told_by_sight(name)]
    fits = [
        fit
        for entry in entries
        if entry.group in _PASSAGES and shows(case.handbook.plan, kinds, entry.fact.text)
        if all(speaks_of(case, name, entry) for name in unpatterned)
        if (fit := _fit(case, asked, entry)).covered >= enough and fit.own >= telling
    ]
    best = max((fit.score for fit in fits), default=0.0)
    fits = sorted((f for f in fits if f.score >= _NEAR * best), key=lambda f: -f.score)
    return fits if len(fits) <= _MOST else []


def _asked(case: Case) -> list[tuple[int, bool]]:
    """Positions of words that may be those of a passage, and whether they must be."""
    said, must = case.reading.words, _telling(case)
    return [
        (position, position in must)
        for position, each in enumerate(said)
        if position in must
        or (
            each is not GAP
            and (not _is_filler(each) or linked(case.reading, position, case.handbook.pairs))
        )
    ]


def _telling(case: Case) -> frozenset[int]:
    """Positions of words that a passage must have: they ask for nothing, and are not small."""
    explained = {
        p
        for f in case.reading.found
        if f.label.startswith(("facet:", "small:", "subject:")) or _asks_for_thing(case, f)
        for p in range(f.start, f.end)
    }
    return frozenset(
        position
        for position, each in enumerate(case.reading.words)
        if position not in explained and each is not GAP and not _is_filler(each)
    )


def _asks_for_thing(case: Case, found: Found) -> bool:
    """Whether it is an attribute by which something is asked for: "mấy giờ", and not "học bổng"."""
    kind, _, name = found.label.partition(":")
    return kind == "attribute" and is_told_by_sight(name) and case.has_question_word(found)


def _is_filler(said: Word) -> bool:
    return said in FILLER_SPELT if said.marked else said.folded in FILLER_WORDS


def _fit(case: Case, asked: Sequence[tuple[int, bool]], entry: Entry) -> _Fit:
    own = above = total = 0.0
    links = case.handbook.links.get(entry.activity or 0, frozenset())
    names = case.name_words(entry.activity) if entry.activity is not None else frozenset()
    heads = case.handbook.above.get(entry, frozenset())
    for position, must in asked:
        said = case.reading.words[position]
        weight = case.handbook.scarcity.get(said.folded, 1.0) * (1.0 if must else _EXPLAINED)
        named = said.folded in names or _means(said, names, links)
        if named and linked(case.reading, position, links):
            above += weight * _ABOVE
            continue
        total += weight if must else 0.0
        if entry.has(said.folded, said) or _means(said, entry.folded, entry.pairs):
            close = linked(case.reading, position, entry.pairs) or _is_counted(case, position)
            own += weight * (1.0 if close else _UNLINKED) if must else 0.0
            above += 0.0 if must else weight
        elif said.folded in heads:
            above += weight * _ABOVE
    if asks_number(case) and counts(entry.fact, case.said):
        own, total = own + _COUNTED, total + _COUNTED
    return _Fit(entry, own, own + above, own / total if total else float(above > 0))


def _asks_amount(case: Case) -> bool:
    return asks_number(case) or not _SUMS.isdisjoint(case.attributes)


def _is_counted(case: Case, position: int) -> bool:
    """Whether a number of it is asked for: "mấy đội" is answered by "08 đội"."""
    return position > 0 and case.reading.words[position - 1].folded in _HOW_MANY


def _means(said: Word, told: Collection[str], pairs: Collection[tuple[str, str]]) -> bool:
    """Whether all of what a word means is `told`: "international" is "quốc tế"."""
    senses = meanings(said.folded)
    senses += ((_ALSO[said.folded],),) if said.folded in _ALSO else ()
    return any(
        all(word in told for word in sense) and all(pair in pairs for pair in pairwise(sense))
        for sense in senses
    )


_ALSO = {"nop": "gui", "gui": "nop"}
"""Words that people and plans use for the same."""
