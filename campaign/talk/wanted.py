"""What a statement must have to answer: a day, a place, an amount, a number."""

import re
from collections.abc import Sequence

from campaign.plan.model import Plan
from campaign.talk.case import Case
from campaign.talk.telling import FIGURE

_DAY = re.compile(
    r"\d{1,2}\s?[/.\-]\s?\d{1,2}\b|\b(?:ngày|tháng|tuần|quý)\s+(?:\d|[ivx]+\b|cuối|đầu)"
    r"|\b(?:đầu|giữa|cuối|hằng|hàng|mỗi)\s+(?:ngày|tháng|tuần|quý|năm)\b|\d\s*(?:phút|giờ|ngày|tuần)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:tại|ở|địa điểm|đường|phố)\b[^.;,]*?\s[A-ZÀ-ỸĐ]"
    r"|\b(?:[Tt]rụ sở|[Hh]ội trường|[Qq]uảng trường|[Ss]ân)\b"
)
_MONEY = re.compile(r"\d\s*(?:triệu|tỷ|tỉ|nghìn|đồng|đ\b|%)|kinh phí|miễn phí", re.IGNORECASE)
_PHONE = re.compile(r"\b0\d[\d.\s]{7,}\d\b")
_HOUR = re.compile(r"\b\d{1,2}\s?(?:h\b|h\d|giờ|g\d|:\d\d)|\b(?:sáng|chiều|tối)\b", re.IGNORECASE)
_LINK = re.compile(r"@|www|https?:|\w\.vn\b")
_IN_CHARGE = re.compile(
    r"\b(?:chủ trì|phối hợp|phụ trách|thực hiện|tham mưu|do|giao(?! lưu| thông| dịch| thương)"
    r"|đầu mối|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    r"\b(?:đối tượng|thành phần|mời|đại diện|đại biểu|hội viên|học viên|thành viên|dành cho"
    r"|tham gia)\b",
    re.IGNORECASE,
)


def shows(plan: Plan, kinds: Sequence[re.Pattern[str]], text: str) -> bool:
    """Whether `text` has all that is wanted, the anniversaries of the plan left aside: they are
    the time of nothing.
    """
    return all(kind.search(text) for kind in kinds) and (
        _DAY not in kinds or _DAY.search(_kept_days(plan, text)) is not None
    )


def is_told_by_sight(attribute: str) -> bool:
    """Whether a statement shows the attribute by its form, as an amount of money does."""
    return attribute in _OF_ATTRIBUTES


def _kept_days(plan: Plan, text: str) -> str:
    for each in plan.anniversaries:
        text = re.sub(rf"\(?0?{each.day}/0?{each.month}(?!\d)(?:/\d{{4}})?", "", text)
    return text


def wanted(case: Case) -> list[re.Pattern[str]]:
    """What a passage must have to answer: a day, a place, an amount, a number."""
    of_attributes = [_OF_ATTRIBUTES[name] for name in case.attributes if name in _OF_ATTRIBUTES]
    if _MONEY in of_attributes:  # "lấy từ đâu" asks for no place then
        return of_attributes
    of_facets = [pattern for names, pattern in _OF_FACETS if not case.facets.isdisjoint(names)]
    return [*of_facets, *of_attributes]


_OF_FACETS: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (frozenset("when day deadline weekday start end countdown".split()), _DAY),
    (frozenset({"where"}), _PLACE),
    (frozenset({"lead", "coordinating", "organiser", "who"}), _IN_CHARGE),
    (frozenset({"participants"}), _GUESTS),
    (frozenset({"how_many"}), FIGURE),
)
_OF_ATTRIBUTES = {
    "allowance": _MONEY,
    "headcount": FIGURE,
    "amount": _MONEY,
    "fee": _MONEY,
    "prize": _MONEY,
    "phone": _PHONE,
    "hour": _HOUR,
    "email": _LINK,
    "link": _LINK,
}
