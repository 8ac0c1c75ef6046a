"""A sandbox with a frozen clock, its bot over HTTP, and the people of a group."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
import telegram

from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.scenes import Scene, a_scene

NOON = 1_709_874_000.0
"""8 March 2024, 12:00 in Vietnam, as UNIX seconds."""

Post = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]
Order = Callable[..., Awaitable[tuple[int, Any]]]


@pytest.fixture
def clock() -> Clock:
    return Clock(lambda: NOON)


@pytest.fixture
async def sandbox(clock: Clock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(
        sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url
    ) as connected:
        yield connected


@pytest.fixture
def member(sandbox: Sandbox) -> User:
    return sandbox.world.add_user("Chị A")


@pytest.fixture
def leader(sandbox: Sandbox) -> User:
    return sandbox.world.add_user("Tổ trưởng")


@pytest.fixture
def group(sandbox: Sandbox, member: User, leader: User) -> Chat:
    return sandbox.world.add_group("HTX Nam Định", members=[member], admins=[leader])


@pytest.fixture
def forum(sandbox: Sandbox, member: User, leader: User) -> Chat:
    return sandbox.world.add_group("Diễn đàn", forum=True, members=[member], admins=[leader])


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with a_scene() as opened:
        yield opened


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def call(sandbox: Sandbox, session: aiohttp.ClientSession) -> Post:
    """Call a method with JSON, without any library between."""

    async def post(method: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
        url = f"{sandbox.base_url}{sandbox.token}/{method}"
        async with session.post(url, json=parameters) as response:
            return response.status, await response.json()

    return post


@pytest.fixture
def control(sandbox: Sandbox, session: aiohttp.ClientSession) -> Order:
    """Give an order to /sandbox/…"""

    async def order(verb: str, path: str, **body: Any) -> tuple[int, Any]:
        url = f"{sandbox.url}/sandbox/{path}"
        async with session.request(verb, url, json=body or None) as response:
            return response.status, await response.json()

    return order
