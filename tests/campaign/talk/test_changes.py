"""What members are told after staff changed something in mid-campaign."""

import datetime

import pytest

from campaign.messages import plain
from campaign.plan.changes import Change, ChangeKind, amended
from campaign.plan.model import Activity, Fact, Plan, Time
from campaign.talk.conversation import ask
from campaign.talk.handbook import Handbook

TODAY = datetime.date(2024, 3, 21)
SAID = datetime.date(2024, 3, 20)


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2024, month, number)


def on(month: int, number: int, *, tentative: bool = False) -> Time:
    date = day(month, number)
    text = f"ngày {number}/{month}/2024"
    return Time(text=text, kind="on", start=date, end=date, tentative=tentative)


PLAN = Plan(
    id="song-xanh-2024",
    title="Tháng hành động",
    issuer="Liên minh HTX tỉnh Sông Xanh",
    year=2024,
    activities=(
        Activity(
            no=1,
            section="III.1",
            name="Hội thảo chuyển đổi số",
            title="Hội thảo chuyển đổi số",
            times=(on(3, 28, tentative=True),),
            place=Fact(text="Nhà văn hóa Bến Đò", section="III.1"),
        ),
        Activity(
            no=2, section="III.2", name="Hội thao", title="Tổ chức hội thao", times=(on(4, 20),)
        ),
        Activity(
            no=3,
            section="III.3",
            name="Xét giải Hạt vàng",
            title="Xét giải Hạt vàng",
            times=(Time(text="trước 15/4/2024", kind="deadline", end=day(4, 14)),),
            submits=True,
        ),
        Activity(no=4, section="III.4", name="Thi ảnh", title="Thi ảnh đẹp"),
    ),
)


def changed(no: int, kind: ChangeKind, value: str = "", part: int = 0) -> Change:
    return Change(no, PLAN.activities[no - 1].title, kind, value, SAID, part)


def answer(question: str, *changes: Change, today: datetime.date = TODAY) -> str:
    handbook = Handbook.of(amended(PLAN, changes))
    return plain(ask(handbook, question, today).reply.text)


def test_a_confirmed_date_stands_beside_the_tentative_one() -> None:
    told = answer(
        "hội thảo chuyển đổi số khi nào?",
        changed(1, "confirmed", "2024-03-28T08:00"),
        changed(1, "place", "Hội trường A"),
    )

    assert (
        "kế hoạch: dự kiến ngày 28/3/2024 (thứ Năm); "
        "cập nhật 20/3/2024: chốt 8h ngày 28/3/2024 (thứ Năm)"
    ) in told


def test_the_time_of_day_is_told_once_it_is_known() -> None:
    assert "không nêu giờ" in answer("hội thảo chuyển đổi số lúc mấy giờ?")

    told = answer(
        "hội thảo chuyển đổi số lúc mấy giờ?", changed(1, "confirmed", "2024-03-28T08:00")
    )
    assert "8h ngày 28/3/2024" in told
    assert "không nêu" not in told


def test_a_moved_activity_is_found_on_its_new_day_alone() -> None:
    moved = changed(2, "time", "2024-04-27/2024-04-28")

    assert "Hội thao" not in answer("20/4 có gì?", moved)
    told = answer("27/4 có gì?", moved)
    assert (
        "kế hoạch: ngày 20/4/2024 (thứ Bảy); cập nhật 20/3/2024: chuyển sang từ ngày 27/4" in told
    )
    assert "còn 37 ngày" in answer("còn bao lâu nữa đến hội thao?", moved)


def test_an_extended_deadline_is_counted_to_its_new_day() -> None:
    told = answer("hạn nộp hồ sơ khi nào?", changed(3, "time", "../2024-04-20T17:00"))

    assert "kế hoạch: trước 15/4/2024" in told
    assert "cập nhật 20/3/2024: chuyển sang chậm nhất 17h ngày 20/4/2024" in told
    assert "còn 30 ngày" in told


def test_a_time_is_given_where_the_plan_states_none() -> None:
    assert "không nêu thời gian" in answer("thi ảnh khi nào?")

    told = answer("thi ảnh khi nào?", changed(4, "time", "2024-05-02"))
    assert "kế hoạch: không nêu; cập nhật 20/3/2024: chuyển sang ngày 2/5/2024" in told


def test_the_plans_place_stands_beside_the_new_one() -> None:
    told = answer("hội thảo chuyển đổi số ở đâu?", changed(1, "place", "Hội trường A"))

    assert "kế hoạch: Nhà văn hóa Bến Đò; cập nhật 20/3/2024: Hội trường A" in told


@pytest.mark.parametrize(
    "question",
    [
        "hội thao khi nào?",
        "20/4 có gì?",
        "hội thao ở đâu?",
        "còn bao nhiêu ngày đến hội thao?",
        "hội thao",
        "có những hoạt động gì?",
        "sắp tới có gì?",
        "hội thao số điện thoại nào?",
        "hoi thao con to chuc khong?",
    ],
)
def test_a_cancelled_activity_is_said_to_be_cancelled_wherever_it_comes_up(question: str) -> None:
    told = answer(question, changed(2, "cancelled"))

    assert "đã hủy" in told
    assert "không nêu thời gian" not in told


def test_a_cancelled_deadline_is_none() -> None:
    told = answer("hạn nộp hồ sơ khi nào?", changed(3, "cancelled"))

    assert "đã hủy (cập nhật 20/3/2024); kế hoạch: trước 15/4/2024" in told
    assert "còn" not in told


def test_what_has_no_time_and_what_is_cancelled_are_different_things() -> None:
    told = answer("hoạt động nào chưa có thời gian?", changed(2, "cancelled"))

    assert "Thi ảnh" in told
    assert "Hội thao" not in told


