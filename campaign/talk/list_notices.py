"""What the bot says of cooperatives and of lists of them, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

ListNotice = Literal[
    "coop_added",
    "coop_admins_only",
    "coop_card",
    "coop_drop_sure",
    "coop_dropped",
    "coop_how",
    "coop_like",
    "coop_line",
    "coop_no_group",
    "coop_ours",
    "coop_ours_none",
    "coop_pending",
    "coop_staff_or_group",
    "coop_standing",
    "coop_taken",
    "coop_too_many",
    "coop_unread",
    "coops_found",
    "coops_none",
    "coops_not_found",
    "coops_title",
    "list_ask",
    "list_ask_again",
    "list_file",
    "list_imported",
    "list_more",
    "list_problems",
    "list_sure",
    "list_template",
    "list_unread",
    "row",
]

LIST_NOTICES: Mapping[ListNotice, Mapping[Language, str]] = {
    "coops_title": {
        "vi": "{campaign}: {total} HTX, {free} HTX chưa có nhóm. Chọn một HTX để xem:",
        "en": "{campaign}: {total} cooperatives, {free} without a group. Choose one to see it:",
    },
    "coops_found": {
        "vi": "{campaign}: {number} HTX khớp “{said}”. Chọn một HTX để xem:",
        "en": "{campaign}: “{said}” is found {number} times. Choose one to see it:",
    },
    "coops_not_found": {
        "vi": "{campaign}: không có HTX nào khớp “{said}”.",
        "en": "{campaign}: no cooperative is found by “{said}”.",
    },
    "coops_none": {
        "vi": "{campaign} chưa có HTX nào. Nhập danh sách, hoặc để quản trị viên từng nhóm gửi /htx trong nhóm.",
        "en": "{campaign} has no cooperatives. Import a list, or let each group’s administrator send /cooperatives there.",
    },
    "coop_card": {
        "vi": ("{name}\nĐịa bàn: {district}\nNhóm: {group}"),
        "en": ("{name}\nDistrict: {district}\nGroup: {group}"),
    },
    "coop_standing": {
        "vi": "Mục {section} · {activity}: {standing}",
        "en": "Section {section} · {activity}: {standing}",
    },
    "coop_no_group": {
        "vi": "chưa có",
        "en": "none",
    },
    "coop_drop_sure": {
        "vi": "Xóa {name} cùng mọi ghi nhận đã nộp? Không lấy lại được.",
        "en": "Delete {name} and all that is noted of it? This cannot be undone.",
    },
    "coop_dropped": {
        "vi": "Đã xóa {name}.",
        "en": "{name} is deleted.",
    },
    "coop_admins_only": {
        "vi": "Chỉ quản trị viên của nhóm mới khai HTX của nhóm được.",
        "en": "Only an administrator of the group can name its cooperatives.",
    },
    "coop_staff_or_group": {
        "vi": "Danh sách HTX dành cho cán bộ. Quản trị viên của nhóm khai HTX bằng /htx trong nhóm.",
        "en": "The list of cooperatives is for staff. A group’s administrator names its own with /cooperatives there.",
    },
    "coop_pending": {
        "vi": "Nhóm đang chờ cán bộ duyệt. Duyệt xong mới khai HTX được.",
        "en": "This group waits for approval; then it can name its cooperatives.",
    },
    "coop_ours": {
        "vi": "HTX của nhóm:",
        "en": "Cooperatives of this group:",
    },
    "coop_line": {
        "vi": "• {name} ({district})",
        "en": "• {name} ({district})",
    },
    "coop_ours_none": {
        "vi": "Nhóm chưa khai HTX nào.",
        "en": "This group has named no cooperative.",
    },
    "coop_how": {
        "vi": "Khai HTX của nhóm: /htx Tên HTX, huyện. Nhiều HTX thì mỗi HTX một dòng.",
        "en": "To name one: /cooperatives Name, district. Several go on lines of their own.",
    },
    "coop_added": {
        "vi": "Đã ghi HTX của nhóm: {name} ({district}).",
        "en": "Noted as this group’s: {name} ({district}).",
    },
    "coop_taken": {
        "vi": "{name} đã thuộc một nhóm khác. Nếu không đúng, nhờ cán bộ kiểm tra giúp.",
        "en": "{name} belongs to another group. If that is wrong, please ask the staff.",
    },
    "coop_like": {
        "vi": "“{said}” có phải là {hint} không? Nếu là HTX khác, nhờ cán bộ thêm vào danh sách.",
        "en": "Is “{said}” {hint}? If it is another one, please ask the staff to add it.",
    },
    "coop_unread": {
        "vi": "Mình chưa đọc được “{said}”. Viết tên HTX, dấu phẩy, rồi huyện.",
        "en": "I cannot read “{said}”. Write the name, a comma, then the district.",
    },
    "coop_too_many": {
        "vi": "Mỗi lần khai nhiều nhất {limit} HTX.",
        "en": "At most {limit} at a time.",
    },
    "list_ask": {
        "vi": "Gửi mình tệp XLSX hoặc CSV có các cột: Tên HTX, Huyện, Nhóm (có thể để trống). HTX đã có thì không nhập lại. /huy để thôi.",
        "en": "Send me an XLSX or CSV file with the columns Tên HTX (name), Huyện (district), Nhóm (group, may be empty). What is known is not doubled. /cancel gives up.",
    },
    "list_ask_again": {
        "vi": "Hãy gửi danh sách ở dạng tệp XLSX hoặc CSV, hoặc /huy để thôi.",
        "en": "Please send the list as an XLSX or CSV file, or /cancel.",
    },
    "list_imported": {
        "vi": "{campaign}: thêm {new} HTX mới, cập nhật nhóm của {changed} HTX, {same} HTX đã có sẵn.",
        "en": "{campaign}: {new} new, {changed} with another group, {same} known already.",
    },
    "list_problems": {
        "vi": "Chưa nhập gì. Có {number} chỗ cần xem lại:",
        "en": "Nothing is imported. Please look at {number} places:",
    },
    "list_more": {
        "vi": "… và {number} chỗ nữa",
        "en": "… and {number} more",
    },
    "list_sure": {
        "vi": "Nếu mọi dòng trên đều đúng, gửi lại tệp kèm lời nhắn: /htx{campaign} chắc chắn",
        "en": "If all of these are right, send the file again with the caption: /cooperatives{campaign} sure",
    },
    "list_unread": {
        "vi": "Chưa nhập gì:",
        "en": "Nothing is imported:",
    },
    "list_template": {
        "vi": "Điền vào tệp này rồi gửi lại cho mình.",
        "en": "Fill this in and send it back to me.",
    },
    "list_file": {
        "vi": "Danh sách HTX {campaign}",
        "en": "Cooperatives of {campaign}",
    },
    "row": {
        "vi": "Dòng {row}:",
        "en": "Row {row}:",
    },
}
