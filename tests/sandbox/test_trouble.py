"""What goes wrong on purpose: send limits, and faults on request."""

import datetime
import time
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from sandbox.chats import Chat
from sandbox.errors import ApiError
from sandbox.faults import Fault
from sandbox.limits import Limits, Rate
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import Post
from tests.sandbox.test_content import png


def refused(limits: Limits, chat_id: int, now: float) -> int | None:
    """Return the seconds to wait, or None when the message passed."""
    try:
        limits.spend(1, chat_id, now)
    except ApiError as error:
        return error.retry_after
    return None


def test_one_message_a_second_fits_into_a_chat() -> None:
    limits = Limits()
    assert refused(limits, 5, 0.0) is None
    assert refused(limits, 5, 0.4) == 1
    assert refused(limits, 5, 1.0) is None
    assert refused(limits, 6, 1.0) is None


def test_twenty_messages_a_minute_fit_into_a_group() -> None:
    limits = Limits()
    assert [refused(limits, -5, float(second)) for second in range(20)] == [None] * 20
    assert refused(limits, -5, 20.5) == 40
    assert refused(limits, -5, 60.0) is None
    assert [refused(limits, 5, float(second)) for second in range(60)] == [None] * 60


def test_thirty_messages_a_second_fit_in_all() -> None:
    limits = Limits()
    assert [refused(limits, chat, 0.0) for chat in range(1, 31)] == [None] * 30
    assert refused(limits, 31, 0.5) == 1
    assert refused(limits, 31, 1.0) is None


def test_the_windows_slide() -> None:
    limits = Limits(per_group=Rate(2, 10.0))
    moments = (0.0, 9.0, 10.0, 12.0, 19.0)
    assert [refused(limits, -5, moment) for moment in moments] == [None, None, None, 7, None]


def test_a_hundred_thousand_groups_each_keep_their_own_budget() -> None:
    limits = Limits(overall=Rate(1_000_000, 1.0))
    assert {refused(limits, -group, 0.0) for group in range(1, 100_001)} == {None}
    assert refused(limits, -7, 0.5) == 1
    assert refused(limits, -100_000, 1.0) is None


def test_a_refused_message_costs_nothing() -> None:
    limits = Limits()
    refused(limits, 5, 0.0)
    assert [refused(limits, 5, 0.1 * tenth) for tenth in range(1, 10)] == [1] * 9
    assert refused(limits, 5, 1.0) is None


def test_a_clock_that_is_set_back_forgives() -> None:
    limits = Limits()
    refused(limits, 5, 1000.0)
    assert refused(limits, 5, 10.0) is None


async def test_the_bot_is_told_how_long_to_wait(
    bot: telegram.Bot,
    sandbox: Sandbox,
    group: Chat,
    session: aiohttp.ClientSession,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the error itself warns
    sandbox.world.limits = Limits(per_chat=Rate(1, 17.0))
    sent = await bot.send_message(group.id, "một")
    with pytest.raises(RetryAfter) as refusal:
        await bot.edit_message_text("hai", group.id, sent.message_id)
    assert refusal.value.retry_after == datetime.timedelta(seconds=17)
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    async with session.post(url, json={"chat_id": group.id, "text": "hai"}) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "17"
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 17",
            "parameters": {"retry_after": 17},
        }
    sandbox.clock.advance(17)
    await bot.send_message(group.id, "hai")
    assert [message.text for message in sandbox.world.messages(group)] == ["một", "hai"]


