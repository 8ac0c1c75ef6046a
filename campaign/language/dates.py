"""Time expressions in what people write, as stretches of days.

The grammar is data: the tables `RULES` of the modules `date_rules_*` name single dates,
`date_joins` says what stands between and around them.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.language import (
    date_rules_calendar,
    date_rules_english,
    date_rules_holidays,
    date_rules_nearby,
    date_rules_units,
    date_rules_weekdays,
)
from campaign.language.date_joins import join
from campaign.language.date_rules import Reader, Rule, Scene
from campaign.language.date_times import Found
from campaign.language.days import Days, Grain
from campaign.language.patterns import ending, phrase


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A time expression: its words `text`, at `offset` for `length` characters, and its days.

    `start` and `end` are both inclusive, in the calendar of Vietnam; None is an open end. `valid`
    is False for a day that does not exist, as 31/2, and then both are None. `year_said` is False
    where the year was taken from today's.
    """

    text: str
    start: datetime.date | None
    end: datetime.date | None
    grain: Grain
    offset: int
    length: int
    valid: bool
    year_said: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    read: Reader
    unless_after: re.Pattern[str] | None


def _compiled(rule: Rule) -> _Rule:
    unless_after = ending(rule.unless_after) if rule.unless_after else None
    return _Rule(re.compile(rf"(?:{phrase(rule.pattern)})(?!\w)"), rule.read, unless_after)


_TABLES = (
    date_rules_nearby,
    date_rules_holidays,
    date_rules_weekdays,
    date_rules_units,
    date_rules_calendar,
    date_rules_english,
)
_RULES = tuple(_compiled(rule) for table in _TABLES for rule in table.RULES)
"""Of two readings of the same length, that of the earlier rule counts."""

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_ANY = re.compile(
    r"(?<!\w)(?=\w)(?:" + "|".join(_NAMED_GROUP.sub("(?:", r.pattern.pattern) for r in _RULES) + ")"
)
_VIETNAMESE = re.compile("[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]")
_ENGLISH = re.compile(
    r"\b(?:what|what's|when|where|who|which|are|there|events?|activit(?:y|ies)|happening|planned"
    r"|between|before|after|until|since|during|deadlines?|please|any|does|will)\b"
)
_REACH = 40


def find_dates(text: str, today: datetime.date) -> list[DateMatch]:
    """Return the time expressions of `text` (NFC) as meant on `today`, left to right.

    They do not overlap, and each is the longest at its place. Takes time in proportion to the
    length of `text`, and raises nothing whatever it says.
    """
    lowered = _lower(text)
    if not _ANY.search(lowered):
        return []
    scene = Scene(text, today, bool(_VIETNAMESE.search(lowered)), bool(_ENGLISH.search(lowered)))
    return [_seen(found, text) for found in join(_dates(lowered, scene), scene, lowered)]


def _lower(text: str) -> str:
    """Lower case, letter for letter: "İ" alone would become two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.replace("İ", "i").lower()


def _dates(text: str, scene: Scene) -> Iterator[Found]:
    position = 0
    while place := _ANY.search(text, position):
        found = _longest(text, place.start(), scene)
        position = found.end if found else place.start() + 1
        if found:
            yield found


def _longest(text: str, start: int, scene: Scene) -> Found | None:
    """The longest reading at `start` that some rule stands by."""
    matches = [(m, rule) for rule in _RULES if (m := rule.pattern.match(text, start))]
    for match, rule in sorted(matches, key=lambda each: -each[0].end()):
        if rule.unless_after and rule.unless_after.search(text, max(0, start - _REACH), start):
            continue
        try:
            days = rule.read(match, scene)
        except (ValueError, OverflowError):
            return Found(start, match.end(), None)
        if days:
            return Found(start, match.end(), days)
    return None


def _seen(found: Found, text: str) -> DateMatch:
    days = found.days or Days(None, None, "day")
    return DateMatch(
        text=text[found.start : found.end],
        start=days.start,
        end=days.end,
        grain=days.grain,
        offset=found.start,
        length=found.end - found.start,
        valid=found.days is not None,
        year_said=days.year_said,
    )
