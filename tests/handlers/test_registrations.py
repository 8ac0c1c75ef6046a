"""Members register, wait, and cancel; staff open it and set the terms."""

import pytest

from campaign.ledger.grids import Sheet
from campaign.messages import Chat, Made, Outgoing, Sender, SendFile
from handlers import made
from storage import chats, openings, registrations
from tests.handlers.bot import (
    ANONYMOUS,
    GROUP,
    MEMBER,
    NEIGHBOUR,
    PRIVATE,
    Bot,
    data,
    edited,
    labels,
    notice,
    picked,
    said,
    sent,
)
from tests.handlers.ledger import acknowledged, told
from tests.handlers.office import OFFICER, OTHER, OWN, Office, text_of

SPORTS = 2
JOIN, QUIT = f"join:{OWN}:{SPORTS}", f"quit:{OWN}:{SPORTS}"
OPEN = f"open:{OWN}:{SPORTS}"
NEIGHBOURS = Chat(NEIGHBOUR.id, "private")


@pytest.fixture
def bot(office: Office) -> Bot:
    """The sports day takes registrations."""
    office.officer.presses(f"{OPEN}:open")
    return office.bot


def terms(office: Office, seats: str = "", condition: str = "") -> None:
    for question, answer in (("seats", seats), ("condition", condition)):
        if answer:
            office.officer.presses(f"{OPEN}:{question}")
            office.officer.writes(answer)


def register(bot: Bot, people: int, who: Sender = MEMBER, chat: Chat = PRIVATE) -> list[Outgoing]:
    return bot.press(f"{JOIN}:{people}", chat, who)


def queue(bot: Bot) -> list[tuple[int, int, bool]]:
    found = openings.of(bot.unit, OWN, SPORTS)
    assert found
    rows = registrations.listing(bot.unit, found.id)
    return [(each.party.user_id, each.party.people, each.seated) for each in rows]


def test_what_is_open_can_be_seen_and_pressed(bot: Bot) -> None:
    shown = sent(bot.hears("/dangky"))

    assert text_of(shown) == "Hội thao: đang nhận đăng ký."
    assert labels(shown) == ["Đăng ký tham gia", "Hủy đăng ký"]
    assert data(shown) == [JOIN, QUIT]


def test_where_nothing_is_open_that_is_said(office: Office) -> None:
    assert "chưa mở đăng ký" in office.bot.answer("/dangky")
    assert "not open" in office.bot.answer("/register")


def test_a_question_about_the_activity_brings_the_button(bot: Bot) -> None:
    assert JOIN in data(sent(bot.hears("hội thao ở đâu?")))
    assert JOIN not in data(sent(bot.hears("lễ phát động ở đâu?")))


def test_a_person_says_with_how_many_by_a_button(bot: Bot) -> None:
    question = picked(bot.press(JOIN))
    assert "bao nhiêu người" in text_of(question)
    assert f"{JOIN}:5" in data(question)

    assert text_of(edited(register(bot, 5))) == "Đã đăng ký 5 người cho Hội thao; đã có chỗ."
    assert queue(bot) == [(MEMBER.id, 5, True)]


@pytest.mark.parametrize(
    "text", ["12", "12 người", "cả nhóm 12 người nhé", "mình đk 12 ng ạ", "12."]
)
def test_in_private_the_number_can_be_typed(bot: Bot, text: str) -> None:
    bot.press(JOIN)

    assert "Đã đăng ký 12 người" in bot.answer(text)
    assert queue(bot) == [(MEMBER.id, 12, True)]


@pytest.mark.parametrize("text", ["0", "501", "5 hoặc 6", "", "-3.5"])
def test_what_is_no_number_is_asked_for_again(bot: Bot, text: str) -> None:
    bot.press(JOIN)

    assert "từ 1 đến 500" in bot.answer(text)
    assert queue(bot) == []
    assert "Đã đăng ký 7 người" in bot.answer("7")


def test_who_asks_something_instead_is_answered(bot: Bot) -> None:
    bot.press(JOIN)

    assert "Bến Đò" in bot.answer("lễ phát động ở đâu?")
    assert "Đã đăng ký" not in bot.answer("12")


