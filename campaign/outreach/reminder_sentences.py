"""Every sentence of a reminder to a group, in both languages. Data only, but for `say`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language, Text
from campaign.talk.notices import fill

Sentence = Literal[
    "title",
    "item",
    "deadline_left",
    "deadline_tomorrow",
    "deadline_today",
    "start_left",
    "start_tomorrow",
    "start_today",
    "about",
    "begun",
    "peak_begun",
    "campaign_peak",
    "week",
    "week_item",
    "more",
]

SENTENCES: Mapping[Sentence, Mapping[Language, str]] = {
    "title": {"vi": "🔔 {what} · {day}", "en": "🔔 {what} · {day}"},
    "item": {"vi": "{name}: ", "en": "{name}: "},
    "deadline_left": {
        "vi": " Còn {days} ngày nữa (tính đến hết {day}).",
        "en": " {days} days left (until the end of {day}).",
    },
    "deadline_tomorrow": {
        "vi": " Ngày mai, {day}, là ngày cuối.",
        "en": " Tomorrow, {day}, is the last day.",
    },
    "deadline_today": {"vi": " Hôm nay là ngày cuối.", "en": " Today is the last day."},
    "start_left": {"vi": " Còn {days} ngày nữa.", "en": " {days} days to go."},
    "start_tomorrow": {"vi": " Ngày mai bắt đầu.", "en": " It begins tomorrow."},
    "start_today": {"vi": " Bắt đầu hôm nay.", "en": " It begins today."},
    "about": {
        "vi": " Sắp đến; kế hoạch chưa nêu ngày cụ thể.",
        "en": " It is coming up; the plan states no exact day yet.",
    },
    "begun": {"vi": " Đã đến thời gian thực hiện.", "en": " The time for it has come."},
    "peak_begun": {"vi": " Đã vào đợt cao điểm.", "en": " The peak has begun."},
    "campaign_peak": {"vi": "Đợt cao điểm", "en": "The peak of the campaign"},
    "week": {"vi": "Tuần này ({start}–{end}):", "en": "This week ({start}–{end}):"},
    "week_item": {"vi": "• {name}: ", "en": "• {name}: "},
    "more": {
        "vi": "Và {number} việc nữa: xem /lich.",
        "en": "And {number} more: see /schedule.",
    },
}
TITLES: Mapping[Language, str] = {"vi": "Nhắc việc", "en": "Reminder"}
WEEK: Mapping[Language, str] = {"vi": "Tuần này", "en": "This week"}


def say(sentence: Sentence, language: Language, **facts: str) -> Text:
    """Return the sentence with its facts filled in. Raises KeyError for a missing fact."""
    return fill(SENTENCES[sentence][language], facts)
