"""What the ledger has stays with its activities, whatever new editions of a plan say."""

from contextlib import closing

from sqlalchemy import func, select

from campaign.ledger.numbers import Known
from campaign.plan.model import Activity, Plan
from storage import activities, openings, submissions
from storage.activities import numbered
from storage.database import Database, Unit
from storage.ledger_tables import ACTIVITIES
from storage.migrations import upgrade
from tests.storage.ledger import cooperative, handed_in
from tests.storage.newsroom import OTHER, OWN


def plan(*titles: str, campaign: str = OWN, first: int = 8) -> Plan:
    return Plan(
        id=campaign,
        title="Tháng hành động",
        issuer="Liên minh HTX",
        year=2024,
        activities=tuple(
            Activity(no=no, section=f"III.{no}", name=title, title=title)
            for no, title in enumerate(titles, first)
        ),
    )


def ours(unit: Unit, edition: Plan) -> list[int]:
    return [numbered(unit, edition).of(each) for each in edition.activities]


def test_an_edition_is_followed_once_and_kept(unit: Unit) -> None:
    assert ours(unit, plan("Xét giải", "Hội chợ")) == [8, 9]
    assert ours(unit, plan("Hội thao", "Xét giải", "Hội chợ")) == [10, 8, 9]
    assert ours(unit, plan("Hội thao", "Xét giải", "Hội chợ", first=1)) == [10, 8, 9]
    assert ours(unit, plan("Xét giải", campaign=OTHER, first=1)) == [1]

    rows = select(func.count()).select_from(ACTIVITIES)
    assert unit.connection.scalar(rows.where(ACTIVITIES.c.campaign == OWN)) == 3


def test_what_two_processes_keep_at_once_is_kept_once(unit: Unit) -> None:
    edition = plan("Xét giải", "Hội chợ")
    found = [Known(each.no, each.title) for each in edition.activities]
    for _ in range(2):
        activities._keep(unit, OWN, found)

    assert ours(unit, edition) == [8, 9]


def test_a_number_under_which_something_is_kept_is_given_to_nothing_else(unit: Unit) -> None:
    ours(unit, plan("Xét giải"))
    handed_in(unit, cooperative(unit, "A", -1), no=20)
    openings.prepare(unit, OWN, 30)
    handed_in(unit, cooperative(unit, "B", -2, campaign=OTHER), no=40)

    assert ours(unit, plan("Xét giải", "Hội chợ")) == [8, 31]


def test_a_database_from_before_keeps_what_was_handed_in_and_opened(url: str) -> None:
    with closing(Database(url)) as database:
        with database.begin() as unit:
            upgrade(unit.connection, "0007")
            each = cooperative(unit, "A", -1)
            handed_in(unit, each, no=8)
            openings.prepare(unit, OWN, 9)
        assert database.state() == "older"

        assert not database.upgrade()

        with database.begin() as unit:
            assert ours(unit, plan("Xét giải", "Hội chợ")) == [8, 9]
            edition = plan("Hội thao", "Xét giải", "Hội chợ")
            _, award, fair = ours(unit, edition)
            found = submissions.of(unit, each.id, award)
            assert found
            assert found.state == "handed_in"
            assert openings.of(unit, OWN, fair)
