"""What staff call a group, and the tags that they give it."""

import pytest

from campaign.messages import Acknowledge, Chat
from storage import groups
from tests.handlers.bot import (
    ADMIN,
    GROUP,
    OTHER_GROUP,
    data,
    edited,
    labels,
    notice,
    picked,
    said,
    sent,
)
from tests.handlers.office import COLLEAGUE, OFFICER, OTHER, OWN, Office, text_of

NAME, TAGS = f"group:{GROUP.id}:name", f"group:{GROUP.id}:tags"


@pytest.fixture(autouse=True)
def _a_group(office: Office) -> None:
    office.bot.joins(GROUP)


def test_a_group_gets_the_name_that_is_sent_next(office: Office) -> None:
    question = said([picked(office.officer.presses(NAME))])
    assert "Gọi nhóm Nhóm HTX là gì?" in question

    card = office.officer.asks("  HTX   Hoa Sen,\nÝ Yên ")

    assert "Nhóm: Nhóm HTX\nTên gọi: HTX Hoa Sen, Ý Yên" in card
    assert office.group().name == "HTX Hoa Sen, Ý Yên"
    assert labels(sent(office.officer.writes("/nhom"))) == ["⏳ HTX Hoa Sen, Ý Yên"]


def test_only_the_next_message_is_the_name(office: Office) -> None:
    office.officer.presses(NAME)
    office.officer.writes("HTX Hoa Sen")

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")
    assert office.group().name == "HTX Hoa Sen"


@pytest.mark.parametrize("nothing", ["-", " - ", "bỏ", "Bỏ"])
def test_a_name_can_be_taken_away(office: Office, nothing: str) -> None:
    office.officer.presses(NAME)
    office.officer.writes("HTX Hoa Sen")

    office.officer.presses(NAME)
    assert "Tên gọi" not in office.officer.asks(nothing)

    assert office.group().name is None


@pytest.mark.parametrize(("bad", "why"), [("", "phải là chữ"), ("x" * 256, "dài quá 255 ký tự")])
def test_what_is_no_name_is_asked_for_again(office: Office, bad: str, why: str) -> None:
    office.officer.presses(NAME)

    assert why in office.officer.asks(bad)
    assert office.group().name is None

    office.officer.writes("ế" * 255)
    assert office.group().name == "ế" * 255


def test_a_group_gets_the_tags_that_are_sent_next(office: Office) -> None:
    office.officer.presses(TAGS)

    card = office.officer.asks("huyện Ý Yên,  nông  nghiệp;, huyện ý yên\n")

    assert "Thẻ: huyện Ý Yên, nông nghiệp" in card
    assert office.group().tags == ("huyện Ý Yên", "nông nghiệp")


def test_what_is_sent_takes_the_place_of_the_tags_before(office: Office) -> None:
    for sent_tags in ("a, b", "b, c"):
        office.officer.presses(TAGS)
        office.officer.writes(sent_tags)

    assert office.group().tags == ("b", "c")


def test_a_tag_in_use_keeps_its_spelling(office: Office) -> None:
    office.bot.joins(OTHER_GROUP)
    for chat, tags in ((GROUP, "Huyện Ý Yên"), (OTHER_GROUP, "HUYỆN ý yên")):
        office.officer.presses(f"group:{chat.id}:tags")
        office.officer.writes(tags)

    assert office.group(OTHER_GROUP).tags == ("Huyện Ý Yên",)


@pytest.mark.parametrize("nothing", ["-", "bỏ"])
def test_all_tags_can_be_taken_away(office: Office, nothing: str) -> None:
    office.officer.presses(TAGS)
    office.officer.writes("a, b")

    office.officer.presses(TAGS)
    assert "Thẻ: chưa có" in office.officer.asks(nothing)

    assert office.group().tags == ()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("", "phải là chữ"),
        (" , ;", "phải là chữ"),
        (f"a, {'x' * 65}", "dài quá 64 ký tự"),
        (", ".join(map(str, range(21))), "nhiều nhất 20 thẻ"),
    ],
)
def test_what_are_no_tags_is_asked_for_again(office: Office, bad: str, why: str) -> None:
    office.officer.presses(TAGS)

    assert why in office.officer.asks(bad)
    assert office.group().tags == ()

    office.officer.writes(", ".join(map(str, range(20))))
    assert len(office.group().tags) == 20


