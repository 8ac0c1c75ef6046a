"""English dates: "the 11th of April", "7 to 11 April", "early next month", "Q2 2024"."""

from dataclasses import replace

from campaign.language.date_rules import (
    Match,
    Rule,
    Scene,
    before,
    this_year_unless_said,
    year_said,
)
from campaign.language.days import (
    DAY,
    WEEK,
    Date,
    Days,
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
    quarter,
    whole_year,
)
from campaign.language.numerals import ENGLISH_MONTHS, ENGLISH_WORDS, SHORT_ENGLISH_MONTHS, number
from campaign.language.parts import (
    Part,
    part_of,
    season,
    turn_of_day,
    turn_of_week,
    turn_of_weekday,
)
from campaign.language.patterns import any_of, ending

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year")
_SHIFTS = {"next": 1, "coming": 1, "following": 1, "last": -1, "previous": -1, "past": -1}
_TURNS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_PARTS: dict[str, Part] = {
    **dict.fromkeys(("early", "beginning of", "start of"), "early"),
    **dict.fromkeys(("mid", "middle of"), "mid"),
    **dict.fromkeys(("late", "end of"), "late"),
    "first half of": "first half",
    "second half of": "second half",
    **dict.fromkeys(("all of", "throughout", "during", "all", "whole", "entire"), "all"),
}
_AT_A_TIME = ending(
    r"in|of|by|from|to|on|until|till|since|before|after|during|between|and|early|mid|mid-|late|for"
    r"|this|next|last|the|through|throughout|starting|month"
)


def _is_month(match: Match, scene: Scene) -> bool:
    """Whether the name is a month's: "may", "mar" and "sep" are Vietnamese words as well."""
    name, groups = match["month"], match.groupdict()
    if name == "may" and not (scene.english or scene.text.startswith("May", match.start("month"))):
        return False
    is_unmistakable = name in ENGLISH_MONTHS and name not in SHORT_ENGLISH_MONTHS
    is_dated = groups.get("day") or groups.get("year")
    return bool(is_unmistakable or is_dated or before(match, _AT_A_TIME))


def _month_number(match: Match) -> int:
    return (ENGLISH_MONTHS | SHORT_ENGLISH_MONTHS)[match["month"]]


def _month(match: Match, scene: Scene) -> Days | None:
    if not _is_month(match, scene):
        return None
    return this_year_unless_said(lambda year: month(year, _month_number(match)), match, scene)


def _day(match: Match, scene: Scene) -> Days | None:
    if not _is_month(match, scene):
        return None
    day = int(match["day"])
    return this_year_unless_said(
        lambda year: one_day(Date(year, _month_number(match), day)), match, scene
    )


def _days(match: Match, scene: Scene) -> Days | None:
    last = _day(match, scene)
    if last is None or last.end is None:
        return None
    first = last.end.replace(day=int(match["first"]))
    return replace(last, start=min(first, last.end), end=max(first, last.end), grain="range")


def _day_of_this_month(match: Match, scene: Scene) -> Days | None:
    if not before(match, _AT_A_TIME):
        return None
    day = first_of_month(scene.today).replace(day=int(match["day"]))
    return one_day(day, recurs="month")


def _unit_named(word: str) -> Unit:
    return next(unit for unit in _UNITS if word.startswith(unit))


def _shift(near: str | None) -> int:
    return _SHIFTS.get((near or "").removeprefix("this "), 0)


def _unit(match: Match, scene: Scene) -> Days:
    shift = _shift(match["near"])
    if match["unit"] == "weekend":
        return part_of(around("week", scene.today, shift), "late")
    return around(_unit_named(match["unit"]), scene.today, shift)


def _quarter(match: Match, scene: Scene) -> Days:
    which = match["which"]
    index = _TURNS[which] + 1 if which in _TURNS else 4 if which == "last" else number(which)
    return this_year_unless_said(lambda year: quarter(year, index), match, scene)


def _year(match: Match, _: Scene) -> Days:
    return whole_year(int(match["year"]))


def _outer(match: Match, scene: Scene) -> Days | None:
    """The month, unit or year of `_OUTER`."""
    if match["month"]:
        return _month(match, scene)
    return _unit(match, scene) if match["unit"] else _year(match, scene)


def _part(match: Match, scene: Scene) -> Days | None:
    outer = _outer(match, scene)
    return outer and part_of(outer, _PARTS[match["part"]])


def _turn_in_outer(match: Match, scene: Scene) -> Days | None:
    outer, turn = _outer(match, scene), _TURNS.get(match["turn"], -1)
    if outer is None:
        return None
    if match["inner"] in ("day", "week"):
        return (turn_of_day if match["inner"] == "day" else turn_of_week)(outer, turn)
    return turn_of_weekday(outer, _WEEKDAYS.index(match["inner"][:3]), turn)


def _count(match: Match, scene: Scene) -> Days:
    unit, count = _unit_named(match["unit"]), number(match["count"])
    return (back if _shift(match["near"]) < 0 else ahead)(unit, scene.today, count)


