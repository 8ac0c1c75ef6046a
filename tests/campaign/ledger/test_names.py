import pytest

from campaign.ledger.names import district_key, likeliest, meant, name_key


@pytest.mark.parametrize(
    "name",
    ["Hòa Bình", "Hợp tác xã Hoà Bình", "htx hòa  bình", "HTX. HÒA-BÌNH"],
)
def test_a_cooperative_is_known_however_it_is_written(name: str) -> None:
    assert name_key(name) == name_key("Hòa Bình")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HTX Tấn Tiên", []),
        ("HTX tan tien", ["HTX Tân Tiến", "HTX Tân Tiện"]),
        ("HTX Tân Tien", ["HTX Tân Tiến", "HTX Tân Tiện"]),
        ("HTX Tan Tiến", ["HTX Tân Tiến"]),
        ("HTX Tân Tiến", []),
        ("HTX Rau sach", ["HTX Rau sạch"]),
        ("HTX Rau xạch", ["HTX Rau sạch"]),
        ("HTX Rau sách", []),
        ("HTX Hoà Bình", []),
    ],
)
def test_diacritics_that_were_typed_count_and_those_left_out_are_a_question(
    name: str, expected: list[str]
) -> None:
    names = ["HTX Tân Tiến", "HTX Tân Tiện", "HTX Rau sạch", "HTX Hòa Bình"]
    known = {name_key(each): each for each in names}

    assert [known[each] for each in meant(name_key(name), known)] == expected


@pytest.mark.parametrize("name", ["Ý Yên", "huyện Ý Yên", "H. Ý Yên", "Y YEN"])
def test_a_district_is_known_in_every_spelling(name: str) -> None:
    assert district_key(name) == "y yen"


@pytest.mark.parametrize("name", ["Yên Lợi", "xã Yên Lợi", "Phường Yên Lợi", "TT. Yên Lợi"])
def test_a_commune_is_known_in_every_spelling(name: str) -> None:
    assert district_key(name) == "yen loi"


@pytest.mark.parametrize("name", ["HTX", "…", "", "Hợp tác xã", "-"])
def test_what_has_no_name_of_its_own_has_no_name(name: str) -> None:
    assert not name_key(name)


@pytest.mark.parametrize("name", ["Huyện", "TP"])
def test_a_word_before_a_name_may_be_the_name(name: str) -> None:
    assert district_key(name) == name_key(name).bare


KNOWN = ["binh minh", "hai hau", "thong nhat 1", "rau sach yen cuong"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("bin minh", "binh minh"),
        ("binh ming", "binh minh"),
        ("hai haus", "hai hau"),
        ("rau sach yen cuongg", "rau sach yen cuong"),
        ("binh minh", None),
        ("thong nhat 2", None),
        ("thong nhat", None),
        ("nam hai", None),
        ("binh an", None),
    ],
)
def test_a_slip_is_told_from_another_name(key: str, meant: str | None) -> None:
    assert likeliest(key, KNOWN) == meant
