"""What a member wants to be reminded of, said as they would say it on 8 March 2024 at noon."""

import datetime

import pytest

from campaign.outreach.wishes import Asked, anchor, asks_for_list, begins_at, read_wish
from campaign.plan.model import Time
from campaign.zone import VIETNAM
from tests.campaign.talk.plans import handbook

BOOK = handbook("nam-dinh-2024")
NOON = datetime.datetime(2024, 3, 8, 12, tzinfo=VIETNAM)
LAUNCH, VISITS, MEETING, SPORTS, AWARD, BRAND = 1, 2, 3, 4, 8, 9


def read(text: str) -> Asked | None:
    return read_wish(BOOK, text, NOON)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"2024-{text}").replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("text", "words", "moment"),
    [
        ("nhac toi hop ngay 28/3 luc 7h sang", "hop", at("03-28T07:00")),
        ("Nhắc tôi họp ngày 28/3 lúc 7h sáng nhé!", "họp", at("03-28T07:00")),
        ("nhắc mình uống nước lúc 15h", "uống nước", at("03-08T15:00")),
        ("nhắc em lúc 7h họp", "họp", at("03-09T07:00")),
        ("7h sáng mai nhắc em nộp báo cáo nhé", "nộp báo cáo", at("03-09T07:00")),
        ("nhắc tôi sáng mai nộp hồ sơ", "nộp hồ sơ", at("03-09T08:00")),
        ("nhắc tôi họp chiều mai", "họp", at("03-09T14:00")),
        ("30 phút nữa nhắc mình gọi điện", "gọi điện", at("03-08T12:30")),
        ("nhắc tôi gọi điện sau 2 tiếng", "gọi điện", at("03-08T14:00")),
        ("nhắc tôi thứ hai tuần sau lúc 8h họp ban", "họp ban", at("03-11T08:00")),
        ("nhắc tôi ngày 14/3 nộp hồ sơ CoopGold lúc 9h", "nộp hồ sơ CoopGold", at("03-14T09:00")),
        ("remind me of the meeting on 28/3 at 7am", "meeting", at("03-28T07:00")),
        ("remind me tomorrow at 9 to call", "call", at("03-09T09:00")),
        ("nhắc tôi mai lúc 9 gọi điện", "gọi điện", at("03-09T09:00")),
        ("nhờ bạn nhắc tôi họp 28/3 7h", "họp", at("03-28T07:00")),
        ("bạn có thể nhắc tôi họp 7h ngày 28/3 được không?", "họp", at("03-28T07:00")),
    ],
)
def test_a_moment_is_taken_from_wherever_it_was_said(
    text: str, words: str, moment: datetime.datetime
) -> None:
    assert read(text) == Asked(words, moment)


@pytest.mark.parametrize(
    ("text", "activities", "before"),
    [
        ("nhắc tôi trước 3 ngày về hội thao", (SPORTS,), 3),
        ("nhac toi truoc 3 ngay ve hoi thao", (SPORTS,), 3),
        ("nhac t truoc 3 ngay ve hoi thao", (SPORTS,), 3),
        ("bạn nhắc giúp mình trước hội thao ba ngày nhé", (SPORTS,), 3),
        ("nhắc mình lễ phát động trước 1 tuần", (LAUNCH,), 7),
        ("trước 2 ngày hãy nhắc mình lễ phát động", (LAUNCH,), 2),
        ("nhắc tôi đúng ngày lễ phát động", (LAUNCH,), 0),
        ("nhắc tôi 2 ngày trước hạn thương hiệu quốc gia", (BRAND,), 2),
        ("remind me 3 days before the launch", (LAUNCH,), 3),
        ("nhắc tôi hạn nộp hồ sơ trước 2 ngày", (AWARD, BRAND), 2),
        ("nhắc tôi nộp hồ sơ trước 15/3", (AWARD, BRAND), None),
        ("nhac minh coopgold", (AWARD,), None),
        ("nhac toi hoi thao", (SPORTS,), None),
        ("nhắc tôi trước ngày lễ phát động 3 ngày", (LAUNCH,), 3),
        ("remind me a week before the launch", (LAUNCH,), 7),
        ("nhắc tôi trước 3 ngày và 1 ngày về lễ phát động", (LAUNCH,), None),
        ("nhắc tôi trước 1 ngày và 1 tiếng lễ phát động", (LAUNCH,), None),
    ],
)
def test_days_ahead_belong_to_what_the_plan_has(
    text: str, activities: tuple[int, ...], before: int | None
) -> None:
    asked = read(text)

    assert asked
    assert (asked.moment, asked.activities, asked.before) == (None, activities, before)


