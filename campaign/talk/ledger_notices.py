"""What the bot says of who has handed in what, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

LedgerNotice = Literal[
    "closing_missing",
    "closing_title",
    "gave_up_help",
    "gave_up_list",
    "gave_up_reason",
    "hand_again",
    "hand_all",
    "hand_all_again",
    "hand_changed",
    "hand_elsewhere",
    "hand_for_what",
    "hand_foreign",
    "hand_in_group",
    "hand_none",
    "hand_ok",
    "hand_over",
    "hand_pending",
    "hand_which",
    "help_again",
    "help_answered",
    "help_ask_reply",
    "help_asked",
    "help_cooperatives",
    "help_nobody",
    "help_replied",
    "help_reply",
    "help_sent",
    "help_text_needed",
    "judge_accepted",
    "judge_ask_reason",
    "judge_card",
    "judge_cleared",
    "judge_late",
    "judge_no_group",
    "judge_overtaken",
    "judge_reason",
    "judge_reason_needed",
    "judge_reset",
    "judge_returned",
    "more",
    "progress_activity",
    "progress_file",
    "progress_nobody",
    "progress_nothing_due",
    "progress_picture",
    "progress_share",
    "progress_short",
    "progress_title",
    "waiting_none",
    "waiting_title",
]

LEDGER_NOTICES: Mapping[LedgerNotice, Mapping[Language, str]] = {
    "hand_ok": {
        "vi": "Đã ghi: {name} đã nộp. Cảm ơn cả nhóm!",
        "en": "Noted: {name} has handed in. Thank you all!",
    },
    "hand_again": {
        "vi": "{name} đã được ghi là đã nộp rồi.",
        "en": "{name} is down as having handed in already.",
    },
    "hand_all_again": {
        "vi": "Các HTX của nhóm đều đã nộp rồi.",
        "en": "All cooperatives of the group have handed in already.",
    },
    "hand_which": {
        "vi": "{activity}: còn {number} HTX chưa nộp. HTX nào vừa nộp?",
        "en": "{activity}: still to hand in: {number}. Which cooperative has just done so?",
    },
    "hand_for_what": {
        "vi": "Bấm để ghi nhận đã nộp:",
        "en": "Press to note that it is handed in:",
    },
    "hand_all": {
        "vi": "{activity}: tất cả HTX của nhóm đã nộp. Cảm ơn cả nhóm!",
        "en": "{activity}: all cooperatives of the group have handed in. Thank you all!",
    },
    "hand_none": {
        "vi": "Nhóm chưa khai HTX nào. Quản trị viên của nhóm gửi /htx kèm tên HTX và huyện nhé.",
        "en": "This group has named no cooperative. Its administrator can, with /cooperatives.",
    },
    "hand_in_group": {
        "vi": "Nút này dùng trong nhóm của HTX.",
        "en": "This button is for the group of a cooperative.",
    },
    "hand_foreign": {
        "vi": "HTX này không phải của nhóm này.",
        "en": "This cooperative is not one of this group's.",
    },
    "hand_elsewhere": {
        "vi": "Nút này thuộc kế hoạch khác, không phải kế hoạch của nhóm.",
        "en": "This button belongs to another plan than this group's.",
    },
    "hand_changed": {
        "vi": "Kế hoạch đã thay đổi: hoạt động này không còn, hoặc không còn phải nộp gì.",
        "en": "The plan has changed: this activity is gone, or nothing is to be handed in any more.",
    },
    "hand_over": {
        "vi": "Kế hoạch này đã kết thúc, không ghi thêm được nữa.",
        "en": "This plan has ended; nothing more can be noted.",
    },
    "hand_pending": {
        "vi": "Nhóm chưa được cán bộ duyệt, nên chưa dùng nút này được.",
        "en": "The staff have not approved this group, so this button does nothing yet.",
    },
    "help_sent": {
        "vi": "Đã báo cán bộ. Cán bộ sẽ trả lời ngay trong nhóm này.",
        "en": "The staff have been told, and will answer here.",
    },
    "help_again": {
        "vi": "Cán bộ đã được báo rồi, nhóm chờ một chút nhé.",
        "en": "The staff have been told already; please wait a little.",
    },
    "help_nobody": {
        "vi": "Kế hoạch này chưa có cán bộ nào để báo.",
        "en": "This plan has no staff yet who could be told.",
    },
    "help_asked": {
        "vi": "Nhóm {group} cần hỗ trợ: {activity} ({campaign}).",
        "en": "The group {group} needs help: {activity} ({campaign}).",
    },
    "help_cooperatives": {
        "vi": "HTX của nhóm: {names}.",
        "en": "Its cooperatives: {names}.",
    },
    "help_answered": {
        "vi": "Nhóm đã được trả lời lúc {moment}.",
        "en": "The group was answered at {moment}.",
    },
    "help_ask_reply": {
        "vi": "Trả lời nhóm {group} thế nào? Tin nhắn tiếp theo của bạn sẽ được gửi vào nhóm; /huy để thôi.",
        "en": "What shall {group} be answered? Your next message goes there; /cancel gives up.",
    },
    "help_reply": {
        "vi": "Cán bộ trả lời:",
        "en": "The staff answer:",
    },
    "help_replied": {
        "vi": "Đã gửi câu trả lời tới nhóm {group}.",
        "en": "Your answer is on its way to {group}.",
    },
    "help_text_needed": {
        "vi": "Câu trả lời phải là chữ, không quá {limit} ký tự. Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "The answer is text of up to {limit} characters. Please send it again, or /cancel.",
    },
    "gave_up_help": {
        "vi": "Đã thôi trả lời nhóm.",
        "en": "Answering the group is given up.",
    },
    "gave_up_list": {
        "vi": "Đã thôi nhập danh sách.",
        "en": "Importing the list is given up.",
    },
    "gave_up_reason": {
        "vi": "Đã thôi trả lại hồ sơ.",
        "en": "Sending back is given up.",
    },
    "progress_title": {
        "vi": "Tiến độ {campaign}, {moment}",
        "en": "Progress of {campaign}, {moment}",
    },
    "progress_nothing_due": {
        "vi": (
            "Kế hoạch {campaign} không nêu hạn nộp nào để theo dõi. "
            "Nếu có hồ sơ phải nộp, thêm hạn và hồ sơ của hoạt động ở /kehoach."
        ),
        "en": (
            "By the plan {campaign}, nothing is handed in. "
            "If something is, add the deadline and the dossier of its activity with /plan."
        ),
    },
    "progress_nobody": {
        "vi": "{campaign} chưa có HTX nào trong danh sách. Gửi /htx để nhập.",
        "en": "{campaign} has no cooperatives yet. Send /cooperatives to import them.",
    },
    "progress_activity": {
        "vi": "Mục {section} · {activity}",
        "en": "Section {section} · {activity}",
    },
    "progress_share": {
        "vi": "Đã nộp {settled}/{total} HTX, hạn chót hết ngày {day}",
        "en": "Handed in: {settled} of {total}; last day {day}",
    },
    "progress_short": {
        "vi": "chưa: chưa nộp; chờ: đã nộp, chờ xác nhận; b.s.: cần bổ sung",
        "en": "none: missing; wait: handed in, to be confirmed; back: sent back",
    },
    "progress_picture": {
        "vi": "Tiến độ {campaign}",
        "en": "Progress of {campaign}",
    },
    "progress_file": {
        "vi": "Tiến độ từng HTX",
        "en": "Progress of each cooperative",
    },
    "waiting_title": {
        "vi": "{activity}: {number} HTX chờ xác nhận. Chọn một HTX:",
        "en": "{activity}: {number} wait to be confirmed. Choose one:",
    },
    "waiting_none": {
        "vi": "{activity}: không có HTX nào chờ xác nhận.",
        "en": "{activity}: nobody waits to be confirmed.",
    },
    "judge_card": {
        "vi": (
            "{name} ({district})\nMục {section} · {activity}\nTrạng thái: {standing}, từ {moment}"
        ),
        "en": (
            "{name} ({district})\nSection {section} · {activity}\nState: {standing}, since {moment}"
        ),
    },
    "judge_reason": {
        "vi": "Lý do: {reason}",
        "en": "Reason: {reason}",
    },
    "judge_ask_reason": {
        "vi": "{name} cần bổ sung gì? Tin nhắn tiếp theo của bạn được gửi tới nhóm; /huy để thôi.",
        "en": "What is missing from {name}? Your next message goes to the group; /cancel gives up.",
    },
    "judge_reason_needed": {
        "vi": "Lý do phải là chữ, không quá {limit} ký tự. Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "The reason is text of up to {limit} characters. Please send it again, or /cancel.",
    },
    "judge_late": {
        "vi": "Hồ sơ này đã có người xử lý trước bạn.",
        "en": "Somebody has dealt with this before you.",
    },
    "judge_no_group": {
        "vi": "{name} chưa có nhóm, nên không có ai được báo.",
        "en": "{name} has no group, so nobody was told.",
    },
    "judge_overtaken": {
        "vi": "Hồ sơ của {name} vừa được người khác xử lý; bạn không cần gửi lý do nữa.",
        "en": "Somebody else has just decided about {name}; no reason is needed any more.",
    },
    "judge_accepted": {
        "vi": "{activity}: hồ sơ của {name} đạt yêu cầu.",
        "en": "{activity}: what {name} handed in is accepted.",
    },
    "judge_reset": {
        "vi": (
            "{activity}: cán bộ đặt lại {name} là chưa nộp.\n"
            "Khi nào nộp, bấm “Đã nộp”; chưa rõ thì bấm “Cần hỗ trợ”."
        ),
        "en": (
            "{activity}: the staff have noted that {name} has not handed in.\n"
            "When it has, press “Handed in”; if that is unclear, “We need help”."
        ),
    },
    "judge_returned": {
        "vi": (
            "{activity}: hồ sơ của {name} cần bổ sung.\n"
            "Lý do: {reason}\n"
            "Bổ sung xong, bấm “Đã nộp”."
        ),
        "en": (
            "{activity}: what {name} handed in is incomplete.\n"
            "Reason: {reason}\n"
            "When that is done, press “Handed in”."
        ),
    },
    "judge_cleared": {
        "vi": "{name}: đã đặt lại là chưa nộp.",
        "en": "{name} is down as missing again.",
    },
    "closing_title": {
        "vi": "Hết hạn {activity} ({campaign}): đã nộp {settled}/{total} HTX.",
        "en": "The deadline of {activity} ({campaign}) is over: {settled} of {total} have handed in.",
    },
    "closing_missing": {
        "vi": "Chưa nộp hoặc cần bổ sung: {names}",
        "en": "Missing or sent back: {names}",
    },
    "more": {
        "vi": "… và {number} HTX nữa",
        "en": "… and {number} more",
    },
}
