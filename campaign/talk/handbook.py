"""A plan made ready to be asked: its names, its facts and the words they are made of."""

import datetime
import itertools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from campaign.language.dates import find_dates
from campaign.language.templates import Phrases
from campaign.language.text import fold
from campaign.language.words import Word, words, words_before
from campaign.plan.events import EVENTS
from campaign.plan.offices import template_of
from campaign.plan.model import Activity, Fact, Person, Plan, Unit
from campaign.talk.fragments import beginnings, fragments, owners
from campaign.talk.lexicon.phrases import (
    FILLER_SPELT,
    FILLER_WORDS,
    LEXICON_WORDS,
    spellings,
)
from campaign.talk.lexicon.shorthand import SHORTHAND

_NAME, _FACT = 1.0, 0.6
_HEAD_WORDS = 5
_GROUPS = (
    "slogans", "purposes", "requirements", "bases", "history", "budget", "organisation",
    "recipients", "channels",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of the plan where it can be found: in a group of the plan, or in an activity."""

    group: str
    fact: Fact
    activity: int | None
    words: frozenset[Word] = field(repr=False)
    pairs: frozenset[tuple[str, str]] = field(repr=False)
    folded: frozenset[str] = field(repr=False)

    def has(self, folded: str, said: Word) -> bool:
        """Whether the fact has the word `folded`, spelt as it was `said` if that has diacritics."""
        if folded not in self.folded:
            return False
        return not said.marked or any(said.spells(each) for each in self.words)


@dataclass(frozen=True, slots=True)
class Handbook:
    """What `understand` and `answer` need to know of a plan; built once, in milliseconds."""

    plan: Plan
    activities: Mapping[int, Activity]
    entries: tuple[Entry, ...]
    phrases: Phrases
    weights: Mapping[int, Mapping[str, float]]
    links: Mapping[int, frozenset[tuple[str, str]]]
    own: Mapping[int, frozenset[Word]]
    named: frozenset[Word]
    """The words of the activities' names."""
    bare: frozenset[str]
    """The same, folded."""
    heads: Mapping[int, frozenset[str]]
    """The words that the name of each activity begins with, folded."""
    rarity: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]
    before: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    known: frozenset[str]
    spans: frozenset[str]
    dated: frozenset[tuple[str, str]]
    """Words for days that are part of a name, and what follows them: "Chủ nhật" of "Chủ nhật xanh"."""
    spelt: frozenset[Word]
    titled: Mapping[tuple[str, str], frozenset[str]]
    """Neighbouring words of activities' names, folded, and how they are spelt."""
    spelt_pairs: Mapping[tuple[str, str], frozenset[str]]
    """Neighbouring words of the whole plan, folded, and how they are spelt."""
    small: frozenset[str]
    """Words of units' names that tell nothing."""

    @classmethod
    def of(cls, plan: Plan) -> "Handbook":
        """Build the handbook of `plan`."""
        entries = tuple(_entries(plan))
        weights = {activity.no: _weights(activity, entries) for activity in plan.activities}
        spoken = [words(text) for text in _texts(plan, entries)]
        pairs = frozenset(pair for text in spoken for pair in _pairs(text))
        known = frozenset(each.folded for text in spoken for each in text)
        named = {w for a in plan.activities for name in _names(a) for w in words(name)}
        return cls(
            plan=plan,
            activities={activity.no: activity for activity in plan.activities},
            entries=entries,
            phrases=Phrases(_labelled(plan, entries), forgiving=2),
            weights=weights,
            links={activity.no: _links(activity, entries) for activity in plan.activities},
            own={activity.no: _own(activity, entries) for activity in plan.activities},
            named=frozenset(named),
            bare=frozenset(each.folded for each in named),
            heads={activity.no: _head(activity) for activity in plan.activities},
            rarity=_rarity(weights),
            pairs=pairs,
            before=words_before(pairs),
            initials=_initials(spoken),
            vocabulary=tuple(sorted(w for w in known | LEXICON_WORDS if len(w) > 2)),  # noqa: PLR2004 - shorter ones are too alike to correct
            spans=frozenset(_other_years(plan)),
            dated=frozenset(_named_days(plan)),
            known=known | {stem(each) for each in known},
            spelt=frozenset(each for text in spoken for each in text),
            titled=spellings(words(name) for a in plan.activities for name in _names(a)),
            spelt_pairs=spellings(spoken),
            small=_small_words(plan),
        )

    def knows(self, folded: str) -> bool:
        """Whether the plan uses the word `folded` anywhere."""
        return folded in self.known

    def spells(self, said: Word) -> bool:
        """Whether the plan has the word with the diacritics that were typed, if any were."""
        return not said.marked or said in self.spelt

    def entries_of(self, *groups: str, activity: int | None = None) -> list[Entry]:
        """The entries of `groups`, or those of an activity when it is given."""
        return [
            entry
            for entry in self.entries
            if (entry.activity == activity and (not groups or entry.group in groups))
        ]


