"""A plan of another province, in another form, is answered without touching code.

It has other activities, sections in figures, no English, no aliases, keywords, units or period.
"""

import datetime

import pytest

from campaign.messages import plain
from campaign.plan.toml import parse_plan
from campaign.talk.conversation import Turn, ask
from campaign.talk.handbook import Handbook

PLAN = """
title = "Tổ chức Tuần lễ Nông sản sạch năm 2026"
issuer = "Liên minh Hợp tác xã tỉnh Cà Mau"
province = "Cà Mau"
year = 2026
number = "12/KH-LM"

[theme]
text = "Nông sản sạch cho mọi nhà"
section = "1.2"

[[anniversaries]]
name = "Ngày nhuận"
month = 2
day = 29

[[budget]]
text = "Quỹ hỗ trợ phát triển hợp tác xã của tỉnh"
section = "3"

[[activities]]
no = 1
section = "2.1"
name = "Trồng rừng ngập mặn"
title = "Tổ chức ngày hội trồng rừng ngập mặn"
lead = ["Phòng Kỹ thuật"]
coordinating = ["Đoàn Thanh niên"]
[activities.place]
text = "Bãi bồi Đất Mũi"
[[activities.times]]
text = "Ngày 5/6/2026"
kind = "on"
start = 2026-06-05
end = 2026-06-05

[[activities]]
no = 2
section = "2.2"
name = "Phiên chợ tôm cua"
title = "Mở phiên chợ tôm cua của các hợp tác xã"
lead = ["Ban Kinh doanh"]
[activities.participants]
text = "Hợp tác xã nuôi tôm, nuôi cua trong tỉnh"
[[activities.times]]
text = "Từ ngày 8/6/2026 đến ngày 10/6/2026"
kind = "range"
start = 2026-06-08
end = 2026-06-10
[[activities.content]]
text = "Bán tôm, cua tươi sống tại gian hàng chung"
[[activities.content]]
text = "Thi nấu ăn giữa các hợp tác xã"

[[activities]]
no = 3
section = "2.3"
name = "Cuộc thi ảnh Đất Mũi"
title = "Phát động cuộc thi ảnh về hợp tác xã ở Đất Mũi"
lead = ["Phòng Kỹ thuật"]
submits = true
award = "Mắt Biển"
[[activities.times]]
text = "Gửi ảnh trước ngày 1/5/2026"
kind = "deadline"
end = 2026-04-30

[[activities]]
no = 4
section = "2.4"
name = "Tập lái máy bay phun thuốc"
title = "Tập lái máy bay không người lái phun thuốc"
[[activities.times]]
text = "Đầu tháng 7/2026"
kind = "range"
start = 2026-07-01
end = 2026-07-10
"""
BOOK = Handbook.of(parse_plan(PLAN, id="ca-mau-2026", source="ca-mau-2026.toml"))
APRIL = datetime.date(2026, 4, 20)


def turn(text: str, today: datetime.date = APRIL) -> Turn:
    return ask(BOOK, text, today)


def told(text: str, today: datetime.date = APRIL) -> str:
    return plain(turn(text, today).reply.text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("khi nào trồng rừng?", "Trồng rừng ngập mặn: ngày 5/6/2026 (thứ Sáu). (Mục 2.1)"),
        ("trong rung ngap man o dau", "Trồng rừng ngập mặn – Địa điểm: Bãi bồi Đất Mũi. (Mục 2.1)"),
        (
            "ai phụ trách phiên chợ?",
            "Phiên chợ tôm cua – Đơn vị chủ trì: Ban Kinh doanh. (Mục 2.2)",
        ),
        (
            "đơn vị nào phối hợp trồng rừng",
            "Trồng rừng ngập mặn – Đơn vị phối hợp: Đoàn Thanh niên. (Mục 2.1)",
        ),
        (
            "phien cho tom cua ai tham gia",
            "Phiên chợ tôm cua – Thành phần: Hợp tác xã nuôi tôm, nuôi cua trong tỉnh. (Mục 2.2)",
        ),
        (
            "phiên chợ làm gì?",
            "Phiên chợ tôm cua (Mục 2.2):\n"
            "• Bán tôm, cua tươi sống tại gian hàng chung\n• Thi nấu ăn giữa các hợp tác xã",
        ),
        ("thi nấu ăn khi nào", "Phiên chợ tôm cua: từ ngày 8/6/2026 đến ngày 10/6/2026. (Mục 2.2)"),
        (
            "Cà Mau tháng 7 có gì?",
            "Từ 1/7/2026 đến 31/7/2026:\n"
            "• Tập lái máy bay phun thuốc: đầu tháng 7/2026 (khoảng 1–10/7/2026) (Mục 2.4)",
        ),
        (
            "hạn cuộc thi ảnh khi nào?",
            "Cuộc thi ảnh Đất Mũi: gửi ảnh trước ngày 1/5/2026, "
            "tức chậm nhất hết ngày 30/4/2026. (Mục 2.3)\nCòn 10 ngày nữa (tính đến 30/4/2026).",
        ),
        (
            "có những hoạt động gì",
            "Kế hoạch gồm 4 hoạt động (Mục 2):\n1. Trồng rừng ngập mặn\n2. Phiên chợ tôm cua\n"
            "3. Cuộc thi ảnh Đất Mũi\n4. Tập lái máy bay phun thuốc",
        ),
        (
            "phòng kỹ thuật làm những việc gì",
            "Phòng Kỹ thuật được giao:\n• Trồng rừng ngập mặn (Mục 2.1)\n"
            "• Cuộc thi ảnh Đất Mũi (Mục 2.3)",
        ),
        ("chủ đề là gì", "Chủ đề: “Nông sản sạch cho mọi nhà” (Mục 1.2)."),
        ("kinh phí lấy từ đâu", "Quỹ hỗ trợ phát triển hợp tác xã của tỉnh (Mục 3)."),
        ("giải thưởng gì", "Mắt Biển: Cuộc thi ảnh Đất Mũi (Mục 2.3)."),
        ("kế hoạch số mấy", "Kế hoạch số 12/KH-LM, không ghi ngày ban hành."),
        (
            "tuần lễ nông sản sạch diễn ra khi nào?",
            "Kế hoạch dành cho năm 2026 và không nêu một thời gian chung; "
            "các hoạt động diễn ra từ 5/6/2026 đến 10/7/2026.",
        ),
    ],
)
def test_it_is_asked_and_answers(text: str, answer: str) -> None:
    assert told(text) == answer


