"""Until when one registers."""

import datetime

import pytest

from campaign.ledger.doors import closes, has_begun
from campaign.plan.model import Activity, Time


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2024, month, number)


def held(start: datetime.date | None, end: datetime.date | None, text: str = "dự kiến") -> Time:
    return Time(text=text, kind="range", start=start, end=end)


BEFORE = Time(text="Trước ngày 11/4/2024", kind="deadline", end=day(4, 10))


def activity(*times: Time) -> Activity:
    return Activity(no=1, section="III.1", name="A", title="A", times=times)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([held(day(4, 20), day(4, 20))], day(4, 20)),
        ([held(day(4, 7), day(4, 11))], day(4, 7)),
        ([held(day(4, 7), day(4, 7)), held(day(4, 20), day(4, 20))], day(4, 20)),
        ([BEFORE], day(4, 11)),
        ([held(day(4, 1), day(12, 31))], day(12, 31) + datetime.timedelta(days=1)),
        ([held(day(10, 11), day(10, 20), "trung tuần tháng 10")], day(10, 21)),
        ([held(day(4, 1), None)], None),
        ([held(day(4, 1), day(4, 30), "trong tháng 4/2024")], day(5, 1)),
        ([held(day(4, 1), day(4, 15))], day(4, 1)),
        ([held(day(4, 7), day(4, 7)), held(None, None)], None),
        ([], None),
    ],
)
def test_it_closes_when_the_activity_begins(
    times: list[Time], expected: datetime.date | None
) -> None:
    assert closes(activity(*times)) == expected


def test_on_the_day_itself_it_has_begun() -> None:
    sports = activity(held(day(4, 20), day(4, 20)))

    assert not has_begun(sports, day(4, 19))
    assert has_begun(sports, day(4, 20))
    assert not has_begun(activity(), day(12, 31))
