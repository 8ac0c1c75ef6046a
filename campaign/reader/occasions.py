"""Dates in a plan that are no time of an activity: of documents, of laws, of days to remember."""

import re

from campaign.language.dates import DateMatch
from campaign.language.patterns import phrase

_DOCUMENT = (
    r"nghị quyết|nghị định|quyết định|kế hoạch|công văn|thông tư|chỉ thị|kết luận|thông báo|chương trình|hướng dẫn|văn bản|tờ trình"
    r"|báo cáo|thông tri|đề án|điều lệ|pháp lệnh|hiến pháp|quy định|quy chế|công điện|giấy mời|biên bản|hợp đồng|sắc lệnh|luật|bộ luật|số"
)
_NUMBERED = re.compile(
    r"\d+\s?[-/.]?\s?(?:\d{4}\s?[-/])?\s?[A-ZĐ][\w&]*(?:\s?[-/.&]\s?[\wĐ]+)*\)?,?\s*(?:\([^()]{0,60}\)\s*)?(?:ký |ban hành |đề )?(?:ngày\s*)?$"
)
_NAMED = re.compile(phrase(rf"(?<!\w)(?:{_DOCUMENT})(?!\w)[^.;:()]{{0,160}}$"))
_ISSUED = re.compile(phrase(r"(?:,)?\s?(?:của|về|v/v|do) (?!xã|thôn)(?=\w)"))
_LAW = re.compile(phrase(r"(?<!\w)(?:bộ )?luật [^.;:()]{1,90}$"))
_REMEMBERED = re.compile(
    phrase(
        r"(?:kỷ niệm|kỉ niệm|chào mừng|nhân dịp|lập thành tích|mừng|ngày thành lập|ngày truyền thống|ngày sinh|ngày mất"
        r"|ra đời|ngày giải phóng|ngày quốc khánh|ngày khuyến học|thành lập)[^.;]{0,160}$"
    )
)
_DAY_NAMED = re.compile(
    r"(?:[Nn]gày|Lễ|Tết)\s+(?:[“\"]?[A-ZĐ]\w*)[^.;()]{0,90}[(\s]\s*(?:ngày\s*)?$"
)
_PLACE_NAMED = re.compile(
    r"(?:[Qq]uảng trường|[Đđ]ường|[Pp]hố|[Cc]ông viên|[Cc]ầu|[Tt]rường|[Cc]ung(?: văn hóa)?|[Nn]hà văn hóa|[Ss]ân(?: vận động)?|[Rr]ạp|HTX|[Hh]ợp tác xã"
    r"|[Nn]ông trường|[Bb]ệnh viện|[Kk]hu(?: đô thị| phố| dân cư)?|[Tt]ổ dân phố|[Bb]ến xe|[Tt]ượng đài|[Cc]hợ|[Nn]gã (?:ba|tư))\s+$"
)
_JOINED_IN = re.compile(phrase(r"(?:hưởng ứng|tham gia|tổ chức)[^.;]{0,140}$"))
_BRACKETED = re.compile(r"\(\s*(?:ngày\s*)?$")
_REACH = 240


def is_of_a_document(text: str, date: DateMatch) -> bool:
    """Whether a date is that of a document ("Nghị quyết số 20-NQ/TW ngày 16/6/2022") or a law."""
    before, after = (
        text[max(0, date.offset - _REACH) : date.offset],
        text[date.offset + date.length :],
    )
    if _NUMBERED.search(before):
        return True
    lowered = before.lower()
    if date.grain == "year":
        return bool(_LAW.search(lowered))
    if date.grain == "day" and _ISSUED.match(after.lower()):
        return bool(_NAMED.search(lowered))
    return False


def is_of_a_place(text: str, date: DateMatch) -> bool:
    """Whether a date is the name of a place: "Quảng trường 26/3", "đường 23 tháng 3"."""
    return (
        date.grain == "day"
        and not date.year_said
        and bool(_PLACE_NAMED.search(text[max(0, date.offset - _REACH) : date.offset]))
    )


def is_occasion(text: str, date: DateMatch) -> bool:
    """Whether a date is a day to remember, on which nothing need take place.

    "chào mừng kỷ niệm ngày HTX Việt Nam (11/4)" is one; "hưởng ứng Ngày … (ngày 25/11)" is held.
    """
    before = text[max(0, date.offset - _REACH) : date.offset]
    lowered = before.lower()
    remembered = _REMEMBERED.search(lowered)
    if remembered and (_BRACKETED.search(before) or date.grain == "day"):
        return not _starts_anew(lowered[remembered.start() :])
    if _DAY_NAMED.search(before) and date.grain == "day":
        return not _JOINED_IN.search(lowered)
    return False


def _starts_anew(between: str) -> bool:
    """Whether a preposition of time stands between: "chào mừng ngày …, từ ngày 1/4"."""
    return bool(
        re.search(
            phrase(r"(?:,|\))\s?(?:vào|từ|trong|trước|dự kiến|thời gian|lúc|ngày)(?: ngày)?\s?$"),
            between,
        )
    )
