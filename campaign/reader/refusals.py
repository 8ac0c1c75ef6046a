"""What people are told of a file that cannot be read."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

Refusal = Literal[
    "broken",
    "empty",
    "locked",
    "no_activities",
    "old_word",
    "other_kind",
    "scanned",
    "slow",
    "too_big",
    "too_long",
]

MEGABYTES = 20
PAGES = 300

_SENTENCES: Mapping[Refusal, Mapping[Language, str]] = {
    "broken": {
        "vi": "Tệp bị hỏng, không mở được. Mời bạn lưu lại tệp rồi gửi lần nữa.",
        "en": "The file is broken and cannot be opened. Please save it again and send it once more.",
    },
    "empty": {
        "vi": "Tệp không có chữ nào.",
        "en": "There is no text in the file.",
    },
    "locked": {
        "vi": "Tệp có mật khẩu. Mời bạn bỏ mật khẩu rồi gửi lại.",
        "en": "The file has a password. Please remove it and send the file again.",
    },
    "no_activities": {
        "vi": "Không tìm thấy hoạt động nào trong tệp này.",
        "en": "There is no activity to be found in this file.",
    },
    "old_word": {
        "vi": "Đây là tệp Word kiểu cũ (.doc). Mời bạn mở ra, lưu thành .docx rồi gửi lại.",
        "en": "This is an old Word file (.doc). Please open it, save it as .docx and send that.",
    },
    "other_kind": {
        "vi": "Không đọc được loại tệp này. Mời bạn gửi tệp .docx, .pdf, .txt hoặc .md.",
        "en": "This kind of file cannot be read. Please send a .docx, .pdf, .txt or .md file.",
    },
    "scanned": {
        "vi": "Tệp PDF này là bản chụp hoặc bản quét, không có chữ để đọc. Mời bạn gửi tệp .docx, hoặc PDF xuất từ Word.",
        "en": "This PDF is a scan without text to read. Please send a .docx file, or a PDF made from Word.",
    },
    "slow": {
        "vi": "Tệp mất quá nhiều thời gian hoặc bộ nhớ để đọc nên đã dừng lại.",
        "en": "Reading the file took too much time or memory, and was stopped.",
    },
    "too_big": {
        "vi": f"Tệp quá lớn: tối đa {MEGABYTES} MB.",
        "en": f"The file is too large: {MEGABYTES} MB at most.",
    },
    "too_long": {
        "vi": f"Tài liệu quá dài: tối đa {PAGES} trang.",
        "en": f"The document is too long: {PAGES} pages at most.",
    },
}


def refusal(code: Refusal, language: Language) -> str:
    """Return the sentence for `code`."""
    return _SENTENCES[code][language]
