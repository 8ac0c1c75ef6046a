"""What the bot says about announcements, as data like `campaign.talk.notices`.

Of when they go, `campaign.talk.moment_notices` speaks; of their corrections and recalls,
`campaign.talk.correction_notices`; of their figures and dates, `campaign.outreach.sentences`.
"""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

BroadcastNotice = Literal[
    "cast_approval",
    "cast_approved",
    "cast_ask_again",
    "cast_ask_content",
    "cast_author_only",
    "cast_campaign",
    "cast_cancelled",
    "cast_choose_campaign",
    "cast_choose_groups",
    "cast_done",
    "cast_draft",
    "cast_dropped",
    "cast_empty",
    "cast_for_nobody",
    "cast_name",
    "cast_nobody",
    "cast_nobody_else",
    "cast_nobody_reached",
    "cast_nothing_to_resend",
    "cast_own",
    "cast_paused",
    "cast_recent",
    "cast_refused",
    "cast_running",
    "cast_scheduled",
    "cast_too_long",
    "cast_under_way",
    "cast_unsupported",
    "cast_waiting",
    "cast_words_only",
    "gave_up_content",
    "receipt_again",
    "receipt_preview",
    "receipt_thanks",
    "receipts_group",
    "receipts_title",
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
    "cast_nobody": {
        "vi": "⚠ Chưa gửi được: không có nhóm nào để gửi. Duyệt hoặc gắn thẻ nhóm bằng /nhom.",
        "en": "⚠ It cannot be sent: there is no group to get it. Approve or tag groups: /groups.",
    },
    "cast_choose_groups": {
        "vi": "Chọn thẻ: thông báo tới các nhóm có ít nhất một thẻ được chọn.",
        "en": "Choose tags: it goes to the groups that have at least one of them.",
    },
    "cast_scheduled": {
        "vi": "Thông báo số {number}: đã hẹn giờ, chưa gửi.",
        "en": "Announcement no. {number}: scheduled, not sent yet.",
    },
    "cast_waiting": {
        "vi": "{what}: đang chờ người thứ hai duyệt, chưa gửi.",
        "en": "{what}: waits for a second person's approval, not sent.",
    },
    "cast_approval": {
        "vi": "Người số {who} xin duyệt {what}. Nội dung như trên.",
        "en": "Number {who} asks for approval of {what}. It reads as above.",
    },
    "cast_approved": {
        "vi": "Bạn đã duyệt {what}.",
        "en": "You have approved {what}.",
    },
    "cast_refused": {
        "vi": "{what} không được duyệt; trở lại bản nháp, chưa gửi cho ai.",
        "en": "{what} was not approved; it is a draft again, sent to nobody.",
    },
    "cast_own": {
        "vi": "Bạn không tự duyệt thông báo của mình được.",
        "en": "You cannot approve your own announcement.",
    },
    "cast_nobody_else": {
        "vi": "Cần người thứ hai duyệt, nhưng chiến dịch chưa có cán bộ nào khác (/nhanvien).",
        "en": "A second person has to approve, but the campaign has no other staff (/staff).",
    },
    "cast_nobody_reached": {
        "vi": (
            "Cần người thứ hai duyệt, nhưng mình chưa nhắn được cho cán bộ nào khác: họ cần mở "
            "trò chuyện riêng với mình và bấm Bắt đầu (Start)."
        ),
        "en": (
            "A second person has to approve, but I can write to none of the others on the staff: "
            "they have to open a private chat with me and press Start."
        ),
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
        "vi": "{what}: đang gửi…",
        "en": "{what}: on its way…",
    },
    "cast_paused": {
        "vi": "{what}: đang tạm dừng.",
        "en": "{what}: paused.",
    },
    "cast_cancelled": {
        "vi": "{what}: đã dừng hẳn.",
        "en": "{what}: stopped.",
    },
    "cast_done": {
        "vi": "{what}: đã xong.",
        "en": "{what}: done.",
    },
    "cast_for_nobody": {
        "vi": "{what}: không gửi cho ai.",
        "en": "{what}: sent to nobody.",
    },
    "cast_name": {
        "vi": "thông báo số {number}",
        "en": "announcement no. {number}",
    },
    "cast_nothing_to_resend": {
        "vi": "Không có nhóm nào để gửi lại.",
        "en": "There is no group to send it to again.",
    },
    "cast_under_way": {
        "vi": (
            "Một lần gửi của thông báo này còn đang chạy: bạn chờ xong nhé. Nếu nó đang tạm dừng, "
            "bạn bấm “Tiếp tục” hoặc “Dừng hẳn” trước."
        ),
        "en": (
            "This announcement is still being sent or changed: please wait until that is over. "
            "If it is paused, press “Go on” or “Stop” first."
        ),
    },
    "gave_up_content": {
        "vi": "Đã thôi soạn nội dung thông báo.",
        "en": "Writing the announcement is given up.",
    },
    "receipt_thanks": {
        "vi": "Cảm ơn bạn, mình đã ghi nhận!",
        "en": "Thank you, noted!",
    },
    "receipt_preview": {
        "vi": "Đây là bản xem trước: nút này để người trong các nhóm bấm.",
        "en": "This is a preview: the button is for the people in the groups.",
    },
    "receipts_title": {
        "vi": "Thông báo số {number}: {confirmed}/{total} nhóm đã bấm “Đã nhận”.",
        "en": "Announcement no. {number}: {confirmed}/{total} groups have pressed “Đã nhận”.",
    },
    "receipts_group": {
        "vi": "✓ {group} · {people} người",
        "en": "✓ {group} · {people} people",
    },
    "receipt_again": {
        "vi": "Mình đã ghi nhận của bạn rồi, cảm ơn bạn!",
        "en": "Yours has been noted already, thank you!",
    },
}
