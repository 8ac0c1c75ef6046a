"""The documents that a plan rests on."""

import re
from collections.abc import Iterator

from campaign.language.dates import find_dates
from campaign.language.text import fold
from campaign.plan.model import Basis, Day
from campaign.reader.findings import Said

_NUMBER = re.compile(r"số\s*:?\s*(\d{1,5}\s?[-/][\w/&Đ-]*[\wĐ](?:\s?-\s?[A-ZĐ]\w+)?)")
_OPENING = re.compile(
    r"^(?:Căn cứ(?: vào)?|Thực hiện|Theo|Trên cơ sở|Thi hành|Tiếp tục thực hiện)\s+", re.IGNORECASE
)
_ISSUER = re.compile(
    r"\bcủa\s+((?:Ban|Bộ|Chính phủ|Thủ tướng|Quốc hội|Ủy ban|Uỷ ban|UBND|Tỉnh|Thành|Trung ương|Liên minh|Đảng|Sở|Hội|Đoàn)[^,.;]*?)(?=\s+(?:về|ban hành|phê duyệt|quy định|tại|thực hiện)\b|[,.;]|$)"
)
_NEXT = re.compile(
    r";\s+|,\s+(?:và\s+)?(?=(?:Luật|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chương trình|Công văn|Chỉ thị|Kết luận|Thông tư|Thông báo|Hướng dẫn)\s)"
    r"|\s+và\s+(?=(?:Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chương trình|Công văn|Chỉ thị|Kết luận|Thông tư|Thông báo|Hướng dẫn)\s+số\s)"
)
_THEN = re.compile(
    r"[,.;]\s+[^,;.]{2,120}\s(?:xây dựng|ban hành|triển khai|tổ chức)\s[^;]*như sau[\s:.]*$"
)
"""What the office does on these grounds: "Liên minh HTX tỉnh xây dựng kế hoạch như sau:"."""
_FIRST_DAY = Day(2000, 1, 1)


def bases(said: Said) -> Iterator[Basis]:
    """Yield the documents of a paragraph "Căn cứ …", with number and date where they have some."""
    for text in _NEXT.split(_THEN.sub("", said.text)):
        if bare := _OPENING.sub("", text).strip(" ;.,"):
            yield _basis(bare, said.section)


def _basis(text: str, section: str) -> Basis:
    number = _NUMBER.search(text)
    dates = [
        d for d in find_dates(text, _FIRST_DAY) if d.valid and d.grain == "day" and d.year_said
    ]
    issuer = _ISSUER.search(text)
    return Basis(
        text=text[:1].upper() + text[1:],
        section=section or None,
        number=re.sub(r"\s+", "", number[1]) if number else None,
        date=dates[0].start if dates and number else None,
        issuer=issuer[1] if issuer and "so" in fold(text) else None,
    )
