"""Weeks, months, quarters, years and parts of them: "tháng 4", "quý II/2024", "giữa t10"."""

import re
from dataclasses import replace

from campaign.language.date_rules import (
    AND,
    DAYPART,
    NEXT_DATE,
    OF_YEAR,
    SHIFT,
    TO,
    Match,
    Rule,
    Scene,
    before,
    shift_of,
    this_year_unless_said,
    year_said,
)
from campaign.language.days import (
    DAY,
    Date,
    Days,
    Unit,
    ahead,
    around,
    back,
    month,
    moved,
    quarter,
    whole_year,
)
from campaign.language.lunar import lunar_month, lunar_year_of
from campaign.language.numerals import MONTH_WORDS, SMALL_WORDS, number
from campaign.language.parts import (
    Part,
    part_of,
)
from campaign.language.patterns import any_of, ending, exact, phrase
from campaign.language.text import fold

_MONTH = r"tháng|thág|thagn|thnag|thasng|thg|th(?=\.?\s?\d)|t(?=\.?\d)"
_QUARTER = r"quý|quí|q(?=\s?(?:\d|i))"
_NAME = rf"(?P<unit>{_MONTH}|{_QUARTER}|tuần|năm)"
_NUMBER = rf"\d{{1,4}}(?!\d)|iv|i{{1,3}}|(?<=\s)(?:{MONTH_WORDS})"
_INDEX = rf"\d{{1,2}}(?!\d)|iv|i{{1,3}}|(?<=\s)(?:{MONTH_WORDS})"
_YEAR = r"(?:\s?[/,.-]\s?(?P<year>(?:19|20)\d\d))?"
_LUNAR = rf"(?:\s{{0,2}}\(?(?P<lunar>nhuận(?: âm lịch)?|âm lịch|al|{exact('âm')}|lunar)\)?)?"
_TURN = rf"(?: (?P<turn>này|tới đây|sắp tới|tới|vừa rồi|vừa qua)(?!{NEXT_DATE}))?"
_NO_UNIT = r"(?! (?:vấn|lần|kỳ|buổi|duy|tuổi)\b)(?!/\w|[.:]\d)"
_NO_BARE_UNIT = r"(?! (?:hành|hđ|nào|mấy|học|gì)\b)"

_WHICH = (
    rf"\.?\s{{0,3}}(?:(?P<shift>(?<=\s){SHIFT})"
    rf"|(?P<which>{_NUMBER}){_YEAR}{_LUNAR}{OF_YEAR}{_TURN}{_NO_UNIT})"
)

NAMED_UNIT = rf"{_NAME}{_WHICH}"
"""A certain unit: "tháng 4 năm sau", "quý II/2024", "tuần tới", "năm 2025"."""

ANY_UNIT = rf"{_NAME}(?:{_WHICH}|{_NO_BARE_UNIT})"
"""The same, or just "tháng", "năm", for the current one."""

SEVERAL = r"hàng|hằng|các|những|mỗi|mấy|vài|nhiều|từng"
"""Words after which a unit is none in particular: "hàng tháng", "những năm tới"."""

_PARTS: dict[str, Part] = {
    **dict.fromkeys(("thượng tuần", "đầu"), "early"),
    **dict.fromkeys(("trung tuần", "giữa"), "mid"),
    **dict.fromkeys(("hạ tuần", "cuối"), "late"),
    "nửa đầu": "first half",
    **dict.fromkeys(("nửa cuối", "nửa sau"), "second half"),
    "hết": "until the end",
    **dict.fromkeys(("cả", "trọn", "suốt", "toàn", "quanh", "trong"), "all"),
}
_PART_OF: dict[str, Part] = {fold(word): part for word, part in _PARTS.items()}

