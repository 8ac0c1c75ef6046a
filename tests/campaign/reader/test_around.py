"""What stands around the activities: the documents that a plan rests on, and who gets it."""

from campaign.plan.model import Plan
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.texts import document_of

HEAD = """
LIÊN MINH HTX TỈNH SÔNG XANH
Số: 12/KH-LMHTX
Sông Xanh, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Tổ chức Tháng hành động vì hợp tác xã năm 2024

"""
BODY = """
I. NỘI DUNG HOẠT ĐỘNG
1. Lễ phát động Tháng hành động
- Thời gian: ngày 12/4/2024.
- Địa điểm: Nhà văn hóa Bến Đò.
- Đơn vị chủ trì: Phòng Phong trào.
2. Tổ chức các lớp bồi dưỡng cán bộ
- Nội dung, đối tượng:
+ Tìm hiểu Luật Hợp tác xã: kế toán, giám đốc.
- Đơn vị chủ trì: Văn phòng.

Nơi nhận:
"""
END = "- Lưu: VT.\n\nCHỦ TỊCH\n\nNguyễn Văn B\n"


def plan(preamble: str = "", recipients: str = "") -> Plan:
    return plan_of(read(document_of(f"{HEAD}{preamble}\n{BODY}{recipients}\n{END}")), "any")


def test_documents_in_one_paragraph_are_told_apart() -> None:
    found = plan(
        "Thực hiện Nghị quyết Hội nghị lần thứ hai (Nghị quyết số 7-NQ/TW ngày 16/6/2022), "
        "Luật Hợp tác xã năm 2023, Nghị quyết số 08/NQ-CP ngày 02/02/2023 của Chính phủ ban hành "
        "Chương trình thực hiện Nghị quyết số 7-NQ/TW; Công văn số 31-CV/ĐĐ ngày 01/3/2024."
    ).bases
    assert [each.number for each in found] == ["7-NQ/TW", None, "08/NQ-CP", "31-CV/ĐĐ"]
    assert found[2].issuer == "Chính phủ"
    assert found[2].date is not None
    assert found[2].date.isoformat() == "2023-02-02"


def test_two_documents_with_and_between_them_are_two() -> None:
    found = plan(
        "Thực hiện Chỉ thị số 43-CT/TW ngày 08/6/2010 của Ban Bí thư và Hướng dẫn số 12/HD-LM ngày "
        "15/01/2024 của Liên minh Hợp tác xã Việt Nam."
    ).bases
    assert [(each.number, each.issuer) for each in found] == [
        ("43-CT/TW", "Ban Bí thư"),
        ("12/HD-LM", "Liên minh Hợp tác xã Việt Nam"),
    ]


def test_what_the_office_then_does_is_no_part_of_a_document() -> None:
    (only,) = plan(
        "Căn cứ Kế hoạch số 70/KH-LM ngày 07/02/2024 của Liên minh Hợp tác xã Việt Nam, "
        "Liên minh HTX tỉnh Sông Xanh xây dựng kế hoạch Tháng hành động như sau:"
    ).bases
    assert only.text == "Kế hoạch số 70/KH-LM ngày 07/02/2024 của Liên minh Hợp tác xã Việt Nam"


def test_what_recipients_get_it_for_is_left_out() -> None:
    found = plan(recipients="- UBND tỉnh; để báo cáo\n- Các phòng, ban; để thực hiện\n")
    assert [each.text for each in found.recipients][:2] == ["UBND tỉnh", "Các phòng, ban"]


def test_people_among_the_recipients_are_known_with_their_office() -> None:
    found = plan(
        recipients="- Đ/c Trần Văn C - PCT UBND tỉnh;\n"
        "- Đồng chí Lê Thị D, PCT TT UBND tỉnh,          để\n"
        "Trưởng ban chỉ đạo phát triển KTTT tỉnh;           báo cáo\n"
        "- Các đ/c thành viên BCĐ;"
    )
    assert [(each.name, each.role) for each in found.people] == [
        ("Trần Văn C", "PCT UBND tỉnh"),
        ("Lê Thị D", "PCT TT UBND tỉnh, Trưởng ban chỉ đạo phát triển KTTT tỉnh"),
    ]
    assert [each.text for each in found.recipients][2:] == ["Các đ/c thành viên BCĐ", "Lưu: VT"]
    assert found.signer is not None
    assert found.signer.name == "Nguyễn Văn B"


def test_a_label_of_content_and_participants_tells_both() -> None:
    training = plan().activities[1]
    assert training.participants is not None
    assert "kế toán" in training.participants.text
    assert any("Luật Hợp tác xã" in each.text for each in training.content)


def test_what_an_activity_tells_of_the_past_answers_questions_about_it() -> None:
    found = plan(
        "I. TUYÊN TRUYỀN\n1. Truyền thông\n- Thời gian: cả năm 2024.\n- Nội dung:\n"
        "+ Ý nghĩa của hai bức thư của Chủ tịch Hồ Chí Minh;\n+ Vai trò của hợp tác xã.\n"
    )
    assert [each.text for each in found.history] == [
        "Ý nghĩa của hai bức thư của Chủ tịch Hồ Chí Minh"
    ]


def test_an_office_of_the_province_is_named_with_it() -> None:
    head = "UBND TỈNH SÔNG XANH\nLIÊN MINH HỢP TÁC XÃ TỈNH\n"
    text = HEAD.replace("LIÊN MINH HTX TỈNH SÔNG XANH\n", head) + BODY + END
    found = plan_of(read(document_of(text)), "any")
    assert found.issuer.endswith(" tỉnh Sông Xanh")
    assert found.issuer.lower() == "liên minh hợp tác xã tỉnh sông xanh"
