"""Answers as a member reads them."""

import datetime
import re

import pytest

from campaign.messages import Bold, Button, Language, plain
from campaign.plan.toml import parse_plan
from campaign.talk.conversation import Turn, ask, show
from campaign.talk.handbook import Handbook
from campaign.talk.questions import Intent
from tests.campaign.talk.plans import handbook

TODAY = datetime.date(2024, 3, 8)
A_YEAR_LATER = datetime.date(2025, 3, 1)
NAM_DINH, HAI_DUONG = "nam-dinh-2024", "hai-duong-2024"
CITED = re.compile(r"\((?:Mục [IVX]+|phần |Section [IVX]+|“)")


def asked(campaign: str, text: str, today: datetime.date = TODAY) -> Turn:
    return ask(handbook(campaign), text, today)


def told(campaign: str, text: str, today: datetime.date = TODAY) -> str:
    return plain(asked(campaign, text, today).reply.text)


@pytest.mark.parametrize(
    "text",
    [
        "hội thao khi nào?", "hội thao ở đâu?", "ai phụ trách hội chợ?", "hội chợ có những ai dự?",
        "hội chợ làm gì?", "hội chợ", "đơn vị nào phối hợp tổ chức hội thao?", "mục III.4",
        "tên đầy đủ của hội thao", "11/4 có gì?", "sắp tới có gì", "các hạn chót",
        "có những hoạt động gì", "hạn gần nhất?",
        "còn mấy ngày nữa đến hội thao?", "còn mấy ngày nữa đến ngày HTX Việt Nam?",
        "chủ đề là gì", "thông điệp là gì", "kinh phí lấy ở đâu", "mục đích của kế hoạch",
        "yêu cầu khi tổ chức", "căn cứ vào văn bản nào", "nghị quyết 20 là gì", "giải thưởng gì",
        "Bác Hồ viết mấy bức thư", "tổ chức thực hiện thế nào", "kế hoạch gửi cho ai",
        "ai ký kế hoạch", "văn phòng làm những việc gì", "hoạt động nào kéo dài cả năm",
        "hội thao mấy giờ?", "when is the trade fair?", "what are the messages?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("campaign", [NAM_DINH, HAI_DUONG])
def test_a_factual_answer_names_its_section(campaign: str, text: str) -> None:
    assert CITED.search(told(campaign, text))


def test_a_section_without_a_number_is_named_as_the_document_does() -> None:
    assert told(NAM_DINH, "ai ký kế hoạch").endswith("(phần ký).")
    assert told(NAM_DINH, "nghị quyết 785").endswith("(phần Căn cứ).")
    assert told(NAM_DINH, "what is resolution 785?").endswith("(“Căn cứ” of the plan).")


def test_a_deadline_is_told_with_its_last_safe_day_and_the_days_left() -> None:
    answer = told(NAM_DINH, "hạn nộp hồ sơ CoopGold?")
    assert "trước 15/3/2024, tức chậm nhất hết ngày 14/3/2024" in answer
    assert "Còn 6 ngày nữa (tính đến 14/3/2024)." in answer
    assert "Hôm nay là ngày cuối." in told(NAM_DINH, "hạn CoopGold?", datetime.date(2024, 3, 14))
    assert "đã qua 1 ngày" in told(NAM_DINH, "hạn CoopGold?", datetime.date(2024, 3, 15))


def test_both_deadlines_for_dossiers_are_named_and_none_where_there_is_none() -> None:
    both = told(NAM_DINH, "hạn nộp hồ sơ khi nào?")
    assert both.count("chậm nhất hết ngày 14/3/2024") == 2
    assert "CoopGold Awards" in both
    assert "Thương hiệu quốc gia" in both
    assert told(HAI_DUONG, "hạn nộp hồ sơ khi nào?") == "Kế hoạch không nêu hạn nộp hồ sơ."


def test_the_award_of_another_plan_is_set_right() -> None:
    first, _, rest = told(HAI_DUONG, "CoopGold khi nào?").partition("\n")
    assert first == (
        "Kế hoạch này không nêu CoopGold Awards; giải thưởng trong kế hoạch là CoopStar Awards."
    )
    assert "07/4/2024 - 11/4/2024" in rest
    assert "giải thưởng trong kế hoạch là CoopGold Awards" in told(NAM_DINH, "sao vàng ở đâu?")
    assert "không nêu" not in told(NAM_DINH, "cúp vàng là gì?")


def test_a_time_is_never_more_exact_than_the_plan_has_it() -> None:
    assert told(NAM_DINH, "tập huấn khi nào?").startswith("Kế hoạch không nêu thời gian của")
    dialogue = told(NAM_DINH, "đối thoại ngày nào?")
    assert "dự kiến trung tuần tháng 10 năm 2024 (khoảng 11–20/10/2024)" in dialogue
    assert "Kế hoạch không nêu ngày cụ thể." in told(NAM_DINH, "hội thao ngày nào?")


def test_a_plan_without_a_period_invents_none() -> None:
    assert told(HAI_DUONG, "thời gian thực hiện kế hoạch?") == (
        "Kế hoạch dành cho năm 2024 và không nêu một thời gian chung; "
        "các hoạt động diễn ra từ 1/3/2024 đến 31/12/2024."
    )
    counted = told(HAI_DUONG, "còn bao nhiêu ngày nữa đến tháng hành động?")
    assert "1/1/2024" not in counted
    assert told(HAI_DUONG, "đợt cao điểm khi nào?") == "Kế hoạch không nêu đợt cao điểm."


def test_a_mistaken_day_is_set_right() -> None:
    assert told(NAM_DINH, "lễ phát động 30/3 đúng không?").startswith(
        "Không phải thứ Bảy, ngày 30/3/2024."
    )
    assert told(NAM_DINH, "lễ phát động 28/3 đúng không?").startswith("Đúng theo kế hoạch.")
    assert "ngày 31/2" in told(NAM_DINH, "31/2 có gì?").lower()


def test_what_the_plan_does_not_state_is_said_to_be_missing() -> None:
    hour = told(NAM_DINH, "lễ phát động mấy giờ?")
    assert hour.startswith("Kế hoạch không nêu giờ cụ thể của Lễ phát động")
    assert "28/3/2024" in hour
    assert "cán bộ Liên minh" in hour
    assert told(NAM_DINH, "hội thao ở đâu?").startswith("Kế hoạch không nêu địa điểm của")


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("lễ phát động khi nào?", "Hoạt động này đã qua."),
        ("hội chợ khi nào?", "Hoạt động này đã qua."),  # all of 2024
        ("đối thoại khi nào?", "Hoạt động này đã qua."),  # one of its times has no day
        ("hạn CoopGold?", "Hạn này đã qua 352 ngày."),
        ("các hạn chót", " – đã qua"),
        ("còn mấy ngày nữa đến hội thao?", "đã qua"),
        ("11/4/2024 có gì?", "đã kết thúc"),
        ("tháng này có gì?", "đã kết thúc"),
        ("sắp tới có gì?", "đã kết thúc"),
        ("lễ phát động ở đâu?", "đã kết thúc"),
        ("ai phụ trách hội thao?", "đã kết thúc"),
        ("hội chợ", "đã kết thúc"),
        ("có những hoạt động gì", "đã kết thúc"),
        ("đợt cao điểm khi nào?", "đã kết thúc"),
        ("văn phòng làm những việc gì", "đã kết thúc"),
        ("what was the fair about?", "has ended"),
    ],
)
def test_after_the_campaign_it_is_said_to_be_over(text: str, past: str) -> None:
    assert past in told(NAM_DINH, text, A_YEAR_LATER)
    assert past not in told(NAM_DINH, text, datetime.date(2024, 1, 2))


