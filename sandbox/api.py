"""The Bot API over HTTP: `/bot<TOKEN>/<METHOD>`, and what may go wrong on the way."""

import asyncio
import inspect
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.bots import Bot
from sandbox.calls import Call, Described
from sandbox.errors import ApiError, bad_request, too_many_requests
from sandbox.faults import Fault
from sandbox.files import File
from sandbox.methods import METHODS
from sandbox.world import World

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_JSON_HEADERS = {"Content-Type": "application/json"}
_FORM = "application/x-www-form-urlencoded"
_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class BotApi:
    """Answers bots on behalf of `world`; `called` hears of every call that took effect."""

    def __init__(self, world: World, called: Callable[[str, Any], None]) -> None:
        self._world = world
        self._called = called

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one request for `/bot{token}/{method}`."""
        method = request.match_info["method"].lower()
        try:
            bot = self.bot(request.match_info["token"])
            call = Call(self._world, bot, *await _parameters(request))
            fault = self._fault(method, call)
            if fault is None:
                return _success(await self.execute(method, call))
            return await self._faulty(request, fault, method, call)
        except ApiError as error:
            self._world.refusals[error.code] += 1
            return _failure(error)

    def bot(self, token: str) -> Bot:
        """Return the bot of `token`. Raises ApiError 404 for a malformed one, 401 for no one's."""
        bot = self._world.bots.get(token)
        if bot is None:
            if not _TOKEN.fullmatch(token):
                raise ApiError(404, "Not Found")
            raise ApiError(401, "Unauthorized")
        if bot.logged_out:
            raise ApiError(400, "Logged out")
        return bot

    async def execute(self, method: str, call: Call) -> Any:
        """Run a method, `method` in lower case. Raises ApiError."""
        function = METHODS.get(method)
        if function is None:
            raise ApiError(404, "Not Found: method not found")
        result = function(call)
        if inspect.isawaitable(result):
            result = await result
        self._called(method, call.parameters)
        return result

    def _fault(self, method: str, call: Call) -> Fault | None:
        if not self._world.faults:
            return None
        return self._world.faults.hit(method, call.integer("chat_id") or None)

    async def _faulty(
        self, request: web.Request, fault: Fault, method: str, call: Call
    ) -> web.Response:
        if fault.kind == "too_many_requests":
            raise too_many_requests(int(fault.seconds))
        if fault.kind == "delay":
            return await self._late(fault, method, call)
        if fault.executed:
            await self.execute(method, call)
        if fault.kind == "error":
            raise ApiError(500, "Internal Server Error")
        if fault.kind == "bad_gateway":
            return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
        if fault.kind in {"drop", "hang"} and request.transport:
            request.transport.abort()
        return web.Response(text='{"ok":true,"result":{', content_type="application/json")

    async def _late(self, fault: Fault, method: str, call: Call) -> web.Response:
        if fault.executed:
            result = await self.execute(method, call)
            await asyncio.sleep(fault.seconds)
        else:
            await asyncio.sleep(fault.seconds)
            result = await self.execute(method, call)
        return _success(result)


def _success(result: Any) -> web.Response:
    if isinstance(result, Described):
        body = {"ok": True, "result": result.result, "description": result.description}
    else:
        body = {"ok": True, "result": result}
    return web.Response(body=_encode(body).encode(errors="replace"), headers=_JSON_HEADERS)


def _failure(error: ApiError) -> web.Response:
    headers = _JSON_HEADERS
    if error.retry_after is not None:
        headers = headers | {"Retry-After": str(error.retry_after)}
    text = _encode(error.as_json()).encode(errors="replace")
    return web.Response(status=error.code, body=text, headers=headers)


async def _parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, File]]:
    """Return the parameters of a request and the files sent with it."""
    found: dict[str, Any] = dict(request.query) if request.query_string else {}
    files: dict[str, File] = {}
    kind = request.content_type
    if kind == _FORM:
        found.update(parse_qsl((await request.read()).decode(errors="replace"), True))
    elif kind == "application/json":
        found.update(_json_object(await request.read()))
    elif kind.startswith("multipart/"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                data = value.file.read()
                files[name] = File(value.filename, value.content_type, data)
            else:
                found[name] = value
    return found, files


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse request: JSON object expected")
    return value
