"""As time goes by, groups are reminded: each once, in time, and of what they want."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import select

from campaign.messages import Chat
from campaign.outreach.reminders import Schedule
from campaign.talk.handbook import Handbook
from campaign.zone import VIETNAM
from handlers.ledger import reminder_buttons
from storage import (
    broadcasts,
    chats,
    cooperatives,
    openings,
    registrations,
    reminder_choices,
    submissions,
)
from storage.cooperatives import NewCooperative
from storage.registrations import Party
from storage.reminder_choices import Choice
from storage.tables import BROADCASTS, OUTBOX
from tests.campaign.talk.plans import handbook
from tests.handlers.bot import GROUP, OTHER_GROUP, notice
from tests.handlers.newsroom import approve, settle
from tests.handlers.office import OFFICER, OTHER, OWN, OWNER, Office
from tests.handlers.reminded import (
    all_sent,
    at,
    due_by_the_twentieth,
    moment,
    newest_of,
    notices,
    out,
    reminded,
)

THIRD_GROUP = Chat(-300, "group", "Nhóm Núi Cao")


def chosen(office: Office, chat: Chat, choice: Choice) -> None:
    reminder_choices.keep(office.bot.unit, chat.id, choice, office.bot.now)


def scheduled(office: Office, schedule: Schedule) -> None:
    office.bot.front = replace(office.bot.front, schedules={OWN: schedule, OTHER: schedule})


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh, whose deadline is 14/3; the bot has just begun, on 8/3 at noon."""
    approve(office)
    notices(office)


LAST_DAY = "Xét giải Hạt vàng: trước 15/3/2024, tức chậm nhất hết ngày 14/3/2024."


def test_every_approved_group_of_the_campaign_is_reminded_once(office: Office) -> None:
    office.bot.joins(THIRD_GROUP)  # nobody has approved it

    assert at(office, "11/3 7:59") == []
    assert [chat for chat, _ in at(office, "11/3 8:00")] == [GROUP.id, OTHER_GROUP.id]
    assert at(office, "11/3 8:00") == []
    assert at(office, "11/3 8:01") == []


def test_a_group_is_reminded_of_its_own_campaign_alone(office: Office) -> None:
    approve(office, THIRD_GROUP)
    chats.bind(office.bot.unit, THIRD_GROUP.id, OTHER, office.bot.now)

    found = at(office, "2/4 8:00")

    assert [(chat, text.partition(":")[0]) for chat, text in found] == [
        (THIRD_GROUP.id, "Lễ phát động")
    ]
    assert "09/04/2024" in found[0][1]


def test_each_group_reads_its_own_language(office: Office) -> None:
    chats.speak(office.bot.unit, OTHER_GROUP.id, "en", office.bot.now)

    found = dict(at(office, "13/3 8:00"))

    assert "Ngày mai, 14/3/2024, là ngày cuối." in found[GROUP.id]
    assert "Tomorrow, 14/3/2024, is the last day." in found[OTHER_GROUP.id]


def test_reminders_do_not_show_up_as_what_staff_announce(office: Office) -> None:
    at(office, "13/3 8:00")

    assert broadcasts.listing(office.bot.unit, {OWN}, 5) == []
    newest = newest_of(office)
    assert newest.kind == "reminder"
    assert notice(office.officer.presses(f"cast:{newest.id}:stop")) == (
        "Nút này đã cũ. Hãy gửi lại lệnh hoặc câu hỏi."
    )
    assert newest_of(office).state == "running"


def test_nobody_is_bothered_when_it_has_reached_everybody(office: Office) -> None:
    at(office, "13/3 8:00")
    only = newest_of(office)
    settle(office.bot, only, "sent")

    assert notices(office) == []
    assert newest_of(office).state == "done"


def test_the_staff_hear_of_groups_that_it_has_not_reached(office: Office) -> None:
    at(office, "13/3 8:00")
    only = newest_of(office)
    settle(office.bot, only, "sent", chat_id=GROUP.id)
    settle(office.bot, only, "failed", "refused", chat_id=OTHER_GROUP.id)

    told = notices(office)

    assert [reader for reader, _ in told] == sorted({OWNER.id, OFFICER.id, OFFICER.id + 1})
    assert {text for _, text in told} == {
        "Lời nhắc ngày 13/3/2024 đã tới 1 nhóm; 1 nhóm không nhận được hoặc không rõ đã nhận chưa."
    }
    assert notices(office) == []


