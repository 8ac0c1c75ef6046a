"""A reminder did not reach every group, or nobody knows: the staff send it again."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import select

from campaign.messages import Acknowledge, Chat, Edit, Send
from campaign.outreach.reminders import Schedule
from handlers import due
from storage import (
    chats,
    cooperatives,
    groups,
    openings,
    registrations,
    reminder_choices,
    submissions,
)
from storage.broadcasts import BroadcastRecord
from storage.cooperatives import NewCooperative
from storage.registrations import Party
from storage.reminder_choices import Choice
from storage.tables import BROADCASTS
from tests.handlers.bot import GROUP, OTHER_GROUP, labels, notice
from tests.handlers.newsroom import approve, only, settle, started
from tests.handlers.office import OFFICER, OWN, Office, Person, text_of, written
from tests.handlers.reminded import (
    at,
    due_by_the_twentieth,
    moment,
    newest_of,
    notices,
    out,
    reminded,
)

TOLD = "Lời nhắc ngày 13/3/2024 đã tới {} nhóm; {} nhóm không nhận được hoặc không rõ đã nhận chưa."
POINTLESS = (
    "Lời nhắc này không còn tác dụng: hạn hoặc ngày bắt đầu đã qua, đã có lời nhắc mới hơn, "
    "hoặc kế hoạch đã thay đổi."
)
NOBODY = (
    "Không còn nhóm nào để gửi lại: đã nhận, đã nộp, đã được nhắc, không muốn nhận hoặc không còn "
    "được duyệt."
)
OLD = "Nút này đã cũ. Hãy gửi lại lệnh hoặc câu hỏi."
TOMORROW = "Ngày mai, 14/3/2024, là ngày cuối."


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh, whose deadline is 14/3; the bot has just begun, on 8/3 at noon."""
    approve(office)
    notices(office)


def doubtful(office: Office, first: str = "unknown", second: str = "sent") -> BroadcastRecord:
    """Let the reminder of 13/3 end so in the two groups; return it."""
    at(office, "13/3 8:00")
    reminder = newest_of(office)
    settle(office.bot, reminder, first, "interrupted", chat_id=GROUP.id)
    settle(office.bot, reminder, second, "refused", chat_id=OTHER_GROUP.id)
    return reminder


def told(office: Office) -> dict[int, Send]:
    """Let a second go by; return what the staff are told."""
    office.bot.now += datetime.timedelta(seconds=1)
    found = due.tick(office.bot.front, office.bot.unit, office.bot.now)
    return {each.chat.id: each for _, each in found if isinstance(each, Send)}


def again(person: Person, reminder: BroadcastRecord) -> str:
    """Press the button; return what the message has become."""
    acknowledge, edit = person.presses(f"nudge:{reminder.id}")
    assert acknowledge == Acknowledge("press")
    assert isinstance(edit, Edit)
    assert edit.buttons == ()
    return text_of(edit)


def anew(office: Office, since: BroadcastRecord) -> list[tuple[int, str]]:
    """Return which groups are reminded by messages newer than that one, and of what."""
    newer = select(BROADCASTS.c.id).where(BROADCASTS.c.id > since.id)
    ids = set(office.bot.unit.connection.scalars(newer))
    if not ids:
        return []
    rows = reminded(office)[-len(ids) :]
    return [(chat, text) for _, chat, text in rows]


def test_the_staff_are_offered_to_send_it_again(office: Office) -> None:
    doubtful(office, "unknown", "failed")

    found = told(office)

    assert {text_of(each) for each in found.values()} == {TOLD.format(0, 2)}
    assert labels(found[OFFICER.id]) == ["Gửi lại cho 2 nhóm chưa rõ"]


def test_it_is_sent_again_to_the_group_in_doubt_alone(office: Office) -> None:
    reminder = doubtful(office)
    told(office)

    said = again(office.officer, reminder)

    assert said == (
        f"{TOLD.format(1, 1)}\n✓ Đang gửi lại cho 1 nhóm. Nếu lại có nhóm chưa rõ, mình sẽ báo."
    )
    ((chat, text),) = anew(office, reminder)
    assert chat == GROUP.id
    assert TOMORROW in text
    assert newest_of(office).buttons == reminder.buttons
    assert written(office)[-1] == (OFFICER.id, "reminder_again", f"#{reminder.id}")


def test_what_arrives_the_second_time_is_no_news_and_what_does_not_can_be_sent_again(
    office: Office,
) -> None:
    first = doubtful(office, "unknown", "failed")
    told(office)
    again(office.officer, first)
    second = newest_of(office)
    settle(office.bot, second, "sent", chat_id=GROUP.id)
    settle(office.bot, second, "unknown", "no_answer", chat_id=OTHER_GROUP.id)

    found = told(office)
    assert labels(found[OFFICER.id]) == ["Gửi lại cho 1 nhóm chưa rõ"]
    again(office.colleague, second)

    third = newest_of(office)
    settle(office.bot, third, "sent")
    assert [chat for chat, _ in anew(office, second)] == [OTHER_GROUP.id]
    assert told(office) == {}


