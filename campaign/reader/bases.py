"""The documents that a plan rests on."""

import re

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
_FIRST_DAY = Day(2000, 1, 1)


def basis(said: Said) -> Basis:
    """Return a paragraph "Căn cứ …" as a document, with its number and date where it has some."""
    text = _OPENING.sub("", said.text).strip(" ;.,")
    number = _NUMBER.search(text)
    dates = [
        d for d in find_dates(text, _FIRST_DAY) if d.valid and d.grain == "day" and d.year_said
    ]
    issuer = _ISSUER.search(text)
    return Basis(
        text=text[:1].upper() + text[1:],
        section=said.section or None,
        number=re.sub(r"\s+", "", number[1]) if number else None,
        date=dates[0].start if dates and number else None,
        issuer=issuer[1] if issuer and "so" in fold(text) else None,
    )
