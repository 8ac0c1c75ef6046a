"""What the staff are told of an announcement, before it goes out, while it does, and after."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language, Text
from campaign.talk.notices import fill

Sentence = Literal[
    "card_all_groups",
    "card_at",
    "card_muted",
    "card_no_groups",
    "card_now",
    "card_options",
    "card_quiet",
    "card_second_person",
    "card_tagged_groups",
    "doubts_more",
    "no_such_day",
    "not_in_plan",
    "past_day",
    "progress",
    "progress_open",
    "progress_sent",
    "progress_stopped",
    "progress_unsent",
    "receipts",
    "report_all",
    "report_none",
    "report_open",
    "report_reason",
    "report_some",
    "report_stopped",
    "report_unerased",
    "report_unnoted",
    "report_unpinned",
    "report_unsent",
    "wrong_weekday",
]

SENTENCES: Mapping[Sentence, Mapping[Language, str]] = {
    "wrong_weekday": {
        "vi": "“{said}”: ngày {day} là {weekday}.",
        "en": "“{said}”: {day} is a {weekday}.",
    },
    "no_such_day": {
        "vi": "“{said}”: không có ngày này.",
        "en": "“{said}”: there is no such day.",
    },
    "past_day": {
        "vi": "“{said}”: ngày này đã qua.",
        "en": "“{said}”: this day is over.",
    },
    "not_in_plan": {
        "vi": "“{said}”: kế hoạch ghi thời gian của {activity} là {times}.",
        "en": "“{said}”: the plan has this time for {activity}: {times}.",
    },
    "doubts_more": {
        "vi": "⚠ Còn {number} chỗ nữa cần xem lại.",
        "en": "⚠ There are {number} more doubts.",
    },
    "card_all_groups": {
        "vi": "Gửi tới: {number} nhóm, tất cả các nhóm đã duyệt của “{campaign}”",
        "en": "Goes to: {number} groups, all that are approved for “{campaign}”",
    },
    "card_tagged_groups": {
        "vi": "Gửi tới: {number} nhóm của “{campaign}” có thẻ {tags}",
        "en": "Goes to: {number} groups of “{campaign}” with the tag {tags}",
    },
    "card_no_groups": {
        "vi": "⚠ Chưa có nhóm nào để gửi. Hãy duyệt hoặc gắn thẻ nhóm bằng /nhom.",
        "en": "⚠ There is no group to get it. Approve or tag groups with /groups.",
    },
    "card_now": {
        "vi": "Lúc: ngay sau khi xác nhận",
        "en": "When: as soon as it is confirmed",
    },
    "card_at": {
        "vi": "Lúc: {moment}",
        "en": "When: {moment}",
    },
    "card_options": {
        "vi": "Ghim: {pin} · Nút “Đã nhận”: {receipt}",
        "en": "Pinned: {pin} · Button “Đã nhận” (received): {receipt}",
    },
    "card_second_person": {
        "vi": "Cần một cán bộ khác duyệt thì mới gửi.",
        "en": "It goes out only after somebody else on the staff has approved it.",
    },
    "card_quiet": {
        "vi": "⚠ Đó là giờ nghỉ của mọi người ({start}–{end}).",
        "en": "⚠ People are at rest at that hour ({start}–{end}).",
    },
    "card_muted": {
        "vi": "⚠ {number} nhóm không cho mình viết, nên sẽ không nhận được.",
        "en": "⚠ {number} groups do not let me write and will not get it.",
    },
    "progress": {
        "vi": "{share} · {done}/{total} nhóm",
        "en": "{share} · {done}/{total} groups",
    },
    "progress_sent": {
        "vi": "✓ Đã xong: {number}",
        "en": "✓ Done: {number}",
    },
    "progress_open": {
        "vi": "… Đang chờ: {number}",
        "en": "… Waiting: {number}",
    },
    "progress_stopped": {
        "vi": "■ Đã dừng, không gửi nữa: {number}",
        "en": "■ Stopped, not sent any more: {number}",
    },
    "progress_unsent": {
        "vi": "✗ Không gửi được: {number}",
        "en": "✗ Not sent: {number}",
    },
    "report_all": {
        "vi": "✓ Đã xong ở cả {total} nhóm.",
        "en": "✓ Done in all {total} groups.",
    },
    "report_some": {
        "vi": "✓ Đã xong ở {sent}/{total} nhóm.",
        "en": "✓ Done in {sent} of {total} groups.",
    },
    "report_none": {
        "vi": "Không có nhóm nào để gửi.",
        "en": "There was no group to send to.",
    },
    "report_unsent": {
        "vi": "✗ Chưa xong ở {number} nhóm:",
        "en": "✗ Not done in {number} groups:",
    },
    "report_reason": {
        "vi": "• {reason}: {number}",
        "en": "• {reason}: {number}",
    },
    "report_unpinned": {
        "vi": "✗ Chưa ghim được ở {number} nhóm.",
        "en": "✗ Not pinned in {number} groups.",
    },
    "report_unnoted": {
        "vi": "✗ Chưa gửi được lời “ĐÍNH CHÍNH” ở {number} nhóm.",
        "en": "✗ The reply “ĐÍNH CHÍNH” (correction) was not sent in {number} groups.",
    },
    "report_unerased": {
        "vi": "✗ Chưa xóa được {number} lời “ĐÍNH CHÍNH”.",
        "en": "✗ {number} replies “ĐÍNH CHÍNH” (correction) were not deleted.",
    },
    "report_stopped": {
        "vi": "■ Không gửi nữa vì đã dừng: {number} nhóm",
        "en": "■ Not sent because it was stopped: {number} groups",
    },
    "report_open": {
        "vi": "… Đang chờ: {number} nhóm",
        "en": "… Waiting: {number} groups",
    },
    "receipts": {
        "vi": "Đã bấm “Đã nhận”: {people} người ở {groups} nhóm",
        "en": "Pressed “Đã nhận” (received): {people} people in {groups} groups",
    },
}

UNDONE: Mapping[str, Sentence] = {
    "pin": "report_unpinned",
    "note": "report_unnoted",
    "erase": "report_unerased",
}
"""What is said of steps besides the message itself that did not succeed."""

REASONS: Mapping[str, Mapping[Language, str]] = {
    "kicked": {"vi": "nhóm đã đưa mình ra", "en": "I was removed from the group"},
    "deleted": {"vi": "nhóm đã bị xóa", "en": "the group was deleted"},
    "not_found": {"vi": "không tìm thấy nhóm", "en": "the group was not found"},
    "blocked": {"vi": "đã chặn mình", "en": "I was blocked"},
    "deactivated": {"vi": "tài khoản đã bị khóa", "en": "the account was closed"},
    "never_started": {"vi": "chưa từng nhắn cho mình", "en": "never wrote to me"},
    "muted": {"vi": "nhóm không cho mình viết", "en": "I may not write there"},
    "may_not_pin": {"vi": "nhóm không cho mình ghim", "en": "I may not pin there"},
    "topic_closed": {"vi": "chủ đề trong nhóm đã đóng", "en": "the topic is closed"},
    "too_long": {"vi": "nội dung dài quá", "en": "it is too long"},
    "too_old": {"vi": "tin đã gửi quá lâu", "en": "the message is too old"},
    "no_message": {
        "vi": "tin không còn để sửa (đã bị xóa, hoặc nằm ở nhóm cũ)",
        "en": "there is no message to change (deleted, or left in the old group)",
    },
    "file": {"vi": "ảnh hoặc tệp không dùng được nữa", "en": "the file can no longer be used"},
    "expired": {"vi": "đã quá hạn gửi", "en": "it was too late"},
    "no_answer": {
        "vi": "không rõ đã tới chưa (Telegram không trả lời)",
        "en": "not known whether it arrived (Telegram did not answer)",
    },
    "interrupted": {
        "vi": "không rõ đã tới chưa (mình bị tắt giữa chừng)",
        "en": "not known whether it arrived (I was stopped in the middle of it)",
    },
    "mistake": {
        "vi": "không rõ đã tới chưa (mình gặp lỗi)",
        "en": "not known whether it arrived (I made a mistake)",
    },
    "unknown": {"vi": "không rõ đã tới chưa", "en": "not known whether it arrived"},
    "refused": {"vi": "Telegram từ chối", "en": "Telegram refused"},
    "other": {"vi": "lý do khác", "en": "other reasons"},
}
"""Why something did not reach a group, by the short reason in the outbox."""

ADVICE: Mapping[str, Mapping[Language, str]] = {
    "write": {
        "vi": "Nhờ quản trị viên nhóm cho mình quyền gửi tin, rồi gửi lại.",
        "en": "Ask the group's administrators to let me write, then send again.",
    },
    "pin": {
        "vi": "Tin đã tới. Muốn ghim, nhờ quản trị viên nhóm cho mình quyền ghim.",
        "en": "The message is there. To have it pinned, ask the administrators to let me pin.",
    },
    "return": {
        "vi": "Nhờ quản trị viên nhóm thêm mình trở lại.",
        "en": "Ask the group's administrators to add me again.",
    },
    "look": {
        "vi": "Chỗ nào không rõ, hãy xem trong nhóm trước khi gửi lại, kẻo nhóm nhận hai lần.",
        "en": "Where it is not known, look into the group first, or it may get it twice.",
    },
    "again": {
        "vi": "Nếu vẫn còn cần, hãy gửi lại những nhóm lỗi.",
        "en": "If it is still needed, send again to those that failed.",
    },
    "shorten": {
        "vi": "Rút ngắn nội dung rồi gửi thông báo mới.",
        "en": "Shorten the text and send a new announcement.",
    },
    "attach": {
        "vi": "Gửi thông báo mới với ảnh hoặc tệp tải lên lại.",
        "en": "Send a new announcement with the file uploaded again.",
    },
}
"""What the staff can do about it."""

ADVICE_FOR: Mapping[str, str] = {
    "muted": "write",
    "topic_closed": "write",
    "may_not_pin": "pin",
    "kicked": "return",
    "no_answer": "look",
    "interrupted": "look",
    "mistake": "look",
    "unknown": "look",
    "expired": "again",
    "refused": "again",
    "too_long": "shorten",
    "file": "attach",
}
"""The advice about each reason for which there is some."""

YES_NO: Mapping[Language, tuple[str, str]] = {"vi": ("có", "không"), "en": ("yes", "no")}


def say(sentence: Sentence, language: Language, **facts: str) -> Text:
    """Return the sentence with its facts filled in. Raises KeyError for a missing fact."""
    return fill(SENTENCES[sentence][language], facts)
