import datetime

from bot.clock import Clock
from campaign.zone import VIETNAM


def test_the_real_day_unless_told_otherwise() -> None:
    before = datetime.datetime.now(datetime.UTC)
    now = Clock().now()
    assert before <= now <= datetime.datetime.now(datetime.UTC)
    assert now.tzinfo is datetime.UTC


def test_a_set_day_is_the_day_in_vietnam() -> None:
    clock = Clock(datetime.date(2024, 3, 8))
    assert clock.today() == datetime.date(2024, 3, 8)
    assert clock.now().astimezone(VIETNAM).date() == datetime.date(2024, 3, 8)
    clock.set_day(datetime.date(2025, 12, 31))
    assert clock.today() == datetime.date(2025, 12, 31)


def test_the_time_of_day_stays_real() -> None:
    real, moved = Clock(), Clock(datetime.date(2024, 2, 29))
    apart = (moved.now() - real.now()) % datetime.timedelta(days=1)
    assert min(apart, datetime.timedelta(days=1) - apart) < datetime.timedelta(seconds=1)


def test_a_set_moment_is_the_moment_from_which_time_goes_by() -> None:
    clock = Clock(datetime.date(2024, 2, 29))
    nine = datetime.datetime(2024, 3, 14, 9, tzinfo=VIETNAM)
    clock.set(nine)
    assert datetime.timedelta() <= clock.now() - nine < datetime.timedelta(seconds=1)
