"""A member asks in private to be reminded, sees what is to come, and drops it."""

import datetime
from dataclasses import replace

import pytest

from campaign.messages import Chat, Edit, Send
from campaign.plan.changes import Change, amended
from campaign.plan.model import Time
from campaign.talk.handbook import Handbook
from handlers import due
from storage import wishes
from tests.campaign.talk.plans import handbook
from tests.handlers.bot import (
    FOREIGNER,
    GROUP,
    MEMBER,
    PRIVATE,
    Bot,
    data,
    edited,
    labels,
    notice,
    said,
    sent,
)
from tests.handlers.office import text_of

# It is 8 March 2024, noon, in Vietnam. The launch is on 11/4, the dossier's last safe day 14/3.


def at(bot: Bot, day: int, hour: int, minute: int = 0, month: int = 3) -> list[str]:
    """Let it be that moment in Vietnam; return what people are told by then."""
    local = datetime.timezone(datetime.timedelta(hours=7))
    bot.now = datetime.datetime(2024, month, day, hour, minute, tzinfo=local)
    told = due.tick(bot.front, bot.unit, bot.now)
    assert {each.chat.id for _, each in told if isinstance(each, Send)} <= {PRIVATE.id}
    return [text_of(each) for _, each in told if isinstance(each, Send)]


def test_a_moment_is_confirmed_exactly_and_kept(bot: Bot) -> None:
    kept = sent(bot.hears("nhac toi hop ngay 28/3 luc 7h sang"))

    assert text_of(kept) == "✓ Mình sẽ nhắc bạn lúc 7:00 thứ Năm 28/3/2024 (giờ Việt Nam): hop."
    assert at(bot, 28, 6, 59) == []
    assert at(bot, 28, 7) == ["🔔 Bạn nhờ mình nhắc: hop."]
    assert at(bot, 28, 7, 1) == []


def test_days_ahead_of_an_activity_become_a_moment(bot: Bot) -> None:
    assert said(bot.hears("nhắc tôi trước 3 ngày về lễ phát động")) == (
        "✓ Mình sẽ nhắc bạn lúc 8:00 thứ Hai 8/4/2024 (giờ Việt Nam): Lễ phát động."
    )
    (told,) = at(bot, 8, 8, month=4)
    assert told.startswith("🔔 Bạn nhờ mình nhắc: Lễ phát động.\n\nLễ phát động")
    assert "11/04/2024" in told
    assert "còn 3 ngày" in told.lower()


def test_without_a_when_the_moments_are_offered(bot: Bot) -> None:
    question = sent(bot.hears("nhắc tôi về xét giải hạt vàng"))

    assert "Bạn muốn mình nhắc lúc nào?" in text_of(question)
    assert labels(question) == [
        "Trước 3 ngày: 8:00 thứ Hai 11/3/2024 (giờ Việt Nam)",
        "Trước 1 ngày: 8:00 thứ Tư 13/3/2024 (giờ Việt Nam)",
        "Đúng ngày: 8:00 thứ Năm 14/3/2024 (giờ Việt Nam)",
    ]
    answer = edited(bot.press(data(question)[1]))
    assert text_of(answer).startswith("✓ Mình sẽ nhắc bạn lúc 8:00 thứ Tư 13/3/2024")
    assert len(at(bot, 13, 8)) == 1


def test_hours_ahead_are_counted_from_the_hour_that_is_stated(bot: Bot) -> None:
    put_off(bot, datetime.date(2024, 3, 28), "8h ")

    assert said(bot.hears("nhắc tôi trước 3 tiếng về lễ phát động")) == (
        "✓ Mình sẽ nhắc bạn lúc 5:00 thứ Năm 28/3/2024 (giờ Việt Nam): Lễ phát động."
    )
    assert len(at(bot, 28, 5)) == 1


def test_without_an_hour_hours_cannot_be_counted_and_days_are_offered(bot: Bot) -> None:
    question = sent(bot.hears("nhắc tôi trước 3 tiếng về lễ phát động"))

    assert "Kế hoạch không nêu giờ" in text_of(question)
    assert labels(question) == [
        "Trước 1 ngày: 8:00 thứ Tư 10/4/2024 (giờ Việt Nam)",
        "Đúng ngày: 8:00 thứ Năm 11/4/2024 (giờ Việt Nam)",
    ]
    assert "8:00 thứ Tư 10/4/2024" in text_of(edited(bot.press(data(question)[0])))
    assert "8:00 thứ Tư 10/4/2024" in bot.answer("nhắc tôi trước 24 giờ về lễ phát động")
    assert "5:00 thứ Năm 11/4/2024" in bot.answer("nhắc tôi trước 2 tiếng lễ phát động lúc 7h")


