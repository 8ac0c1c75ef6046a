"""What the bot says about itself and the chat, as data; `{name}` in a sentence is shown in bold.

What it says to the staff of a campaign is in `campaign.talk.staff_notices`; announcements,
reminders, the ledger, lists of cooperatives and registration each have a room of their own beside it.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Literal

from campaign.messages import Bold, Language, Run, Text
from campaign.talk.broadcast_notices import BROADCAST_NOTICES, BroadcastNotice
from campaign.talk.change_notices import CHANGE_NOTICES, ChangeNotice
from campaign.talk.correction_notices import CORRECTION_NOTICES, CorrectionNotice
from campaign.talk.edition_notices import EDITION_NOTICES, EditionNotice
from campaign.talk.ledger_notices import LEDGER_NOTICES, LedgerNotice
from campaign.talk.list_notices import LIST_NOTICES, ListNotice
from campaign.talk.moment_notices import MOMENT_NOTICES, MomentNotice
from campaign.talk.registration_notices import REGISTRATION_NOTICES, RegistrationNotice
from campaign.talk.reminder_notices import REMINDER_NOTICES, ReminderNotice
from campaign.talk.staff_notices import STAFF_NOTICES, StaffNotice

Notice = Literal[
    "admin_unknown",
    "admins_only",
    "ask_me",
    "campaign_chosen",
    "campaign_current",
    "campaign_gone",
    "choose_campaign",
    "choose_language",
    "failed",
    "group_greeting",
    "language_chosen",
    "no_such_campaign",
    "old_button",
    "only_the_beginning",
    "text_only",
    "write_as_yourself",
]

NOTICES: Mapping[Notice, Mapping[Language, str]] = {
    "group_greeting": {
        "vi": (
            "Xin chào cả nhóm! Mình là loa của {issuer}. Mình thuộc kế hoạch {plan}: thời gian, "
            "hạn, địa điểm, đơn vị phụ trách từng hoạt động.\n\n"
            "Muốn hỏi, hãy dùng một trong ba cách:\n"
            "• /hoi và câu hỏi, ví dụ: /hoi tuần sau có gì?\n"
            "• trả lời (Reply) một tin nhắn của mình\n"
            "• nhắc tên {bot} trong tin nhắn\n\n"
            "Xem nhanh: /lich /homnay /han /help. Ngoài ra mình im lặng."
        ),
        "en": (
            "Hello everyone! I am the loudspeaker of {issuer}. I know the plan {plan}: when and "
            "where each activity is, its deadline and who is in charge.\n\n"
            "There are three ways to ask:\n"
            "• /ask and your question, for example: /ask what is on next week?\n"
            "• reply to one of my messages\n"
            "• mention {bot}\n\n"
            "At a glance: /schedule /today /deadlines /help. Otherwise I keep silent."
        ),
    },
    "ask_me": {
        "vi": (
            "Bạn muốn hỏi gì? Hãy trả lời (Reply) tin nhắn này, "
            "hoặc viết câu hỏi ngay sau lệnh: /hoi tuần sau có gì?"
        ),
        "en": (
            "What would you like to know? Reply to this message, "
            "or write the question after the command: /ask what is on next week?"
        ),
    },
    "campaign_chosen": {
        "vi": "Từ giờ ở đây mình trả lời theo kế hoạch {plan} của {issuer}.",
        "en": "From now on I answer here from the plan {plan} of {issuer}.",
    },
    "campaign_current": {
        "vi": "Ở đây mình đang trả lời theo kế hoạch {plan} của {issuer}.",
        "en": "Here I answer from the plan {plan} of {issuer}.",
    },
    "choose_campaign": {
        "vi": "Bạn muốn hỏi về kế hoạch của nơi nào?",
        "en": "Whose plan would you like to ask about?",
    },
    "no_such_campaign": {
        "vi": "Mình không có kế hoạch nào mang mã đó.",
        "en": "I have no plan by that name.",
    },
    "campaign_gone": {
        "vi": "Kế hoạch đã chọn ở đây không còn nữa. Hãy chọn lại: bấm nút hoặc gửi /chiendich.",
        "en": "The plan chosen here is no longer available. Choose again: a button or /campaign.",
    },
    "admins_only": {
        "vi": "Chỉ quản trị viên của nhóm mới đổi được kế hoạch.",
        "en": "Only an administrator of the group can change its plan.",
    },
    "admin_unknown": {
        "vi": "Mình chưa kiểm tra được quyền quản trị viên của bạn. Bạn thử lại sau nhé.",
        "en": "I could not check whether you are an administrator. Please try again later.",
    },
    "write_as_yourself": {
        "vi": "Bạn đang viết ẩn danh dưới tên nhóm. Hãy viết bằng tên của mình rồi gửi lại lệnh.",
        "en": "You are writing anonymously, as the group. Write as yourself and send it again.",
    },
    "choose_language": {
        "vi": "Bạn muốn mình nói tiếng nào? / Which language shall I speak?",
        "en": "Which language shall I speak? / Bạn muốn mình nói tiếng nào?",
    },
    "language_chosen": {
        "vi": "Từ giờ ở đây mình nói tiếng Việt.",
        "en": "From now on I speak English here.",
    },
    "failed": {
        "vi": "Xin lỗi, mình gặp lỗi nên chưa trả lời được. Bạn hỏi lại theo cách khác giúp mình nhé.",
        "en": "Sorry, something went wrong and I could not answer. Please ask in another way.",
    },
    "old_button": {
        "vi": "Nút này đã cũ. Hãy gửi lại lệnh hoặc câu hỏi.",
        "en": "This button is out of date. Please send the command or question again.",
    },
    "text_only": {
        "vi": "Mình chỉ đọc được chữ thôi. Bạn viết câu hỏi giúp mình nhé.",
        "en": "I can read text only. Please write your question.",
    },
    "only_the_beginning": {
        "vi": "Tin nhắn dài quá: mình chỉ đọc {limit} ký tự đầu.",
        "en": "That was long: I read only the first {limit} characters.",
    },
}


_SENTENCES: Mapping[str, Mapping[Language, str]] = dict(
    [
        *NOTICES.items(),
        *STAFF_NOTICES.items(),
        *BROADCAST_NOTICES.items(),
        *CHANGE_NOTICES.items(),
        *CORRECTION_NOTICES.items(),
        *LEDGER_NOTICES.items(),
        *EDITION_NOTICES.items(),
        *LIST_NOTICES.items(),
        *MOMENT_NOTICES.items(),
        *REGISTRATION_NOTICES.items(),
        *REMINDER_NOTICES.items(),
    ]
)

AnyNotice = (
    Notice
    | StaffNotice
    | BroadcastNotice
    | ChangeNotice
    | CorrectionNotice
    | LedgerNotice
    | EditionNotice
    | ListNotice
    | MomentNotice
    | RegistrationNotice
    | ReminderNotice
)


def say(notice: AnyNotice, language: Language, **facts: str) -> Text:
    """Return the sentence with its facts filled in. Raises KeyError for a missing fact."""
    return fill(_SENTENCES[notice][language], facts)


def fill(sentence: str, facts: Mapping[str, str]) -> Text:
    """Return the sentence with `{name}` replaced by that fact, in bold.

    Raises KeyError for a missing fact.
    """
    runs: list[Run] = []
    for words, fact, _, _ in Formatter().parse(sentence):
        runs.append(words)
        if fact is not None:
            runs.append(Bold(facts[fact]))
    return tuple(runs)
