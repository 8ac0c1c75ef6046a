import datetime

import pytest
from sqlalchemy import insert, literal, select

from campaign.messages import Chat
from storage import chats, groups
from storage.database import Unit
from storage.groups import GroupRecord
from storage.tables import CHATS, PACE

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
OWN, OTHER = "nam-dinh-2024", "hai-duong-2024"


def meet(
    unit: Unit, chat_id: int, title: str = "Nhóm", *, campaign: str | None = None, tags: str = ""
) -> None:
    """Let the group be there, approved, with the letters of `tags` as its tags."""
    chats.meet(unit, Chat(chat_id, "group", title), NOW)
    if campaign:
        chats.bind(unit, chat_id, campaign, NOW)
    groups.decide(unit, chat_id, None, True, NOW)
    groups.tag(unit, chat_id, tags)


def audience(unit: Unit, campaign: str = OWN, tags: str = "") -> set[int]:
    found = set(unit.connection.scalars(groups.audience(campaign, OWN, set(tags))))
    assert groups.count(unit, campaign, OWN, set(tags)) == len(found)
    return found


def test_a_group_is_as_its_staff_have_left_it(unit: Unit) -> None:
    meet(unit, -1, "Nhóm HTX", tags="ba")
    groups.rename(unit, -1, "HTX Hoa Sen", NOW)

    assert groups.find(unit, -1, OWN) == GroupRecord(
        chat_id=-1,
        title="Nhóm HTX",
        name="HTX Hoa Sen",
        campaign=OWN,
        approved=True,
        present=True,
        muted=False,
        tags=("a", "b"),
    )


def test_a_private_chat_is_no_group(unit: Unit) -> None:
    chats.meet(unit, Chat(7, "private"), NOW)

    assert groups.find(unit, 7, OWN) is None
    assert groups.find(unit, -404, OWN) is None


@pytest.mark.parametrize(
    ("name", "title", "label"),
    [("HTX Hoa Sen", "Nhóm", "HTX Hoa Sen"), (None, "Nhóm", "Nhóm"), (None, "", "-1")],
)
def test_a_group_goes_by_its_name_its_title_or_its_number(
    unit: Unit, name: str | None, title: str, label: str
) -> None:
    meet(unit, -1, title)
    groups.rename(unit, -1, name, NOW)

    found = groups.find(unit, -1, OWN)

    assert found
    assert found.label == label


def test_an_announcement_goes_to_the_groups_of_its_campaign(unit: Unit) -> None:
    meet(unit, -1)
    meet(unit, -2, campaign=OWN)
    meet(unit, -3, campaign=OTHER)

    assert audience(unit, OWN) == {-1, -2}
    assert audience(unit, OTHER) == {-3}


def test_an_announcement_goes_to_no_group_that_was_refused_waits_or_was_left(unit: Unit) -> None:
    for chat_id in (-1, -2, -3, -4):
        meet(unit, chat_id)
    groups.decide(unit, -2, True, False, NOW)
    groups.reset(unit, -3, NOW)
    chats.leave(unit, -4, NOW)
    chats.meet(unit, Chat(7, "private"), NOW)
    groups.decide(unit, 7, None, True, NOW)

    assert audience(unit) == {-1}


@pytest.mark.parametrize(
    ("tags", "addressed"), [("", {-1, -2, -3}), ("a", {-1, -2}), ("bc", {-2, -3}), ("x", set())]
)
def test_an_announcement_goes_to_the_groups_with_any_of_the_tags_once(
    unit: Unit, tags: str, addressed: set[int]
) -> None:
    meet(unit, -1, tags="a")
    meet(unit, -2, tags="abc")
    meet(unit, -3, tags="c")

    assert audience(unit, OWN, tags) == addressed


def test_the_audience_can_be_inserted_without_being_read(unit: Unit) -> None:
    meet(unit, -1)
    meet(unit, -2)
    chosen = groups.audience(OWN, OWN).subquery()
    rows = select(chosen.c.chat_id, literal(0.0), literal(0.0))

    unit.connection.execute(insert(PACE).from_select(["chat_id", "tat", "urgent_at"], rows))

    assert set(unit.connection.scalars(select(PACE.c.chat_id))) == {-1, -2}