def test_another_year_than_the_plans_is_not_answered_from_it() -> None:
    answer = told(NAM_DINH, "11/4/2026 có gì?")
    assert answer.startswith("Kế hoạch này chỉ dành cho năm 2024, không có hoạt động nào")
    assert "•" not in answer


def test_names_stand_out_and_nothing_is_markup() -> None:
    runs = asked(NAM_DINH, "hội thao khi nào?").reply.text
    assert [run.text for run in runs if isinstance(run, Bold)] == [
        "Văn nghệ, thể thao chào mừng Ngày HTX Việt Nam"
    ]
    assert "<" not in plain(runs)


def test_which_activity_is_asked_back_with_a_button_for_each() -> None:
    reply = asked(NAM_DINH, "hội chợ hay hội thao khi nào?").reply
    assert plain(reply.text) == "Bạn muốn hỏi hoạt động nào?"
    assert [button for (button,) in reply.buttons] == [
        Button("4. Văn nghệ, thể thao chào mừng Ngày HTX V…", "pick:nam-dinh-2024:when:4"),
        Button("5. Hội chợ xúc tiến thương mại, kết nối ti…", "pick:nam-dinh-2024:when:5"),
    ]
    assert len(asked(NAM_DINH, "ở đâu?").reply.buttons) == 12


