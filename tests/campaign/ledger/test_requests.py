"""What members say when they want to register, to change that, or to cancel it."""

import pytest

from campaign.ledger.requests import read_request


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("đăng ký tham gia hội thao 5 người", 5),
        ("dang ky tham gia hoi thao 5 nguoi", 5),
        ("đk hội thao 10ng nhé ad", 10),
        ("cho mình đăng ký hội thao", None),
        ("Dạ, cho em đăng ký 3 người ạ", 3),
        ("HTX Hoa Sen đăng ký 4 đại biểu dự hội chợ", 4),
        ("nhóm mình muốn đăng ký hội thao năm người", 5),
        ("đăng ký", None),
        ("mình đăng kí hội thao: 12 vđv", 12),
        ("register 5 people for the sports day", 5),
        ("we would like to register for the fair", None),
    ],
)
def test_somebody_wants_to_register(text: str, people: int | None) -> None:
    found = read_request(text)

    assert found
    assert (found.want, found.people) == ("join", people)


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký hội thao 3-5 người",
        "đăng ký hội thao 3 – 5 người",
        "đăng ký hội thao 5 đến 7 người",
        "đăng ký hội thao 3 hoặc 4 người",
        "đăng ký hội thao hai ba người",
        "đăng ký hội thao mười hai người",
        "đăng ký hội thao hai mươi người",
        "đăng ký hội thao -3 người",
        "register 2 or 3 people for the sports day",
    ],
)
def test_who_is_not_sure_how_many_come_is_asked(text: str) -> None:
    found = read_request(text)

    assert found
    assert (found.want, found.people) == ("join", None)
    assert found.about in {"hội thao", "for the sports day"}


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký hội thao - 5 người",
        "đăng ký hội thao ngày 11/4, 5 người",
        "HTX số 2 đăng ký hội thao: năm người",
    ],
)
def test_another_number_or_a_dash_leaves_the_count_clear(text: str) -> None:
    found = read_request(text)

    assert found
    assert found.people == 5


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("sửa đăng ký thành 3 người", 3),
        ("sua dk thanh 3 ng", 3),
        ("đổi đăng ký hội thao sang 4 người giúp mình", 4),
        ("đổi số người đăng ký hội thao thành 4", 4),
        ("đăng ký lại 3 người", 3),
        ("giảm đăng ký xuống còn 2 người", 2),
        ("mình đăng ký 5 người, sửa lại thành 3 người nhé", None),
        ("tăng đăng ký thêm 2 người", None),
        ("sửa đăng ký", None),
        ("change my registration to 3 people", 3),
        ("change my registration from 2 to 3 people", 3),
        ("sửa đăng ký thành mười hai người", None),
    ],
)
def test_somebody_wants_to_change_it(text: str, people: int | None) -> None:
    found = read_request(text)

    assert found
    assert (found.want, found.people) == ("change", people)


@pytest.mark.parametrize(
    "text",
    [
        "hủy đăng ký",
        "huy dang ky",
        "hủy đk hội thao",
        "cho mình hủy đăng ký hội thao 5 người",
        "bận quá, không đi được, xin rút đăng ký",
        "bỏ đăng ký giúp em",
        "hủy bỏ phần đăng ký hội thao",
        "cancel my registration",
        "unregister me",
    ],
)
def test_somebody_wants_to_cancel_it(text: str) -> None:
    found = read_request(text)

    assert found
    assert found.want == "quit"


@pytest.mark.parametrize(
    "text",
    [
        "hạn đăng ký hội thao",
        "điều kiện đăng ký hội thao",
        "đăng ký hội thao thế nào?",
        "dang ky hoi thao o dau",
        "đã đăng ký 5 người rồi",
        "mình đã đăng ký hội thao",
        "ai đăng ký hội thao rồi",
        "danh sách đăng ký",
        "hội thao có 5 người",
        "hủy hội thao",
        "đăng ký " + "rất dài " * 20,
        "",
    ],
)
def test_what_is_about_something_else_is_no_request(text: str) -> None:
    assert read_request(text) is None


def test_who_asks_how_to_cancel_is_not_sure() -> None:
    for text in ("hủy đăng ký thế nào?", "lam sao huy dang ky"):
        found = read_request(text)
        assert found
        assert (found.want, found.sure) == ("quit", False)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("đăng ký tham gia hội thao 5 người", "hội thao"),
        ("sửa đăng ký hội thao thành 3 người", "sửa hội thao"),
        ("hủy đăng ký Hội chợ", "Hội chợ"),
        ("hủy đăng ký", ""),
    ],
)
def test_what_is_left_may_name_the_activity(text: str, about: str) -> None:
    found = read_request(text)

    assert found
    assert found.about == about
