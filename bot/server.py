"""The bot's own web server: Telegram's webhook, and whether all is well."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.channels.webhook import LARGEST_UPDATE
from bot.config import Web
from bot.errors import StartError

_LAST_REQUESTS_SECONDS = 10.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = structlog.get_logger(__name__)


@asynccontextmanager
async def listening(
    config: Web, gets: Mapping[str, Handler], posts: Mapping[str, Handler]
) -> AsyncIterator[None]:
    """Serve `gets` and `posts` by path while inside; requests under way are finished.

    Raises StartError when the address cannot be listened on, unless nobody posts: to be watched
    is no reason not to answer people.
    """
    app = web.Application(client_max_size=LARGEST_UPDATE)
    for path, handler in gets.items():
        app.router.add_get(path, handler)
    for path, handler in posts.items():
        app.router.add_post(path, handler)
    # Telegram compresses nothing, and a small body from elsewhere may unpack to a very large one.
    runner = web.AppRunner(
        app, access_log=None, shutdown_timeout=_LAST_REQUESTS_SECONDS, auto_decompress=False
    )
    await runner.setup()
    try:
        try:
            await _listen(runner, config)
        except StartError as error:
            if posts:
                raise
            log.warning("no web server", error=str(error))
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, config: Web) -> None:
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        raise StartError(
            f"cannot listen on {config.host}:{config.port} (web.host, web.port): {error.strerror}"
        ) from None
    log.info("listening", address=":".join(map(str, runner.addresses[0][:2])))
