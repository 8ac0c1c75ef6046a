"""What the bot says of plan documents and their editions, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

EditionNotice = Literal[
    "doubt_ask",
    "doubt_card",
    "doubt_done",
    "doubt_gone",
    "doubt_line",
    "doubt_none",
    "doubt_published",
    "doubt_unclear",
    "edition_activities",
    "edition_back",
    "edition_card",
    "edition_different",
    "edition_dropped",
    "edition_first",
    "edition_gone",
    "edition_left",
    "edition_line",
    "edition_listed",
    "edition_meanwhile",
    "edition_none",
    "edition_orphan",
    "edition_other",
    "edition_published",
    "edition_replaces",
    "edition_same",
    "edition_target",
    "edition_unread",
    "gave_up_doubt",
    "one_by_one",
    "plan_reading",
]

EDITION_NOTICES: Mapping[EditionNotice, Mapping[Language, str]] = {
    "one_by_one": {
        "vi": "Nhiều tệp gửi cùng lúc thì mình không đọc được. Mời bạn gửi từng tệp một.",
        "en": "Files that are sent together cannot be read. Please send them one by one.",
    },
    "plan_reading": {
        "vi": "Đang đọc tài liệu…",
        "en": "Reading the document…",
    },
    "edition_unread": {
        "vi": "Chưa đọc được tài liệu này. {why}\nDanh sách HTX thì gửi kèm chữ /htx.",
        "en": "This document was not read. {why}\nA list of cooperatives is sent with /htx.",
    },
    "edition_card": {
        "vi": (
            "{title}\n{issuer}\n\nĐọc được {activities} hoạt động, {deadlines} hạn chót; "
            "{untimed} mục không có thời gian; {doubts} chỗ cần xem.\n{state}"
        ),
        "en": (
            "{title}\n{issuer}\n\nFound {activities} activities, {deadlines} deadlines; "
            "{untimed} without a time; {doubts} places to look at.\n{state}"
        ),
    },
    "edition_line": {
        "vi": "{number}. {title}: {times}",
        "en": "{number}. {title}: {times}",
    },
    "edition_activities": {
        "vi": "Các hoạt động đọc được:",
        "en": "The activities that were found:",
    },
    "edition_target": {
        "vi": "Công bố bản này cho chiến dịch nào?",
        "en": "Which campaign is this edition for?",
    },
    "edition_first": {
        "vi": (
            "Chiến dịch {campaign} chưa có. Công bố thì mọi người hỏi được ngay, "
            "bằng /chiendich để chọn."
        ),
        "en": (
            "There is no campaign {campaign} yet. Once it is published, people can ask about it; "
            "/campaign chooses it."
        ),
    },
    "edition_same": {
        "vi": "Bản này không khác gì bản mà {campaign} đang dùng.",
        "en": "This edition says the same as the one in force of {campaign}.",
    },
    "edition_different": {
        "vi": "So với bản mà {campaign} đang dùng:",
        "en": "Compared with the edition in force of {campaign}:",
    },
    "edition_published": {
        "vi": "Đã công bố cho {campaign}. Thành viên hỏi được ngay từ bây giờ.",
        "en": "Published for {campaign}. Members can ask about it from now on.",
    },
    "edition_meanwhile": {
        "vi": "Bản này, hoặc bản đang dùng, vừa thay đổi nên chưa công bố. Mời bạn xem lại:",
        "en": "This edition, or the one in force, has just changed; nothing was published. Look again:",
    },
    "edition_other": {
        "vi": "⚠ Văn bản này là của {of}.",
        "en": "⚠ This document is that of {of}.",
    },
    "edition_orphan": {
        "vi": "⚠ Bản này không có hoạt động “{activity}”, nên điều đã cập nhật sẽ không còn hiện: {what}.",
        "en": "⚠ This edition has no activity “{activity}”; what was updated will not show: {what}.",
    },
    "edition_left": {
        "vi": "⚠ Còn {number} chỗ chưa xem.",
        "en": "⚠ Places not looked at yet: {number}.",
    },
    "edition_replaces": {
        "vi": "So với bản vừa được thay:",
        "en": "Compared with the edition that it replaces:",
    },
    "edition_back": {
        "vi": "{campaign} dùng lại bản này từ bây giờ.",
        "en": "{campaign} uses this edition again from now on.",
    },
    "edition_gone": {
        "vi": "Bản này không còn nữa. Mời bạn mở lại /kehoach.",
        "en": "This edition is gone. Please open /plan again.",
    },
    "edition_dropped": {
        "vi": "Đã bỏ bản nháp.",
        "en": "The draft was dropped.",
    },
    "edition_none": {
        "vi": (
            "Kế hoạch {campaign} đang dùng bản có sẵn; chưa có tài liệu nào được gửi.\n"
            "Để nạp kế hoạch mới, hãy gửi tệp .docx, .pdf, .txt hoặc .md vào đây."
        ),
        "en": (
            "{campaign} uses the plan that came with the bot; no document has been sent yet.\n"
            "To bring in a new plan, send its .docx, .pdf, .txt or .md file here."
        ),
    },
    "edition_listed": {
        "vi": (
            "Các bản của kế hoạch {campaign}, mới nhất trước. Chọn một bản để xem, công bố hoặc "
            "quay lại bản đó.\nĐể nạp bản mới, hãy gửi tệp .docx, .pdf, .txt hoặc .md vào đây."
        ),
        "en": (
            "Editions of {campaign}, the newest first. Choose one to look at it, to publish it or "
            "to go back to it.\nFor a new one, send its .docx, .pdf, .txt or .md file here."
        ),
    },
    "doubt_card": {
        "vi": "Chỗ cần xem {place}/{total}{line}\n{what}{quote}",
        "en": "To look at, {place} of {total}{line}\n{what}{quote}",
    },
    "doubt_line": {
        "vi": " (dòng {line})",
        "en": " (line {line})",
    },
    "doubt_published": {
        "vi": "Bản này đã được công bố nên không sửa ở đây nữa. Mời bạn thay đổi hoạt động ở /kehoach.",
        "en": "This edition is published, and no longer corrected here. Change the activity: /plan.",
    },
    "doubt_none": {
        "vi": "Không còn chỗ nào cần xem.",
        "en": "Nothing is left to look at.",
    },
    "doubt_ask": {
        "vi": "{what}\nMời bạn viết cho đúng, hoặc /huy để thôi.",
        "en": "{what}\nPlease write what is right, or /cancel.",
    },
    "doubt_unclear": {
        "vi": "Chưa hiểu “{said}”. Hãy viết lại, ví dụ “trước ngày 20/3” hoặc “8h ngày 28/3”.",
        "en": "“{said}” was not understood. Write it again, for example “trước ngày 20/3”.",
    },
    "doubt_done": {
        "vi": "✓ Đã xem.",
        "en": "✓ Dealt with.",
    },
    "doubt_gone": {
        "vi": "Chỗ này đã được xem rồi.",
        "en": "This has been dealt with already.",
    },
    "gave_up_doubt": {
        "vi": "Đã thôi sửa. Bản nháp vẫn còn ở /kehoach.",
        "en": "Given up. The draft is still there: /plan.",
    },
}

EditionWord = Literal[
    "activities",
    "back_card",
    "change",
    "difference_added",
    "difference_lead",
    "difference_number",
    "difference_period",
    "difference_place",
    "difference_removed",
    "difference_signer",
    "difference_slogans",
    "difference_theme",
    "difference_time",
    "difference_title",
    "drop_draft",
    "fix",
    "go_back",
    "leave_out_activity",
    "leave_out_time",
    "look",
    "new_campaign",
    "newer",
    "older",
    "plan_of",
    "publish",
    "publish_now",
    "right",
    "state_draft",
    "state_in_force",
    "state_published",
    "undo",
]

EDITION_WORDS: Mapping[EditionWord, Mapping[Language, str]] = {
    "look": {"vi": "Xem {number} chỗ cần xem", "en": "Look at {number} places"},
    "activities": {"vi": "Xem các hoạt động", "en": "See the activities"},
    "change": {"vi": "Thay đổi một hoạt động", "en": "Change an activity"},
    "publish": {"vi": "Công bố…", "en": "Publish…"},
    "publish_now": {"vi": "Công bố cho {campaign}", "en": "Publish for {campaign}"},
    "go_back": {"vi": "Dùng lại bản này", "en": "Use this one again"},
    "new_campaign": {"vi": "Chiến dịch mới: {campaign}", "en": "A new campaign: {campaign}"},
    "drop_draft": {"vi": "Bỏ bản nháp", "en": "Drop the draft"},
    "back_card": {"vi": "« Quay lại", "en": "« Back"},
    "right": {"vi": "Đúng", "en": "Right"},
    "fix": {"vi": "Sửa", "en": "Correct"},
    "leave_out_activity": {"vi": "Bỏ hoạt động", "en": "Leave out the activity"},
    "leave_out_time": {"vi": "Bỏ thời gian", "en": "Leave out the time"},
    "state_draft": {"vi": "Bản nháp", "en": "A draft"},
    "state_published": {"vi": "Công bố {moment}", "en": "Published {moment}"},
    "state_in_force": {"vi": "Đang dùng, từ {moment}", "en": "In force since {moment}"},
    "newer": {"vi": "« Mới hơn", "en": "« Newer"},
    "plan_of": {"vi": "Kế hoạch {campaign}", "en": "The plan of {campaign}"},
    "older": {"vi": "Cũ hơn »", "en": "Older »"},
    "undo": {"vi": "Hoàn tác", "en": "Undo"},
    "difference_added": {"vi": "Thêm: {activity}", "en": "Added: {activity}"},
    "difference_removed": {"vi": "Không còn: {activity}", "en": "Left out: {activity}"},
    "difference_title": {
        "vi": "Đổi tên: {before} → {after}",
        "en": "Another name: {before} → {after}",
    },
    "difference_time": {
        "vi": "{activity}: thời gian {before} → {after}",
        "en": "{activity}: time {before} → {after}",
    },
    "difference_place": {
        "vi": "{activity}: địa điểm {before} → {after}",
        "en": "{activity}: place {before} → {after}",
    },
    "difference_lead": {
        "vi": "{activity}: đơn vị chủ trì {before} → {after}",
        "en": "{activity}: in charge {before} → {after}",
    },
    "difference_number": {"vi": "Số: {before} → {after}", "en": "Number: {before} → {after}"},
    "difference_signer": {
        "vi": "Người ký: {before} → {after}",
        "en": "Signed by: {before} → {after}",
    },
    "difference_slogans": {
        "vi": "Khẩu hiệu: {before} → {after}",
        "en": "Slogans: {before} → {after}",
    },
    "difference_theme": {"vi": "Chủ đề: {before} → {after}", "en": "Theme: {before} → {after}"},
    "difference_period": {
        "vi": "Thời gian của kế hoạch: {before} → {after}",
        "en": "The plan’s period: {before} → {after}",
    },
}
"""Words on buttons and in cards."""

EDITION_ACTIONS: Mapping[str, Mapping[Language, str]] = {
    "plan_read": {"vi": "nạp bản kế hoạch", "en": "sent a plan document"},
    "plan_mend": {"vi": "sửa bản nháp kế hoạch", "en": "corrected a draft of the plan"},
    "plan_right": {"vi": "xác nhận bản nháp kế hoạch", "en": "confirmed a doubt of a draft"},
    "plan_leave": {"vi": "bỏ một phần bản nháp", "en": "left something out of a draft"},
    "plan_drop": {"vi": "bỏ bản nháp kế hoạch", "en": "dropped a draft of the plan"},
    "plan_back": {"vi": "dùng lại bản kế hoạch", "en": "went back to an edition of the plan"},
    "plan_publish": {"vi": "công bố bản kế hoạch", "en": "published an edition of the plan"},
}
"""What the audit log calls what was done."""


def edition_word(word: EditionWord, language: Language, **facts: str) -> str:
    """Return a word on a button, with `facts` filled in."""
    return EDITION_WORDS[word][language].format(**facts)
