"""What the bot says to staff who change a plan, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

ChangeNotice = Literal[
    "change_alias_general",
    "change_alias_known",
    "change_alias_taken",
    "change_announced",
    "change_applied",
    "change_ask_alias",
    "change_ask_confirmed",
    "change_ask_correction",
    "change_ask_deadline",
    "change_ask_dossier",
    "change_ask_part",
    "change_ask_phone",
    "change_ask_place",
    "change_ask_time",
    "change_card",
    "change_confirm",
    "change_gone",
    "change_news",
    "change_not_a_phone",
    "change_text_needed",
    "change_time_unclear",
    "change_too_long",
    "change_withdrawn",
    "gave_up_change",
    "plan_choose",
]

CHANGE_NOTICES: Mapping[ChangeNotice, Mapping[Language, str]] = {
    "plan_choose": {
        "vi": "Kế hoạch {campaign}. Chọn một hoạt động để xem hay thay đổi:",
        "en": "The plan of {campaign}. Choose an activity to see or change it:",
    },
    "change_card": {
        "vi": "Thành viên đang thấy:",
        "en": "What members see:",
    },
    "change_ask_part": {
        "vi": "{activity} có nhiều mốc thời gian. Bạn muốn đổi mốc nào?",
        "en": "{activity} has several times. Which one do you want to change?",
    },
    "change_ask_time": {
        "vi": (
            "{activity}, hiện nay: {times}.\nThời gian mới? Có thể ghi luôn địa điểm, ví dụ: "
            "“8h 28/3, hội trường A”, “từ 1/4 đến 3/4”. /huy để thôi."
        ),
        "en": (
            "{activity}, at present: {times}.\nWhat is the new time? You can add the place, for example: "
            "“8h 28/3, hội trường A”, “từ 1/4 đến 3/4”. /cancel to give up."
        ),
    },
    "change_ask_deadline": {
        "vi": (
            "{activity}, hiện nay: {times}.\nHạn mới là khi nào? Ví dụ: “20/4” (hết ngày 20/4), "
            "“17h 20/4”, “trước 20/4” (tức hết ngày 19/4). /huy để thôi."
        ),
        "en": (
            "{activity}, at present: {times}.\nWhat is the new deadline? For example: “20/4” (until the end of "
            "that day), “17h 20/4”, “trước 20/4” (that is 19/4). /cancel to give up."
        ),
    },
    "change_ask_confirmed": {
        "vi": (
            "{activity}, hiện nay: {times}.\nChốt thời gian nào? Có thể ghi luôn địa điểm, ví dụ: "
            "“8h 28/3, hội trường A”. /huy để thôi."
        ),
        "en": (
            "{activity}, at present: {times}.\nWhich time is certain now? You can add the place, for example: "
            "“8h 28/3, hội trường A”. /cancel to give up."
        ),
    },
    "change_ask_place": {
        "vi": "{activity} diễn ra ở đâu? Bạn gửi địa điểm nhé, hoặc /huy để thôi.",
        "en": "Where does {activity} take place? Send the place, or /cancel.",
    },
    "change_ask_phone": {
        "vi": "Gọi số nào để hỏi về {activity}? Có thể ghi cả tên người nghe máy. /huy để thôi.",
        "en": "Which number to call about {activity}? You can add a name. /cancel to give up.",
    },
    "change_ask_dossier": {
        "vi": "Hồ sơ của {activity} gồm những gì? Bạn gửi danh sách nhé, hoặc /huy để thôi.",
        "en": "What does the dossier of {activity} contain? Send the list, or /cancel.",
    },
    "change_ask_correction": {
        "vi": (
            "Đính chính điều gì về {activity}? Câu này sẽ đứng dưới mọi câu trả lời về hoạt động đó. "
            "/huy để thôi."
        ),
        "en": (
            "What is to be corrected about {activity}? It will stand under every answer about it. "
            "/cancel to give up."
        ),
    },
    "change_ask_alias": {
        "vi": "Mọi người còn gọi {activity} là gì? Bạn gửi một tên nhé, hoặc /huy để thôi.",
        "en": "What else do people call {activity}? Send one name, or /cancel.",
    },
    "change_time_unclear": {
        "vi": "Mình chưa hiểu thời gian đó. Bạn ghi một ngày, hoặc từ ngày nào đến ngày nào, và nhiều nhất một giờ bắt đầu nhé.",
        "en": "I do not understand that time. Write one day, or from which day to which, and at most the hour at which it begins.",
    },
    "change_text_needed": {
        "vi": "Điều này phải ghi bằng chữ. Bạn gửi lại nhé.",
        "en": "It has to be in words. Please send it again.",
    },
    "change_too_long": {
        "vi": "Dài quá {limit} ký tự. Bạn gửi lại ngắn hơn nhé.",
        "en": "That is longer than {limit} characters. Please make it shorter.",
    },
    "change_not_a_phone": {
        "vi": "Mình không thấy số điện thoại nào trong đó. Bạn gửi lại nhé.",
        "en": "I see no phone number there. Please send it again.",
    },
    "change_alias_taken": {
        "vi": "Tên này đang chỉ {other}. Bạn gửi một tên khác nhé, để câu trả lời không lẫn.",
        "en": "That name stands for {other}. Please send another one, so that answers are not mixed up.",
    },
    "change_alias_known": {
        "vi": "Mình đã hiểu tên này rồi. Bạn gửi một tên khác nhé.",
        "en": "I know that name already. Please send another one.",
    },
    "change_alias_general": {
        "vi": "Tên này chung quá: mọi người dùng nó để hỏi việc khác. Bạn gửi một tên riêng hơn nhé.",
        "en": "That is too general: people ask for other things with it. Please send a more special name.",
    },
    "change_confirm": {
        "vi": "{activity} (mục {section}). Mình hiểu là:",
        "en": "{activity} (section {section}). I understand:",
    },
    "change_applied": {
        "vi": "Đã cập nhật {activity}; thành viên hỏi sẽ thấy ngay, bên cạnh lời của kế hoạch:",
        "en": "{activity} is updated; members see it at once, beside the words of the plan:",
    },
    "change_news": {
        "vi": "Thông báo cho {groups} nhóm sẽ là:",
        "en": "The announcement to {groups} groups would be:",
    },
    "change_announced": {
        "vi": "Điều này đã được báo cho các nhóm rồi. Muốn báo thêm, mời bạn soạn thông báo.",
        "en": "The groups have been told of this. To tell them more, write an announcement.",
    },
    "change_withdrawn": {
        "vi": "Đã rút lại. Thành viên đang thấy:",
        "en": "Withdrawn. What members see:",
    },
    "change_gone": {
        "vi": "Thay đổi này không còn nữa. Bạn mở lại /kehoach nhé.",
        "en": "This change is gone. Please open /plan again.",
    },
    "gave_up_change": {
        "vi": "Đã thôi. Kế hoạch giữ nguyên.",
        "en": "Given up. The plan stays as it is.",
    },
}