@pytest.mark.parametrize(
    "question",
    ["tháng 4 có gì?", "thang 4 co gi", "Hội chợ 3 ở đâu?", "ngày 11/4 có gì?", "11/4 co gi vay"],
)
def test_a_number_in_a_question_is_nobody_who_comes(bot: Bot, question: str) -> None:
    bot.press(JOIN)

    answer = bot.answer(question)

    assert "Đã đăng ký" not in answer
    assert "từ 1 đến 500" not in answer
    assert queue(bot) == []


def test_the_condition_is_confirmed(office: Office, bot: Bot) -> None:
    terms(office, condition="OCOP từ 3 sao")

    question = edited(register(bot, 5))
    assert text_of(question).splitlines()[1] == "Điều kiện: OCOP từ 3 sao"
    assert labels(question) == ["Đủ điều kiện, đăng ký 5 người"]
    assert queue(bot) == []

    assert "đã có chỗ" in text_of(edited(bot.press(data(question)[0])))
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_over_the_limit_people_wait_and_move_up(office: Office, bot: Bot) -> None:
    terms(office, seats="10")
    register(bot, 8)

    assert "danh sách chờ" in text_of(edited(register(bot, 3, NEIGHBOUR, NEIGHBOURS)))
    assert "Đã hết chỗ (10)" in said(bot.hears("/dangky", GROUP))
    assert queue(bot) == [(MEMBER.id, 8, True), (NEIGHBOUR.id, 3, False)]

    outgoing = bot.press(QUIT)

    assert "Đã hủy" in acknowledged(outgoing)
    assert told(outgoing, NEIGHBOURS) == "Đã có chỗ cho 3 người trong danh sách chờ: Hội thao."
    assert queue(bot) == [(NEIGHBOUR.id, 3, True)]


def test_more_people_than_seats_are_not_taken(office: Office, bot: Bot) -> None:
    terms(office, seats="10", condition="OCOP")

    assert "chỉ nhận 10 người" in text_of(edited(register(bot, 15)))
    assert "chỉ nhận 10 người" in text_of(edited(bot.press(f"{JOIN}:15:yes")))
    assert queue(bot) == []


def test_more_seats_move_people_up(office: Office, bot: Bot) -> None:
    terms(office, seats="5")
    register(bot, 5)
    register(bot, 4, NEIGHBOUR, GROUP)

    office.officer.presses(f"{OPEN}:seats")
    outgoing = office.officer.writes("9")

    assert "Có chỗ: 9 người, chờ: 0 người" in told(outgoing, office.officer.chat)
    assert told(outgoing, Chat(GROUP.id, "group")).startswith("Đã có chỗ cho 4 người")


def test_nobody_loses_a_seat_by_a_lower_limit(office: Office, bot: Bot) -> None:
    register(bot, 5)
    office.officer.presses(f"{OPEN}:seats")

    assert "Đã có 5 người có chỗ" in office.officer.asks("4")
    assert "Số chỗ: 5" in office.officer.asks("5")


def test_each_person_registers_once(bot: Bot) -> None:
    register(bot, 5)

    assert "Bạn đã đăng ký 5 người rồi" in notice(bot.press(JOIN))
    assert "Bạn đã đăng ký 5 người rồi" in notice(register(bot, 2))
    assert queue(bot) == [(MEMBER.id, 5, True)]
    assert "Bạn đã đăng ký 5 người" in bot.answer("/dangky")


def test_who_waits_is_told_so_whenever_they_ask(office: Office, bot: Bot) -> None:
    terms(office, seats="5")
    register(bot, 5)
    register(bot, 3, NEIGHBOUR, NEIGHBOURS)

    assert "đang trong danh sách chờ" in bot.answer("/dangky", NEIGHBOURS, NEIGHBOUR)
    assert "danh sách chờ" not in bot.answer("/dangky").splitlines()[-1]


def test_who_is_registered_finds_it_after_registration_is_closed(office: Office, bot: Bot) -> None:
    register(bot, 5)
    office.officer.presses(f"{OPEN}:close")

    shown = sent(bot.hears("/dangky"))
    assert text_of(shown) == "Hội thao: đã đóng đăng ký.\nBạn đã đăng ký 5 người; đã có chỗ."
    assert data(shown) == [QUIT]
    assert "chưa mở đăng ký" in bot.answer("/dangky", NEIGHBOURS, NEIGHBOUR)
    assert "chưa mở đăng ký" in bot.answer("/dangky", GROUP)