def test_an_hour_beside_an_activity_is_the_hour_of_the_reminder() -> None:
    asked = read("nhắc mình lễ phát động trước 1 tuần lúc 7h30")

    assert asked == Asked("lễ phát động", None, (LAUNCH,), 7, datetime.time(7, 30))


@pytest.mark.parametrize(
    "text",
    [
        "nhắc tôi họp ngày 31/2 lúc 8h",  # there is no such day
        "nhắc tôi họp thứ hai 28/3 lúc 7h",  # which is a Thursday
        "nhắc tôi họp 28/3 với 29/3",
        "nhắc tôi",
    ],
)
def test_what_makes_no_moment_makes_none(text: str) -> None:
    asked = read(text)

    assert asked
    assert (asked.moment, asked.activities) == (None, ())


MOMENTS = {
    # a day of the week in short
    "nhắc tôi họp t2 8h": "11/3 8:00 họp",
    "nhac toi hop t2 8h": "11/3 8:00 hop",
    "nhắc tôi t2 8h họp ban": "11/3 8:00 họp ban",
    "nhắc tôi họp 8h t2": "11/3 8:00 họp",
    "t2 8h nhắc tôi họp": "11/3 8:00 họp",
    "nhắc tôi lúc 8h30 sáng t6 họp": "15/3 8:30 họp",
    "nhắc tôi họp t7 này 9h": "9/3 9:00 họp",
    "nhac minh 8h t3 tuan sau nop bao cao": "12/3 8:00 nop bao cao",
    "nhắc tôi tuần sau t2 8h họp": "11/3 8:00 họp",
    "nhắc tôi T4 14h30 gọi chị Lan": "13/3 14:30 gọi chị Lan",
    "nhắc tôi họp chiều t2": "11/3 14:00 họp",
    "nhắc tôi họp vào t2": "11/3 8:00 họp",
    "nhắc tôi họp cn 15h": "10/3 15:00 họp",
    # a while from now
    "10 phút nữa nhắc tôi gọi điện": "8/3 12:10 gọi điện",
    "10 phut nua nhac toi goi dien": "8/3 12:10 goi dien",
    "10 phút sau nhắc tôi gọi điện": "8/3 12:10 gọi điện",
    "10 phut sau nhac toi goi dien": "8/3 12:10 goi dien",
    "10p nữa nhắc mình gọi điện": "8/3 12:10 gọi điện",
    "10' nữa nhắc mình gọi điện": "8/3 12:10 gọi điện",
    "sau 10 phút nhắc tôi gọi điện": "8/3 12:10 gọi điện",
    "nhắc tôi gọi điện sau 10 phút nữa": "8/3 12:10 gọi điện",
    "nhắc tôi 10 phút sau gọi điện": "8/3 12:10 gọi điện",
    "nhắc tôi sau 10 phút gọi điện": "8/3 12:10 gọi điện",
    "mười phút nữa nhắc tôi gọi điện": "8/3 12:10 gọi điện",
    "hẹn giờ 10 phút nữa nhắc tôi gọi điện": "8/3 12:10 gọi điện",
    "ba mươi phút nữa nhắc tôi họp": "8/3 12:30 họp",
    "nửa tiếng nữa nhắc tôi họp": "8/3 12:30 họp",
    "nua tieng sau nhac toi hop": "8/3 12:30 hop",
    "1 tiếng rưỡi nữa nhắc tôi họp": "8/3 13:30 họp",
    "hai tiếng nữa nhắc tôi họp": "8/3 14:00 họp",
    "2h nữa nhắc tôi họp": "8/3 14:00 họp",
    "tầm 2 tiếng nữa nhắc mình họp nhé": "8/3 14:00 họp",
    "in 10 minutes remind me to call": "8/3 12:10 call",
    "remind me in an hour to call": "8/3 13:00 call",
    "15 phút nữa bạn nhắc giúp tôi uống thuốc nhé": "8/3 12:15 uống thuốc",
    "nhắc tôi sau 1h gọi cho chị Hoa": "8/3 13:00 gọi cho chị Hoa",
    "nhắc tôi sau 2 giờ gọi cho chị Hoa": "8/3 14:00 gọi cho chị Hoa",
    "1 giờ 30 phút nữa nhắc tôi họp": "8/3 13:30 họp",
    "45' sau nhắc tôi họp": "8/3 12:45 họp",
    "2 ngày nữa nhắc tôi họp": "10/3 8:00 họp",
    "1 tuần nữa nhắc tôi họp": "15/3 8:00 họp",
    "hai tuần nữa lúc 9h nhắc tôi họp": "22/3 9:00 họp",
    "nhắc tôi thứ hai tuần sau 8h họp": "11/3 8:00 họp",
    # a while before an hour
    "nhắc tôi trước 1 tiếng họp ban lúc 15h chiều nay": "8/3 14:00 họp ban",
    "nhac toi truoc 1 tieng hop ban luc 15h chieu nay": "8/3 14:00 hop ban",
    "nhắc tôi họp lúc 15h chiều nay trước 30 phút": "8/3 14:30 họp",
    "15h mai họp, nhắc tôi trước 30 phút": "9/3 14:30 họp",
    "15h mai họp nhắc tôi trước 1 giờ": "9/3 14:00 họp",
    "nhắc tôi trước 1 giờ, họp 15h mai": "9/3 14:00 họp",
    "nhắc tôi trước nửa tiếng, 15h họp": "8/3 14:30 họp",
    "nhắc tôi trước 24h, họp 15h ngày 28/3": "27/3 15:00 họp",
    "remind me 30 minutes before the meeting on 28/3 at 3pm": "28/3 14:30 meeting",
    "nhắc tôi trước khi họp 30 phút, họp lúc 15h": "8/3 14:30 họp, họp",
    "họp ban 15h ngày 28/3, nhắc tôi trước 1 ngày": "27/3 15:00 họp ban",
    "nhắc tôi họp ban ngày 28/3 trước 2 ngày": "26/3 8:00 họp ban",
    # by an hour
    "nhắc tôi nộp báo cáo trước 9h mai": "9/3 9:00 nộp báo cáo",
    "nhắc tôi nộp báo cáo trước 3 giờ chiều nay": "8/3 15:00 nộp báo cáo",
    # past, and said to be so
    "nhắc tôi họp 7h sáng nay": "8/3 7:00 họp",
    "7h sáng nay nhắc tôi họp": "8/3 7:00 họp",
    "nhắc tôi họp hôm qua": "7/3 8:00 họp",
    "nhắc tôi họp t2 tuần này 8h": "4/3 8:00 họp",
    "nhắc tôi họp thứ 2 tuần trước 8h": "26/2 8:00 họp",
    "nhắc tôi trước 3 tiếng họp lúc 14h hôm nay": "8/3 11:00 họp",
    "14h hôm nay họp, nhắc tôi trước 3 tiếng": "8/3 11:00 họp",
}


