"""Activities in several parts, tasks in running text, and tables that part their rows by day."""

import pytest

from campaign.plan.model import Activity
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.sessions import places, sessions
from campaign.reader.texts import document_of
from campaign.reader.units import task_of

HEAD = """
LIÊN MINH HTX TỈNH SÔNG XANH
Số: 12/KH-LMHTX
Sông Xanh, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Tổ chức các lớp bồi dưỡng năm 2024

I. NỘI DUNG HOẠT ĐỘNG
"""


def activities(text: str) -> tuple[Activity, ...]:
    return plan_of(read(document_of(HEAD + text)), "any").activities


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lớp 1: ngày 5/3; Lớp 2: ngày 9/3", [("Lớp 1", "ngày 5/3"), ("Lớp 2", "ngày 9/3")]),
        (
            "đợt 1 trong tháng 4, đợt 2 trong tháng 8",
            [("Đợt 1", "trong tháng 4"), ("Đợt 2", "trong tháng 8")],
        ),
        ("Vòng loại: ngày 5/4", [("Vòng loại", "ngày 5/4")]),
        ("Trong tháng 4, gồm 2 lớp", [("", "Trong tháng 4, gồm 2 lớp")]),
        ("Từ ngày 5/3 đến ngày 9/3", [("", "Từ ngày 5/3 đến ngày 9/3")]),
    ],
)
def test_the_parts_of_an_activity_are_told_apart(text: str, parts: list[tuple[str, str]]) -> None:
    assert sessions(text) == parts


def test_each_part_has_its_place() -> None:
    assert places(["Lớp 1: ngày 5/3, tại xã An Bình; Lớp 2: ngày 9/3, tại xã Hòa Bình"]) == (
        "Lớp 1: xã An Bình; Lớp 2: xã Hòa Bình"
    )
    assert places(["8h ngày 5/6, tại hội trường A"]) == "tại hội trường A"


def test_classes_in_one_label_have_a_time_and_a_place_each() -> None:
    (found,) = activities(
        "1. Bồi dưỡng kế toán hợp tác xã\n"
        "- Thời gian, địa điểm: Lớp 1 từ ngày 5/3 đến 8/3/2024 tại huyện Ba Sông; "
        "Lớp 2 từ ngày 12/3 đến 15/3/2024 tại huyện Năm Cầu.\n"
        "- Đơn vị chủ trì: Văn phòng.\n"
    )
    assert [(t.scope, t.start and t.start.day) for t in found.times] == [
        ("Lớp 1", 5),
        ("Lớp 2", 12),
    ]
    assert found.place is not None
    assert found.place.text == "Lớp 1: huyện Ba Sông; Lớp 2: huyện Năm Cầu"


def test_sentences_say_when_where_and_who() -> None:
    (found,) = activities(
        "1. Phiên chợ nông sản\n"
        "Phiên chợ diễn ra từ ngày 10 đến ngày 12/4/2024 tại Công viên Bờ Sông. Khách mời gồm "
        "lãnh đạo tỉnh, 20 giám đốc hợp tác xã. Văn phòng chủ trì, phối hợp với Phòng Phong trào "
        "chuẩn bị gian hàng.\n"
    )
    assert found.place is not None
    assert found.participants is not None
    assert found.place.text == "Công viên Bờ Sông"
    assert found.participants.text == "lãnh đạo tỉnh, 20 giám đốc hợp tác xã"
    assert (found.lead, found.coordinating) == (("Văn phòng",), ("Phòng Phong trào",))


def test_a_day_of_the_week_is_no_day() -> None:
    (found,) = activities(
        "1. Chợ phiên cuối tuần\n"
        "- Thời gian: 7h00 thứ Bảy, Chủ nhật hằng tuần.\n"
        "- Đơn vị chủ trì: Văn phòng.\n"
    )
    assert [(t.kind, t.start) for t in found.times] == [("recurring", None)]


def test_rows_stand_under_their_day() -> None:
    found = activities(
        "| TT | Giờ | Nội dung | Địa điểm | Đơn vị chủ trì |\n"
        "| Thứ Sáu, ngày 15/3/2024 |\n"
        "| 1 | 8h00 | Lễ khai mạc hội chợ | Sân vận động | Văn phòng |\n"
        "| Thứ Bảy, ngày 16/3/2024 |\n"
        "| 2 | 14h00 | Hội thi nấu ăn | Nhà văn hóa | Phòng Phong trào |\n"
    )
    assert [(a.name, a.times[0].text, a.section) for a in found] == [
        ("Lễ khai mạc hội chợ", "8h00, Thứ Sáu, ngày 15/3/2024", "I.1"),
        ("Hội thi nấu ăn", "14h00, Thứ Bảy, ngày 16/3/2024", "I.2"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tổ chức Lễ phát động",
            (("Sở Nội vụ",), ("Sở Tài chính",), "tổ chức Lễ phát động"),
        ),
        (
            "UBND các xã, phường bố trí điểm hỗ trợ",
            (("UBND các xã, phường",), (), "bố trí điểm hỗ trợ"),
        ),
        ("Tuyên truyền sâu rộng trong nhân dân", None),
    ],
)
def test_a_task_is_parted_from_who_does_it(
    text: str, told: tuple[tuple[str, ...], tuple[str, ...], str] | None
) -> None:
    assert task_of(text) == told


def test_tasks_of_units_are_activities() -> None:
    found = activities(
        "1. Tuyên truyền\n"
        "- Giao Văn phòng chủ trì, phối hợp với Phòng Phong trào tổ chức hội thi tìm hiểu Luật, "
        "hoàn thành trước ngày 30/6/2024.\n"
        "- Giao Phòng Phong trào biên soạn sổ tay hợp tác xã, xong trong quý III.\n"
        "- Đề nghị Hội Nông dân vận động 20 hợp tác xã dùng hóa đơn điện tử, "
        "thực hiện thường xuyên.\n"
    )
    assert [(a.name, a.lead) for a in found] == [
        ("Hội thi tìm hiểu Luật", ("Văn phòng",)),
        ("Biên soạn sổ tay hợp tác xã", ("Phòng Phong trào",)),
        ("Vận động 20 hợp tác xã dùng hóa đơn điện tử", ("Hội Nông dân",)),
    ]
    assert [a.times[0].kind for a in found] == ["deadline", "deadline", "ongoing"]


def test_an_hour_in_a_column_of_its_own_belongs_to_the_day() -> None:
    (found,) = activities(
        "| Ngày | Buổi | Nội dung | Người phụ trách |\n"
        "| 05/10/2024 | Sáng | Giải chạy việt dã | Hội Nông dân |\n"
    )
    assert [time.text for time in found.times] == ["Sáng, 05/10/2024"]


def test_a_deadline_within_an_activity_says_what_is_due() -> None:
    (found,) = activities(
        "1. Hội thi nấu ăn (ngày 10/5/2024, tại Nhà văn hóa)\n"
        "- Mỗi đội có 05 người. Đăng ký danh sách trước ngày 25/4/2024.\n"
        "- Đơn vị chủ trì: Văn phòng.\n"
    )
    assert [(t.kind, t.scope) for t in found.times] == [
        ("on", None),
        ("deadline", "Đăng ký danh sách"),
    ]
