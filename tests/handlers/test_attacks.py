"""Somebody tries everything that the staff can do: each button that any of them is shown, each
that can be forged, each command. It is refused and written down, and nothing changes.

The buttons are found by pressing them, as staff, and the forged ones are made of the tables in
the code: what is added there is tried here.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import get_args

import pytest
from sqlalchemy import update

from campaign.messages import Acknowledge, Content, Edit, Message, Outgoing, Post, Send, plain
from handlers import broadcasts as casts
from handlers import groups as group_buttons
from handlers import openings, reviews
from handlers.broadcast_buttons import stamp
from handlers.commands import COOPERATIVES, STAFF_COMMANDS
from handlers.drafts import short
from handlers.presses import ANYBODY, STAFF
from storage import broadcasts, reminders
from storage.broadcasts import BroadcastRecord
from storage.reminders import Mark
from storage.tables import BROADCASTS
from tests.handlers.bot import GROUP, OTHER_GROUP, notice
from tests.handlers.documents import hands_over
from tests.handlers.ledger import HELP, NO, handed_in, ledger, member_presses
from tests.handlers.newsroom import PHOTO, approve, drafted, only, settle, tick, writes
from tests.handlers.office import OFFICER, OTHER, OWN, Office, Person, kept, written
from tests.handlers.reminded import newest_of

MOST_PRESSES = 240
"""A correction can be corrected, and so on without end."""
FINAL = {"drop_now", "clear"}
"""Steps of buttons that nobody presses before they are tried: nothing is left after."""
OTHER_ACTIVITIES = re.compile(rf"act:{OWN}:(?!2\b)")
"""Buttons like those of the activity numbered 2, which stand for all of them."""
WORDS = "8h sáng thứ Hai tuần sau"
"""An answer to whatever the bot asks: a time, and as good a text, name or tag as any."""
IDS = ["0", "-1", "1", "01", "1e3", "²", "9" * 15, "9" * 40, "", "x", str(GROUP.id), f"0{GROUP.id}"]
STEPS = [*casts._ANYBODY, *casts._AUTHOR]
FOR_STAFF = "Việc này chỉ dành cho cán bộ của chiến dịch."
REFUSALS = (
    FOR_STAFF,
    "This is for the staff of a campaign only.",
    "Danh sách HTX dành cho cán bộ.",
    "The list of cooperatives is for staff.",
)
NOT_YOURS = "Bạn không phải là cán bộ của chiến dịch này."
GONE = "Nút này đã cũ. Hãy gửi lại lệnh hoặc câu hỏi."
"""Said of a change that has been made, or put aside, and is not kept as something to decide."""
FOR_OFFICERS = (*STAFF_COMMANDS, COOPERATIVES)
ATTACKERS = ["stranger", "revoked", "rival"]


def offered(outgoing: Iterable[Outgoing]) -> Iterator[str]:
    """Yield what the buttons for staff send back that are shown in `outgoing`."""
    for each in outgoing:
        if isinstance(each, Send | Edit | Post):
            found = (button.data for row in each.buttons for button in row)
            ours = (data for data in found if data.partition(":")[0] not in ANYBODY)
            yield from (data for data in ours if not OTHER_ACTIVITIES.match(data))


def begun(office: Office) -> list[str]:
    """Let cooperatives have handed in, some be registered, one call for help, a plan be read, and
    a reminder be in doubt.

    Return the buttons that the staff were shown without having asked.
    """
    ledger(office)
    for name in ("HTX Hoa Sen", "HTX Gốm"):
        handed_in(office.bot, name)
    office.officer.presses(f"open:{OWN}:2:open")
    office.stranger.presses(f"join:{OWN}:2:5")
    read = list(offered([hands_over(office)]))
    return [*offered(member_presses(office.bot, HELP)), *read, *in_doubt(office)]


def in_doubt(office: Office) -> list[str]:
    """Let nobody know whether a reminder arrived; return the buttons that the staff see of it."""
    before = Mark(office.bot.now - datetime.timedelta(hours=30), "another plan")
    reminders.move(office.bot.unit, OWN, None, before)
    tick(office)
    settle(office.bot, newest_of(office), "unknown", "interrupted")
    return list(offered(each for _, each in tick(office)))


def explored(office: Office) -> list[str]:
    """Let an officer press all that there is to press; return every button that was seen."""
    called = begun(office)
    writes(office.officer, f"/thongbao {WORDS}")
    not_pressed = list(offered(office.owner.writes("/nhanvien")))
    ahead = [data for each in FOR_OFFICERS for data in _told(office, each.name)] + called
    pressed: dict[str, None] = {}
    while ahead and len(pressed) < MOST_PRESSES:
        button = ahead.pop(0)
        if not FINAL.isdisjoint(button.split(":")):
            not_pressed.append(button)
        elif button not in pressed:
            pressed[button] = None
            ahead += offered(office.officer.presses(button))
            ahead += offered(writes(office.officer, WORDS))
            settle(office.bot, only(office.bot), "sent")
            ahead += offered(each for _, each in tick(office))
    not_pressed += _told(office, "nhatky")  # long enough by now to have pages
    return list(dict.fromkeys([*not_pressed, *pressed, *ahead]))


def _told(office: Office, command: str) -> list[str]:
    return list(offered(office.officer.writes(f"/{command}")))


def forged(broadcast: BroadcastRecord) -> Iterator[str]:
    """Yield buttons that nobody was shown; those of `broadcast` with the right marks."""
    for name in STAFF:
        yield name
        yield from (f"{name}:{number}" for number in IDS)
        yield from (f"{name}:{number}:{OWN}" for number in IDS)
    for decision in (*group_buttons._DECISIONS, "name", "tags", "dance"):
        yield from (f"group:{number}:{decision}" for number in (*IDS, OTHER_GROUP.id))
    yield from (f"{name}:{campaign}" for name in ("invite", "revoke") for campaign in (OWN, OTHER))
    yield from _of_the_ledger()
    for step in (*STEPS, "dance"):
        yield from (f"cast:{number}:{step}" for number in IDS)
    begin = "cast", str(broadcast.id)
    yield from (":".join((*begin, *each)) for each in _with_arguments(broadcast))


def _of_the_ledger() -> Iterator[str]:
    yield from (f"file:{what}:{OWN}" for what in ("list", "template", "progress", "dance"))
    yield from (f"{name}:{OWN}:{number}" for name in ("coops", "due", "open") for number in IDS)
    yield from (f"import:{campaign}" for campaign in (OWN, f"{OWN}:", "nowhere"))
    for number in ("1", "2", "3"):
        yield from (f"judge:{number}:{step}" for step in (*reviews._STEPS, "dance"))
        yield from (f"coop:{number}:{step}" for step in ("drop", "drop_now", "dance"))
    yield from (f"open:{OWN}:{no}:{step}" for no in (1, 2, NO) for step in openings._STEPS)


def _with_arguments(broadcast: BroadcastRecord) -> Iterator[tuple[str, ...]]:
    """Yield each step with what may be right to say after it."""
    mark, moment = stamp(broadcast), "1710118800"
    for step in STEPS:
        yield (step,)
        yield from ((step, each) for each in (mark, short(OWN), short(OTHER), short(WORDS)))
        yield step, moment, mark


def attacker(office: Office, who: str) -> Person:
    """Return who attacks; they have been heard of before."""
    if who == "revoked":
        office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")
    person: Person = {"stranger": office.stranger, "rival": office.rival}.get(who, office.officer)
    person.writes("/start")
    return person


def test_the_staff_were_shown_every_kind_of_button(office: Office) -> None:
    """So that none is left out. The steps of an announcement are all tried in every state."""
    seen = {tuple(button.split(":")) for button in explored(office)}
    assert {parts[0] for parts in seen} == set(STAFF)
    decisions = {parts[2] for parts in seen if parts[0] == "group" and len(parts) > 2}
    assert decisions >= {"withdraw", "readmit", "name", "tags"}
    steps = {(parts[0], step) for parts in seen for step in parts[2:]}
    assert steps >= {("judge", step) for step in reviews._STEPS}
    assert steps >= {("coop", "drop"), ("coop", "drop_now"), ("file", OWN)}
    assert steps >= {("open", step) for step in openings._STEPS if step}


@pytest.mark.parametrize("who", ["stranger", "revoked"])
def test_no_button_does_anything_for_somebody_who_is_not_staff(office: Office, who: str) -> None:
    buttons = [*explored(office), *forged(only(office.bot))]
    person = attacker(office, who)
    before, lines = kept(office), written(office)

    for button in buttons:
        assert notice(person.presses(button)) == FOR_STAFF, button

    assert kept(office) == before
    refusals = [(person.sender.id, "refused", button) for button in buttons]
    assert written(office) == [*lines, *refusals]


def test_no_button_of_a_campaign_does_anything_for_the_staff_of_another(office: Office) -> None:
    shown = explored(office)
    rival = attacker(office, "rival")
    before, lines = kept(office), written(office)
    lists = [button for button in shown if button.partition(":")[0] in {"groups", "log"}]
    theirs = [button for button in shown if button not in lists]

    for button in lists:  # of one's own groups and doings, of which there are none
        assert not list(offered(rival.presses(button)))
    refusals = {button: notice(rival.presses(button)) for button in theirs}
    gone = [button for button, refusal in refusals.items() if refusal == GONE]
    for button, refusal in refusals.items():
        known = refusal in (NOT_YOURS, GONE) or "Chỉ người vận hành" in refusal
        assert known, button

    assert kept(office) == before
    assert {button.partition(":")[0] for button in gone} <= {"change"}
    refused = [(rival.sender.id, "refused", each) for each in theirs if each not in gone]
    assert written(office) == [*lines, *refused]


def test_no_forged_button_does_anything_for_the_staff_of_another(office: Office) -> None:
    explored(office)
    rival = attacker(office, "rival")
    before = kept(office)
    for button in forged(only(office.bot)):
        told = rival.presses(button)
        assert not list(offered(told)), button
        assert isinstance(told[0], Acknowledge)
        assert told[0].notice or button.partition(":")[0] in {"groups", "log"}, button
    assert kept(office) == before


@pytest.mark.parametrize("who", ATTACKERS)
@pytest.mark.parametrize("state", get_args(broadcasts.State))
def test_an_announcement_is_safe_in_every_state(
    office: Office, who: str, state: broadcasts.State
) -> None:
    approve(office)
    drafted(office.officer)
    draft = only(office.bot)
    office.bot.unit.connection.execute(update(BROADCASTS).values(state=state))
    person = attacker(office, who)
    before, lines = kept(office), written(office)

    buttons = [":".join(("cast", "1", *each)) for each in _with_arguments(draft)]
    for button in buttons:
        refusal = NOT_YOURS if who == "rival" else FOR_STAFF
        assert notice(person.presses(button)) == refusal, button

    assert kept(office) == before
    assert written(office) == [*lines, *((person.sender.id, "refused", each) for each in buttons)]


@pytest.mark.parametrize("who", ["stranger", "revoked"])
def test_no_command_does_anything_for_somebody_who_is_not_staff(office: Office, who: str) -> None:
    explored(office)
    person = attacker(office, who)
    before, lines = kept(office), len(written(office))

    for command, rest in product(_commands(), ["", " 1", " -100", f" {WORDS}", f" {OWN}"]):
        for content in (Content(command + rest), Content(command + rest, (), PHOTO)):
            message = Message(person.chat, person.sender, content.text, 9, content=content)
            (told,) = office.bot.handle(message)
            assert isinstance(told, Send)
            assert plain(told.text).startswith(REFUSALS)
            assert told.buttons == ()

    assert kept(office) == before
    users, actions, what = (set(each) for each in zip(*written(office)[lines:], strict=True))
    assert (users, actions) == ({person.sender.id}, {"refused"})
    assert what == {f"/{each.name}" for each in FOR_OFFICERS}
    assert len(written(office)) == lines + 10 * len(_commands())


def test_no_command_shows_or_changes_anything_of_another_campaign(office: Office) -> None:
    explored(office)
    rival = attacker(office, "rival")
    before = kept(office)

    for command, rest in product(_commands(), ["", " 1", " -100", f" {OWN}"]):
        told = rival.writes(command + rest)
        words = "\n".join(plain(each.text) for each in told if isinstance(each, Send))
        labels = "\n".join(
            button.label
            for each in told
            if isinstance(each, Send)
            for row in each.buttons
            for button in row
        )
        for theirs in ("Sông Xanh", "Hoa Sen", GROUP.title, OTHER_GROUP.title, WORDS):
            assert theirs not in words + labels, command

    after = kept(office)
    for table, rows in before.items():
        assert set(rows) <= set(after[table]), table  # a draft of their own may have come


@pytest.mark.parametrize("who", ATTACKERS)
def test_a_guessed_invitation_lets_nobody_in(office: Office, who: str) -> None:
    office.owner.presses(f"invite:{OWN}")
    person = attacker(office, who)
    before = kept(office)

    for secret in ("", "x", "A" * 32, "%", "staff_"):
        assert OWN not in str(person.writes(f"/start staff_{secret}"))
        assert office.lines()[0] == (person.sender.id, "refused", "/start")

    assert kept(office) == before


def _commands() -> list[str]:
    return [f"/{name}" for each in FOR_OFFICERS for name in (each.name, each.english)]
