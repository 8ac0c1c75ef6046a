"""A plan made ready to be asked: its names, its facts and the words they are made of."""

import datetime
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from campaign.language.dates import find_dates
from campaign.language.templates import Phrases
from campaign.language.text import fold
from campaign.language.words import Word, words, words_before
from campaign.plan.model import Activity, Plan
from campaign.talk.entries import Entry, entries_of, folded_of, neighbours, stem
from campaign.talk.lexicon.phrases import FILLER_SPELT, LEXICON_WORDS, spellings
from campaign.talk.naming import labelled, names_of, units

_NAME, _FACT = 1.0, 0.6
_HEAD_WORDS = 5
_HEADING = 12


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
    scarcity: Mapping[str, float]
    """The same among all facts of the plan."""
    above: Mapping[Entry, frozenset[str]]
    """The words of what a fact stands under, where it is one of several: "Vòng loại"."""
    pairs: frozenset[tuple[str, str]]
    before: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    known: frozenset[str]
    spans: frozenset[str]
    dated: frozenset[tuple[str, str]]
    """Words for days in names, and what follows them: "Chủ nhật" of "Chủ nhật xanh"."""
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
        entries = tuple(entries_of(plan))
        weights = {activity.no: _weights(activity, entries) for activity in plan.activities}
        spoken = [words(text) for text in _texts(plan, entries)]
        pairs = frozenset(pair for text in spoken for pair in neighbours(text))
        called = labelled(plan, entries)
        known = frozenset(each.folded for text in spoken for each in text)
        known |= {each.folded for forms in _of_units(called) for each in words(forms)}
        named = {w for a in plan.activities for name in names_of(a) for w in words(name)}
        return cls(
            plan=plan,
            activities={activity.no: activity for activity in plan.activities},
            entries=entries,
            phrases=Phrases(called, forgiving=2),
            weights=weights,
            links={activity.no: _links(activity, entries) for activity in plan.activities},
            own={activity.no: _own(activity, entries) for activity in plan.activities},
            named=frozenset(named),
            bare=frozenset(each.folded for each in named),
            heads={activity.no: _head(activity) for activity in plan.activities},
            rarity=_rarity(weights.values()),
            above=dict(_above(entries)),
            scarcity=_rarity([entry.folded for entry in entries]),
            pairs=pairs,
            before=words_before(pairs),
            initials=_initials(spoken),
            vocabulary=tuple(sorted(w for w in known | LEXICON_WORDS if len(w) > 2)),  # noqa: PLR2004 - shorter ones are too alike to correct
            spans=frozenset(_other_years(plan)),
            dated=frozenset(_named_days(plan)),
            known=known | {stem(each) for each in known},
            spelt=frozenset(each for text in spoken for each in text),
            titled=spellings(words(name) for a in plan.activities for name in names_of(a)),
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


def _weights(activity: Activity, entries: Iterable[Entry]) -> dict[str, float]:
    """How strongly each word points at the activity: its names more than what it contains."""
    own = (entry for entry in entries if entry.activity == activity.no)
    weights = {folded: _FACT for entry in own for folded in entry.folded}
    for time in activity.times:
        scope = f"{time.scope or ''} {time.scope_en or ''}"
        weights.update(dict.fromkeys(folded_of([words(scope)]), _FACT))
    for name in names_of(activity):
        weights.update(dict.fromkeys(folded_of([words(name)]), _NAME))
    return weights


def _links(activity: Activity, entries: Iterable[Entry]) -> frozenset[tuple[str, str]]:
    """Neighbouring words in the names and facts of the activity."""
    names = frozenset(pair for name in names_of(activity) for pair in neighbours(words(name)))
    return names.union(*(entry.pairs for entry in entries if entry.activity == activity.no))


def _own(activity: Activity, entries: Iterable[Entry]) -> frozenset[Word]:
    """The words of the activity as they are spelt."""
    names = frozenset(each for name in names_of(activity) for each in words(name))
    return names.union(*(entry.words for entry in entries if entry.activity == activity.no))


def _head(activity: Activity) -> frozenset[str]:
    """The first words of a name, without small ones."""
    telling = [each.folded for each in words(activity.name) if each not in FILLER_SPELT]
    return frozenset(telling[:_HEAD_WORDS])


def _above(entries: Iterable[Entry]) -> Iterator[tuple[Entry, frozenset[str]]]:
    """Each fact of a part of an activity after the first, beside the words of the first."""
    first: dict[tuple[int, str], Entry] = {}
    for entry in entries:
        if entry.activity is not None and entry.group == "content" and entry.fact.section:
            head = first.setdefault((entry.activity, entry.fact.section), entry)
            if head is not entry and len(head.words) < _HEADING:
                yield entry, head.folded


def _rarity(spoken: Collection[Collection[str]]) -> dict[str, float]:
    """1 for a word of a single one, near 0 for one that all share (inverse frequency)."""
    counts = Counter(word for each in spoken for word in each)
    total = math.log(len(spoken) + 1)
    return {word: math.log((len(spoken) + 1) / n) / total for word, n in counts.items()}


def _other_years(plan: Plan) -> Iterator[str]:
    """Stretches of other years in titles: "giai đoạn 2021-2025" asks for no day of the plan."""
    for activity in plan.activities:
        for date in find_dates(activity.title, datetime.date(plan.year, 1, 1)):
            if date.end and date.end.year < plan.year:
                yield fold(date.text)


def _named_days(plan: Plan) -> Iterator[tuple[str, str]]:
    for activity in plan.activities:
        for name in (each for own in names_of(activity) for each in (own, fold(own))):
            for date in find_dates(name, datetime.date(plan.year, 1, 1)):
                after = words(name[date.offset + date.length :])
                if after and not any(c.isdigit() for c in date.text):
                    yield fold(date.text), after[0].folded


def _texts(plan: Plan, entries: Iterable[Entry]) -> Iterator[str]:
    for activity in plan.activities:
        yield from names_of(activity)
        yield from (*activity.lead, *activity.coordinating)
    for entry in entries:
        yield from (entry.fact.text, entry.fact.text_en or "", *entry.fact.keywords)
    for unit in plan.units:
        yield from (unit.name, *unit.aliases)


def _of_units(called: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The names of units in all forms, so that "KHCN" is a word."""
    for label, forms in called.items():
        if label.startswith("unit:"):
            yield from forms


def _small_words(plan: Plan) -> frozenset[str]:
    named = {each for unit in units(plan) for each in words(unit.name)}
    telling = {each.folded for each in named if each not in FILLER_SPELT}
    return frozenset(each.folded for each in named) - telling


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