def test_a_second_press_and_a_colleague_s_send_nothing(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    again(office.officer, reminder)
    newest = newest_of(office)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == (
        "Lời nhắc này đã được gửi lại rồi (người bấm: bạn)."
    )
    assert notice(office.colleague.presses(f"nudge:{reminder.id}")) == (
        f"Lời nhắc này đã được gửi lại rồi (người bấm: {OFFICER.id})."
    )
    assert newest_of(office).id == newest.id


def test_it_is_said_in_the_words_of_the_day_on_which_it_is_sent(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    office.bot.now = moment("14/3 7:30")

    again(office.officer, reminder)

    ((_, text),) = anew(office, reminder)
    assert "Hôm nay là ngày cuối." in text
    content = newest_of(office).content
    assert content
    assert content.text.startswith("🔔 Nhắc việc · thứ Năm 14/3/2024")


def test_when_the_next_one_is_due_it_has_lost_its_point(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    assert len(out(office, "14/3 8:00")) == 2
    newest = newest_of(office)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == POINTLESS
    assert newest_of(office).id == newest.id


def test_after_the_deadline_it_has_lost_its_point_and_is_not_offered(office: Office) -> None:
    at(office, "14/3 8:00")
    last = newest_of(office)
    settle(office.bot, last, "unknown", "interrupted")
    office.bot.now = moment("15/3 8:00")

    assert labels(told(office)[OFFICER.id]) == []
    assert notice(office.officer.presses(f"nudge:{last.id}")) == POINTLESS


def test_at_night_it_is_sent_in_the_morning(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    office.bot.now = moment("13/3 22:00")

    assert again(office.officer, reminder).endswith(
        "✓ Sẽ gửi lại cho 1 nhóm lúc 6:30 thứ Năm 14/3/2024 (giờ Việt Nam). "
        "Nếu lại có nhóm chưa rõ, mình sẽ báo."
    )

    assert newest_of(office).state == "scheduled"
    assert out(office, "14/3 6:29") == []
    out(office, "14/3 6:30")
    assert newest_of(office).state == "running"
    assert "Hôm nay là ngày cuối." in anew(office, reminder)[0][1]


def test_in_the_night_before_nothing_helps_any_more_it_is_not_sent(office: Office) -> None:
    at(office, "14/3 8:00")
    last = newest_of(office)
    settle(office.bot, last, "unknown", "interrupted")
    office.bot.now = moment("14/3 22:00")

    assert notice(office.officer.presses(f"nudge:{last.id}")) == OLD  # nobody was asked yet
    told(office)
    assert notice(office.officer.presses(f"nudge:{last.id}")) == POINTLESS


def test_who_has_handed_in_meanwhile_is_left_out(office: Office) -> None:
    reminder = doubtful(office, "unknown", "failed")
    told(office)
    cooperatives.add(office.bot.unit, OWN, (NewCooperative("Hoa Sen", "Ý Yên", GROUP.id),))
    (lotus,) = cooperatives.of_chat(office.bot.unit, OWN, GROUP.id)
    submissions.hand_in(office.bot.unit, lotus.id, 15, office.bot.now)

    assert again(office.officer, reminder).endswith(
        "✓ Đang gửi lại cho 1 nhóm. 1 nhóm không cần gửi nữa: đã nộp, đã được nhắc, không muốn "
        "nhận hoặc không còn được duyệt. Nếu lại có nhóm chưa rõ, mình sẽ báo."
    )

    assert [chat for chat, _ in anew(office, reminder)] == [OTHER_GROUP.id]


def test_a_group_that_is_no_longer_approved_is_left_out(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    groups.decide(office.bot.unit, GROUP.id, before=True, after=False, now=office.bot.now)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == NOBODY

    groups.decide(office.bot.unit, GROUP.id, before=False, after=True, now=office.bot.now)
    told(office)
    assert anew(office, reminder) == []  # nothing by itself
    again(office.officer, reminder)
    assert [chat for chat, _ in anew(office, reminder)] == [GROUP.id]


def test_a_group_that_wants_none_any_more_or_sleeps_is_left_out(office: Office) -> None:
    reminder = doubtful(office, "unknown", "failed")
    told(office)
    unit, now = office.bot.unit, office.bot.now
    reminder_choices.keep(unit, GROUP.id, Choice(kinds=("start",)), now)
    reminder_choices.keep(unit, OTHER_GROUP.id, Choice(snoozed_until=moment("20/3 0:00")), now)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == NOBODY
    assert anew(office, reminder) == []


def test_a_group_that_has_another_hour_by_now_gets_it_at_once(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    reminder_choices.keep(office.bot.unit, GROUP.id, Choice(hour=17), office.bot.now)

    again(office.officer, reminder)

    assert [chat for chat, _ in anew(office, reminder)] == [GROUP.id]
    assert at(office, "13/3 17:00") == []


def test_a_deadline_that_was_moved_is_not_said_in_the_old_words(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    due_by_the_twentieth(office, 15)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == POINTLESS
    assert anew(office, reminder) == []


def test_a_group_that_became_a_supergroup_gets_it_under_its_new_number(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    office.bot.migrates(GROUP.id, -1000)

    again(office.officer, reminder)

    assert [chat for chat, _ in anew(office, reminder)] == [-1000]


def test_a_group_of_which_one_knows_by_now_that_it_arrived_is_left_out(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    settle(office.bot, reminder, "sent", chat_id=GROUP.id)  # whoever sent it has come back

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == NOBODY


def test_a_change_while_it_waits_for_the_morning_is_said_in_its_place(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    office.bot.now = moment("13/3 22:00")
    again(office.officer, reminder)
    due_by_the_twentieth(office, 15)

    out(office, "14/3 6:30")
    out(office, "14/3 6:31")

    found = dict(anew(office, newest_of(office)) or [each[1:] for each in reminded(office)[-2:]])
    assert set(found) == {GROUP.id, OTHER_GROUP.id}
    assert all("20/3/2024" in text for text in found.values())


def test_who_registered_in_private_gets_it_again_while_registered(office: Office) -> None:
    unit, now = office.bot.unit, office.bot.now
    sports = openings.prepare(unit, OWN, 2)
    openings.turn(unit, sports.id, is_open=True)
    for person in (7, 8):
        chats.meet(unit, Chat(person, "private"), now)
        registrations.add(unit, sports.id, Party(person, person, 1), now)
    assert {chat for chat, _ in at(office, "13/4 8:00")} == {7, 8}
    reminder = newest_of(office)
    settle(office.bot, reminder, "unknown", "interrupted")
    told(office)
    registrations.remove(unit, sports.id, 8)

    again(office.officer, reminder)

    assert [chat for chat, _ in anew(office, reminder)] == [7]


def test_where_the_bot_may_not_write_it_is_not_tried_again(office: Office) -> None:
    at(office, "13/3 8:00")
    reminder = newest_of(office)
    settle(office.bot, reminder, "failed", "muted", chat_id=GROUP.id)
    settle(office.bot, reminder, "unknown", "interrupted", chat_id=OTHER_GROUP.id)

    assert labels(told(office)[OFFICER.id]) == ["Gửi lại cho 1 nhóm chưa rõ"]
    again(office.officer, reminder)
    assert [chat for chat, _ in anew(office, reminder)] == [OTHER_GROUP.id]


def test_staff_of_another_campaign_and_strangers_are_refused(office: Office) -> None:
    reminder = doubtful(office)
    told(office)
    button = f"nudge:{reminder.id}"

    assert notice(office.rival.presses(button)) == "Bạn không phải là cán bộ của chiến dịch này."
    assert notice(office.stranger.presses(button)) == (
        "Việc này chỉ dành cho cán bộ của chiến dịch."
    )
    assert notice(office.officer.presses(button, GROUP)) == (
        "Việc của cán bộ, bạn viết riêng cho mình nhé."
    )
    assert anew(office, reminder) == []


@pytest.mark.parametrize("number", ["", "0", "x", "99", "9" * 40, "1:2"])
def test_a_button_that_is_none_does_nothing(office: Office, number: str) -> None:
    doubtful(office)
    told(office)
    assert notice(office.officer.presses(f"nudge:{number}")) == OLD


def test_an_announcement_is_not_sent_again_by_this_button(office: Office) -> None:
    started(office.officer)
    settle(office.bot, only(office.bot), "unknown", "interrupted")
    told(office)

    assert only(office.bot).state == "done"
    assert notice(office.officer.presses(f"nudge:{only(office.bot).id}")) == OLD


def test_what_is_still_being_sent_is_not_sent_again(office: Office) -> None:
    at(office, "13/3 8:00")
    reminder = newest_of(office)
    settle(office.bot, reminder, "unknown", "interrupted", chat_id=GROUP.id)
    notices(office)

    assert notice(office.officer.presses(f"nudge:{reminder.id}")) == OLD


def test_on_a_monday_what_still_helps_is_sent_again(office: Office) -> None:
    at(office, "11/3 8:00")
    monday = newest_of(office)
    settle(office.bot, monday, "unknown", "interrupted", chat_id=GROUP.id)
    settle(office.bot, monday, "sent", chat_id=OTHER_GROUP.id)
    told(office)
    assert len(out(office, "13/3 8:00")) == 2
    wednesday = newest_of(office)

    again(office.officer, monday)

    ((chat, text),) = anew(office, wednesday)
    assert chat == GROUP.id
    assert text.startswith("Tuần này (11/3/2024–17/3/2024)")


def test_a_campaign_with_another_schedule_keeps_to_it(office: Office) -> None:
    schedule = Schedule(hour=datetime.time(9))
    office.bot.front = replace(office.bot.front, schedules={OWN: schedule})
    at(office, "13/3 9:00")
    reminder = newest_of(office)
    settle(office.bot, reminder, "unknown", "interrupted")
    told(office)
    office.bot.now = moment("14/3 8:59")

    again(office.officer, reminder)

    assert newest_of(office).id > reminder.id
