"""Themes, slogans and the time of the whole, in the ways in which plans list and wrap them."""

import pytest

from campaign.plan.model import Plan
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.texts import document_of

HEAD = """
LIÊN MINH HỢP TÁC XÃ TỈNH SÔNG XANH
Số: 12/KH-LMHTX
Sông Xanh, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Tổ chức Tháng hành động vì hợp tác xã năm 2024

"""
BODY = """
III. HOẠT ĐỘNG

1. Hội thao hợp tác xã

- Thời gian: ngày 10/4/2024.

- Đơn vị chủ trì: Văn phòng.
"""


def plan(section: str) -> Plan:
    return plan_of(read(document_of(HEAD + section + BODY)), "any")


def test_paragraphs_without_marks_head_the_theme_and_the_slogans() -> None:
    found = plan(
        "II. CHỦ ĐỀ VÀ THÔNG ĐIỆP\n\n"
        "Chủ đề của Tháng hành động: Cùng làm, cùng hưởng - Cùng vươn xa.\n\n"
        "Thông điệp truyền thông:\n\n"
        "- Vào hợp tác xã, khá nhà mình;\n- Mua chung, bán chung, lợi chung.\n"
    )
    assert found.theme
    assert found.theme.text == "Cùng làm, cùng hưởng - Cùng vươn xa"
    assert [fact.text for fact in found.slogans] == [
        "Vào hợp tác xã, khá nhà mình",
        "Mua chung, bán chung, lợi chung",
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_a_line_with_a_dash_goes_on_with_what_is_quoted(opening: str, closing: str) -> None:
    found = plan(
        "I. MỤC ĐÍCH\n\n"
        "Nâng cao nhận thức của cán bộ, thành viên\nvà người dân về vai trò của hợp tác xã.\n\n"
        "Chăm lo cho thành viên có hoàn cảnh khó\nkhăn trên địa bàn tỉnh.\n\n"
        "II. CHỦ ĐỀ\n\n"
        f"1. Chủ đề: {opening}Cả tỉnh cùng góp sức\n- Không hợp tác xã nào chậm bước{closing}.\n\n"
        "2. Thời gian: Từ ngày 01/4/2024 đến ngày 30/4/2024.\n"
    )
    assert found.theme
    assert found.theme.text == "Cả tỉnh cùng góp sức - Không hợp tác xã nào chậm bước"


def test_the_time_of_a_peak_month_is_a_peak() -> None:
    found = plan(
        "II. CHỦ ĐỀ VÀ THỜI GIAN THÁNG CAO ĐIỂM\n\n1. Chủ đề: “Cùng góp sức, cùng vươn xa”.\n\n"
        "2. Thời gian: Từ ngày 01/4/2024 đến ngày 30/4/2024.\n"
    )
    assert found.period
    assert found.period.peak
    assert (found.period.peak.start, found.period.peak.end) == (
        found.period.start,
        found.period.end,
    )
