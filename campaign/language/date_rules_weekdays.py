"""Days of the week, and turns of things: "thứ 5 tuần sau", "tuần đầu tiên của tháng 9"."""

from collections.abc import Callable
from dataclasses import replace

from campaign.language.date_rules import DAYPART, SHIFT, Match, Rule, Scene, shift_of
from campaign.language.date_rules_units import ANY_UNIT, SEVERAL, unit_days, unit_named
from campaign.language.days import (
    DAY,
    WEEK,
    Days,
    Grain,
    Unit,
    last_weekday,
    monday,
    months,
    next_weekday,
    one_day,
)
from campaign.language.numerals import SMALL_WORDS, number
from campaign.language.parts import (
    turn_of_day,
    turn_of_months,
    turn_of_week,
    turn_of_weekday,
)
from campaign.language.text import fold

_SUNDAY = 6

_NAME = r"(?:thứ\s?[2-7](?!\d)|thứ (?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy)|(?:chủ|chúa) (?:nhật|nhựt))"
_SHORT = (
    r"(?:t[2-7](?= tuần| cn\b| (?:và|&) cn\b|,? (?:ngày )?\d{1,2}/\d)"
    + "".join(rf"|(?<={part}\s)(?:t[2-7]|cn)" for part in DAYPART.split("|"))
    + r"|cn(?= (?:tuần|này|tới|sau)\b|\s{0,3}(?:$|[?.!,]))|(?<=\d\s)cn|(?<=và\s)cn|(?<=&\s)cn)"
)
_WEEKDAY = rf"(?P<weekday>{_NAME}|{_SHORT})"
_ORDINAL = r"đầu tiên|đầu|thứ nhất|thứ hai|thứ ba|thứ tư|thứ \d|cuối cùng|cuối"
_NOT_COUNTED = (
    r"(?! (?:triệu|tr|k|nghìn|ngàn|đồng|tấn|tạ|kg|%|vụ|lần|ha|sào|tỷ|tỉ|hàng đầu)\b)(?!\s?%)"
)
_NUMBERED = (
    r"lần|người|kỳ|mục|hoạt động|điểm|việc|phần|nội dung|đợt|vòng|giải|khóa|khoá|nhóm|bức|bức thư"
    r"|lá thư|thư|cái|ý|câu|thông điệp|chủ đề|khẩu hiệu|slogan|hạng|tuần|tháng|quý|năm|đại hội"
    r"|hội nghị|mục tiêu|mục đích|yêu cầu|nhiệm vụ|giai đoạn|bước|số|tiết mục|bài|dòng|chương"
    r"|hd|hđ|đoàn|đội|đơn vị|htx|văn bản|kế hoạch|diễn đàn|con|đứa|nhà|loại|món|môn|thứ"
)
"""What "thứ hai" counts, instead of naming a Monday."""

_WHOLE: dict[int, Grain] = {3: "quarter", 6: "half"}


_TURNS: dict[Unit, Callable[[Days, int], Days]] = {
    "day": turn_of_day,
    "week": turn_of_week,
    "month": lambda days, turn: turn_of_months(days, 1, turn),
    "quarter": lambda days, turn: turn_of_months(days, 3, turn),
}


def _weekday_named(word: str) -> int:
    name = fold(word)
    if name.startswith("c"):
        return _SUNDAY
    return number(name.removeprefix("thu").removeprefix("t").strip()) - 2


def _weekday(match: Match, scene: Scene) -> Days:
    """Read a bare weekday as the next one after today; "này" may be today."""
    weekday, today = _weekday_named(match["weekday"]), scene.today
    if match["week"]:
        return one_day(monday(today + shift_of(match["week"]) * WEEK) + weekday * DAY)
    if match["near"] is None:
        return one_day(next_weekday(weekday, today), recurs="week")
    shift = shift_of(match["near"])
    if shift < 0:
        return one_day(last_weekday(weekday, today) + (shift + 1) * WEEK)
    if shift == 0:
        return one_day(next_weekday(weekday, today - DAY))
    return one_day(next_weekday(weekday, today) + (shift - 1) * WEEK)


def _turn(ordinal: str) -> int:
    """The turn that `ordinal` stands for: 0 is the first, -1 the last."""
    word = fold(ordinal)
    if word.startswith(("d", "c")):
        return 0 if word.startswith("d") else -1
    which = word.removeprefix("thu").strip()
    return 0 if which == "nhat" else number(which) - 1


def _turn_in_unit(match: Match, scene: Scene) -> Days | None:
    outer, turn = unit_days(match, scene), _turn(match["ordinal"])
    if outer is None:
        return None
    if match["inner"] is None:
        return turn_of_weekday(outer, _weekday_named(match["weekday"]), turn)
    return _TURNS[unit_named(match["inner"])](outer, turn)


def _first_or_last_few(match: Match, scene: Scene) -> Days | None:
    """Read "6 tháng đầu năm", "2 tuần cuối tháng 4"."""
    outer = unit_days(match, scene)
    if outer is None or outer.start is None or outer.end is None:
        return None
    count, unit = number(match["count"]), unit_named(match["inner"])
    is_first = fold(match["ordinal"]) == "dau"
    if unit == "month":
        first = outer.start.month if is_first else outer.end.month - count + 1
        part = months(outer.start.year, first, count, _WHOLE.get(count, "range"))
        return replace(part, year_said=outer.year_said, recurs=outer.recurs)
    rest = count * (WEEK if unit == "week" else DAY) - DAY
    if is_first:
        return replace(outer, end=outer.start + rest, grain="range")
    return replace(outer, start=outer.end - rest, grain="range")


RULES = (
    Rule(
        rf"{_WEEKDAY}(?:(?: (?:của|trong))? tuần (?P<week>{SHIFT})|(?: (?P<near>{SHIFT}))?)"
        rf"{_NOT_COUNTED}",
        _weekday,
        _NUMBERED,
    ),
    Rule(
        rf"(?!ngày cuối tuần)(?:(?P<inner>ngày|tuần|tháng|quý)|{_WEEKDAY})"
        rf" (?P<ordinal>{_ORDINAL}|(?<=tuần\s)[1-5](?!\d))(?: (?:của|trong|vào))? {ANY_UNIT}",
        _turn_in_unit,
        SEVERAL,
    ),
    Rule(
        rf"(?<![\w/.,])(?P<count>[1-9]\d?|{SMALL_WORDS}) (?P<inner>ngày|tuần|tháng|t)"
        rf" (?P<ordinal>đầu|cuối)(?: tiên| cùng)?(?: của)? {ANY_UNIT}",
        _first_or_last_few,
    ),
)
