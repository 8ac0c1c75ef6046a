"""Members register, change that, and cancel it in words, as with the buttons."""

import pytest

from campaign.messages import Chat, Sender
from storage import openings, registrations
from tests.handlers.bot import (
    ANONYMOUS,
    GROUP,
    MEMBER,
    NEIGHBOUR,
    PRIVATE,
    Bot,
    data,
    labels,
    sent,
)
from tests.handlers.ledger import told
from tests.handlers.office import OWN, Office, text_of

SPORTS, FAIR = 2, 3
NEIGHBOURS = Chat(NEIGHBOUR.id, "private")


@pytest.fixture
def bot(office: Office) -> Bot:
    """The sports day takes registrations."""
    office.officer.presses(f"open:{OWN}:{SPORTS}:open")
    office.bot.joins(GROUP)
    return office.bot


def seats(office: Office, number: int) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:seats")
    office.officer.writes(str(number))


def queue(bot: Bot, no: int = SPORTS) -> list[tuple[int, int, bool]]:
    found = openings.of(bot.unit, OWN, no)
    assert found
    rows = registrations.listing(bot.unit, found.id)
    return [(each.party.user_id, each.party.people, each.seated) for each in rows]


def joins(bot: Bot, people: int, who: Sender = MEMBER, chat: Chat = PRIVATE, no: int = 2) -> None:
    bot.press(f"join:{OWN}:{no}:{people}", chat, who)


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký tham gia hội thao 5 người",
        "dang ky tham gia hoi thao 5 nguoi",
        "đk hội thao 5ng nhé",
        "cho mình đăng ký 5 người",
    ],
)
def test_who_says_with_how_many_is_registered(bot: Bot, text: str) -> None:
    assert "Đã đăng ký 5 người cho Hội thao; đã có chỗ." in bot.answer(text)
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_in_a_group_it_is_said_to_the_bot(bot: Bot) -> None:
    assert bot.hears("đăng ký hội thao 5 người", GROUP) == []
    assert "Đã đăng ký 5 người" in bot.answer("@htx_bot đăng ký hội thao 5 người", GROUP)
    assert "Đã hủy đăng ký của bạn: Hội thao" in bot.answer("hủy đăng ký", GROUP, reply=True)
    assert queue(bot) == []


def test_who_leaves_the_number_open_is_asked(bot: Bot) -> None:
    question = sent(bot.hears("đăng ký hội thao"))

    assert "bao nhiêu người" in text_of(question)
    assert f"join:{OWN}:{SPORTS}:5" in data(question)
    assert "Đã đăng ký 7 người" in bot.answer("7")


