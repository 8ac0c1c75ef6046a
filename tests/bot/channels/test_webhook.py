import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.channels.webhook import LARGEST_UPDATE, SECRET_HEADER, webhook
from bot.config import Web
from bot.server import listening
from storage.errors import DatabaseLocked
from tests.bot.servers import unused_port

SECRET = "a-secret_of-letters"


class Door:
    """A webhook, what came through it, and how to knock."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address, self.session = address, session
        self.taken: list[Any] = []
        self.stuck = False

    async def take(self, updates: list[Any]) -> None:
        if self.stuck:
            raise DatabaseLocked("database loa.db is in use by another process")
        self.taken += updates

    async def knock(self, body: bytes, secret: str | None = SECRET) -> aiohttp.ClientResponse:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        return await self.session.post(f"{self.address}/telegram", data=body, headers=headers)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    port = unused_port()
    async with aiohttp.ClientSession() as session:
        door = Door(f"http://127.0.0.1:{port}", session)
        async with listening(Web(port=port), {}, {"/telegram": webhook(SECRET, door.take)}):
            yield door


async def test_an_update_with_the_secret_is_taken(door: Door) -> None:
    assert (await door.knock(b'{"update_id": 1}')).status == 200
    assert door.taken == [{"update_id": 1}]


@pytest.mark.parametrize("secret", [None, "", "a-secret", SECRET + "x", "bí mật"])
async def test_without_the_secret_nothing_is_read(secret: str | None, door: Door) -> None:
    assert (await door.knock(b'{"update_id": 1}', secret)).status == 401
    assert door.taken == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"update_id=1", b"[" * 100_000])
async def test_what_is_not_json_is_refused(body: bytes, door: Door) -> None:
    assert (await door.knock(body)).status == 400
    assert door.taken == []


async def test_what_is_too_large_is_refused(door: Door) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_UPDATE // 2**20 + 1):
            yield b" " * 2**20

    response = await door.session.post(
        f"{door.address}/telegram", data=chunks(), headers={SECRET_HEADER: SECRET}
    )
    assert response.status == 413


@pytest.mark.parametrize(("secret", "status"), [(SECRET, 400), ("guessed", 401)])
async def test_what_is_compressed_is_not_unpacked(
    secret: str, status: int, door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    packed = gzip.compress(b'{"update_id": 1}')
    for body in (packed, b"not packed at all"):
        headers = {SECRET_HEADER: secret, "Content-Encoding": "gzip"}
        url = f"{door.address}/telegram"
        response = await door.session.post(url, data=body, headers=headers)
        assert response.status == status
    assert door.taken == []
    assert not caplog.records


async def test_a_connection_that_breaks_off_leaves_no_trace(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    address = urlsplit(door.address)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    head = f"POST /telegram HTTP/1.1\r\nHost: bot\r\n{SECRET_HEADER}: {SECRET}\r\n"
    writer.write(f"{head}Content-Length: 20\r\nExpect: 100-continue\r\n\r\n{{".encode())
    assert b"100 Continue" in await reader.readline()
    writer.transport.abort()
    assert (await door.knock(b'{"update_id": 1}')).status == 200
    assert door.taken == [{"update_id": 1}]
    assert not caplog.records


async def test_what_cannot_be_kept_is_to_come_again(door: Door) -> None:
    door.stuck = True
    response = await door.knock(b'{"update_id": 1}')
    assert response.status == 503
    assert response.headers["Retry-After"] == "1"


async def test_other_paths_are_not_there(door: Door) -> None:
    assert (await door.session.post(door.address)).status == 404
