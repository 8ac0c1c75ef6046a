"""Short names of activities, and what else they and the units are called."""

import pytest

from campaign.reader.acronyms import acronyms_in, spelt_out
from campaign.reader.casing import as_printed, in_small_letters
from campaign.reader.names import aliases, awards, short_name
from campaign.reader.organisations import as_written
from campaign.reader.units import leading_and_coordinating, units


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tổ chức Lễ ra quân Tháng Thanh niên", "Lễ ra quân Tháng Thanh niên"),
        ("Hội thao chào mừng kỷ niệm 80 năm (11/4)", "Hội thao chào mừng kỷ niệm 80 năm"),
        (
            "Xây dựng cơ sở dữ liệu hợp tác xã nhằm phục vụ quản lý",
            "Xây dựng cơ sở dữ liệu hợp tác xã",
        ),
        ("Sau khi có hướng dẫn, các đơn vị tổ chức tập huấn kế toán", "Tập huấn kế toán"),
        ("Trồng rừng", "Trồng rừng"),
    ],
)
def test_a_name_is_the_title_without_verb_aim_and_brackets(title: str, name: str) -> None:
    assert short_name(title) == name


def test_a_long_title_is_cut_where_it_makes_sense() -> None:
    title = (
        "Tuyên truyền, phổ biến các chủ trương của Đảng và chính sách của Nhà nước về hợp tác xã"
    )
    assert (
        short_name(title)
        == "Tuyên truyền, phổ biến các chủ trương của Đảng và chính sách của Nhà nước"
    )


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("Tổ chức Lễ ra quân Tháng Thanh niên", ("Lễ ra quân", "ra quân")),
        ("Vòng chung kết và trao giải", ("Vòng chung kết", "chung kết")),
        ("Đợt 01: cao điểm", ("Đợt 01", "Đợt 1")),
        ("Hội chợ “Nông sản sạch” của hợp tác xã", ("Nông sản sạch", "Hội chợ")),
        ("Xây dựng cơ sở dữ liệu hợp tác xã (CSDLHTX)", ("CSDLHTX",)),
    ],
)
def test_a_title_holds_other_names(title: str, others: tuple[str, ...]) -> None:
    assert aliases(title) == others


def test_a_quoted_name_beside_a_prize_is_an_award() -> None:
    assert list(awards("Trao giải thưởng “Bông lúa vàng” với chủ đề “Xanh”")) == ["Bông lúa vàng"]


def test_a_short_form_belongs_to_the_words_with_its_initials() -> None:
    texts = ["các hợp tác xã (HTX) và doanh nghiệp nhỏ và vừa (gọi tắt là DNNVV), thuế (VAT)"]
    assert acronyms_in(texts) == {"hop tac xa": ("HTX",)}


def test_a_unit_is_known_by_its_long_form() -> None:
    texts = ["Giao Sở Khoa học và Công nghệ theo dõi."]
    assert spelt_out("Sở KH&CN", texts) == "Sở Khoa học và Công nghệ"
    assert spelt_out("Sở GD&ĐT", texts) == ""


@pytest.mark.parametrize(
    ("text", "lead", "coordinating"),
    [
        ("Văn phòng", ("Văn phòng",), ()),
        (
            "Sở Y tế chủ trì, phối hợp với các sở, ban, ngành và UBND các xã, phường thực hiện.",
            ("Sở Y tế",),
            ("các sở, ban, ngành", "UBND các xã, phường"),
        ),
        ("Sở A chủ trì; Sở B, Sở C phối hợp", ("Sở A",), ("Sở B", "Sở C")),
        ("Sở Giáo dục và Đào tạo và Sở Y tế chủ trì", ("Sở Giáo dục và Đào tạo", "Sở Y tế"), ()),
        ("Sở Xây dựng đăng tải thông điệp", ("Sở Xây dựng",), ()),
    ],
)
def test_who_leads_is_told_from_who_helps(
    text: str, lead: tuple[str, ...], coordinating: tuple[str, ...]
) -> None:
    assert leading_and_coordinating(text) == (lead, coordinating)


def test_a_comma_within_the_name_of_a_unit_parts_nothing() -> None:
    assert units("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh; các xã, phường") == (
        "Sở Văn hóa, Thể thao và Du lịch",
        "Công an tỉnh",
        "các xã, phường",
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Trao cúp vàng năm 2024 “StarCoop Awards” cho các hợp tác xã", "StarCoop"),
        ("Tổ chức tham gia Hội chợ xúc tiến thương mại tại tỉnh bạn", "Hội chợ"),
        ("Thăm và làm việc với đơn vị thành viên", "đi thăm"),
        ("Thăm và làm việc với đơn vị thành viên", "Thăm đơn vị thành viên"),
    ],
)
def test_a_title_is_also_called_by_what_it_is_mainly_about(title: str, said: str) -> None:
    assert said in aliases(title)


def test_a_word_for_work_may_be_part_of_a_units_name() -> None:
    assert units("Phòng Hành chính tổng hợp, Phòng Tổng hợp") == (
        "Phòng Hành chính tổng hợp",
        "Phòng Tổng hợp",
    )
    found = leading_and_coordinating(
        "Phòng Hành chính tổng hợp chủ trì, phối hợp với Ban Tài chính"
    )
    assert found == (("Phòng Hành chính tổng hợp",), ("Ban Tài chính",))
    assert leading_and_coordinating("Sở Nội vụ tổng hợp báo cáo")[0] == ("Sở Nội vụ",)


def test_an_office_is_written_as_sentences_write_the_beginning_of_its_name() -> None:
    text = "Chi cục Phát triển nông thôn ban hành kế hoạch."
    name = as_printed("Chi cục phát triển nông thôn tỉnh Sông Xanh", [text])
    assert name == "Chi cục Phát triển nông thôn tỉnh Sông Xanh"


def test_an_office_is_written_as_sentences_write_the_end_of_its_name() -> None:
    texts = [
        "BCH HỘI CHỮ THẬP ĐỎ TỈNH SÔNG XANH   Độc lập - Tự do",
        "Ban Thường vụ Hội Chữ thập đỏ tỉnh Sông Xanh xây dựng kế hoạch.",
    ]
    assert as_printed("BCH hội Chữ Thập Đỏ tỉnh Sông Xanh", texts) == (
        "BCH Hội Chữ thập đỏ tỉnh Sông Xanh"
    )


def test_acronyms_of_an_office_stay_in_capitals() -> None:
    assert as_written("BAN THƯỜNG VỤ HỘI LHPN TỈNH ĐẮK NÔNG") == (
        "Ban thường vụ hội LHPN tỉnh Đắk Nông"
    )


def test_what_a_title_in_capitals_quotes_begins_with_one() -> None:
    assert in_small_letters('HỘI THI "BẾP ẤM"', ["mỗi hội thi có bếp ấm"]) == 'Hội thi "Bếp ấm"'
