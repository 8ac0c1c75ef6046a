"""A plan with the changes that staff made in mid-campaign."""

import datetime

import pytest

from campaign.ledger.states import last_day
from campaign.outreach.reminders import Schedule, reminders
from campaign.plan.changes import Change, NewTime, amended, cancelled_on, planned
from campaign.plan.model import Activity, Plan, Time
from campaign.plan.new_times import When

SAID = datetime.date(2024, 3, 20)


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2024, month, number)


def deadline(month: int, number: int, scope: str) -> Time:
    text = f"chậm nhất {number}/{month}/2024"
    return Time(text=text, kind="deadline", end=day(month, number), scope=scope)


FAIR = Activity(
    no=1,
    section="III.1",
    name="Hội chợ",
    title="Tổ chức hội chợ",
    times=(Time(text="ngày 20/4/2024", kind="on", start=day(4, 20), end=day(4, 20)),),
)
AWARD = Activity(
    no=2,
    section="III.2",
    name="Xét giải",
    title="Xét giải Hạt vàng",
    times=(deadline(4, 14, "Hồ sơ"), deadline(5, 14, "Bình chọn")),
)
PLAN = Plan(
    id="song-xanh-2024",
    title="Tháng hành động",
    issuer="Liên minh HTX tỉnh Sông Xanh",
    year=2024,
    activities=(FAIR, AWARD),
)
CANCELLED = [Change(each.no, each.title, "cancelled", "", SAID) for each in PLAN.activities]
MOVED = Change(1, FAIR.title, "time", "2024-04-27", SAID)


def reminded(plan: Plan) -> list[tuple[int, datetime.date]]:
    """Return of which days the groups are reminded, by activity."""
    found = dict.fromkeys((e.activity.no, e.day) for e in reminders(plan, Schedule()) if e.activity)
    return list(found)


def test_reminders_move_with_the_activity() -> None:
    extended = Change(2, AWARD.title, "time", "../2024-04-30", SAID)

    assert reminded(amended(PLAN, [MOVED, extended])) == [
        (2, day(4, 30)),
        (1, day(4, 27)),
        (2, day(5, 14)),
    ]


def test_nobody_is_reminded_of_what_is_cancelled_nor_hands_anything_in_for_it() -> None:
    now = amended(PLAN, CANCELLED)

    assert reminded(now) == []
    assert [last_day(each) for each in now.activities] == [None, None]
    assert {cancelled_on(each) for each in now.activities} == {SAID}


def test_of_several_times_the_one_that_is_meant_changes() -> None:
    now = amended(PLAN, [Change(2, AWARD.title, "confirmed", "../2024-05-20", SAID, 1)])
    first, second = now.activities[1].times

    assert first == AWARD.times[0]
    assert isinstance(second, NewTime)
    assert (second.scope, second.kind, second.end) == ("Bình chọn", "deadline", day(5, 20))
    assert second.planned == AWARD.times[1]


def test_a_change_follows_its_activity_into_another_edition() -> None:
    renumbered = PLAN.model_copy(
        update={
            "activities": (
                AWARD.model_copy(update={"no": 1}),
                FAIR.model_copy(update={"no": 2}),
            )
        }
    )

    award, fair = amended(renumbered, [MOVED]).activities

    assert award.times == AWARD.times
    assert fair.times[0].start == day(4, 27)


def test_a_change_of_what_the_plan_has_no_more_is_left_out() -> None:
    gone = Change(1, "Tổ chức hội khỏe", "cancelled", "", SAID)

    assert amended(PLAN, [gone]) is PLAN


def test_the_plan_itself_stays_as_it_is() -> None:
    now = amended(PLAN, [MOVED, *CANCELLED])

    assert PLAN.activities == (FAIR, AWARD)
    assert tuple(map(planned, now.activities)) == (FAIR, AWARD)


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2024-03-28", "ngày 28/3/2024", "28/3/2024"),
        ("2024-03-28T08:00", "8h ngày 28/3/2024", "8:00 on 28/3/2024"),
        ("2024-03-28T08:05", "8h05 ngày 28/3/2024", "8:05 on 28/3/2024"),
        (
            "2024-03-28/2024-03-30",
            "từ ngày 28/3/2024 đến ngày 30/3/2024",
            "from 28/3/2024 to 30/3/2024",
        ),
        (
            "2024-03-28T07:30/2024-03-30",
            "từ 7h30 ngày 28/3/2024 đến ngày 30/3/2024",
            "from 7:30 on 28/3/2024 to 30/3/2024",
        ),
        ("../2024-03-20", "chậm nhất hết ngày 20/3/2024", "by the end of 20/3/2024"),
        ("../2024-03-20T17:00", "chậm nhất 17h ngày 20/3/2024", "by 17:00 on 20/3/2024"),
    ],
)
def test_a_new_time_is_kept_and_read_back(text: str, vietnamese: str, english: str) -> None:
    when = When.of(text)

    assert str(when) == text
    assert (when.vietnamese(), when.english()) == (vietnamese, english)


@pytest.mark.parametrize("text", ["", "28/3", "2024-03-28/", "2024-02-30", "../x"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        When.of(text)


def test_what_was_changed_last_year_is_no_change_of_this_years_plan() -> None:
    """The same activity is in the plan of every year; last year's day is not this year's."""
    named = Change(1, FAIR.title, "alias", "phiên chợ", SAID)
    next_year = PLAN.model_copy(update={"year": 2025, "date": datetime.date(2025, 2, 10)})

    fair, award = amended(next_year, [*CANCELLED, MOVED, named]).activities

    assert (fair.times, fair.aliases) == (FAIR.times, ("phiên chợ",))
    assert award == AWARD


@pytest.mark.parametrize(
    ("issued", "made", "counts"),
    [
        (SAID, SAID, True),
        (None, SAID, False),
        (None, day(11, 20), True),
        (datetime.date(2025, 2, 10), day(11, 20), False),
    ],
)
def test_a_plan_that_is_issued_before_its_year_can_be_changed_at_once(
    issued: datetime.date | None, made: datetime.date, *, counts: bool
) -> None:
    """One without a date, as many have, from the autumn before."""
    early = PLAN.model_copy(update={"year": 2025, "date": issued})
    moved = Change(1, FAIR.title, "time", "2025-04-27", made)

    assert (amended(early, [moved]).activities[0].times != FAIR.times) is counts