def test_the_condition_is_confirmed_as_with_the_button(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:condition")
    office.officer.writes("OCOP từ 3 sao")

    question = sent(bot.hears("đăng ký hội thao 5 người"))

    assert labels(question) == ["Đủ điều kiện, đăng ký 5 người"]
    assert queue(bot) == []


def test_of_several_that_are_open_it_is_asked_which(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{FAIR}:open")

    question = sent(bot.hears("cho mình đăng ký 5 người"))

    assert labels(question) == ["Đăng ký tham gia · Hội thao", "Đăng ký tham gia · Hội chợ 3"]
    bot.press(data(question)[1])
    assert queue(bot, FAIR) == [(MEMBER.id, 5, True)]


def test_what_was_spoken_of_last_is_meant(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{FAIR}:open")
    bot.hears("hội thao ở đâu?")

    assert "Đã đăng ký 5 người cho Hội thao" in bot.answer("cho mình đăng ký 5 người")


def test_what_is_not_open_takes_nobody(office: Office, bot: Bot) -> None:
    assert "Kế hoạch không nêu" in bot.answer("đăng ký lễ phát động 5 người")
    office.officer.presses(f"open:{OWN}:{FAIR}:open")
    office.officer.presses(f"open:{OWN}:{FAIR}:close")
    assert "không nhận đăng ký nữa" in bot.answer("đăng ký hội chợ 3 5 người")
    bot.wait(days=43)
    assert "đã bắt đầu" in bot.answer("đăng ký hội thao 5 người")
    assert queue(bot) == []


@pytest.mark.parametrize("people", [0, 501, 9999])
def test_a_number_that_cannot_come_is_refused(bot: Bot, people: int) -> None:
    bot.answer(f"đăng ký hội thao {people} người")

    assert queue(bot) == []


@pytest.mark.parametrize(
    "text",
    ["sửa đăng ký thành 3 người", "sua dang ky hoi thao thanh 3 nguoi", "đăng ký lại 3 người"],
)
def test_another_number_keeps_the_place_in_the_queue(bot: Bot, text: str) -> None:
    joins(bot, 5)
    joins(bot, 2, NEIGHBOUR, NEIGHBOURS)

    assert "Đã đăng ký 3 người cho Hội thao; đã có chỗ." in bot.answer(text)
    assert queue(bot) == [(MEMBER.id, 3, True), (NEIGHBOUR.id, 2, True)]


def test_seats_that_become_free_go_to_who_waits(office: Office, bot: Bot) -> None:
    seats(office, 5)
    joins(bot, 5)
    joins(bot, 2, NEIGHBOUR, NEIGHBOURS)

    outgoing = bot.hears("sửa đăng ký thành 3 người")

    assert "Đã đăng ký 3 người" in told(outgoing, PRIVATE)
    assert "Đã có chỗ cho 2 người" in told(outgoing, NEIGHBOURS)


def test_nobody_loses_a_seat_because_others_become_more(office: Office, bot: Bot) -> None:
    seats(office, 6)
    joins(bot, 3)
    joins(bot, 2, NEIGHBOUR, NEIGHBOURS)

    assert "Không đủ chỗ cho 5 người" in bot.answer("sửa đăng ký thành 5 người")
    assert queue(bot) == [(MEMBER.id, 3, True), (NEIGHBOUR.id, 2, True)]
    assert "Đã đăng ký 4 người" in bot.answer("sửa đăng ký thành 4 người")
    assert "chỉ nhận 6 người" in bot.answer("sửa đăng ký thành 7 người")
    assert queue(bot) == [(MEMBER.id, 4, True), (NEIGHBOUR.id, 2, True)]


def test_who_leaves_the_new_number_open_sees_what_they_have(bot: Bot) -> None:
    joins(bot, 5)

    shown = sent(bot.hears("sửa đăng ký giúp mình"))

    assert "sửa đăng ký thành" in text_of(shown)
    assert data(shown) == [f"quit:{OWN}:{SPORTS}"]


@pytest.mark.parametrize("text", ["hủy đăng ký", "huy dang ky", "rút đăng ký hội thao nhé"])
def test_who_cancels_is_registered_no_more(bot: Bot, text: str) -> None:
    joins(bot, 5)

    assert "Đã hủy đăng ký của bạn: Hội thao." in bot.answer(text)
    assert queue(bot) == []
    assert "chưa đăng ký hoạt động nào" in bot.answer(text)


def test_who_cancels_lets_others_move_up(office: Office, bot: Bot) -> None:
    seats(office, 5)
    joins(bot, 5)
    joins(bot, 2, NEIGHBOUR, NEIGHBOURS)

    assert "Đã có chỗ cho 2 người" in told(bot.hears("hủy đăng ký"), NEIGHBOURS)


def test_of_several_registrations_it_is_asked_which(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{FAIR}:open")
    joins(bot, 5)
    joins(bot, 2, no=FAIR)

    shown = sent(bot.hears("hủy đăng ký"))

    assert labels(shown) == ["Hủy đăng ký · Hội thao", "Hủy đăng ký · Hội chợ 3"]
    assert "Đã hủy đăng ký của bạn: Hội chợ 3" in bot.answer("hủy đăng ký hội chợ 3")
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_who_asks_how_to_cancel_gets_the_button(bot: Bot) -> None:
    joins(bot, 5)

    assert data(sent(bot.hears("hủy đăng ký thế nào?"))) == [f"quit:{OWN}:{SPORTS}"]
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_who_registers_again_is_told_how_to_change_it(bot: Bot) -> None:
    joins(bot, 5)

    assert "Bạn đã đăng ký 5 người rồi" in bot.answer("đăng ký hội thao 3 người")
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_who_is_asked_for_a_number_may_cancel_something_else(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{FAIR}:open")
    joins(bot, 5)
    bot.press(f"join:{OWN}:{FAIR}")

    assert "Đã hủy đăng ký của bạn: Hội thao" in bot.answer("hủy đăng ký hội thao")


@pytest.mark.parametrize("text", ["đăng ký nhãn hiệu", "đăng ký kinh doanh cho HTX"])
def test_who_registers_for_something_else_is_answered_by_the_plan(bot: Bot, text: str) -> None:
    assert "bao nhiêu người" not in bot.answer(text)
    assert queue(bot) == []


def test_where_other_words_are_said_the_buttons_come(bot: Bot) -> None:
    assert data(sent(bot.hears("đăng ký 5 người ăn chay"))) == [f"join:{OWN}:{SPORTS}:5"]
    joins(bot, 5)

    assert data(sent(bot.hears("hủy đăng ký kinh doanh"))) == [f"quit:{OWN}:{SPORTS}"]
    assert queue(bot) == [(MEMBER.id, 5, True)]


def test_an_anonymous_administrator_is_nobody(bot: Bot) -> None:
    assert "ẩn danh" in bot.answer("@htx_bot đăng ký hội thao 5 người", GROUP, ANONYMOUS)


def test_where_nothing_was_ever_opened_the_plan_answers(office: Office) -> None:
    assert "Kế hoạch không nêu" in office.bot.answer("đăng ký hội thao 5 người")
    assert "chưa đăng ký hoạt động nào" in office.bot.answer("hủy đăng ký")


def test_an_english_speaker_is_answered_in_english(bot: Bot) -> None:
    joins(bot, 5)
    bot.press("lang:en")

    assert "Registered for Hội thao: 3 people" in bot.answer("change my registration to 3 people")
    assert "Your registration is cancelled" in bot.answer("cancel my registration")
