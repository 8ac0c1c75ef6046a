"""Staff at work in two processes that share one database, at the very same moment."""

import datetime
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from campaign.messages import Outgoing, Send
from campaign.talk.handbook import Handbook
from handlers.doubts import plan_in
from handlers.library import Library
from handlers.visits import Front
from storage import editions
from storage.database import Database
from storage.editions import EditionRecord
from tests.databases import connected
from tests.handlers.bot import Bot, data, notice, sent
from tests.handlers.conftest import MARCH_8
from tests.handlers.documents import PAGE, hands_over
from tests.handlers.newsroom import approve, presses, turned
from tests.handlers.office import OFFICER, OWN, OWNER, Office, Person, text_of

Work = Callable[[Office], list[Outgoing]]
SECOND = datetime.timedelta(seconds=1)
_WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


@dataclass
class House:
    """A database with two processes, each with plans of its own."""

    database: Database
    handbooks: dict[str, Handbook]
    url: str
    """Where PostgreSQL is, "" where it is not used."""

    def __post_init__(self) -> None:
        self.libraries = [Library(self.handbooks), Library(self.handbooks)]
        with self.database.begin() as unit:
            Office.of(Bot(Front(self.handbooks, OWN, "htx_bot"), unit, MARCH_8))

    def at(self, process: int, work: Work) -> list[Outgoing]:
        """Return what comes of `work`, done in a transaction of one of the processes."""
        with self.database.begin() as unit:
            library = self.libraries[process]
            library.refresh(unit)
            front = Front(library, OWN, "htx_bot", frozenset({OWNER.id}))
            return work(Office.at_work(Bot(front, unit, MARCH_8 + process * SECOND)))

    def at_once(self, first: Work, second: Work) -> tuple[list[Outgoing], list[Outgoing]]:
        """Do both at once: the first one is committed when the second one waits for it, or is
        done. With SQLite it cannot begin before.
        """

        def overtaken(office: Office) -> list[Outgoing]:
            done = first(office)
            begun.append(thread.submit(self.at, 1, second))
            while self.url and not begun[0].done() and not self._waits():
                wait(begun, 0.01)
            return done

        begun: list[Future[list[Outgoing]]] = []
        with ThreadPoolExecutor(1) as thread:
            done = self.at(0, overtaken)
            return done, begun[0].result(20)

    def _waits(self) -> bool:
        """Say whether a transaction waits for a lock."""
        with connected(self.url) as other:
            return bool(other.exec_driver_sql(_WAITING).scalar())

    def answer(self, process: int, question: str) -> str:
        said: list[str] = []

        def ask(office: Office) -> list[Outgoing]:
            said.append(office.bot.answer(question))
            return []

        self.at(process, ask)
        return said[0]

    def kept(self) -> list[EditionRecord]:
        with self.database.begin() as unit:
            return editions.of_campaign(unit, OWN, 9)


@pytest.fixture(params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest, tmp_path: Path, handbooks: dict[str, Handbook]
) -> Iterator[House]:
    shared = request.getfixturevalue("postgresql_url") if request.param == "postgresql" else ""
    with closing(Database(shared or f"sqlite:///{tmp_path / 'loa.db'}")) as database:
        database.upgrade()
        yield House(database, handbooks, shared)


def draft(house: House, page: str = PAGE) -> Send:
    (card,) = house.at(0, lambda office: [hands_over(office, page)])
    assert isinstance(card, Send)
    return card


def compared(house: House, card: Send) -> str:
    """Return what the button sends back that publishes the draft."""

    def look(office: Office) -> list[Outgoing]:
        targets = turned(presses(office.officer, "Công bố…", card))
        return presses(office.officer, "Sông Xanh 2024", targets)

    return data(turned(house.at(0, look)))[0]


def pressed(person: Callable[[Office], Person], button: str) -> Work:
    return lambda office: person(office).presses(button)


def officer(office: Office) -> Person:
    return office.officer


def colleague(office: Office) -> Person:
    return office.colleague


def doubts_open(house: House) -> list[int]:
    (kept,) = house.kept()
    return [place for place, each in enumerate(kept.doubts) if not each["done"]]


