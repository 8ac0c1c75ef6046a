"""Words that are no moment, and what is wrong with them."""

import datetime

import pytest

from campaign.language.weekdays import WrongWeekday
from campaign.outreach.moments import read_moment
from campaign.outreach.unclear import NoHour, why_unclear
from campaign.outreach.warnings import NoSuchDay
from campaign.zone import VIETNAM

FRIDAY = datetime.datetime(2024, 3, 8, 12, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("mai", NoHour("mai")),
        ("sang mai", NoHour("sang mai")),
        ("chiều thứ 6 nhé", NoHour("chiều thứ 6")),
        ("11/3", NoHour("11/3")),
        ("31/2 8h", NoSuchDay("31/2")),
        ("8h ngày 30/2", NoSuchDay("ngày 30/2")),
        (
            "8h sáng thứ 3 18/3",
            WrongWeekday("thứ 3 18/3", datetime.date(2024, 3, 18)),
        ),
        ("tuần sau", None),
        ("tháng 4", None),
        ("25h mai", None),
        ("hôm nào đó", None),
        ("", None),
    ],
)
def test_what_is_wrong_is_told_where_it_is_known(said: str, why: object) -> None:
    assert read_moment(said, FRIDAY) is None
    assert why_unclear(said, FRIDAY) == why