def _away(match: Match, scene: Scene) -> Days:
    count = number(match["count"])
    is_past = match.string.endswith("ago", match.start(), match.end())
    return around(_unit_named(match["unit"]), scene.today, -count if is_past else count)


def _weekday(match: Match, scene: Scene) -> Days:
    """Read "Friday" as the next one after today, "next Friday" as the one of next week."""
    weekday, near = _WEEKDAYS.index(match["weekday"][:3]), match["near"]
    week = match.groupdict().get("week") or ("next" if near == "next" else None)
    if week:
        return one_day(monday(scene.today + _shift(week) * WEEK) + weekday * DAY)
    if _shift(near) < 0:
        return one_day(last_weekday(weekday, scene.today))
    if near:
        return one_day(next_weekday(weekday, scene.today - DAY))
    return one_day(next_weekday(weekday, scene.today), recurs="week")


def _season(match: Match, scene: Scene) -> Days | None:
    year, near = year_said(match, scene.today), match["near"]
    if year is None and near is None:
        return None  # "fall" and "spring" alone are verbs
    name = "autumn" if match["season"] == "fall" else match["season"]
    return season(name, scene.today.year + _shift(near) if year is None else year)


_START = r"(?<![\w/.:])"
_NAME = rf"(?P<month>{any_of([*ENGLISH_MONTHS, *SHORT_ENGLISH_MONTHS])})\.?"
_OF_YEAR = r"(?:,?(?: of)? (?P<year>(?:19|20)\d\d)(?!\d))?"
_ANY_YEAR = r"(?:,? (?P<year>\d{4})(?!\d))?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_FIRST = r"(?P<first>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—]\s?| (?:to|and|until|till|through|thru) )(?:the )?"
_NEAR = r"(?P<near>this coming|this|next|last|coming|current|previous|past|following)"
_FULL_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SHORT_WEEKDAY = "mon|tues?|wed|thurs?|thu|fri|sat|sun"
_SPAN = rf"(?P<count>[1-9]\d{{0,2}}|{ENGLISH_WORDS}) (?P<unit>(?:day|week|month|quarter|year)s?)"
_BARE_YEAR = r"(?:19\d\d|20[0-4]\d)(?![\w/-])"
_OUTER = (
    rf"(?:the )?(?:{_NAME}(?:,?(?: of)? (?=(?:19|20)\d\d(?!\d)))?|(?:{_NEAR} )?"
    rf"(?P<unit>week|month|quarter|year)|(?={_BARE_YEAR}))(?P<year>(?<!\w){_BARE_YEAR})?"
)

RULES = (
    Rule(rf"{_START}(?:the )?{_NUMBER}(?: day)?(?:[ -]| of ){_NAME}{_ANY_YEAR}", _day),
    Rule(rf"{_NAME} (?:the )?{_NUMBER}{_ANY_YEAR}(?![:/]\d)", _day),
    Rule(rf"{_START}(?:the )?{_FIRST}{_TO}{_NUMBER}(?: of)? {_NAME}{_ANY_YEAR}", _days),
    Rule(rf"{_NAME} (?:the )?{_FIRST}{_TO}{_NUMBER}{_ANY_YEAR}", _days),
    Rule(rf"{_NAME}{_OF_YEAR}", _month),
    Rule(r"the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)", _day_of_this_month),
    Rule(rf"{_NEAR} (?P<unit>week|month|quarter|year)", _unit),
    Rule(rf"(?:{_NEAR} )?(?P<unit>weekend)", _unit),
    Rule(rf"(?:the )?(?P<part>{any_of(_PARTS)})[ -]{_OUTER}", _part),
    Rule(
        rf"(?:the )?(?P<turn>{any_of(_TURNS)}|last) (?P<inner>day|week|{_FULL_WEEKDAY})"
        rf" (?:of|in) {_OUTER}",
        _turn_in_outer,
    ),
    Rule(
        rf"(?:the )?(?P<which>{any_of(_TURNS)}|last) quarter(?: of the year)?{_OF_YEAR}", _quarter
    ),
    Rule(rf"(?:quarter |q)(?P<which>[1-4]|iv|i{{1,3}}){_OF_YEAR}", _quarter),
    Rule(
        r"(?:(?<=in\s)|(?<=of\s)|(?<=by\s)|(?<=to\s)|(?<=since\s)|(?<=from\s)|(?<=before\s)"
        rf"|(?<=after\s)|(?<=until\s)|(?<=till\s)|(?<=year\s))(?P<year>{_BARE_YEAR})",
        _year,
    ),
    Rule(rf"(?P<near>next|coming|following|last|past) {_SPAN}", _count),
    Rule(rf"in {_SPAN}(?: time)?", _away),
    Rule(rf"{_SPAN} (?:from now|ago|later)", _away),
    Rule(
        rf"(?:{_NEAR} )?(?P<weekday>{_FULL_WEEKDAY})(?: (?:of )?(?P<week>this|next|last) week)?",
        _weekday,
    ),
    Rule(rf"{_NEAR} (?P<weekday>{_SHORT_WEEKDAY})", _weekday),
    Rule(rf"(?:{_NEAR} )?(?P<season>spring|summer|autumn|fall|winter){_OF_YEAR}", _season),
)