def test_two_doubts_that_are_settled_at_once_both_stay_settled(house: House) -> None:
    draft(house)
    first, second, *rest = doubts_open(house)

    house.at_once(pressed(officer, f"plan:1:ok:{first}"), pressed(colleague, f"plan:1:ok:{second}"))

    assert doubts_open(house) == rest


def test_one_doubt_is_settled_once(house: House) -> None:
    draft(house)
    (place,) = [
        place
        for place, each in enumerate(house.kept()[0].doubts)
        if each["doubt"]["problem"]["code"] == "no_time"
    ]

    _, told = house.at_once(
        pressed(officer, f"plan:1:ok:{place}"), pressed(colleague, f"plan:1:out:{place}")
    )

    assert notice(told) == "Chỗ này đã được xem rồi."
    assert [each.no for each in plan_in(house.kept()[0]).activities] == [1, 2, 3, 4]


def test_a_draft_is_published_once(house: House) -> None:
    button = compared(house, draft(house))

    done, told = house.at_once(pressed(officer, button), pressed(colleague, button))

    assert "Đã công bố" in text_of(turned(done))
    assert "vừa thay đổi nên chưa công bố" in text_of(turned(told))
    newest, first = house.kept()
    assert (newest.id, first.author) == (1, OFFICER.id)


def test_two_drafts_that_are_published_at_once_are_compared_with_each_other(house: House) -> None:
    """Who comes second sees what the first one has changed, before anything is published."""
    one, other = draft(house), draft(house, PAGE.replace("12/4/2024", "13/4/2024"))
    first, second = compared(house, one), compared(house, other)

    _, told = house.at_once(pressed(officer, first), pressed(colleague, second))

    assert "vừa thay đổi nên chưa công bố" in text_of(turned(told))
    for process in (0, 1):
        assert "12/4/2024" in house.answer(process, "lễ phát động ngày nào?")


def test_what_is_corrected_while_it_is_published_is_not_published_unseen(house: House) -> None:
    button = compared(house, draft(house))
    place = doubts_open(house)[-1]

    _, told = house.at_once(pressed(colleague, f"plan:1:out:{place}"), pressed(officer, button))

    assert "vừa thay đổi nên chưa công bố" in text_of(turned(told))
    assert [each.published_at for each in house.kept()] == [None]


def test_what_is_published_is_not_corrected_by_who_comes_second(house: House) -> None:
    button = compared(house, draft(house))
    place = doubts_open(house)[-1]

    _, told = house.at_once(pressed(officer, button), pressed(colleague, f"plan:1:out:{place}"))

    assert "đã được công bố" in notice(told)
    assert len(plan_in(house.kept()[0]).activities) == 4


def test_two_who_go_back_at_once_go_back_once(house: House) -> None:
    house.at(0, pressed(officer, compared(house, draft(house))))

    done, told = house.at_once(
        pressed(officer, "plan:2:back:1"), pressed(colleague, "plan:2:back:1")
    )

    assert "dùng lại bản này" in text_of(turned(done))
    assert "cũ" in notice(told)
    for process in (0, 1):
        assert "11/04/2024" in house.answer(process, "lễ phát động ngày nào?")


def test_what_a_process_publishes_whose_clock_is_behind_is_seen_by_all(house: House) -> None:
    house.at(1, pressed(officer, compared(house, draft(house))))
    later = draft(house, PAGE.replace("12/4/2024", "13/4/2024"))
    house.at(0, pressed(colleague, compared(house, later)))

    for process in (1, 0):
        assert "13/4/2024" in house.answer(process, "lễ phát động ngày nào?")


def test_a_change_is_announced_once(house: House) -> None:
    def moves(office: Office) -> list[Outgoing]:
        approve(office)
        office.officer.presses(f"act:{OWN}:2:time")
        asked = sent(office.officer.writes("27/4"))
        return presses(office.officer, "Đúng, cập nhật", asked)

    button = data(turned(house.at(0, moves)))[0]
    assert button == "change:1:now"

    done, told = house.at_once(pressed(officer, button), pressed(colleague, button))

    assert "Thông báo số" in text_of(turned(done))
    assert "được báo cho các nhóm rồi" in notice(told)
