"""What stands below an activity and belongs to it: who does what, its rounds, its sentences."""

import pytest

from tests.campaign.reader.bodies import activities

FAIR = """1. Phiên chợ nông sản (sáng ngày 06/4/2024)
- Bắt đầu lúc 7 giờ 30 tại Nhà văn hóa xã An Bình.
- Văn phòng tham mưu giấy mời, kịch bản; phối hợp: Ban Tuyên truyền, Hội Nông dân xã An Bình.
2. Hội thao
- Thời gian: ngày 10/4/2024.
- Đơn vị chủ trì: Ban Tuyên truyền.
"""


def test_a_bullet_on_who_does_what_is_no_activity_but_part_of_one() -> None:
    fair, sports = activities(FAIR)
    assert fair.name == "Phiên chợ nông sản"
    assert [(time.text, str(time.start)) for time in fair.times] == [
        ("7 giờ 30 sáng ngày 06/4/2024", "2024-04-06")
    ]
    assert fair.lead == ("Văn phòng",)
    assert fair.coordinating == ("Ban Tuyên truyền", "Hội Nông dân xã An Bình")
    assert fair.place
    assert fair.place.text == "Nhà văn hóa xã An Bình"
    assert sports.lead == ("Ban Tuyên truyền",)


def test_several_bullets_on_who_does_what_are_activities() -> None:
    found = activities(
        "1. Tuyên truyền\n"
        "- Văn phòng tổ chức thi viết về hợp tác xã trong tháng 3/2024; phối hợp: Báo Sông Xanh.\n"
        "- Ban Tuyên truyền tổ chức triển lãm ảnh trong tháng 4/2024; phối hợp: Bảo tàng tỉnh.\n"
    )
    assert [each.coordinating for each in found] == [("Báo Sông Xanh",), ("Bảo tàng tỉnh",)]


CLASSES = """1. Tập huấn kế toán cho hợp tác xã
a) Lớp thứ nhất: Ngày 14 tháng 3 năm 2024 tại Khu công nghiệp Bình Minh, 150 học viên.
b) Lớp thứ hai: Ngày 21 tháng 3 năm 2024 tại Trường Đại học Sông Xanh, 200 học viên.
- Cơ quan chủ trì: Văn phòng.
- Cơ quan phối hợp: Hội Nông dân tỉnh.
2. Hội thao
- Thời gian: ngày 10/4/2024.
- Đơn vị chủ trì: Ban Tuyên truyền.
"""


def test_classes_with_letters_are_rounds_of_the_activity_above_them() -> None:
    classes, _ = activities(CLASSES)
    assert classes.title == "Tập huấn kế toán cho hợp tác xã"
    assert [(time.scope, str(time.start)) for time in classes.times] == [
        ("Lớp thứ nhất", "2024-03-14"),
        ("Lớp thứ hai", "2024-03-21"),
    ]
    assert classes.place
    assert classes.place.text == (
        "Lớp thứ nhất: Khu công nghiệp Bình Minh; Lớp thứ hai: Trường Đại học Sông Xanh"
    )
    assert (classes.lead, classes.coordinating) == (("Văn phòng",), ("Hội Nông dân tỉnh",))
    assert [fact.text for fact in classes.content] == [
        "Lớp thứ nhất: Ngày 14 tháng 3 năm 2024 tại Khu công nghiệp Bình Minh, 150 học viên.",
        "Lớp thứ hai: Ngày 21 tháng 3 năm 2024 tại Trường Đại học Sông Xanh, 200 học viên.",
    ]


def test_rounds_with_labels_of_their_own_have_each_its_time_and_place() -> None:
    (contest,) = activities(
        "1. Hội thi giám đốc giỏi\n"
        "a) Vòng sơ khảo\n- Thời gian: ngày 06/4/2024.\n- Địa điểm: Nhà văn hóa xã An Bình.\n"
        "b) Vòng chung kết\n- Thời gian: ngày 20/4/2024.\n- Địa điểm: Hội trường Sở Công Thương.\n"
        "- Đơn vị chủ trì: Văn phòng.\n"
    )
    assert [(time.scope, time.text) for time in contest.times] == [
        ("Vòng sơ khảo", "ngày 06/4/2024"),
        ("Vòng chung kết", "ngày 20/4/2024"),
    ]
    assert contest.place
    assert contest.place.text == (
        "Vòng sơ khảo: Nhà văn hóa xã An Bình; Vòng chung kết: Hội trường Sở Công Thương"
    )
    assert contest.lead == ("Văn phòng",)


def test_a_number_to_reach_that_a_list_follows_is_kept() -> None:
    (found,) = activities(
        "1. Ngày hội hiến máu\n- Chỉ tiêu 1.200 đơn vị máu, chia hai đợt:\n"
        "+ Đợt 1: ngày 08/5 tại Trung tâm Văn hóa huyện Ba Sông (600 đơn vị);\n"
        "+ Đợt 2: ngày 19/5 tại Nhà thi đấu huyện Năm Cầu (600 đơn vị).\n"
        "- Đơn vị chủ trì: Văn phòng.\n"
    )
    assert found.content[0].text == "Chỉ tiêu 1.200 đơn vị máu, chia hai đợt"
    assert [(time.scope, time.text) for time in found.times] == [
        ("Đợt 1", "ngày 08/5"),
        ("Đợt 2", "ngày 19/5"),
    ]
    assert found.place
    assert found.place.text == (
        "Đợt 1: Trung tâm Văn hóa huyện Ba Sông; Đợt 2: Nhà thi đấu huyện Năm Cầu"
    )


def test_sentences_after_a_time_that_say_no_time_are_content() -> None:
    (found,) = activities(
        "1. Phiên chợ nhân đạo\n\nThời gian, địa điểm: Từ 16h đến 20h ngày 18/5/2024, sân Nhà Văn "
        "hóa xã An Bình. 500 hộ được phát phiếu mua hàng 400.000 đồng/hộ. Danh sách hộ gửi về "
        "Văn phòng, hạn cuối 06/5/2024. Chủ trì: Văn phòng."
    )
    assert [str(time.end) for time in found.times] == ["2024-05-18", "2024-05-06"]
    assert [fact.text for fact in found.content] == [
        "500 hộ được phát phiếu mua hàng 400.000 đồng/hộ"
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Thực hiện khi có nhà tài trợ", "conditional"),
        ("Thời gian, địa điểm tổ chức sẽ có thông báo sau", "conditional"),
        ("Thực hiện thường xuyên tại các xã", "ongoing"),
    ],
)
def test_a_sentence_says_when_where_no_day_is_named(sentence: str, kind: str) -> None:
    (found,) = activities(
        f"1. Tặng áo phao cho tàu cá\n\n{sentence}. Dự kiến 200 bộ. Văn phòng làm đầu mối."
    )
    assert [(time.text, time.kind) for time in found.times] == [(sentence, kind)]
