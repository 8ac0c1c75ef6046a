"""What the bot says of registration, as data like `campaign.talk.notices`."""

from collections.abc import Mapping
from typing import Literal

from campaign.messages import Language

RegistrationNotice = Literal[
    "gave_up_condition",
    "gave_up_people",
    "gave_up_seats",
    "open_ask_condition",
    "open_ask_seats",
    "open_card",
    "open_choose",
    "open_condition_wrong",
    "open_file",
    "open_how",
    "open_late",
    "open_seats_few",
    "open_seats_wrong",
    "reg_already",
    "reg_anonymous",
    "reg_begun",
    "reg_changed",
    "reg_closed",
    "reg_condition",
    "reg_confirm",
    "reg_done",
    "reg_elsewhere",
    "reg_full",
    "reg_gone",
    "reg_how_many",
    "reg_left",
    "reg_left_out",
    "reg_mine",
    "reg_mine_waits",
    "reg_moved_up",
    "reg_no_room",
    "reg_none",
    "reg_nowhere",
    "reg_number",
    "reg_open",
    "reg_quit",
    "reg_quit_from",
    "reg_quit_none",
    "reg_restored",
    "reg_shut",
    "reg_told",
    "reg_too_many",
    "reg_type_number",
    "reg_waits",
    "reg_which",
    "reg_yours",
]

