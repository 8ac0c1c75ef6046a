"""Units that a plan names elsewhere than in the activity, or under a short form."""

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
