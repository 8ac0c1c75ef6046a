"""What the bot says about announcements, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

BroadcastNotice = Literal[
    "cast_approval",
    "cast_approved",
    "cast_ask_again",
    "cast_ask_content",
    "cast_ask_correction",
    "cast_ask_moment",
    "cast_author_only",
    "cast_campaign",
    "cast_cancelled",
    "cast_choose_campaign",
    "cast_choose_groups",
    "cast_confirm_moment",
    "cast_correction",
    "cast_corrected",
    "cast_done",
    "cast_draft",
    "cast_dropped",
    "cast_empty",
    "cast_expired",
    "cast_extras",
    "cast_failed",
    "cast_gone",
    "cast_late",
    "cast_moment_over",
    "cast_moment_unclear",
    "cast_muted",
    "cast_nobody",
    "cast_nobody_else",
    "cast_nothing_delivered",
    "cast_nothing_to_resend",
    "cast_own",
    "cast_paused",
    "cast_progress",
    "cast_quiet",
    "cast_reach",
    "cast_reach_tags",
    "cast_reason",
    "cast_recall",
    "cast_recalled",
    "cast_receipts",
    "cast_recent",
    "cast_refused",
    "cast_running",
    "cast_scheduled",
    "cast_sent",
    "cast_too_long",
    "cast_under_way",
    "cast_unknown",
    "cast_unscheduled",
    "cast_unsent",
    "cast_unsupported",
    "cast_waiting",
    "cast_words_only",
    "correction_note",
    "gave_up_correction",
    "receipt_again",
    "receipt_thanks",
]

BROADCAST_NOTICES: Mapping[BroadcastNotice, Mapping[Language, str]] = {
    "cast_ask_content": {
        "vi": (
            "Bạn gửi nội dung thông báo nhé: chữ (giữ nguyên định dạng), ảnh, tệp, hoặc chuyển "
            "tiếp một bài. Mình cho bạn xem trước, chưa gửi cho ai. Gửi /huy để thôi."
        ),
        "en": (
            "Send me what to announce: text (its formatting is kept), a photo, a file, or a "
            "forwarded post. I show it to you first, to nobody else yet. /cancel gives up."
        ),
    },
    "cast_choose_campaign": {
        "vi": "Thông báo này của chiến dịch nào?",
        "en": "Which campaign is this announcement for?",
    },
    "cast_recent": {
        "vi": "Những thông báo gần đây, bấm để xem:",
        "en": "The latest announcements, press to see one:",
    },
    "cast_ask_again": {
        "vi": "Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "Please send it again, or /cancel.",
    },
    "cast_unsupported": {
        "vi": (
            "Mình chưa gửi được loại tin này (chỉ nhận chữ, một ảnh hoặc một tệp; chưa nhận album)."
        ),
        "en": "I cannot carry this kind of message: text, one photo or one file only, no albums.",
    },
    "cast_empty": {
        "vi": "Nội dung còn trống.",
        "en": "There is nothing in it.",
    },
    "cast_too_long": {
        "vi": "Dài quá {excess} ký tự: Telegram nhận tối đa {limit} ký tự.",
        "en": "Too long by {excess} characters: Telegram takes {limit} at most.",
    },
    "cast_words_only": {
        "vi": "Đính chính chỉ bằng chữ; ảnh hay tệp của thông báo cũ giữ nguyên.",
        "en": "A correction is text only; the photo or file of the announcement stays.",
    },
    "cast_draft": {
        "vi": "Thông báo số {number}: bản nháp, chưa gửi. Nội dung như trên.",
        "en": "Announcement no. {number}: a draft, not sent. It reads as above.",
    },
    "cast_campaign": {
        "vi": "Chiến dịch: {campaign}",
        "en": "Campaign: {campaign}",
    },
    "cast_reach": {
        "vi": "Gửi tới: {reach} nhóm (tất cả các nhóm đã duyệt)",
        "en": "Goes to: {reach} groups (all that are approved)",
    },
    "cast_reach_tags": {
        "vi": "Gửi tới: {reach} nhóm có thẻ {tags}",
        "en": "Goes to: {reach} groups with the tag {tags}",
    },
    "cast_extras": {
        "vi": "Ghim: {pin} · Nút “Đã nhận”: {receipt}",
        "en": "Pinned: {pin} · Button “Đã nhận” (received): {receipt}",
    },
    "cast_nobody": {
        "vi": "⚠ Chưa gửi được: không có nhóm nào để gửi. Duyệt hoặc gắn thẻ nhóm bằng /nhom.",
        "en": "⚠ It cannot be sent: there is no group to get it. Approve or tag groups: /groups.",
    },
    "cast_muted": {
        "vi": "⚠ {number} nhóm trong số đó không cho mình viết.",
        "en": "⚠ In {number} of them I may not write.",
    },
    "cast_quiet": {
        "vi": "⚠ Lúc đó là giờ nghỉ của mọi người.",
        "en": "⚠ People are at rest at that hour.",
    },
    "cast_choose_groups": {
        "vi": "Chọn thẻ: thông báo tới các nhóm có ít nhất một thẻ được chọn.",
        "en": "Choose tags: it goes to the groups that have at least one of them.",
    },
    "cast_ask_moment": {
        "vi": (
            "Gửi lúc nào? Bạn viết như “8h sáng thứ Hai tuần sau” hay “15:30 ngày 11/3”, theo giờ "
            "Việt Nam. Gửi /huy để thôi."
        ),
        "en": (
            "When shall it go? Write it like “8h sáng thứ Hai tuần sau” or “15:30 ngày 11/3”, in "
            "Vietnam time. /cancel gives up."
        ),
    },
    "cast_moment_unclear": {
        "vi": "Mình chưa hiểu giờ nào. Bạn viết như “8h sáng thứ Hai tuần sau” nhé.",
        "en": "I do not see when. Please write the hour and the day, like “15:30 ngày 11/3”.",
    },
    "cast_moment_over": {
        "vi": "Giờ đó đã qua rồi. Bạn chọn giờ khác nhé.",
        "en": "That moment is over. Please choose another one.",
    },
    "cast_confirm_moment": {
        "vi": "Gửi lúc {moment}, tới {reach} nhóm (tính đến bây giờ). Đúng không?",
        "en": "It goes at {moment}, to {reach} groups (as of now). Is that right?",
    },
    "cast_scheduled": {
        "vi": "Thông báo số {number}: đã hẹn, sẽ gửi lúc {moment}.",
        "en": "Announcement no. {number}: scheduled, goes at {moment}.",
    },
    "cast_unscheduled": {
        "vi": "Thông báo số {number} đã được bỏ hẹn, trở lại bản nháp; chưa gửi cho ai.",
        "en": "Announcement no. {number} is no longer scheduled; it is a draft, sent to nobody.",
    },
    "cast_late": {
        "vi": (
            "Thông báo số {number} hẹn lúc {moment} nhưng khi đó mình không chạy. Đã quá giờ nên "
            "mình chưa gửi: nó trở lại bản nháp, bạn xem lại bằng /thongbao nhé."
        ),
        "en": (
            "Announcement no. {number} was scheduled for {moment}, when I was not running. It is "
            "too late for it, so it is a draft again, sent to nobody: see /announce."
        ),
    },
    "cast_waiting": {
        "vi": "Thông báo số {number}: đang chờ người thứ hai duyệt, chưa gửi.",
        "en": "Announcement no. {number}: waits for a second person's approval, not sent.",
    },
    "cast_approval": {
        "vi": "Người số {who} xin duyệt thông báo số {number}. Nội dung như trên.",
        "en": "Number {who} asks for approval of announcement no. {number}. It reads as above.",
    },
    "cast_approved": {
        "vi": "Bạn đã duyệt thông báo số {number}.",
        "en": "You have approved announcement no. {number}.",
    },
    "cast_refused": {
        "vi": "Thông báo số {number} không được duyệt; trở lại bản nháp, chưa gửi cho ai.",
        "en": "Announcement no. {number} was not approved; it is a draft again, sent to nobody.",
    },
    "cast_own": {
        "vi": "Bạn không tự duyệt thông báo của mình được.",
        "en": "You cannot approve your own announcement.",
    },
    "cast_nobody_else": {
        "vi": "Cần người thứ hai duyệt, nhưng chiến dịch chưa có cán bộ nào khác (/nhanvien).",
        "en": "A second person has to approve, but the campaign has no other staff (/staff).",
    },
    "cast_author_only": {
        "vi": "Chỉ người soạn mới làm được việc này.",
        "en": "Only its author can do this.",
    },
    "cast_dropped": {
        "vi": "Đã hủy bản nháp số {number}; chưa gửi cho ai.",
        "en": "Draft no. {number} is dropped; it was sent to nobody.",
    },
    "cast_running": {
        "vi": "Thông báo số {number}: đang gửi…",
        "en": "Announcement no. {number}: on its way…",
    },
    "cast_paused": {
        "vi": "Thông báo số {number}: đang tạm dừng.",
        "en": "Announcement no. {number}: paused.",
    },
    "cast_cancelled": {
        "vi": "Thông báo số {number}: đã dừng hẳn.",
        "en": "Announcement no. {number}: stopped.",
    },
    "cast_done": {
        "vi": "Thông báo số {number}: đã xong.",
        "en": "Announcement no. {number}: done.",
    },
    "cast_corrected": {
        "vi": "Đây là đính chính của thông báo số {original}.",
        "en": "It corrects announcement no. {original}.",
    },
    "cast_recalled": {
        "vi": "Đây là thu hồi của thông báo số {original}.",
        "en": "It recalls announcement no. {original}.",
    },
    "cast_progress": {
        "vi": "{share} · {over}/{total} nhóm",
        "en": "{share} · {over}/{total} groups",
    },
    "cast_sent": {
        "vi": "✓ Thành công: {sent}/{total} nhóm",
        "en": "✓ Succeeded: {sent}/{total} groups",
    },
    "cast_failed": {
        "vi": "✗ Lỗi: {number} nhóm",
        "en": "✗ Failed: {number} groups",
    },
    "cast_gone": {
        "vi": "∅ Mình không còn ở trong nhóm: {number} nhóm",
        "en": "∅ I am no longer in the group: {number} groups",
    },
    "cast_unknown": {
        "vi": "? Không rõ đã tới chưa: {number} nhóm",
        "en": "? Not known whether it arrived: {number} groups",
    },
    "cast_expired": {
        "vi": "⌛ Quá hạn, không gửi nữa: {number} nhóm",
        "en": "⌛ Too late, not sent: {number} groups",
    },
    "cast_unsent": {
        "vi": "■ Không gửi vì đã dừng: {number} nhóm",
        "en": "■ Not sent because it was stopped: {number} groups",
    },
    "cast_reason": {
        "vi": "– {reason}: {number}",
        "en": "– {reason}: {number}",
    },
    "cast_receipts": {
        "vi": "Đã nhận: {people} người ở {groups} nhóm",
        "en": "Received: {people} people in {groups} groups",
    },
    "cast_nothing_to_resend": {
        "vi": "Không có nhóm nào để gửi lại.",
        "en": "There is no group to send it to again.",
    },
    "cast_under_way": {
        "vi": "Một lần gửi của thông báo này còn đang chạy. Bạn chờ xong nhé.",
        "en": "This announcement is still being sent or changed. Please wait until that is over.",
    },
    "cast_nothing_delivered": {
        "vi": "Chưa nhóm nào nhận được thông báo này.",
        "en": "No group has got this announcement.",
    },
    "cast_ask_correction": {
        "vi": (
            "Bạn gửi toàn bộ nội dung mới nhé. Nó thay nội dung cũ ở {reach} nhóm đã nhận, và mình "
            "trả lời “ĐÍNH CHÍNH” ở từng nhóm. Gửi /huy để thôi."
        ),
        "en": (
            "Send the whole new text. It takes the place of the old one in the {reach} groups that "
            "got it, and I reply “ĐÍNH CHÍNH” (correction) in each. /cancel gives up."
        ),
    },
    "cast_correction": {
        "vi": (
            "Đính chính thông báo số {original}: nội dung như trên thay nội dung cũ ở {reach} "
            "nhóm, kèm trả lời “ĐÍNH CHÍNH”. Chưa gửi."
        ),
        "en": (
            "Correction of announcement no. {original}: the text above takes the place of the old "
            "one in {reach} groups, with a reply “ĐÍNH CHÍNH”. Not sent."
        ),
    },
    "cast_recall": {
        "vi": (
            "Thu hồi thông báo số {original} ở {reach} nhóm: xóa ở {young} nhóm; ở {old} nhóm (gửi "
            "đã lâu, Telegram không cho xóa) thì sửa thành “đã thu hồi”. Chưa làm gì."
        ),
        "en": (
            "Recall of announcement no. {original} in {reach} groups: deleted in {young}; in {old} "
            "(too old for Telegram to delete) it will read “đã thu hồi” (recalled). Not done yet."
        ),
    },
    "gave_up_correction": {
        "vi": "Đã thôi đính chính; thông báo vẫn như cũ.",
        "en": "The correction is given up; the announcement stays as it was.",
    },
    "correction_note": {
        "vi": "ĐÍNH CHÍNH: thông báo này vừa được sửa. Mời cả nhóm xem lại nội dung mới.",
        "en": "CORRECTION: this announcement has just been changed. Please read it again.",
    },
    "receipt_thanks": {
        "vi": "Cảm ơn bạn, mình đã ghi nhận!",
        "en": "Thank you, noted!",
    },
    "receipt_again": {
        "vi": "Mình đã ghi nhận của bạn rồi, cảm ơn bạn!",
        "en": "Yours has been noted already, thank you!",
    },
}

RECALLED = "Thông báo này đã được thu hồi."
"""What is left of an announcement that can no longer be deleted, in the groups' language."""

