"""`kill -9` and SIGTERM in the middle of announcements: the short form of `benchmarks/kills.py`."""

import signal

from benchmarks import kills, office


async def test_a_process_that_is_killed_loses_nothing_and_doubles_only_what_was_in_flight() -> None:
    for tally in await kills.take(2, groups=150):
        assert tally.missing == 0
        assert tally.doubled <= tally.doubtful <= office.MOST_IN_FLIGHT


async def test_of_three_processes_on_postgresql_one_is_killed_and_the_others_go_on(
    postgresql_url: str,
) -> None:
    for tally in await kills.take(1, groups=150, url=postgresql_url, together=3):
        assert tally.missing == 0
        assert tally.doubled <= tally.doubtful <= office.MOST_IN_FLIGHT


async def test_a_process_that_is_told_to_stop_finishes_what_is_in_flight() -> None:
    for tally in await kills.take(2, groups=150, by=signal.SIGTERM):
        assert tally.missing == 0
        assert (tally.doubtful, tally.doubled) == (0, 0)
