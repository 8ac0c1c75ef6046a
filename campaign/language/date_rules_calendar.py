"""Days by number: "11/4", "ngày 11 tháng 4", "mùng 10 tháng 3 âm lịch", "7-11/4", "2024-04-11"."""

import re

from campaign.language.date_rules import (
    AND,
    OF_YEAR,
    SHIFT,
    TO,
    Match,
    Rule,
    Scene,
    at_rest,
    before,
    shift_of,
    starts_clause,
    this_year_unless_said,
    year_said,
)
from campaign.language.days import DAY, Date, Days, Recurrence, first_of_month, moved, one_day
from campaign.language.lunar import lunar_year_of, solar_day
from campaign.language.numerals import DAY_WORDS, MONTH_WORDS, number
from campaign.language.patterns import ending, exact, phrase

_MONTHS_IN_A_YEAR = 12
_LONGEST_MONTH = 31

_TO_TEN = rf"(?<!chao\s)(?:mùng|mồng)(?=\s{{0,2}}(?:0?[1-9](?!\d)|10(?!\d)|{DAY_WORDS}))"
_CUE = rf"(?P<cue>(?:ngày )?{_TO_TEN}|ngày|ng|hôm|bữa|dịp)\s{{0,2}}"
_START = r"(?<![\w/.:])"
_STOP = r"(?![\w%]|/\w|[.:]\d|-[^\W\d])"
_FIGURES = r"(?P<day>\d{1,2})"
_CALENDAR = (
    rf"(?:\s{{0,2}}\(?(?P<lunar>nhuận(?: âm lịch| {exact('âm')})?"
    rf"|âm lịch|lịch âm|al|{exact('âm')}|lunar(?: calendar)?)\)?"
    rf"| (?:dương lịch|{exact('dương')}|{exact('tây')}|dl))?"
)
_TURN = (
    r"(?: (?P<turn>này|tới đây|sắp tới|tới"
    r"(?=\s{0,3}(?:$|[?!,.;)]|(?:có|là|thì|mình|sẽ|này|ở|tại)\b))))?"
)
_TAIL = rf"{_CALENDAR}{OF_YEAR}{_TURN}{_STOP}"

_NUMBER_MONTH = (
    r"\s?/\s?(?P<month>\d{1,2})(?!\d)"
    r"(?:(?:[/.-](?=\d{4})|\s?/\s?(?=\d\d(?!\d)))(?P<year>\d{2,4}))?"
)
_MONTH = r" (?:của )?(?:tháng|thág|thg|th|t)\.?\s{0,3}"
_WORD_MONTH = (
    rf",?{_MONTH}(?P<month>\d{{1,2}}|(?<=\s)(?:{MONTH_WORDS}))"
    r"(?! (?:vấn|lần|kỳ|buổi|ngày (?!\d)|đầu năm|cuối năm))"
    r"(?:\s?[/,.-]\s?(?P<year>(?:19|20)\d\d))?"
)

_NUMBERED = (
    r"số|(?<!cao\s)(?<!thời\s)(?<!địa\s)điểm|trang|câu|bài|mục|khoản|chương|tổ|lớp|khóa|khoá|tỷ lệ"
    r"|tỉ lệ|tỷ số|tỉ số|đạt|quyết định|nghị quyết|nghị định|công văn|thông tư|phòng|nhà|ngõ"
)
_COUNTED = rf"{_NUMBERED}|hoạt động|nội dung|phần|ý|phiên bản|bản|version|mức"
_EVERY = r"mỗi|một|mấy|hàng|hằng|nửa|cả|bao nhiêu|suốt|vài|nhiều"
_COUNTS = r"(?! (?:lần|buổi|ca|giờ|tiếng|bữa|đêm|người|suất|bài|tin|tấn|kg|triệu|công|cuộc)\b)"

_QUANTITY = re.compile(
    phrase(
        r" (?:trong số|số|tổng|diện tích|dân số|sản lượng|doanh thu|kinh phí|vốn|ngày|giờ|năm"
        r"|tháng|quãng|đại biểu|thành viên|xã viên|hộ|of)\b"
    )
)
_ADDRESS = re.compile(phrase(r",? (?:đường|phố|ngõ|hẻm|ngách|khu phố|tổ dân phố)\b"))
_SECTION = re.compile(r"\.\s{0,2}\S")
_PREDICATE = re.compile(phrase(r" (?:có|là|thì|mình|này|ai|ở|is)\b"))
_LEADING = ending(r"từ|đến|tới|trước|sau|hết|vào|lúc|from|to|on|until|before|after|since|by")


def _day_and_month(match: Match, scene: Scene) -> Days:
    day, month = number(match["day"]), number(match["month"])
    if lunar := match.groupdict().get("lunar"):
        said = year_said(match, scene.today)
        year = lunar_year_of(month, scene.today) if said is None else said
        solar = solar_day(year, month, day, leap=lunar.startswith("nhu"))
        return one_day(solar, year_said=said is not None)
    days = this_year_unless_said(lambda year: one_day(Date(year, month, day)), match, scene)
    return _turned(days, match, scene)


def _turned(days: Days, match: Match, scene: Scene) -> Days:
    """Take the coming turn where "tới" was said and this one is over."""
    turn = match.groupdict().get("turn")
    over = days.end is not None and days.end < scene.today
    return moved(days, 1) if over and days.recurs and turn and turn[0] in "ts" else days


def _slashed(match: Match, scene: Scene) -> Days | None:
    day, month = int(match["day"]), int(match["month"])
    if match["cue"] or match["lunar"] or year_said(match, scene.today) is not None:
        return _day_and_month(match, scene)
    if _ADDRESS.match(match.string, match.end()):
        return None
    if day > _LONGEST_MONTH or month > _MONTHS_IN_A_YEAR:
        believed = at_rest(match)
    elif (day, month) == (24, 7):
        believed = not _round_the_clock(match)
    else:
        believed = not (day < month and _QUANTITY.match(match.string, match.end()))
    return _day_and_month(match, scene) if believed else None