def test_hours_ahead_go_along_with_the_choice_of_one_of_several(bot: Bot) -> None:
    book = handbook("nam-dinh-2024")
    bot.front = replace(bot.front, handbooks={"nam-dinh-2024": book}, default="nam-dinh-2024")

    question = sent(bot.hears("nhắc tôi trước 90 phút hạn nộp hồ sơ lúc 17h"))

    assert text_of(question) == "Bạn muốn mình nhắc về việc nào?"
    assert all(len(each) <= 64 for each in data(question))
    chosen = edited(bot.press(data(question)[0]))
    assert text_of(chosen).startswith("✓ Mình sẽ nhắc bạn lúc 15:30 thứ Năm 14/3/2024")


def test_hours_ahead_of_what_nobody_knows_are_asked_back(bot: Bot) -> None:
    assert "“họp ban”: mình chưa biết việc này bắt đầu lúc nào" in bot.answer(
        "nhắc tôi họp ban trước 1 tiếng"
    )
    assert wishes.of(bot.unit, PRIVATE.id) == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("nhắc tôi họp 7h sáng nay", "7:00 thứ Sáu 8/3/2024"),
        ("7h sáng nay nhắc tôi họp", "7:00 thứ Sáu 8/3/2024"),
        ("14h hôm nay họp, nhắc tôi trước 3 tiếng", "11:00 thứ Sáu 8/3/2024"),
        ("nhắc tôi trước 31 ngày họp ngày 1/1/0001", "8:00 thứ Hai 1/1/1"),
    ],
)
def test_what_would_be_past_is_refused_with_the_moment(bot: Bot, text: str, moment: str) -> None:
    assert bot.answer(text) == f"Thời điểm đó, {moment} (giờ Việt Nam), đã qua rồi."
    assert wishes.of(bot.unit, PRIVATE.id) == []


def test_on_the_day_itself_its_hour_may_be_over(bot: Bot) -> None:
    put_off(bot, datetime.date(2024, 3, 8))

    assert "là hôm nay, và giờ nhắc đã qua" in bot.answer("nhắc tôi trước 3 tiếng về lễ phát động")


def test_a_moment_that_is_past_is_not_kept(bot: Bot) -> None:
    assert "đã qua" in bot.answer("nhắc tôi họp ngày 7/3 lúc 8h")
    offered = sent(bot.hears("nhắc tôi trước 7 ngày về xét giải hạt vàng"))
    assert labels(offered) == ["Đúng ngày: 8:00 thứ Năm 14/3/2024 (giờ Việt Nam)"]
    assert wishes.of(bot.unit, PRIVATE.id) == []


def test_what_is_not_understood_is_asked_back_with_examples(bot: Bot) -> None:
    answer = bot.answer("nhắc tôi việc kia")

    assert "nhắc tôi trước 3 ngày" in answer
    example = answer.rpartition("• ")[2]
    assert bot.answer(example).startswith("✓ Mình sẽ nhắc bạn lúc"), example


def test_what_the_plan_does_not_have_is_said_to_be_missing_from_it(bot: Bot) -> None:
    assert "Mình không thấy “lễ khai trương” trong kế hoạch của" in bot.answer(
        "nhắc tôi trước 3 ngày về lễ khai trương"
    )


def test_a_moment_is_past_whatever_it_was_for(bot: Bot) -> None:
    assert "đã qua" in bot.answer("nhắc tôi lúc 8h ngày 1/3")
    assert "nhắc tôi trước 3 ngày" in bot.answer("nhắc tôi ngày 28/3 lúc 7h")  # of what?


def test_of_several_one_is_chosen(bot: Bot) -> None:
    book = handbook("nam-dinh-2024")  # where two dossiers are due on the same day
    bot.front = replace(bot.front, handbooks={"nam-dinh-2024": book}, default="nam-dinh-2024")

    question = sent(bot.hears("nhắc tôi trước 2 ngày hạn nộp hồ sơ"))

    assert text_of(question) == "Bạn muốn mình nhắc về việc nào?"
    assert len(labels(question)) == 2
    chosen = edited(bot.press(data(question)[0]))
    assert text_of(chosen).startswith("✓ Mình sẽ nhắc bạn lúc 8:00 thứ Ba 12/3/2024")


