"""Days by name, and seasons: "giỗ Tổ", "rằm tháng 7", "mùng 1 Tết", "mùa hè này"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from campaign.language.date_rules import (
    OF_YEAR,
    SHIFT,
    Match,
    Rule,
    Scene,
    shift_of,
    this_year_unless_said,
    year_said,
)
from campaign.language.days import (
    DAY,
    Date,
    Days,
    one_day,
)
from campaign.language.holidays import LUNAR, SOLAR
from campaign.language.lunar import (
    lunar_year_of,
    month_of,
    nearest_new_year,
    new_year,
    solar_day,
)
from campaign.language.numerals import DAY_WORDS, MONTH_WORDS, number
from campaign.language.parts import (
    season,
)
from campaign.language.patterns import any_of, exact
from campaign.language.text import fold

_FULL_MOON = 15
_TET_DAYS = 3
_FIRST_BEFORE_TET = 20
_LAST_OF_THE_YEAR = 30
_JULY = 7

_NO_APOSTROPHE = str.maketrans("", "", "'’")
Holidays = Mapping[tuple[int, int], Iterable[str]]


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", fold(words)).translate(_NO_APOSTROPHE)


def _names(holidays: Holidays) -> str:
    return any_of(name for names in holidays.values() for name in names).replace("'", "['’]?")


def _by_name(holidays: Holidays) -> dict[str, tuple[int, int]]:
    return {_plain(name): day for day, names in holidays.items() for name in names}


_SOLAR_OF, _LUNAR_OF = _by_name(SOLAR), _by_name(LUNAR)


def _solar_holiday(match: Match, scene: Scene) -> Days:
    month, day = _SOLAR_OF[_plain(match["name"])]
    return this_year_unless_said(lambda year: one_day(Date(year, month, day)), match, scene)


def _lunar_holiday(match: Match, scene: Scene) -> Days:
    return _lunar_day(match, scene, *_LUNAR_OF[_plain(match["name"])])


def _lunar_day(match: Match, scene: Scene, month: int, day: int) -> Days:
    said = year_said(match, scene.today)
    year = lunar_year_of(month, scene.today) if said is None else said
    return one_day(solar_day(year, month, day), year_said=said is not None)


def _day_of_lunar_month(match: Match, scene: Scene) -> Days:
    """Read "rằm tháng 7", "23 tháng chạp"."""
    day = number(match["day"]) if "day" in match.groupdict() else _FULL_MOON
    return _lunar_day(match, scene, number(match["month"]), day)


def _day_of_this_lunar_month(match: Match, scene: Scene) -> Days:
    """Read "rằm này", "mùng 1 âm lịch"."""
    day = number(match["day"]) if "day" in match.groupdict() else _FULL_MOON
    year, month, leap = month_of(scene.today)
    return one_day(solar_day(year, month, day, leap=leap))


def _tet(match: Match, scene: Scene) -> tuple[Date, bool]:
    """The first day of the Tết that is meant, and whether its year was said."""
    said = year_said(match, scene.today)
    return new_year(nearest_new_year(scene.today) if said is None else said), said is not None


def _tet_holiday(match: Match, scene: Scene) -> Days:
    first, said = _tet(match, scene)
    return Days(first, first + (_TET_DAYS - 1) * DAY, "range", said)


def _day_of_tet(match: Match, scene: Scene) -> Days:
    first, said = _tet(match, scene)
    day = number(match["day"])
    if not 1 <= day < _FULL_MOON:
        raise ValueError(f"Tết has no day {day}")
    return one_day(first + (day - 1) * DAY, year_said=said)


def _before_tet(match: Match, scene: Scene) -> Days | None:
    """Read "28 Tết"; "30 Tết" is the last day also where the month has 29."""
    first, said = _tet(match, scene)
    day = number(match["day"])
    if day < _FIRST_BEFORE_TET:
        return None
    it = first - DAY if day == _LAST_OF_THE_YEAR else solar_day(first.year - 1, 12, day)
    return one_day(it, year_said=said)


def _new_years_eve(match: Match, scene: Scene) -> Days:
    first, said = _tet(match, scene)
    return one_day(first - DAY, year_said=said)


def _new_years_day(match: Match, scene: Scene) -> Days:
    said = year_said(match, scene.today)
    year = scene.today.year + (scene.today.month >= _JULY) if said is None else said
    return one_day(Date(year, 1, 1), year_said=said is not None)


_SEASONS = {
    "xuân": "spring",
    "hè": "summer",
    "hạ": "summer",
    "thu": "autumn",
    "đông": "winter",
}
_SEASON_OF = {fold(word): name for word, name in _SEASONS.items()}


def _season(match: Match, scene: Scene) -> Days:
    """Read "mùa đông này" as the one that is on, or else this year's."""
    name, today = _SEASON_OF[fold(match["season"])], scene.today
    said = year_said(match, today)
    if said is not None:
        return replace(season(name, said), year_said=True)
    last, this, following = (season(name, today.year + shift) for shift in (-1, 0, 1))
    shift = shift_of(match["near"]) if match["near"] else 0
    if shift > 0:
        return this if this.start and this.start > today else following
    if shift < 0:
        return this if this.end and this.end < today else last
    return last if last.end and last.end >= today else this