async def test_actions_and_answers_cost_nothing(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    sandbox.world.limits = Limits()
    sent = await bot.send_message(group.id, "một")
    for _ in range(3):
        await bot.send_chat_action(group.id, "typing")
        number = sandbox.world.press(group, member, sent.message_id, "x")
        await bot.answer_callback_query(number)
    assert not sandbox.world.refusals


# Faults


@pytest.mark.parametrize("executed", [False, True])
@pytest.mark.parametrize("kind", ["drop", "error", "bad_gateway", "malformed"])
async def test_a_lost_answer_says_nothing_about_the_message(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, kind: Any, executed: bool
) -> None:
    sandbox.world.faults.add(Fault(kind, "sendmessage", executed=executed))
    with pytest.raises(TelegramError):
        await bot.send_message(group.id, "một")
    assert len(sandbox.world.messages(group)) == executed
    await bot.send_message(group.id, "hai")
    assert sandbox.world.messages(group)[-1].text == "hai"


async def test_a_dropped_connection_is_a_network_error(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    sandbox.world.faults.add(Fault("drop"))
    with pytest.raises(NetworkError) as error:
        await bot.send_message(group.id, "x")
    assert type(error.value) is NetworkError


async def test_the_bodies_of_the_faults(
    sandbox: Sandbox, session: aiohttp.ClientSession, call: Post
) -> None:
    faults = sandbox.world.faults
    faults.add(Fault("error"))
    assert await call("getMe") == (
        500,
        {"ok": False, "error_code": 500, "description": "Internal Server Error"},
    )
    faults.add(Fault("bad_gateway"))
    async with session.get(f"{sandbox.base_url}{sandbox.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
    faults.add(Fault("too_many_requests", seconds=17))
    status, body = await call("getMe")
    assert (status, body["parameters"]) == (429, {"retry_after": 17})


async def test_a_fault_can_be_for_one_chat_and_some_times(
    call: Post, sandbox: Sandbox, group: Chat, forum: Chat
) -> None:
    sandbox.world.faults.add(Fault("error", "sendmessage", group.id, times=2))
    statuses = [
        (await call("sendMessage", chat_id=chat.id, text="x"))[0]
        for chat in (group, forum, group, group)
    ]
    assert statuses == [500, 200, 500, 200]


async def test_a_fault_waits_for_its_turn_and_for_a_kind_of_call(
    call: Post, sandbox: Sandbox, group: Chat
) -> None:
    sandbox.world.faults.add(Fault("error", "send[!c]*", after=2))
    calls = [("sendChatAction", {"action": "typing"})] + [("sendMessage", {"text": "x"})] * 4
    statuses = [(await call(name, chat_id=group.id, **rest))[0] for name, rest in calls]
    assert statuses == [200, 200, 200, 500, 200]


async def test_a_storm_of_429_hits_every_chat_and_is_counted(
    call: Post, sandbox: Sandbox, group: Chat, forum: Chat
) -> None:
    sandbox.world.faults.add(Fault("too_many_requests", "sendMessage", times=3, seconds=2))
    chats = (group, forum, group, forum)
    statuses = [(await call("sendMessage", chat_id=chat.id, text="x"))[0] for chat in chats]
    assert statuses == [429, 429, 429, 200]
    await call("sendMessage", chat_id=5, text="x")
    assert sandbox.world.refusals == {429: 3, 400: 1}


async def test_a_photo_an_edit_and_a_copy_cost_a_message_each(
    bot: telegram.Bot, call: Post, sandbox: Sandbox, group: Chat
) -> None:
    sent = await bot.send_message(group.id, "một")
    photo = await bot.send_photo(group.id, png(1, 1))
    sandbox.world.limits = Limits(per_chat=Rate(1, 9.0))
    for method, rest in (
        ("sendPhoto", {"photo": photo.photo[0].file_id}),
        ("editMessageText", {"message_id": sent.message_id, "text": "hai"}),
        ("editMessageCaption", {"message_id": photo.message_id, "caption": "hai"}),
        ("copyMessage", {"from_chat_id": group.id, "message_id": sent.message_id}),
        ("forwardMessage", {"from_chat_id": group.id, "message_id": sent.message_id}),
    ):
        sandbox.clock.advance(9)
        await bot.send_message(group.id, "ba")
        status, body = await call(method, chat_id=group.id, **rest)
        assert (status, body["parameters"]) == (429, {"retry_after": 9})
    assert sandbox.world.refusals[429] == 5


@pytest.mark.parametrize("executed", [False, True])
async def test_a_call_that_hangs_is_cut_off_in_the_end(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, executed: bool
) -> None:
    sandbox.world.faults.add(Fault("hang", seconds=0.05, executed=executed))
    begun = time.monotonic()
    with pytest.raises(NetworkError):
        await bot.send_message(group.id, "x")
    assert time.monotonic() - begun >= 0.05
    assert len(sandbox.world.messages(group)) == executed


@pytest.mark.parametrize("executed", [False, True])
async def test_a_late_answer_comes_after_whoever_asked_has_left(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, executed: bool
) -> None:
    sandbox.world.faults.add(Fault("delay", seconds=0.3, executed=executed))
    with pytest.raises(TimedOut):
        await bot.send_message(group.id, "x", read_timeout=0.1)
    assert len(sandbox.world.messages(group)) == executed
    await sandbox.wait_for(lambda: sandbox.world.messages(group))


async def test_a_delay_holds_the_call_back(call: Post, sandbox: Sandbox) -> None:
    sandbox.world.faults.add(Fault("delay", seconds=0.05))
    begun = time.monotonic()
    status, _ = await call("getMe")
    assert (status, time.monotonic() - begun >= 0.05) == (200, True)