_PLACE = ending(r"việt|miền|phía|hà|người|giới|đội|quảng|tỉnh|bên")
_LAW = ending(r"luật(?: [\w/-]{1,12}){0,4}")
_SEVERAL = ending(SEVERAL)
_DAY_WORD = ending("ngày")
_WHICH_YEAR = re.compile(phrase(r" (?:nào|mấy|sinh)\b"))
_WHICH_TIME = ending(r"nào|mấy|lần|gì")
_DAYPART = ending(DAYPART)
_HALF_A_MONTH = 15
_DOCUMENT = r"số|nghị định|thông tư|quyết định|nghị quyết|công văn|khóa|khoá|lớp|kỳ"


_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("ngay", "hom", "bua"), "day"),
    "tuan": "week",
    **dict.fromkeys(("quy", "qui", "q"), "quarter"),
    "nam": "year",
}


def unit_named(word: str) -> Unit:
    """Return the unit that `word` stands for; what is no other unit is a way to write a month."""
    return _UNITS.get(fold(word), "month")


def unit_days(match: Match, scene: Scene) -> Days | None:
    """Return the days of `NAMED_UNIT` or `ANY_UNIT`; None where the words are something else.

    Raises ValueError for a month 13, a quarter 5 or a year 0.
    """
    unit = unit_named(match["unit"])
    if unit == "year" and _is_no_year(match):
        return None
    if match["shift"]:
        if before(match, _SEVERAL):
            return None
        return around(unit, scene.today, shift_of(match["shift"]))
    if match["which"] is None:
        return around(unit, scene.today)
    return _numbered(unit, match, scene)


def _is_no_year(match: Match) -> bool:
    """Whether "nam" belongs to a name ("Việt Nam 2024"), or the year to a law."""
    return before(match, _LAW) or (match["unit"] == "nam" and before(match, _PLACE))


def _numbered(unit: Unit, match: Match, scene: Scene) -> Days | None:
    which = number(match["which"])
    if unit == "year" and match["year"]:
        return None  # "năm 2025 - 2026" is two of them
    if unit == "year":
        return whole_year(which) if re.fullmatch(r"\d{4}", match["which"]) else None
    if unit == "week" or re.fullmatch(r"\d{3,}", match["which"]):
        return None
    if match["unit"] == "t" and before(match, _DAYPART):
        return None
    if fold(match["which"]) == "nam" and _is_any_date(match):
        return None
    if match["lunar"]:
        said = year_said(match, scene.today)
        year = lunar_year_of(which, scene.today) if said is None else said
        days = lunar_month(year, which, leap=match["lunar"].startswith("nhu"))
        return replace(days, year_said=said is not None)
    make = month if unit == "month" else quarter
    days = this_year_unless_said(lambda year: make(year, which), match, scene)
    return _turned(days, match["turn"], scene.today) if days.recurs else days


def _is_any_date(match: Match) -> bool:
    """Whether "tháng năm" is no May, but "ngày tháng năm" or "tháng năm nào"."""
    return before(match, _DAY_WORD) or bool(_WHICH_YEAR.match(match.string, match.end()))


def _turned(days: Days, turn: str | None, today: Date) -> Days:
    """The coming one for "tháng 3 tới", the one that has come for "tháng 10 vừa rồi"."""
    begun = days.start is not None and days.start <= today
    if turn and turn[0] in "ts" and begun:
        return moved(days, 1)
    if turn and turn[0] == "v" and not begun:
        return moved(days, -1)
    return days


def _part_of_unit(match: Match, scene: Scene) -> Days | None:
    part = fold(match["part"])
    whole = unit_days(match, scene)
    is_bare = not (match["shift"] or match["which"])
    if whole is None or (part == "trong" and is_bare and not _is_current(whole, match)):
        return None
    return part_of(whole, _PART_OF[" ".join(part.split())])


def _is_current(whole: Days, match: Match) -> bool:
    """Whether "trong năm" is this year; it is any in "tháng nào trong năm", "trong tuần"."""
    return whole.grain != "week" and not before(match, _WHICH_TIME)


