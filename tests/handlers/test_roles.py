"""Who is not staff, or not any more, or of another campaign, can do nothing of the staff's."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from campaign.messages import Acknowledge, Message, Press, Sender
from handlers.commands import STAFF_COMMANDS
from handlers.presses import STAFF
from storage import groups, prompts, staff
from storage.tables import METADATA
from tests.handlers.bot import ANONYMOUS, GROUP, MEMBER, Bot, data, notice, said, sent
from tests.handlers.office import OFFICER, OWN, RIVAL, STRANGER, Office, Person

COMMANDS = [f"/{name}" for each in STAFF_COMMANDS for name in (each.name, each.english)]
ABOUT_A_GROUP = [
    f"group:{GROUP.id}",
    f"group:{GROUP.id}:approve",
    f"group:{GROUP.id}:refuse",
    f"group:{GROUP.id}:readmit",
    f"group:{GROUP.id}:withdraw",
    f"group:{GROUP.id}:name",
    f"group:{GROUP.id}:tags",
    f"group:{GROUP.id}:dance",
    f"tag:{GROUP.id}:0123456789ab",
]
FOR_OWNERS = [
    f"invite:{OWN}",
    "invite:khong-co",
    f"revoke:{OFFICER.id}:{OWN}",
    f"revoke:{RIVAL.id}:nui-cao-2024",
    "revoke:x",
]
ABOUT_AN_ANNOUNCEMENT = ["cast:1:show", "cast:1:send:0123456789ab", "cast:x", "cast"]
ABOUT_THE_LEDGER = [
    f"aid:{GROUP.id}",
    "aid",
    "coop:1",
    "coop:1:drop_now",
    f"coops:{OWN}:0",
    f"due:{OWN}:15",
    f"file:list:{OWN}",
    f"import:{OWN}",
    "judge:1",
    "judge:1:accept",
    f"open:{OWN}:2",
    f"open:{OWN}:2:open",
]
ABOUT_THE_PLAN = [
    f"act:{OWN}",
    f"act:{OWN}:2",
    f"act:{OWN}:2:time",
    f"act:{OWN}:2:cancelled",
    "change:1:apply",
    "change:1.2:undo",
    "plan:1",
]
BUTTONS = [
    *ABOUT_THE_PLAN,
    *ABOUT_THE_LEDGER,
    "groups:0",
    "groups:x",
    "log",
    "log:5",
    "group:",
    "tag:",
    *(f"plan:{rest}" for rest in ("", "1", "1:to", "1:fix:0", f"1:now:{OWN}:abcdef")),
    *ABOUT_A_GROUP,
    *ABOUT_AN_ANNOUNCEMENT,
    *FOR_OWNERS,
    "nudge:1",
    "nudge",
]


def kept(bot: Bot, *apart: str) -> dict[str, list[object]]:
    """Return everything that is kept, but for the log and who was seen when, and `apart`."""
    left_out = {"audit", "members", "updates", *apart}
    return {
        name: list(bot.unit.connection.execute(select(table)))
        for name, table in METADATA.tables.items()
        if name not in left_out
    }


@pytest.fixture
def revoked(office: Office) -> Person:
    """Was staff of Sông Xanh until just now, and had been asked something."""
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:name")
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")
    return office.officer


@pytest.fixture
def stranger(office: Office) -> Person:
    office.bot.joins(GROUP)
    return office.stranger


@pytest.fixture(params=["stranger", "revoked"])
def outsider(request: pytest.FixtureRequest) -> Person:
    person: Person = request.getfixturevalue(request.param)
    person.writes("/start")
    return person


def test_every_button_of_the_staff_is_tried_here() -> None:
    assert {button.partition(":")[0] for button in BUTTONS} == set(STAFF)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_outsider_who_gives_a_command_of_the_staff_is_refused(
    office: Office, outsider: Person, command: str
) -> None:
    before, lines = kept(office.bot), office.lines()

    refusal = sent(outsider.writes(command))

    assert said([refusal]) in {
        "Việc này chỉ dành cho cán bộ của chiến dịch.",
        "This is for the staff of a campaign only.",
    }
    assert data(refusal) == []
    assert kept(office.bot) == before
    (user, action, what), *rest = office.lines()
    assert (user, action) == (outsider.sender.id, "refused")
    assert what in COMMANDS
    assert rest == lines


@pytest.mark.parametrize("button", BUTTONS)
def test_an_outsider_who_presses_or_forges_a_button_of_the_staff_is_refused(
    office: Office, outsider: Person, button: str
) -> None:
    before, lines = kept(office.bot), office.lines()

    assert notice(outsider.presses(button)) == "Việc này chỉ dành cho cán bộ của chiến dịch."

    assert kept(office.bot) == before
    assert office.lines() == [(outsider.sender.id, "refused", button), *lines]


@pytest.mark.parametrize("button", ABOUT_A_GROUP)
def test_staff_of_another_campaign_are_refused_by_the_buttons_of_a_group(
    office: Office, button: str
) -> None:
    office.bot.joins(GROUP)
    office.rival.writes("/start")
    before, lines = kept(office.bot), office.lines()

    assert notice(office.rival.presses(button)) == "Bạn không phải là cán bộ của chiến dịch này."

    assert kept(office.bot) == before
    assert office.lines() == [(RIVAL.id, "refused", button), *lines]
    assert office.log()[0].campaign == OWN


@pytest.mark.parametrize("button", FOR_OWNERS)
def test_staff_neither_invite_nor_revoke(office: Office, button: str) -> None:
    office.officer.writes("/start")
    before, lines = kept(office.bot), office.lines()

    assert "Chỉ người vận hành" in notice(office.officer.presses(button))

    assert kept(office.bot) == before
    assert office.lines() == [(OFFICER.id, "refused", button), *lines]


@pytest.mark.parametrize(
    "button",
    [
        "group:-999",
        "group:x",
        f"group:0{GROUP.id}",
        f"group:{OFFICER.id}:approve",
        f"group:{GROUP.id}:",
        f"group:{GROUP.id}:approve:now",
        f"group:{GROUP.id}:dance",
        "group:-99999999999999999999999",
        f"tag:{GROUP.id}",
        f"tag:{GROUP.id}:0123456789ab",
        f"tag:{GROUP.id}:a:b",
        "groups:",
        "groups:-1",
        "groups:²",
        "groups",
        "revoke:19:song-xanh-2024:x",
        "revoke",
        "invite",
        "aid",
        "aid:x",
        "aid:-999",
        "coop",
        "coop:1",
        "coop:x:drop",
        "coops",
        f"coops:{OWN}:x",
        "coops:khong-co:0",
        "due",
        f"due:{OWN}:2",
        f"due:{OWN}:x",
        f"due:{OWN}:999",
        "due:khong-co:1",
        "file",
        f"file:dance:{OWN}",
        "file:list:khong-co",
        "import",
        "import:khong-co",
        "judge",
        "judge:1:accept",
        "judge:x",
        "nudge",
        "nudge:1",
        "open",
        f"open:{OWN}:99",
        f"open:{OWN}:x",
        f"open:{OWN}:2:dance",
        "open:khong-co:1",
    ],
)
def test_what_an_owner_forges_is_old(office: Office, button: str) -> None:
    office.bot.joins(GROUP)
    office.owner.writes("/start")
    office.officer.writes("/start")
    before = kept(office.bot)

    assert 0 < len(notice(office.owner.presses(button))) <= 200
    assert kept(office.bot) == before


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("sender", [OFFICER, MEMBER])
def test_in_a_group_everybody_is_asked_to_write_in_private(
    office: Office, command: str, sender: Sender
) -> None:
    office.bot.joins(GROUP)
    before = kept(office.bot)

    answer = sent(office.bot.hears(command, GROUP, sender))

    assert said([answer]) in {
        "Việc của cán bộ, bạn viết riêng cho mình nhé.",
        "For staff matters please write to me in private.",
    }
    assert answer.chat == GROUP
    assert data(answer) == []
    assert kept(office.bot) == before


@pytest.mark.parametrize("button", BUTTONS)
def test_in_a_group_the_buttons_do_nothing_even_for_staff(office: Office, button: str) -> None:
    office.bot.joins(GROUP)
    before = kept(office.bot)

    assert "viết riêng" in notice(office.officer.presses(button, GROUP))
    assert kept(office.bot) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_who_writes_as_the_group_is_asked_to_write_as_themselves(
    office: Office, command: str
) -> None:
    answer = office.bot.answer(command, GROUP, ANONYMOUS)

    assert "ẩn danh" in answer or "anonymously" in answer


@pytest.mark.parametrize("role", ["owner", "staff"])
def test_nobody_is_an_owner_or_staff_by_writing_anonymously(office: Office, role: str) -> None:
    """Even where the number in whose name anonymous administrators write is given a role."""
    if role == "staff":
        staff.add(office.bot.unit, ANONYMOUS.id, OWN, 19, office.bot.now)
    else:
        office.bot.front = replace(office.bot.front, owners=frozenset({ANONYMOUS.id}))

    assert "ẩn danh" in office.bot.answer("/nhom", GROUP, ANONYMOUS)
    assert office.lines() == [(ANONYMOUS.id, "refused", "/nhom")]


@pytest.mark.parametrize("question", ["name", "tags"])
def test_what_was_asked_of_somebody_revoked_since_is_not_taken_from_them(
    office: Office, question: str
) -> None:
    office.bot.joins(GROUP)
    prompts.ask(office.bot.unit, OFFICER.id, question, GROUP.id, office.bot.now)
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")
    before = kept(office.bot, "prompts", "chats")

    assert "không phải là cán bộ" in office.officer.asks("HTX Hoa Sen")

    assert kept(office.bot, "prompts", "chats") == before
    assert office.group().name is None
    assert office.lines()[0] == (OFFICER.id, "refused", f"{question} {GROUP.id}")
    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")  # a member again


@pytest.mark.parametrize("question", ["name", "tags"])
def test_what_was_asked_of_a_group_that_has_gone_to_another_campaign_is_not_taken(
    office: Office, question: str
) -> None:
    office.bot.joins(GROUP)
    prompts.ask(office.bot.unit, OFFICER.id, question, GROUP.id, office.bot.now)
    office.bot.hears("/chiendich nui-cao-2024", GROUP, Sender(10, admin=True))

    assert "không phải là cán bộ" in office.officer.asks("HTX Hoa Sen")
    assert (office.group().name, office.group().tags) == (None, ())


@pytest.mark.parametrize(
    "button",
    [f"aid:{GROUP.id}", f"coops:{OWN}:0", f"due:{OWN}:15", f"file:list:{OWN}", f"open:{OWN}:2"],
)
def test_staff_of_another_campaign_are_refused_by_the_buttons_of_the_ledger(
    office: Office, button: str
) -> None:
    office.bot.joins(GROUP)
    office.rival.writes("/start")
    before, lines = kept(office.bot), office.lines()

    assert notice(office.rival.presses(button)) == "Bạn không phải là cán bộ của chiến dịch này."

    assert kept(office.bot) == before
    assert office.lines() == [(RIVAL.id, "refused", button), *lines]


def test_staff_of_a_campaign_that_is_not_loaded_are_no_staff(office: Office) -> None:
    staff.add(office.bot.unit, STRANGER.id, "ha-noi-2023", 19, office.bot.now)

    assert "chỉ dành cho cán bộ" in office.stranger.asks("/nhom")


def test_help_tells_staff_in_private_of_their_commands_and_nobody_else(office: Office) -> None:
    for insider in (office.owner, office.officer, office.rival):
        assert "/nhanvien" in insider.asks("/help")
    assert "/nhanvien" not in office.stranger.asks("/help")
    assert "/nhanvien" not in office.bot.answer("/help", GROUP, OFFICER)


def test_a_forged_press_can_be_the_first_that_is_heard_of_somebody(office: Office) -> None:
    press = Press(office.stranger.chat, STRANGER, f"group:{GROUP.id}:approve", "press", 50)

    (only,) = office.bot.handle(press)

    assert isinstance(only, Acknowledge)
    assert groups.find(office.bot.unit, GROUP.id, OWN) is None


def test_an_answer_is_not_taken_from_a_group(office: Office) -> None:
    """What the bot asked in private is not answered by what the person says elsewhere."""
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:name")

    office.bot.handle(Message(GROUP, OFFICER, "@htx_bot lễ phát động ở đâu?", 77))
    assert office.group().name is None

    office.officer.writes("HTX Hoa Sen")
    assert office.group().name == "HTX Hoa Sen"
