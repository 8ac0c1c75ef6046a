"""What a member wants to be reminded of, said as they would say it on 8 March 2024 at noon."""

import datetime

import pytest

from campaign.outreach.wishes import Asked, anchor, asks_for_list, read_wish
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
        "nhắc tôi " + "rất " * 80 + "dài",
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