REGISTRATION_NOTICES: Mapping[RegistrationNotice, Mapping[Language, str]] = {
    "reg_none": {
        "vi": "Hiện chưa mở đăng ký hoạt động nào.",
        "en": "Registration is not open for any activity now.",
    },
    "reg_open": {
        "vi": "{activity}: đang nhận đăng ký.",
        "en": "{activity}: registration is open.",
    },
    "reg_left": {
        "vi": "Còn {left}/{seats} chỗ.",
        "en": "Seats left: {left} of {seats}.",
    },
    "reg_full": {
        "vi": "Đã hết chỗ ({seats}); đăng ký thêm sẽ vào danh sách chờ.",
        "en": "All {seats} seats are taken; who registers now is put on the waiting list.",
    },
    "reg_condition": {
        "vi": "Điều kiện: {condition}",
        "en": "Condition: {condition}",
    },
    "reg_how_many": {
        "vi": "Đăng ký {activity}: bao nhiêu người, kể cả bạn?",
        "en": "{activity}: how many people, yourself included?",
    },
    "reg_too_many": {
        "vi": "Hoạt động này chỉ nhận {seats} người. Bạn đăng ký ít người hơn nhé.",
        "en": "There are only {seats} seats. Please register fewer people.",
    },
    "reg_type_number": {
        "vi": "Nhiều hơn thì bạn gửi số người cho mình, từ 1 đến {limit}.",
        "en": "For more, send me the number, from 1 to {limit}.",
    },
    "reg_number": {
        "vi": "Bạn gửi một số từ 1 đến {limit} nhé, hoặc /huy để thôi.",
        "en": "Please send a number from 1 to {limit}, or /cancel.",
    },
    "reg_confirm": {
        "vi": (
            "Đăng ký {people} người cho {activity}.\n"
            "Điều kiện: {condition}\n"
            "Bạn xác nhận đủ điều kiện chứ?"
        ),
        "en": (
            "{people} people for {activity}.\n"
            "Condition: {condition}\n"
            "Do you confirm that it is met?"
        ),
    },
    "reg_done": {
        "vi": "Đã đăng ký {people} người cho {activity}; đã có chỗ.",
        "en": "Registered for {activity}: {people} people, with seats.",
    },
    "reg_waits": {
        "vi": "Đã ghi {people} người cho {activity} vào danh sách chờ; có chỗ mình báo ngay.",
        "en": "{people} people for {activity} are on the waiting list; I tell you as soon as there are seats.",
    },
    "reg_already": {
        "vi": "Bạn đã đăng ký {people} người rồi. Muốn đổi, gửi “sửa đăng ký thành … người”.",
        "en": "You have registered {people} people. To change that, write “change my registration to … people”.",
    },
    "reg_mine": {
        "vi": "Bạn đã đăng ký {people} người; đã có chỗ.",
        "en": "You have registered {people} people, with seats.",
    },
    "reg_mine_waits": {
        "vi": "Bạn đã đăng ký {people} người; đang trong danh sách chờ.",
        "en": "You have registered {people} people, who are on the waiting list.",
    },
    "reg_shut": {
        "vi": "{activity}: đã đóng đăng ký.",
        "en": "{activity}: registration is closed.",
    },
    "reg_closed": {
        "vi": "Hoạt động này không nhận đăng ký nữa.",
        "en": "Registration for this activity is closed.",
    },
    "reg_begun": {
        "vi": "Hoạt động này đã bắt đầu, không nhận đăng ký nữa.",
        "en": "This activity has begun; registration for it is closed.",
    },
    "reg_gone": {
        "vi": "Kế hoạch đã thay đổi: không còn hoạt động này.",
        "en": "The plan has changed: this activity is gone.",
    },
    "reg_elsewhere": {
        "vi": "Nút này thuộc kế hoạch khác, không phải kế hoạch ở đây.",
        "en": "This button belongs to another plan than the one here.",
    },
    "reg_quit": {
        "vi": "Đã hủy đăng ký của bạn.",
        "en": "Your registration is cancelled.",
    },
    "reg_quit_from": {
        "vi": "Đã hủy đăng ký của bạn: {activity}.",
        "en": "Your registration is cancelled: {activity}.",
    },
    "reg_nowhere": {
        "vi": "Bạn chưa đăng ký hoạt động nào.",
        "en": "You have not registered for anything.",
    },
    "reg_which": {
        "vi": "Bạn muốn đăng ký hoạt động nào?",
        "en": "Which one do you want to register for?",
    },
    "reg_yours": {
        "vi": "Bấm để hủy đăng ký. Muốn đổi số người, gửi “sửa đăng ký thành … người” kèm tên hoạt động.",
        "en": "Press to cancel. To change the number, write “change my registration to … people” with the activity.",
    },
    "reg_no_room": {
        "vi": "Không đủ chỗ cho {people} người. Bạn vẫn giữ đăng ký {had} người.",
        "en": "There is no room for {people} people. Your registration of {had} stays.",
    },
    "reg_quit_none": {
        "vi": "Bạn chưa đăng ký hoạt động này.",
        "en": "You have not registered for this activity.",
    },
    "reg_changed": {
        "vi": "Hoạt động đã đăng ký tham gia vừa có thay đổi: {activity}.",
        "en": "There is news of what was registered for: {activity}.",
    },
    "reg_left_out": {
        "vi": "Kế hoạch mới không còn hoạt động đã đăng ký tham gia: {activity}.",
        "en": "What was registered for is no longer in the new plan: {activity}.",
    },
    "reg_restored": {
        "vi": "Thay đổi vừa báo về hoạt động đã đăng ký tham gia được rút lại: {activity}.",
        "en": "The last news of what was registered for was withdrawn: {activity}.",
    },
    "reg_told": {
        "vi": "Đã báo cho nơi đăng ký: {people} người (tin nhắn riêng), {groups} nhóm.",
        "en": "Told who registered: {people} people in private, {groups} groups.",
    },
    "reg_moved_up": {
        "vi": "Đã có chỗ cho {people} người trong danh sách chờ: {activity}.",
        "en": "There are seats now for {people} people of the waiting list: {activity}.",
    },
    "reg_anonymous": {
        "vi": "Bạn đang viết ẩn danh. Hãy viết bằng tên của mình để đăng ký.",
        "en": "You are anonymous. Write as yourself to register.",
    },
    "open_choose": {
        "vi": "{campaign}: mở đăng ký cho hoạt động nào?",
        "en": "{campaign}: registration for which activity?",
    },
    "open_card": {
        "vi": (
            "{activity} ({campaign})\n"
            "Đăng ký: {state}\n"
            "Số chỗ: {seats}\n"
            "Điều kiện: {condition}\n"
            "Có chỗ: {seated} người, chờ: {waiting} người"
        ),
        "en": (
            "{activity} ({campaign})\n"
            "Registration: {state}\n"
            "Seats: {seats}\n"
            "Condition: {condition}\n"
            "With seats: {seated} people, waiting: {waiting}"
        ),
    },
    "open_how": {
        "vi": "Thành viên gửi /dangky, hoặc bấm “Đăng ký tham gia” dưới câu trả lời về hoạt động này.",
        "en": "Members send /register, or press “Register” below an answer about this activity.",
    },
    "open_late": {
        "vi": "Đã có người bấm trước bạn.",
        "en": "Somebody has pressed it before you.",
    },
    "open_ask_seats": {
        "vi": "Nhận nhiều nhất bao nhiêu người? Gửi một số từ 1 đến {limit}; “-” là không giới hạn, /huy để thôi.",
        "en": "How many people at most? Send a number from 1 to {limit}; “-” is any number, /cancel gives up.",
    },
    "open_seats_wrong": {
        "vi": "Bạn gửi một số từ 1 đến {limit}, “-” nếu không giới hạn, hoặc /huy để thôi.",
        "en": "Please send a number from 1 to {limit}, “-” for any number, or /cancel.",
    },
    "open_seats_few": {
        "vi": "Đã có {number} người có chỗ; số chỗ không thể ít hơn. Bạn gửi số khác nhé, hoặc /huy để thôi.",
        "en": "{number} people have seats already; there cannot be fewer. Please send another number, or /cancel.",
    },
    "open_ask_condition": {
        "vi": "Điều kiện tham gia là gì? Ví dụ: OCOP từ 3 sao. Gửi “-” nếu không có, /huy để thôi.",
        "en": "What is the condition? For example: OCOP of 3 stars or more. “-” is none, /cancel gives up.",
    },
    "open_condition_wrong": {
        "vi": "Điều kiện phải là chữ, không quá {limit} ký tự. Bạn gửi lại nhé, hoặc /huy để thôi.",
        "en": "The condition is text of up to {limit} characters. Please send it again, or /cancel.",
    },
    "open_file": {
        "vi": "Danh sách đăng ký: {activity}",
        "en": "Registrations: {activity}",
    },
    "gave_up_people": {
        "vi": "Đã thôi đăng ký.",
        "en": "Registering is given up.",
    },
    "gave_up_seats": {
        "vi": "Số chỗ vẫn như cũ.",
        "en": "The number of seats stays as it was.",
    },
    "gave_up_condition": {
        "vi": "Điều kiện vẫn như cũ.",
        "en": "The condition stays as it was.",
    },
}
