"""Units that a plan names elsewhere than in the activity, or under a short form."""

import pytest

from tests.campaign.reader.bodies import activities, plan

BODY = (
    "A. TUYÊN TRUYỀN\n1. Cuộc thi viết\nNhận bài đến hết ngày 15/4/2024.\n"
    "2. Chuyên mục xã viên\nPhát từ ngày 25/3/2024.\n"
    "B. HƯỚNG VỀ CƠ SỞ\n1. Lễ phát động Tháng hành động\n- Thời gian: tháng 4/2024.\n"
    "2. Hội nghị gặp gỡ, đối thoại với xã viên\n- Thời gian: tháng 4/2024.\n"
    "3. Ngày thứ bảy cùng HTX\n- Thời gian: tháng 5/2024.\n- Chủ trì: Ban Kinh tế.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n"
)


def test_who_leads_may_be_said_at_the_end_only() -> None:
    found = activities(
        f"{BODY}1. Văn phòng: chủ trì Lễ phát động; dự toán kinh phí trước ngày 08/3/2024.\n"
        "2. Phòng Tuyên truyền (viết tắt là P.TT): chủ trì toàn bộ các hoạt động của nhóm A; "
        "phối hợp với Văn phòng tổ chức Lễ phát động.\n"
        "3. Phòng Chính sách: chủ trì Hội nghị gặp gỡ, đối thoại và Ngày thứ bảy cùng HTX; "
        "Đoàn thanh niên cơ quan phối hợp Hội nghị gặp gỡ.\n"
    )
    assert [(each.lead, each.coordinating) for each in found] == [
        (("Phòng Tuyên truyền (P.TT)",), ()),
        (("Phòng Tuyên truyền (P.TT)",), ()),
        (("Văn phòng",), ("Phòng Tuyên truyền (P.TT)",)),
        (("Phòng Chính sách",), ("Đoàn thanh niên cơ quan",)),
        (("Ban Kinh tế",), ()),
    ]


def test_words_that_several_activities_share_give_it_to_none() -> None:
    found = activities(f"{BODY}1. Văn phòng: chủ trì tổ chức các hoạt động, xã viên tham gia.\n")
    assert [each.lead for each in found] == [(), (), (), (), ("Ban Kinh tế",)]


def test_a_short_form_stands_for_the_unit_wherever_it_is_used() -> None:
    found = plan(
        "1. Lớp kế toán\n- Thời gian: tháng 4/2024.\n- Chủ trì: Phòng Đào tạo (viết tắt là P.ĐT).\n"
        "2. Lớp bán hàng\n- Thời gian: tháng 5/2024.\n- Chủ trì: P.ĐT; phối hợp: Tỉnh đoàn."
    )
    assert [each.lead for each in found.activities] == [("Phòng Đào tạo (P.ĐT)",)] * 2
    assert [(unit.name, unit.aliases) for unit in found.units] == [
        ("Phòng Đào tạo (P.ĐT)", ("Phòng Đào tạo", "P.ĐT")),
        ("Tỉnh đoàn", ()),
    ]


@pytest.mark.parametrize(
    ("sentences", "lead", "coordinating"),
    [
        (
            "Dự kiến đầu tháng 3/2024, do Ban Gia đình - Xã hội phụ trách.",
            ["Ban Gia đình - Xã hội"],
            [],
        ),
        ("Mặc áo dài từ ngày 01/3/2024. Các cấp Hội thực hiện.", ["Các cấp Hội"], []),
        ("Làm thường xuyên. Phòng Văn hóa - Xã hội đảm nhiệm.", ["Phòng Văn hóa - Xã hội"], []),
        ("Ngày 20/4/2024. Nhà văn hóa Lao động chủ trì tổ chức.", ["Nhà văn hóa Lao động"], []),
        ("Giao Phòng Thương mại hướng dẫn doanh nghiệp đăng ký.", ["Phòng Thương mại"], []),
        ("Đề nghị Cục Thuế tỉnh chủ trì kiểm tra hàng giả.", ["Cục Thuế tỉnh"], []),
        ("Ngày 5/4/2024, giao Đoàn xã chủ trì, Công an xã dẫn đường.", ["Đoàn xã"], ["Công an xã"]),
        (
            "Công đoàn tỉnh phối hợp với Sở Nội vụ tổ chức vào ngày 26/4/2024. "
            "Ban Pháp luật chịu trách nhiệm nội dung, Văn phòng lo hậu cần.",
            ["Công đoàn tỉnh", "Ban Pháp luật"],
            ["Sở Nội vụ", "Văn phòng"],
        ),
        ("Các công đoàn tặng quà từ ngày 01/5/2024.", ["Các công đoàn"], []),
        ("Các tổ tự tổ chức dọn vệ sinh, do xã phụ trách chung.", ["Các tổ"], []),
    ],
)
def test_who_leads_is_told_in_sentences(
    sentences: str, lead: list[str], coordinating: list[str]
) -> None:
    (only, _) = activities(f"1. Một hoạt động\n{sentences}\n2. Việc khác\n- Thời gian: 01/6/2024.")
    assert (list(only.lead), list(only.coordinating)) == (lead, coordinating)