def _round_the_clock(match: Match) -> bool:
    is_subject = starts_clause(match) and _PREDICATE.match(match.string, match.end())
    return not (is_subject or before(match, _LEADING))


def _dashed(match: Match, scene: Scene) -> Days | None:
    """Read "11-4" or "11.4", which are figures as well: believed only with some support."""
    real = int(match["day"]) <= _LONGEST_MONTH and int(match["month"]) <= _MONTHS_IN_A_YEAR
    if not real and int(match["day"]) < int(match["month"]) and not match["year"]:
        return None  # "ngày 15-20" is a stretch
    supported = match["cue"] or match["lunar"] or year_said(match, scene.today) is not None
    if supported or (real and at_rest(match) and not _SECTION.match(match.string, match.end())):
        return _day_and_month(match, scene)
    return None


def _day_of_some_month(match: Match, scene: Scene) -> Days:
    """Read "ngày 15" as the one of this month, or of the first from now with such a day."""
    day = number(match["day"])
    for shift in range(3):
        first = first_of_month(scene.today, shift)
        it = first + (day - 1) * DAY
        if day and it.month == first.month:
            return _turned(one_day(it, recurs="month"), match, scene)
    raise ValueError(f"no month has a day {day}")


def _day_of_shifted_month(match: Match, scene: Scene) -> Days:
    month = first_of_month(scene.today, shift_of(match["shift"]))
    return one_day(month.replace(day=number(match["day"])))


def _several_days_of_some_month(match: Match, scene: Scene) -> Days | None:
    """Read "ngày 15-20" and "từ ngày 10 đến 15 tháng sau"."""
    shift = match.groupdict().get("shift")
    month = first_of_month(scene.today, shift_of(shift) if shift else 0)
    first, last = number(match["first"]), number(match["day"])
    if first > last:
        return None
    recurs: Recurrence | None = None if shift else "month"
    return Days(month.replace(day=first), month.replace(day=last), "range", recurs=recurs)


def _several_days(match: Match, scene: Scene) -> Days:
    """Read "7-11/4"; "28-3/4" begins in the month before."""
    last = _day_and_month(match, scene)
    first = number(match["first"])
    if last.end is None or not first:
        raise ValueError("no month has a day 0")
    start = first_of_month(last.end, -1 if first > last.end.day else 0).replace(day=first)
    return Days(start, last.end, "range", last.year_said, last.recurs)


def _dated(separator: str) -> str:
    """The pattern of a day, month and maybe year with the same `separator` throughout."""
    year = rf"(?:(?:{separator}|/(?=\d{{4}}))(?P<year>\d{{4}}|\d\d))?"
    return (
        rf"(?:{_CUE}|{_START}(?<!\d[-–,]))"
        rf"{_FIGURES}{separator}(?P<month>\d{{1,2}}){year}(?!\d){_TAIL}"
    )


_LISTED = rf"{_CUE}(?P<first>\d{{1,2}})(?:,\s{{0,2}}\d{{1,2}}){{0,5}}{AND}"
_SPANNED = rf"(?:{_CUE}|{_START})(?P<first>\d{{1,2}}){TO}(?:ngày |mùng |mồng )?"

RULES = (
    Rule(
        rf"{_START}(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.]{_FIGURES}{_STOP}",
        _day_and_month,
    ),
    Rule(rf"(?:{_CUE}|{_START}){_FIGURES}{_NUMBER_MONTH}{_TAIL}", _slashed, _NUMBERED),
    Rule(_dated("-"), _dashed, _COUNTED),
    Rule(_dated(r"\."), _dashed, _COUNTED),
    Rule(rf"{_CUE}(?P<day>\d{{1,2}}|{DAY_WORDS}){_MONTH}(?P<shift>{SHIFT})", _day_of_shifted_month),
    Rule(rf"{_START}{_FIGURES}{_WORD_MONTH}{_TAIL}", _day_and_month),
    Rule(
        rf"{_CUE}(?P<day>\d{{1,2}}|{DAY_WORDS}){_WORD_MONTH}{_TAIL}",
        _day_and_month,
    ),
    Rule(rf"{_CUE}{_FIGURES}{_TURN}{_STOP}{_COUNTS}", _day_of_some_month, _EVERY),
    Rule(rf"(?:mùng|mồng) (?P<day>{DAY_WORDS}){_TURN}{_STOP}", _day_of_some_month),
    Rule(rf"{_START}{_FIGURES} {exact('tây')}", _day_of_some_month),
    Rule(rf"{_SPANNED}{_FIGURES}{_NUMBER_MONTH}{_TAIL}", _several_days, _NUMBERED),
    Rule(rf"{_SPANNED}{_FIGURES}{_MONTH}(?P<shift>{SHIFT})", _several_days_of_some_month),
    Rule(rf"{_SPANNED}{_FIGURES}{_WORD_MONTH}{_TAIL}", _several_days, _NUMBERED),
    Rule(
        rf"{_CUE}(?P<first>\d{{1,2}}){TO}(?:ngày |mùng |mồng )?{_FIGURES}{_STOP}{_COUNTS}",
        _several_days_of_some_month,
        _EVERY,
    ),
    Rule(rf"{_LISTED}{_FIGURES}{_NUMBER_MONTH}{_TAIL}", _several_days),
    Rule(rf"{_LISTED}{_FIGURES}{_WORD_MONTH}{_TAIL}", _several_days),
)
