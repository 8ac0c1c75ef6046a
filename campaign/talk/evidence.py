"""How strongly a reading points at an activity of the plan, or at one of its facts."""

import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from campaign.language.templates import Found
from campaign.language.words import Word, words
from campaign.talk.entries import Entry, stem
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.glossary import GLOSSARY
from campaign.talk.lexicon.phrases import FILLER_WORDS
from campaign.talk.links import beside, is_classifier, linked
from campaign.talk.reading import Reading

_EXPLAINED = 0.3
_SLIP = 0.6
_CLOSE = 0.72
_ENOUGH = 0.8
_COVERED = 0.6
_MANY, _COVERED_OF_MANY = 2.0, 0.5
_FAR = 1.5
_CLOSE_GUESS = 0.55
_UNKNOWN = 1.5
_UNLINKED = 0.2
_APART = 0.5
_SENDING = frozenset({"dang", "ky", "nop", "gui", "du"})
"""Words for handing in, which say nothing of what it is for."""


class Topic(NamedTuple):
    """An activity that a reading may be about. `named` when one of its names was said."""

    activity: int
    score: float
    named: bool
    head: float = 0.0
    """What of the score is of the words that its name begins with."""

    @property
    def rank(self) -> float:
        """How likely it is beside others: what a name begins with says what it is."""
        return self.score + self.head


def topics(handbook: Handbook, reading: Reading) -> list[Topic]:
    """The activities that the reading is about, the likeliest first; several when they are close.

    Empty when the words point at none, or when too many of them are unknown to the plan.
    """
    telling, facts = tuple(_telling_words(handbook, reading)), _said_facts(reading)
    scored = [_score(handbook, reading, no, telling, facts) for no in handbook.activities]
    named = _called(reading, scored)
    best = max((topic.score for topic in named or scored), default=0.0)
    first = max((topic.rank for topic in named or scored), default=0.0)
    near = (_CLOSE if named else _CLOSE_GUESS) * first
    close = [t for t in named or scored if t.rank >= near and t.score > 0]
    if not named:
        close = _not_outdone(handbook, reading, close)
    if not named and not _is_enough(best, _coverage(handbook, reading, close)):
        return []
    return sorted(close, key=lambda topic: -topic.rank)


def _not_outdone(handbook: Handbook, reading: Reading, close: Sequence[Topic]) -> list[Topic]:
    """The topics without those that know only some of what the likeliest one knows."""
    known = {
        topic.activity: {p for p in reading.content if _knows(handbook, reading, p, topic.activity)}
        for topic in close
    }
    best = max(close, key=lambda topic: topic.rank, default=None)
    if best is None:
        return []
    most = known[best.activity]
    return [t for t in close if t is best or not _is_outdone(known[t.activity], most)]


def _is_outdone(some: set[int], most: set[int]) -> bool:
    return some < most and len(most) - len(some) > 1


def _is_enough(best: float, covered: float) -> bool:
    """Whether the words point at an activity: fewer need be known where many do."""
    return best >= _ENOUGH and covered >= (_COVERED if best < _MANY else _COVERED_OF_MANY)


def _called(reading: Reading, scored: Sequence[Topic]) -> list[Topic]:
    """The activities that were called by name; by a part of their titles where none was.

    None where the rest of the words describe another one far better.
    """
    labels = {found.label for found in reading.spans("activity")}
    by_name = [topic for topic in scored if f"activity:{topic.activity}" in labels]
    called = by_name or [topic for topic in scored if topic.named]
    best = max((topic.score for topic in called), default=0.0)
    return [] if any(topic.score > _FAR * best for topic in scored) else called


def _score(
    handbook: Handbook,
    reading: Reading,
    number: int,
    telling: Sequence[tuple[int, float]],
    facts: Sequence[Found],
) -> Topic:
    labels = (f"activity:{number}", f"part:{number}")
    names = [found for found in reading.called if found.label in labels]
    said = {p for f in names for p in range(f.start, f.end)}
    score = sum(
        _SLIP**f.slips * (1 + 0.5 * f.length + _rarity(handbook, reading, f) / f.length)
        for f in names
    )
    score += sum(0.5 * f.length for f in facts if _entry(handbook, f).activity == number)
    events = [f for f in reading.spans("event") if _holds(handbook, reading, number, f)]
    score += sum(0.5 * f.length * _rarity(handbook, reading, f) / f.length for f in events)
    head = 0.0
    weights = handbook.weights[number]
    for position, weight in telling:
        folded = reading.words[position].folded
        if position not in said and (folded in weights or meanings(folded)):
            # A word of another spelling tells which of two that were not called by name is meant.
            spelt = handbook.spelt if names else handbook.own[number]
            points = weight * _points_at(handbook, reading, position, number, spelt)
            score += points
            head += points if folded in handbook.heads[number] else 0.0
    return Topic(number, score, bool(names), head)


def _holds(handbook: Handbook, reading: Reading, number: int, event: Found) -> bool:
    """Whether the activity has an event of that kind, in its names or in what is done."""
    said = [each.folded for each in reading.words[event.start : event.end]]
    return all(pair in handbook.links[number] for pair in itertools.pairwise(said))


def _entry(handbook: Handbook, found: Found) -> Entry:
    """The fact that a label "fact:12" stands for."""
    return handbook.entries[int(found.label.removeprefix("fact:"))]


def _rarity(handbook: Handbook, reading: Reading, found: Found) -> float:
    said = reading.words[found.start : found.end]
    return sum(handbook.rarity.get(each.folded, 0.0) for each in said)