def _activity_facts(activity: Activity) -> Iterator[tuple[str, Fact]]:
    yield "title", Fact(text=activity.title, section=activity.section)
    for fact in activity.content:
        yield "content", fact
    for group in ("place", "participants", "lead_note"):
        fact = getattr(activity, group)
        if fact is not None:
            yield group, fact


def _entries(plan: Plan) -> Iterator[Entry]:
    for group in _GROUPS:
        for fact in getattr(plan, group):
            yield Entry(group, fact, None, *_search_terms(fact))
    for activity in plan.activities:
        for group, fact in _activity_facts(activity):
            yield Entry(group, fact, activity.no, *_search_terms(fact))


def _wording(fact: Fact) -> list[tuple[Word, ...]]:
    return [words(text) for text in (fact.text, fact.text_en or "", *fact.keywords)]


_Terms = tuple[frozenset[Word], frozenset[tuple[str, str]], frozenset[str]]


def _search_terms(fact: Fact) -> _Terms:
    said = _wording(fact)
    spelt = frozenset(each for text in said for each in text)
    pairs = frozenset(pair for text in said for pair in _pairs(text))
    return spelt, pairs, _folded(said)


def _folded(said: list[tuple[Word, ...]]) -> frozenset[str]:
    folded = {each.folded for text in said for each in text}
    return frozenset(folded | {stem(each) for each in folded})


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """An English word without its ending: "visiting" and "visits" are "visit"."""
    return _ENDING.sub("", folded) if len(folded) > 4 else folded  # noqa: PLR2004 - letters


_ENDING = re.compile("(?:ings|ing|ions|ion|ed|es|s)$")


def _names(activity: Activity) -> tuple[str, ...]:
    own = (activity.name, activity.name_en or "", activity.title, *activity.aliases)
    return (*own, activity.award or "")


def _weights(activity: Activity, entries: Iterable[Entry]) -> dict[str, float]:
    """How strongly each word points at the activity: its names more than what it contains."""
    own = (entry for entry in entries if entry.activity == activity.no)
    weights = {folded: _FACT for entry in own for folded in entry.folded}
    for time in activity.times:
        scope = f"{time.scope or ''} {time.scope_en or ''}"
        weights.update(dict.fromkeys(_folded([words(scope)]), _FACT))
    for name in _names(activity):
        weights.update(dict.fromkeys(_folded([words(name)]), _NAME))
    return weights


def _links(activity: Activity, entries: Iterable[Entry]) -> frozenset[tuple[str, str]]:
    """Neighbouring words in the names and facts of the activity."""
    names = frozenset(pair for name in _names(activity) for pair in _pairs(words(name)))
    return names.union(*(entry.pairs for entry in entries if entry.activity == activity.no))