def test_what_has_no_exact_day_is_said_to_have_none_before_anything_is_promised(bot: Bot) -> None:
    book = handbook("nam-dinh-2024")
    bot.front = replace(bot.front, handbooks={"nam-dinh-2024": book}, default="nam-dinh-2024")

    question = sent(bot.hears("nhắc tôi trước 3 ngày về hội thao"))

    assert "kế hoạch chỉ nêu “trong tháng 4/2024”, không có ngày cụ thể" in text_of(question)
    assert labels(question)[0] == "Trước 3 ngày: 8:00 thứ Sáu 29/3/2024 (giờ Việt Nam)"
    assert "29/3/2024" in text_of(edited(bot.press(data(question)[0])))
    assert "kế hoạch không nêu thời gian" in bot.answer("nhắc tôi trước 2 ngày khởi nghiệp")


def test_the_same_wish_twice_is_one(bot: Bot) -> None:
    bot.hears("nhắc tôi họp ngày 28/3 lúc 7h")
    bot.hears("nhắc tôi họp ngày 28/3 lúc 7h")

    assert len(wishes.of(bot.unit, PRIVATE.id)) == 1


def test_wishes_are_listed_and_dropped(bot: Bot) -> None:
    bot.hears("nhắc tôi họp ngày 28/3 lúc 7h")
    bot.hears("nhắc tôi uống nước lúc 15h")

    shown = sent(bot.hears("/nhac"))

    assert text_of(shown).startswith(
        "Bạn đã nhờ mình nhắc:\n"
        "1. 15:00 thứ Sáu 8/3/2024 (giờ Việt Nam): uống nước\n"
        "2. 7:00 thứ Năm 28/3/2024 (giờ Việt Nam): họp"
    )
    assert labels(shown) == ["✕ Bỏ 1", "✕ Bỏ 2"]
    left = edited(bot.press(data(shown)[0]))
    assert isinstance(left, Edit)
    assert "1. 7:00 thứ Năm 28/3/2024" in text_of(left)
    assert at(bot, 8, 15) == []


def test_who_wants_no_more_is_not_reminded_of_it_but_shown_what_to_drop(bot: Bot) -> None:
    bot.hears("nhắc tôi họp 7h mai")

    shown = sent(bot.hears("đừng nhắc tôi họp 7h mai nữa"))

    assert labels(shown) == ["✕ Bỏ 1"]
    assert len(wishes.of(bot.unit, PRIVATE.id)) == 1


def test_a_day_that_no_calendar_has_is_said_to_have_none(bot: Bot) -> None:
    assert "ngày 31/2”: không có ngày này" in bot.answer("nhắc tôi họp ngày 31/2 lúc 8h")
    assert "chỉ nhắc được một lần" in bot.answer("nhắc tôi họp mỗi thứ hai")
    assert wishes.of(bot.unit, PRIVATE.id) == []


def test_nobody_drops_what_is_another_s(bot: Bot) -> None:
    bot.hears("nhắc tôi họp ngày 28/3 lúc 7h")
    (mine,) = wishes.of(bot.unit, PRIVATE.id)

    other = bot.press(f"remind:drop:{mine.id}", Chat(9, "private"), FOREIGNER)

    assert "Nút này đã cũ" in notice(other) or "out of date" in notice(other)
    assert len(wishes.of(bot.unit, PRIVATE.id)) == 1


def test_after_the_command_a_wish_can_be_written_at_once(bot: Bot) -> None:
    assert "28/3/2024" in bot.answer("/nhac họp ngày 28/3 lúc 7h")
    assert "8:00 Monday 8/4/2024" in bot.answer("/reminders 3 days before lễ phát động")


def test_the_list_shows_what_the_groups_will_hear(bot: Bot) -> None:
    text = bot.answer("/nhac")

    assert "Bạn chưa nhờ mình nhắc việc gì." in text
    assert "• 8:00 thứ Hai 11/3/2024 (giờ Việt Nam): Hạn phải xong – Xét giải Hạt vàng" in text


