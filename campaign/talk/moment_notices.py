"""What the bot says about when an announcement goes, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

MomentNotice = Literal[
    "cast_ask_moment",
    "cast_author_revoked",
    "cast_confirm_moment",
    "cast_hour_missing",
    "cast_late",
    "cast_moment_over",
    "cast_moment_unclear",
    "cast_unapproved",
    "cast_unscheduled",
    "gave_up_moment",
]

MOMENT_NOTICES: Mapping[MomentNotice, Mapping[Language, str]] = {
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
    "cast_hour_missing": {
        "vi": "“{said}” lúc mấy giờ? Bạn viết cả giờ và ngày, như “8h sáng thứ Hai tuần sau” nhé.",
        "en": "“{said}” at what time? Please write the hour and the day, like “15:30 ngày 11/3”.",
    },
    "cast_moment_over": {
        "vi": "Giờ đó đã qua rồi. Bạn chọn giờ khác nhé.",
        "en": "That moment is over. Please choose another one.",
    },
    "cast_confirm_moment": {
        "vi": "Mình sẽ gửi như sau, đúng không?",
        "en": "This is how it will go. Is that right?",
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
    "cast_unapproved": {
        "vi": (
            "Thông báo số {number} hẹn lúc {moment} nhưng tới giờ đó chưa có ai duyệt. Mình chưa "
            "gửi cho ai: nó trở lại bản nháp của người soạn, xem lại bằng /thongbao nhé."
        ),
        "en": (
            "Announcement no. {number} was scheduled for {moment}, and nobody had approved it by "
            "then. It was sent to nobody and is its author's draft again: see /announce."
        ),
    },
    "cast_author_revoked": {
        "vi": (
            "Người này còn {number} thông báo đã hẹn giờ, vẫn sẽ được gửi. Bạn xem lại, và bấm "
            "“Bỏ hẹn” nếu không gửi nữa:"
        ),
        "en": (
            "This person has scheduled {number} announcements, which will still be sent. Please "
            "look at them, and press “Unschedule” for what shall not go:"
        ),
    },
    "gave_up_moment": {
        "vi": "Đã thôi hẹn giờ gửi.",
        "en": "Choosing the time of sending is given up.",
    },
}