def _own(activity: Activity, entries: Iterable[Entry]) -> frozenset[Word]:
    """The words of the activity as they are spelt."""
    names = frozenset(each for name in _names(activity) for each in words(name))
    return names.union(*(entry.words for entry in entries if entry.activity == activity.no))


def _head(activity: Activity) -> frozenset[str]:
    """The first words of a name, without small ones."""
    telling = [each.folded for each in words(activity.name) if each not in FILLER_SPELT]
    return frozenset(telling[:_HEAD_WORDS])


def _rarity(weights: Mapping[int, Mapping[str, float]]) -> dict[str, float]:
    """1 for a word of a single activity, near 0 for one that all share (inverse frequency)."""
    counts = Counter(word for each in weights.values() for word in each)
    total = math.log(len(weights) + 1)
    return {word: math.log((len(weights) + 1) / n) / total for word, n in counts.items()}


def _labelled(plan: Plan, entries: tuple[Entry, ...]) -> dict[str, list[str]]:
    labelled: dict[str, list[str]] = {}
    owned = owners(_spoken(plan, entries))
    shared = _shared_kinds(plan)
    for activity in plan.activities:
        labelled[f"activity:{activity.no}"] = _templates(_spoken_names(activity, shared))
        labelled[f"part:{activity.no}"] = list(fragments(activity.title, owned))
    events = {fold(activity.title) for activity in plan.activities}
    if fold(plan.title) not in events:  # a plan for one event is asked for that
        labelled["subject:campaign"] = _templates(_campaign_names(plan))
    labelled["filler"] = _templates(filter(None, (plan.province, plan.issuer, plan.issuer_en)))
    for position, unit in enumerate(units(plan)):
        said = (unit.name, unit.name_en or "", *unit.aliases)
        forms = [template_of(" ".join(w.text for w in words(each))) for each in said if each]
        labelled[f"unit:{position}"] = [*_templates(said), *forms]
    for position, person in enumerate(people(plan)):
        said = (person.name, person.role, person.role_en or "", *person.keywords)
        labelled[f"person:{position}"] = _templates(said)
    for position, entry in enumerate(entries):
        labelled[f"fact:{position}"] = _templates(k for k in entry.fact.keywords if _telling(k))
    return labelled


def _spoken_names(activity: Activity, shared: Collection[str]) -> Iterator[str]:
    """The names by which an activity is called, without aliases that are `shared`."""
    own = (activity.name, activity.title)
    yield from (each for each in _names(activity) if each in own or fold(each) not in shared)


def _shared_kinds(plan: Plan) -> set[str]:
    """Kinds of events that several titles have, so that "tập huấn" is the name of none."""
    titles = [f" {fold(activity.title)} " for activity in plan.activities]
    kinds = map(fold, EVENTS)
    return {kind for kind in kinds if sum(f" {kind} " in title for title in titles) > 1}


def _other_years(plan: Plan) -> Iterator[str]:
    """Stretches of other years in titles: "giai đoạn 2021-2025" asks for no day of the plan."""
    for activity in plan.activities:
        for date in find_dates(activity.title, datetime.date(plan.year, 1, 1)):
            if date.end and date.end.year < plan.year:
                yield fold(date.text)


def _named_days(plan: Plan) -> Iterator[tuple[str, str]]:
    for activity in plan.activities:
        for name in (each for own in _names(activity) for each in (own, fold(own))):
            for date in find_dates(name, datetime.date(plan.year, 1, 1)):
                after = words(name[date.offset + date.length :])
                if after and not any(c.isdigit() for c in date.text):
                    yield fold(date.text), after[0].folded


