"""What the bot says to the staff of a campaign, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

StaffNotice = Literal[
    "already_decided",
    "already_revoked",
    "already_staff",
    "ask_name",
    "ask_tags",
    "audit_empty",
    "audit_older",
    "audit_title",
    "choose_tags",
    "gave_up_name",
    "gave_up_nothing",
    "gave_up_tags",
    "group_approved",
    "group_arrived",
    "group_campaign",
    "group_decided",
    "group_gone",
    "group_left",
    "group_muted",
    "group_name",
    "group_pending",
    "group_refused",
    "group_tags",
    "group_title",
    "group_unknown",
    "group_untagged",
    "groups_none",
    "groups_title",
    "invitation",
    "invitation_expired",
    "invitation_unknown",
    "invitation_used",
    "invitations_ended",
    "name_needed",
    "name_too_long",
    "not_your_campaign",
    "owners_only",
    "reminder_missed",
    "reminders_lost",
    "staff_help",
    "staff_in_private",
    "staff_invited",
    "staff_member",
    "staff_nobody",
    "staff_of",
    "staff_only",
    "staff_welcome",
    "tag_too_long",
    "tags_needed",
    "too_many_tags",
]

STAFF_NOTICES: Mapping[StaffNotice, Mapping[Language, str]] = {
    "reminders_lost": {
        "vi": "Mình đã không hoạt động một thời gian, nên các lời nhắc sau của {campaign} không còn ích gì nữa và không được gửi:\n{what}",
        "en": "I was not running for a while. These reminders of {campaign} came too late to help and were not sent:\n{what}",
    },
    "reminder_missed": {
        "vi": "Lời nhắc ngày {day} đã tới {sent} nhóm; {missed} nhóm không nhận được hoặc không rõ đã nhận chưa.",
        "en": "The reminder of {day} reached {sent} groups; {missed} did not get it, or may not have.",
    },
    "staff_only": {
        "vi": "Việc này chỉ dành cho cán bộ của chiến dịch.",
        "en": "This is for the staff of a campaign only.",
    },
    "owners_only": {
        "vi": "Chỉ người vận hành mình mới mời và thu quyền cán bộ được.",
        "en": "Only those who run this bot can invite staff and revoke them.",
    },
    "not_your_campaign": {
        "vi": "Bạn không phải là cán bộ của chiến dịch này.",
        "en": "You are not on the staff of this campaign.",
    },
    "staff_in_private": {
        "vi": "Việc của cán bộ, bạn viết riêng cho mình nhé.",
        "en": "For staff matters please write to me in private.",
    },
    "staff_help": {
        "vi": (
            "Dành cho cán bộ, chỉ trong tin nhắn riêng:\n"
            "• /thongbao: gửi thông báo tới các nhóm\n"
            "• /kehoach: các bản kế hoạch, thay đổi một hoạt động\n"
            "• /htx: danh sách HTX, nhập từ tệp\n"
            "• /tiendo: HTX nào đã nộp, chưa nộp\n"
            "• /modangky: mở đăng ký tham gia một hoạt động\n"
            "• /nhom: duyệt, đặt tên và gắn thẻ các nhóm\n"
            "• /nhanvien: ai là cán bộ\n"
            "• /nhatky: những việc đã làm gần đây\n"
            "• /huy: thôi việc đang làm dở"
        ),
        "en": (
            "For staff, in private only:\n"
            "• /announce: announce something to the groups\n"
            "• /plan: editions of the plan, changes of an activity\n"
            "• /cooperatives: the cooperatives, also from a file\n"
            "• /progress: who has handed in\n"
            "• /registration: let people register for an activity\n"
            "• /groups: approve, name and tag the groups\n"
            "• /staff: who is staff\n"
            "• /log: what was done lately\n"
            "• /cancel: give up what you have begun"
        ),
    },
    "staff_welcome": {
        "vi": "Chào mừng bạn! Từ giờ bạn là cán bộ của chiến dịch {campaign}.",
        "en": "Welcome! From now on you are on the staff of the campaign {campaign}.",
    },
    "already_staff": {
        "vi": "Bạn đã làm việc cho chiến dịch {campaign} rồi; liên kết này vẫn chưa dùng đến.",
        "en": "You already act for the campaign {campaign}; the link has not been used.",
    },
    "staff_invited": {
        "vi": "Người số {who} vừa nhận lời mời của bạn: giờ là cán bộ của {campaign}.",
        "en": "Number {who} has accepted your invitation and is now on the staff of {campaign}.",
    },
    "staff_of": {
        "vi": "Cán bộ của {campaign}:",
        "en": "Staff of {campaign}:",
    },
    "staff_member": {
        "vi": "• {who}, từ {day}",
        "en": "• {who}, since {day}",
    },
    "staff_nobody": {
        "vi": "• chưa có ai",
        "en": "• nobody yet",
    },
    "already_revoked": {
        "vi": "Người này không còn là cán bộ nữa.",
        "en": "This person is no longer on the staff.",
    },
    "invitation": {
        "vi": (
            "Gửi liên kết này cho người sẽ làm cán bộ của {campaign}. "
            "Chỉ dùng được một lần, trước {time}:"
        ),
        "en": (
            "Send this link to the person who will be on the staff of {campaign}. "
            "It works once, before {time}:"
        ),
    },
    "invitation_unknown": {
        "vi": "Mình không biết liên kết mời này. Bạn xin người mời một liên kết mới nhé.",
        "en": "I do not know this invitation. Please ask for a new link.",
    },
    "invitation_used": {
        "vi": "Liên kết mời này đã có người dùng. Bạn xin người mời một liên kết mới nhé.",
        "en": "This invitation has been used. Please ask for a new link.",
    },
    "invitation_expired": {
        "vi": "Liên kết mời này đã hết hạn. Bạn xin người mời một liên kết mới nhé.",
        "en": "This invitation has expired. Please ask for a new link.",
    },
    "invitations_ended": {
        "vi": "Các liên kết mời chưa dùng của chiến dịch này cũng hết hiệu lực.",
        "en": "The campaign's invitations that nobody has used are ended, too.",
    },
    "groups_title": {
        "vi": "Có {total} nhóm, {pending} nhóm chờ duyệt. Chọn một nhóm để xem:",
        "en": "Groups: {total}, waiting for approval: {pending}. Choose one to see it:",
    },
    "groups_none": {
        "vi": "Chưa có nhóm nào. Khi một nhóm thêm mình, bạn sẽ được báo.",
        "en": "There are no groups yet. When one adds me, you will be told.",
    },
    "group_arrived": {
        "vi": "Nhóm {group} vừa thêm mình, theo chiến dịch {campaign}. Nhóm có được nhận thông báo không?",
        "en": "The group {group} has added me, for the campaign {campaign}. Shall it get announcements?",
    },
    "group_left": {
        "vi": "Nhóm {group} đã đưa mình ra khỏi nhóm và không nhận thông báo nữa.",
        "en": "The group {group} has removed me and gets no more announcements.",
    },
    "group_title": {
        "vi": "Nhóm: {title}",
        "en": "Group: {title}",
    },
    "group_name": {
        "vi": "Tên gọi: {name}",
        "en": "Name: {name}",
    },
    "group_campaign": {
        "vi": "Chiến dịch: {campaign}",
        "en": "Campaign: {campaign}",
    },
    "group_tags": {
        "vi": "Thẻ: {tags}",
        "en": "Tags: {tags}",
    },
    "group_untagged": {
        "vi": "Thẻ: chưa có",
        "en": "Tags: none",
    },
    "group_pending": {
        "vi": "Trạng thái: chờ duyệt, chưa nhận thông báo",
        "en": "State: waiting for approval, gets no announcements yet",
    },
    "group_approved": {
        "vi": "Trạng thái: đã duyệt, nhận thông báo",
        "en": "State: approved, gets announcements",
    },
    "group_refused": {
        "vi": "Trạng thái: đã từ chối, không nhận thông báo",
        "en": "State: refused, gets no announcements",
    },
    "group_decided": {
        "vi": "Người quyết định: {who}, {day}",
        "en": "Decided by: {who}, {day}",
    },
    "already_decided": {
        "vi": "Nhóm này đã có người quyết định trước bạn.",
        "en": "Somebody has decided about this group before you.",
    },
    "group_gone": {
        "vi": "⚠ Mình không còn ở trong nhóm này.",
        "en": "⚠ I am no longer in this group.",
    },
    "group_muted": {
        "vi": "⚠ Mình không được viết trong nhóm này.",
        "en": "⚠ I may not write in this group.",
    },
    "group_unknown": {
        "vi": "Nhóm này không còn nữa.",
        "en": "This group no longer exists.",
    },
    "ask_name": {
        "vi": "Gọi nhóm {group} là gì? Bạn gửi tên nhé; gửi “-” để bỏ tên, /huy để thôi.",
        "en": "What shall {group} be called? Send the name; “-” takes it away, /cancel gives up.",
    },
    "choose_tags": {
        "vi": "Thẻ nào cho nhóm {group}? Bấm để gắn hoặc bỏ.",
        "en": "Which tags for {group}? Press to add or remove one.",
    },
    "name_needed": {
        "vi": "Tên phải là chữ. Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "A name is made of text. Please send it again, or /cancel.",
    },
    "name_too_long": {
        "vi": "Tên dài quá {limit} ký tự. Bạn gửi tên ngắn hơn nhé, hoặc /huy để thôi.",
        "en": "The name is longer than {limit} characters. Please send a shorter one, or /cancel.",
    },
    "ask_tags": {
        "vi": (
            "Thẻ nào cho nhóm {group}? Bấm để gắn hoặc bỏ, hoặc gửi tất cả các thẻ, cách nhau bằng "
            "dấu phẩy: huyện Ý Yên, nông nghiệp. Gửi “-” để bỏ hết, /huy để thôi."
        ),
        "en": (
            "Which tags for {group}? Press to add or remove one, or send all of them, separated by "
            "commas: Ý Yên district, farming. “-” removes all, /cancel gives up."
        ),
    },
    "tags_needed": {
        "vi": "Thẻ phải là chữ. Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "Tags are made of text. Please send them again, or /cancel.",
    },
    "tag_too_long": {
        "vi": "Thẻ “{tag}” dài quá {limit} ký tự. Bạn gửi lại ngắn hơn nhé, hoặc /huy để thôi.",
        "en": "The tag “{tag}” is longer than {limit} characters. Please shorten it, or /cancel.",
    },
    "too_many_tags": {
        "vi": "Mỗi nhóm có nhiều nhất {limit} thẻ: bạn bỏ bớt một thẻ, hoặc gửi lại các thẻ.",
        "en": "A group has {limit} tags at most: take one away, or send the tags again.",
    },
    "gave_up_nothing": {
        "vi": "Bạn không có việc gì đang làm dở.",
        "en": "There is nothing to give up.",
    },
    "gave_up_name": {
        "vi": "Đã thôi đặt tên nhóm; tên vẫn như cũ.",
        "en": "Naming the group is given up; its name stays as it was.",
    },
    "gave_up_tags": {
        "vi": "Đã thôi gắn thẻ; các thẻ vẫn như bạn vừa thấy.",
        "en": "Tagging is given up; the tags stay as you have just seen them.",
    },
    "audit_title": {
        "vi": "Những việc gần đây nhất:",
        "en": "What was done last:",
    },
    "audit_older": {
        "vi": "Những việc trước đó:",
        "en": "What was done before that:",
    },
    "audit_empty": {
        "vi": "Nhật ký chưa có gì.",
        "en": "The log is empty.",
    },
}
