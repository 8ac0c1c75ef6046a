import asyncio
import io
import json
import logging
import re
import warnings
from typing import Any

import httpx
import pytest
import structlog
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import NetworkError

from bot.channels.request import AiohttpRequest
from bot.logs import Scrubber, set_up
from tests.bot.servers import serving

TOKEN = "123456:AAE-this_is_only_a_made_up_token_1234"
OWN = "999:short"
PASSWORD = 'mật khẩu/"1"'


@pytest.fixture
def stream() -> io.StringIO:
    stream = io.StringIO()
    set_up("debug", "json", [OWN, PASSWORD], stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_of_json_with_its_fields_and_letters(stream: io.StringIO) -> None:
    structlog.get_logger("bot.intake").warning("update skipped", update=5, where="Hội")
    (line,) = lines(stream)
    assert re.match(r"\d{4}-\d\d-\d\dT[\d:.]+Z", line.pop("timestamp"))
    assert line == {
        "event": "update skipped",
        "level": "warning",
        "logger": "bot.intake",
        "update": 5,
        "where": "Hội",
    }
    assert "Hội" in stream.getvalue()


def test_on_the_console_it_is_a_readable_line() -> None:
    stream = io.StringIO()
    set_up("info", "console", [OWN], stream)
    structlog.get_logger("bot.app").info("started", url=f"http://x/bot{OWN}/getMe")
    assert re.search(r"\[info +\] started .*url=http://x/bot\[hidden\]/getMe", stream.getvalue())


def test_what_is_less_important_than_the_level_is_not_written(stream: io.StringIO) -> None:
    logging.getLogger().setLevel("WARNING")
    structlog.get_logger("bot").info("small talk")
    logging.getLogger("other").info("small talk")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("library", ["apscheduler.executors.default", "alembic.runtime"])
def test_what_libraries_do_every_second_is_not_written(library: str, stream: io.StringIO) -> None:
    logging.getLogger(library).info("executed successfully")
    assert stream.getvalue() == ""
    logging.getLogger(library).warning("missed")
    assert lines(stream)[0]["event"] == "missed"


def test_a_traceback_says_what_happened_without_the_token(stream: io.StringIO) -> None:
    try:
        raise ValueError(f"http://localhost/bot{TOKEN}/getMe and {OWN}")
    except ValueError:
        structlog.get_logger("bot").exception("failed")
        logging.getLogger("other").exception("failed")
    for line in lines(stream):
        assert "ValueError: http://localhost/bot[hidden]/getMe and [hidden]" in line["exception"]


def test_warnings_are_logged_and_scrubbed(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn(f"bad {TOKEN}", stacklevel=1)
    (line,) = lines(stream)
    assert (line["logger"], line["level"]) == ("py.warnings", "warning")
    assert "[hidden]" in line["event"]


async def test_what_httpx_says_of_its_requests(stream: io.StringIO) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response()

    async with serving(answer) as address, httpx.AsyncClient() as client:
        await client.post(f"{address}/bot{TOKEN}/getMe")
    said = [line for line in lines(stream) if line["logger"] == "httpx"]
    assert any("/bot[hidden]/getMe" in line["event"] for line in said)
    assert TOKEN not in stream.getvalue()


async def test_what_aiohttp_s_server_and_a_lost_task_say(stream: io.StringIO) -> None:
    async def answer(request: web.Request) -> web.Response:
        raise RuntimeError(f"cannot serve {request.url}")

    async with serving(answer) as address, AiohttpRequest() as request:
        with pytest.raises(NetworkError):
            await request.post(f"{address}/bot{TOKEN}/getMe")
    assert any(line["logger"] == "aiohttp.server" for line in lines(stream))
    assert "cannot serve" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


async def test_what_python_telegram_bot_says_is_without_token_and_without_messages(
    stream: io.StringIO,
) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert "riêng tư" in (await request.json())["text"]
        return web.json_response({"ok": True, "result": True})

    async with serving(answer) as address, AiohttpRequest() as request:
        bot = Bot(TOKEN, f"{address}/bot", request=request, get_updates_request=request)
        await bot.do_api_request("send_greeting", {"text": "riêng tư"})
        logging.getLogger("telegram.Bot").error("no luck with %s", bot)
    assert "no luck with" in stream.getvalue()
    assert "riêng tư" not in stream.getvalue()
    assert TOKEN not in stream.getvalue()


async def test_a_failed_task_that_nobody_waited_for(stream: io.StringIO) -> None:
    async def fail() -> None:
        raise NetworkError(f"http://localhost/bot{TOKEN}/getUpdates")

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": task.exception()}
    )
    assert "bot[hidden]/getUpdates" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


@pytest.mark.parametrize("written", [PASSWORD, "m%E1%BA%ADt%20kh%E1%BA%A9u%2F%221%22"])
def test_a_given_secret_is_hidden_however_it_is_written(written: str, stream: io.StringIO) -> None:
    structlog.get_logger("bot").info("proxy", url=f"http://me:{written}@localhost")
    (line,) = lines(stream)
    assert line["url"] == "http://me:[hidden]@localhost"


@given(
    st.text(max_size=30),
    st.from_regex(r"[0-9]{6,12}:[A-Za-z0-9_-]{35}", fullmatch=True),
    st.text(max_size=30),
)
def test_no_token_survives_in_any_surroundings(before: str, token: str, after: str) -> None:
    scrub = Scrubber()
    assert token not in scrub(before + token + after)
    assert token not in scrub(json.dumps({"event": before + token + after}))


def test_ordinary_text_is_left_alone() -> None:
    line = "2026-11-23T07:04:44Z update 17:30 http://127.0.0.1:8080/healthz Hội thảo 11/4"
    assert Scrubber(["", OWN])(line) == line
