"""What no rule knows is answered in the plan's own words, where a passage speaks of it."""

import datetime

import pytest

from campaign.messages import plain
from campaign.plan.toml import parse_plan
from campaign.talk.conversation import ask
from campaign.talk.handbook import Handbook

PLAN = """
title = "Tổ chức Tuần lễ trà sen năm 2026"
issuer = "Liên minh Hợp tác xã tỉnh Đồng Tháp"
year = 2026
[[budget]]
text = "Ngân sách tỉnh cấp 120 triệu đồng, các hợp tác xã góp 30 triệu đồng"
section = "IV"
[[organisation]]
text = "Trung tâm Hỗ trợ nhận đăng ký gian hàng trước ngày 10/5/2026, điện thoại 0277.3000.111"
section = "V.2"
[[activities]]
no = 1
section = "III.1"
name = "Hội thi pha trà sen"
title = "Hội thi pha trà sen"
lead = ["Phòng Kinh tế"]
[[activities.times]]
text = "ngày 16/5/2026"
kind = "on"
start = 2026-05-16
end = 2026-05-16
[[activities.times]]
text = "ngày 23/5/2026"
kind = "on"
start = 2026-05-23
end = 2026-05-23
[[activities.content]]
text = "Bán kết: ngày 16/5/2026, tại nhà văn hóa xã Mỹ Trà; chọn 08 đội"
section = "III.1.1"
[[activities.content]]
text = "Vòng trao cúp: ngày 23/5/2026, tại Quảng trường Văn Miếu"
section = "III.1.2"
[[activities.content]]
text = "Mỗi đội pha 03 ấm trong 20 phút; giải nhất 5.000.000 đồng"
section = "III.1.3"
[[activities]]
no = 2
section = "III.2"
name = "Trình diễn áo dài bên hồ sen"
title = "Trình diễn áo dài bên hồ sen"
[[activities.times]]
text = "tối 24/5/2026"
kind = "on"
start = 2026-05-24
end = 2026-05-24
[[activities]]
no = 3
section = "III.3"
name = "Cao điểm bán trà dịp Tết Đoan Ngọ"
title = "Cao điểm bán trà dịp Tết Đoan Ngọ"
[[activities.times]]
text = "từ ngày 10/6/2026 đến ngày 19/6/2026"
kind = "range"
start = 2026-06-10
end = 2026-06-19
[[activities.content]]
text = "Phát 2.000 tờ rơi giới thiệu trà sen tại các chợ"
section = "III.3"
[[activities]]
no = 4
section = "III.4"
name = "Ra quân trồng rừng chắn gió"
title = "Ra quân trồng rừng chắn gió"
[[activities.times]]
text = "sáng 6/6/2026"
kind = "on"
start = 2026-06-06
end = 2026-06-06
[[activities.content]]
text = "Trồng 300 cây bạch đàn quanh hồ sen"
section = "III.4"
"""
TODAY = datetime.date(2026, 5, 1)


def told(text: str, today: datetime.date = TODAY) -> str:
    handbook = Handbook.of(parse_plan(PLAN, id="tra-sen", source="tra-sen"))
    return plain(ask(handbook, text, today).reply.text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bán kết pha trà diễn ra ở đâu?", "nhà văn hóa xã Mỹ Trà"),
        ("ban ket pha tra chon may doi", "chọn 08 đội"),
        ("mỗi đội pha mấy ấm trà", "03 ấm trong 20 phút"),
        ("giải nhất hội thi pha trà được bao nhiêu tiền", "5.000.000 đồng"),
        ("số điện thoại đăng ký gian hàng", "0277.3000.111"),
        ("tổng kinh phí hết bao nhiêu", "120 triệu đồng"),
        ("phat bao nhieu to roi", "2.000 tờ rơi"),
        ("bán kết chọn 8 đội nào", "chọn 08 đội"),
    ],
)
def test_a_passage_answers_what_no_fact_of_its_own_does(text: str, said: str) -> None:
    assert said in told(text)


def test_the_time_of_a_round_is_told_alone() -> None:
    answer = told("vòng trao cúp hội thi pha trà ngày nào")
    assert "23/5/2026" in answer
    assert "16/5/2026" not in answer


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (datetime.date(2026, 5, 1), "Còn 8 ngày nữa (tính đến 9/5/2026)."),
        (datetime.date(2026, 5, 9), "Hôm nay là ngày cuối."),
        (datetime.date(2026, 5, 11), "Hạn này đã qua 2 ngày."),
    ],
)
def test_a_deadline_in_a_passage_is_counted_to(today: datetime.date, said: str) -> None:
    assert told("hạn đăng ký gian hàng là ngày nào", today).endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "hội thi pha trà có phát trực tiếp không",
        "lãi suất vay vốn là bao nhiêu",
        "trồng sen cần loại phân bón nào",
        "số tài khoản của liên minh",
    ],
)
def test_what_no_passage_speaks_of_is_not_stated(text: str) -> None:
    answer = told(text)
    assert "không nêu" in answer or "ngoài phạm vi" in answer


def test_what_a_title_is_made_of_is_no_question_about_clothes() -> None:
    assert "24/5/2026" in told("trình diễn áo dài hôm nào")


def test_how_many_activities_there_are_is_counted() -> None:
    assert told("tỉnh mình có bao nhiêu hoạt động tất cả vậy").startswith(
        "Kế hoạch gồm 4 hoạt động"
    )


@pytest.mark.parametrize("text", ["cao điểm Tết từ ngày nào", "cao diem tet kh nao het ad"])
def test_a_holiday_in_a_name_is_no_day_to_look_up(text: str) -> None:
    assert "19/6/2026" in told(text)


def test_words_of_an_activity_count_beside_other_neighbours_too() -> None:
    assert "6/6/2026" in told("trồng cây chắn gió hôm nào")
