"""A year of reminders, day by day, for both plans: every one once, and none after its point."""

import datetime
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import year as real
from campaign.outreach.reminders import Schedule
from campaign.zone import VIETNAM
from tests.campaign.outreach.reminder_tables import TABLES, expected
from tests.walks.house import HAI_DUONG, NAM_DINH
from tests.walks.year import HOMES, Year, hours, moments

SPRING = ("2024-03-11", "2024-04-01")
"""The deadline of one plan, the launch, and the first of the other plan's."""


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"2024-{text}").replace(tzinfo=VIETNAM)


@contextmanager
def year(folder: Path, begin: datetime.datetime | None = None) -> Iterator[Year]:
    made = Year(f"sqlite:///{folder / 'loa.db'}")
    try:
        made.begin(begin or moment("01-01T00:00"))
        yield made
    finally:
        made.end()


def of_the_year(campaign: str) -> list[tuple[str, tuple[str, ...]]]:
    return expected(TABLES[campaign])


def test_every_group_gets_what_the_plan_says_on_the_day_that_it_says(tmp_path: Path) -> None:
    with year(tmp_path) as walk:
        for now in moments(datetime.date(2024, 1, 1), 366, random.Random(2024)):
            walk.live(now)

        for chat_id, campaign in HOMES.items():
            assert walk.got(chat_id) == of_the_year(campaign)
        assert set(walk.states()) == {"sent"}
        assert walk.told == []


def test_processes_that_die_at_any_moment_repeat_nothing_and_lose_nothing(
    tmp_path: Path,
) -> None:
    with year(tmp_path) as walk:
        walk.chance, walk.risk = random.Random(1), 0.01
        for now in moments(datetime.date(2024, 1, 1), 366, random.Random(1)):
            walk.live(now)
        walk.risk = 0.0

        wanted: Counter[tuple[int, str, tuple[str, ...]]] = Counter()
        for chat_id, campaign in HOMES.items():
            wanted.update((chat_id, *each) for each in of_the_year(campaign))
        got = Counter((chat_id, *each) for chat_id in HOMES for each in walk.got(chat_id))
        states = walk.states()
        # What was in flight at a death is never sent twice: it is "unknown", and the staff see it.
        assert got <= wanted
        assert set(states) <= {"sent", "unknown"}
        assert sum(states.values()) == wanted.total()
        assert (wanted - got).total() <= states.get("unknown", 0) < walk.deaths
        assert walk.deaths > 50


async def test_real_processes_that_are_killed_say_everything_once_and_on_its_day() -> None:
    first, last = map(datetime.date.fromisoformat, SPRING)
    said = {day for table in TABLES.values() for day, _ in expected(table)}
    days = [day for day in real.YEAR if first <= day <= last and f"{day:%-d/%-m}" in said]

    tally = await real.take(days, groups=3, seed=1)

    assert (tally.twice, tally.wrong, tally.lost) == (0, 0, 0), tally
    # What was in hand at a kill is never said again by itself; some of it had arrived.
    assert tally.seen + tally.doubtful - tally.arrived == tally.expected == 39
    assert tally.kills > 2


def test_an_outage_of_three_days_ends_in_one_message_of_what_still_helps(tmp_path: Path) -> None:
    with year(tmp_path, moment("03-10T09:00")) as walk:
        walk.live(moment("03-10T20:00"))
        walk.end()

        walk.live(moment("03-13T09:30"))

        assert walk.got(-11) == [("13/3", ("-", "III.8", "III.9"))]
        walk.live(moment("03-14T08:00"))
        assert walk.got(-11)[1:] == [("14/3", ("III.8", "III.9"))]


def test_an_outage_over_the_deadline_sends_nothing_late_and_tells_the_staff(
    tmp_path: Path,
) -> None:
    with year(tmp_path, moment("03-13T08:00")) as walk:
        walk.front = replace(walk.front, owners=frozenset({7}))
        walk.live(moment("03-13T09:00"))
        walk.end()

        walk.live(moment("03-16T09:00"))

        assert walk.got(-11) == []
        assert [text.count("14/3/2024") for text in walk.told] == [2]
        walk.live(moment("03-16T09:01"))
        assert len(walk.told) == 1


def test_what_was_queued_when_the_process_died_still_goes_out_while_it_helps(
    tmp_path: Path,
) -> None:
    with year(tmp_path, moment("03-07T07:00")) as walk:
        walk.process.tick(moment("03-07T08:00"))
        walk.end()

        walk.live(moment("03-10T10:00"))

        assert walk.got(-11) == [("10/3", ("III.8", "III.9"))]


def test_what_was_queued_is_dropped_when_the_next_one_is_due(tmp_path: Path) -> None:
    with year(tmp_path, moment("03-07T07:00")) as walk:
        walk.process.tick(moment("03-07T08:00"))
        walk.end()

        walk.live(moment("03-11T08:00"))

        assert walk.got(-11) == [("11/3", ("-", "III.8", "III.9"))]
        assert walk.states() == {"expired": 3, "sent": 3}


@pytest.mark.parametrize("seed", range(3))
def test_a_clock_that_jumps_to_and_fro_repeats_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with year(tmp_path, moment("02-28T12:00")) as walk:
        for now in moments(datetime.date(2024, 2, 28), 32, chance):
            walk.live(now)
            if chance.random() < 0.1:
                walk.live(now - datetime.timedelta(hours=chance.randrange(1, 200)))

        march = [each for each in of_the_year(NAM_DINH) if each[0].endswith(("29/2", "/3"))]
        assert walk.got(-11) == march


def test_whatever_the_schedule_becomes_nothing_is_said_twice(tmp_path: Path) -> None:
    chance = random.Random(5)
    with year(tmp_path, moment("02-28T12:00")) as walk:
        for now in hours(datetime.date(2024, 2, 28), 32):
            if chance.random() < 0.04:
                walk.end()
                hour = datetime.time(chance.randrange(7, 21))
                schedule = Schedule(hour=hour)
                walk.front = replace(
                    walk.front, schedules={NAM_DINH: schedule, HAI_DUONG: schedule}
                )
            if now > moment("02-28T12:00"):
                walk.live(now)

        march = Counter(each for each in of_the_year(NAM_DINH) if each[0].endswith(("29/2", "/3")))
        assert Counter(walk.got(-11)) == march


def test_of_several_processes_that_tick_at_once_one_reminds(postgresql_url: str) -> None:
    walk = Year(postgresql_url)
    walk.begin(moment("03-13T07:59"))
    others = [replace(walk.process, name=f"other {number}") for number in range(3)]
    with ThreadPoolExecutor(4) as threads:
        for ended in [threads.submit(each.tick, moment("03-13T08:00")) for each in others]:
            ended.result()

    assert walk.states() == {"queued": 3}
    for each in [walk.process, *others]:
        each.database.close()