@pytest.mark.parametrize("text", MOMENTS)
def test_people_say_when_in_many_ways(text: str) -> None:
    asked = read(text)

    assert asked
    assert asked.moment
    local = asked.moment.astimezone(VIETNAM)
    assert f"{local:%-d/%-m %-H:%M} {asked.words}" == MOMENTS[text]


AHEAD = {
    "nhắc tôi trước 3 tiếng về hội thao": (SPORTS, 180),
    "nhac toi truoc 3 tieng ve hoi thao": (SPORTS, 180),
    "hội thao nhắc tôi trước 3 tiếng": (SPORTS, 180),
    "nhắc tôi hội thao trước 1 giờ": (SPORTS, 60),
    "nhac toi hoi thao truoc 1 gio": (SPORTS, 60),
    "trước 1 giờ nhắc tôi lễ phát động": (LAUNCH, 60),
    "nhắc tôi lễ phát động trước 1 tiếng rưỡi": (LAUNCH, 90),
    "nhắc tôi lễ phát động trước 1h30": (LAUNCH, 90),
    "nhắc tôi trước lễ phát động 2 tiếng": (LAUNCH, 120),
    "nhắc tôi 2 tiếng trước lễ phát động": (LAUNCH, 120),
    "nhắc tôi trước hội thao 3h nhé": (SPORTS, 180),
    "nhắc tôi hội thao trước 3 tiếng đồng hồ": (SPORTS, 180),
    "nhac toi truoc mot tieng le phat dong": (LAUNCH, 60),
    "nhắc tôi sớm hơn 1 tiếng lễ phát động": (LAUNCH, 60),
    "nhắc tôi trước 30 phút lễ phát động": (LAUNCH, 30),
    "nhắc tôi lễ phát động trước nửa tiếng": (LAUNCH, 30),
    "nhắc tôi lễ phát động trước 24h": (LAUNCH, 1440),
    "remind me 3 hours before the launch": (LAUNCH, 180),
    "remind me an hour before the launch": (LAUNCH, 60),
    "remind me of the launch 30 minutes before": (LAUNCH, 30),
}