@pytest.mark.parametrize(
    "question",
    ["số điện thoại liên hệ hội thao?", "hotline hội thao", "số điện thoại liên hệ là gì?"],
)
def test_a_phone_number_is_told_once_staff_gave_one(question: str) -> None:
    assert "không nêu số điện thoại" in answer(question)

    told = answer(question, changed(2, "phone", "0912 345 678"))
    assert "Số điện thoại: 0912 345 678 (cập nhật 20/3/2024)" in told
    assert "không nêu" not in told


def test_the_number_alone_is_told_where_the_activity_has_other_content() -> None:
    dossier, phone = changed(2, "dossier", "đơn"), changed(2, "phone", "0912 345 678")
    told = answer("xin số điện thoại hỏi về hội thao", dossier, phone)

    assert told.splitlines() == [
        "Hội thao: Số điện thoại: 0912 345 678 (cập nhật 20/3/2024). (Mục III.2)"
    ]


@pytest.mark.parametrize("question", ["hồ sơ hạt vàng gồm những gì?", "cần giấy tờ gì?"])
def test_what_the_dossier_contains_is_told_once_staff_said_it(question: str) -> None:
    told = answer(question, changed(3, "dossier", "đơn, báo cáo, 3 ảnh"))

    assert "Hồ sơ gồm: đơn, báo cáo, 3 ảnh (cập nhật 20/3/2024)" in told


def test_a_correction_stands_under_whatever_is_told_of_the_activity() -> None:
    corrections = [
        changed(2, "correction", "thi cả kéo co"),
        changed(2, "correction", "không thu lệ phí"),
    ]
    for question in ("hội thao khi nào?", "hội thao ở đâu?", "ai phụ trách hội thao?"):
        told = answer(question, *corrections)

        assert told.count("Đính chính: thi cả kéo co (cập nhật 20/3/2024)") == 1
        assert told.count("Đính chính: không thu lệ phí (cập nhật 20/3/2024)") == 1
    assert "Đính chính" not in answer("thi ảnh khi nào?", *corrections)


def test_another_name_is_understood() -> None:
    question = "ngày vui khỏe tổ chức khi nào?"
    assert "20/4/2024" not in answer(question)

    assert "20/4/2024" in answer(question, changed(2, "alias", "ngày vui khỏe"))


def test_of_several_changes_the_last_one_counts() -> None:
    told = answer(
        "hội thao khi nào?", changed(2, "time", "2024-04-27"), changed(2, "time", "2024-05-04")
    )

    assert "kế hoạch: ngày 20/4/2024 (thứ Bảy); cập nhật 20/3/2024: chuyển sang ngày 4/5" in told
    assert "27/4" not in told


def test_a_claim_is_measured_by_the_newest_time() -> None:
    moved = changed(2, "time", "2024-04-27")

    assert "Đúng theo cập nhật mới nhất" in answer("hội thao là ngày 27/4 phải không?", moved)
    assert "Không phải" in answer("hội thao là ngày 20/4 phải không?", moved)


def test_english_speakers_are_told_both_as_well() -> None:
    moved = amended(PLAN, [changed(2, "time", "2024-04-27T08:30")])
    told = plain(ask(Handbook.of(moved), "hội thao khi nào?", TODAY, language="en").reply.text)

    assert "plan: ngày 20/4/2024 (Saturday)" in told
    assert "updated 20/3/2024: moved to 8:30 on 27/4/2024 (Saturday)" in told


def test_a_campaign_whose_last_activities_are_cancelled_ends_earlier() -> None:
    cancelled = [changed(no, "cancelled") for no in (2, 3, 4)]

    assert "đã kết thúc" not in answer("hội thảo chuyển đổi số", changed(1, "cancelled"))
    assert "đã kết thúc" in answer("hội thảo chuyển đổi số", *cancelled, today=day(4, 1))


def test_a_campaign_of_which_everything_is_cancelled_says_so() -> None:
    told = answer("có những hoạt động gì?", *(changed(no, "cancelled") for no in (1, 2, 3, 4)))

    assert told.count("đã hủy") == len(PLAN.activities)


@pytest.mark.parametrize(
    "question",
    [
        "hội thao có bị hoãn không?",
        "hoi thao co doi ngay k",
        "hội thao chốt chưa?",
        "Has hội thao been postponed?",
    ],
)
def test_who_asks_whether_it_was_moved_is_told_both_times(question: str) -> None:
    told = answer(question, changed(2, "time", "2024-04-27"))

    assert "20/4/2024" in told
    assert "27/4/2024" in told


@pytest.mark.parametrize(
    "question",
    ["kế hoạch có gì thay đổi không?", "co cap nhat gi moi k", "có thay đổi gì không?"],
)
def test_all_changes_can_be_asked_for(question: str) -> None:
    told = answer(
        question,
        changed(1, "place", "Hội trường A"),
        changed(2, "cancelled"),
        changed(3, "time", "../2024-04-20"),
        changed(3, "alias", "giải vàng"),
    )

    assert told.splitlines() == [
        "Những gì đã thay đổi so với kế hoạch:",
        "• Hội thảo chuyển đổi số – Địa điểm: kế hoạch: Nhà văn hóa Bến Đò; "
        "cập nhật 20/3/2024: Hội trường A. (Mục III.1)",
        "• Hội thao: đã hủy (cập nhật 20/3/2024); kế hoạch: ngày 20/4/2024 (thứ Bảy). (Mục III.2)",
        "• Xét giải Hạt vàng: kế hoạch: trước 15/4/2024, tức chậm nhất hết ngày 14/4/2024; "
        "cập nhật 20/3/2024: chuyển sang chậm nhất hết ngày 20/4/2024. (Mục III.3)",
    ]
    assert "chưa có thay đổi nào" in answer(question)