def _spoken(plan: Plan, entries: Iterable[Entry]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """What the plan says, each text beside the activity that it is of, or 0."""
    yield from ((0, words(title)) for title in (plan.title, plan.theme.text if plan.theme else ""))
    first: dict[str, int] = {}  # activities that are called the same share what they are called
    alike = {a.no: first.setdefault(fold(a.title), a.no) for a in plan.activities}
    for entry in entries:
        if entry.activity or entry.group in ("slogans", "bases"):
            owner = alike[entry.activity] if entry.activity else 0
            yield from ((owner, text) for text in _wording(entry.fact))


def _campaign_names(plan: Plan) -> Iterator[str]:
    """The titles of the plan, and what is left of them without "Tổ chức … năm 2024"."""
    for title in filter(None, (plan.title, plan.title_en)):
        yield title
        yield _FRAME.sub("", title)
    if event := _CAMPAIGN.match(_FRAME.sub("", plan.title)):
        yield event[0]
    for name in (_FRAME.sub("", plan.title), *_QUOTED.findall(plan.title)):
        yield name
        yield from beginnings(name)


_FRAME = re.compile(
    r"^(?:kế hoạch )?(?:tổ chức |triển khai |phát động |the )?(?:\d{4} )?| (?:năm )?\d{4}$",
    re.IGNORECASE,
)


_CAMPAIGN = re.compile(
    r"tháng [^\W\d]+ [^\W\d]+|tuần lễ|chiến dịch|phong trào|đợt thi đua", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"]([^”\"]{6,})[”\"]")


def _telling(keyword: str) -> bool:
    return any(each.folded not in FILLER_WORDS for each in words(keyword))


def _templates(phrases: Iterable[str]) -> list[str]:
    """The phrases as templates: without the signs that mean something in a template."""
    every = [*phrases]
    joined = [phrase.replace("&", "") for phrase in every if "&" in phrase]
    said = [words(phrase) for phrase in (*every, *joined)]
    return [
        *(" ".join(each.text for each in phrase) for phrase in said),
        *(_spelt_out(phrase) for phrase in said if any(w.text in SHORTHAND for w in phrase)),
    ]


def _spelt_out(phrase: tuple[Word, ...]) -> str:
    """The phrase as a reading has it, where acronyms are spelt out: "KTTT" is four words."""
    return " ".join(SHORTHAND.get(each.text, (each.text,))[0] for each in phrase)


def people(plan: Plan) -> tuple[Person, ...]:
    """Everybody whom the plan names, the signer first."""
    return ((plan.signer,) if plan.signer else ()) + plan.people


def units(plan: Plan) -> tuple[Unit, ...]:
    """Every unit that the plan gives work to: those it lists, then those only activities name."""
    listed = {unit.name for unit in plan.units}
    named = dict.fromkeys(n for a in plan.activities for n in (*a.lead, *a.coordinating))
    return plan.units + tuple(Unit(name=name) for name in named if name not in listed)


def _texts(plan: Plan, entries: Iterable[Entry]) -> Iterator[str]:
    for activity in plan.activities:
        yield from _names(activity)
        yield from (*activity.lead, *activity.coordinating)
    for entry in entries:
        yield from (entry.fact.text, entry.fact.text_en or "", *entry.fact.keywords)
    for unit in plan.units:
        yield from (unit.name, *unit.aliases)


def _small_words(plan: Plan) -> frozenset[str]:
    named = {each for unit in units(plan) for each in words(unit.name)}
    telling = {each.folded for each in named if each not in FILLER_SPELT}
    return frozenset(each.folded for each in named) - telling


def _pairs(text: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
    return ((a.folded, b.folded) for a, b in itertools.pairwise(text))


def _initials(texts: Iterable[tuple[Word, ...]]) -> dict[str, tuple[str, ...]]:
    """Acronyms that people may make of the plan's words: "ktxh" for "kinh tế - xã hội"."""
    said = [tuple(each.folded for each in text) for text in texts]
    counted = Counter(
        text[start : start + length]
        for text in said
        for length in (3, 4, 5)
        for start in range(len(text) - length + 1)
    )
    initials: dict[str, tuple[str, ...]] = {}
    for phrase, _ in counted.most_common():
        initials.setdefault("".join(each[0] for each in phrase), phrase)
    return {letters: phrase for letters, phrase in initials.items() if letters.isalpha()}
