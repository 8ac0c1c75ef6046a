"""What stands below an activity and belongs to it: who does what, its rounds, its sentences."""

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
    assert [str(time.start) for time in fair.times] == ["2024-04-06"]
    assert fair.lead == ("Văn phòng",)
    assert fair.coordinating == ("Ban Tuyên truyền", "Hội Nông dân xã An Bình")
    assert fair.place and fair.place.text == "Nhà văn hóa xã An Bình"
    assert sports.lead == ("Ban Tuyên truyền",)


def test_several_bullets_on_who_does_what_are_activities() -> None:
    found = activities(
        "1. Tuyên truyền\n"
        "- Văn phòng tổ chức thi viết về hợp tác xã trong tháng 3/2024; phối hợp: Báo Sông Xanh.\n"
        "- Ban Tuyên truyền tổ chức triển lãm ảnh trong tháng 4/2024; phối hợp: Bảo tàng tỉnh.\n"
    )
    assert [each.coordinating for each in found] == [("Báo Sông Xanh",), ("Bảo tàng tỉnh",)]
