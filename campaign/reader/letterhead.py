"""The head of a document: whose it is, its number, where and when, and what it is called."""

import datetime
import re
from collections.abc import Sequence

from campaign.reader.document import Line
from campaign.reader.findings import Letterhead, Said
from campaign.reader.markers import marker
from campaign.reader.organisations import as_written, organisation, place_in

_KIND = re.compile(
    r"(?:DỰ THẢO\s+)?(?P<kind>KẾ HOẠCH|Kế hoạch|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|THÔNG BÁO|HƯỚNG DẪN|ĐỀ CƯƠNG|THỂ LỆ)(?P<rest>\s.*)?",
)
_NUMBER = re.compile(
    r"Số\s*[:.]?\s*(\d{1,5}[A-Za-z]?\s*(?:/\s*\d{4}\s*)?[-–/]\s*[A-ZĐ][\wĐ&]*(?:\s?[-–/.&+]\s?[A-ZĐ\d][\wĐ]*)*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<place>[A-ZĐÂÊÔƠƯÁÀẢÃẠ][^,.;:\d\n]{1,40}?)?,?\s*ngày\s*(?P<day>\d{1,2})\s*(?:tháng|/|-)\s*(?P<month>\d{1,2})\s*(?:năm|/|-)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:Căn cứ|Thực hiện|Để |Nhằm |Theo |Trên cơ sở|Xét |Thi hành|Tiếp tục thực hiện|Hưởng ứng |Chào mừng |Triển khai thực hiện|Trong |Năm |Qua )"
)
_HEAD_LINES = 60
_ATTACHED = re.compile(r"\s*\((?:Ban hành )?[Kk]èm theo.*$")
_LONG = 240
_TITLE_LINES = 8
_LAST_LINES = 40


def letterhead(lines: Sequence[Line]) -> Letterhead:
    """Return the head of the document of `lines`, which begin at its beginning."""
    at = _kind_line(lines)
    decision = _decision_line(lines)
    if decision is not None:  # the plan is attached to the decision that issues it
        body = _after_recipients(lines, decision)
        attached = _kind_line(lines[body:], within=len(lines))
        at = body + attached if attached is not None else decision
    above = decision if decision is not None else at
    head = lines[:above] if above is not None else lines[: _first_section(lines)]
    text = "\n".join(line.text.strip() for line in head)
    number = _number(head)
    date = _date(" ".join(text.split("\n")))
    dated = head if date else lines[-_LAST_LINES:]
    date = date or _date_line_in(dated)
    title, end = _title(lines, at) if at is not None else (None, 0)
    place = date[0] if date else ""
    issuer = organisation(head) if at is not None else None
    return Letterhead(
        issuer=issuer,
        number=number,
        place=as_written(place),
        date=date[1] if date else None,
        date_line=_line_of_date(dated),
        title=title,
        end=end,
    )


def _decision_line(lines: Sequence[Line]) -> int | None:
    """The line "QUYẾT ĐỊNH" of a document that issues a plan."""
    return next(
        (n for n, line in enumerate(lines[:_HEAD_LINES]) if line.text.strip() == "QUYẾT ĐỊNH"), None
    )


def _after_recipients(lines: Sequence[Line], start: int) -> int:
    """Where what is attached to a decision may begin: after those who get it."""
    places = (n for n in range(start, len(lines)) if "Nơi nhận" in lines[n].text)
    return next(places, start)


def _kind_line(lines: Sequence[Line], within: int = _HEAD_LINES) -> int | None:
    for n, line in enumerate(lines[:within]):
        text = line.text.strip()
        found = _KIND.fullmatch(text)
        if found and (found["kind"].isupper() or not found["rest"]):
            return n
    return None


def _first_section(lines: Sequence[Line]) -> int:
    for n, line in enumerate(lines[:_HEAD_LINES]):
        if marker(line.text.strip()) or _BASIS.match(line.text.strip()):
            return n
    return min(len(lines), _HEAD_LINES)


def _number(head: Sequence[Line]) -> Said | None:
    """The number of the document, which a narrow column may part from the word "Số"."""
    for n, line in enumerate(head):
        text = " ".join(each.text.strip() for each in head[n : n + 2])
        match = _NUMBER.search(text)
        if match and match.start() <= len(line.text) and not _BASIS.match(line.text.strip()):
            return Said(re.sub(r"\s+", "", match[1]).replace("–", "-"), line.number)
    return None


def _date(text: str) -> tuple[str, datetime.date] | None:
    for match in _DATE.finditer(text):
        try:
            day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        return place_in(match["place"] or ""), day
    return None


def _date_line_in(lines: Sequence[Line]) -> tuple[str, datetime.date] | None:
    """The date above the signature, where the head has none: a line of nothing but place and day."""
    for line in lines:
        text = line.text.strip()
        if (match := _DATE.fullmatch(text.rstrip("."))) and match["place"]:
            return _date(text)
    return None


def _line_of_date(lines: Sequence[Line]) -> int:
    return next(
        (line.number for line in lines if "ngày" in line.text and "năm" in line.text),
        lines[0].number if lines else 1,
    )


def _title(lines: Sequence[Line], at: int) -> tuple[Said | None, int]:
    """Return the title after the line `at`, and how many lines the head has with it."""
    found = _KIND.fullmatch(lines[at].text.strip())
    parts = [found["rest"].strip()] if found and found["rest"] else []
    first = lines[at].number
    end = at + 1
    blank_after_text = False
    for n in range(at + 1, min(len(lines), at + 1 + 2 * _TITLE_LINES)):
        text = lines[n].text.strip()
        if not text:
            blank_after_text = bool(parts)
            continue
        if re.fullmatch(r"[-–—_=*.\s]+", text):
            if parts:
                end = n + 1
                break
            continue
        if parts and _ends_title(parts, text, blank=blank_after_text):
            break
        if not parts:
            first = lines[n].number
        parts.append(text)
        end = n + 1
        blank_after_text = False
    title = " ".join(" ".join(parts).split())
    return (Said(_unfinished(title), first) if title else None), end


def _ends_title(parts: Sequence[str], text: str, *, blank: bool) -> bool:
    """Whether `text` is no more of the title."""
    whole = " ".join(parts)
    if _BASIS.match(text) or len(text) > _LONG or len(parts) >= _TITLE_LINES:
        return True
    found = marker(text)
    if found and found.label and found.kind in ("roman", "arabic", "capital"):
        return True
    if text.startswith("(") and text.endswith(")"):
        return False
    if whole.isupper() and not text.isupper():
        return True
    if blank and text.endswith((":", ".", ";")):
        return True
    return (
        re.match(
            r"(?:Ủy ban|Uỷ ban|UBND|Sở|Ban|Liên minh|Thường trực)\b.*(?:xây dựng|ban hành|tổ chức)",
            text,
        )
        is not None
    )


def _unfinished(title: str) -> str:
    return _ATTACHED.sub("", title).strip(" .;:*")
