"""A new edition numbers its activities otherwise: the ledger and its buttons stay with theirs."""

import datetime
from dataclasses import replace

import pytest

from campaign.messages import Send
from campaign.plan.model import Activity, Plan, Time
from campaign.plan.toml import plan_toml
from campaign.zone import VIETNAM
from handlers import due
from handlers.library import Library
from storage import editions, openings
from storage.editions import EditionRecord
from tests.handlers.bot import GROUP, MEMBER, NEIGHBOUR, OTHER_GROUP, PRIVATE, data, notice, picked
from tests.handlers.bot import sent as only
from tests.handlers.conftest import SONG_XANH
from tests.handlers.ledger import HAND, HELP, NO, acknowledged, handed_in, ledger, member_presses
from tests.handlers.ledger import state as state_of
from tests.handlers.office import OFFICER, OWN, Office, text_of

SPORTS = 2
JOIN, QUIT = f"join:{OWN}:{SPORTS}", f"quit:{OWN}:{SPORTS}"
BOOK = Activity(
    no=1,
    section="III.1",
    name="Viết sách",
    title="Viết sách về HTX",
    times=(Time(text="trước 15/3/2024", kind="deadline", end=datetime.date(2024, 3, 14)),),
    submits=True,
)


@pytest.fixture(autouse=True)
def _library(office: Office) -> None:
    office.bot.front = replace(office.bot.front, handbooks=Library(office.bot.front.handbooks))
    refresh(office)
    ledger(office)


def refresh(office: Office) -> None:
    library = office.bot.front.handbooks
    assert isinstance(library, Library)
    library.refresh(office.bot.unit)


def publish(office: Office, *activities: Activity) -> Plan:
    """Publish an edition with these activities, numbered in their order."""
    office.bot.wait(minutes=1)
    numbered = tuple(
        each.model_copy(update={"no": no, "section": f"III.{no}"})
        for no, each in enumerate(activities, 1)
    )
    plan = SONG_XANH.model_copy(update={"activities": numbered})
    draft = editions.add(
        office.bot.unit,
        EditionRecord(0, OWN, OFFICER.id, plan_toml(plan), [], office.bot.now, None),
    )
    editions.publish(office.bot.unit, draft.id, OWN, office.bot.now)
    refresh(office)
    return plan


def turned_round(office: Office) -> Plan:
    """Publish an edition in which something new comes first, and the rest in another order."""
    return publish(office, BOOK, *reversed(SONG_XANH.activities))


def without(office: Office, *numbers: int) -> Plan:
    return publish(office, *(a for a in SONG_XANH.activities if a.no not in numbers))


def test_what_was_handed_in_is_not_taken_for_something_else(office: Office) -> None:
    handed_in(office.bot, "HTX Hoa Sen")
    turned_round(office)

    table = office.officer.writes("/tiendo")[0]
    assert isinstance(table, Send)
    book, award = text_of(table).split("\n\n")[1:]
    assert book.startswith("Mục III.1 · Viết sách\nĐã nộp 0/5")
    assert award.startswith("Mục III.2 · Xét giải Hạt vàng\nĐã nộp 1/5")


def test_an_old_button_is_about_what_it_was_shown_for(office: Office) -> None:
    turned_round(office)

    assert "Cảm ơn" in notice(member_presses(office.bot, HAND))
    assert state_of(office.bot, "HTX Hoa Sen") == "handed_in"
    question = picked(member_presses(office.bot, HAND, OTHER_GROUP))
    assert text_of(question).startswith("Xét giải Hạt vàng: còn 3 HTX")
    called = member_presses(office.bot, HELP)
    assert any("Xét giải Hạt vàng" in text_of(each) for each in called if isinstance(each, Send))


def test_a_number_that_means_something_else_by_now_hands_nothing_in(office: Office) -> None:
    """Activity 1 was the launch: the new edition's first is another one."""
    turned_round(office)

    assert "đã thay đổi" in notice(member_presses(office.bot, f"hand:{OWN}:1"))


def test_what_the_edition_leaves_out_says_so_and_comes_back(office: Office) -> None:
    handed_in(office.bot, "HTX Hoa Sen")
    without(office, NO)

    assert "đã thay đổi" in notice(member_presses(office.bot, HAND, OTHER_GROUP))
    assert "không nêu hạn nộp nào" in text_of(only(office.officer.writes("/tiendo")))

    publish(office, *SONG_XANH.activities)
    assert "đã được ghi là đã nộp" in notice(member_presses(office.bot, HAND))


def test_a_corrected_title_keeps_what_was_handed_in(office: Office) -> None:
    handed_in(office.bot, "HTX Hoa Sen")
    *rest, award = SONG_XANH.activities
    corrected = award.model_copy(update={"title": "Xét tặng giải Hạt vàng", "name": "Giải"})
    publish(office, corrected, *rest)

    assert "đã được ghi là đã nộp" in notice(member_presses(office.bot, HAND))
    assert "HTX Hoa Sen" in "".join(
        button.label
        for row in picked(office.officer.presses(f"due:{OWN}:{NO}")).buttons
        for button in row
    )


def test_who_has_handed_in_is_not_reminded_under_another_number(office: Office) -> None:
    office.bot.now = datetime.datetime(2024, 3, 13, 7, 59, tzinfo=VIETNAM)
    due.tick(office.bot.front, office.bot.unit, office.bot.now)
    handed_in(office.bot, "HTX Hoa Sen")
    publish(office, *reversed(SONG_XANH.activities))

    due.tick(office.bot.front, office.bot.unit, office.bot.now)

    rows = office.bot.unit.connection.exec_driver_sql("SELECT chat_id FROM outbox").all()
    assert [chat for (chat,) in rows] == [OTHER_GROUP.id]
    said = office.bot.unit.connection.exec_driver_sql("SELECT buttons FROM broadcasts").scalar()
    assert HAND in str(said)


def test_registration_and_its_buttons_stay_with_the_activity(office: Office) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:open")
    office.bot.press(f"{JOIN}:4")
    turned_round(office)

    assert data(only(office.bot.hears("hội thao ở đâu?"))) == [JOIN]
    assert JOIN not in data(only(office.bot.hears("viết sách khi nào?")))
    assert "Hội thao: đang nhận đăng ký" in office.bot.answer("/dangky", GROUP)
    asked = picked(office.bot.press(JOIN, GROUP, NEIGHBOUR))
    assert text_of(asked).startswith("Đăng ký Hội thao")
    assert "● III.15 · Hội thao" in [
        button.label for row in only(office.officer.writes("/modangky")).buttons for button in row
    ]
    assert "Đã hủy" in acknowledged(office.bot.press(QUIT, PRIVATE, MEMBER))


def test_registration_for_what_is_left_out_says_so(office: Office) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:open")
    office.bot.press(f"{JOIN}:4")
    without(office, SPORTS)

    assert "không còn hoạt động này" in notice(office.bot.press(JOIN, GROUP, NEIGHBOUR))
    assert "chưa mở đăng ký" in office.bot.answer("/dangky")
    assert "đã cũ" in notice(office.officer.presses(f"open:{OWN}:{SPORTS}"))
    assert "Đã hủy" in acknowledged(office.bot.press(QUIT))
    opening = openings.of(office.bot.unit, OWN, SPORTS)
    assert opening
