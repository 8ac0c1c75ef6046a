"""English dates: "the 11th of April", "7 to 11 April", "early next month", "Q2 2024"."""

from dataclasses import replace

from campaign.language.date_rules import Match, Rule, Scene, before, year_said
from campaign.language.days import (
    DAY,
    WEEK,
    Date,
    Days,
    Part,
    Unit,
    ahead,
    around,
    back,
    first_of_month,
    last_weekday,
    monday,
    month,
    next_weekday,
    one_day,
    part_of,
    quarter,
    season,
    whole_year,
)
from campaign.language.numerals import ENGLISH_WORDS, number
from campaign.language.patterns import ending

_FULL_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_OF = {name: n for names in (_SHORT_MONTHS, _FULL_MONTHS) for n, name in enumerate(names, 1)}
_MONTH_OF["sept"] = 9
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
_DAY = r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?(?!\d)"
_TO = r"(?:\s?[-–—]\s?| (?:to|and|until|till|through|thru) )(?:the )?"
_NEAR = r"(?P<near>this coming|this|next|last|coming|current|previous|past|following)"
_NEARNESS = {"next": 1, "coming": 1, "following": 1, "last": -1, "previous": -1, "past": -1}
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
_QUARTERS |= {"fourth": 4, "4th": 4, "last": 4}
_PARTS: dict[str, Part] = {
    **dict.fromkeys(("early", "beginning of", "start of"), "early"),
    **dict.fromkeys(("mid", "middle of"), "mid"),
    **dict.fromkeys(("late", "end of"), "late"),
    "first half of": "first half",
    "second half of": "second half",
    **dict.fromkeys(("all of", "throughout", "during", "all", "whole", "entire"), "all"),
}
_LEADING = ending(
    r"in|of|by|from|to|on|until|till|since|before|after|during|between|and|early|mid|mid-|late|for"
    r"|this|next|last|the|through|throughout|starting|month"
)


def _is_month(match: Match, scene: Scene) -> bool:
    """Whether the name is a month's: "may", "mar" and "sep" are Vietnamese words as well."""
    name = match["month"]
    groups = match.groupdict()
    if name == "may" and not (scene.english or scene.text.startswith("May", match.start("month"))):
        return False
    dated = bool(groups.get("day") or groups.get("year"))
    return dated or (name in _FULL_MONTHS and name != "may") or before(match, _LEADING)


def _month(match: Match, scene: Scene) -> Days | None:
    if not _is_month(match, scene):
        return None
    year = year_said(match, scene.today)
    if year is not None:
        return replace(month(year, _MONTH_OF[match["month"]]), year_said=True)
    return replace(month(scene.today.year, _MONTH_OF[match["month"]]), recurs="year")


def _day(match: Match, scene: Scene) -> Days | None:
    if not _is_month(match, scene):
        return None
    year = year_said(match, scene.today)
    month_number, day = _MONTH_OF[match["month"]], int(match["day"])
    if year is not None:
        return replace(one_day(Date(year, month_number, day)), year_said=True)
    return replace(one_day(Date(scene.today.year, month_number, day)), recurs="year")


def _days(match: Match, scene: Scene) -> Days | None:
    last = _day(match, scene)
    if last is None or last.end is None:
        return last
    start = last.end.replace(day=int(match["first"]))
    return replace(last, start=min(start, last.end), end=max(start, last.end), grain="range")


def _day_of_this_month(match: Match, scene: Scene) -> Days | None:
    if not before(match, _LEADING):
        return None
    day = first_of_month(scene.today).replace(day=int(match["day"]))
    return replace(one_day(day), recurs="month")


def _unit(match: Match, scene: Scene) -> Days:
    shift = _NEARNESS.get(match["near"].removeprefix("this ") if match["near"] else "", 0)
    if match["unit"] == "weekend":
        return part_of(around("week", scene.today, shift), "late")
    return around(_unit_named(match["unit"]), scene.today, shift)


def _unit_named(word: str) -> Unit:
    units: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year")
    return next(unit for unit in units if word.startswith(unit))


def _quarter(match: Match, scene: Scene) -> Days:
    which = match["which"]
    year = year_said(match, scene.today)
    days = quarter(
        scene.today.year if year is None else year, _QUARTERS.get(which) or number(which)
    )
    return replace(days, year_said=year is not None, recurs="year" if year is None else None)


def _year(match: Match, _: Scene) -> Days:
    return whole_year(int(match["year"]))


def _part(match: Match, scene: Scene) -> Days | None:
    groups = match.groupdict()
    whole = (
        _month(match, scene)
        if groups.get("month")
        else _unit(match, scene)
        if groups.get("unit")
        else _year(match, scene)
    )
    return whole and part_of(whole, _PARTS[match["part"]])


def _count(match: Match, scene: Scene) -> Days:
    unit, count = _unit_named(match["unit"]), number(match["count"])
    if not count:
        raise ValueError("no days at all")
    return (back if match["near"] in ("last", "past") else ahead)(unit, scene.today, count)


