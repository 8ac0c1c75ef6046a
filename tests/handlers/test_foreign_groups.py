"""Every button, pressed where it does not belong: nothing of another group changes.

The first words of buttons are those of the tables in the code: what is added there is missed here.
"""

from dataclasses import replace
from itertools import product

import pytest

from campaign.messages import Chat, Sender
from handlers.presses import ANYBODY, STAFF
from storage import broadcasts, chats, editions, groups, reminder_choices, wishes
from storage.cooperatives import NewCooperative, add
from storage.editions import EditionRecord
from tests.handlers.bot import (
    ADMIN,
    ANONYMOUS,
    GROUP,
    MEMBER,
    NEIGHBOUR,
    OTHER_GROUP,
    PRIVATE,
    notice,
)
from tests.handlers.ledger import HAND, HELP, NO, handed_in, ledger, member_presses, named
from tests.handlers.office import OTHER, OWN, Office, kept, written

FAR_AWAY = Chat(-300, "group", "Nhóm Núi Cao")
UNAPPROVED = Chat(-400, "group", "Nhóm lạ")
ALONE = Chat(NEIGHBOUR.id, "private")
SPORTS = f"{OWN}:2"
LEDGER = ("hand", "help", "join", "mine", "quit")
"""Buttons of the ledger and of registration."""


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


def everything(office: Office) -> list[str]:
    """Return a button of each kind as it is shown in Sông Xanh, in groups, to members, to staff."""
    bot = office.bot
    broadcast = broadcasts.add(bot.unit, broadcasts.blank(office.officer.sender.id, OWN, bot.now))
    reminder = replace(broadcasts.blank(office.officer.sender.id, OWN, bot.now), kind="reminder")
    reminder = broadcasts.add(bot.unit, replace(reminder, state="done"))
    bot.hears("nhắc tôi trước 3 ngày về hội thao")
    (wish,) = wishes.of(bot.unit, PRIVATE.id)
    submission = handed_in(bot, "HTX Lúa Vàng")
    coop, group = named(bot, "HTX Gốm").id, f"{GROUP.id}"
    edition = editions.add(
        bot.unit, EditionRecord(0, OWN, office.officer.sender.id, "", [], bot.now, None)
    )
    return [
        *buttons(office, *LEDGER),
        *(f"campaign:{OWN}", f"page:{SPORTS}", f"pick:{OWN}:card:2", f"seen:{broadcast.id}"),
        *("remind:kind:deadline:off", "remind:hour:7", "remind:pause:3"),
        *(f"remind:drop:{wish.id}", f"remind:ask:{SPORTS}:3:-", f"remind:at:{SPORTS}:3:0800"),
        *(f"act:{OWN}", f"act:{SPORTS}:cancelled", "change:1:yes", f"plan:{edition.id}:drop_now"),
        *(f"aid:{group}", f"cast:{broadcast.id}:send", f"nudge:{reminder.id}"),
        *(f"group:{group}:refuse", "groups:0"),
        *(f"coop:{coop}:drop_now", f"coop:{coop}:hand:{NO}", f"coops:{OWN}:0"),
        *(f"due:{OWN}:{NO}", f"judge:{submission.id}", f"file:list:{OWN}", f"import:{OWN}"),
        *(f"open:{SPORTS}:close", f"open:{SPORTS}:seats", f"tag:{group}:0123456789ab"),
        *(f"invite:{OWN}", f"revoke:{office.officer.sender.id}:{OWN}", "log:0"),
    ]


def unchanged(office: Office, pressed: list[str], chat: Chat, who: Sender) -> None:
    before, lines = kept(office), written(office)
    for button in pressed:
        assert notice(office.bot.press(button, chat, who)), button
    assert kept(office) == before
    assert written(office) == lines


def test_every_button_that_there_is_is_tried_here(office: Office) -> None:
    tried = {each.split(":")[0] for each in everything(office)}

    assert tried | {"lang"} == {*ANYBODY, *STAFF}


@pytest.mark.parametrize("chat", [FAR_AWAY, UNAPPROVED, ALONE])
def test_who_is_no_member_changes_nothing_by_any_of_them(office: Office, chat: Chat) -> None:
    office.bot.hears("/start", ALONE, NEIGHBOUR)
    ours = everything(office)
    if chat != FAR_AWAY:  # of the same campaign: there one may look at its plan, and register
        theirs = ("campaign", "join", "page", "pick", "remind")
        ours = [each for each in ours if not each.startswith(theirs) or "drop" in each]
    before = kept(office)

    for button in ours:
        assert notice(office.bot.press(button, chat, NEIGHBOUR)), button
        assert kept(office) == before, button


def test_a_group_that_chooses_its_language_chooses_no_other_groups(office: Office) -> None:
    office.bot.press("lang:en", FAR_AWAY, NEIGHBOUR)

    spoken = {chat.id: chats.language(office.bot.unit, chat.id) for chat in (GROUP, FAR_AWAY)}
    assert spoken == {GROUP.id: "vi", FAR_AWAY.id: "en"}


def test_reminders_of_a_group_are_its_administrators_own(office: Office) -> None:
    pressed = [each for each in everything(office) if each.startswith("remind")]

    unchanged(office, pressed, OTHER_GROUP, NEIGHBOUR)
    office.bot.press("remind:hour:7", FAR_AWAY, replace(NEIGHBOUR, admin=True))
    assert reminder_choices.find(office.bot.unit, GROUP.id).hour is None


def test_nobody_drops_what_somebody_else_wants_to_be_reminded_of(office: Office) -> None:
    office.bot.hears("/start", ALONE, NEIGHBOUR)
    pressed = [each for each in everything(office) if each.startswith("remind:drop")]

    unchanged(office, pressed, ALONE, NEIGHBOUR)


def test_a_group_of_another_campaign_can_do_nothing_with_any_of_them(office: Office) -> None:
    ledgers = buttons(office, *LEDGER)

    assert {each.split(":")[0] for each in ledgers} == set(LEDGER)
    unchanged(office, ledgers, FAR_AWAY, replace(NEIGHBOUR, admin=True))


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
