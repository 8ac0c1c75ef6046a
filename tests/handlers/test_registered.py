"""Who registered for an activity hears at once that it is moved or cancelled."""

from dataclasses import replace

import pytest

from campaign.messages import Edit, Outgoing, Send, plain
from handlers.library import Library
from tests.handlers.bot import GROUP, MEMBER, NEIGHBOUR, PRIVATE, Bot, picked, sent
from tests.handlers.documents import hands_over
from tests.handlers.newsroom import presses, turned
from tests.handlers.office import OWN, Office

SPORTS = 2
JOIN = f"join:{OWN}:{SPORTS}"


@pytest.fixture
def bot(office: Office) -> Bot:
    """The sports day takes registrations; the bot is in the group."""
    library = Library(office.bot.front.handbooks)
    office.bot.front = replace(office.bot.front, handbooks=library)
    office.bot.joins(GROUP)
    office.officer.presses(f"open:{OWN}:{SPORTS}:open")
    return office.bot


def cancels(office: Office) -> list[Outgoing]:
    asked = picked(office.officer.presses(f"act:{OWN}:{SPORTS}:cancelled"))
    return presses(office.officer, "Đúng, cập nhật", asked)


def moves(office: Office, words: str, kind: str = "time") -> list[Outgoing]:
    picked(office.officer.presses(f"act:{OWN}:{SPORTS}:{kind}"))
    return presses(office.officer, "Đúng, cập nhật", sent(office.officer.writes(words)))


def told(outgoing: list[Outgoing]) -> dict[int, str]:
    """Return what was sent, by chat; each chat gets one message."""
    found = [each for each in outgoing if isinstance(each, Send)]
    assert len({each.chat.id for each in found}) == len(found)
    return {each.chat.id: plain(each.text) for each in found}


def card(outgoing: list[Outgoing]) -> str:
    (edit,) = [each for each in outgoing if isinstance(each, Edit)]
    return plain(edit.text)


def test_a_person_who_registered_in_private_is_told_of_a_cancellation_there(
    office: Office, bot: Bot
) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    done = cancels(office)
    assert told(done) == {
        MEMBER.id: "Hoạt động đã đăng ký tham gia vừa có thay đổi: Hội thao.\n"
        "Hoạt động này bị hủy; kế hoạch: ngày 20/04/2024 (thứ Bảy)."
    }
    assert "1 người (tin nhắn riêng), 0 nhóm" in card(done)


