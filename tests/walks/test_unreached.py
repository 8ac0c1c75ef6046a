"""A process dies with a reminder in its hands: the staff are told, and send it again, once."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from campaign.messages import Acknowledge, Chat, Press, Sender
from campaign.zone import VIETNAM
from handlers import router
from sandbox.faults import Fault
from storage import outbox
from storage.database import Database
from storage.tables import BROADCASTS
from tests.walks.house import answer, said
from tests.walks.office import office
from tests.walks.year import Year

STAFF = (7, 8)
"""Two people."""
EIGHT = datetime.datetime(2024, 3, 13, 8, tzinfo=VIETNAM)
LATER = EIGHT + datetime.timedelta(minutes=5)
SECTIONS = ("III.8", "III.9")
"""Of the two activities of one plan whose last safe day is the next one."""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'loa.db'}"
    found: str = request.getfixturevalue("postgresql_url")
    return found


def killed(url: str) -> tuple[Year, int]:
    """Let a process die before it has called, and the next one begin; return the chat in doubt."""
    walk = Year(url)
    walk.front = replace(walk.front, owners=frozenset(STAFF))
    walk.begin(EIGHT - datetime.timedelta(minutes=1))
    walk.process.tick(EIGHT)
    with walk.process.database.begin() as unit:
        (row,) = outbox.claim(unit, walk.process.holder, EIGHT, 1)[0]
    walk.end()
    walk.deaths += 1
    walk.live(EIGHT + datetime.timedelta(minutes=1))
    return walk, row.chat_id


def press(walk: Year, user: int, database: Database | None = None) -> str:
    """Let one of the staff press the button; return the notice, "" where it did something."""
    with (database or walk.process.database).begin() as unit:
        number = unit.connection.scalar(select(BROADCASTS.c.id).order_by(BROADCASTS.c.id))
        who = Press(Chat(user, "private"), Sender(user, "Cán bộ"), f"nudge:{number}", "press", 1)
        acknowledge = router.handle(walk.front, unit, who, LATER)[0]
    assert isinstance(acknowledge, Acknowledge)
    return acknowledge.notice


def test_the_group_in_doubt_hears_it_on_the_staff_s_word_and_no_other_does(url: str) -> None:
    walk, in_doubt = killed(url)
    assert walk.got(in_doubt) == []
    assert walk.states() == {"unknown": 1, "sent": 2}
    assert {text.partition(";")[2] for text in walk.told} == {
        " 1 nhóm không nhận được hoặc không rõ đã nhận chưa."
    }

    assert press(walk, 7) == ""
    walk.live(LATER)
    assert press(walk, 8) == "Lời nhắc này đã được gửi lại rồi (người bấm: 7)."
    walk.live(LATER + datetime.timedelta(minutes=1))

    assert [walk.got(chat) for chat in (-11, -12, -13)] == [[("13/3", SECTIONS)]] * 3
    assert len(walk.told) == len(STAFF)
    walk.end()


def test_two_who_press_at_once_in_two_processes_send_it_once(postgresql_url: str) -> None:
    walk, in_doubt = killed(postgresql_url)
    with (
        closing(Database(postgresql_url)) as one,
        closing(Database(postgresql_url)) as other,
        ThreadPoolExecutor(2) as threads,
    ):
        pressed = [
            threads.submit(press, walk, user, database)
            for user, database in zip(STAFF, (one, other), strict=True)
        ]
        told = sorted(each.result() for each in pressed)

    assert told[0] == ""
    assert told[1].startswith("Lời nhắc này đã được gửi lại rồi")
    walk.live(LATER)
    assert walk.got(in_doubt) == [("13/3", SECTIONS)]
    walk.end()


async def test_with_telegram_a_reminder_without_an_answer_is_sent_again_with_one_press() -> None:
    async with office(3) as walk:
        in_doubt, *others = walk.groups
        walk.sandbox.world.faults.add(Fault("drop", "sendmessage", in_doubt.id))
        walk.app.clock.set(EIGHT - datetime.timedelta(seconds=5))

        told = await walk.card("Gửi lại cho 1 nhóm chưa rõ")
        assert walk.states() == {("sent", None): 2, ("unknown", "no_answer"): 1}
        walk.press(told, "Gửi lại")

        again = await answer(walk.sandbox, in_doubt)
        assert "Ngày mai, 14/3/2024, là ngày cuối." in again.text
        assert [len(said(group)) for group in others] == [1, 1]
        await walk.sandbox.wait_for(lambda: "✓ Đang gửi lại cho 1 nhóm." in told.text, 10)
        assert told.buttons == []