def test_a_button_asks_for_a_side_that_it_can_be_answered_with() -> None:
    reply = asked(NAM_DINH, "thăm hay khởi nghiệp có mấy đoàn?").reply
    assert [button.data for (button,) in reply.buttons] == [
        "pick:nam-dinh-2024:content:2",
        "pick:nam-dinh-2024:content:7",
    ]
    detail = show(handbook(NAM_DINH), Intent.DETAIL, TODAY, activity=4)  # an older button
    assert "cầu lông" in plain(detail.reply.text)


def test_the_list_can_be_leafed_through() -> None:
    book = handbook(HAI_DUONG)
    contents = show(book, Intent.OVERVIEW, TODAY).reply
    keys = [[button.data for button in row] for row in contents.buttons]
    assert keys == [[f"page:hai-duong-2024:{number}" for number in range(1, 6)]]
    pages = [show(book, Intent.OVERVIEW, TODAY, page=page).reply for page in (1, 3, 5)]
    labels = [[button.label for button in page.buttons[0]] for page in pages]
    assert labels == [["Danh sách", "›"], ["‹", "Danh sách", "›"], ["‹", "Danh sách"]]
    assert plain(pages[1].text).startswith("3. Diễn đàn HTX quốc gia")
    assert show(book, Intent.OVERVIEW, TODAY, page=99).reply == contents


def test_a_campaign_with_the_longest_name_fits_its_buttons() -> None:
    source = (f'[[activities]]\nno = {n}\nsection = "{n}"\nname = "Đi chợ"\ntitle = "Đi chợ {n}"\n'
              for n in range(1, 101))  # fmt: skip
    text = f'title = "Hội xuân"\nissuer = "Liên minh"\nyear = 2026\n{"".join(source)}'
    book = Handbook.of(parse_plan(text, id="x" * 40, source="x.toml"))
    which = ask(book, "đi chợ có những ai tham gia?", TODAY).reply
    rows = [*which.buttons, *show(book, Intent.OVERVIEW, TODAY).reply.buttons]
    assert max(len(button.data.encode()) for row in rows for button in row) in range(50, 65)


def test_the_whole_answer_is_in_one_language() -> None:
    def answer(language: Language) -> str:
        turn = ask(handbook(NAM_DINH), "ai phụ trách hội thao?", TODAY, language=language)
        return plain(turn.reply.text)

    assert answer("vi") == (
        "Văn nghệ, thể thao chào mừng Ngày HTX Việt Nam – Đơn vị tham mưu: Văn phòng. (Mục III.4)"
    )
    assert answer("en") == (
        "Arts and sports to celebrate Vietnam Cooperatives Day"
        " – Lead unit: the Office. (Section III.4)"
    )
