"""What was handed in stays with its activity when an edition numbers the plan otherwise."""

import pytest

from campaign.ledger.numbers import Known, Numbers, follow, numbers
from campaign.plan.model import Activity, Plan

SPORTS, AWARD, FAIR = "Hội thao các HTX", "Xét giải Hạt vàng năm 2024", "Hội chợ nông sản"


def plan(*titles: str, first: int = 1) -> Plan:
    return Plan(
        id="song-xanh-2024",
        title="Tháng hành động",
        issuer="Liên minh HTX tỉnh Sông Xanh",
        year=2024,
        activities=tuple(
            Activity(no=no, section=f"III.{no}", name=title, title=title)
            for no, title in enumerate(titles, first)
        ),
    )


def in_turn(*editions: Plan, taken: tuple[int, ...] = ()) -> list[Known]:
    """Return what is known after these editions."""
    known: list[Known] = []
    for edition in editions:
        if numbers(known, edition) is None:
            known = follow(known, edition, taken)
            assert numbers(known, edition)
    return known


def ours(*editions: Plan, taken: tuple[int, ...] = ()) -> list[int]:
    """Return the ledger's numbers of the last edition, in its order."""
    found = numbers(in_turn(*editions, taken=taken), editions[-1])
    assert found
    return [found.of(each) for each in editions[-1].activities]


FIRST = plan(SPORTS, AWARD)


def test_at_first_they_are_those_of_the_plan() -> None:
    assert ours(FIRST) == [1, 2]
    assert ours(plan(SPORTS, AWARD, first=8)) == [8, 9]


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        (plan(AWARD, SPORTS), [2, 1]),
        (plan(SPORTS, AWARD, first=5), [1, 2]),
        (plan(FAIR, SPORTS, AWARD), [3, 1, 2]),
        (plan(AWARD), [2]),
        (plan("HỘI THAO CÁC HTX", AWARD), [1, 2]),
        (plan(SPORTS, "Xét giải thưởng Hạt vàng năm 2024"), [1, 2]),
        (plan("Xét giải thưởng Hạt vàng năm 2024", FAIR), [2, 3]),
    ],
)
def test_an_edition_keeps_them(edition: Plan, expected: list[int]) -> None:
    assert ours(FIRST, edition) == expected


def test_what_is_left_out_is_found_again_when_it_comes_back() -> None:
    without = plan(FAIR, SPORTS)

    assert numbers(in_turn(FIRST, without), without) == Numbers({1: 3, 2: 1}, frozenset({2}))
    assert ours(FIRST, without, plan(AWARD, FAIR, SPORTS)) == [2, 3, 1]


def test_a_title_that_is_corrected_again_and_again_is_followed() -> None:
    steps = [plan(SPORTS, f"Xét giải {words}") for words in ("Hạt vàng 2024", "Hạt vàng", "vàng")]

    assert ours(FIRST, *steps) == [1, 2]
    assert ours(FIRST, steps[0], FIRST) == [1, 2]


def test_what_was_left_out_before_is_not_taken_for_something_alike() -> None:
    """Staff were told that it is new; only an edition and the one before it are compared."""
    assert ours(FIRST, plan(AWARD), plan(AWARD, "Hội thi các HTX")) == [2, 3]


def test_two_of_one_title_keep_theirs() -> None:
    assert ours(plan(FAIR, FAIR), plan(SPORTS, FAIR, FAIR)) == [3, 1, 2] or ours(
        plan(FAIR, FAIR), plan(SPORTS, FAIR, FAIR)
    ) == [3, 2, 1]
    assert ours(plan(FAIR, FAIR), plan(FAIR, FAIR, FAIR)) == [1, 2, 3]


def test_a_new_one_never_gets_a_number_under_which_something_is_kept() -> None:
    assert ours(FIRST, plan(SPORTS, AWARD, FAIR), taken=(3, 9)) == [1, 2, 10]