def test_tags_in_use_are_buttons_that_put_them_on_and_take_them_off(office: Office) -> None:
    office.bot.joins(OTHER_GROUP)
    office.officer.presses(f"group:{OTHER_GROUP.id}:tags")
    office.officer.writes("Ý Yên, Vụ Bản")

    asked = picked(office.officer.presses(TAGS))
    assert labels(asked) == ["Vụ Bản", "Ý Yên", "« Nhóm"]

    on = edited(office.officer.presses(data(asked)[1]))
    assert labels(on) == ["Vụ Bản", "✓ Ý Yên", "« Nhóm", "Viết thẻ"]
    assert office.group().tags == ("Ý Yên",)

    off = edited(office.officer.presses(data(on)[1]))
    assert labels(off) == ["Vụ Bản", "Ý Yên", "« Nhóm", "Viết thẻ"]
    assert office.group().tags == ()


@pytest.mark.parametrize("instead", ["a tag", "the card"])
def test_who_presses_a_button_instead_of_writing_may_ask_on(office: Office, instead: str) -> None:
    office.officer.presses(TAGS)
    office.officer.writes("Ý Yên")
    on, back = data(picked(office.officer.presses(TAGS)))

    office.officer.presses(on if instead == "a tag" else back)

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")
    assert office.group().tags == (() if instead == "a tag" else ("Ý Yên",))


def test_a_button_of_another_group_does_not_end_the_question(office: Office) -> None:
    office.bot.joins(OTHER_GROUP)
    office.officer.presses(NAME)

    office.officer.presses(f"group:{OTHER_GROUP.id}:approve")
    office.officer.writes("HTX Hoa Sen")

    assert (office.group().name, office.group(OTHER_GROUP).name) == ("HTX Hoa Sen", None)


def test_a_button_does_not_give_a_group_more_tags_than_can_be_sent(office: Office) -> None:
    office.bot.joins(OTHER_GROUP)
    for chat, tags in ((GROUP, range(20)), (OTHER_GROUP, range(100, 101))):
        office.officer.presses(f"group:{chat.id}:tags")
        office.officer.writes(", ".join(map(str, tags)))
    asked = picked(office.officer.presses(TAGS))
    button = dict(zip(labels(asked), data(asked), strict=True))["100"]

    told = notice(office.officer.presses(button))

    assert "nhiều nhất 20 thẻ" in told
    assert "bỏ bớt một thẻ" in told
    assert len(office.group().tags) == 20
    office.officer.writes("a, b")  # the question is still open
    assert office.group().tags == ("a", "b")


def test_the_tags_of_another_campaign_are_not_offered(office: Office) -> None:
    office.bot.hears(f"/start@htx_bot {OTHER}", OTHER_GROUP, ADMIN)
    office.rival.presses(f"group:{OTHER_GROUP.id}:tags")
    office.rival.writes("Mèo Vạc")

    asked = picked(office.officer.presses(TAGS))

    assert labels(asked) == ["« Nhóm"]
    assert groups.tags_in_use(office.bot.unit, OWN, OWN) == []


def test_naming_and_tagging_are_written_down(office: Office) -> None:
    office.officer.presses(NAME)
    office.officer.writes("HTX Hoa Sen")
    office.colleague.presses(TAGS)
    office.colleague.writes("b, a")
    office.colleague.presses(TAGS)
    office.colleague.writes("-")

    assert office.lines()[:3] == [
        (COLLEAGUE.id, "tag", "-100 HTX Hoa Sen: -"),
        (COLLEAGUE.id, "tag", "-100 HTX Hoa Sen: a, b"),
        (OFFICER.id, "name", "-100 Nhóm HTX: HTX Hoa Sen"),
    ]


def test_what_was_asked_about_a_group_with_a_new_id_is_not_asked_of_another(
    office: Office,
) -> None:
    office.officer.presses(NAME)
    office.bot.migrates(GROUP.id, -100200)

    assert "không còn nữa" in office.officer.asks("HTX Hoa Sen")
    assert office.group(Chat(-100200, "group")).name is None


def test_markup_in_a_name_is_text(office: Office) -> None:
    office.officer.presses(NAME)

    assert "Tên gọi: <b>x</b> {title}" in office.officer.asks("<b>x</b> {title}")


def test_in_english(office: Office) -> None:
    office.officer.writes("/language en")

    assert "What shall" in text_of(picked(office.officer.presses(NAME)))
    assert "longer than 255" in office.officer.asks("x" * 256)
    assert office.officer.presses(TAGS)[0] == Acknowledge("press")
