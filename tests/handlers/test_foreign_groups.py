"""The buttons for members, pressed where they do not belong: nothing of another group changes."""

from dataclasses import replace
from itertools import product

import pytest

from campaign.messages import Chat, Sender
from handlers.presses import MEMBERS
from storage import chats, groups
from storage.cooperatives import NewCooperative, add
from tests.handlers.bot import ADMIN, ANONYMOUS, GROUP, MEMBER, NEIGHBOUR, OTHER_GROUP, notice
from tests.handlers.ledger import HAND, HELP, NO, handed_in, ledger, member_presses, named
from tests.handlers.office import OTHER, OWN, Office, kept, written

FAR_AWAY = Chat(-300, "group", "Nhóm Núi Cao")
UNAPPROVED = Chat(-400, "group", "Nhóm lạ")
ALONE = Chat(NEIGHBOUR.id, "private")
SPORTS = f"{OWN}:2"


@pytest.fixture(autouse=True)
def _groups(office: Office) -> None:
    """There is a group of the other campaign, and one that nobody has approved."""
    bot = office.bot
    ledger(office)
    handed_in(bot, "HTX Gốm")
    for chat in (FAR_AWAY, UNAPPROVED):
        bot.joins(chat)
    add(bot.unit, OWN, [NewCooperative("HTX Lạ", "Bến Đò", UNAPPROVED.id)])
    add(bot.unit, OTHER, [NewCooperative("HTX Rừng", "Bản Hạ", FAR_AWAY.id)])
    chats.bind(bot.unit, FAR_AWAY.id, OTHER, bot.now)
    groups.decide(bot.unit, FAR_AWAY.id, None, after=True, now=bot.now)
    office.officer.presses(f"open:{SPORTS}:open")
    member_presses(bot, f"join:{SPORTS}:4")
    for chat, who in product(
        (GROUP, OTHER_GROUP, FAR_AWAY, UNAPPROVED), (MEMBER, NEIGHBOUR, ADMIN)
    ):
        bot.hears("/start", chat, who)


def buttons(office: Office, *names: str) -> list[str]:
    """Return what was shown in the groups of Sông Xanh, and may be sent from anywhere."""
    ours = [named(office.bot, name).id for name in ("HTX Lúa Vàng", "HTX Gốm", "HTX Xa")]
    found = [
        *(HAND, HELP, f"join:{SPORTS}", f"join:{SPORTS}:3", f"join:{SPORTS}:3:yes"),
        *(f"quit:{SPORTS}", *(f"{HAND}:{each}" for each in ours)),
        *(f"mine:{each}" for each in ours),
    ]
    return [each for each in found if each.split(":")[0] in names]


def unchanged(office: Office, pressed: list[str], chat: Chat, who: Sender) -> None:
    before, lines = kept(office), written(office)
    for button in pressed:
        assert notice(office.bot.press(button, chat, who)), button
    assert kept(office) == before
    assert written(office) == lines


def test_a_group_of_another_campaign_can_do_nothing_with_any_of_them(office: Office) -> None:
    everything = buttons(office, *MEMBERS)

    assert {each.split(":")[0] for each in everything} == set(MEMBERS)
    unchanged(office, everything, FAR_AWAY, replace(NEIGHBOUR, admin=True))


def test_another_group_of_the_campaign_hands_in_for_nobody_else(office: Office) -> None:
    theirs = [each for each in buttons(office, "hand") if each != HAND]

    unchanged(office, theirs, GROUP, NEIGHBOUR)


@pytest.mark.parametrize("who", [NEIGHBOUR, replace(NEIGHBOUR, admin=None), ANONYMOUS])
def test_who_is_no_administrator_claims_no_cooperative(office: Office, who: Sender) -> None:
    unchanged(office, buttons(office, "mine"), GROUP, who)


def test_an_administrator_takes_no_cooperative_of_another_group(office: Office) -> None:
    before, free = kept(office), named(office.bot, "HTX Xa").id
    for button in buttons(office, "mine"):
        if button != f"mine:{free}":
            member_presses(office.bot, button, GROUP, ADMIN)

    assert kept(office) == before


def test_a_group_that_nobody_approved_tells_the_staff_nothing(office: Office) -> None:
    """Nor does it hand in: no reminder was sent there, so the button was not shown."""
    pressed = [*buttons(office, "hand", "help", "mine"), f"{HAND}:{named(office.bot, 'HTX Lạ').id}"]

    unchanged(office, pressed, UNAPPROVED, ADMIN)


def test_a_group_whose_approval_was_withdrawn_tells_no_more(office: Office) -> None:
    groups.decide(office.bot.unit, GROUP.id, True, after=False, now=office.bot.now)

    unchanged(office, buttons(office, "hand", "help"), GROUP, NEIGHBOUR)


def test_nobody_gives_up_the_seats_of_somebody_else(office: Office) -> None:
    unchanged(office, buttons(office, "quit"), GROUP, NEIGHBOUR)
    office.bot.hears("/start", ALONE, NEIGHBOUR)
    unchanged(office, buttons(office, "quit"), ALONE, NEIGHBOUR)


def test_in_private_nothing_of_a_group_is_changed(office: Office) -> None:
    office.bot.hears("/start", Chat(NEIGHBOUR.id, "private"), NEIGHBOUR)

    unchanged(
        office, buttons(office, "hand", "help", "mine"), Chat(NEIGHBOUR.id, "private"), NEIGHBOUR
    )


def test_there_is_something_to_be_handed_in(office: Office) -> None:
    """The presses above are refused because of who presses: here they are not."""
    before = kept(office)

    assert f":{NO}" in HAND
    assert "Cảm ơn" in notice(member_presses(office.bot, HAND))
    assert kept(office) != before
