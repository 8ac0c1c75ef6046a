"""Single words and short phrases for staff: on buttons, and in the lines of the audit log."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

ACTIONS: Mapping[str, Mapping[Language, str]] = {
    "approve": {"vi": "duyệt nhóm", "en": "approved the group"},
    "arrive": {"vi": "thêm mình vào nhóm", "en": "added me to the group"},
    "invite": {"vi": "tạo lời mời cán bộ", "en": "made an invitation"},
    "join": {"vi": "trở thành cán bộ", "en": "became staff"},
    "name": {"vi": "đặt tên nhóm", "en": "named the group"},
    "refused": {"vi": "bị từ chối", "en": "was refused"},
    "reminder_again": {"vi": "gửi lại lời nhắc", "en": "sent the reminder again"},
    "reject": {"vi": "từ chối nhóm", "en": "refused the group"},
    "revoke": {"vi": "thu quyền cán bộ", "en": "revoked"},
    "tag": {"vi": "gắn thẻ nhóm", "en": "tagged the group"},
}
"""What the audit log calls an action, in a line that begins with who did it."""

StaffWord = Literal[
    "approve",
    "card",
    "invite",
    "list",
    "name",
    "newest",
    "older",
    "refusals",
    "refuse",
    "revoke",
    "tags",
    "withdraw",
    "write",
    "you",
]

WORDS: Mapping[StaffWord, Mapping[Language, str]] = {
    "approve": {"vi": "Duyệt", "en": "Approve"},
    "refuse": {"vi": "Từ chối", "en": "Refuse"},
    "withdraw": {"vi": "Thôi duyệt", "en": "Withdraw approval"},
    "name": {"vi": "Đặt tên", "en": "Name"},
    "tags": {"vi": "Gắn thẻ", "en": "Tag"},
    "write": {"vi": "Viết thẻ", "en": "Write tags"},
    "card": {"vi": "« Nhóm", "en": "« Group"},
    "list": {"vi": "« Các nhóm", "en": "« Groups"},
    "invite": {"vi": "Mời cán bộ", "en": "Invite staff"},
    "revoke": {"vi": "Thu quyền", "en": "Revoke"},
    "newest": {"vi": "« Mới nhất", "en": "« Newest"},
    "older": {"vi": "Cũ hơn »", "en": "Older »"},
    "refusals": {"vi": "và {more} lần trước đó", "en": "and {more} times before"},
    "you": {"vi": "bạn", "en": "you"},
}
"""Words on the staff's buttons, and what stands for the number of the reader's own account."""