def test_a_group_in_which_the_bot_may_not_write_is_no_news(office: Office) -> None:
    at(office, "13/3 8:00")
    settle(office.bot, newest_of(office), "sent", chat_id=GROUP.id)
    settle(office.bot, newest_of(office), "failed", "muted", chat_id=OTHER_GROUP.id)

    assert notices(office) == []
    assert newest_of(office).state == "done"


def test_after_an_outage_a_group_gets_one_message_of_what_still_helps(office: Office) -> None:
    at(office, "10/3 9:00")

    found = out(office, "13/3 11:30")  # 11/3 and 13/3 were missed, and Monday's digest

    assert [chat for chat, _ in found] == [GROUP.id, OTHER_GROUP.id]
    assert found[0][1] == (
        f"{LAST_DAY} Ngày mai, 14/3/2024, là ngày cuối. (Mục III.15)\n\n"
        f"Tuần này (11/3/2024–17/3/2024):\n• {LAST_DAY}"
    )


def test_what_has_lost_its_point_is_not_sent_and_the_staff_are_told_once(office: Office) -> None:
    at(office, "13/3 9:00")
    office.bot.now = moment("15/3 9:00")
    before = reminded(office)

    told = notices(office)

    assert [reader for reader, _ in told] == [OWNER.id, OFFICER.id, OFFICER.id + 1]
    assert told[0][1].endswith("\n• Xét giải Hạt vàng (14/3/2024)")
    assert reminded(office) == before
    assert notices(office) == []


def test_at_night_nobody_is_reminded_and_in_the_morning_everybody(office: Office) -> None:
    at(office, "12/3 9:00")

    assert out(office, "13/3 23:00") == []
    assert at(office, "14/3 6:29") == []
    assert [text for _, text in at(office, "14/3 6:30")] == [
        f"{LAST_DAY} Hôm nay là ngày cuối. (Mục III.15)"
    ] * 2
    assert "Hôm nay là ngày cuối" in at(office, "14/3 8:00")[0][1]


def test_what_could_not_be_sent_in_the_evening_is_held_back_until_the_morning(
    office: Office,
) -> None:
    at(office, "11/3 8:00")
    out(office, "11/3 21:00")
    states = select(BROADCASTS.c.state)

    assert office.bot.unit.connection.scalars(states).all() == ["scheduled"]
    out(office, "12/3 6:30")
    assert office.bot.unit.connection.scalars(states).all() == ["running"]


def test_a_row_ends_with_the_next_reminder_of_the_same(office: Office) -> None:
    at(office, "11/3 8:00")
    at(office, "13/3 8:00")
    at(office, "14/3 8:00")

    ends = office.bot.unit.connection.scalars(
        select(OUTBOX.c.expires_at).where(OUTBOX.c.chat_id == GROUP.id)
    )

    assert [f"{each.astimezone(VIETNAM):%d/%m %H:%M}" for each in ends] == [
        "13/03 08:00",
        "14/03 08:00",
        "15/03 00:00",
    ]


@pytest.mark.parametrize("back", ["11/3 7:00", "8/3 13:00", "1/1 12:00"])
def test_a_clock_that_is_set_back_repeats_nothing(office: Office, back: str) -> None:
    assert len(at(office, "11/3 8:00")) == 2

    assert out(office, back) == []
    assert out(office, "11/3 8:00") == []
    assert len(at(office, "13/3 8:00")) == 2


def test_a_clock_that_ran_ahead_skips_nothing(office: Office) -> None:
    assert len(at(office, "11/3 8:00")) == 2
    assert out(office, "30/12 12:00") == []

    assert out(office, "12/3 9:00") == []
    assert len(at(office, "13/3 8:00")) == 2


def test_an_earlier_hour_for_all_does_not_skip_today(office: Office) -> None:
    scheduled(office, Schedule(hour=datetime.time(9)))
    assert at(office, "13/3 8:30") == []

    scheduled(office, Schedule(hour=datetime.time(8)))
    assert len(at(office, "13/3 8:31")) == 2
    assert at(office, "13/3 9:00") == []


