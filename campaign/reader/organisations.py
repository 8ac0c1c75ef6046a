"""Names of offices in a letterhead, in capitals and on several lines, as one would write them."""

import re
from collections.abc import Sequence

from campaign.language.text import fold
from campaign.reader.document import Line
from campaign.reader.findings import Said

_MOTTO = re.compile(
    r"\s*(?:CỘNG HO|C[ỘO]NG H[ÒO]A X|Cộng hòa|Cộng hoà|ĐỘC LẬP\s*[-–]|Độc lập\s*[-–]|Độc Lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|CHỦ NGHĨA VIỆT NAM|HỘI CHỦ NGHĨA|Số\s*:|Số\s+\d|Số\s*…)"
)
_HEAD = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|UBMTTQ|SỞ|BAN|LIÊN MINH|LIÊN ĐOÀN|LMHTX|HỘI|HIỆP HỘI|ĐOÀN|BCH|BỘ|PHÒNG|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|THỊ ĐOÀN|QUẬN ĐOÀN|XÃ ĐOÀN|TRUNG TÂM"
    r"|TRƯỜNG|CÔNG AN|CÔNG ĐOÀN|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|ĐẢNG BỘ|CHI CỤC|CỤC|TỔNG|VĂN PHÒNG|MẶT TRẬN|BẢO HIỂM|NGÂN HÀNG|VIỆN|BỆNH VIỆN|HỘI ĐỒNG|THANH TRA|CHI BỘ|CHI ĐOÀN|TỈNH (?=ĐOÀN|ỦY)|CÂU LẠC BỘ|HỢP TÁC XÃ|KHỐI|TÒA ÁN|VIỆN KIỂM SÁT|HẠT|TRẠM)(?!\w)"
)
_PLACE_TYPE = r"TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|(?<!TÁC )XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
_PLACE = re.compile(rf"(?:^|\s)(?P<place>(?:{_PLACE_TYPE})\s+(?!ĐOÀN|ỦY)\S.*)$")
_SMALL = (
    "ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban|hội đồng nhân dân|mặt trận tổ quốc|liên minh hợp tác xã|liên minh|hợp tác xã|sở|ban chấp hành|ban thường vụ"
    "|ban chỉ đạo|ban|hội|đoàn|bộ|phòng|trung tâm|trường|công an|công đoàn|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|chi cục|cục|văn phòng|tỉnh đoàn|thành đoàn|tỉnh"
    "|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|và|thể thao|du lịch|đào tạo|công nghệ|môi trường|nhân dân|vận động|hội đồng|thường vụ|chấp hành|chỉ đạo|phát triển|nông thôn"
    "|phối hợp|khu vực|nghề|công thương|liên đoàn|lao động|tổ chức|cán bộ|quản lý|hiệp hội|doanh nghiệp|cơ quan|liên hiệp|phụ nữ|nông dân|cựu chiến binh"
)
_LOWERED = re.compile(rf"(?<!\w)(?:{_SMALL})(?!\w)", re.IGNORECASE)
_ACRONYM = re.compile(
    r"(?<!\w)(?:UBND|HĐND|UBMTTQ|MTTQ|LMHTX|HTX|TNCS|BCH|BTV|TW|TP|QLNN|NN|VN)(?!\w)", re.IGNORECASE
)
_YOUTH_UNION = "ĐOÀN TNCS HỒ CHÍ MINH"
"""What stands beside the name of the office where others have the motto of the state."""
_PART = re.compile(r"VĂN PHÒNG|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|CHỈ ĐẠO|TỔ CHỨC)")
"""Of an office above it, and named with that."""
_FIELD = re.compile(
    r"(?<!\w)(?:sở|bộ|phòng|trung tâm|hội|đoàn)\s+(?!tỉnh|thành phố|huyện|xã|phường|liên minh)\w"
)
_NAMES = ("Việt Nam", "Hồ Chí Minh")


