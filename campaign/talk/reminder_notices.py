"""What the bot says of reminders when it is asked about them, as data like `notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

ReminderNotice = Literal[
    "again_done",
    "again_later",
    "again_left",
    "again_nobody",
    "again_pointless",
    "again_sent",
    "again_watched",
    "remind_admins_only",
    "remind_coming",
    "remind_coming_line",
    "remind_group",
    "remind_how",
    "remind_how_about",
    "remind_nothing",
    "remind_paused",
    "remind_unapproved",
    "remind_usual",
    "wish_about",
    "wish_cancelled",
    "wish_due",
    "wish_far",
    "wish_gone",
    "wish_kept",
    "wish_late",
    "wish_line",
    "wish_long",
    "wish_moved",
    "wish_no_begin",
    "wish_no_day",
    "wish_no_hour",
    "wish_over",
    "wish_past",
    "wish_repeated",
    "wish_running",
    "wish_today",
    "wish_too_many",
    "wish_unclear",
    "wish_undated",
    "wish_unknown",
    "wish_when",
    "wish_which",
    "wishes_more",
    "wishes_none",
    "wishes_title",
]

REMINDER_NOTICES: Mapping[ReminderNotice, Mapping[Language, str]] = {
    "again_sent": {
        "vi": "✓ Đang gửi lại cho {number} nhóm.",
        "en": "✓ It is being sent again to {number} groups.",
    },
    "again_later": {
        "vi": "✓ Sẽ gửi lại cho {number} nhóm lúc {moment}.",
        "en": "✓ It will be sent again to {number} groups at {moment}.",
    },
    "again_left": {
        "vi": " {number} nhóm không cần gửi nữa: đã nộp, đã được nhắc, không muốn nhận hoặc không còn được duyệt.",
        "en": " {number} groups need it no more: handed in, reminded since, not wanting it, or no longer approved.",
    },
    "again_watched": {
        "vi": " Nếu lại có nhóm chưa rõ, mình sẽ báo.",
        "en": " Should any be in doubt again, I shall tell you.",
    },
    "again_done": {
        "vi": "Lời nhắc này đã được gửi lại rồi (người bấm: {who}).",
        "en": "This reminder has been sent again already (by: {who}).",
    },
    "again_pointless": {
        "vi": "Lời nhắc này không còn tác dụng: hạn hoặc ngày bắt đầu đã qua, đã có lời nhắc mới hơn, hoặc kế hoạch đã thay đổi.",
        "en": "This reminder is of no use any more: its day is over, a newer one has been sent, or the plan has changed.",
    },
    "again_nobody": {
        "vi": "Không còn nhóm nào để gửi lại: đã nhận, đã nộp, đã được nhắc, không muốn nhận hoặc không còn được duyệt.",
        "en": "No group is left to send it to: got it, handed in, reminded since, not wanting it, or no longer approved.",
    },
    "remind_group": {
        "vi": "🔔 Lời nhắc trong nhóm này, theo kế hoạch của {issuer}. Giờ nhắc: {hour}.",
        "en": "🔔 The reminders in this group, from the plan of {issuer}. They come at {hour}.",
    },
    "remind_usual": {
        "vi": "Quản trị viên của nhóm chọn loại lời nhắc, giờ nhắc hoặc tạm dừng bằng các nút bên dưới.",
        "en": "An administrator of the group chooses the kinds and the hour, or a pause, with the buttons below.",
    },
    "remind_unapproved": {
        "vi": "Nhóm chưa được cán bộ Liên minh duyệt nên chưa có lời nhắc nào được gửi.",
        "en": "The staff have not approved this group yet, so that no reminder is sent.",
    },
    "remind_paused": {
        "vi": "⏸ Đang tạm dừng đến {moment}; lời nhắc trong thời gian đó không được gửi.",
        "en": "⏸ Paused until {moment}; what would come before then is not sent.",
    },
    "remind_coming": {"vi": "Sắp tới:", "en": "Coming up:"},
    "remind_coming_line": {"vi": "• {moment}: {what}", "en": "• {moment}: {what}"},
    "remind_nothing": {
        "vi": "Không còn lời nhắc nào phía trước.",
        "en": "There is no reminder ahead.",
    },
    "remind_admins_only": {
        "vi": "Chỉ quản trị viên của nhóm mới đổi được lời nhắc.",
        "en": "Only an administrator of the group can change its reminders.",
    },
    "remind_how": {
        "vi": "Muốn mình nhắc riêng, bạn cứ viết, ví dụ:\n• nhắc tôi họp ngày 28/3 lúc 7h sáng",
        "en": "To be reminded yourself, just write, for example:\n• remind me of the meeting on 28/3 at 7am",
    },
    "remind_how_about": {
        "vi": "• nhắc tôi trước 3 ngày về {what}",
        "en": "• remind me 3 days before {what}",
    },
    "wishes_title": {"vi": "Bạn đã nhờ mình nhắc:", "en": "You asked to be reminded of:"},
    "wishes_none": {
        "vi": "Bạn chưa nhờ mình nhắc việc gì.",
        "en": "You have not asked to be reminded of anything.",
    },
    "wishes_more": {
        "vi": "… và {number} lời nhắc sau đó.",
        "en": "… and {number} more after these.",
    },
    "wish_line": {"vi": "{number}. {moment}: {what}", "en": "{number}. {moment}: {what}"},
    "wish_kept": {
        "vi": "✓ Mình sẽ nhắc bạn lúc {moment}: {what}.",
        "en": "✓ I shall remind you at {moment}: {what}.",
    },
    "wish_gone": {"vi": "Đã bỏ lời nhắc này.", "en": "This reminder has been dropped."},
    "wish_due": {
        "vi": "🔔 Bạn nhờ mình nhắc: {what}.",
        "en": "🔔 You asked me to remind you: {what}.",
    },
    "wish_late": {
        "vi": "(Hẹn lúc {moment}; mình nhắc trễ, xin lỗi bạn.)",
        "en": "(You wanted it at {moment}; sorry for being late.)",
    },
    "wish_far": {
        "vi": "Thời điểm đó, {moment}, còn xa quá: mình chỉ nhận lời nhắc trong vòng 5 năm tới.",
        "en": "That moment, {moment}, is too far away: I keep reminders for the next 5 years.",
    },
    "wish_long": {
        "vi": "Lời nhờ dài quá: mình chỉ nhận tối đa {most} ký tự. Bạn viết ngắn lại giúp mình nhé.",
        "en": "That is too long: I can keep {most} characters. Please say it in fewer.",
    },
    "wish_past": {
        "vi": "Thời điểm đó, {moment}, đã qua rồi.",
        "en": "That moment, {moment}, is over.",
    },
    "wish_cancelled": {
        "vi": "{what}: đã hủy, không còn gì để nhắc.",
        "en": "{what}: it has been cancelled, there is nothing to remind you of.",
    },
    "wish_moved": {
        "vi": "Thời gian của việc này đã thay đổi: {what}. Mình sẽ nhắc bạn lúc {moment}.",
        "en": "The time of this has changed: {what}. I shall remind you at {moment}.",
    },
    "wish_no_day": {
        "vi": "“{what}”: không có ngày này trong lịch. Bạn kiểm tra lại ngày giúp nhé.",
        "en": "“{what}”: there is no such day. Please check the date.",
    },
    "wish_no_hour": {
        "vi": "{what}: {times}. Kế hoạch không nêu giờ nên mình chưa tính được theo giờ. Bạn chọn giúp mình:",
        "en": "{what}: {times}. The plan states no hour, so I cannot count hours. Please choose:",
    },
    "wish_no_begin": {
        "vi": "“{what}”: mình chưa biết việc này bắt đầu lúc nào. Bạn cho mình ngày giờ cụ thể nhé, ví dụ: nhắc tôi trước 30 phút, họp lúc 15h ngày 28/3.",
        "en": "“{what}”: I do not know when this begins. Please give me a day and an hour, for example: remind me 30 minutes before the meeting on 28/3 at 3pm.",
    },
    "wish_repeated": {
        "vi": "“{what}”: mình chỉ nhắc được một lần cho mỗi lời nhờ. Bạn cho mình một ngày giờ cụ thể nhé, ví dụ: nhắc tôi họp ngày 28/3 lúc 8h.",
        "en": "“{what}”: I can remind you once each time. Please give me one day and an hour, for example: remind me of the meeting on 28/3 at 8am.",
    },
    "wish_over": {
        "vi": "{what}: ngày kế hoạch nêu đã qua, không còn gì để nhắc.",
        "en": "{what}: the day in the plan is over, there is nothing to remind you of.",
    },
    "wish_running": {
        "vi": "{what}: kế hoạch nêu “{times}”, hiện đang diễn ra, không còn mốc nào phía trước để nhắc. Bạn cho mình ngày giờ cụ thể nhé, ví dụ: nhắc tôi ngày 28/3 lúc 8h.",
        "en": "{what}: the plan says “{times}”; it is under way, with no day ahead to remind you of. Please give me a day and an hour, for example: remind me on 28/3 at 8am.",
    },
    "wish_today": {
        "vi": "{what}: là hôm nay, và giờ nhắc đã qua. Bạn cho mình giờ cụ thể nhé, ví dụ: nhắc tôi họp lúc 15h.",
        "en": "{what}: that is today, and the hour of reminders is over. Please give me an hour, for example: remind me of the meeting at 3pm.",
    },
    "wish_undated": {
        "vi": "{what}: kế hoạch không nêu thời gian. Bạn cho mình ngày giờ cụ thể nhé, ví dụ: nhắc tôi ngày 28/3 lúc 8h.",
        "en": "{what}: the plan states no time. Please give me a day and an hour, for example: remind me on 28/3 at 8am.",
    },
    "wish_about": {
        "vi": "{what}: kế hoạch chỉ nêu “{times}”, không có ngày cụ thể. Mình có thể nhắc bạn tính từ đầu khoảng đó:",
        "en": "{what}: the plan only says “{times}”, without an exact day. I can count from when that begins:",
    },
    "wish_unknown": {
        "vi": "Mình không thấy “{what}” trong kế hoạch của {issuer}.",
        "en": "I do not find “{what}” in the plan of {issuer}.",
    },
    "wish_when": {
        "vi": "{what}: {times}. Bạn muốn mình nhắc lúc nào?",
        "en": "{what}: {times}. When shall I remind you?",
    },
    "wish_which": {
        "vi": "Bạn muốn mình nhắc về việc nào?",
        "en": "What shall I remind you of?",
    },
    "wish_unclear": {
        "vi": "Mình chưa rõ cần nhắc việc gì, lúc nào.",
        "en": "I did not understand what to remind you of, and when.",
    },
    "wish_too_many": {
        "vi": "Bạn đã nhờ mình nhắc nhiều việc quá rồi. Hãy bỏ bớt bằng /nhac.",
        "en": "You have asked me to remind you of too many things. Drop some with /reminders.",
    },
}

ReminderWord = Literal[
    "again", "deadline", "start", "peak", "digest", "pause", "resume", "drop", "before", "same_day"
]

REMINDER_WORDS: Mapping[ReminderWord, Mapping[Language, str]] = {
    "again": {
        "vi": "Gửi lại cho {number} nhóm chưa rõ",
        "en": "Send again to {number} groups in doubt",
    },
    "deadline": {"vi": "Hạn phải xong", "en": "Deadlines"},
    "start": {"vi": "Hoạt động bắt đầu", "en": "What begins"},
    "peak": {"vi": "Đợt cao điểm", "en": "Peaks"},
    "digest": {"vi": "Tin thứ Hai: tuần này", "en": "Mondays: this week"},
    "pause": {"vi": "Tạm dừng {days} ngày", "en": "Pause {days} days"},
    "resume": {"vi": "▶ Nhắc lại", "en": "▶ Resume"},
    "drop": {"vi": "✕ Bỏ {number}", "en": "✕ Drop {number}"},
    "before": {"vi": "Trước {days} ngày: {moment}", "en": "{days} days before: {moment}"},
    "same_day": {"vi": "Đúng ngày: {moment}", "en": "On the day: {moment}"},
}
"""Words on the buttons; those of the kinds stand in lists, too."""
