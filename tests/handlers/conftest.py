"""Two small alliances, each with a plan of its own, and a bot that can be spoken to."""

import datetime
from collections.abc import Iterator

import pytest

from campaign.plan.model import Activity, Fact, Plan, Time
from campaign.talk.handbook import Handbook
from handlers.visits import Front
from storage import activities
from storage.database import Database, Unit
from tests.handlers.bot import Bot
from tests.handlers.office import OWNER, Office

MARCH_8 = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)  # noon in Vietnam


def activity(no: int, name: str, day: datetime.date, place: str, lead: str) -> Activity:
    return Activity(
        no=no,
        section=f"III.{no}",
        name=name,
        title=f"Tổ chức {name}",
        times=(Time(text=f"ngày {day:%d/%m/%Y}", kind="on", start=day, end=day),),
        place=Fact(text=place, section=f"III.{no}"),
        lead=(lead,),
    )


def plan_of(province: str, theme: str, activities: tuple[Activity, ...], plan_id: str) -> Plan:
    return Plan(
        id=plan_id,
        title="Tổ chức Tháng hành động",
        title_en="The Action Month",
        issuer=f"Liên minh HTX tỉnh {province}",
        province=province,
        year=2024,
        theme=Fact(text=theme, section="II.1"),
        slogans=(Fact(text=f"{province} cùng tiến", section="II.2"),),
        activities=activities,
    )


SONG_XANH = plan_of(
    "Sông Xanh",
    "Nước sạch về đồng",
    (
        activity(
            1, "Lễ phát động", datetime.date(2024, 4, 11), "Nhà văn hóa Bến Đò", "Phòng Phong trào"
        ),
        activity(
            2, "Hội thao", datetime.date(2024, 4, 20), "Sân vận động Cầu Tre", "Phòng Thi đua"
        ),
        *(
            activity(no, f"Hội chợ {no}", datetime.date(2024, 5, no), f"Chợ {no}", "Văn phòng")
            for no in range(3, 15)
        ),
        Activity(
            no=15,
            section="III.15",
            name="Xét giải Hạt vàng",
            title="Xét giải Hạt vàng",
            times=(Time(text="trước 15/3/2024", kind="deadline", end=datetime.date(2024, 3, 14)),),
            submits=True,
        ),
    ),
    "song-xanh-2024",
)
NUI_CAO = plan_of(
    "Núi Cao",
    "Rừng vàng của bản",
    (
        activity(
            1, "Lễ phát động", datetime.date(2024, 4, 9), "Nhà rông bản Thượng", "Ban Tổ chức"
        ),
        activity(2, "Hội thi nấu ăn", datetime.date(2024, 4, 25), "Sân đình", "Hội Phụ nữ"),
    ),
    "nui-cao-2024",
)


@pytest.fixture(scope="session")
def handbooks() -> dict[str, Handbook]:
    return {plan.id: Handbook.of(plan) for plan in (SONG_XANH, NUI_CAO)}


@pytest.fixture
def unit() -> Iterator[Unit]:
    database = Database()
    database.upgrade()
    with database.begin() as unit:
        yield unit
    database.close()


@pytest.fixture
def bot(handbooks: dict[str, Handbook], unit: Unit) -> Bot:
    """The bot of both alliances, on 8 March 2024 at noon; chats that chose none ask Sông Xanh."""
    return Bot(Front(handbooks, "song-xanh-2024", "htx_bot"), unit, MARCH_8)


@pytest.fixture
def office(handbooks: dict[str, Handbook], unit: Unit) -> Office:
    """The bot of both alliances, with somebody who runs it, and staff of each.

    It has looked at its plans, as it does before anything else.
    """
    for book in handbooks.values():
        activities.numbered(unit, book.plan)
    front = Front(handbooks, "song-xanh-2024", "htx_bot", frozenset({OWNER.id}))
    return Office.of(Bot(front, unit, MARCH_8))


@pytest.fixture
def lone_bot(handbooks: dict[str, Handbook], unit: Unit) -> Bot:
    """The bot of Sông Xanh alone."""
    own = {"song-xanh-2024": handbooks["song-xanh-2024"]}
    return Bot(Front(own, "song-xanh-2024", "htx_bot"), unit, MARCH_8)
