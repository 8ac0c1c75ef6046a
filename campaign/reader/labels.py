"""The labels of an activity's parts, as offices write them: "Thời gian dự kiến:", "Giao … chủ trì"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.reader.stops import parted, sentences

Side = Literal["time", "place", "lead", "coordinating", "participants", "content", "budget"]
TELLING: frozenset[Side] = frozenset({"time", "place", "lead", "coordinating"})
"""What tells an activity from any other item that has labels."""

_LONGEST = 70
_UNIT = r"(?:các |những )?(?:đơn vị|cơ quan|bộ phận|phòng|ban|tổ chức|cán bộ|đồng chí|lãnh đạo|cá nhân|người|đầu mối)"
_LEADS = (
    r"chủ trì|tham mưu|chịu trách nhiệm|phụ trách|đầu mối|thực hiện|tổ chức thực hiện|triển khai|tổ chức"
    r"|được giao|được phân công|chính|tiếp nhận|giúp việc|đăng cai"
)
_LABELS: tuple[tuple[Side, str], ...] = (
    (
        "time",
        r"(?:dự kiến )?(?:về )?(?:thời gian|thời hạn|thời điểm|tiến độ|hạn (?:hoàn thành|nộp|cuối|chót|đăng ký)|hạn$"
        r"|lịch (?:trình|tổ chức|thi đấu|thực hiện)|lộ trình|hoàn thành(?: trong| trước)?$|ngày (?:tổ chức|thực hiện|diễn ra)"
        r"|mốc thời gian)",
    ),
    (
        "place",
        r"(?:dự kiến )?(?:về )?(?:biện pháp và |hình thức và |quy mô và |thời gian,? (?:và )?)?(?:địa điểm|địa bàn|nơi tổ chức|nơi thực hiện)",
    ),
    ("coordinating", rf"(?:{_UNIT} )?(?:cùng )?(?:tham gia )?(?:phối hợp|hỗ trợ thực hiện)"),
    (
        "lead",
        rf"{_UNIT}(?: \w+)? (?:{_LEADS})|{_UNIT}$|(?:giao )?(?:chủ trì|chịu trách nhiệm|phụ trách)(?: \w+){{0,3}}$"
        r"|(?:phân công|trách nhiệm|tổ chức|cơ quan|đơn vị|giao) (?:tổ chức )?(?:thực hiện|triển khai|nhiệm vụ)|thực hiện$|phân công$"
        r"|tham mưu(?: \w+){0,2}$|người thực hiện|đơn vị đăng cai",
    ),
    (
        "participants",
        r"(?:dự kiến )?(?:thành phần|đối tượng|khách mời|đại biểu|người tham (?:dự|gia)|số lượng|nội dung, đối tượng|lực lượng)",
    ),
    (
        "content",
        r"(?:các )?(?:nội dung|hình thức|quy mô|biện pháp|cách thức|phương thức|kết quả|sản phẩm|yêu cầu|mục đích|mục tiêu"
        r"|chỉ tiêu|đối tác|chương trình(?: chi tiết| cụ thể| dự kiến)?$|giải thưởng|cơ cấu|thể lệ|ghi chú)",
    ),
    ("budget", r"(?:dự kiến )?(?:nguồn )?kinh phí"),
)
_PATTERNS = [(side, re.compile(phrase(pattern))) for side, pattern in _LABELS]
_ALSO_LEADS = re.compile(phrase(r"chủ trì|tham mưu|đầu mối|chính"))
_ALSO_PLACE = re.compile(phrase(r"(?:,|và|-|/)\s?(?:địa điểm|địa bàn)"))
_ALSO_TIME = re.compile(phrase(r"(?:,|và|-|/)\s?thời gian"))
_ALSO_COORDINATES = re.compile(phrase(r"phối hợp"))

_BEGINNING = re.compile(
    phrase(
        r"(?:[-–—+*•]\s?|[a-zđ]\)\s?|\d{1,2}[.)]\s?)?(?:(?:dự kiến )?(?:thời gian|địa điểm|thời hạn|thành phần|đối tượng|nội dung|kinh phí"
        r"|hình thức|quy mô|số lượng|khách mời|đại biểu|sản phẩm|yêu cầu)|đơn vị|cơ quan|chủ trì|phối hợp|phân công|phụ trách)"
    )
    + r"[^:.;]{0,50}:"
)
_INNER = re.compile(
    r"(?:^|(?<=[.;,(])\s*|\s[-–+*•]\s+)(?:[Cc]ác )?(?P<label>(?:[Tt]hời (?:gian|hạn)|[Đđ]ịa điểm|[Tt]hành phần|[Đđ]ối tượng|[Kk]inh phí|[Đđ]ơn vị"
    r"|[Cc]ơ quan|[Cc]hủ trì|[Pp]hối hợp|[Nn]ội dung|[Hh]ình thức|[Ss]ố lượng|[Qq]uy mô|[Pp]hụ trách|[Pp]hân công)[^:;.,()]{0,45}?)\s*:\s*"
)
_TIME_WITHOUT_COLON = re.compile(
    phrase(
        r"(?P<label>thời gian(?: thực hiện| tổ chức| dự kiến| hoàn thành| triển khai| diễn ra)*|hoàn thành)[.,]? "
        r"(?=từ |trong |sau |trước |dự kiến|cả năm|theo |tháng |quý |ngày |năm |vào |đến |chậm nhất|bắt đầu|thường xuyên|sẽ |\d)"
    )
)
_BEFORE_NUMBER = re.compile(r"(?<=[^\d\s.])\.\s+(?=\d)")
_SAYS_WHEN = re.compile(
    phrase(
        r"\d\s?[/h:]\s?\d|^(?:tại|ở|từ|vào|trong|trước|sau|đến|dự kiến|địa điểm)(?!\w)|(?<!\w)(?:ngày|tháng|tuần|quý|giờ|năm|buổi|sáng|chiều|tối|thứ|chủ nhật"
        r"|thường xuyên|liên tục|định kỳ|đợt|lớp|vòng|sau khi|trước khi|khi|thời gian|tiến độ|hoàn thành|kế hoạch|lịch)(?!\w)"
    )
)
"""What a sentence has that goes on with a time."""
_OF_UNITS = re.compile(phrase(r"chủ trì|phụ trách|tham mưu|đầu mối|phối hợp|chịu trách nhiệm"))
_PEOPLE = re.compile(
    phrase(r"người|đại biểu|khách|viên|đội|em(?!\w)|cán bộ|giám đốc|thành phần|hộ(?!\w)|đoàn")
)
_ENTRY = re.compile(
    phrase(
        r"(?:hạn|thời hạn|thời gian) (?:cuối )?(?:đăng ký|nộp|gửi|nhận|tiếp nhận)(?! và| báo cáo)|hạn (?:cuối|chót)"
    )
)
_GIVEN = re.compile(
    phrase(
        r"(?P<label>giao|phân công) (?=\S.{3,80} (?:chủ trì|là cơ quan|là đơn vị|phụ trách|tham mưu))"
    )
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part of an activity: what its label speaks of, and what it says from `offset` on."""

    sides: frozenset[Side]
    label: str
    value: str
    offset: int


