"""What the bot says when an announcement is corrected or recalled, as data."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

CorrectionNotice = Literal[
    "cast_ask_correction",
    "cast_changing",
    "cast_correction",
    "cast_left_behind",
    "cast_name_correction",
    "cast_name_recall",
    "cast_nothing_delivered",
    "cast_recall",
    "cast_recall_old",
    "cast_recall_young",
    "cast_replaces",
    "cast_unreachable",
    "cast_unreached",
    "cast_unreached_more",
    "cast_was_corrected",
    "cast_was_recalled",
    "correction_note",
    "gave_up_correction",
]

CORRECTION_NOTICES: Mapping[CorrectionNotice, Mapping[Language, str]] = {
    "cast_changing": {
        "vi": "{what}: đang làm…",
        "en": "{what}: being done…",
    },
    "cast_name_correction": {
        "vi": "đính chính thông báo số {original}",
        "en": "correction of announcement no. {original}",
    },
    "cast_name_recall": {
        "vi": "thu hồi thông báo số {original}",
        "en": "recall of announcement no. {original}",
    },
    "cast_replaces": {
        "vi": "Nội dung mới thay nội dung cũ ở {reach} nhóm, kèm trả lời “ĐÍNH CHÍNH”.",
        "en": "It takes the place of the old text in {reach} groups, with a reply “ĐÍNH CHÍNH”.",
    },
    "cast_was_corrected": {
        "vi": "Đã được đính chính (số {numbers}): nội dung mới thay nội dung cũ.",
        "en": "It has been corrected (no. {numbers}): the new text has replaced the old one.",
    },
    "cast_was_recalled": {
        "vi": "Đã được thu hồi (số {numbers}).",
        "en": "It has been recalled (no. {numbers}).",
    },
    "cast_unreachable": {
        "vi": "⚠ Ở {number} nhóm không rõ tin đã tới chưa nên mình không sửa hay xóa được.",
        "en": "⚠ In {number} groups it is not known to have arrived: I can change nothing there.",
    },
    "cast_left_behind": {
        "vi": "⚠ Ở {number} nhóm tin đã gửi nằm lại nhóm cũ khi nhóm nâng cấp, ngoài tầm của mình.",
        "en": "⚠ In {number} groups it stayed behind when the group was upgraded, out of my reach.",
    },
    "cast_unreached": {
        "vi": "Những nhóm chưa xong: {groups}",
        "en": "Not done in: {groups}",
    },
    "cast_unreached_more": {
        "vi": "Những nhóm chưa xong: {groups} và {more} nhóm nữa",
        "en": "Not done in: {groups} and {more} more",
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
        "vi": "Thu hồi thông báo số {original} ở {reach} nhóm: {how}. Chưa làm gì.",
        "en": "Recall of announcement no. {original} in {reach} groups: {how}. Not done yet.",
    },
    "cast_recall_old": {
        "vi": "ở {number} nhóm (gửi đã lâu, Telegram không cho xóa) thì sửa thành “đã thu hồi”",
        "en": "in {number} (too old for Telegram to delete) it will read “đã thu hồi” (recalled)",
    },
    "cast_recall_young": {
        "vi": "xóa ở {number} nhóm",
        "en": "deleted in {number}",
    },
    "gave_up_correction": {
        "vi": "Đã thôi đính chính; thông báo vẫn như cũ.",
        "en": "The correction is given up; the announcement stays as it was.",
    },
    "correction_note": {
        "vi": "ĐÍNH CHÍNH: thông báo này vừa được sửa. Mời cả nhóm xem lại nội dung mới.",
        "en": "CORRECTION: this announcement has just been changed. Please read it again.",
    },
}
