"""Words about the ledger and registration: on buttons, and in the lines of the audit log."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

LedgerWord = Literal[
    "accept",
    "back_list",
    "clear",
    "close",
    "condition",
    "confirm",
    "drop",
    "drop_now",
    "file",
    "hand",
    "hand_for",
    "help",
    "import",
    "join",
    "keep",
    "look",
    "open",
    "quit",
    "reply",
    "return",
    "seats",
    "template",
    "waiting",
    "yes_it_is",
]

LEDGER_WORDS: Mapping[LedgerWord, Mapping[Language, str]] = {
    "hand": {"vi": "Đã nộp", "en": "Handed in"},
    "hand_for": {"vi": "Ghi đã nộp · mục {section}", "en": "Note as handed in · {section}"},
    "look": {"vi": "Xem hồ sơ · mục {section}", "en": "See what was handed in · {section}"},
    "help": {"vi": "Cần hỗ trợ", "en": "We need help"},
    "reply": {"vi": "Trả lời nhóm", "en": "Answer the group"},
    "accept": {"vi": "Đạt", "en": "Accept"},
    "return": {"vi": "Cần bổ sung", "en": "Send back"},
    "clear": {"vi": "Đặt lại: chưa nộp", "en": "Reset: missing"},
    "waiting": {
        "vi": "Chờ xác nhận ({number}) · mục {section}",
        "en": "To confirm ({number}) · {section}",
    },
    "import": {"vi": "Nhập danh sách", "en": "Import a list"},
    "template": {"vi": "Tệp mẫu", "en": "Template"},
    "file": {"vi": "Tải XLSX", "en": "Get the XLSX"},
    "drop": {"vi": "Xóa", "en": "Delete"},
    "drop_now": {"vi": "Xóa hẳn", "en": "Delete for good"},
    "keep": {"vi": "Giữ lại", "en": "Keep"},
    "back_list": {"vi": "« Các HTX", "en": "« Cooperatives"},
    "yes_it_is": {"vi": "Đúng, là {name}", "en": "Yes, {name}"},
    "join": {"vi": "Đăng ký tham gia", "en": "Register"},
    "quit": {"vi": "Hủy đăng ký", "en": "Cancel my registration"},
    "confirm": {"vi": "Đủ điều kiện, đăng ký {people} người", "en": "It is met: register {people}"},
    "open": {"vi": "Mở đăng ký", "en": "Open"},
    "close": {"vi": "Đóng đăng ký", "en": "Close"},
    "seats": {"vi": "Số chỗ", "en": "Seats"},
    "condition": {"vi": "Điều kiện", "en": "Condition"},
}
"""Words on buttons."""

OPEN_OR_CLOSED: Mapping[bool, Mapping[Language, str]] = {
    True: {"vi": "đang mở", "en": "open"},
    False: {"vi": "đã đóng", "en": "closed"},
}
NO_LIMIT: Mapping[Language, str] = {"vi": "không giới hạn", "en": "no limit"}
NO_CONDITION: Mapping[Language, str] = {"vi": "không có", "en": "none"}

LEDGER_ACTIONS: Mapping[str, Mapping[Language, str]] = {
    "coop_add": {"vi": "khai HTX", "en": "named a cooperative"},
    "coop_claim": {"vi": "nhận HTX về nhóm", "en": "claimed a cooperative"},
    "coop_drop": {"vi": "xóa HTX", "en": "deleted a cooperative"},
    "coop_hand": {"vi": "ghi đã nộp", "en": "noted as handed in"},
    "coop_import": {"vi": "nhập danh sách HTX", "en": "imported cooperatives"},
    "help": {"vi": "cần hỗ trợ", "en": "asked for help"},
    "help_reply": {"vi": "trả lời nhóm", "en": "answered the group"},
    "judge_accept": {"vi": "xác nhận đạt", "en": "accepted"},
    "judge_clear": {"vi": "đặt lại là chưa nộp", "en": "reset to missing"},
    "judge_return": {"vi": "yêu cầu bổ sung", "en": "sent back"},
    "reg_close": {"vi": "đóng đăng ký", "en": "closed registration"},
    "reg_condition": {"vi": "đặt điều kiện đăng ký", "en": "set the condition"},
    "reg_open": {"vi": "mở đăng ký", "en": "opened registration"},
    "reg_seats": {"vi": "đặt số chỗ", "en": "set the seats"},
}
"""What the audit log calls what is done to the ledger and to registration."""


def word(what: LedgerWord, language: Language, **facts: str) -> str:
    """Return the words on a button. Raises KeyError for a missing fact."""
    return LEDGER_WORDS[what][language].format(**facts)