def test_a_decision_stands_unless_it_was_seen_when_another_was_made(unit: Unit) -> None:
    chats.meet(unit, Chat(-1, "group"), NOW)

    assert groups.decide(unit, -1, None, True, NOW)
    assert not groups.decide(unit, -1, None, False, NOW)
    assert groups.decide(unit, -1, True, False, NOW)
    assert groups.decide(unit, -1, False, True, NOW)
    assert not groups.decide(unit, -404, None, True, NOW)

    assert audience(unit) == {-1}


def test_groups_come_in_pages_those_that_wait_first_and_those_left_last(unit: Unit) -> None:
    for chat_id, title in ((-1, "D"), (-2, "C"), (-3, "B"), (-4, "A"), (-5, "Z")):
        meet(unit, chat_id, title)
    groups.decide(unit, -1, True, False, NOW)
    groups.reset(unit, -2, NOW)
    chats.leave(unit, -4, NOW)
    groups.rename(unit, -5, "0", NOW)
    meet(unit, -6, campaign=OTHER)

    def page(limit: int, offset: int) -> list[int]:
        return [each.chat_id for each in groups.page(unit, {OWN}, OWN, limit, offset)]

    assert page(9, 0) == [-2, -5, -3, -1, -4]
    assert page(2, 2) == [-3, -1]
    assert groups.total(unit, {OWN}, OWN) == 5
    assert groups.total(unit, {OWN, OTHER}, OWN) == 6
    assert groups.total(unit, set(), OWN) == 0
    assert groups.pending(unit, {OWN}, OWN) == 1


def test_a_group_that_was_left_waits_for_no_decision(unit: Unit) -> None:
    chats.meet(unit, Chat(-1, "group"), NOW)
    assert groups.pending(unit, {OWN}, OWN) == 1

    chats.leave(unit, -1, NOW)

    assert groups.pending(unit, {OWN}, OWN) == 0


def test_the_tags_in_use_are_those_of_the_campaign_s_groups(unit: Unit) -> None:
    meet(unit, -1, tags="ba")
    meet(unit, -2, campaign=OWN, tags="bc")
    meet(unit, -3, campaign=OTHER, tags="x")

    assert groups.tags_in_use(unit, OWN, OWN) == ["a", "b", "c"]
    assert groups.tags_in_use(unit, OTHER, OWN) == ["x"]


def test_tags_take_the_place_of_those_before(unit: Unit) -> None:
    meet(unit, -1, tags="ab")

    groups.tag(unit, -1, ["b", "c", "c"])
    assert groups.tags_in_use(unit, OWN, OWN) == ["b", "c"]

    groups.tag(unit, -1, [])
    assert groups.tags_in_use(unit, OWN, OWN) == []


def test_a_renamed_chat_stays_approved_named_and_tagged(unit: Unit) -> None:
    meet(unit, -1, tags="a")
    groups.rename(unit, -1, "HTX Hoa Sen", NOW)

    chats.rename(unit, -1, -1001, LATER)

    found = groups.find(unit, -1001, OWN)
    assert found
    assert (found.approved, found.name, found.tags) == (True, "HTX Hoa Sen", ("a",))


@pytest.mark.parametrize(
    ("campaign", "approved", "name", "tags"),
    [
        (None, True, "HTX Hoa Sen", ("a",)),
        (OWN, True, "HTX Hoa Sen", ("a",)),
        (OTHER, None, None, ()),
    ],
)
def test_a_new_chat_that_is_known_already_inherits_within_its_campaign(
    unit: Unit, campaign: str | None, approved: bool | None, name: str | None, tags: tuple[str, ...]
) -> None:
    meet(unit, -1, campaign=OWN, tags="a")
    groups.rename(unit, -1, "HTX Hoa Sen", NOW)
    chats.meet(unit, Chat(-1001, "group", "Nhóm"), NOW)
    if campaign:
        chats.bind(unit, -1001, campaign, NOW)

    chats.rename(unit, -1, -1001, LATER)

    found = groups.find(unit, -1001, OWN)
    assert found
    assert (found.approved, found.name, found.tags) == (approved, name, tags)


def test_what_was_decided_of_the_new_chat_wins(unit: Unit) -> None:
    meet(unit, -1)
    chats.meet(unit, Chat(-1001, "group"), NOW)
    groups.decide(unit, -1001, None, False, NOW)

    chats.rename(unit, -1, -1001, LATER)

    assert unit.connection.scalar(select(CHATS.c.approved)) is False