def test_a_new_time_and_place_are_told_in_one_message(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    assert told(moves(office, "8h 27/4, hội trường A"))[MEMBER.id].splitlines()[1:] == [
        "Thời gian: 8h ngày 27/4/2024 (thứ Bảy); kế hoạch: ngày 20/04/2024 (thứ Bảy).",
        "Địa điểm: hội trường A; kế hoạch: Sân vận động Cầu Tre.",
    ]


def test_who_registered_in_a_group_is_told_in_private_where_the_bot_may_write(
    office: Office, bot: Bot
) -> None:
    """Of two in one group, the bot has met one in private: the group is told for the other."""
    bot.hears("/start", PRIVATE, MEMBER)
    bot.press(f"{JOIN}:3", GROUP, MEMBER)
    bot.press(f"{JOIN}:2", GROUP, NEIGHBOUR)
    done = cancels(office)
    assert set(told(done)) == {MEMBER.id, GROUP.id}
    assert "1 người (tin nhắn riêng), 1 nhóm" in card(done)


def test_a_group_is_told_once_however_many_registered_there(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", GROUP, MEMBER)
    bot.press(f"{JOIN}:2", GROUP, NEIGHBOUR)
    assert set(told(cancels(office))) == {GROUP.id}


def test_who_waits_for_a_seat_is_told_as_well(office: Office, bot: Bot) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:seats")
    office.officer.writes("3")
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    bot.press(f"{JOIN}:3", GROUP, NEIGHBOUR)
    assert set(told(cancels(office))) == {MEMBER.id, GROUP.id}


def test_a_withdrawal_is_told_with_how_it_is_now(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    cancels(office)
    undone = office.officer.presses("change:1:undo")
    assert told(undone)[MEMBER.id] == (
        "Thay đổi vừa báo về hoạt động đã đăng ký tham gia được rút lại: Hội thao.\n"
        "Thời gian: ngày 20/04/2024 (thứ Bảy).\nĐịa điểm: Sân vận động Cầu Tre."
    )


def test_nobody_is_bothered_twice_or_with_what_changes_nothing_for_them(
    office: Office, bot: Bot
) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    assert told(moves(office, "0912 345 678", "phone")) == {}
    cancels(office)
    assert told(office.officer.presses("change:2:apply")) == {}


def test_who_gave_up_or_registered_for_something_else_hears_nothing(
    office: Office, bot: Bot
) -> None:
    office.officer.presses(f"open:{OWN}:1:open")
    bot.press(f"join:{OWN}:1:3", PRIVATE, MEMBER)
    bot.press(f"{JOIN}:3", GROUP, NEIGHBOUR)
    bot.press(f"quit:{OWN}:{SPORTS}", GROUP, NEIGHBOUR)
    done = cancels(office)
    assert told(done) == {}
    assert "báo cho nơi đăng ký" not in card(done)


def test_in_english_for_who_reads_english(office: Office, bot: Bot) -> None:
    bot.hears("/language", PRIVATE, MEMBER)
    bot.press("lang:en", PRIVATE, MEMBER)
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    assert (
        "This is cancelled; plan: ngày 20/04/2024 (Saturday)." in told(cancels(office))[MEMBER.id]
    )


PLAN = """
LIÊN MINH HTX TỈNH SÔNG XANH

KẾ HOẠCH
Tổ chức Tháng hành động năm 2024

II. NỘI DUNG HOẠT ĐỘNG
1. Tổ chức Lễ phát động
- Thời gian: ngày 11/4/2024.
2. Tổ chức Hội thao
- Thời gian: ngày 20/4/2024.
- Địa điểm: tại Sân vận động Cầu Tre.
"""


def publishes(office: Office, page: str) -> list[Outgoing]:
    targets = turned(presses(office.officer, "Công bố…", hands_over(office, page)))
    compared = turned(presses(office.officer, "Sông Xanh 2024", targets))
    return presses(office.officer, "Công bố cho Sông Xanh 2024", compared)


def test_an_edition_that_moves_an_activity_is_told_to_who_registered(
    office: Office, bot: Bot
) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    done = publishes(office, PLAN.replace("20/4/2024", "27/4/2024"))
    assert told(done) == {
        MEMBER.id: "Hoạt động đã đăng ký tham gia vừa có thay đổi: Hội thao.\n"
        "Thời gian: ngày 27/4/2024 (thứ Bảy).\nĐịa điểm: tại Sân vận động Cầu Tre."
    }
    assert "1 người (tin nhắn riêng), 0 nhóm" in card(done)
    bot.front.handbooks.refresh(bot.unit)  # type: ignore[attr-defined]  # a library
    undone = presses(office.officer, "Hoàn tác", turned(done))
    assert "ngày 20/04/2024 (thứ Bảy)" in told(undone)[MEMBER.id]


def test_an_edition_that_leaves_it_out_says_so(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    assert told(publishes(office, PLAN.partition("2. ")[0])) == {
        MEMBER.id: "Kế hoạch mới không còn hoạt động đã đăng ký tham gia: Hội thao."
    }


def test_other_words_for_the_same_day_and_place_are_no_news(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    assert told(publishes(office, PLAN)) == {}


def test_what_was_moved_from_the_chat_before_is_no_news_of_an_edition(
    office: Office, bot: Bot
) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    moves(office, "27/4")
    bot.front.handbooks.refresh(bot.unit)  # type: ignore[attr-defined]  # a library
    assert told(publishes(office, PLAN)) == {}


def test_nobody_hears_of_what_is_over(office: Office, bot: Bot) -> None:
    bot.press(f"{JOIN}:3", PRIVATE, MEMBER)
    bot.wait(days=60)
    assert told(publishes(office, PLAN.replace("20/4/2024", "27/4/2024"))) == {}
