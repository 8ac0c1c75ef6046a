"""Why a list, or a row of it, cannot be taken: what staff are told of each reason."""

from collections.abc import Mapping, Sequence

from campaign.ledger.grids import Unreadable
from campaign.ledger.lists import Problem
from campaign.messages import Language, Text
from campaign.talk.notices import fill, say

ROWS: Mapping[str, Mapping[Language, str]] = {
    "columns": {
        "vi": "không thấy đủ cột, thiếu: {said}",
        "en": "columns are missing: {said}",
    },
    "empty": {
        "vi": "danh sách không có dòng nào",
        "en": "the list has no rows",
    },
    "several_sheets": {
        "vi": "có nhiều trang tính giống danh sách ({said}); chỉ để lại một trang",
        "en": "several sheets look like a list ({said}); leave only one",
    },
    "merged": {
        "vi": "có ô bị gộp; hãy bỏ gộp và điền đủ từng dòng",
        "en": "cells are merged; please split them and fill in each row",
    },
    "formula": {
        "vi": "có công thức; hãy thay bằng chữ",
        "en": "there is a formula; please put text in its place",
    },
    "no_name": {
        "vi": "thiếu tên HTX",
        "en": "the name is missing",
    },
    "no_district": {
        "vi": "{said}: thiếu huyện",
        "en": "{said}: the district is missing",
    },
    "too_long": {
        "vi": "quá dài: {said}",
        "en": "too long: {said}",
    },
    "twice": {
        "vi": "{said} đã có ở dòng {hint}",
        "en": "{said} is in row {hint} already",
    },
    "like_name": {
        "vi": "“{said}” có phải là “{hint}” không?",
        "en": "is “{said}” meant to be “{hint}”?",
    },
    "like_district": {
        "vi": "huyện “{said}” có phải là “{hint}” không?",
        "en": "is the district “{said}” meant to be “{hint}”?",
    },
    "group_twice": {
        "vi": "có nhiều nhóm tên “{said}”; hãy đặt cho mỗi nhóm một tên riêng ở /nhom",
        "en": "there are several groups “{said}”; please give each a name of its own with /groups",
    },
    "group_unknown": {
        "vi": "không biết nhóm “{said}”",
        "en": "there is no group “{said}”",
    },
    "group_like": {
        "vi": "không biết nhóm “{said}”; có phải là “{hint}” không?",
        "en": "there is no group “{said}”; is it “{hint}”?",
    },
}
"""What is wrong with a row; `group_like` is an unknown group that is like a known one."""

UNREADABLE: Mapping[str, Mapping[Language, str]] = {
    "size": {
        "vi": "tệp lớn quá {limit} MB",
        "en": "the file has more than {limit} MB",
    },
    "bomb": {
        "vi": "tệp nén quá nhiều dữ liệu, có thể là tệp phá hoại",
        "en": "the file unpacks to far too much",
    },
    "rows": {
        "vi": "tệp có quá nhiều dòng hoặc cột; xóa những dòng, cột thừa",
        "en": "there are too many rows or columns; please remove what is empty",
    },
    "password": {
        "vi": "tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại",
        "en": "the file has a password; please remove it",
    },
    "old": {
        "vi": "tệp ở dạng Excel cũ (.xls); hãy lưu lại thành .xlsx",
        "en": "the file is in Excel’s old format (.xls); please save it as .xlsx",
    },
    "damaged": {
        "vi": "tệp bị hỏng, không mở được",
        "en": "the file is damaged",
    },
    "format": {
        "vi": "tệp không phải XLSX hay CSV",
        "en": "the file is neither XLSX nor CSV",
    },
    "encoding": {
        "vi": "chữ trong tệp không phải UTF-8; hãy lưu lại thành “CSV UTF-8”",
        "en": "its text is not UTF-8; please save it as “CSV UTF-8”",
    },
    "lost": {
        "vi": "không tải được tệp từ Telegram; bạn gửi lại nhé",
        "en": "the file could not be fetched from Telegram; please send it again",
    },
}
"""Why a document cannot be read."""


def say_problems(problems: Sequence[Problem], language: Language) -> list[Text]:
    """Return what is wrong, once for all rows of which the same is, with their numbers."""
    alike: dict[tuple[str, str, str], list[int]] = {}
    for each in problems:
        alike.setdefault((each.wrong, each.said, each.hint), []).append(each.row)
    return [_say(*what, rows, language) for what, rows in alike.items()]


def _say(wrong: str, said: str, hint: str, rows: list[int], language: Language) -> Text:
    wrong = "group_like" if wrong == "group_unknown" and hint else wrong
    what = fill(ROWS[wrong][language], {"said": said, "hint": hint})
    return (*say("row", language, row=_ranges(rows)), " ", *what) if any(rows) else what


def _ranges(rows: list[int]) -> str:
    """Return numbers in order as "2–31, 40"."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][-1] + 1:
            spans[-1][1:] = [row]
        else:
            spans.append([row])
    return ", ".join("–".join(map(str, span)) for span in spans)


def say_unreadable(unreadable: Unreadable, limit: int, language: Language) -> Text:
    """Return why it cannot be read; `limit` is the size, in MB, that can be."""
    return fill(UNREADABLE[unreadable.why][language], {"limit": str(limit)})