def test_a_later_hour_for_all_does_not_repeat_today(office: Office) -> None:
    assert len(at(office, "13/3 8:00")) == 2
    all_sent(office)

    scheduled(office, Schedule(hour=datetime.time(9)))
    assert at(office, "13/3 8:31") == []
    assert at(office, "13/3 9:00") == []


def test_more_days_before_are_said_from_then_on(office: Office) -> None:
    at(office, "9/3 12:00")

    scheduled(office, Schedule(deadline_days=(4, 3)))

    assert "Còn 4 ngày nữa" in at(office, "10/3 8:00")[0][1]


def test_a_deadline_that_was_moved_is_counted_down_anew(office: Office) -> None:
    assert len(at(office, "13/3 8:00")) == 2
    all_sent(office)
    due_by_the_twentieth(office, 15)

    found = at(office, "13/3 8:01")

    assert [text for _, text in found] == [
        "Xét giải Hạt vàng: trước 21/3/2024, tức chậm nhất hết ngày 20/3/2024. "
        "Còn 7 ngày nữa (tính đến hết 20/3/2024). (Mục III.15)"
    ] * 2
    assert at(office, "14/3 8:00") == []


def test_an_edition_that_is_numbered_otherwise_repeats_nothing(office: Office) -> None:
    assert len(at(office, "13/3 8:00")) == 2
    plan = office.bot.front.handbooks[OWN].plan
    later = tuple(each.model_copy(update={"no": each.no + 1}) for each in plan.activities)
    edition = Handbook.of(plan.model_copy(update={"activities": later}))
    office.bot.front = replace(office.bot.front, handbooks={OWN: edition})

    assert at(office, "13/3 8:01") == []
    assert len(at(office, "14/3 8:00")) == 2


def test_a_group_has_its_own_hour(office: Office) -> None:
    chosen(office, OTHER_GROUP, Choice(hour=17))

    assert [chat for chat, _ in at(office, "13/3 8:00")] == [GROUP.id]
    assert at(office, "13/3 16:59") == []
    assert [chat for chat, _ in at(office, "13/3 17:00")] == [OTHER_GROUP.id]
    assert [chat for chat, _ in at(office, "14/3 8:00")] == [GROUP.id]
    assert [chat for chat, _ in at(office, "14/3 17:00")] == [OTHER_GROUP.id]


def test_a_group_that_chooses_another_hour_misses_nothing_and_hears_nothing_twice(
    office: Office,
) -> None:
    chosen(office, OTHER_GROUP, Choice(hour=17))
    at(office, "13/3 8:00")
    office.bot.now = moment("13/3 12:00")

    chosen(office, OTHER_GROUP, Choice(hour=9))
    assert [chat for chat, _ in at(office, "13/3 12:01")] == [OTHER_GROUP.id]
    chosen(office, OTHER_GROUP, Choice(hour=18))
    chosen(office, GROUP, Choice(hour=18))

    assert at(office, "13/3 18:00") == []


def test_a_group_hears_of_the_kinds_that_it_wants(office: Office) -> None:
    chosen(office, OTHER_GROUP, Choice(kinds=("start", "digest")))
    at(office, "10/3 9:00")

    found = dict(at(office, "11/3 8:00"))

    assert found[GROUP.id].count("Xét giải Hạt vàng") == 2
    assert found[OTHER_GROUP.id] == f"Tuần này (11/3/2024–17/3/2024):\n• {LAST_DAY}"


def test_a_group_that_sleeps_is_left_alone_until_then(office: Office) -> None:
    chosen(office, OTHER_GROUP, Choice(snoozed_until=moment("14/3 0:00")))

    assert [chat for chat, _ in at(office, "13/3 8:00")] == [GROUP.id]
    assert [chat for chat, _ in at(office, "14/3 8:00")] == [GROUP.id, OTHER_GROUP.id]


def test_a_group_that_became_a_supergroup_is_not_reminded_again(office: Office) -> None:
    chosen(office, GROUP, Choice(hour=8))
    assert len(at(office, "13/3 8:00")) == 2

    office.bot.migrates(GROUP.id, -1000)
    out(office, "12/3 8:00")

    assert at(office, "13/3 8:00") == []
    assert reminder_choices.find(office.bot.unit, -1000) == Choice(hour=8)


