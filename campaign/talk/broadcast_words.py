"""Words about announcements: on their buttons, in the audit log, and in the groups."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

RECALLED = "Thông báo này đã được thu hồi."
"""What is left of an announcement that can no longer be deleted, in the groups' language."""

BroadcastWord = Literal[
    "again",
    "all",
    "approve",
    "at",
    "back",
    "correct",
    "correct_now",
    "drop",
    "edit",
    "groups",
    "later",
    "older",
    "other_moment",
    "pause",
    "pin",
    "recall",
    "recall_now",
    "receipt",
    "receipts",
    "refuse",
    "resume",
    "return",
    "send",
    "stop",
    "undo",
    "withdraw",
]

CAST_WORDS: Mapping[BroadcastWord, Mapping[Language, str]] = {
    "send": {"vi": "Gửi ngay", "en": "Send now"},
    "later": {"vi": "Hẹn giờ", "en": "Schedule"},
    "at": {"vi": "Xác nhận gửi lúc {moment}", "en": "Confirm: {moment}"},
    "groups": {"vi": "Chọn nhóm", "en": "Choose groups"},
    "all": {"vi": "Tất cả các nhóm", "en": "All groups"},
    "pin": {"vi": "Ghim", "en": "Pin"},
    "receipt": {"vi": "Nút “Đã nhận”", "en": "Button “Đã nhận”"},
    "receipts": {"vi": "Ai đã nhận", "en": "Who has confirmed"},
    "older": {"vi": "Cũ hơn »", "en": "Older »"},
    "edit": {"vi": "Sửa nội dung", "en": "Change the text"},
    "drop": {"vi": "Hủy", "en": "Drop"},
    "back": {"vi": "« Xong", "en": "« Done"},
    "other_moment": {"vi": "Chọn giờ khác", "en": "Another time"},
    "return": {"vi": "« Quay lại", "en": "« Back"},
    "undo": {"vi": "Bỏ hẹn", "en": "Unschedule"},
    "withdraw": {"vi": "Rút lại", "en": "Withdraw"},
    "approve": {"vi": "Duyệt gửi", "en": "Approve"},
    "refuse": {"vi": "Từ chối", "en": "Refuse"},
    "pause": {"vi": "Tạm dừng", "en": "Pause"},
    "resume": {"vi": "Tiếp tục", "en": "Go on"},
    "stop": {"vi": "Dừng hẳn", "en": "Stop"},
    "again": {"vi": "Gửi lại những nhóm lỗi", "en": "Send again to those that failed"},
    "correct": {"vi": "Đính chính", "en": "Correct"},
    "correct_now": {"vi": "Gửi đính chính", "en": "Send the correction"},
    "recall": {"vi": "Thu hồi", "en": "Recall"},
    "recall_now": {"vi": "Thu hồi ngay", "en": "Recall now"},
}
"""Words on the buttons of announcements."""

RECEIVED = "Đã nhận"
"""The button under an announcement, in the groups' language."""

CAST_ACTIONS: Mapping[str, Mapping[Language, str]] = {
    "cast_write": {"vi": "soạn thông báo", "en": "wrote an announcement"},
    "cast_audience": {"vi": "chọn nhóm nhận", "en": "chose the groups"},
    "cast_pin": {"vi": "đổi việc ghim", "en": "changed the pinning"},
    "cast_receipt": {"vi": "đổi nút “Đã nhận”", "en": "changed the button “Đã nhận”"},
    "cast_drop": {"vi": "hủy bản nháp", "en": "dropped a draft"},
    "cast_submit": {"vi": "xin duyệt thông báo", "en": "asked for approval"},
    "cast_approve": {"vi": "duyệt thông báo", "en": "approved an announcement"},
    "cast_refuse": {"vi": "không duyệt thông báo", "en": "did not approve an announcement"},
    "cast_schedule": {"vi": "hẹn giờ gửi", "en": "scheduled an announcement"},
    "cast_undo": {"vi": "bỏ hẹn, rút lại", "en": "took an announcement back"},
    "cast_send": {"vi": "gửi", "en": "sent"},
    "cast_pause": {"vi": "tạm dừng gửi", "en": "paused sending"},
    "cast_resume": {"vi": "gửi tiếp", "en": "went on sending"},
    "cast_stop": {"vi": "dừng hẳn việc gửi", "en": "stopped sending"},
    "cast_again": {"vi": "gửi lại những nhóm lỗi", "en": "sent again to those that failed"},
    "cast_correct": {"vi": "soạn đính chính", "en": "wrote a correction"},
    "cast_recall": {"vi": "soạn thu hồi", "en": "prepared a recall"},
}
"""What the audit log calls what is done to an announcement."""