def test_who_registers_in_a_group_is_still_asked_what_they_were_asked_in_private(
    office: Office, bot: Bot
) -> None:
    bot.joins(GROUP)
    office.officer.presses(f"{OPEN}:seats")
    register(bot, 2, OFFICER, GROUP)

    assert "Số chỗ: 20" in office.officer.asks("20")


def test_a_number_typed_after_the_button_was_pressed_is_a_question_again(bot: Bot) -> None:
    bot.press(JOIN)
    register(bot, 5)

    bot.hears("12")

    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_in_a_group_everybody_registers_for_themselves(bot: Bot) -> None:
    bot.joins(GROUP)
    for who, people in ((MEMBER, 2), (NEIGHBOUR, 3)):
        question = picked(bot.press(JOIN, GROUP, who))
        assert "gửi số người" not in text_of(question)
        assert "Đã đăng ký" in text_of(picked(register(bot, people, who, GROUP)))

    assert queue(bot) == [(MEMBER.id, 2, True), (NEIGHBOUR.id, 3, True)]


def test_who_has_not_registered_has_nothing_to_cancel(bot: Bot) -> None:
    assert "chưa đăng ký" in notice(bot.press(QUIT))


def test_what_is_closed_takes_nobody_but_lets_go(office: Office, bot: Bot) -> None:
    register(bot, 5)
    bot.press(JOIN, NEIGHBOURS, NEIGHBOUR)
    assert "đã đóng" in text_of(edited(office.officer.presses(f"{OPEN}:close")))

    assert "không nhận đăng ký nữa" in notice(bot.press(JOIN, NEIGHBOURS, NEIGHBOUR))
    assert "không nhận" in notice(register(bot, 1, NEIGHBOUR, NEIGHBOURS))
    assert "Đã hủy" in notice(bot.press(QUIT))
    assert "chưa mở đăng ký" in bot.answer("/dangky")


def test_when_the_activity_begins_registration_closes_by_itself(office: Office, bot: Bot) -> None:
    register(bot, 5)
    bot.wait(days=42)  # 19 April: it begins on the 20th
    assert JOIN in data(sent(bot.hears("hội thao ở đâu?")))

    bot.wait(days=1)

    assert JOIN not in data(sent(bot.hears("hội thao ở đâu?")))
    assert "đã bắt đầu" in notice(bot.press(JOIN, NEIGHBOURS, NEIGHBOUR))
    assert "đã bắt đầu" in notice(register(bot, 2, NEIGHBOUR, NEIGHBOURS))
    assert "chưa mở đăng ký" in bot.answer("/dangky", NEIGHBOURS, NEIGHBOUR)
    assert "Hội thao: đã đóng đăng ký" in bot.answer("/dangky")
    assert "đã bắt đầu" in text_of(picked(office.officer.presses(OPEN)))
    assert "Đã hủy" in notice(bot.press(QUIT))


def test_who_was_asked_with_how_many_before_it_began_is_told_so(bot: Bot) -> None:
    bot.wait(days=42, hours=11, minutes=50)
    bot.press(JOIN)
    bot.wait(minutes=20)

    assert "đã bắt đầu" in bot.answer("12")


def test_after_the_campaign_nobody_registers(bot: Bot) -> None:
    bot.wait(days=400)

    assert "không nhận" in notice(bot.press(JOIN))
    assert "chưa mở" in bot.answer("/dangky")


def test_a_button_of_another_campaign_registers_nobody(bot: Bot) -> None:
    bot.hears("/start")
    chats.bind(bot.unit, PRIVATE.id, OTHER, bot.now)

    assert "kế hoạch khác" in notice(bot.press(JOIN))


def test_an_anonymous_administrator_is_nobody(bot: Bot) -> None:
    bot.joins(GROUP)

    assert "ẩn danh" in notice(bot.press(JOIN, GROUP, ANONYMOUS))


