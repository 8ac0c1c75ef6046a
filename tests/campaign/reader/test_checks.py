"""Contradictions and gaps of a plan document are told with their line."""

from campaign.reader.checks import Code
from campaign.reader.reading import read
from campaign.reader.sentences import told
from campaign.reader.texts import document_of

HEAD = """LIÊN MINH HỢP TÁC XÃ TỈNH CAO BẰNG
Số: 7/KH-LMHTX
Cao Bằng, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Tháng hành động vì Hợp tác xã năm 2025

I. MỤC ĐÍCH
- Phổ biến Luật Hợp tác xã năm 2023.

II. NỘI DUNG
"""
END = """
Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Hoàng Văn A
"""


def problems(items: str) -> list[tuple[Code, int | None, str]]:
    found = read(document_of(HEAD + items + END))
    return [(each.code, each.line, told(each, "vi")) for each in found.problems]


def test_a_plan_in_order_has_no_problem() -> None:
    items = "1. Hội thao\n- Thời gian: Ngày 11/4/2025 (thứ Sáu)\n- Chủ trì: Văn phòng\n"
    assert problems(items) == []


def test_a_weekday_that_is_not_the_dates_is_told() -> None:
    items = "1. Hội thao\n- Thời gian: Thứ Năm, ngày 11/4/2025\n- Chủ trì: Văn phòng\n"
    assert problems(items) == [
        ("wrong_weekday", 13, "“Thứ Năm, ngày 11/4/2025”: ngày 11/4/2025 là thứ Sáu.")
    ]


def test_gaps_of_an_activity_are_told() -> None:
    items = "1. Hội thao\n- Nội dung: Kéo co.\n- Địa điểm: Sân vận động\n"
    assert problems(items) == [
        ("no_time", 12, "Hoạt động “Hội thao” không có thời gian."),
        ("no_lead", 12, "Hoạt động “Hội thao” không ghi đơn vị chủ trì."),
    ]


def test_a_deadline_before_the_plans_own_date_is_told() -> None:
    items = "1. Xét chọn sản phẩm\n- Thời gian: Hoàn thành trước 05/3/2025\n- Chủ trì: Văn phòng\n"
    assert problems(items) == [
        (
            "early_deadline",
            13,
            "Hạn của “Xét chọn sản phẩm” là 4/3/2025, trước ngày ban hành 10/3/2025.",
        )
    ]


def test_two_activities_of_one_name_are_told() -> None:
    one = "{}. Hội nghị\n- Thời gian: Tháng 5/2025\n- Chủ trì: Văn phòng\n"
    assert problems(one.format(1) + one.format(2)) == [
        ("same_name", 15, "Hai hoạt động cùng tên “Hội nghị”; hoạt động kia ở dòng 12.")
    ]


def test_a_law_with_two_years_is_told() -> None:
    items = "1. Tập huấn Luật HTX năm 2012\n- Thời gian: Tháng 5/2025\n- Chủ trì: Văn phòng\n"
    assert problems(items) == [
        ("two_laws", 12, "Luật HTX được nhắc với hai năm: 2012 ở đây và 2023 ở dòng 9.")
    ]


def test_a_day_that_does_not_exist_is_told() -> None:
    items = "1. Hội thao\n- Thời gian: Ngày 31/4/2025\n- Chủ trì: Văn phòng\n"
    assert [code for code, _, _ in problems(items)] == ["unread_time", "no_such_day"]


def test_what_the_heading_lacks_is_told() -> None:
    found = read(document_of("1. Hội thao\n- Thời gian: Tháng 5/2025\n- Chủ trì: Văn phòng\n"))
    assert [each.code for each in found.problems] == [
        "no_title",
        "no_issuer",
        "no_number",
        "no_date",
        "no_signer",
    ]