REASONS: Mapping[str, Mapping[Language, str]] = {
    "kicked": {"vi": "đã đưa mình ra khỏi nhóm", "en": "I was removed from the group"},
    "deleted": {"vi": "nhóm đã bị xóa", "en": "the group was deleted"},
    "not_found": {"vi": "không tìm thấy nhóm", "en": "the group was not found"},
    "blocked": {"vi": "đã chặn mình", "en": "I was blocked"},
    "muted": {"vi": "nhóm không cho mình viết", "en": "I may not write there"},
    "may_not_pin": {"vi": "không có quyền ghim", "en": "I may not pin there"},
    "too_long": {"vi": "nội dung quá dài", "en": "it is too long"},
    "too_old": {"vi": "tin đã quá lâu", "en": "the message is too old"},
    "file": {"vi": "tệp không dùng được nữa", "en": "the file can no longer be used"},
    "no_answer": {"vi": "Telegram không trả lời", "en": "Telegram did not answer"},
    "interrupted": {"vi": "mình bị tắt giữa chừng", "en": "I was stopped in the middle of it"},
    "expired": {"vi": "quá hạn", "en": "it was too late"},
    "other": {"vi": "Telegram từ chối", "en": "Telegram refused"},
}
"""Why a group did not get it, by the reason in the outbox."""

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
    "no",
    "pause",
    "pin",
    "recall",
    "recall_now",
    "receipt",
    "refuse",
    "resume",
    "send",
    "stop",
    "undo",
    "withdraw",
    "yes",
]

CAST_WORDS: Mapping[BroadcastWord, Mapping[Language, str]] = {
    "send": {"vi": "Gửi ngay", "en": "Send now"},
    "later": {"vi": "Hẹn giờ", "en": "Schedule"},
    "at": {"vi": "Xác nhận gửi lúc {moment}", "en": "Confirm: {moment}"},
    "groups": {"vi": "Chọn nhóm", "en": "Choose groups"},
    "all": {"vi": "Tất cả các nhóm", "en": "All groups"},
    "pin": {"vi": "Ghim", "en": "Pin"},
    "receipt": {"vi": "Nút “Đã nhận”", "en": "Button “Đã nhận”"},
    "edit": {"vi": "Sửa nội dung", "en": "Change the text"},
    "drop": {"vi": "Hủy", "en": "Drop"},
    "back": {"vi": "« Xong", "en": "« Done"},
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
    "yes": {"vi": "có", "en": "yes"},
    "no": {"vi": "không", "en": "no"},
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
