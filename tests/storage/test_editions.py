"""Editions of plans: which one is in force, and who notices."""

import datetime

from campaign.plan.model import Activity
from storage import changes, editions, novelties
from storage.database import Unit
from storage.editions import EditionRecord

NOON = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
OWN = "song-xanh-2024"
FAIR = Activity(no=1, section="III.1", name="Hội chợ", title="Hội chợ")


def draft(unit: Unit, plan: str = "title = 'A'") -> EditionRecord:
    new = EditionRecord(0, OWN, 7, plan, [], NOON, None)
    return editions.add(unit, new)


def numbers(unit: Unit) -> list[int]:
    return [each.id for each in editions.published(unit).get(OWN, [])]


def test_a_draft_is_in_force_nowhere(unit: Unit) -> None:
    draft(unit)
    assert editions.in_force(unit, OWN) is None
    assert editions.published(unit) == {}


def test_what_was_published_last_is_in_force_whatever_the_clock_says(unit: Unit) -> None:
    first, second = draft(unit), draft(unit)
    for each, now in ((first, NOON), (second, NOON - HOUR), (first, NOON - 2 * HOUR)):
        editions.publish(unit, each.id, OWN, now)
        now_in_force = editions.in_force(unit, OWN)
        assert now_in_force
        assert now_in_force.id == each.id
    assert numbers(unit) == [first.id, second.id]


def test_the_plan_that_a_campaign_began_with_comes_before_its_first_edition(unit: Unit) -> None:
    edition = draft(unit)
    began = editions.add_first(unit, draft(unit, "title = 'B'"), NOON - HOUR)
    editions.publish(unit, edition.id, OWN, NOON - HOUR)
    assert numbers(unit) == [edition.id, began.id]


def test_whatever_makes_another_plan_is_noticed_and_nothing_else(unit: Unit) -> None:
    seen = [novelties.seen(unit)]
    edition = draft(unit)
    number = changes.begin(unit, 7, OWN, FAIR, "place", 0, NOON)
    changes.word(unit, number, "Hội trường A")
    assert novelties.seen(unit) == seen[-1]
    for happens in (
        lambda: editions.publish(unit, edition.id, OWN, NOON),
        lambda: changes.apply(unit, number, NOON),
        lambda: changes.withdraw(unit, number, NOON),
        lambda: editions.publish(unit, edition.id, OWN, NOON - HOUR),
    ):
        happens()
        seen.append(novelties.seen(unit))
    assert len(set(seen)) == len(seen)


def test_only_a_draft_is_dropped(unit: Unit) -> None:
    edition, other = draft(unit), draft(unit)
    editions.publish(unit, edition.id, OWN, NOON)
    assert [editions.drop(unit, each) for each in (edition, other)] == [False, True]
    assert editions.hold(unit, other.id) is None
