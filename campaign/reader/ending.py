"""The end of a document: who gets it, and who signed in which office."""

import re
from collections.abc import Sequence
from dataclasses import replace

from campaign.language.text import fold
from campaign.reader.document import Line
from campaign.reader.findings import Ending, Said

_RECIPIENTS = re.compile(r"Nơi nhận\b|NƠI NHẬN\b|Kính gửi\b")
_OFFICE = re.compile(
    r"(?:T/?M\.?|TUQ\.?|KT\.?|TL\.?|Q\.)\s*\S|(?:QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG"
    r"|CHỦ NHIỆM|HIỆU TRƯỞNG|TỔNG THƯ KÝ|VIỆN TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG CỤC TRƯỞNG|TRƯỞNG ĐOÀN|ĐỘI TRƯỞNG)"
)
_SURNAMES = frozenset(
    (
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong lam mai dao luong ha cao la luu tong trieu"
        " ta thai chau tang ton quach kieu vuong giang an au bach ban be ca can chu co cu dam diep dieu dong dien gia giap ha han hau hua kha khong"
        " khuat kim lai lo lu luc ma mac man moc nghiem ninh nong o ong phi phung quan sam si sung tao tham than thach thi tieu to tu tuong ung van"
        " vi vien viet xa y hang giang vang cam lau lang loc mua thao tan ksor rah hoang truong ung khau cung dau du"
    ).split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DEGREE = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|Ths|BS|CKI|CKII|KS|CN|LS|Thạc sĩ|Tiến sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Đ/c|Ông|Bà)\.?\s*)+"
)
_SIDE_BY_SIDE = re.compile(rf"\s{{3,}}|\t|(?<=[;:.,])\s+(?={_OFFICE.pattern})")
_NOTES = re.compile(rf"\s{{2,}}|{_SIDE_BY_SIDE.pattern}")
"""Beside the recipients stands what they get it for: "để báo cáo"."""
_BESIDE = re.compile(
    r"(?:(?<=[;,.])|^)[\s{}()\[\]|]*[Đđ]ể\s+(?:báo cáo|b/c|thực hiện|t/h|phối hợp|chỉ đạo|theo dõi|biết)\W*$"
)
"""The same where nothing is left of the space between the columns."""
_ADDRESSEE = re.compile(
    r"(?:Đ/c|Đ\.c|Đồng chí|Ông|Bà)\.?:?\s+(?P<name>[^,–-]+?)\s*(?:,|\s[-–])\s*(?P<role>\S.*)"
)
_REACH = 14
_FEWEST, _PARTS = 2, 6


def ending(lines: Sequence[Line]) -> Ending:
    """Return the end of the document that `lines` are, tables laid out line by line."""
    start = _start(lines)
    office = _last_office(lines, start)
    signer, roles = _signature(lines, office) if office is not None else (None, [])
    return Ending(
        signer=signer,
        role=_role(roles),
        recipients=tuple(_recipients(lines, start)) if start is not None else (),
        start=lines[start].number
        if start is not None
        else (lines[office].number if office is not None else None),
    )


def _start(lines: Sequence[Line]) -> int | None:
    """The first line after the body: the list of recipients, in the second half of it."""
    places = [n for n, line in enumerate(lines) if _RECIPIENTS.match(line.text.strip(" *|_"))]
    late = [n for n in places if n > len(lines) * 0.2]
    return late[0] if late else None


def _last_office(lines: Sequence[Line], start: int | None) -> int | None:
    """The line where the offices of the signer begin: the first of the last group of such lines."""
    low = max(0, (start or 0) - 12)
    found = [
        n
        for n in range(low, len(lines))
        if any(_is_office(part) for part in _columns(lines[n].text)) and _named_after(lines, n)
    ]
    if not found:
        return None
    first = found[0]
    return first if start is not None else found[-1]


def _columns(text: str) -> list[str]:
    """Parts of a line that stand side by side on the page."""
    parts = (part.strip(" *|_") for part in _SIDE_BY_SIDE.split(text.strip()))
    return [part for part in parts if part]


def _is_office(text: str) -> bool:
    match = _OFFICE.match(text)
    return bool(match) and text.isupper() and len(text) < 90  # noqa: PLR2004 - letters


def _named_after(lines: Sequence[Line], place: int) -> bool:
    return any(
        is_person(part)
        for line in lines[place + 1 : place + 1 + _REACH]
        for part in _columns(line.text)
    ) or any(is_person(part) for part in _columns(lines[place].text))


def _signature(lines: Sequence[Line], office: int) -> tuple[Said | None, list[str]]:
    roles: list[str] = []
    for line in lines[office : office + 3 * _REACH]:
        for part in _columns(line.text):
            if _is_office(part):
                roles.append(part)
            elif is_person(part):
                return Said(_name(part), line.number), roles
            elif roles and part.isupper() and len(part) < 60:  # noqa: PLR2004 - letters
                roles[-1] = f"{roles[-1]} {part}"
    return None, roles


def is_person(text: str) -> bool:
    """Whether `text` is the name of a person and nothing else."""
    bare = _DEGREE.sub("", text.strip(" .,"))
    parts = bare.split()
    if not _FEWEST <= len(parts) <= _PARTS or not all(_LETTERS.fullmatch(part) for part in parts):
        return False
    if fold(parts[0]) not in _SURNAMES or _OFFICE.match(bare):
        return False
    return all(part[0].isupper() for part in parts) and not re.search(
        r"BAN |NHÂN DÂN|CHỦ TỊCH|Văn phòng|Ủy|HỘI|ĐỒNG|PHÒNG", bare
    )


def _name(text: str) -> str:
    bare = _DEGREE.sub("", text.strip(" .,"))
    return (
        " ".join(part.capitalize() for part in bare.split())
        if bare.isupper()
        else " ".join(bare.split())
    )


def _role(roles: Sequence[str]) -> str:
    """The signer's own office: the last of "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"."""
    if not roles:
        return ""
    own = re.sub(r"^(?:KT|TL|TUQ|T/M|TM|Q)\.?\s*", "", roles[-1])
    words = own.lower()
    for each in ("chủ tịch", "giám đốc", "bí thư", "trưởng ban", "chánh văn phòng", "phó"):
        words = words.replace(each, each[0].upper() + each[1:])
    return words[:1].upper() + words[1:]


def _recipients(lines: Sequence[Line], start: int) -> list[Said]:
    found: list[Said] = []
    goes_on = False
    for line in lines[start + 1 : start + 40]:
        text = next((part for part in _NOTES.split(line.text.strip()) if part.strip(" *|_")), "")
        bare = _BESIDE.sub("", text.strip(" *|_"))
        if re.match(r"[-–+•]\s*\S", bare):
            found.append(Said(bare.lstrip("-–+• ").rstrip(" ;."), line.number, "Nơi nhận"))
        elif goes_on and bare and not (_OFFICE.match(bare) or bare.isupper() or is_person(bare)):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {bare.rstrip(' ;.')}")
        elif bare:
            goes_on = False
            continue
        if bare:
            goes_on = bare.endswith(",")
    return found


def addressee(text: str) -> tuple[str, str] | None:
    """Return the name and the office of a recipient: "Đ/c Nguyễn Văn A - PCT UBND tỉnh"."""
    match = _ADDRESSEE.match(text)
    return (_name(match["name"]), match["role"]) if match and is_person(match["name"]) else None