@pytest.mark.parametrize("text", AHEAD)
def test_hours_ahead_belong_to_what_the_plan_has(text: str) -> None:
    number, minutes = AHEAD[text]
    asked = read(text)

    assert asked
    before = datetime.timedelta(minutes=minutes)
    assert (asked.moment, asked.activities, asked.before) == (None, (number,), before)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("nhắc tôi lễ phát động trước 9 giờ", 9),
        ("nhắc tôi lễ phát động trước 3 giờ chiều", 15),
        ("nhắc tôi lễ phát động trước 17h", 17),
        ("nhắc tôi trước lễ phát động, lúc 4h", 4),
    ],
)
def test_by_nine_is_an_hour_of_the_day(text: str, hour: int) -> None:
    asked = read(text)

    assert asked
    assert (asked.before, asked.hour) == (None, datetime.time(hour))


@pytest.mark.parametrize(
    "text",
    [
        "nhắc tôi trước 1 giờ",
        "10 phút trước nhắc tôi gọi điện",
        "nhắc tôi họp ban trước 1 tiếng",
        "lát nữa nhắc tôi gọi điện",
        "vài phút nữa nhắc tôi",
        "tí nữa nhắc mình nhé",
    ],
)
def test_who_says_no_moment_is_asked_for_one(text: str) -> None:
    asked = read(text)

    assert asked
    assert (asked.moment, asked.activities) == (None, ())


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("8h ngày 28/3/2024", datetime.time(8)),
        ("chậm nhất 17h ngày 28/3/2024", datetime.time(17)),
        ("ngày 28/3/2024", None),
    ],
)
def test_an_activity_begins_at_the_hour_that_is_stated(
    text: str, hour: datetime.time | None
) -> None:
    day = datetime.date(2024, 3, 28)
    time = Time(text=text, kind="on", start=day, end=day)
    launch = BOOK.activities[LAUNCH].model_copy(update={"times": (time,)})

    assert begins_at(launch, day) == hour


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("nhắc tôi họp ngày 31/2 lúc 8h", "no_day", "ngày 31/2"),
        ("nhắc tôi sinh nhật mẹ 30/2", "no_day", "30/2"),
        ("nhắc tôi họp mỗi thứ hai", "repeated", "họp mỗi thứ hai"),
        ("nhac toi hop hang ngay luc 8h", "repeated", "hop hang ngay luc 8h"),
        ("remind me of the meeting every day at 8am", "repeated", "meeting every day at 8am"),
    ],
)
def test_what_cannot_be_kept_is_said(text: str, fault: str, words: str) -> None:
    asked = read(text)

    assert asked
    assert (asked.moment, asked.fault, asked.words) == (None, fault, words)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("đừng nhắc tôi họp 7h mai nữa", True),
        ("huy nhac hoi thao", True),
        ("không cần nhắc tôi nữa", True),
        ("xem các lời nhắc của tôi", True),
        ("bạn sẽ nhắc tôi những gì?", True),
        ("stop reminding me", True),
        ("đừng quên nhắc tôi họp 7h mai", False),
        ("nhắc tôi họp 7h mai", False),
        ("hủy đăng ký hội thao", False),
        ("bot có nhắc tôi không?", False),
    ],
)
def test_who_wants_no_more_or_asks_what_is_kept_gets_the_list(text: str, asks: bool) -> None:
    assert asks_for_list(text) is asks


@pytest.mark.parametrize(
    "text",
    [
        "nhắc lại hạn nộp hồ sơ",
        "nhắc đến hội thao là khi nào?",
        "ai nhắc tôi?",
        "bot có nhắc tôi không?",
        "hạn nộp hồ sơ khi nào?",
        "hôm qua có bảo lễ phát động mà không nhớ ngày mấy, nhắc em với",
        "tuần sau có gì?",
        "cả nhóm xem giúp, hôm qua nhắc tôi " + "rất " * 80 + "dài",
    ],
)
def test_a_question_is_no_wish(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("number", "today", "day", "exact"),
    [
        (LAUNCH, "03-08", "03-28", True),
        (AWARD, "03-08", "03-14", True),
        (SPORTS, "03-08", "04-01", False),  # "in April"
        (MEETING, "03-08", "10-11", False),  # "the middle of October"
        (VISITS, "06-01", "08-01", False),
    ],
)
def test_one_counts_from_the_day_that_comes_next(
    number: int, today: str, day: str, exact: bool
) -> None:
    found = anchor(BOOK.activities[number], at(f"{today}T00:00").date())

    assert found
    assert (found.day, found.exact) == (at(f"{day}T00:00").date(), exact)


def test_from_what_is_over_or_has_no_day_nothing_can_be_counted() -> None:
    assert anchor(BOOK.activities[LAUNCH], datetime.date(2024, 3, 29)) is None
    assert anchor(BOOK.activities[7], datetime.date(2024, 3, 8)) is None