def test_after_an_outage_it_comes_late_and_says_so_or_not_at_all(bot: Bot) -> None:
    bot.hears("nhắc tôi họp ngày 28/3 lúc 7h")
    bot.hears("nhắc tôi đi chợ ngày 27/3 lúc 7h")

    assert at(bot, 28, 9) == [
        "🔔 Bạn nhờ mình nhắc: họp.\n"
        "(Hẹn lúc 7:00 thứ Năm 28/3/2024 (giờ Việt Nam); mình nhắc trễ, xin lỗi bạn.)"
    ]


def test_many_for_the_same_moment_come_one_after_the_other(bot: Bot) -> None:
    for number in range(3):
        bot.hears(f"nhắc tôi mua sách {number} ngày 28/3 lúc 7h")

    told = [at(bot, 28, 7), at(bot, 28, 7), at(bot, 28, 7), at(bot, 28, 7)]

    assert told == [*([f"🔔 Bạn nhờ mình nhắc: mua sách {number}."] for number in range(3)), []]


def test_it_speaks_english_to_those_who_do(bot: Bot) -> None:
    english = Chat(9, "private")

    answer = bot.answer("remind me of the meeting on 28/3 at 7am", english, FOREIGNER)

    assert answer == ("✓ I shall remind you at 7:00 Thursday 28/3/2024 (Vietnam time): meeting.")