def _telling_words(handbook: Handbook, reading: Reading) -> Iterator[tuple[int, float]]:
    """Positions of words that may tell the topic; those of a general phrase tell less."""
    for position, each in enumerate(reading.words):
        if each.folded in handbook.rarity or meanings(each.folded):
            if position in reading.content:
                yield position, 1.0
            elif each.folded not in FILLER_WORDS:
                yield position, _EXPLAINED


def _points_at(
    handbook: Handbook, reading: Reading, position: int, number: int, spelt: Collection[Word]
) -> float:
    """How strongly a single word points at an activity: 0 for one that it does not use.

    A word that was typed with its diacritics counts where it is among the words `spelt`.
    """
    weights, links = handbook.weights[number], handbook.links[number]
    said = reading.words[position]
    best = 0.0
    if said.folded in weights and (not said.marked or said in spelt):
        fit = 1.0 if linked(reading, position, links) else _UNLINKED
        best = fit * weights[said.folded] * handbook.rarity[said.folded]
    for meaning in meanings(said.folded):
        if all(w in weights for w in meaning) and all(
            pair in links for pair in itertools.pairwise(meaning)
        ):
            rarest = max(handbook.rarity[w] for w in meaning)
            best = max(best, min(weights[w] for w in meaning) * rarest)
    return best


@lru_cache(maxsize=4096)
def meanings(folded: str) -> tuple[tuple[str, ...], ...]:
    """What an English word may be in the plan: its stem, or Vietnamese words for it."""
    found: list[tuple[str, ...]] = [(stem(folded),)] if stem(folded) != folded else []
    phrases = [words(phrase) for phrase in GLOSSARY.get(folded, "").split(",")]
    found += [tuple(each.folded for each in phrase) for phrase in phrases if phrase]
    return tuple(found)


def _coverage(handbook: Handbook, reading: Reading, close: Sequence[Topic]) -> float:
    """The part of the telling words that the likely activities know; unknown words count more."""
    known = total = 0.0
    for position in reading.content:
        if is_classifier(reading.words[position]) and not beside(reading, position, handbook.pairs):
            continue
        told = any(_knows(handbook, reading, position, t.activity) for t in close)
        if not told and reading.words[position].folded in _SENDING:
            continue
        weight = handbook.rarity.get(reading.words[position].folded, _UNKNOWN) if told else _UNKNOWN
        total += weight
        if told:
            known += weight
        elif any(_uses(handbook, reading, position, t.activity) for t in close):
            known += _APART * weight
    return known / total if total else 0.0


def _uses(handbook: Handbook, reading: Reading, position: int, number: int) -> bool:
    """Whether an activity uses a word, though beside other words: "cây" of "cây phi lao"."""
    said = reading.words[position]
    return bool(said.marked) and said in handbook.own[number]


def _knows(handbook: Handbook, reading: Reading, position: int, number: int) -> bool:
    """Whether an activity uses a word of the question in the same sense."""
    said, links = reading.words[position], handbook.links[number]
    if said.folded in handbook.weights[number] and handbook.spells(said):
        return linked(reading, position, links)
    return _points_at(handbook, reading, position, number, handbook.spelt) > 0


@dataclass(frozen=True, slots=True)
class Match:
    """A fact and how well the words of a question fit it."""

    entry: Entry
    score: float
    asked_by_name: bool = False


def matches(
    handbook: Handbook, reading: Reading, entries: Sequence[Entry], besides: frozenset[str]
) -> list[Match]:
    """The `entries` that fit the question's words, the best first, those far behind left out.

    `besides` are words that say nothing here, such as the name of the activity itself.
    """
    counts = Counter(word for entry in entries for word in entry.folded)
    total = math.log(len(entries) + 1) or 1.0
    asked = _asked_words(reading, besides)
    facts = _said_facts(reading)
    scored = []
    for entry in entries:
        score = sum(
            math.log((len(entries) + 1) / counts[folded]) / total
            for position, folded in asked
            if entry.has(folded, reading.words[position]) and linked(reading, position, entry.pairs)
        )
        keywords = [_SLIP**f.slips * f.length for f in facts if _entry(handbook, f) is entry]
        scored.append(Match(entry, score + sum(keywords), bool(keywords)))
    best = max((match.score for match in scored), default=0.0)
    return sorted(
        (m for m in scored if m.score > 0 and m.score >= _CLOSE * best), key=lambda m: -m.score
    )


def _said_facts(reading: Reading) -> list[Found]:
    """Keywords of facts that were said, but for those that are the name of an activity as well."""
    names = {(f.start, f.end) for f in reading.called}
    return [f for f in reading.spans("fact") if (f.start, f.end) not in names]


def _asked_words(reading: Reading, besides: frozenset[str]) -> set[tuple[int, str]]:
    return {
        (position, folded)
        for position in reading.content
        if position not in reading.idle
        for folded in _senses(reading.words[position].folded)
        if folded not in besides
    }


def _senses(folded: str) -> set[str]:
    return {folded, *(each for meaning in meanings(folded) for each in meaning)}


def unknown_words(handbook: Handbook, reading: Reading) -> list[str]:
    """Telling words of the question that the plan does not use, or never beside such neighbours."""
    return [
        reading.words[position].text
        for position in reading.content
        if not any(handbook.knows(sense) for sense in _senses(reading.words[position].folded))
        or not linked(reading, position, handbook.pairs)
    ]