def _several_units(match: Match, scene: Scene) -> Days | None:
    """Read "tháng 4-5/2024"; "tháng 4 và 8" is not one stretch."""
    first, last = number(match["first"]), number(match["last"])
    listed = match["between"].count(",") + 1
    if not match["to"] and last - first != listed:
        return None
    year, wraps = year_said(match, scene.today), first > last
    last_year = scene.today.year + wraps if year is None else year
    make = month if unit_named(match["unit"]) == "month" else quarter
    start, end = make(last_year - wraps, first).start, make(last_year, last).end
    return Days(start, end, "range", year is not None, "year" if year is None else None)


def _month_of_year(match: Match, _: Scene) -> Days:
    return replace(month(int(match["year"]), int(match["month"])), year_said=True)


def _years(match: Match, _: Scene) -> Days | None:
    first, last = whole_year(int(match["first"])), whole_year(int(match["last"]))
    if match["first"] > match["last"]:
        return None
    return replace(last, start=first.start, grain="range")


def _count(match: Match, scene: Scene) -> Days:
    """Read "3 ngày tới" as a stretch, "3 ngày nữa" and "3 ngày trước" as a time."""
    unit, count = unit_named(match["unit"]), number(match["count"])
    if not count:
        raise ValueError("no days at all")
    which = fold(match["which"])
    if which.startswith(("nu", "nx")) and not match["within"]:
        return around(unit, scene.today, count)
    if which.startswith("tr"):
        return around(unit, scene.today, -count)
    if which.startswith(("q", "v", "g")):
        return back(unit, scene.today, count)
    return ahead(unit, scene.today, count)


def _half_a_month(match: Match, scene: Scene) -> Days:
    start, end = scene.today, scene.today + (_HALF_A_MONTH - 1) * DAY
    if fold(match["which"]) == "qua":
        start, end = scene.today - _HALF_A_MONTH * DAY, scene.today - DAY
    return Days(start, end, "range")


def _ago(match: Match, scene: Scene) -> Days:
    return around(unit_named(match["unit"]), scene.today, -number(match["count"]))


_COUNT = (
    rf"(?<![\w/.,])(?P<count>\d{{1,3}}|{SMALL_WORDS}) (?P<unit>ngày|hôm|bữa|tuần|tháng|quý|năm)"
)
_TOWARDS = (
    r"tới đây|sắp tới|tới|kế tiếp|kế|tiếp theo|tiếp|sau|nữa|nx|vừa qua|vừa rồi|qua|gần đây|gần nhất"
    r"|trước"
)

RULES = (
    Rule(NAMED_UNIT, unit_days),
    Rule(rf"(?P<part>{any_of(_PARTS)})(?: của)? {ANY_UNIT}", _part_of_unit),
    Rule(
        rf"(?P<unit>{_MONTH}|{_QUARTER})\.?\s{{0,3}}(?P<first>{_INDEX})"
        rf"(?P<between>(?:,\s{{0,2}}\d{{1,2}}){{0,8}})(?:(?P<to>{TO})|{AND})"
        rf"(?:(?:{_MONTH}|{_QUARTER})\.?\s{{0,3}})?(?P<last>{_INDEX}){_YEAR}{OF_YEAR}{_NO_UNIT}",
        _several_units,
    ),
    Rule(
        r"(?<![\w/.,-])(?P<month>\d{1,2})\s?[/-]\s?(?P<year>(?:19|20)\d\d)(?![\w/-])",
        _month_of_year,
        _DOCUMENT,
    ),
    Rule(
        r"(?:giai đoạn|nhiệm kỳ|năm|các năm|từ|từ năm) (?P<first>(?:19|20)\d\d)"
        rf"(?:{TO})(?:năm )?(?P<last>(?:19|20)\d\d)(?![\w/-])",
        _years,
    ),
    Rule(
        rf"(?P<within>trong (?:vòng )?)?{_COUNT} (?P<which>{_TOWARDS})(?!{NEXT_DATE})",
        _count,
    ),
    Rule(r"nửa tháng (?P<which>tới|qua)", _half_a_month),
    Rule(rf"cách đây {_COUNT}", _ago),
)
