"""Who leads and who helps, as sentences below an activity tell it."""

import pytest

from tests.campaign.reader.bodies import activities


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinating"),
    [
        (
            "Ban Kinh tế – Phong trào chủ trì, Hội Nông dân các huyện, thành phố cùng tham gia.",
            ("Ban Kinh tế – Phong trào",),
            ("Hội Nông dân các huyện, thành phố",),
        ),
        (
            "Trung tâm Sơ cấp cứu chịu trách nhiệm chính, phối hợp Chi cục Thủy sản.",
            ("Trung tâm Sơ cấp cứu",),
            ("Chi cục Thủy sản",),
        ),
        (
            "Trường Trung cấp Y tế chủ trì, phối hợp với Sở Y tế.",
            ("Trường Trung cấp Y tế",),
            ("Sở Y tế",),
        ),
        ("Ban Công tác xã hội làm đầu mối.", ("Ban Công tác xã hội",), ()),
        (
            "Hình thức trực tuyến đến các xã. Cơ quan chủ trì: Sở Công Thương.",
            ("Sở Công Thương",),
            (),
        ),
    ],
)
def test_sentences_below_an_activity_name_its_units(
    sentence: str, lead: tuple[str, ...], coordinating: tuple[str, ...]
) -> None:
    (found,) = activities(f"1. Tập huấn cho thuyền viên\n\nDự kiến 200 bộ tài liệu. {sentence}")
    assert (found.lead, found.coordinating) == (lead, coordinating)


def test_a_place_for_each_class_that_the_same_paragraph_tells_of() -> None:
    (found,) = activities(
        "1. Tập huấn kế toán\n\nLớp 1 (40 người): từ 13 đến 15/5/2024 ở Trường Cao đẳng Sông Xanh. "
        "Lớp 2 (30 người): từ 27 đến 29/5/2024 ở Cảng cá Bình Minh. Văn phòng chủ trì."
    )
    assert found.place
    assert found.place.text == ("Lớp 1: Trường Cao đẳng Sông Xanh; Lớp 2: Cảng cá Bình Minh")


def test_a_place_for_each_class_after_a_colon_without_how_many_come() -> None:
    (found,) = activities(
        "1. Bồi dưỡng cán bộ\n\n- Mở 02 lớp: lớp thứ nhất từ ngày 04/4 đến ngày 06/4/2024 tại "
        "huyện Ba Sông, 45 học viên; lớp thứ hai từ ngày 25/4 đến "
        "ngày 27/4/2024 tại huyện Năm Cầu.\n\n"
        "- Văn phòng chủ trì.\n"
    )
    assert found.place
    assert found.place.text == "Lớp thứ nhất: huyện Ba Sông; Lớp thứ hai: huyện Năm Cầu"
    assert [(time.scope, str(time.end)) for time in found.times] == [
        ("Lớp thứ nhất", "2024-04-06"),
        ("Lớp thứ hai", "2024-04-27"),
    ]
