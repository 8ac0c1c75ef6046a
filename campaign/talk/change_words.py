"""Words about changes of a plan: on buttons, before what is new, and in the audit log."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language
from campaign.plan.changes import ChangeKind

KINDS: Mapping[ChangeKind, Mapping[Language, str]] = {
    "time": {"vi": "Đổi thời gian", "en": "Move it"},
    "confirmed": {"vi": "Chốt thời gian", "en": "Confirm the time"},
    "cancelled": {"vi": "Hủy hoạt động", "en": "Cancel it"},
    "place": {"vi": "Địa điểm", "en": "Place"},
    "phone": {"vi": "Điện thoại", "en": "Phone"},
    "dossier": {"vi": "Hồ sơ", "en": "Dossier"},
    "correction": {"vi": "Đính chính", "en": "Correction"},
    "alias": {"vi": "Tên gọi khác", "en": "Another name"},
}
"""What can be done to an activity, in the order of the buttons; in a list, what was done."""

ChangeWord = Literal[
    "apply", "back", "drop", "restore", "same", "tell", "tell_now", "undo", "withdraw"
]

CHANGE_WORDS: Mapping[ChangeWord, Mapping[Language, str]] = {
    "apply": {"vi": "Đúng, cập nhật", "en": "Yes, update it"},
    "drop": {"vi": "Thôi", "en": "Give up"},
    "same": {"vi": "Đúng như dự kiến", "en": "As planned"},
    "tell_now": {"vi": "Báo ngay cho {groups} nhóm", "en": "Tell {groups} groups now"},
    "tell": {"vi": "Soạn thông báo…", "en": "Write an announcement…"},
    "undo": {"vi": "Rút lại", "en": "Withdraw"},
    "withdraw": {"vi": "✕ {kind}: {value}", "en": "✕ {kind}: {value}"},
    "restore": {"vi": "Khôi phục hoạt động", "en": "Restore it"},
    "back": {"vi": "« Các hoạt động", "en": "« Activities"},
}
"""Words on buttons."""

ChangeLine = Literal[
    "alias",
    "cancelled",
    "correction",
    "dossier",
    "news",
    "past",
    "phone",
    "place",
    "time",
    "withdrawn",
]

CHANGE_LINES: Mapping[ChangeLine, Mapping[Language, str]] = {
    "time": {"vi": "Thời gian: {now}; kế hoạch: {before}", "en": "Time: {now}; plan: {before}"},
    "place": {"vi": "Địa điểm: {now}; kế hoạch: {before}", "en": "Place: {now}; plan: {before}"},
    "cancelled": {
        "vi": "Hoạt động này bị hủy; kế hoạch: {before}",
        "en": "This is cancelled; plan: {before}",
    },
    "phone": {"vi": "Số điện thoại: {now}", "en": "Phone: {now}"},
    "dossier": {"vi": "Hồ sơ gồm: {now}", "en": "The dossier: {now}"},
    "correction": {"vi": "Đính chính: {now}", "en": "Correction: {now}"},
    "alias": {"vi": "Tên gọi khác: “{now}”", "en": "Another name: “{now}”"},
    "past": {"vi": "Lưu ý: {now} đã qua.", "en": "Note that {now} is past."},
    "withdrawn": {
        "vi": "Thay đổi đã báo được rút lại.",
        "en": "What was announced is withdrawn.",
    },
    "news": {
        "vi": "📢 Cập nhật kế hoạch: {now} (mục {before})",
        "en": "📢 The plan is updated: {now} (section {before})",
    },
}
"""What is new, in a line: for the staff who confirm it, and for the groups who are told."""

CHANGE_ACTIONS: Mapping[str, Mapping[Language, str]] = {
    "change_apply": {"vi": "cập nhật kế hoạch", "en": "updated the plan"},
    "change_undo": {"vi": "rút lại cập nhật", "en": "withdrew an update"},
}
"""What the audit log calls it."""


def word(what: ChangeWord, language: Language, **facts: str) -> str:
    """Return the words on a button. Raises KeyError for a missing fact."""
    return CHANGE_WORDS[what][language].format(**facts)


def line(what: ChangeLine, language: Language, **facts: str) -> str:
    """Return a line. Raises KeyError for a missing fact."""
    return CHANGE_LINES[what][language].format(**facts)