def test_its_deadlines_are_known() -> None:
    assert "chậm nhất hết ngày 30/4/2026" in told("hạn nộp hồ sơ khi nào?")
    assert told("các hạn chót") == told("hạn nộp hồ sơ khi nào?")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("thông điệp là gì", "Kế hoạch này không có phần đó."),
        ("căn cứ vào đâu", "Kế hoạch này không có phần đó."),
        ("ai ký kế hoạch", "Kế hoạch không nêu người ký."),
        ("đợt cao điểm khi nào", "Kế hoạch không nêu đợt cao điểm."),
        (
            "phiên chợ tôm cua ở đâu?",
            "Kế hoạch không nêu địa điểm của Phiên chợ tôm cua (Mục 2.2).",
        ),
    ],
)
def test_what_it_lacks_is_said_to_be_missing(text: str, answer: str) -> None:
    assert told(text) == answer


def test_the_awards_of_other_plans_are_not_its_own() -> None:
    assert told("CoopGold là gì").startswith(
        "Kế hoạch này không nêu CoopGold Awards; giải thưởng trong kế hoạch là Mắt Biển."
    )


def test_an_english_answer_falls_back_to_what_the_plan_says() -> None:
    answer = turn("what's on in June?")
    assert answer.language == "en"
    assert plain(answer.reply.text) == (
        "June (from 1/6/2026 to 30/6/2026):\n"
        "• Trồng rừng ngập mặn: ngày 5/6/2026 (Friday) (Section 2.1)\n"
        "• Phiên chợ tôm cua: từ ngày 8/6/2026 đến ngày 10/6/2026 (Section 2.2)"
    )


def test_it_speaks_of_no_campaign_but_its_own() -> None:
    for text in ("xin chào", "bạn làm được gì", "bạn là ai", "thời tiết thế nào", "asdf qwer"):
        assert "Nông sản sạch" in told(text)
        assert "Tháng hành động" not in told(text)


def test_it_ends_when_its_last_activity_has() -> None:
    after = datetime.date(2026, 7, 11)
    assert told("sắp tới có gì?", after).startswith("Kế hoạch năm 2026 đã kết thúc")
    assert told("sắp tới có gì?", datetime.date(2026, 7, 1)).startswith("Sắp tới:")


def test_a_leap_day_does_no_harm_in_a_common_year() -> None:
    assert "Ngày nhuận" not in told("tháng 2 có gì?")
    assert told("còn mấy ngày nữa đến ngày kỷ niệm?")


def test_without_any_day_it_names_none() -> None:
    bare = '\n[[activities]]\nno = 1\nsection = "1"\nname = "Đi chợ"\ntitle = "Đi chợ"\n'
    text = f'title = "Hội xuân"\nissuer = "Liên minh"\nyear = 2026\n{bare}'
    book = Handbook.of(parse_plan(text, id="hoi-xuan", source="hoi-xuan.toml"))
    for asked in ("hội xuân diễn ra khi nào?", "còn mấy ngày nữa đến hội xuân?"):
        answer = plain(ask(book, asked, APRIL).reply.text)
        assert answer == "Kế hoạch dành cho năm 2026 và không nêu thời gian cụ thể."


def test_how_many_years_a_day_has_been_kept_is_told_without_a_history() -> None:
    since = 'name = "Ngày nhuận"\nsince = 1946\nyears = 80\n'
    plan = PLAN.replace('name = "Ngày nhuận"\n', since)
    handbook = Handbook.of(parse_plan(plan, id="ca-mau", source="ca-mau"))
    said = ask(handbook, "kỷ niệm bao nhiêu năm", datetime.date(2026, 4, 21)).reply.text
    assert plain(said) == "29/2: Ngày nhuận – 80 năm."
