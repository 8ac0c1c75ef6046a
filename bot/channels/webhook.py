"""The webhook: Telegram posts updates, and hears 200 when they have been taken in."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

from bot.readable import describe

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name (setWebhook)
LARGEST_UPDATE = 8 * 1024 * 1024
"""Bytes; real updates stay far below."""

log = structlog.get_logger(__name__)


def webhook(
    secret: str, take: Callable[[list[Any]], Awaitable[None]]
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return the handler of a route for Telegram, which shows `secret` in a header.

    200: taken in, or unreadable for good; 401: not Telegram; 400: not JSON; 413: too large;
    503: cannot be kept now, so Telegram is to send it again.
    """

    async def handle(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(errors="surrogateescape"), secret.encode()):
            log.warning("webhook called without the secret", peer=request.remote)
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError, ConnectionError):  # no JSON, endless, or broken off
            return web.Response(status=400)
        try:
            await take([update])
        except Exception as error:  # whatever it is, Telegram is to keep the update
            log.error("update not kept", error=describe(error))
            return web.Response(status=503, headers={"Retry-After": "1"})
        return web.Response()

    return handle