def test_what_is_under_way_is_not_said_to_be_over(bot: Bot) -> None:
    plan = bot.front.handbooks[bot.front.default].plan
    launch, *rest = plan.activities
    year = (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    time = Time(text="cả năm 2024", kind="all-year", start=year[0], end=year[1])
    whole = launch.model_copy(update={"times": (time,)})
    book = Handbook.of(plan.model_copy(update={"activities": (whole, *rest)}))
    bot.front = replace(bot.front, handbooks={**bot.front.handbooks, plan.id: book})

    assert bot.answer("nhắc tôi trước 3 ngày về lễ phát động") == (
        "Lễ phát động: kế hoạch nêu “cả năm 2024”, hiện đang diễn ra, không còn mốc nào phía trước "
        "để nhắc. Bạn cho mình ngày giờ cụ thể nhé, ví dụ: nhắc tôi ngày 28/3 lúc 8h."
    )


def put_off(bot: Bot, day: datetime.date, hour: str = "") -> None:
    """Let the launch be on another day, by an hour ("8h ") or without one."""
    plan = bot.front.handbooks[bot.front.default].plan
    launch, *rest = plan.activities
    time = Time(text=f"{hour}ngày {day:%d/%m/%Y}", kind="on", start=day, end=day)
    moved = launch.model_copy(update={"times": (time,)})
    book = Handbook.of(plan.model_copy(update={"activities": (moved, *rest)}))
    bot.front = replace(bot.front, handbooks={**bot.front.handbooks, plan.id: book})


def test_a_wish_goes_along_with_what_it_is_about(bot: Bot) -> None:
    at(bot, 8, 12)
    bot.hears("nhắc tôi trước 3 ngày về lễ phát động lúc 7h")  # on 11/4
    bot.hears("nhắc tôi họp lúc 7h ngày 8/4")

    put_off(bot, datetime.date(2024, 4, 20))

    assert at(bot, 9, 9) == [
        "Thời gian của việc này đã thay đổi: Lễ phát động. "
        "Mình sẽ nhắc bạn lúc 7:00 thứ Tư 17/4/2024 (giờ Việt Nam)."
    ]
    assert at(bot, 9, 10) == []
    assert at(bot, 8, 7, month=4) == ["🔔 Bạn nhờ mình nhắc: họp."]
    (told,) = at(bot, 17, 7, month=4)
    assert told.startswith("🔔 Bạn nhờ mình nhắc: Lễ phát động.")


def test_of_what_is_moved_forward_one_is_reminded_at_once(bot: Bot) -> None:
    at(bot, 8, 12)
    bot.hears("nhắc tôi trước 7 ngày về lễ phát động")

    put_off(bot, datetime.date(2024, 3, 12))

    (told,) = at(bot, 9, 9)
    assert told.startswith("🔔 Bạn nhờ mình nhắc: Lễ phát động.")
    assert "12/03/2024" in told


def test_of_what_is_cancelled_nobody_is_to_be_reminded(bot: Bot) -> None:
    plan = bot.front.handbooks[bot.front.default].plan
    launch = plan.activities[0]
    gone = Change(launch.no, launch.title, "cancelled", "", datetime.date(2024, 3, 8))
    bot.front = replace(
        bot.front, handbooks={plan.id: Handbook.of(amended(plan, [gone]))}, default=plan.id
    )

    assert bot.answer("nhắc tôi trước 3 ngày về lễ phát động") == (
        "Lễ phát động: đã hủy, không còn gì để nhắc."
    )


def test_there_is_an_end_to_what_one_person_can_wish_for(bot: Bot) -> None:
    for minute in range(50):
        bot.hears(f"nhắc tôi việc {minute} ngày 28/3 lúc 7h{minute:02}")

    assert "nhiều việc quá" in bot.answer("nhắc tôi việc nữa ngày 28/3 lúc 8h")


def test_a_long_list_is_one_message_that_becomes_shorter_as_they_are_dropped(bot: Bot) -> None:
    for minute in range(30):
        bot.hears(f"nhắc tôi việc {minute} {'rất dài ' * 18} ngày 28/3 lúc 7h{minute:02}")

    shown = sent(bot.hears("các lời nhắc của tôi"))

    assert len(text_of(shown)) < 4096
    assert "20. 7:19" in text_of(shown)
    assert "21. " not in text_of(shown)
    assert text_of(shown).endswith("\n… và 10 lời nhắc sau đó.")
    assert len(labels(shown)) == 20
    left = edited(bot.press(data(shown)[0]))
    assert "20. 7:20" in text_of(left)
    assert text_of(left).endswith("\n… và 9 lời nhắc sau đó.")


@pytest.mark.parametrize("words", ["họp " * 60, "họp " * 1000, "😀" * 200])
def test_what_is_too_long_to_be_kept_is_said_to_be(bot: Bot, words: str) -> None:
    assert bot.answer(f"nhắc tôi {words} ngày 28/3 lúc 7h") == (
        "Lời nhờ dài quá: mình chỉ nhận tối đa 200 ký tự. Bạn viết ngắn lại giúp mình nhé."
    )
    assert bot.answer(f"/nhac {words}").startswith("Lời nhờ dài quá")
    assert wishes.of(bot.unit, PRIVATE.id) == []


@pytest.mark.parametrize("day", ["31/12/9999", "28/3/9999", "9/3/2029"])
def test_what_is_further_away_than_anybody_means_is_not_kept(bot: Bot, day: str) -> None:
    assert "còn xa quá: mình chỉ nhận lời nhắc trong vòng 5 năm tới." in bot.answer(
        f"nhắc tôi họp ngày {day} lúc 8h"
    )
    assert wishes.of(bot.unit, PRIVATE.id) == []
    assert bot.answer("nhắc tôi họp ngày 1/3/2029 lúc 8h").startswith("✓")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("🎂", "🎂"),
        ("🎂🎉 sinh nhật mẹ 🎂", "🎂🎉 sinh nhật mẹ 🎂"),
        ("<b>họp</b> & [x](y)", "<b>họp</b> & [x](y)"),
        ("họp (phòng A)", "họp (phòng A)"),
        ("اجتماع", "اجتماع"),
        ("họp, nhé!", "họp"),
        ("họp (...)", "họp"),
    ],
)
def test_words_are_kept_as_they_were_written(bot: Bot, words: str, kept: str) -> None:
    assert bot.answer(f"nhắc tôi {words} ngày 28/3 lúc 7h").endswith(f": {kept}.")


def test_in_a_group_nobody_is_reminded_by_name(bot: Bot) -> None:
    bot.hears("/hoi nhắc tôi họp ngày 28/3 lúc 7h", GROUP, MEMBER)

    assert wishes.of(bot.unit, GROUP.id) == []


@pytest.mark.parametrize(
    "forged",
    [
        "remind:at:song-xanh-2024:1:3",
        "remind:at:nui-cao-2024:1:3:-",
        "remind:at:song-xanh-2024:99:3:-",
        "remind:at:song-xanh-2024:1:-3:-",
        "remind:at:song-xanh-2024:1:3:2599",
        "remind:drop:0",
        "remind:drop:x",
        "remind:hour:8",
        "remind",
    ],
)
def test_a_button_that_was_never_there_does_nothing(bot: Bot, forged: str) -> None:
    assert "Nút này đã cũ" in notice(bot.press(forged))
    assert wishes.of(bot.unit, PRIVATE.id) == []
