"""`/sandbox/…`: the world over HTTP, for tests, benchmarks and the page.

Bodies and answers are JSON. A body that cannot be understood is answered 400, an unknown chat,
person or message 404, both with `{"error": …}`.
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


class UnknownError(LookupError):
    """Something named in an order does not exist."""


@dataclass(frozen=True, slots=True)
class Order:
    """One request to change or show the world: the numbers in its path, and its body."""

    world: World
    clock: Clock
    days: Days
    path: Mapping[str, str]
    body: Json

    def chat(self) -> Chat:
        """Return the chat in the path."""
        try:
            return self.world.chat(int(self.path["chat"]))
        except (KeyError, ValueError):
            raise UnknownError("chat") from None

    def message(self) -> Message:
        """Return the message in the path."""
        message = self.chat().messages.get(int(self.path["message"]))
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
        body = json.loads(await request.read() or b"{}")
        if not isinstance(body, dict):
            raise TypeError("the body must be a JSON object")
        query: Json = dict(request.query)
        return Order(self._world, self._clock, self._days, request.match_info, query | body)


def _json(result: Any, status: int = 200) -> web.Response:
    text = json.dumps(result, ensure_ascii=False).encode(errors="replace")
    return web.Response(status=status, body=text, headers={"Content-Type": "application/json"})
