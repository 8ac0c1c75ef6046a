"""The columns of a table of activities, by the words of its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.language.patterns import phrase
from campaign.reader.document import Row, Table, said

_COLUMNS: tuple[tuple[str, str], ...] = (
    ("no", r"^(?:stt|tt|số tt|số thứ tự|no\.?|#)$"),
    ("budget", r"kinh phí|dự toán|thành tiền|đơn giá|số tiền"),
    ("note", r"ghi chú|căn cứ"),
    ("coordinating", r"phối hợp"),
    ("place", r"địa điểm|nơi (?:tổ chức|thực hiện)|địa bàn"),
    ("participants", r"thành phần|đối tượng|số lượng"),
    (
        "lead",
        r"(?:đơn vị|cơ quan|bộ phận|người|tổ chức|phòng|ban|cán bộ|ngành)(?: \w+)?\s?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối|tham mưu|triển khai)|chủ trì|phụ trách|phân công|đầu mối|trách nhiệm|tham mưu",
    ),
    (
        "time",
        r"thời gian|tiến độ|thời hạn|thời điểm|hoàn thành|lộ trình|^(?:khung )?giờ|^buổi|^thứ|^ngày|^tháng|^mốc|^hạn|bắt đầu|kết thúc|^năm$",
    ),
    ("product", r"sản phẩm|kết quả|đầu ra"),
    (
        "task",
        r"nội dung|nhiệm vụ|hoạt động|công việc|hạng mục|sự kiện|tên |chuyên đề|giải pháp|chương trình|văn bản|môn|lớp",
    ),
    ("lead", r"^(?:đơn vị|cơ quan)|thực hiện"),
)
_KINDS = [(kind, re.compile(phrase(pattern))) for kind, pattern in _COLUMNS]
_TELLING = {"time", "lead", "coordinating", "place"}
_TARGETS = re.compile(
    phrase(r"chỉ tiêu|tiêu chí|(?<!địa\s)(?<!thời\s)điểm|đơn vị tính|số lượng văn bản")
)
_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The kind of every column, its heading, and how many rows the header takes."""

    kinds: tuple[str, ...]
    headings: tuple[str, ...]
    rows: int

    def indices(self, kind: str) -> list[int]:
        """Return the columns of a kind."""
        return [n for n, each in enumerate(self.kinds) if each == kind]


def columns_of(table: Table) -> Columns | None:
    """Return the columns of a table of activities; None where it is none."""
    for start, row in enumerate(table.rows[:_HEADER_ROWS]):
        headings = [said(cell) for cell in row]
        kinds = _kinds(headings)
        if "task" not in kinds or not _TELLING.intersection(kinds):
            continue
        if len(row) != table.width and len(row) < 3:  # noqa: PLR2004 - columns
            continue
        below = table.rows[start + 1] if start + 1 < len(table.rows) else ()
        if spread := _spread(below, row, kinds):
            return Columns(_kinds(spread), tuple(spread), start + 2)
        if _is_second_row(below, row, kinds):
            headings = [_both(a, said(b)) for a, b in zip(headings, below, strict=True)]
            return Columns(_kinds(headings), tuple(headings), start + 2)
        return Columns(kinds, tuple(headings), start + 1)
    return None


def kinds_of(headings: Sequence[str]) -> tuple[str, ...]:
    """Return what each of `headings` names: "time", "place", …, or nothing that is known."""
    return tuple(_kind(heading) for heading in headings)


def names_columns(table: Table) -> bool:
    """Whether the first row is a header, of whatever the table lists."""
    kinds = kinds_of([said(cell) for cell in table.rows[0]]) if table.rows else ()
    return len(_TELLING.intersection(kinds)) > 1 or bool("no" in kinds and _TELLING & set(kinds))


def _kinds(headings: Sequence[str]) -> tuple[str, ...]:
    kinds = [_kind(heading) for heading in headings]
    if any(_TARGETS.search(heading.lower()) for heading in headings) and "time" not in kinds:
        return ()
    if "task" not in kinds and "product" in kinds:
        kinds[kinds.index("product")] = "task"
    seen_task = False
    for n, kind in enumerate(kinds):
        if kind == "task" and seen_task:
            kinds[n] = "detail"
        seen_task = seen_task or kind == "task"
    return tuple(kinds)


def _kind(heading: str) -> str:
    lowered = " ".join(heading.lower().split()).rpartition(": ")[2]
    found = [kind for kind, pattern in _KINDS if pattern.search(lowered)]
    if lowered.startswith(("nội dung", "nhiệm vụ", "tên", "hoạt động", "công việc", "noi dung")):
        return "task"
    if lowered.startswith("thời gian"):
        return "time"
    if found[:1] == ["coordinating"] and "lead" in found and "chủ trì" in lowered:
        return "units"
    return found[0] if found else ""


def _is_second_row(below: Row, above: Row, kinds: Sequence[str]) -> bool:
    if len(below) != len(above) or "no" not in kinds:
        return False
    texts = [said(cell) for cell in below]
    number = texts[list(kinds).index("no")]
    return (not number or _kind(number) == "no") and sum(_kind(t) in _TELLING for t in texts) > 1


def _spread(below: Row, above: Row, kinds: Sequence[str]) -> list[str]:
    """The headings where the row below parts one column, as "Phân công" in who leads and helps.

    Empty where it does not. Such a row has no cells for the other columns.
    """
    parts = [said(cell) for cell in below]
    named = {_kind(part) for part in parts}
    if not 1 < len(parts) < len(above) or not named <= _TELLING:
        return []
    whole = "time" if named == {"time"} else "lead"
    if whole not in kinds:
        return []
    at = list(kinds).index(whole)
    headings = [said(cell) for cell in above]
    return [*headings[:at], *(f"{headings[at]}: {part}" for part in parts), *headings[at + 1 :]]


def _both(above: str, below: str) -> str:
    return above if not below or above == below else f"{above} {below}"
