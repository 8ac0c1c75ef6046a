"""`/sandbox/…`: the world over HTTP, for tests, benchmarks and the page.

Bodies and answers are JSON, but for files that are uploaded. A body that cannot be understood is
answered 400, an unknown chat, person or message 404, both with `{"error": …}`.
"""

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.chats import Chat, Message
from sandbox.clock import Clock
from sandbox.days import Days
from sandbox.people import Json, User
from sandbox.world import World

_FILE = "application/octet-stream"


class UnknownError(LookupError):
    """Something named in an order does not exist."""


@dataclass(frozen=True, slots=True)
class Order:
    """One request to change or show the world: the numbers in its path, its query and body.

    `data` is a body that is no JSON: a file.
    """

    world: World
    clock: Clock
    days: Days
    path: Mapping[str, str]
    body: Json
    data: bytes = b""

    def chat(self) -> Chat:
        """Return the chat in the path."""
        return self._chat(self.path["chat"])

    def message(self) -> Message:
        """Return the message in the path."""
        return self.message_at(self.path["chat"], self.path["message"])

    def message_at(self, chat_id: int | str, message_id: int | str) -> Message:
        """Return the message of that id in that chat."""
        message = self._chat(chat_id).messages.get(int(message_id))
        if message is None:
            raise UnknownError("message")
        return message

    def user(self, name: str = "user_id") -> User:
        """Return the person whose id the body has under `name`."""
        user = self.world.users.get(self.body[name])
        if user is None:
            raise UnknownError("user")
        return user

    def users(self, name: str) -> list[User]:
        """Return the people whose ids the body lists under `name`, if it does."""
        return [self.world.users[number] for number in self.body.get(name, ())]

    def _chat(self, chat_id: int | str) -> Chat:
        try:
            return self.world.chat(int(chat_id))
        except (KeyError, ValueError):
            raise UnknownError("chat") from None


Handler = Callable[[Order], Any | Awaitable[Any]]


class Control:
    """Carries out orders on `world`."""

    def __init__(self, world: World, clock: Clock, days: Days) -> None:
        self._world, self._clock, self._days = world, clock, days

    def route(self, method: str, path: str, handler: Handler) -> web.RouteDef:
        """Return the route `/sandbox/{path}` to `handler`."""

        async def answer(request: web.Request) -> web.Response:
            try:
                order = await self._order(request)
                result = handler(order)
                if inspect.isawaitable(result):
                    result = await result
            except UnknownError as error:
                return _json({"error": f"no such {error}"}, 404)
            except (LookupError, TypeError, ValueError) as error:
                return _json({"error": f"{type(error).__name__}: {error}"}, 400)
            return _json(result)

        return web.route(method, f"/sandbox/{path}", answer)

    async def _order(self, request: web.Request) -> Order:
        origin = request.headers.get("Origin")
        if origin and origin.partition("://")[2] != request.host:
            raise ValueError("another site's page may not give orders")
        query: Json = dict(request.query)
        data = await request.read()
        world = self._world, self._clock, self._days, request.match_info
        if request.content_type == _FILE and data:
            return Order(*world, query, data)
        body = json.loads(data or b"{}")
        if not isinstance(body, dict):
            raise TypeError("the body must be a JSON object")
        return Order(*world, query | body)


def _json(result: Any, status: int = 200) -> web.Response:
    text = json.dumps(result, ensure_ascii=False).encode(errors="replace")
    return web.Response(status=status, body=text, headers={"Content-Type": "application/json"})
