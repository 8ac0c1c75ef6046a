"""Webhooks: setting them, delivery at least once, retries, order, calls in the response."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest

from sandbox.clock import Clock
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import Post

Answer = Callable[[web.Request, Any], Awaitable[web.Response]]


@asynccontextmanager
async def listening(answer: Answer) -> AsyncIterator[str]:
    """Yield the address of a bot that answers every update with `answer`."""

    async def handle(request: web.Request) -> web.Response:
        return await answer(request, await request.json())

    application = web.Application()
    application.router.add_post("/hook", handle)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
async def sandbox(clock: Clock, pauses: list[float]) -> AsyncIterator[Sandbox]:
    """Like everyone's sandbox, but the pauses between tries are written down, not waited for."""

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        clock.advance(seconds)

    async with Sandbox(clock=clock, pause=pause) as running:
        yield running


async def test_updates_are_posted_with_the_secret(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    got: list[tuple[str | None, Any]] = []

    async def answer(request: web.Request, update: Any) -> web.Response:
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update))
        return web.Response()

    chat = sandbox.world.private_chat(member)
    sandbox.world.post(chat, member, "trước")
    async with listening(answer) as url:
        assert await bot.set_webhook(url, secret_token="bi_mat-1")
        sandbox.world.post(chat, member, "sau")
        await sandbox.delivered()
    assert [(secret, update["message"]["text"]) for secret, update in got] == [
        ("bi_mat-1", "trước"),
        ("bi_mat-1", "sau"),
    ]
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_failure_is_tried_again_at_once_and_then_after_2_4_8_seconds(
    bot: telegram.Bot, sandbox: Sandbox, member: User, pauses: list[float]
) -> None:
    tries: list[int] = []

    async def answer(_request: web.Request, update: Any) -> web.Response:
        tries.append(update["update_id"])
        return web.Response(status=200 if len(tries) == 6 else 500)

    async with listening(answer) as url:
        await bot.set_webhook(url)
        sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
        await sandbox.delivered()
    assert pauses == [0, 2, 4, 8, 16]
    assert len(set(tries)) == 1
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_wish_to_be_left_alone_is_honoured(
    bot: telegram.Bot, sandbox: Sandbox, member: User, pauses: list[float]
) -> None:
    async def answer(_request: web.Request, _update: Any) -> web.Response:
        headers = {"Retry-After": "5" if not pauses else "9999"}
        return web.Response(status=200 if len(pauses) == 2 else 503, headers=headers)

    async with listening(answer) as url:
        await bot.set_webhook(url)
        sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
        await sandbox.delivered()
    assert pauses == [5, 3600]


async def test_a_dropped_connection_means_the_same_update_again(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    tries: list[int] = []

    async def answer(request: web.Request, update: Any) -> web.Response:
        tries.append(update["update_id"])
        if len(tries) == 1 and request.transport:
            request.transport.abort()
        return web.Response()

    async with listening(answer) as url:
        await bot.set_webhook(url)
        sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
        await sandbox.delivered()
    assert (len(tries), len(set(tries))) == (2, 1)


async def test_what_is_too_old_is_dropped(
    bot: telegram.Bot, sandbox: Sandbox, member: User, pauses: list[float]
) -> None:
    chat = sandbox.world.private_chat(member)
    message = sandbox.world.record(chat, sandbox.bot.user, {"text": "x"})
    await bot.set_webhook("http://127.0.0.1:9/nobody-listens")
    sandbox.world.press(chat, member, message, "x")
    await sandbox.delivered()
    assert sum(pauses) >= 150
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_one_failing_chat_does_not_hold_up_another_but_its_own(
    bot: telegram.Bot, sandbox: Sandbox, member: User, leader: User
) -> None:
    done: list[str] = []
    release = asyncio.Event()

    async def answer(_request: web.Request, update: Any) -> web.Response:
        text = update["message"]["text"]
        if text == "A1":
            await release.wait()
        done.append(text)
        if text == "B2":
            release.set()
        return web.Response()

    slow, quick = (sandbox.world.private_chat(user) for user in (member, leader))
    async with listening(answer) as url:
        await bot.set_webhook(url)
        for chat, user, text in (
            (slow, member, "A1"),
            (slow, member, "A2"),
            (quick, leader, "B1"),
            (quick, leader, "B2"),
        ):
            sandbox.world.post(chat, user, text)
        await sandbox.delivered()
    assert done == ["B1", "B2", "A1", "A2"]


async def test_a_call_in_the_response_is_executed(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    async def answer(_request: web.Request, update: Any) -> web.Response:
        text = update["message"]["text"]
        method = "sendMessage" if text == "chào" else "deleteWebhook"
        return web.json_response({"method": method, "chat_id": member.id, "text": "Chào chị"})

    chat = sandbox.world.private_chat(member)
    async with listening(answer) as url:
        await bot.set_webhook(url)
        for text in ("chào", "thôi"):
            sandbox.world.post(chat, member, text)
        await sandbox.delivered()
        assert (await bot.get_webhook_info()).url == url
    assert [message.text for message in sandbox.world.messages(chat)] == [
        "chào",
        "thôi",
        "Chào chị",
    ]


async def test_after_deletion_updates_wait_for_the_poll(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    async def answer(_request: web.Request, _update: Any) -> web.Response:
        raise AssertionError("nothing is posted any more")

    async with listening(answer) as url:
        await bot.set_webhook(url)
        await bot.delete_webhook()
        sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
        await sandbox.delivered()
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "chào"


async def test_pending_updates_can_be_dropped(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_what_telegram_says_about_webhooks(call: Post) -> None:
    url = "http://127.0.0.1:9/x"
    said = [
        (await call(method, **parameters))[1]["description"]
        for method, parameters in (
            ("deleteWebhook", {}),
            ("setWebhook", {"url": url}),
            ("setWebhook", {"url": url}),
            ("deleteWebhook", {}),
            ("setWebhook", {"url": "x"}),
            ("setWebhook", {"url": url, "secret_token": "có dấu"}),
            ("setWebhook", {"url": url, "secret_token": "x" * 257}),
        )
    ]
    assert said == [
        "Webhook is already deleted",
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
        "Bad Request: invalid webhook URL specified",
        "Bad Request: secret token contains unallowed characters",
        "Bad Request: secret token is too long",
    ]


async def test_the_settings_can_be_read_back(bot: telegram.Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/x", max_connections=7, allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (
        "http://127.0.0.1:9/x",
        7,
        ("message",),
    )
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:9/x", secret_token="a b")
