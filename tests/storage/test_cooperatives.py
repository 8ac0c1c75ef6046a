import pytest

from storage import chats, cooperatives, submissions
from storage.cooperatives import NewCooperative
from storage.database import Unit
from tests.storage.ledger import cooperative, group, handed_in
from tests.storage.newsroom import OTHER, OWN, later


def names(unit: Unit, campaign: str = OWN) -> list[tuple[str, str, int | None]]:
    found = cooperatives.of_campaign(unit, campaign)
    return [(each.name, each.district, each.chat_id) for each in found]


def test_cooperatives_are_listed_by_district_and_name(unit: Unit) -> None:
    new = [("B", "Ý Yên"), ("C", "Đảo Xa"), ("Ấm", "Ý Yên"), ("D", "Vụ Bản")]
    cooperatives.add(unit, OWN, [NewCooperative(*each) for each in new])

    assert [(name, district) for name, district, _ in names(unit)] == [
        ("C", "Đảo Xa"),
        ("D", "Vụ Bản"),
        ("Ấm", "Ý Yên"),
        ("B", "Ý Yên"),
    ]
    assert cooperatives.count(unit, OWN) == 4
    assert names(unit, OTHER) == []


def test_adding_again_doubles_nothing_and_keeps_or_replaces_the_group(unit: Unit) -> None:
    group(unit, -1)
    group(unit, -2)
    for chat_id in (-1, None, -2, None):
        cooperatives.add(unit, OWN, [NewCooperative("A", "Ý Yên", chat_id)])

    assert names(unit) == [("A", "Ý Yên", -2)]


def test_the_same_name_elsewhere_is_another_cooperative(unit: Unit) -> None:
    cooperative(unit, "A", -1)
    cooperative(unit, "A", -1, campaign=OTHER)
    cooperatives.add(unit, OWN, [NewCooperative("A", "Hải Hậu")])

    assert names(unit) == [("A", "Hải Hậu", None), ("A", "Ý Yên", -1)]
    assert [each.campaign for each in cooperatives.of_chat(unit, OTHER, -1)] == [OTHER]


def test_a_group_claims_what_no_other_speaks_for(unit: Unit) -> None:
    free = cooperative(unit, "A")
    group(unit, -1)
    group(unit, -2)

    assert cooperatives.claim(unit, free.id, -1)
    assert not cooperatives.claim(unit, free.id, -2)
    assert names(unit) == [("A", "Ý Yên", -1)]


def test_what_is_removed_takes_along_what_it_had_handed_in(unit: Unit) -> None:
    gone, left = cooperative(unit, "A", -1), cooperative(unit, "B", -1)
    handed_in(unit, gone)
    handed_in(unit, left)

    assert cooperatives.remove(unit, gone.id)
    assert not cooperatives.remove(unit, gone.id)
    assert cooperatives.find(unit, gone.id) is None
    assert [each.cooperative_id for each in submissions.of_campaign(unit, OWN)] == [left.id]


@pytest.mark.parametrize("known", [True, False])
def test_a_group_that_becomes_a_supergroup_still_speaks_for_its_own(
    unit: Unit, known: bool
) -> None:
    cooperative(unit, "A", -1)
    if known:
        group(unit, -1001)

    chats.rename(unit, -1, -1001, later(hours=1))

    assert names(unit) == [("A", "Ý Yên", -1001)]