@pytest.mark.parametrize(
    "button",
    [
        "join",
        "join:",
        f"join:{OWN}",
        f"join:{OWN}:1",
        f"join:{OWN}:99",
        f"join:{OWN}:x",
        "join:khong-co:2",
        f"{JOIN}:0",
        f"{JOIN}:501",
        f"{JOIN}:x",
        f"{JOIN}:5:no",
        f"{JOIN}:5:yes:1",
        "quit",
        f"quit:{OWN}",
        f"quit:{OWN}:99",
        "quit:khong-co:2",
    ],
)
def test_what_is_old_or_forged_registers_nobody(bot: Bot, button: str) -> None:
    assert "đã cũ" in notice(bot.press(button))
    assert queue(bot) == []


def test_staff_choose_an_activity_and_see_how_it_stands(office: Office) -> None:
    listed = sent(office.officer.writes("/modangky"))
    assert text_of(listed) == "Sông Xanh 2024: mở đăng ký cho hoạt động nào?"
    assert OPEN in data(listed)

    card = picked(office.officer.presses(OPEN))
    assert text_of(card) == (
        "Hội thao (Sông Xanh 2024)\nĐăng ký: đã đóng\nSố chỗ: không giới hạn\n"
        "Điều kiện: không có\nCó chỗ: 0 người, chờ: 0 người"
    )
    assert labels(card) == ["Số chỗ", "Điều kiện", "Tải XLSX", "Mở đăng ký"]

    opened = edited(office.officer.presses(f"{OPEN}:open"))
    assert "Đăng ký: đang mở" in text_of(opened)
    again = office.colleague.presses(f"{OPEN}:open")
    assert acknowledged(again) == "Đã có người bấm trước bạn."
    assert labels(again[1])[-1] == "Đóng đăng ký"  # type: ignore[arg-type]  # an edit
    assert office.lines()[0] == (OFFICER.id, "reg_open", "Hội thao")
    assert labels(sent(office.officer.writes("/registration")))[1] == "● III.2 · Hội thao"


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("seats", "0", "1.500"),
        ("seats", "nhiều", "20"),
        ("seats", "10 đến 20", "khoảng 20 người"),
        ("seats", "-5", "1.500 chỗ"),
        ("seats", "bao nhiêu cũng được", "không giới hạn"),
        ("seats", "100000", "-"),
        ("condition", "", "OCOP từ 3 sao"),
        ("condition", "x" * 201, "-"),
    ],
)
def test_terms_that_are_none_are_asked_for_again(
    office: Office, question: str, wrong: str, right: str
) -> None:
    office.officer.presses(f"{OPEN}:{question}")

    assert "/huy" in office.officer.asks(wrong)
    assert "Số chỗ:" in office.officer.asks(right)


def test_terms_are_given_up_and_asked_of_staff_alone(office: Office) -> None:
    for question in ("seats", "condition"):
        office.officer.presses(f"{OPEN}:{question}")
        assert "vẫn như cũ" in office.officer.asks("/huy")
        office.officer.presses(f"{OPEN}:{question}")
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in office.officer.asks("OCOP")


def test_a_member_gives_registering_up(bot: Bot) -> None:
    bot.press(JOIN)

    assert "Đã thôi đăng ký" in bot.answer("/huy")


def test_the_list_is_sent_as_a_file_in_the_order_of_the_queue(office: Office, bot: Bot) -> None:
    terms(office, seats="6")
    bot.joins(GROUP)
    register(bot, 5, MEMBER, GROUP)
    register(bot, 3, NEIGHBOUR, NEIGHBOURS)

    _, file = office.officer.presses(f"{OPEN}:file")
    assert isinstance(file, SendFile)
    assert isinstance(file.file, Made)
    found = made.paper(bot.front, bot.unit, bot.now, file.file)

    assert found
    assert isinstance(found.content, Sheet)
    assert list(found.content.rows) == [
        (1, "Nhóm HTX", "", "7", 5, "12:00 thứ Sáu 8/3/2024 (giờ Việt Nam)", "có chỗ"),
        (2, "", "", "8", 3, "12:00 thứ Sáu 8/3/2024 (giờ Việt Nam)", "chờ"),
    ]
