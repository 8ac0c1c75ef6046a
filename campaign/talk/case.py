"""One message under consideration: everything that the rules of understanding look at."""

import datetime
import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from campaign.language.templates import Found
from campaign.language.words import words
from campaign.messages import Language
from campaign.plan.model import Activity, Fact
from campaign.talk.entries import stem
from campaign.talk.evidence import Match, Topic, matches, topics, unknown_words
from campaign.talk.handbook import Handbook
from campaign.talk.lexicon.attributes import THINGS
from campaign.talk.lexicon.gaps import GAPS
from campaign.talk.questions import Context, Intent, Question, Span
from campaign.talk.reading import Reading

_QUESTION_WORDS = frozenset(
    "ai nao gi may dau bao nhieu mo who whom when where which what how".split()
)
_SIDES = frozenset("when day where lead coordinating participants organiser deadline".split())
_SHADES = frozenset(
    "start end over weekday deadline how how_many day when where coordinating".split()
)


@dataclass(frozen=True)
class Case:
    """A reading of a message on the day `today`, beside the plan and what was said before.

    `language` is that of the answer; None follows the message.
    """

    handbook: Handbook
    reading: Reading
    today: datetime.date
    before: Context = field(default_factory=Context)
    language: Language | None = None

    @cached_property
    def facets(self) -> frozenset[str]:
        """The sides that were asked for, as the lexicon names them."""
        return frozenset(self.reading.labels("facet")) | self._apart("facet:")

    @cached_property
    def asked(self) -> frozenset[str]:
        """The sides for which a word asks: "ai chủ trì", and not "chủ trì" alone."""
        return frozenset(
            found.label.removeprefix("facet:")
            for found in self.reading.spans("facet")
            if self.has_question_word(found)
        ) | self._apart("facet:")

    def has_question_word(self, found: Found) -> bool:
        """Whether a word for asking stands among the words found, or before them."""
        said = self.reading.words[max(found.start - 1, 0) : found.end]
        return any(each.folded in _QUESTION_WORDS for each in said)

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """Things asked for that plans seldom state, as the lexicon names them.

        A loan, or a livestream, is none where a side of it is asked for; "môn nào" of some days,
        or of a unit, are activities.
        """
        named = [
            found.label.removeprefix("attribute:")
            for found in self.reading.spans("attribute")
            if not (self.asked & _SIDES and self._is_thing(found))
        ]
        apart = sorted(self._apart("attribute:"))
        return tuple(
            each
            for each in dict.fromkeys((*named, *apart))
            if not (each == "discipline" and self._lists_activities)
        )

    @cached_property
    def _lists_activities(self) -> bool:
        """Whether "môn nào" asks for activities: of some days, or of a unit."""
        return bool(self.span or self.reading.spans("unit")) and len(self.topics) != 1

    def _is_thing(self, found: Found) -> bool:
        thing = found.label.removeprefix("attribute:") in THINGS
        return thing and not self.has_question_word(found)

    def beside(self, number: int) -> "Case":
        """The case without sides that are only words of the activity's title: "phối hợp" in "hạn
        ký chương trình phối hợp", where another side is asked for.
        """
        title = _pairs_of(self.activity(number).title)
        titled = [f for f in self.reading.spans("facet") if _is_part_of(title, self.reading, f)]
        left = tuple(f for f in self.reading.found if f not in titled)
        if not titled or not any(f.label.startswith("facet:") for f in left):
            return self
        return replace(self, reading=replace(self.reading, found=left))

    def without_subjects(self) -> "Case":
        """The case where no words name a part of the plan."""
        left = tuple(f for f in self.reading.found if not f.label.startswith("subject:"))
        return replace(self, reading=replace(self.reading, found=left))

    def _apart(self, kind: str) -> frozenset[str]:
        return frozenset(
            label.removeprefix(kind)
            for label, pattern in GAPS.items()
            if label.startswith(kind) and self._asks(pattern)
        )

    def _asks(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words of `pattern` are there, and are not all in an activity's name."""
        match = pattern.search(self.sentence)
        if match is None:
            return False
        first, last = (self.sentence.count(" ", 0, place) for place in match.span())
        names = (range(found.start, found.end) for found in self.reading.called)
        return not any(first in name and last in name for name in names)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The parts of the plan that were named."""
        return frozenset(self.reading.labels("subject")) | self._apart("subject:")

    @cached_property
    def small(self) -> frozenset[str]:
        """Greetings, thanks and the like."""
        return frozenset(self.reading.labels("small"))

    @cached_property
    def topics(self) -> list[Topic]:
        """The activities that the message may be about, the likeliest first."""
        return topics(self.handbook, self.reading)

    @cached_property
    def named(self) -> bool:
        """Whether an activity was called by one of its names."""
        return any(topic.named for topic in self.topics)

    @cached_property
    def content(self) -> list[str]:
        """The words that carry the question, spelt out."""
        return [self.reading.words[position].folded for position in self.reading.content]

    @cached_property
    def unknown(self) -> list[str]:
        """Telling words that the plan does not use."""
        return unknown_words(self.handbook, self.reading)

    @cached_property
    def span(self) -> Span | None:
        """The days that were named, the first ones when there are several."""
        first = next((date for date in self.reading.dates if date.valid), None)
        return Span(first.text, first.start, first.end, first.grain) if first else None

    @cached_property
    def impossible(self) -> str:
        """A date that does not exist, as it was said; empty when there is none."""
        return next((date.text for date in self.reading.dates if not date.valid), "")

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word of the message, folded and spelt out."""
        return frozenset(each.folded for each in self.reading.words)

    @cached_property
    def sentence(self) -> str:
        """The message folded and spelt out."""
        return " ".join(each.folded for each in self.reading.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two neighbouring words of the message."""
        return frozenset(pairwise(each.folded for each in self.reading.words))

    @cached_property
    def aspects(self) -> frozenset[str]:
        """The finer shades of the question."""
        shades = self.facets & _SHADES
        shades |= {"peak"} if "peak" in self.subjects else set()
        shades |= {"claim"} if "confirm" in self.facets else set()
        asks_when = self.facets & {"when", "day"} or "hour" in self.attributes
        both = asks_when and "where" in self.facets
        return frozenset(shades | ({"both"} if both else set()))

    def question(self, intent: Intent, **parts: Any) -> Question:
        """Return a question, to be answered in the language that was wanted."""
        return Question(intent, self.language or self.reading.language, **parts)

    def activity(self, number: int) -> Activity:
        """The activity of that number."""
        return self.handbook.activities[number]

    def group_matches(self, group: str, besides: frozenset[str] = frozenset()) -> list[Match]:
        """The facts of a group of the plan that fit the question."""
        return matches(self.handbook, self.reading, self.handbook.entries_of(group), besides)

    def activity_matches(self, number: int, besides: frozenset[str] = frozenset()) -> list[Match]:
        """The facts of an activity that fit the question beyond its own name, and `besides`."""
        entries = self.handbook.entries_of(activity=number)
        return matches(self.handbook, self.reading, entries, self.name_words(number) | besides)

    def called(self, number: int) -> frozenset[str]:
        """The words by which the activity was called, which may be another name of it."""
        label = f"activity:{number}"
        spans = [(found.start, found.end) for found in self.reading.called if found.label == label]
        return frozenset(
            each.folded for start, end in spans for each in self.reading.words[start:end]
        )

    def has_theme(self, number: int) -> bool:
        """Whether the activity has a theme of its own, as a forum has."""
        entries = self.handbook.entries_of("content", activity=number)
        return any(("chu", "de") in entry.pairs for entry in entries)

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the plan's title, which name the whole of it."""
        return frozenset(each.folded for each in words(self.handbook.plan.title))

    def name_words(self, number: int) -> frozenset[str]:
        """The words of the activity's name, which tell nothing about one of its facts."""
        activity = self.activity(number)
        return _words_of((activity.name, activity.name_en or ""))


@lru_cache(maxsize=1024)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    said = {each.folded for name in names for each in words(name)}
    return frozenset(said | {stem(each) for each in said})


@lru_cache(maxsize=1024)
def _pairs_of(title: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(each.folded for each in words(title)))


def _is_part_of(title: frozenset[tuple[str, str]], reading: Reading, found: Found) -> bool:
    """Whether the words found, and the one before or after them, stand together in a title."""
    said = [each.folded for each in reading.words]
    inside = all(pair in title for pair in pairwise(said[found.start : found.end]))
    before = found.start > 0 and (said[found.start - 1], said[found.start]) in title
    after = found.end < len(said) and (said[found.end - 1], said[found.end]) in title
    return inside and (before or after)


def facts_of(found: list[Match]) -> tuple[Fact, ...]:
    """The statements of the matches."""
    return tuple(match.entry.fact for match in found)
