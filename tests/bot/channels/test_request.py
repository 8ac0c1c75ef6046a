import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut
from telegram.request import RequestData

from bot.channels.request import AiohttpRequest, NotSentError
from tests.bot.servers import Answer, serving, unused_port

TOKEN = "123456:AAE-this_is_only_a_made_up_token_1234"
SENT = {
    "ok": True,
    "result": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"},
}


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(connections=2, read_timeout=2) as request:
        yield request


def answering(body: object, status: int = 200) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return answer


def bot_at(address: str, request: AiohttpRequest) -> Bot:
    return Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request)


async def test_parameters_arrive_as_json_with_their_types(request_: AiohttpRequest) -> None:
    arrived: dict[str, object] = {}

    async def answer(request: web.Request) -> web.Response:
        arrived.update(path=request.path, body=await request.json())
        return web.json_response(SENT)

    async with serving(answer) as address:
        message = await bot_at(address, request_).send_message(
            5, "Hội thảo <b>11/4</b>", link_preview_options=LinkPreviewOptions(is_disabled=True)
        )
    assert message.message_id == 1
    assert arrived["path"] == f"/bot{TOKEN}/sendMessage"
    assert arrived["body"] == {
        "chat_id": 5,
        "text": "Hội thảo <b>11/4</b>",
        "link_preview_options": {"is_disabled": True},
    }


async def test_a_file_arrives_as_multipart(request_: AiohttpRequest) -> None:
    arrived: dict[str, object] = {}

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        document = form["document"]
        assert isinstance(document, web.FileField)
        arrived.update(chat=form["chat_id"], name=document.filename, body=document.file.read())
        return web.json_response(SENT)

    async with serving(answer) as address:
        await bot_at(address, request_).send_document(5, InputFile(b"abc", "a.txt", attach=False))
    assert arrived == {"chat": "5", "name": "a.txt", "body": b"abc"}


async def test_a_connection_is_used_again(request_: AiohttpRequest) -> None:
    peers = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport
        peers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True, "result": True})

    async with serving(answer) as address:
        for _ in range(5):
            await request_.post(address, RequestData())
    assert len(peers) == 1


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (429, {"ok": False, "description": "…", "parameters": {"retry_after": 3}}, RetryAfter),
        (400, {"ok": False, "parameters": {"migrate_to_chat_id": -100}}, ChatMigrated),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
    ],
)
async def test_the_server_s_refusals_are_python_telegram_bot_s_errors(
    status: int, body: object, error: type[Exception], request_: AiohttpRequest
) -> None:
    async with serving(answering(body, status)) as address:
        with pytest.raises(error):
            await request_.post(address)


async def test_nobody_listens_so_nothing_was_sent(request_: AiohttpRequest) -> None:
    with pytest.raises(NotSentError) as caught:
        await request_.post(f"http://127.0.0.1:{unused_port()}/bot{TOKEN}/getMe")
    assert TOKEN not in str(caught.value)


async def test_an_absent_proxy_means_that_nothing_was_sent() -> None:
    proxy = f"http://127.0.0.1:{unused_port()}"
    async with serving(answering(SENT)) as address, AiohttpRequest(proxy=proxy) as request:
        with pytest.raises(NotSentError):
            await request.post(address)


async def test_a_request_goes_through_the_proxy() -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": request.raw_path})

    async with serving(answer) as proxy, AiohttpRequest(proxy=proxy) as request:
        reached: object = await request.post("http://telegram.invalid/getMe")
    assert reached == "http://telegram.invalid/getMe"


async def test_no_free_connection_means_that_nothing_was_sent(request_: AiohttpRequest) -> None:
    release, busy = asyncio.Event(), asyncio.Semaphore(0)

    async def answer(_request: web.Request) -> web.Response:
        busy.release()
        await release.wait()
        return web.json_response({"ok": True, "result": True})

    async with serving(answer) as address:
        calls = [asyncio.create_task(request_.post(address)) for _ in range(2)]
        for _ in calls:
            await busy.acquire()
        with pytest.raises(NotSentError):
            await request_.post(address, connect_timeout=0.01, pool_timeout=0.01)
        release.set()
        results: list[object] = list(await asyncio.gather(*calls))
    assert results == [True, True]


async def test_no_answer_in_time_leaves_the_outcome_unknown(request_: AiohttpRequest) -> None:
    release = asyncio.Event()

    async def answer(_request: web.Request) -> web.Response:
        await release.wait()
        return web.Response()

    async with serving(answer) as address:
        with pytest.raises(TimedOut):
            await request_.post(f"{address}/bot{TOKEN}/sendMessage", read_timeout=0.05)
        release.set()


async def test_a_broken_connection_leaves_the_outcome_unknown(request_: AiohttpRequest) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.transport
        request.transport.close()
        return web.Response()

    async with serving(answer) as address:
        with pytest.raises(NetworkError) as caught:
            await request_.post(f"{address}/bot{TOKEN}/sendMessage")
    assert not isinstance(caught.value, NotSentError | TimedOut)
    assert TOKEN not in str(caught.value)


async def test_the_token_is_not_carried_to_where_a_redirect_points(
    request_: AiohttpRequest,
) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.path == "/here"
        raise web.HTTPFound("/there")

    async with serving(answer) as address:
        status, _ = await request_.do_request(f"{address}/here", "POST")
    assert status == 302


@pytest.mark.parametrize("body", ['{"ok": true, "result": [{"text": "riêng tư"', "[1]"])
async def test_an_answer_that_cannot_be_read_is_not_logged(
    body: str, request_: AiohttpRequest, caplog: pytest.LogCaptureFixture
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=body)

    async with serving(answer) as address:
        with pytest.raises(Exception, match="the server's answer is not"):
            await request_.post(address)
    assert "riêng tư" not in caplog.text


async def test_it_says_so_when_it_was_not_opened() -> None:
    with pytest.raises(NetworkError, match="not initialized"):
        await AiohttpRequest().post("http://127.0.0.1/")
