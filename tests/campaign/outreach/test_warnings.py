"""Announcements as offices write them, on Friday 8 March 2024, and what is doubtful in them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.messages import plain
from campaign.outreach.warnings import doubts, say_doubt
from campaign.zone import VIETNAM
from tests.campaign.talk.plans import handbook

NAM_DINH = handbook("nam-dinh-2024")
HAI_DUONG = handbook("hai-duong-2024")
NOW = datetime.datetime(2024, 3, 8, 16, 55, tzinfo=VIETNAM)

LAUNCH = (
    "kế hoạch ghi thời gian của Lễ phát động Tháng hành động vì HTX năm 2024 là "
    "dự kiến ngày 28/3/2024 (Thứ Năm)."
)
COOPGOLD = (
    "kế hoạch ghi thời gian của Tôn vinh HTX tiêu biểu, trao cúp vàng ngôi sao Việt Nam CoopGold "
    "Awards là hoàn thành trước 15/3/2024, tức chậm nhất hết ngày 14/3/2024."
)
SPORTS = "kế hoạch ghi thời gian của Văn nghệ, thể thao chào mừng Ngày HTX Việt Nam là "

DOUBTFUL: dict[str, list[str]] = {
    # a weekday that is not that of its date
    "Họp thứ Hai 18/3/2024 tại hội trường; lưu ý thứ Hai 29/3/2024": [
        "“thứ Hai 29/3/2024”: ngày 29/3/2024 là thứ Sáu."
    ],
    "Thứ Hai, ngày 22/3": ["“Thứ Hai, ngày 22/3”: ngày 22/3/2024 là thứ Sáu."],
    "8h00 ngày 15/3/2024 (thứ Năm)": ["“15/3/2024 (thứ Năm)”: ngày 15/3/2024 là thứ Sáu."],
    "Monday 29/3/2024": ["“Monday 29/3/2024”: ngày 29/3/2024 là thứ Sáu."],
    "Trước thứ hai 15/3/2024": ["“thứ hai 15/3/2024”: ngày 15/3/2024 là thứ Sáu."],
    "thu 2 ngay 22 thang 3 nam 2024": [
        "“thu 2 ngay 22 thang 3 nam 2024”: ngày 22/3/2024 là thứ Sáu."
    ],
    "Từ thứ Hai 25/3 đến thứ Năm 29/3": ["“thứ Năm 29/3”: ngày 29/3/2024 là thứ Sáu."],
    # a day that does not exist
    "Gửi danh sách trước 31/4.\nHọp ngày 30/2/2024.": [
        "“trước 31/4”: không có ngày này.",
        "“ngày 30/2/2024”: không có ngày này.",
    ],
    # a day of the past
    "Mời các HTX dự họp lúc 8h ngày 5/3/2024": ["“lúc 8h ngày 5/3/2024”: ngày này đã qua."],
    "Hạn gửi danh sách: trước 8/3": ["“trước 8/3”: ngày này đã qua."],
    "Họp lúc 8h ngày 15/3/2023": ["“lúc 8h ngày 15/3/2023”: ngày này đã qua."],
    # a day that is not the plan's
    "Lễ phát động diễn ra ngày 29/3/2024.": [f"“ngày 29/3/2024”: {LAUNCH}"],
    "LỄ PHÁT ĐỘNG THÁNG HÀNH ĐỘNG VÌ HTX\nThời gian: 8h ngày 29/3/2024\nĐịa điểm: Trụ sở": [
        f"“8h ngày 29/3/2024”: {LAUNCH}"
    ],
    "Kính mời dự Lễ phát động.\nVào lúc 8h ngày 29/3/2024, tại Trụ sở.": [
        f"“Vào lúc 8h ngày 29/3/2024”: {LAUNCH}"
    ],
    "Lễ phát động\nThời gian: 29/3/2024\nHạn đăng ký: 20/3/2024\nTrực ngày 27/3/2024": [
        f"“29/3/2024”: {LAUNCH}"
    ],
    "le phat dong to chuc ngay 29/3": [f"“ngay 29/3”: {LAUNCH}"],
    "Hạn nộp hồ sơ CoopGold là 20/3/2024": [f"“20/3/2024”: {COOPGOLD}"],
    "Nộp hồ sơ CoopGold trước 10/3/2024": [f"“trước 10/3/2024”: {COOPGOLD}"],
    "Nộp hồ sơ CoopGold trước ngày 16/3": [f"“trước ngày 16/3”: {COOPGOLD}"],
    "Nộp hồ sơ CoopGold chậm nhất 15/3": [f"“chậm nhất 15/3”: {COOPGOLD}"],
    "Hạn hồ sơ CoopGold: hết ngày 15/3/2024": [f"“hết ngày 15/3/2024”: {COOPGOLD}"],
    "Nộp hồ sơ CoopGold trong ngày 15/3": [f"“ngày 15/3”: {COOPGOLD}"],
    "Hạn hồ sơ CoopGold: 16/3": [f"“16/3”: {COOPGOLD}"],
    "Hội thao tổ chức ngày 12/5": [f"“ngày 12/5”: {SPORTS}trong tháng 4/2024."],
    "Lễ phát động ngày 28/3.\nHội thao ngày 12/5.": [f"“ngày 12/5”: {SPORTS}trong tháng 4/2024."],
}

SOUND = (
    "",
    "Kính gửi các HTX thành viên! Chúc mừng năm mới.",
    "Họp thứ Hai 18/3/2024, thứ Sáu ngày 29/3/2024 và 14h Chủ Nhật (31/3)",
    "thứ Bảy và Chủ Nhật 30-31/3",
    "Ngày 29/3, thứ Bảy 30/3",
    "Mùa thu 2/9",
    "Lễ phát động ngày 28/3/2024 (Thứ Năm)",
    "Lễ phát động ngày 28/3, đăng ký trước 20/3",
    "Đăng ký dự lễ phát động trước 20/3",
    "Họp chuẩn bị lễ phát động lúc 14h ngày 26/3",
    "Nộp hồ sơ CoopGold trước 15/3/2024",
    "Nộp hồ sơ CoopGold chậm nhất hết ngày 14/3/2024",
    "Hạn hồ sơ CoopGold: 15/3",
    "Hạn hồ sơ CoopGold: 14/3",
    "Đề nghị nộp hồ sơ CoopGold trước hạn 15/3/2024",
    "Nộp hồ sơ CoopGold từ 10/3 đến 14/3",
    "Lễ tôn vinh CoopGold ngày 11/4",
    "Lễ phát động và hội thao: 28/3 và 20/4",
    "Lễ phát động theo kế hoạch. Văn phòng trực Chủ nhật 10/3.",
    "Lễ phát động\nHạn: 20/3/2024",
    "Lễ phát động dời từ 28/3 sang 29/3/2024",
    "Lễ phát động, hội thao ngày 12/5",  # which of the two?
    "Hội thao ngày 20/4",
    "Tập huấn Luật HTX ngày 12/5",  # the plan has no day for it
    "Hội chợ xúc tiến thương mại ngày 2/9",  # all year
    "Họp mặt đối thoại ngày 25/10",  # "theo kế hoạch của UBND tỉnh"
    "Phát động phong trào thi đua, báo cáo trước 20/3",  # a verb, not the ceremony
    "Ngày 5/3 vừa qua, Liên minh đã tổ chức hội nghị",
    "Căn cứ Kế hoạch số 12/KH-LMHTX ngày 20/2/2024",
    "Nghị quyết số 20-NQ/TW ngày 16/6/2022",
    "Kỷ niệm 78 năm ngày 11/4/1946",
    "Số liệu tháng 2/2024 và quý IV/2023",
    "Nam Định, ngày 8 tháng 3 năm 2024\nLễ phát động sẽ diễn ra theo kế hoạch.",
    "Nam Định, ngày 27 tháng 02 năm 2024\nTHÔNG BÁO",
    "Thực hiện Kế hoạch số 15/KH-LMHTX của Liên minh Hợp tác xã Việt Nam ngày \n\n02/02/2024",
    "CV/ĐĐ ngày 01/3/2024 của Đảng đoàn Liên minh HTX Việt Nam",
    "Gọi 0912.345.678 hoặc đến số 12/4 đường Trần Phú",
)


def said(text: str) -> list[str]:
    return [plain(say_doubt(doubt, "vi")) for doubt in doubts(text, NAM_DINH, NOW)]


@pytest.mark.parametrize(("text", "warnings"), DOUBTFUL.items())
def test_what_is_doubtful_is_said(text: str, warnings: list[str]) -> None:
    assert said(text) == warnings


@pytest.mark.parametrize("text", SOUND)
def test_what_may_be_right_is_passed_over_in_silence(text: str) -> None:
    assert said(text) == []


def test_the_plan_of_the_campaign_counts() -> None:
    """Hải Dương has no deadline on 15/3, and calls the award otherwise."""
    text = "Nộp hồ sơ CoopGold trước 10/3/2024"

    assert doubts(text, HAI_DUONG, NOW) == ()


def test_what_is_wrong_twice_is_said_once() -> None:
    assert said("thứ Hai 22/3\nthứ Hai 22/3") == ["“thứ Hai 22/3”: ngày 22/3/2024 là thứ Sáu."]


def test_in_december_a_day_may_be_of_the_next_year() -> None:
    december = datetime.datetime(2023, 12, 27, 9, 0, tzinfo=VIETNAM)

    assert doubts("Lễ phát động ngày 28/3", NAM_DINH, december) == ()
    assert doubts("Họp thứ Hai 8/1", NAM_DINH, december) == ()


def test_doubts_are_said_in_english_too() -> None:
    text = "Lễ phát động thứ Hai 29/3/2024, không phải 31/2"

    assert [plain(say_doubt(doubt, "en")) for doubt in doubts(text, NAM_DINH, NOW)] == [
        "“thứ Hai 29/3/2024”: 29/3/2024 is a Friday.",
        "“31/2”: there is no such day.",
    ]


@given(st.text(max_size=80))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    found = doubts(f"Lễ phát động {text} 29/3/2024 {text}", NAM_DINH, NOW)
    assert len(set(found)) == len(found)
