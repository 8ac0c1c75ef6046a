"""What a rule of the date grammar is, and the words that the rules share."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from campaign.language.days import Days
from campaign.language.patterns import any_of, phrase
from campaign.language.text import fold


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at beside the words it matched.

    `text` is as typed, with the same offsets; `accented` says whether it has Vietnamese letters,
    `english` whether it has words that are English only.
    """

    text: str
    today: datetime.date
    accented: bool
    english: bool


Match = re.Match[str]
Reader = Callable[[Match, Scene], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression: a pattern as `patterns.phrase` reads it, and what it means.

    `read` returns None where the words are no date after all, and raises ValueError or
    OverflowError where they name a day that does not exist. The rule does not count right after
    the words of the pattern `unless_after`.
    """

    pattern: str
    read: Reader
    unless_after: str = ""


_SHIFTS = {
    -2: ("trước nữa", "kia"),
    -1: ("trước", "trc", "rồi", "vừa rồi", "vừa qua", "qua", "ngoái"),
    0: ("này", "nay", "ni", "hiện tại", "hiện nay"),
    1: ("sau", "tới", "sắp tới", "tới đây", "kế", "kế tiếp", "tiếp", "tiếp theo"),
    2: ("sau nữa",),
}
_SHIFT_OF = {fold(word): shift for shift, words in _SHIFTS.items() for word in words}

NEXT_DATE = (
    r" (?:\d|ngày|tháng|thg|t\d|cuối|hết|đầu|giữa|thứ|chủ|nay|giờ|năm \d|quý|tuần|mùng|mồng|lễ)"
)
"""What follows "tới", "sau" or "trước" where these belong to the next date and not to this."""

SHIFT = rf"(?:{any_of(word for words in _SHIFTS.values() for word in words)})(?!{NEXT_DATE})"
"""This, next or last, said after a unit: "tuần này", "tháng sau", "năm ngoái"."""

OF_YEAR = (
    rf"(?:,?(?: của)? (?:năm (?P<of_year>\d{{4}}|{SHIFT})|(?P<bare_year>(?:19|20)\d\d)))?(?!\d)"
)
"""A year in words after a day, month or quarter: "… năm 2024", "… năm ngoái", "… 2024"."""

TO = (
    r"(?:\s{0,2}(?:[-–—~→]|->|=>)\s{0,2}"
    r"| (?:(?:cho )?(?:đến|tới)(?: hết)?|to|till|until|through) )"
)
AND = r"(?:\s{0,2}[,;&+]\s{0,2}| (?:và|hay|hoặc|and|or) )"
DAYPART = "sáng|trưa|chiều|tối|đêm"

_CENTURY = 100
_AHEAD = 20


def shift_of(words: str) -> int:
    """Return how many units later the words of `SHIFT` point."""
    return _SHIFT_OF[re.sub(r"\s+", " ", fold(words))]


def year_said(match: Match, today: datetime.date) -> int | None:
    """Return the year in the groups `year`, `of_year` or `bare_year`; None when none was said.

    Two figures mean the year nearest to today, at most 20 years ahead.
    """
    groups = match.groupdict()
    words = groups.get("year") or groups.get("of_year") or groups.get("bare_year")
    if words is None:
        return None
    if not words.isdecimal():
        return today.year + shift_of(words)
    year = int(words)
    if len(words) > 2:  # noqa: PLR2004 - figures
        return year
    latest = today.year + _AHEAD
    return latest - (latest - year) % _CENTURY


def this_year_unless_said(make: Callable[[int], Days], match: Match, scene: Scene) -> Days:
    """Return what `make` makes of the year that was said, or else of today's, to come again."""
    year = year_said(match, scene.today)
    if year is None:
        return replace(make(scene.today.year), recurs="year")
    return replace(make(year), year_said=True)


def before(match: Match, pattern: re.Pattern[str], reach: int = 40) -> bool:
    """Whether `pattern`, made by `patterns.ending`, stands right before the match."""
    return bool(pattern.search(match.string, max(0, match.start() - reach), match.start()))


_CLAUSE_START = re.compile(r"(?:^|[?!,.;:)\n\"'“])\s{0,3}$")


def starts_clause(match: Match) -> bool:
    """Whether the match is at the beginning of the text or after a sign."""
    return bool(_CLAUSE_START.search(match.string, max(0, match.start() - 4), match.start()))


_FUNCTION_WORDS = re.compile(
    phrase(
        r"\s{0,3}(?:$|[?!,;:)\]…\"'”]|\.(?!\d)|[-–](?:\s|$)|(?:có|co|là|la|thì|thi|này|nay|mình|nhà"
        r"|của|ở|tại|và|hay|hoặc|với|phải|đúng|còn|ntn|tổ|diễn|họp|sẽ|được|dc|đc|bên|em|ad|ạ|á"
        r"|vậy|v|nhé|nha|đến|tới|trở|lúc|năm|is|are|what|and|or|on|at|to|the)\b)"
    )
)


def at_rest(match: Match) -> bool:
    """Whether what follows the match is no unit of measure: the end, a sign, a function word."""
    return bool(_FUNCTION_WORDS.match(match.string, match.end()))
