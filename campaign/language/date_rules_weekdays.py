"""Days of the week, and the first or last of something: "thứ 5 tuần sau", "chủ nhật tới",
"tuần đầu tiên của tháng 9", "6 tháng đầu năm".
"""

from dataclasses import replace

from campaign.language.date_rules import (
    DAYPART,
    SHIFT,
    Match,
    Rule,
    Scene,
    shift_of,
)
from campaign.language.date_rules_units import ANY_UNIT, unit_days, unit_named
from campaign.language.days import (
    DAY,
    WEEK,
    Date,
    Days,
    Grain,
    last_weekday,
    monday,
    months,
    next_weekday,
    one_day,
    week,
)
from campaign.language.numerals import SMALL_WORDS, number
from campaign.language.text import fold

_MONDAY, _SUNDAY = 0, 6

_NAME = r"(?:thứ\s?[2-7](?!\d)|thứ (?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy)|(?:chủ|chúa) (?:nhật|nhựt))"
_SHORT = (
    r"(?:t[2-7](?= tuần| cn\b| (?:và|&) cn\b|,? (?:ngày )?\d{1,2}/\d)"
    + "".join(rf"|(?<={part}\s)(?:t[2-7]|cn)" for part in DAYPART.split("|"))
    + r"|cn(?= (?:tuần|này|tới|sau)\b|\s{0,3}(?:$|[?.!,]))|(?<=\d\s)cn|(?<=và\s)cn|(?<=&\s)cn)"
)
_WEEKDAY = rf"(?P<weekday>{_NAME}|{_SHORT})"
_NOT_COUNTED = (
    r"(?! (?:triệu|tr|k|nghìn|ngàn|đồng|tấn|tạ|kg|%|vụ|lần|ha|sào|tỷ|tỉ|hàng đầu)\b)(?!\s?%)"
)
_ORDERED = (
    r"lần|người|kỳ|mục|hoạt động|điểm|việc|phần|nội dung|đợt|vòng|giải|khóa|khoá|nhóm|bức|bức thư"
    r"|lá thư|thư|cái|ý|câu|thông điệp|chủ đề|khẩu hiệu|slogan|hạng|tuần|tháng|quý|năm|đại hội"
    r"|hội nghị|mục tiêu|mục đích|yêu cầu|nhiệm vụ|giai đoạn|bước|số|tiết mục|bài|dòng|chương"
    r"|hd|hđ|đoàn|đội|đơn vị|htx|văn bản|kế hoạch|diễn đàn|con|đứa|nhà|loại|món|môn|thứ"
)


def weekday_named(word: str) -> int:
    """Return the day of the week that `word` stands for; Monday is 0."""
    name = fold(word)
    if name.startswith("c"):
        return _SUNDAY
    return number(name.removeprefix("thu").removeprefix("t").strip()) - 2


def _weekday(match: Match, scene: Scene) -> Days:
    """Read a bare weekday as the next one after today; "này" may be today."""
    weekday, today = weekday_named(match["weekday"]), scene.today
    if match["week"]:
        return one_day(monday(today + shift_of(match["week"]) * WEEK) + weekday * DAY)
    if match["near"] is None:
        return replace(one_day(next_weekday(weekday, today)), recurs="week")
    shift = shift_of(match["near"])
    if shift < 0:
        return one_day(last_weekday(weekday, today) + (shift + 1) * WEEK)
    if shift == 0:
        return one_day(next_weekday(weekday, today - DAY))
    return one_day(next_weekday(weekday, today) + (shift - 1) * WEEK)


_ORDINAL = r"đầu tiên|đầu|thứ nhất|thứ hai|thứ ba|thứ tư|thứ \d|cuối cùng|cuối"


def _turn(ordinal: str) -> int:
    """Return which turn `ordinal` stands for: 0 is the first, -1 the last."""
    word = fold(ordinal)
    if word.startswith(("d", "c")):
        return 0 if word.startswith("d") else -1
    which = word.removeprefix("thu").strip()
    return 0 if which == "nhat" else number(which) - 1


def _turn_in_unit(match: Match, scene: Scene) -> Days | None:
    """Read "tuần đầu tiên của tháng 9" as its first whole week, beginning on 4/9 in 2017."""
    outer = unit_days(match, scene)
    if outer is None or outer.start is None or outer.end is None:
        return None
    turn = _turn(match["ordinal"])
    inner = match["inner"] and unit_named(match["inner"])
    if inner == "day":
        it = one_day(outer.end if turn < 0 else outer.start + turn * DAY)
    elif inner == "week":
        day = _weekday_in(outer.start, outer.end, _SUNDAY if turn < 0 else _MONDAY, turn)
        it = week(day)
    else:
        weekday = weekday_named(match["weekday"])
        it = one_day(_weekday_in(outer.start, outer.end, weekday, turn))
    return replace(it, year_said=outer.year_said, recurs=None)


def _weekday_in(start: Date, end: Date, weekday: int, turn: int) -> Date:
    if turn < 0:
        return last_weekday(weekday, end + DAY)
    day = next_weekday(weekday, start - DAY) + turn * WEEK
    if day > end:
        raise ValueError("there are not so many")
    return day


_WHOLE: dict[int, Grain] = {3: "quarter", 6: "half"}


def _first_few(match: Match, scene: Scene) -> Days | None:
    """Read "6 tháng đầu năm", "2 tuần cuối tháng 4"."""
    outer = unit_days(match, scene)
    if outer is None or outer.start is None or outer.end is None:
        return None
    count, unit = number(match["count"]), unit_named(match["inner"])
    first, grain = match["ordinal"][0] in "đd", _WHOLE.get(count, "range")
    if unit == "month":
        skipped = 0 if first else (outer.end.month - outer.start.month + 1) - count
        part = months(outer.start.year, outer.start.month + skipped, count, grain)
        start, end = part.start, part.end
    else:
        length = count * (WEEK if unit == "week" else DAY) - DAY
        grain = "range"
        start, end = (
            (outer.start, outer.start + length) if first else (outer.end - length, outer.end)
        )
    return replace(outer, start=start, end=end, grain=grain)


RULES = (
    Rule(
        rf"{_WEEKDAY}(?:(?: (?:của|trong))? tuần (?P<week>{SHIFT})|(?: (?P<near>{SHIFT}))?)"
        rf"{_NOT_COUNTED}",
        _weekday,
        _ORDERED,
    ),
    Rule(
        rf"(?:(?P<inner>ngày|tuần)|{_WEEKDAY}) (?P<ordinal>{_ORDINAL}|(?<=tuần\s)[1-5](?!\d))"
        rf"(?: (?:của|trong|vào))? {ANY_UNIT}",
        _turn_in_unit,
    ),
    Rule(
        rf"(?<![\w/.,])(?P<count>\d{{1,2}}|{SMALL_WORDS}) (?P<inner>ngày|tuần|tháng|t)"
        rf" (?P<ordinal>đầu|cuối)(?: tiên| cùng)?(?: của)? {ANY_UNIT}",
        _first_few,
    ),
)