def test_under_a_deadline_are_the_buttons_of_the_ledger(office: Office) -> None:
    at(office, "11/3 8:00")

    assert newest_of(office).buttons == reminder_buttons(OWN, 15, "vi")


def test_under_two_deadlines_the_buttons_name_the_section(office: Office) -> None:
    book = handbook("nam-dinh-2024")
    office.bot.front = replace(office.bot.front, handbooks={OWN: book})

    at(office, "13/3 8:00")

    assert [[each.label for each in row] for row in newest_of(office).buttons] == [
        ["Đã nộp · III.8", "Cần hỗ trợ · III.8"],
        ["Đã nộp · III.9", "Cần hỗ trợ · III.9"],
    ]
    at(office, "21/3 8:00")
    assert newest_of(office).buttons == ()


def test_a_group_that_has_handed_in_is_not_reminded_of_it_any_more(office: Office) -> None:
    both = (NewCooperative("Hoa Sen", "Ý Yên", GROUP.id), NewCooperative("Bình Minh", "Ý Yên"))
    cooperatives.add(office.bot.unit, OWN, both)
    (lotus,) = cooperatives.of_chat(office.bot.unit, OWN, GROUP.id)
    submissions.hand_in(office.bot.unit, lotus.id, 15, office.bot.now)

    assert [chat for chat, _ in at(office, "13/3 8:00")] == [OTHER_GROUP.id]


def test_the_week_does_not_name_what_a_group_has_handed_in(office: Office) -> None:
    cooperatives.add(office.bot.unit, OWN, (NewCooperative("Hoa Sen", "Ý Yên", GROUP.id),))
    (lotus,) = cooperatives.of_chat(office.bot.unit, OWN, GROUP.id)
    assert submissions.hand_in(office.bot.unit, lotus.id, 15, office.bot.now)
    named = "Xét giải Hạt vàng: trước 15/3/2024"

    week = dict(at(office, "11/3 8:00"))

    assert named in week[OTHER_GROUP.id].partition("Tuần này")[2]
    assert named not in week.get(GROUP.id, "")


def test_what_people_register_for_is_said_where_somebody_has(office: Office) -> None:
    unit, now = office.bot.unit, office.bot.now
    sports = openings.prepare(unit, OWN, 2)
    openings.turn(unit, sports.id, is_open=True)
    registrations.add(unit, sports.id, Party(7, GROUP.id, 3), now)

    assert [chat for chat, _ in at(office, "13/4 8:00")] == [GROUP.id]


def test_who_registered_in_private_is_reminded_there_and_of_nothing_else(office: Office) -> None:
    unit, now = office.bot.unit, office.bot.now
    sports = openings.prepare(unit, OWN, 2)
    openings.turn(unit, sports.id, is_open=True)
    for person in (7, 8):
        chats.meet(unit, Chat(person, "private"), now)
    registrations.add(unit, sports.id, Party(7, 7, 1), now)

    assert 7 not in dict(at(office, "13/3 8:00"))
    assert [chat for chat, _ in at(office, "13/4 8:00")] == [7]


def test_who_has_not_registered_is_reminded_of_the_last_day_for_it(office: Office) -> None:
    due_by_the_twentieth(office, 2, "đăng ký trước 21/3/2024")
    unit, now = office.bot.unit, office.bot.now
    sports = openings.prepare(unit, OWN, 2)
    openings.turn(unit, sports.id, is_open=True)
    registrations.add(unit, sports.id, Party(7, GROUP.id, 3), now)

    assert {chat for chat, _ in at(office, "19/3 8:00")} == {GROUP.id, OTHER_GROUP.id}
    assert newest_of(office).buttons == reminder_buttons(OWN, 2, "vi")


def test_what_people_register_for_and_is_to_be_over_by_a_day_is_nothing_to_hand_in(
    office: Office,
) -> None:
    due_by_the_twentieth(office, 2)
    unit, now = office.bot.unit, office.bot.now
    sports = openings.prepare(unit, OWN, 2)
    openings.turn(unit, sports.id, is_open=True)
    registrations.add(unit, sports.id, Party(7, GROUP.id, 3), now)

    assert [chat for chat, _ in at(office, "19/3 8:00")] == [GROUP.id]
    assert newest_of(office).buttons == ()