def _away(match: Match, scene: Scene) -> Days:
    count = number(match["count"])
    ago = match.string.endswith("ago", match.start(), match.end())
    return around(_unit_named(match["unit"]), scene.today, -count if ago else count)


def _weekday(match: Match, scene: Scene) -> Days:
    """Read "Friday" as the next one, "next Friday" as the one of next week."""
    weekday = _WEEKDAYS.index(match["weekday"][:3])
    near = match.groupdict().get("near")
    week = match.groupdict().get("week")
    if week or near == "next":
        shift = _NEARNESS.get(week or "next", 0)
        return one_day(monday(scene.today + shift * WEEK) + weekday * DAY)
    if near in ("last", "past", "previous"):
        return one_day(last_weekday(weekday, scene.today))
    if near:
        return one_day(next_weekday(weekday, scene.today - DAY))
    return replace(one_day(next_weekday(weekday, scene.today)), recurs="week")


def _season(match: Match, scene: Scene) -> Days:
    name = "autumn" if match["season"] == "fall" else match["season"]
    year = year_said(match, scene.today)
    shift = _NEARNESS.get(match["near"] or "", 0)
    return season(name, scene.today.year + shift if year is None else year)


_START = r"(?<![\w/.,:])"
_FULL_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SHORT_WEEKDAY = "mon|tues?|wed|thurs?|thu|fri|sat|sun"
_SPAN = "days?|weeks?|months?|quarters?|years?"
_FIRST = r"(?P<first>\d{1,2})(?:st|nd|rd|th)?"
_ONE_PART = rf"(?:the )?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})[ -](?:the )?"
_BARE_YEAR = r"(?P<year>19\d\d|20[0-4]\d)(?![\w/-])"
_BEFORE_YEAR = "|".join(
    rf"(?<={word}\s)"
    for word in [
        "in",
        "of",
        "since",
        "by",
        "before",
        "after",
        "until",
        "till",
        "from",
        "to",
        "year",
    ]
)

RULES = (
    Rule(rf"{_START}(?:the )?{_DAY}(?: day)?(?:[ -]| of ){_MONTH}(?:-(?=\d))?{_YEAR}", _day),
    Rule(rf"{_MONTH} (?:the )?{_DAY}{_YEAR}(?![:/]\d)", _day),
    Rule(rf"{_START}(?:the )?{_FIRST}{_TO}{_DAY}(?: of)? {_MONTH}{_YEAR}", _days),
    Rule(rf"{_MONTH} (?:the )?{_FIRST}{_TO}{_DAY}{_YEAR}", _days),
    Rule(rf"{_MONTH}(?: of(?= \d))?{_YEAR}", _month),
    Rule(r"the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)", _day_of_this_month),
    Rule(rf"(?:{_NEAR} )(?P<unit>week|month|quarter|year)", _unit),
    Rule(rf"(?:{_NEAR} )?(?P<unit>weekend)", _unit),
    Rule(rf"{_ONE_PART}{_MONTH}{_YEAR}", _part),
    Rule(rf"{_ONE_PART}(?:{_NEAR} )?(?P<unit>week|month|quarter|year)", _part),
    Rule(rf"{_ONE_PART}{_BARE_YEAR}", _part),
    Rule(
        rf"(?:the )?(?P<which>{'|'.join(_QUARTERS)}) quarter(?: of)?(?: the year)?{_YEAR}", _quarter
    ),
    Rule(rf"(?:quarter |q)(?P<which>[1-4]|iv|i{{1,3}})(?: of)?{_YEAR}", _quarter),
    Rule(rf"(?:{_BEFORE_YEAR}){_BARE_YEAR}", _year),
    Rule(
        rf"(?P<near>next|coming|following|last|past) (?P<count>\d{{1,3}}|{ENGLISH_WORDS})"
        rf" (?P<unit>{_SPAN})",
        _count,
    ),
    Rule(rf"in (?P<count>\d{{1,3}}|{ENGLISH_WORDS}) (?P<unit>{_SPAN})(?: time)?", _away),
    Rule(rf"(?P<count>\d{{1,3}}|{ENGLISH_WORDS}) (?P<unit>{_SPAN}) (?:from now|ago|later)", _away),
    Rule(
        rf"(?:{_NEAR} )?(?P<weekday>{_FULL_WEEKDAY})(?: (?:of )?(?P<week>this|next|last) week)?",
        _weekday,
    ),
    Rule(rf"{_NEAR} (?P<weekday>{_SHORT_WEEKDAY})", _weekday),
    Rule(rf"{_NEAR} (?P<season>spring|summer|autumn|fall|winter){_YEAR}", _season),
    Rule(r"(?P<near>(?!))?(?P<season>spring|summer|autumn|fall|winter) (?P<year>20\d\d)", _season),
)