_DAY = r"(?:(?:ngày|lễ|dịp|đêm|ngày lễ|dịp lễ) )"
_LUNAR = rf"(?:âm lịch|{exact('âm')}|al)"


RULES = (
    Rule(rf"{_DAY}?(?P<name>{_names(SOLAR)}){OF_YEAR}", _solar_holiday),
    Rule(rf"{_DAY}?(?P<name>{_names(LUNAR)}){OF_YEAR}", _lunar_holiday),
    Rule(
        rf"(?:ngày )?rằm tháng (?P<month>\d{{1,2}}|{MONTH_WORDS})(?: {_LUNAR})?{OF_YEAR}",
        _day_of_lunar_month,
    ),
    Rule(
        rf"(?:ngày )?(?:(?:mùng|mồng) )?(?P<day>\d{{1,2}}|{DAY_WORDS}) tháng (?P<month>giêng|chạp)"
        rf"(?: {_LUNAR})?{OF_YEAR}",
        _day_of_lunar_month,
    ),
    Rule(rf"(?:ngày )?{exact('rằm')}(?: tháng)?(?: (?:này|nay))?", _day_of_this_lunar_month),
    Rule(
        rf"(?:ngày|mùng|mồng) (?P<day>\d{{1,2}}|{DAY_WORDS}) {_LUNAR}",
        _day_of_this_lunar_month,
    ),
    Rule(
        rf"{_DAY}?tết(?: nguyên đán| âm lịch| ta| cổ truyền| âm)?{OF_YEAR}",
        _tet_holiday,
    ),
    Rule(r"lunar new year|vietnamese new year", _tet_holiday),
    Rule(
        rf"(?:ngày )?(?:mùng|mồng) (?P<day>\d{{1,2}}|{DAY_WORDS}) tết{OF_YEAR}",
        _day_of_tet,
    ),
    Rule(rf"(?:ngày )?(?P<day>2\d|30|{DAY_WORDS}) tết{OF_YEAR}", _before_tet),
    Rule(rf"(?:đêm )?giao thừa{OF_YEAR}", _new_years_eve),
    Rule(rf"{_DAY}?(?:tết dương(?: lịch)?|tết tây|new year'?s day){OF_YEAR}", _new_years_day),
    Rule(
        rf"(?:mùa (?=\w)|(?=hè (?:này|năm|20|tới|vừa)))(?P<season>xuân|hè|hạ|thu|đông)"
        rf"(?: (?P<near>{SHIFT})|{OF_YEAR})",
        _season,
    ),
)
