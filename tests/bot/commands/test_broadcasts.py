import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import update

from storage import broadcasts
from storage.database import Unit
from storage.tables import OUTBOX
from tests.bot.commands import office
from tests.bot.commands.terminal import Terminal
from tests.storage.newsroom import NOON
from tests.walks.processes import loa


@pytest.fixture
def kept(terminal: Terminal) -> Path:
    terminal.set("LOA_TODAY", office.TODAY)
    file = terminal.folder / "loa.db"
    office.fill(f"sqlite:///{file}")
    return file


@pytest.mark.usefixtures("kept")
def test_the_newest_are_listed_first_in_the_time_of_vietnam(terminal: Terminal) -> None:
    ended = terminal.loa("broadcasts", "list")
    assert (ended.status, ended.err) == (0, "")
    assert [line.split() for line in ended.out.splitlines()] == [
        "id kind campaign state when sent failed".split(),
        "2 announcement song-xanh-2024 scheduled 2024-04-07 12:00 0/0 0".split(),
        "1 announcement song-xanh-2024 running 2024-03-08 12:00 1/4 2".split(),
    ]


@pytest.mark.usefixtures("kept")
def test_as_many_are_listed_as_are_asked_for(terminal: Terminal) -> None:
    assert len(terminal.loa("broadcasts", "list", "--limit", "1").out.splitlines()) == 2


@pytest.mark.usefixtures("kept")
def test_one_is_shown_with_its_figures(terminal: Terminal) -> None:
    assert terminal.loa("broadcasts", "show", "1").out.splitlines() == [
        "announcement 1 of song-xanh-2024: running 2024-03-08 12:00",
        "  failed: 1 of 4",
        "  queued: 1 of 4",
        "  sent: 1 of 4",
        "  unknown: 1 of 4",
    ]


def test_an_operator_pauses_resumes_and_cancels_and_it_is_written_down(
    terminal: Terminal, kept: Path
) -> None:
    told = [terminal.loa("broadcasts", verb, "1").out for verb in ("pause", "resume", "cancel")]
    assert told == [
        "announcement 1: running -> paused, 3 of 4 over\n",
        "announcement 1: paused -> running, 3 of 4 over\n",
        "announcement 1: running -> cancelled, 4 of 4 over\n",
    ]
    assert office.states(kept)[1] == "cancelled"
    assert [(line.user_id, line.action, line.detail) for line in office.audited(kept)] == [
        (0, "cast_stop", "#1"),
        (0, "cast_resume", "#1"),
        (0, "cast_pause", "#1"),
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("show", "99"), 1, "there is no announcement 99; see `loa broadcasts list`"),
        (("show", "3"), 1, "there is no announcement 3; see `loa broadcasts list`"),
        (("pause", "-1"), 1, "there is no announcement -1; see `loa broadcasts list`"),
        (("cancel", str(2**70)), 1, f"there is no announcement {2**70}; see `loa broadcasts list`"),
        (("show", "99", "--follow"), 1, "there is no announcement 99; see `loa broadcasts list`"),
        (("pause", "2"), 1, "announcement 2 is scheduled: nothing to pause"),
        (("resume", "1"), 1, "announcement 1 is running: nothing to resume"),
        (("show", "x"), 2, 'Invalid value for ID: unable to convert "x" into int.'),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    words: Sequence[str], status: int, said: str, terminal: Terminal, kept: Path
) -> None:
    ended = terminal.loa("broadcasts", *words)
    assert (ended.status, ended.err) == (status, f"loa: {said}\n")
    assert office.states(kept) == {1: "running", 2: "scheduled"}
    assert office.audited(kept) == []


async def test_it_is_followed_until_nothing_is_left_to_be_sent(kept: Path) -> None:
    environment = {"LOA_TODAY": office.TODAY, "LOA_DATABASE__URL": f"sqlite:///{kept}"}
    words = ("broadcasts", "show", "1", "--follow")
    async with loa(*words, folder=kept.parent, environment=environment) as process:
        await asyncio.to_thread(office.look, kept, _end)
        assert await process.end() == 0
    assert any("announcement 1: done" in line and "4/4" in line for line in process.lines)
    assert "  sent: 4 of 4" in process.lines


def _end(unit: Unit) -> None:
    unit.connection.execute(update(OUTBOX).values(state="sent", settled_at=NOON))
    going = broadcasts.find(unit, 1)
    assert going
    assert broadcasts.finish(unit, going, NOON)