def is_of_entry(label: str) -> bool:
    """Whether a label tells when to enter, and not when it takes place: "Hạn nộp danh sách"."""
    return bool(_ENTRY.match(label.lower()))


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label, after a bullet or none."""
    return bool(_BEGINNING.match(text.lower()))


def sides_of(label: str) -> frozenset[Side]:
    """Return what a label speaks of: "Thời gian, địa điểm" of both; empty for any other words."""
    lowered = " ".join(label.lower().split())
    if not lowered or len(lowered) > _LONGEST:
        return frozenset()
    side = next((side for side, pattern in _PATTERNS if pattern.match(lowered)), None)
    if side is None:
        return frozenset()
    sides: set[Side] = {side}
    if side == "coordinating" and _ALSO_LEADS.search(lowered):
        sides.add("lead")
    if side == "lead" and _ALSO_COORDINATES.search(lowered):
        sides = {"lead", "coordinating"} if _ALSO_LEADS.search(lowered) else {"coordinating"}
    if side == "time" and _ALSO_PLACE.search(lowered):
        sides.add("place")
    if side == "participants" and lowered.startswith("nội dung"):
        sides.add("content")
    if side == "place" and _ALSO_TIME.search(lowered):
        sides.add("time")
    return frozenset(sides)


def labelled(text: str) -> list[Labelled]:
    """Return the labelled parts of `text`, which begins with a label or has some inside.

    What sentences add after a place or the units has the label "", as content.
    """
    return [each for part in _marked(text) for each in _without_more(part)]


def _without_more(part: Labelled) -> Iterator[Labelled]:
    if part.label.lower().startswith("số lượng") and not _PEOPLE.search(part.value.lower()):
        part = replace(part, sides=frozenset({"content"}))
    if "time" in part.sides:
        yield from _with_loose(part)
        return
    first, more, start = parted(part.value)
    named = {"lead", "coordinating"}.intersection(part.sides)
    of_units = named and _OF_UNITS.search(more.lower())
    of_place = part.sides == {"place"} and not more.lower().startswith("địa điểm")
    if not more or of_units or not (named or of_place):
        yield part
    else:
        yield Labelled(part.sides, part.label, first, part.offset)
        told = labelled(more) or [Labelled(frozenset({"content"}), "", more, 0)]
        for each in told:
            offset = part.offset + start + each.offset
            yield Labelled(each.sides, each.label, each.value, offset)


def _with_loose(part: Labelled) -> Iterator[Labelled]:
    """A time without the sentences after it that say no time, and those as content."""
    told = [each for one in sentences(part.value) for each in _BEFORE_NUMBER.split(one)]
    loose = [each for each in told[1:] if not _SAYS_WHEN.search(each.lower())]
    kept = ". ".join(each for each in told if each not in loose)
    yield replace(part, value=kept) if loose else part
    yield from (Labelled(frozenset({"content"}), "", each, part.offset) for each in loose)


def _marked(text: str) -> list[Labelled]:
    places = [m for m in _INNER.finditer(text) if sides_of(m["label"])]
    if not (places and places[0].start("label") == 0):
        first = _at_the_beginning(text)
        if first:
            after = [m for m in places if m.start("label") >= first.offset]
            return [_cut(text, first, after), *_parts(text, after)]
    return list(_parts(text, places))


def unlabelled(text: str) -> str:
    """Return what stands before the first label in `text`; all of it where it has none."""
    parts = labelled(text)
    if not parts:
        return text
    start = text.find(parts[0].label)
    return text[:start].rstrip(" (-–+;,")


def _at_the_beginning(text: str) -> Labelled | None:
    head, colon, value = text.partition(":")
    if colon and not parted(head)[1] and (sides := sides_of(head)):
        offset = len(head) + 1 + len(value) - len(value.lstrip())
        return Labelled(sides, head.strip(), value.strip(), offset)
    lowered = text.lower()
    if match := _TIME_WITHOUT_COLON.match(lowered):
        start = match.start() if fold(match["label"]) == "hoan thanh" else match.end()
        return Labelled(frozenset({"time"}), text[: match.end("label")], text[start:], start)
    if match := _GIVEN.match(lowered):
        return Labelled(
            frozenset({"lead"}), text[: match.end("label")], text[match.end() :], match.end()
        )
    return None


def _cut(text: str, part: Labelled, after: list[re.Match[str]]) -> Labelled:
    end = after[0].start() if after else len(text)
    value = text[part.offset : end].rstrip(" ;,(")
    return Labelled(part.sides, part.label, value, part.offset)


def _parts(text: str, places: list[re.Match[str]]) -> Iterator[Labelled]:
    ends = [*(m.start() for m in places[1:]), len(text)]
    for match, end in zip(places, ends, strict=False):
        value = text[match.end() : end].strip().rstrip(";,(").rstrip()
        if value.endswith(")") and "(" not in value:
            value = value[:-1]
        yield Labelled(sides_of(match["label"]), match["label"].strip(), value, match.end())
