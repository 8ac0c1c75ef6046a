"""What a section of a plan is about, by the words of its heading."""

import re
from typing import Literal

from campaign.language.patterns import phrase
from campaign.reader.outline import Item

Subject = Literal[
    "purpose",
    "requirements",
    "target",
    "theme",
    "slogans",
    "period",
    "activities",
    "measures",
    "organisation",
    "budget",
    "reward",
]

_WORDS: tuple[tuple[Subject, str], ...] = (
    (
        "organisation",
        r"tổ chức thực hiện|phân công|trách nhiệm|chế độ (?:thông tin|báo cáo)|báo cáo|điều khoản",
    ),
    ("budget", r"kinh phí|nguồn lực|nguồn vốn|dự toán"),
    ("purpose", r"mục đích|quan điểm|ý nghĩa|sự cần thiết|căn cứ|tình hình|thực trạng|đặc điểm"),
    ("requirements", r"yêu cầu|nguyên tắc|phương châm"),
    ("target", r"mục tiêu|chỉ tiêu"),
    ("slogans", r"thông điệp|khẩu hiệu|bộ nhận diện"),
    ("theme", r"chủ đề"),
    (
        "reward",
        r"khen thưởng|tiêu chí|tiêu chuẩn|xếp loại|xếp hạng|đánh giá|chấm điểm|kỷ luật|giải thưởng|cơ cấu giải|thể lệ",
    ),
    ("period", r"thời gian|địa điểm|đối tượng|phạm vi|thành phần|quy mô"),
    ("measures", r"giải pháp|biện pháp"),
    (
        "activities",
        r"nội dung|hoạt động|nhiệm vụ|phương án|công việc|chương trình|lịch|tiến độ|tổ chức|triển khai|công tác|kế hoạch|các bước|lộ trình",
    ),
)
_PATTERNS = [
    (subject, re.compile(phrase(rf"(?<!\w)(?:{words})(?!\w)"))) for subject, words in _WORDS
]
_HEADING_LENGTH = 180
BRIEF = 40
"""A heading is short; a long title only mentions such words."""


def subject_of(heading: str) -> Subject | None:
    """Return what the section under `heading` is about, by the first telling words in it."""
    lowered = heading.lower()
    if len(lowered) > _HEADING_LENGTH:
        return None
    found = [
        (m.start(), n, subject)
        for n, (subject, p) in enumerate(_PATTERNS)
        if (m := p.search(lowered))
    ]
    return min(found)[2] if found else None


def subject_of_heading(item: Item) -> Subject | None:
    """Return what a short heading is about; None for a title of an activity."""
    return subject_of(item.text) if len(item.text) < BRIEF else None


def subjects(heading: str) -> set[Subject]:
    """Return everything that a heading speaks of: "Mục đích, yêu cầu" of both."""
    lowered = heading.lower()
    return {subject for subject, pattern in _PATTERNS if pattern.search(lowered)}


def section_of(item: Item) -> Subject | None:
    """Return what the nearest heading above `item` that tells is about."""
    for each in item.above():
        if each.parent is None or each.kind in ("dash", "plus", "star"):
            continue
        if (subject := subject_of(each.text)) and (_is_top(each) or subject != "period"):
            return subject
    return None


def _is_top(item: Item) -> bool:
    return item.parent is not None and item.parent.parent is None
