"""An activity that is held in several parts: "Lớp 1: …, tại …; Lớp 2: …, tại …"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from campaign.language.patterns import phrase

_ORDINAL = r"thứ (?:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
_NUMBERED = r"lớp|đợt|buổi|vòng|phiên|giai đoạn|bước|chặng|kỳ|lần|cụm|khóa|khoá|ca|nhóm|điểm|chuyến"
_TURN = re.compile(
    phrase(
        rf"(?:(?:{_NUMBERED}) (?:{_ORDINAL}|(?:số )?\d{{1,2}}(?![\d/.,])|[ivx]{{1,4}}(?!\w))|ngày {_ORDINAL}|tuần \d(?=:)"
        r"|vòng loại|(?:vòng )?(?:sơ khảo|sơ loại|sơ tuyển|bán kết|chung kết|chung khảo))(?!\w)"
    )
)
_BEGINNING = re.compile(r"(?:^|[;:,.(•+]|(?:^|\s)[-–])\s*$")
_PLACE = re.compile(
    r"(?:^|[,;.\s])(?:tại|Tại|ở|trên(?=\s+(?:sông|đường|biển|hồ|tuyến)))\s+(?P<place>[^;]+)"
)
_MANY = re.compile(
    r"\s*[,(]\s*(?:khoảng\s+|dự kiến\s+)?\d[\d.]*\s(?:học viên|người|đại biểu|đơn vị|lượt|hộ|suất|gian)(?!\w)[^;]*$"
)
"""How many come, or what is to be reached there."""
_OPEN_END = re.compile(r"\.\s.*")


class Session(NamedTuple):
    """`name` is "Lớp 1", or empty where the whole is meant; `text` what is said of it."""

    name: str
    text: str


def sessions(text: str) -> list[Session]:
    """Return the parts that `text` tells of, or all of it as one."""
    turns = [m for m in _TURN.finditer(text.lower()) if _BEGINNING.search(text[: m.start()])]
    if len(turns) < 2 and not (turns and turns[0].start() == 0):  # noqa: PLR2004 - "lớp 1, lớp 2"
        return [Session("", text)]
    ends = [*(turn.start() for turn in turns[1:]), len(text)]
    parts = [
        Session(
            _capitalised(text[turn.start() : turn.end()]), text[turn.end() : end].strip(" :;,-–(+")
        )
        for turn, end in zip(turns, ends, strict=True)
    ]
    before = text[: turns[0].start()].strip(" :;,-–(+")
    return [Session("", before), *parts] if before else parts


def is_session(text: str) -> bool:
    """Whether an item is a part of the one above it: "Buổi thứ hai: …"."""
    return bool(session_of(text))


def session_of(text: str) -> str:
    """Return the name of the part of an activity that an item is; empty where it is none."""
    match = _TURN.match(text.lower())
    return _capitalised(text[: match.end()]) if match else ""


def places(texts: Iterable[str]) -> str:
    """Return where it takes place, of texts that say when and where: of each part its own place."""
    found = [(name, place) for text in texts for name, place in _places(text)]
    if len({place for _, place in found}) < 2:  # noqa: PLR2004 - places
        return found[0][1] if found else ""
    return "; ".join(f"{name}: {bare_place(place)}" if name else place for name, place in found)


def _places(text: str) -> Iterator[tuple[str, str]]:
    for name, told in sessions(text):
        for part in told.split(";"):
            if match := _PLACE.search(part):
                head = part[: match.start()].partition(":")[0].strip(" ,;")
                yield name or head, _closed(match[0].strip(" ,;."))


def bare_place(place: str) -> str:
    """Return a place without its preposition and the stop after it."""
    return re.sub(r"^(?:tại|ở)\s+", "", place.rstrip(" .;"), flags=re.IGNORECASE)


def without_number(place: str) -> str:
    """Return a place without how many come there."""
    return _MANY.sub("", place)


def _closed(place: str) -> str:
    """A place without what follows it, and without a bracket that was opened before it."""
    kept = without_number(_OPEN_END.sub("", place))
    return kept.rstrip(") ,;.") if kept.count(")") > kept.count("(") else kept


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