def organisation(lines: Sequence[Line]) -> Said | None:
    """Return the office that issued the document, of the lines above its title."""
    found: list[tuple[str, int]] = []
    for line in lines:
        parts = re.split(r"\s{3,}|\t", line.text.strip())
        for part in parts:
            text = _cut(part)
            if not text or (len(parts) > 1 and text == _YOUTH_UNION):
                continue
            if _HEAD.match(text.upper()) and _is_name(text):
                found.append((text, line.number))
            elif found and _goes_on(text, line.number, found[-1][1]):
                found[-1] = (f"{found[-1][0]} {text}", line.number)
    if not found:
        return None
    name, number = found[-1]
    if len(found) > 1 and _PART.fullmatch(name.upper()):
        name = f"{name} {found[-2][0]}"
    above = [place for text, _ in found[:-1] if (place := _place_of(text))]
    if above and not _place_of(name) and "VIỆT NAM" not in name.upper():
        kind = above[-1].split()[0]
        name = f"{name.removesuffix(f' {kind}')} {above[-1]}"
    return Said(as_written(name), number)


def _cut(text: str) -> str:
    """What is left of a line without the motto of the state beside it, and without rules."""
    motto = _MOTTO.search(text)
    kept = text[: motto.start()] if motto else text
    return re.sub(r"[-–—_=*.\s]{2,}$|^[-–—_=*|.\s]+", "", kept).strip()


def _is_name(text: str) -> bool:
    return len(text) < 110 and ("," not in text or text.isupper()) and not re.search(r"\d{3}", text)  # noqa: PLR2004 - letters


def _goes_on(text: str, number: int, last: int) -> bool:
    """Whether a line is the rest of a name: "ỦY BAN NHÂN DÂN" and below it "TỈNH LAI CHÂU"."""
    return text.isupper() and number - last <= 3 and "," not in text[:4]  # noqa: PLR2004 - lines


def _place_of(text: str) -> str:
    match = _PLACE.search(text.upper())
    return text[match.start("place") :].strip() if match else ""


def place_in(words: str) -> str:
    """Return the place before the date of a letterhead: "Cần Thơ" of "| Cần Thơ"."""
    cleaned = words.replace("|", " ").replace("*", " ").strip()
    tail = re.split(r"\s{2,}|phúc\s+|KH\S*\s+|[-–]{2,}\s*", cleaned)[-1]
    return " ".join(tail.split())


def as_written(name: str) -> str:
    """Return a name in capitals as it is written in a sentence: "Ủy ban nhân dân tỉnh Lai Châu"."""
    text = " ".join(name.split()).strip(" .,-")
    if not text.isupper():
        return text
    titled = " ".join(word.capitalize() for word in text.split())
    lowered = _LOWERED.sub(lambda m: m[0].lower(), titled)
    lowered = _FIELD.sub(lambda m: m[0][:-1] + m[0][-1].upper(), lowered)
    lowered = _ACRONYM.sub(lambda m: m[0].upper(), lowered)
    lowered = re.sub(r"\w{2,}", _spelt, lowered)
    for each in _NAMES:
        lowered = re.sub(re.escape(each), each, lowered, flags=re.IGNORECASE)
    return lowered[:1].upper() + lowered[1:]


def _spelt(match: re.Match[str]) -> str:
    """A word in capitals where it has no vowel, and so is an acronym: "LHPN"."""
    return match[0] if re.search(r"[aeiouy\d]", fold(match[0])) else match[0].upper()


def province_of(issuer: str, place: str) -> str | None:
    """Return the short name of the province or place that a plan is of."""
    match = re.search(
        r"(?:tỉnh|thành phố|TP\.?|Tỉnh|Thành phố|huyện|xã|phường)\s+((?:[A-ZĐÂÊÔƠƯÁÀẢÃẠÍÌỈĨỊÚÙỦŨỤÝỲỶỸỴ][^\s,.;]*\s?)+)",
        issuer,
    )
    found = match[1].strip() if match else place
    return found if found and fold(found) != "viet nam" else None
