"""The sandbox as a server: a Bot API, its control endpoints, and the chat page, on one port."""

import asyncio
import datetime
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import web

from sandbox.api import BotApi
from sandbox.clock import Clock
from sandbox.control import Control
from sandbox.days import Days, OnDay
from sandbox.errors import ApiError
from sandbox.events import Event
from sandbox.limits import Limits
from sandbox.machinery import MACHINERY
from sandbox.methods.files import file_at
from sandbox.orders import ORDERS
from sandbox.pages import Page
from sandbox.posting import Pause, Postman
from sandbox.stream import Stream
from sandbox.world import World

TOKEN = "7000000001:sandbox"  # noqa: S105 (opens nothing but this sandbox)
_LARGEST_REQUEST = 64 * 1024 * 1024
_REMEMBERED = 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Called:
    """A call that took effect; `method` in lower case."""

    method: str
    parameters: Any


class Sandbox:
    """A local Telegram: `async with Sandbox() as sandbox:` and point a bot at `base_url`.

    One bot is registered, as `sandbox.bot`; `sandbox.world` is the Python side of everything.
    With `port` 0 any free one is used. `pause` is awaited for the seconds between the tries of a
    webhook. `day` is the day to begin with, and `on_day` is told the day that somebody picks on
    the page; without it the page offers none.
    """

    def __init__(  # noqa: PLR0913 (each is a fact about the stand-in, given by name)
        self,
        port: int = 0,
        token: str = TOKEN,
        *,
        host: str = "127.0.0.1",
        username: str = "htx_bot",
        name: str = "Loa",
        privacy: bool = True,
        limits: Limits | None = None,
        clock: Clock | None = None,
        pause: Pause = asyncio.sleep,
        day: datetime.date | None = None,
        on_day: OnDay | None = None,
    ) -> None:
        self.host, self.port, self.token = host, port, token
        self.clock = clock or Clock()
        self.world = World(self.clock, limits)
        self.bot = self.world.add_bot(token, username, name, privacy=privacy)
        self.calls: deque[Called] = deque(maxlen=_REMEMBERED)
        self.days = Days(self.world, self.clock, on_day)
        if day:
            self.days.begin(day)
        self._stream = Stream(self.world)
        self._waiting: list[Callable[[], None]] = []
        self._runner: web.AppRunner | None = None
        self.api = BotApi(self.world, self._called)
        self._postman = Postman(self.world, self.api.execute, pause)
        self.world.listeners.append(self._happened)

    @property
    def url(self) -> str:
        """Where the page and the control endpoints are, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot wants as `base_url`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot wants as `base_file_url`."""
        return f"{self.url}/file/bot"

    async def start(self) -> None:
        """Listen. Raises OSError when the port is taken."""
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening; polls under way end empty."""
        for bot in self.world.bots.values():
            if bot.poll and not bot.poll.done():
                bot.poll.set_result(None)
        self._stream.close()
        await self._postman.close()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def wait_for(self, predicate: Callable[[], T | None], seconds: float = 5) -> T:
        """Return the first truthy value of `predicate`, asked whenever something happened.

        Raises TimeoutError after `seconds`.
        """
        if value := predicate():
            return value
        found: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def look() -> None:
            if not found.done() and (value := predicate()):
                found.set_result(value)

        self._waiting.append(look)
        try:
            return await asyncio.wait_for(found, seconds)
        finally:
            self._waiting.remove(look)

    async def delivered(self) -> None:
        """Wait until webhooks have got, or given up, all that was queued so far."""
        await self._postman.idle()

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=_LARGEST_REQUEST)
        application.router.add_route("*", "/bot{token:[^/]+}/{method}", self.api.handle)
        application.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._file)
        application.router.add_get("/sandbox/events", self._stream.handle)
        control = Control(self.world, self.clock, self.days)
        application.add_routes([control.route(*order) for order in (*ORDERS, *MACHINERY)])
        application.add_routes(Page(self.world).routes())
        return application

    async def _file(self, request: web.Request) -> web.Response:
        """Answer a download of what getFile named."""
        try:
            self.api.bot(request.match_info["token"])
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        file = file_at(self.world.files, request.match_info["path"])
        if file is None:
            return web.json_response(ApiError(404, "Not Found").as_json(), status=404)
        return web.Response(body=file.data, content_type=file.mime_type)

    def _called(self, method: str, parameters: Any) -> None:
        self.calls.append(Called(method, parameters))
        self._look()

    def _happened(self, _event: Event) -> None:
        self._look()

    def _look(self) -> None:
        for look in list(self._waiting):
            look()
