"""What staff write when they are asked when to send: it is Friday 8 March 2024, 16:55."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.outreach.moments import is_quiet, read_moment, show_moment
from campaign.zone import VIETNAM

NOW = datetime.datetime(2024, 3, 8, 16, 55, 20, tzinfo=VIETNAM)

MOMENTS = {
    "8h sáng thứ Hai tuần sau": "11/3/2024 8:00",
    "thu 2 tuan sau 8h": "11/3/2024 8:00",
    "8h sáng t2 tuần sau": "11/3/2024 8:00",
    "8h T2": "11/3/2024 8:00",
    "T2 18/3 8h": "18/3/2024 8:00",
    "tuần sau thứ 2 8h": "11/3/2024 8:00",
    "14h 20 t4": "20/4/2024 14:00",
    "mai 7h30": "9/3/2024 7:30",
    "7h30 mai": "9/3/2024 7:30",
    "Mai 7h30 nhé": "9/3/2024 7:30",
    "7h tối nay": "8/3/2024 19:00",
    "tối nay 7h": "8/3/2024 19:00",
    "7h toi nay": "8/3/2024 19:00",
    "19 giờ hôm nay": "8/3/2024 19:00",
    "gửi lúc 17h00 hôm nay": "8/3/2024 17:00",
    "17h": "8/3/2024 17:00",
    "5h chiều": "8/3/2024 17:00",
    "16h": "9/3/2024 16:00",  # it is past four already
    "8h": "9/3/2024 8:00",
    "8h sáng": "9/3/2024 8:00",
    "08:00": "9/3/2024 8:00",
    "8 giờ rưỡi sáng mai": "9/3/2024 8:30",
    "8 rưỡi sáng mai": "9/3/2024 8:30",
    "tám giờ sáng mai": "9/3/2024 8:00",
    "8 giờ 15 phút sáng mai": "9/3/2024 8:15",
    "9h kém 15 sáng mai": "9/3/2024 8:45",
    "20/3 lúc 14h": "20/3/2024 14:00",
    "14h 20/3": "20/3/2024 14:00",
    "14 giờ ngày 20 tháng 3": "20/3/2024 14:00",
    "14h 20 tháng 3": "20/3/2024 14:00",
    "14:00 ngày 20/3/2024": "20/3/2024 14:00",
    "14g30, ngày 20/03/2024.": "20/3/2024 14:30",
    "2h chiều ngày 20/3": "20/3/2024 14:00",
    "thu 6 8h sang": "15/3/2024 8:00",
    "thu 6 toi 8h": "15/3/2024 8:00",  # "tới" and not "tối"
    "8h tối thứ 6": "15/3/2024 20:00",
    "8am tomorrow": "9/3/2024 8:00",
    "tomorrow at 8:30 pm": "9/3/2024 20:30",
    "Monday 9 a.m.": "11/3/2024 9:00",
    "12am 1/4": "1/4/2024 0:00",
    "chiều mai 3 giờ": "9/3/2024 15:00",
    "3 giờ chiều mai": "9/3/2024 15:00",
    "15h chiều mai": "9/3/2024 15:00",
    "12h trưa mai": "9/3/2024 12:00",
    "1h trưa mai": "9/3/2024 13:00",
    "0h ngày 1/4": "1/4/2024 0:00",
    "24h ngày 31/3": "1/4/2024 0:00",
    "12h đêm nay": "9/3/2024 0:00",
    "10h đêm nay": "8/3/2024 22:00",
    "8h sáng Chủ nhật": "10/3/2024 8:00",
    "thứ Hai, ngày 18/3, lúc 8 giờ": "18/3/2024 8:00",
    "8h ngày 5/3": "5/3/2024 8:00",  # past: whoever asked says so
    "8h hôm qua": "7/3/2024 8:00",
}

NOT_KNOWN = (
    "",
    "mai",
    "thứ Hai tuần sau",
    "sáng mai",
    "tuần sau 8h",
    "trước 15/3 8h",
    "31/2 8h",
    "8h ngày 31/2",
    "25h",
    "mai 25h",
    "24h30",
    "8h75 mai",
    "13pm mai",
    "15h sáng mai",
    "8h sáng chiều mai",
    "8h hoặc 9h mai",
    "8h-9h mai",
    "8h mai hoặc 18/3",
    "8h thứ Hai 29/3",  # a Friday
    "đừng gửi 8h mai",
    "khi nào cũng được",
    "ngay khi có kết quả",
    "sau 0 phút",
    "sau",
    "nữa",
    "sau 2 ngày",
    "sau 8 giờ",  # after eight, or eight hours later?
    "sau 8h",
    "2 nữa",
    "90 nữa",
    "29/2/2025 8h",
    "8h " * 100,
)


@pytest.mark.parametrize(("said", "moment"), MOMENTS.items())
def test_a_moment_in_words(said: str, moment: str) -> None:
    read = read_moment(said, NOW)

    assert read is not None
    assert f"{read.day}/{read.month}/{read.year} {read.hour}:{read.minute:02}" == moment
    assert read.tzinfo is VIETNAM


@pytest.mark.parametrize("said", NOT_KNOWN)
def test_what_is_no_single_moment_is_asked_for_again(said: str) -> None:
    assert read_moment(said, NOW) is None


@pytest.mark.parametrize(
    "said",
    ["ngay", "Ngay bây giờ", "bây giờ", "bay gio", "gửi ngay nhé", "gửi luôn", "now", "Right now!"],
)
def test_now_is_now(said: str) -> None:
    assert read_moment(said, NOW) == NOW


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("sau 2 tiếng", 120),
        ("sau 2 tieng nua", 120),
        ("2h nữa", 120),
        ("30 phút nữa", 30),
        ("30p nữa", 30),
        ("nửa tiếng nữa", 30),
        ("sau 1 tiếng rưỡi", 90),
        ("1 giờ 15 phút nữa", 75),
        ("1h30 nữa", 90),
        ("khoảng 2 tiếng nữa", 120),
        ("5 phút nữa gửi nhé", 5),
        ("sau 2 giờ đồng hồ", 120),
        ("một tiếng nữa", 60),
        ("in 2 hours", 120),
        ("15 minutes from now", 15),
    ],
)
def test_a_while_from_now(said: str, minutes: int) -> None:
    assert read_moment(said, NOW) == NOW + datetime.timedelta(minutes=minutes)


def test_the_day_is_that_of_vietnam() -> None:
    evening_in_utc = datetime.datetime(2024, 3, 8, 18, 0, tzinfo=datetime.UTC)  # 1:00 on the 9th

    read = read_moment("8h sáng nay", evening_in_utc)

    assert read == datetime.datetime(2024, 3, 9, 8, 0, tzinfo=VIETNAM)


def test_in_december_january_is_of_the_next_year() -> None:
    december = datetime.datetime(2024, 12, 27, 9, 0, tzinfo=VIETNAM)

    assert read_moment("8h 2/1", december) == datetime.datetime(2025, 1, 2, 8, tzinfo=VIETNAM)
    assert read_moment("8h 2/1/2024", december) == datetime.datetime(2024, 1, 2, 8, tzinfo=VIETNAM)
    assert read_moment("8h 29/2", december) is None  # 2025 has no such day


@given(st.text(max_size=60))
def test_nothing_that_is_written_breaks_it(said: str) -> None:
    for read in (read_moment(said, NOW), read_moment(f"8h {said}", NOW)):
        assert read is None or read.tzinfo is VIETNAM


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(20, 59, False), (21, 0, True), (0, 0, True), (6, 29, True), (6, 30, False), (16, 55, False)],
)
def test_people_are_left_alone_at_night(hour: int, minute: int, *, quiet: bool) -> None:
    moment = datetime.datetime(2024, 3, 8, hour, minute, tzinfo=VIETNAM)

    assert is_quiet(moment) is quiet
    assert is_quiet(moment.astimezone(datetime.UTC)) is quiet


def test_a_moment_is_shown_with_its_weekday_and_time_zone() -> None:
    moment = datetime.datetime(2024, 3, 18, 1, 0, tzinfo=datetime.UTC)

    assert show_moment(moment, "vi") == "8:00 thứ Hai 18/3/2024 (giờ Việt Nam)"
    assert show_moment(moment, "en") == "8:00 Monday 18/3/2024 (Vietnam time)"
